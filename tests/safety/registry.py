# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""All scenarios by name: a new one is added here."""

from __future__ import annotations

from tests.safety.scenario import Scenario
from tests.safety.scenarios.create import Create
from tests.safety.scenarios.entry import CarefulEntry, Entry
from tests.safety.scenarios.importing import Importing
from tests.safety.scenarios.password import Password

SCENARIOS: tuple[Scenario, ...] = (
    Entry(),
    CarefulEntry(),
    Create(),
    Importing(),
    Password(),
)

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""All scenarios by name: a new one is added here."""

from __future__ import annotations

from tests.safety.scenario import Scenario
from tests.safety.scenarios.backups import Backup, Restore
from tests.safety.scenarios.create import Create
from tests.safety.scenarios.door import Door
from tests.safety.scenarios.entry import CarefulEntry, Entry
from tests.safety.scenarios.erasure import Erasure
from tests.safety.scenarios.importing import Importing
from tests.safety.scenarios.migration import Migration
from tests.safety.scenarios.password import Password
from tests.safety.scenarios.rekey import Rekey

SCENARIOS: tuple[Scenario, ...] = (
    Entry(),
    CarefulEntry(),
    Door(),
    Create(),
    Importing(),
    Password(),
    Rekey(),
    Migration(),
    Backup(),
    Restore(),
    Erasure(),
)

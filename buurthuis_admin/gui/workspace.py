# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What every page is given: the open administration and the means to work with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from buurthuis_admin.gui.errors import ErrorPresenter
from buurthuis_admin.gui.preferences import Preferences
from buurthuis_admin.gui.runners import Runner

if TYPE_CHECKING:
    from buurthuis_admin.services.administration import Administration


@dataclass(frozen=True, slots=True)
class Workspace:
    """Handed from the composition root to the pages; nothing of it is global."""

    administration: Administration
    readers: Runner
    writers: Runner
    errors: ErrorPresenter
    preferences: Preferences

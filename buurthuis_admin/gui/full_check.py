# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads the open file from end to end once a day, so that damage is found before it spreads."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _

_AFTER = 20_000  # milliseconds: first let the person get to work


class FullCheck(QObject):
    """``damage_found`` is sent with what to tell, when a page is not what was written."""

    damage_found = Signal(str)

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(self.look)
        timer.start(_AFTER)

    def look(self) -> None:
        """Check the file when that was not done today."""
        from buurthuis_admin.services.damage import faults_of, today

        administration, day = self._workspace.administration, today()
        if self._workspace.preferences.checked_on != day.isoformat():
            self._workspace.readers.run(
                self, lambda: faults_of(administration), lambda faults: self._checked(faults, day)
            )

    def _checked(self, faults: list[str], day: datetime.date) -> None:
        if not faults:
            self._workspace.preferences.checked_on = day.isoformat()
            return
        told = _("A part of “{file}” is not what was once saved: the disk may be failing.")
        self.damage_found.emit(told.format(file=self._workspace.administration.path.name))

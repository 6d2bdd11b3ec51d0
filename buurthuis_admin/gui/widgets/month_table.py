# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The table of attendance: a sign fills in the cells that are chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from buurthuis_admin.domain.attendance import ABSENT, EXCUSED, HELPED, PRESENT, Mark
from buurthuis_admin.gui.models.month_cells import MonthCells
from buurthuis_admin.gui.widgets.grid_table import EMPTY, GridTable

TYPED: dict[str, Mark] = {
    "x": PRESENT,
    "1": PRESENT,
    "p": PRESENT,
    "v": HELPED,
    "a": EXCUSED,
    "-": ABSENT,
    "n": ABSENT,
    "0": ABSENT,
}


class MonthTable(GridTable):
    """``marked`` is sent with a Mark or None for the cells chosen; ``toggled`` is space."""

    marked = Signal(object)
    toggled = Signal()

    def __init__(self, name: str, cells: MonthCells) -> None:
        super().__init__(name, cells)
        self.doubleClicked.connect(lambda _index: self.toggled.emit())

    def filled_in(self, event: QKeyEvent) -> bool:
        """Signs fill in, Delete empties, space changes."""
        if event.key() == Qt.Key.Key_Space:
            self.toggled.emit()
        elif event.key() in EMPTY:
            self.marked.emit(None)
        elif event.text().lower() in TYPED:
            self.marked.emit(TYPED[event.text().lower()])
        else:
            return bool(event.text()) and event.text().isprintable()
        return True

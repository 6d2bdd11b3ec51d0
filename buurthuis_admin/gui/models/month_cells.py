# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cells of a month of attendance: signs, and how many came above each day."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QObject

from buurthuis_admin.domain.month_grid import Cell, MonthGrid
from buurthuis_admin.gui.models.grid_cells import GridCells
from buurthuis_admin.gui.theme.current import tokens
from buurthuis_admin.gui.wording import mark_word
from buurthuis_admin.i18n import _, format_weekday
from buurthuis_admin.services.grid_signs import sign_of

CROSSED = "×"


class MonthCells(GridCells[MonthGrid]):
    """People down, sessions across."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._came: Counter[int] = Counter()

    def text_at(self, cell: Cell) -> str:
        """The sign of a cell."""
        assert self.grid is not None
        return sign_of(self.grid.marks.get(cell))

    def shown(self, cell: Cell) -> str:
        """The same, but crossed where the session did not take place."""
        return self.text_at(cell) if self._is_open(cell) else CROSSED

    def spoken(self, cell: Cell) -> str:
        """Whether somebody came."""
        assert self.grid is not None
        if not self.grid.is_open(cell):
            return _("did not take place")
        mark = self.grid.marks.get(cell)
        return _("nothing filled in") if mark is None else mark_word(mark)

    def colour(self, cell: Cell) -> str | None:
        """Softer where the session did not take place."""
        return None if self._is_open(cell) else tokens().text2

    def count(self) -> None:
        """How many came to each session."""
        marks = self.grid.marks.items() if self.grid is not None else ()
        self._came = Counter(session for (session, _person), mark in marks if mark.came)

    def head(self, section: int) -> str:
        """The day, and how many came."""
        assert self.grid is not None
        session = self.grid.sessions[section]
        day = f"{format_weekday(session.day)[:2]} {session.day.day}"
        taken_place = self._is_open((session.id or 0, 0))
        return f"{day}\n{self._came[session.id or 0]}" if taken_place else f"{day}\n"

    def _is_open(self, cell: Cell) -> bool:
        assert self.grid is not None
        return self.grid.is_open(cell)

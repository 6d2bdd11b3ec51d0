# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of people."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from buurthuis_admin.domain.people_rows import PersonRow
from buurthuis_admin.gui.models.paged import PagedModel
from buurthuis_admin.gui.models.rows import Column
from buurthuis_admin.gui.widgets.pill import PillText
from buurthuis_admin.gui.wording import standing_pill
from buurthuis_admin.services.people_columns import STANDARD, person_columns

NAME, NUMBER, ACTIVITIES, LAST_SEEN, STANDING = range(5)


class PeopleModel(PagedModel[PersonRow]):
    """A line per person; ``shown`` are the columns that are on the screen."""

    shown: Collection[int] = range(len(STANDARD))

    @cached_property
    def columns(self) -> Sequence[Column[PersonRow]]:
        """The columns with their words in the language of the screen."""
        pills = {STANDING: _pill}
        return [
            Column(one.heading, one.text, pill=pills.get(place))
            for place, one in enumerate(person_columns())
        ]

    @cached_property
    def _bold(self) -> QFont:
        font = QFont(QApplication.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def value(self, row: PersonRow, column: int, role: int) -> Any:
        """What a cell shows; the name is spoken with all that the line says."""
        if column == NAME and role == Qt.ItemDataRole.FontRole:
            return self._bold
        if column == NAME and role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(text for text in self._told(row) if text)
        return super().value(row, column, role)

    def _told(self, row: PersonRow) -> Iterator[str]:
        return (one.text(row) for place, one in enumerate(self.columns) if place in self.shown)


def _pill(row: PersonRow) -> PillText:
    return standing_pill(row.standing)

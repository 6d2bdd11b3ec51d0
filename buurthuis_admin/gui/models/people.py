# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of people."""

from __future__ import annotations

from collections.abc import Sequence
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
from buurthuis_admin.i18n import _, format_day_short

NAME, NUMBER, ACTIVITIES, LAST_SEEN, STANDING = range(5)


class PeopleModel(PagedModel[PersonRow]):
    """A line per person: name, number, activities, last seen, and how they stand to the centre."""

    @cached_property
    def columns(self) -> Sequence[Column[PersonRow]]:
        """The columns with their words in the language of the screen."""
        return [
            Column(_("Name"), lambda row: row.name),
            Column(_("Member number"), lambda row: row.number),
            Column(_("Activities"), lambda row: row.activities),
            Column(_("Last seen"), _last_seen),
            Column(_("Status"), lambda row: _pill(row).word, pill=_pill),
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
            return ", ".join(text for text in (one.text(row) for one in self.columns) if text)
        return super().value(row, column, role)


def _last_seen(row: PersonRow) -> str:
    return format_day_short(row.last_seen) if row.last_seen else ""


def _pill(row: PersonRow) -> PillText:
    return standing_pill(row.standing)

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The lists of bookings, and of the lines of a bank statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from PySide6.QtCore import Qt

from buurthuis_admin.domain.bank_lines import Match, Proposal
from buurthuis_admin.domain.bookkeeping import BookingRow
from buurthuis_admin.gui.models.paged import PagedModel
from buurthuis_admin.gui.models.rows import Column, RowsModel
from buurthuis_admin.gui.money_words import match_words, place_pill, signed
from buurthuis_admin.gui.widgets.pill import PillText
from buurthuis_admin.i18n import _, format_day_short

DAY, WHO, ABOUT, AMOUNT, CATEGORY, PLACE = range(6)


class BookModel(PagedModel[BookingRow]):
    """A line per booking: when, who, for what, how much, and where it belongs."""

    @cached_property
    def columns(self) -> Sequence[Column[BookingRow]]:
        """The columns with their words in the language of the screen."""
        return [
            Column(_("Date"), _day),
            Column(_("Who"), lambda row: row.counterparty or row.description),
            Column(_("Description"), lambda row: row.description),
            Column(_("Amount"), lambda row: signed(row.amount), number=True),
            Column(_("Category"), lambda row: row.category),
            Column(_("Status"), lambda row: place_pill(row).word, pill=place_pill),
        ]

    def value(self, row: BookingRow, column: int, role: int) -> Any:
        """What a cell shows; the day is spoken with all that the line says."""
        if column == DAY and role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(text for text in (one.text(row) for one in self.columns) if text)
        return super().value(row, column, role)


def _day(row: BookingRow) -> str:
    return format_day_short(row.day) if row.day else str(row.year)


@dataclass(frozen=True, slots=True)
class Choice:
    """What a line of a statement will become; ``match`` None: it is left out."""

    proposal: Proposal
    match: Match | None
    looked_at: bool = False

    @property
    def pill(self) -> PillText:
        """How it stands with it."""
        if self.match is None and self.proposal.alike and not self.looked_at:
            return PillText(_("Perhaps there already"), "warning", "warn")
        if self.match is None:
            return PillText(_("Left out"), "minus-circle", "neutral")
        if self.proposal.sure or self.looked_at:
            return PillText(_("Ready"), "check-circle", "ok")
        return PillText(_("Have a look"), "question", "warn")


def choices_model() -> RowsModel[Choice]:
    """The lines of a statement with what they become."""
    return RowsModel[Choice](
        [
            Column(_("Date"), lambda one: format_day_short(one.proposal.line.day)),
            Column(_("Who"), lambda one: who(one.proposal)),
            Column(_("Amount"), lambda one: signed(one.proposal.line.amount), number=True),
            Column(_("Becomes"), _becomes),
            Column(_("Status"), lambda one: one.pill.word, pill=lambda one: one.pill),
        ]
    )


def who(proposal: Proposal) -> str:
    """The other party of a line, or else what was written."""
    return proposal.line.counterparty or proposal.line.description


def _becomes(choice: Choice) -> str:
    return match_words(choice.match) if choice.match else _("Nothing: it is left out")

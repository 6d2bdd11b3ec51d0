# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""One booking: what it was, where it belongs, its receipts, and what is worth a second look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from buurthuis_admin.domain.bookkeeping import BookingDetail
from buurthuis_admin.domain.money_warnings import MoneyWarning
from buurthuis_admin.domain.papers import Paper
from buurthuis_admin.gui.money_words import part_words, signed, warning_words
from buurthuis_admin.gui.pages.money_forms import day_or_open
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.lines import line_of
from buurthuis_admin.gui.widgets.page import section
from buurthuis_admin.gui.widgets.scroll import ScrollColumn
from buurthuis_admin.gui.widgets.texts import button, card, clear, label, line, value_label
from buurthuis_admin.i18n import _, format_day_long, format_money

if TYPE_CHECKING:
    from buurthuis_admin.services.administration import Administration


@dataclass(frozen=True, slots=True)
class BookingStory:
    """All that the page of a booking shows."""

    detail: BookingDetail
    papers: tuple[Paper, ...]
    warnings: tuple[MoneyWarning, ...]


def read_story(administration: Administration, booking_id: int) -> BookingStory:
    """Read a booking with its receipts and warnings (runs in the background)."""
    detail = administration.money.detail(booking_id)
    expenses = {one.id for one in detail.parts}
    warnings = [
        one
        for one in administration.money.warnings()
        if one.booking_id == booking_id or expenses.intersection(one.expense_ids)
    ]
    papers = administration.papers.of_booking(booking_id)
    return BookingStory(detail, tuple(papers), tuple(warnings))


class BookingView(ScrollColumn):
    """Shows a story. Each signal asks for what its button says; a paper goes by its id."""

    change_asked = Signal()
    parts_asked = Signal()
    contribution_asked = Signal()
    receipt_asked = Signal()
    remove_asked = Signal()
    paper_opened = Signal(int)
    paper_removed = Signal(int)

    def __init__(self) -> None:
        super().__init__(gap=6)
        self.story: BookingStory | None = None
        self.name = label("", "heading")
        self.when = label("", "muted")
        self.amount = label("", "figure")
        self.change = button(_("Change"), "pencil-simple")
        self.parts = button(_("Share out"), "handshake")
        self.contribution = button(_("Contribution"), "users")
        self.receipt = button(_("Add a receipt"), "paperclip")
        self.remove = button(_("Remove"), "trash")
        self.empty = label(_("Choose a booking in the list to see what is known."), "muted")
        self._shown = QWidget()
        column = QVBoxLayout(self._shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(6))
        buttons = flow_row(self.change, self.parts, self.contribution, self.receipt, self.remove)
        for widget in (self.name, self.when, self.amount, buttons):
            column.addWidget(widget)
        self._body = QVBoxLayout()
        self._body.setSpacing(scaled(6))
        column.addLayout(self._body)
        self.column.addWidget(self.empty)
        self.column.addWidget(self._shown)
        self.column.addStretch(1)
        self.change.clicked.connect(self.change_asked)
        self.parts.clicked.connect(self.parts_asked)
        self.contribution.clicked.connect(self.contribution_asked)
        self.receipt.clicked.connect(self.receipt_asked)
        self.remove.clicked.connect(self.remove_asked)
        self.show_story(None)

    def show_story(self, story: BookingStory | None) -> None:
        """Show a booking, or that none is chosen."""
        self.story = story
        self._shown.setVisible(story is not None)
        self.empty.setVisible(story is None)
        clear(self._body)
        if story is None:
            return
        booking = story.detail.booking
        self.name.setText(booking.counterparty or booking.description or _("Booking"))
        account = story.detail.account
        day = format_day_long(booking.day) if booking.day else day_or_open(booking)
        self.when.setText(" · ".join(part for part in (day, account) if part))
        self.amount.setText(signed(booking.amount))
        self.parts.setText(_("Share out") if booking.amount < 0 else _("For a subsidy"))
        self.parts.setAccessibleName(self.parts.text())
        self.contribution.setVisible(booking.amount > 0)
        self._show_warnings(story.warnings)
        self._show_facts(story.detail)
        self._show_parts(story.detail)
        self._show_papers(story.papers)
        self.verticalScrollBar().setValue(0)

    def _show_warnings(self, warnings: Sequence[MoneyWarning]) -> None:
        if not warnings:
            return
        frame, column = card("warn", margin=16)
        column.addWidget(label(_("Worth a second look"), "strong"))
        for text in dict.fromkeys(warning_words(one) for one in warnings):
            column.addWidget(label(text))
        self._body.addWidget(frame)

    def _show_facts(self, detail: BookingDetail) -> None:
        for word, value in _facts(detail):
            fact = value_label(value)
            fact.setWordWrap(True)
            fact.setAccessibleName(f"{word}: {value}")
            self._body.addWidget(label(word, "small"))
            self._body.addWidget(fact)

    def _show_parts(self, detail: BookingDetail) -> None:
        if not detail.parts:
            return
        self._body.addWidget(section(_("What it is for")))
        for part in detail.parts:
            self._body.addWidget(_amount_line(part_words(part), format_money(abs(part.amount))))
        if detail.own > 0:
            word = _("Own means") if detail.booking.amount < 0 else _("For the centre itself")
            self._body.addWidget(_amount_line(word, format_money(detail.own)))
        self._body.addWidget(line())
        whole = format_money(abs(detail.booking.amount))
        self._body.addWidget(_amount_line(_("Together"), whole, "strong"))

    def _show_papers(self, papers: Sequence[Paper]) -> None:
        if not papers:
            return
        self._body.addWidget(section(_("Receipts")))
        for paper in papers:
            number = paper.id or 0
            opening = button(paper.title, "file-text", "link")
            opening.clicked.connect(lambda _on=False, n=number: self.paper_opened.emit(n))
            removing = button(_("Take away"), "", "link")
            removing.setAccessibleName(_("Take {title} away").format(title=paper.title))
            removing.clicked.connect(lambda _on=False, n=number: self.paper_removed.emit(n))
            self._body.addWidget(line_of(opening, right=(removing,)))


def _facts(detail: BookingDetail) -> Iterator[tuple[str, str]]:
    """The lines of the summary, without those of which nothing is known."""
    booking = detail.booking
    named = booking.counterparty != ""
    year = str(booking.year) if booking.day and booking.day.year != booking.year else ""
    lines = [
        (_("Description"), booking.description if named else ""),
        (_("Category"), detail.category),
        (_("Belongs to the year"), year),
        (_("Member"), detail.person),
        (_("IBAN of the other"), booking.counter_iban),
        (_("Reference"), booking.reference),
        (_("Remark"), booking.remark),
    ]
    return ((word, value) for word, value in lines if value)


def _amount_line(words: str, amount: str, kind: str = "") -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, scaled(2), 0, scaled(2))
    row.setSpacing(scaled(16))
    row.addWidget(label(words, kind), 1)
    row.addWidget(label(amount, kind, wrap=False), 0, Qt.AlignmentFlag.AlignTop)
    made.setAccessibleName(f"{words}: {amount}")
    return made

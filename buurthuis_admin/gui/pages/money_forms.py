# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The form of a booking, and saying which contribution it pays."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from buurthuis_admin.domain.bookkeeping import (
    Account,
    Booking,
    BookingDetail,
    Category,
    ContributionPart,
)
from buurthuis_admin.domain.people import MemberFilter
from buurthuis_admin.gui.money_words import category_group
from buurthuis_admin.gui.pages.money_fields import MoneyReading, read_booking, texts_of
from buurthuis_admin.gui.widgets.form_dialog import Problem
from buurthuis_admin.gui.widgets.giving_box import GivingBox
from buurthuis_admin.gui.widgets.plain_form import PlainForm
from buurthuis_admin.gui.widgets.search import SearchField
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_day, format_number

_FOUND = 20  # members in the list to choose from


def category_box(categories: Sequence[Category], chosen: int | None) -> QComboBox:
    """A choice of one category, each with its side; the first is none."""
    box = GivingBox()
    box.addItem(_("No category yet"), None)
    for one in categories:
        box.addItem(f"{one.name} ({category_group(one.kind)})", one.id)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    return box


class BookingForm(PlainForm):
    """``saved`` is sent with the id of the booking once it is kept."""

    saved = Signal(int)
    draft_kind = "booking"

    def __init__(
        self,
        booking: Booking | None,
        lists: tuple[Sequence[Account], Sequence[Category]],
        workspace: Workspace,
        parent: QWidget,
    ) -> None:
        title = _("Change booking") if booking else _("New booking")
        super().__init__(title, parent)
        self._workspace = workspace
        self._accounts, self._categories = lists
        self._before = booking or _new_booking(self._accounts)
        self.draft_subject = self._before.id or 0
        self._fill()
        self.fit_screen(600, 780)
        self.way.setFocus()

    def _fill(self) -> None:
        texts = texts_of(self._before)
        self.way = GivingBox()
        self.way.addItem(_("Money that went out"), False)
        self.way.addItem(_("Money that came in"), True)
        self.way.setCurrentIndex(int(self._before.amount > 0))
        self.field("way", _("Which way"), self.way)
        self.amount = self._line("amount", _("Amount"), texts)
        self.day = self._line(
            "day",
            _("Date"),
            texts,
            hint=_("Leave it empty as long as it is not paid or received yet."),
            empty=True,
        )
        self.account = GivingBox()
        for one in self._accounts:
            self.account.addItem(one.name, one.id)
        self.account.setCurrentIndex(max(0, self.account.findData(self._before.account_id)))
        self.field("account", _("Account"), self.account)
        self.counterparty = self._line(
            "counterparty", _("Paid to or received from"), texts, empty=True
        )
        self.description = self._line("description", _("Description"), texts, empty=True)
        self.category = category_box(self._categories, self._before.category_id)
        self.field("category", _("Category"), self.category)
        self.year = self._line(
            "year",
            _("Year it belongs to"),
            texts,
            hint=_("Only when it is another year than that of the date."),
            empty=True,
        )
        self.iban = self._line("counter_iban", _("IBAN of the other"), texts, empty=True)
        self.remark = QPlainTextEdit(self._before.remark)
        self.remark.setTabChangesFocus(True)
        self.field("remark", _("Remark"), self.remark, empty=True)

    def _line(
        self, name: str, words: str, texts: dict[str, str], *, hint: str = "", empty: bool = False
    ) -> QLineEdit:
        return self.field(name, words, QLineEdit(texts[name]), hint=hint, empty=empty)

    def save_asked(self) -> None:
        """Read the fields and keep the booking."""
        names = ("amount", "day", "counterparty", "description", "year", "counter_iban")
        texts = {name: self._text(name) for name in names}
        texts["remark"] = self.remark.toPlainText()
        reading = MoneyReading(texts, datetime.date.today())  # noqa: DTZ011 - the person's day
        booking = read_booking(
            self._before,
            reading,
            came_in=bool(self.way.currentData()),
            account_id=self.account.currentData(),
            category_id=self.category.currentData(),
        )
        self.show_problems(reading.problems)
        if not reading.problems:
            money = self._workspace.administration.money
            self._workspace.writers.run(self, lambda: money.save(booking), self._kept)

    def _text(self, name: str) -> str:
        field = self.findChild(QLineEdit, name)
        assert isinstance(field, QLineEdit)
        return field.text()

    def _kept(self, number: int) -> None:
        self.saved.emit(number)
        self.accept()


def _new_booking(accounts: Sequence[Account]) -> Booking:
    today = datetime.date.today()  # noqa: DTZ011 - the day of the person
    return Booking(
        account_id=accounts[0].id if accounts else None,
        day=today,
        year=today.year,
        amount=Decimal(0),
    )


@dataclass(frozen=True, slots=True)
class Payer:
    """A member in the list to choose from."""

    membership_id: int
    words: str


class ContributionForm(PlainForm):
    """Which member's contribution a booking pays; ``saved`` once it is kept."""

    saved = Signal()

    def __init__(self, detail: BookingDetail, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(_("Contribution of a member"), parent)
        self._workspace, self._detail = workspace, detail
        booking = detail.booking
        self.search = self.field(
            "search", _("Search by name or number"), SearchField(_("Search by name or number"))
        )
        self.member = self.field("member", _("Member"), GivingBox())
        self.year = self.field("year", _("Year"), QLineEdit(str(booking.year)))
        self.amount = self.field(
            "amount", _("Amount"), QLineEdit(format_number(abs(booking.amount), 2))
        )
        self.search.searched.connect(self._look)
        self.search.setText(booking.counterparty.rsplit(" ", 1)[-1])
        self.fit_screen(560, 560)
        self.search.setFocus()

    def _look(self, query: str) -> None:
        members = self._workspace.administration.members

        def find() -> list[Payer]:
            rows = members.page(query, MemberFilter.ALL, 0, _FOUND)
            found = []
            for row in rows:
                memberships = members.detail(row.id).memberships
                if memberships and memberships[-1].id:
                    told = ", ".join(part for part in (row.name, row.number) if part)
                    found.append(Payer(memberships[-1].id, told))
            return found

        self._workspace.readers.run(self, find, self._show)

    def _show(self, found: list[Payer]) -> None:
        self.member.clear()
        for one in found:
            self.member.addItem(one.words, one.membership_id)

    def save_asked(self) -> None:
        """Keep the payment."""
        texts = {"year": self.year.text(), "amount": self.amount.text()}
        reading = MoneyReading(texts, datetime.date.today())  # noqa: DTZ011 - the person's day
        amount, year = reading.money("amount"), reading.year("year")
        membership = self.member.currentData()
        if membership is None:
            text = _("Search for the member and choose one from the list.")
            reading.problems.append(Problem("member", text))
        self.show_problems(reading.problems)
        if reading.problems or amount is None:
            return
        part = ContributionPart(
            membership_id=membership, year=year or self._detail.booking.year, amount=amount
        )
        money, number = self._workspace.administration.money, self._detail.booking.id or 0
        self._workspace.writers.run(
            self, lambda: money.pay_also(number, part), lambda _done: self._kept()
        )

    def _kept(self) -> None:
        self.saved.emit()
        self.accept()


def day_or_open(booking: Booking) -> str:
    """The day of a booking, or that it has not moved yet."""
    return format_day(booking.day) if booking.day else _("Not paid or received yet")

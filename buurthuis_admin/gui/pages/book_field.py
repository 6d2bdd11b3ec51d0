# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a payment of a funder stands in the book: the field that asks it, and its form."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from buurthuis_admin.domain.bookkeeping import Booking
from buurthuis_admin.domain.subsidies import Instalment
from buurthuis_admin.gui.pages.fields_form import Field, FieldKind, FieldsForm
from buurthuis_admin.gui.pages.privacy_fields import Reading
from buurthuis_admin.gui.widgets.form_dialog import Problem
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_day_short, format_money
from buurthuis_admin.services.dossier_bookings import BookChoices, BookingTooSmall, BookPlace
from buurthuis_admin.services.money import words_of

BOOK = "book"
_THERE, _NEW = "booking", "account"


def book_field(choices: BookChoices) -> Field:
    """The bookings that are there already, a new one on each account, or none."""
    there = ((_key(BookPlace(booking_id=one.id)), _told(one)) for one in choices.bookings)
    new = (
        (
            _key(BookPlace(account_id=one.id)),
            _("New booking on {account}").format(account=one.name),
        )
        for one in choices.accounts
    )
    return Field(
        name=BOOK,
        label=_("In Cash and bank"),
        kind=FieldKind.CHOICE,
        choices=(*there, *new, ("", _("Not now: a bank statement finds it by itself"))),
        value=_key(choices.proposed),
        hint=_("What stands there already is not booked again; its day counts."),
    )


def read_place(reading: Reading, choices: BookChoices, amount: Decimal | None) -> BookPlace:
    """What was chosen; a booking that is smaller than the payment is a problem of the field."""
    kind, _sign, number = reading.text(BOOK).partition(":")
    if kind == _NEW:
        return BookPlace(account_id=int(number))
    if kind != _THERE:
        return BookPlace()
    chosen = next(one for one in choices.bookings if one.id == int(number))
    if amount is not None and abs(amount) > abs(chosen.amount):
        reading.problems.append(Problem(BOOK, str(BookingTooSmall(abs(chosen.amount)))))
    return BookPlace(booking_id=chosen.id)


def _key(place: BookPlace) -> str:
    if place.booking_id is not None:
        return f"{_THERE}:{place.booking_id}"
    return f"{_NEW}:{place.account_id}" if place.account_id is not None else ""


def _told(booking: Booking) -> str:
    day = format_day_short(booking.day) if booking.day else ""
    parts = (day, words_of(booking), format_money(booking.amount))
    told = " · ".join(part for part in parts if part)
    return _("There already: {booking}").format(booking=told)


class BookForm(FieldsForm):
    """Puts a payment that is in the dossier in the book as well."""

    def __init__(
        self,
        subsidy_id: int,
        instalment: Instalment,
        choices: BookChoices,
        workspace: Workspace,
        parent: QWidget,
    ) -> None:
        self._subsidy_id, self._instalment, self._choices = subsidy_id, instalment, choices
        super().__init__(_("Put in Cash and bank"), [book_field(choices)], workspace, parent)

    def read(self, reading: Reading) -> Callable[[], object]:
        """The place in the book."""
        place = read_place(reading, self._choices, self._instalment.received)
        dossiers = self.workspace.administration.money.of_dossiers
        return lambda: dossiers.book(self._subsidy_id, self._instalment, place)

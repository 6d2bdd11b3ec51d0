# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cash and bank book of a centre: accounts, categories, bookings and their parts."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from buurthuis_admin.domain.money import ZERO


class AccountKind(StrEnum):
    """Where money is kept."""

    BANK = "bank"
    CASH = "cash"


class CategoryKind(StrEnum):
    """On which side of the statement a category stands; a transfer stands on none."""

    INCOME = "income"
    EXPENSE = "expense"
    TRANSFER = "transfer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A bank account or a cash box. ``opening`` is what was in it when ``opened_on`` began."""

    id: int | None = None
    name: str
    kind: AccountKind = AccountKind.BANK
    iban: str = ""
    opening: Decimal = ZERO
    opened_on: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """A post of the statement of income and expense, in the order of the centre."""

    id: int | None = None
    name: str
    kind: CategoryKind
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Booking:
    """Money that came in (positive) or went out (negative).

    Without ``day`` and ``account_id`` it is still to come or still to pay. ``person_id`` says whose
    payment it is, where that is a person who is known here.
    """

    id: int | None = None
    account_id: int | None = None
    day: datetime.date | None = None
    year: int
    amount: Decimal
    description: str = ""
    counterparty: str = ""
    counter_iban: str = ""
    category_id: int | None = None
    person_id: int | None = None
    reference: str = ""
    line_key: str | None = None
    remark: str = ""

    @property
    def open(self) -> bool:
        """Whether the money has not moved yet."""
        return self.day is None


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingRow:
    """One line of the book; ``assigned`` is what is charged to subsidies."""

    id: int
    day: datetime.date | None
    year: int
    amount: Decimal
    description: str
    counterparty: str
    account: str
    category: str
    assigned: Decimal = ZERO


class BookShown(StrEnum):
    """Which bookings are shown."""

    ALL = "all"
    WITHOUT_PLACE = "without_place"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class BookFilter:
    """Bookings of a year, an account and a category; None leaves each free."""

    year: int | None = None
    account_id: int | None = None
    category_id: int | None = None
    shown: BookShown = BookShown.ALL


class PartKind(StrEnum):
    """What a part of a booking is."""

    EXPENSE = "expense"
    INSTALMENT = "instalment"
    CONTRIBUTION = "contribution"


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingPart:
    """A part of a booking: charged to a subsidy, received for one, or a member's contribution.

    ``subsidy_id`` and ``line_id`` say where it is charged; ``year`` is that of a contribution.
    """

    kind: PartKind
    id: int
    name: str
    amount: Decimal
    percentage: Decimal | None = None
    subsidy_id: int | None = None
    line_id: int | None = None
    line: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingDetail:
    """A booking with all that its page shows."""

    booking: Booking
    account: str
    category: str
    person: str
    parts: tuple[BookingPart, ...] = ()

    @property
    def own(self) -> Decimal:
        """What is the centre's own, without sign; negative when too much was shared out."""
        return abs(self.booking.amount) - sum((abs(one.amount) for one in self.parts), ZERO)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContributionPart:
    """What a booking pays of the contribution of a member for a year."""

    membership_id: int
    year: int
    amount: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Reserve:
    """Money of the centre that was put aside for something, as it stood at the end of a year."""

    id: int | None = None
    name: str
    year: int
    amount: Decimal

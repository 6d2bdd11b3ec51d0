# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which bookings stand behind a line of the statement of a year (``domain.year_statement``)."""

from __future__ import annotations

import datetime

from sqlalchemy import and_, false, or_, select

from buurthuis_admin.domain.bookkeeping import CategoryKind
from buurthuis_admin.domain.dates import day_number
from buurthuis_admin.storage.money_queries import Condition
from buurthuis_admin.storage.tables import Booking, Category

_YEAR = 10000


def none() -> Condition:
    """No booking at all."""
    return false()


def of_year(year: int) -> Condition:
    """All that belongs to a year."""
    return Booking.year == year


def of_kind(year: int, kind: CategoryKind, name: str | None) -> Condition:
    """What belongs to a year and is of one side; ``name``: of one category, '' of none."""
    if kind is CategoryKind.TRANSFER:
        bare: Condition = false()
    else:
        comes_in = kind is CategoryKind.INCOME
        bare = and_(Booking.category_id.is_(None), _comes(comes_in))
    ids = select(Category.id).where(Category.kind == kind.value)
    if name:
        ids = ids.where(Category.name == name)
    named = Booking.category_id.in_(ids)
    side = or_(named, bare) if name is None else named if name else bare
    return and_(Booking.year == year, side)


def _comes(comes_in: bool) -> Condition:
    return Booking.amount > 0 if comes_in else Booking.amount < 0


def moves_later(year: int, *, comes_in: bool) -> Condition:
    """What belongs to a year or an earlier one, and moves later or has not moved yet."""
    later = or_(Booking.day.is_(None), Booking.day > year * _YEAR + 9999)
    return and_(Booking.year <= year, later, _comes(comes_in))


def moved_before(year: int, *, comes_in: bool) -> Condition:
    """What belongs to a later year and has moved by the end of this one."""
    return and_(Booking.year > year, Booking.day <= year * _YEAR + 9999, _comes(comes_in))


def in_account(account_id: int, first: datetime.date | None, last: datetime.date) -> Condition:
    """What moved in an account between two days, both included; None: from the beginning."""
    start = 0 if first is None else day_number(first)
    return and_(Booking.account_id == account_id, Booking.day.between(start, day_number(last)))

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who owes the contribution of a year."""

from __future__ import annotations

from decimal import Decimal

import pytest

from buurthuis_admin.domain.contributions import owing, with_payment
from buurthuis_admin.domain.dates import PartialDate
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Contribution, Membership, Person, PersonDetail

_FEE = Decimal(10)


def _member(
    start: int | None, end: int | None = None, *, fee: Decimal | None = _FEE
) -> PersonDetail:
    membership = Membership(
        id=1,
        start=PartialDate(start) if start else None,
        end=PartialDate(end) if end else None,
        fee=fee,
    )
    person = Person(id=5, name=PersonName(first="Jo"))
    return PersonDetail(person=person, memberships=(membership,))


@pytest.mark.parametrize(
    ("detail", "owed"),
    [
        (_member(2020), True),
        (_member(None), True),
        (_member(2026), True),
        (_member(2027), False),
        (_member(2020, 2025), False),
        (_member(2020, 2026), True),
        (_member(2020, fee=Decimal(0)), False),
        (_member(2020, fee=None), True),
    ],
)
def test_who_is_a_member_in_the_year_owes(detail: PersonDetail, owed: bool) -> None:
    assert (owing(detail, 2026) is not None) is owed


def test_a_payment_is_added_or_what_is_written_down_is_completed() -> None:
    paid = with_payment(_member(2020), 2026)
    assert owing(paid, 2026) is None
    assert owing(paid, 2025) is not None
    assert paid.contributions == (Contribution(membership_id=1, year=2026, amount=_FEE, paid=True),)
    asked = Contribution(id=3, membership_id=1, year=2026, amount=Decimal("7.50"), paid=False)
    before = PersonDetail(person=paid.person, memberships=paid.memberships, contributions=(asked,))
    owed = owing(before, 2026)
    assert owed is not None
    assert owed.amount == Decimal("7.50")
    (kept,) = with_payment(before, 2026).contributions
    assert (kept.id, kept.paid, kept.amount) == (3, True, Decimal("7.50"))
    assert with_payment(with_payment(before, 2026), 2026).contributions == (kept,)

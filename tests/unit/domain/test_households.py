# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who is proposed as a household by the address."""

from __future__ import annotations

from buurthuis_admin.domain.households import LARGEST, propose
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Address, Household, Person, PersonDetail


def _person(
    number: int, last: str, house: str, *, postcode: str = "3512AB", household: int | None = None
) -> PersonDetail:
    person = Person(
        id=number,
        name=PersonName(first="Jo", last=last),
        address=Address(street="Kade", house=house, postcode=postcode),
        household_id=household,
    )
    known = Household(id=household, name=last) if household else None
    return PersonDetail(person=person, household=known)


def test_one_front_door_however_it_was_typed() -> None:
    (found,) = propose(
        [
            _person(1, "Smit", "12 A"),
            _person(2, "Bos", "12a", postcode="3512 ab"),
            _person(3, "Vos", "12"),
            _person(4, "Mol", "1-2"),
        ]
    )
    assert [one.person.id for one in found.people] == [1, 2]
    assert found.name == "Smit / Bos"


def test_whoever_comes_to_live_with_a_household_joins_it() -> None:
    (found,) = propose([_person(1, "Smit", "1", household=7), _person(2, "Bos", "1")])
    assert (found.household_id, found.name) == (7, "Smit")


def test_nothing_to_propose() -> None:
    whole = [_person(1, "Smit", "1", household=7), _person(2, "Smit", "1", household=7)]
    apart = [_person(3, "Bos", "2", household=8), _person(4, "Vos", "2", household=9)]
    home = [_person(10 + n, "Los", "5") for n in range(LARGEST + 1)]
    unknown = [_person(40, "A", ""), _person(41, "B", "")]
    assert propose([*whole, *apart, *home, *unknown]) == []

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who gets a letter, and the fields in it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from buurthuis_admin.domain.mailings import (
    address_lines,
    by_household,
    can_be_posted,
    fill_in,
    unknown_fields,
)
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Address, Person, PersonDetail


def _person(number: int, household: int | None) -> PersonDetail:
    return PersonDetail(
        person=Person(id=number, name=PersonName(first="Jo"), household_id=household)
    )


@given(st.lists(st.none() | st.integers(1, 4)))
def test_everybody_is_in_one_group_and_households_are_whole(households: list[int | None]) -> None:
    people = [_person(number, one) for number, one in enumerate(households)]
    groups = by_household(people)
    assert sorted(one.person.id or 0 for group in groups for one in group) == list(
        range(len(people))
    )
    alone = households.count(None)
    assert len(groups) == alone + len({one for one in households if one is not None})


def test_fields_are_filled_in_and_what_is_in_a_value_stays() -> None:
    fields = {"naam": "Jan {adres}", "adres": "Dorpsstraat 1"}
    assert fill_in("{Naam}: {adres} {x}", fields) == "Jan {adres}: Dorpsstraat 1 {x}"
    assert unknown_fields("{Naam} {x} {x} { y}", ["naam"]) == ["{x}", "{ y}"]


@given(st.text())
def test_a_text_without_known_fields_stays_as_it_is(text: str) -> None:
    assert fill_in(text, {}) == text


def test_an_address_as_the_post_wants_it() -> None:
    address = Address(street="Kade", house="3", postcode="1012ab", town="Amsterdam")
    assert address_lines(address) == ("Kade 3", "1012 AB  AMSTERDAM")
    assert can_be_posted(address)
    assert not can_be_posted(Address(street="Kade", house="3"))
    assert address_lines(Address(postcode="B-2000", town="Antwerpen")) == ("B-2000  ANTWERPEN",)

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the person form makes of what is typed."""

from __future__ import annotations

import datetime

import pytest

from buurthuis_admin.domain.dates import PartialDate
from buurthuis_admin.domain.people import PersonDetail
from buurthuis_admin.gui.pages.person_fields import (
    Reading,
    new_person,
    read_person,
    texts_of,
)
from tests.gui.fakes import made_up_person

TODAY = datetime.date(2026, 3, 1)


def read(before: PersonDetail | None = None, **texts: str) -> tuple[PersonDetail, list[str]]:
    reading = Reading({"first": "Gerda"} | texts, TODAY)
    person = read_person(before or new_person(), reading, sex=None, remark="")
    return person, [problem.field for problem in reading.problems]


@pytest.mark.parametrize(
    ("typed", "born"),
    [
        ("3-4-51", PartialDate(1951, 4, 3)),
        ("3 april 1951", PartialDate(1951, 4, 3)),
        ("april 1951", PartialDate(1951, 4)),
        ("1951", PartialDate(1951)),
        ("", None),
    ],
)
def test_a_birth_date_is_read_as_people_write_it(typed: str, born: PartialDate | None) -> None:
    person, problems = read(born=typed)
    assert problems == []
    assert person.person.born == born


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("born", "31-2-1950"),
        ("born", "12-13-2019"),
        ("postcode", "35 AB"),
        ("mobile", "bellen via zus"),
        ("email", "jan at voorbeeld"),
        ("start", "gisteren"),
    ],
)
def test_what_cannot_be_is_told_at_its_field(field: str, typed: str) -> None:
    _person, problems = read(None, **{field: typed})
    assert problems == [field]


def test_somebody_needs_a_name() -> None:
    _person, problems = read(first="")
    assert problems == ["first"]


def test_a_membership_ends_after_it_begins() -> None:
    _person, problems = read(start="1-1-2024", end="31-12-2023")
    assert problems == ["end"]


def test_a_prefix_typed_with_the_surname_is_found() -> None:
    person, _problems = read(last="van den Berg")
    assert (person.person.name.prefix, person.person.name.last) == ("van den", "Berg")


def test_nothing_typed_about_membership_makes_no_membership() -> None:
    person, _problems = read()
    assert person.memberships == ()


@pytest.mark.parametrize("number", range(0, 60, 7))
def test_opening_and_saving_changes_nothing(number: int) -> None:
    before = made_up_person(number)
    reading = Reading(texts_of(before), TODAY)
    after = read_person(before, reading, sex=before.person.sex, remark=before.person.remark)
    assert reading.problems == []
    assert after == before

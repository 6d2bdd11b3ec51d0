# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest

from buurthuis_admin.domain.activities import Activity, Attendance, AttendanceStatus, Session
from buurthuis_admin.domain.dates import PartialDate
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import (
    Address,
    Contribution,
    Household,
    MemberFilter,
    Membership,
    Person,
    PersonDetail,
    Sex,
    Volunteer,
)
from buurthuis_admin.services.administration import Administration
from buurthuis_admin.services.changes import Changes
from buurthuis_admin.services.members import MemberService, NameMissing, PersonGone
from buurthuis_admin.storage.file import AdministrationFile

TODAY = datetime.date(2024, 6, 1)


@pytest.fixture
def members(file: AdministrationFile) -> MemberService:
    return MemberService(file, Changes(), today=lambda: TODAY)


def add(members: MemberService, first: str, last: str, prefix: str = "", **more: object) -> int:
    detail = PersonDetail(person=Person(name=PersonName(first=first, prefix=prefix, last=last)))
    return members.save(replace(detail, **more))  # type: ignore[arg-type]


def found(members: MemberService, query: str) -> list[str]:
    return [row.name for row in members.page(query, MemberFilter.ALL, 0, 50)]


def test_lists_sort_by_surname_without_prefix_and_accents(members: MemberService) -> None:
    add(members, "Piet", "Bos")
    add(members, "Jan", "Berg", "van den")
    add(members, "Émile", "Béranger")
    add(members, "Ad", "Berg", "ten")
    assert found(members, "") == [
        "Béranger, Émile",
        "Berg, Ad ten",
        "Berg, Jan van den",
        "Bos, Piet",
    ]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ozturk", "Öztürk, Fatma"),
        ("ÖZT", "Öztürk, Fatma"),
        ("lukasz", "Łoś, Łukasz"),
        ("Łuk łoś", "Łoś, Łukasz"),
        ("berg jan", "Berg, Jan van den"),
        ("jan van den be", "Berg, Jan van den"),
        ("o'brien", "O'Brien, Seán"),
        ("obri", "O'Brien, Seán"),
        ("3524 AB", "Berg, Jan van den"),
        ("3524ab", "Berg, Jan van den"),
        ("kerkpad 47", "Berg, Jan van den"),
        ("06 12 34", "Berg, Jan van den"),
        ("0127", "Berg, Jan van den"),
        ("j.berg@", "Berg, Jan van den"),
    ],
)
def test_people_are_found_however_they_are_typed(
    members: MemberService, query: str, expected: str
) -> None:
    add(members, "Fatma", "Öztürk")
    add(members, "Łukasz", "Łoś")
    add(members, "Seán", "O'Brien")
    jan = Person(
        name=PersonName(first="Jan", prefix="van den", last="Berg"),
        address=Address(street="Kerkpad", house="47", postcode="3524 AB"),
        mobile="06 12 34 56 78",
        email="j.berg@voorbeeld.nl",
    )
    members.save(PersonDetail(person=jan, memberships=(Membership(number="0127"),)))
    assert found(members, query) == [expected]


@pytest.mark.parametrize(
    "query",
    [
        '"',
        "*",
        "jan OR piet",
        "NOT jan",
        "jan NEAR piet",
        "^jan",
        "first:jan",
        "(jan",
        "jan AND piet",
    ],
)
def test_signs_of_the_search_language_are_text(members: MemberService, query: str) -> None:
    add(members, "Jan", "Berg")
    add(members, "Piet", "Bos")
    assert len(found(members, query)) <= 1


def test_a_search_for_nothing_but_signs_finds_nobody(members: MemberService) -> None:
    add(members, "Jan", "Berg")
    assert found(members, "!?") == []
    assert members.count("!?") == 0


def test_a_changed_name_is_found_and_the_old_one_is_not(members: MemberService) -> None:
    number = add(members, "Jan", "Berg")
    assert found(members, "berg") == ["Berg, Jan"]
    detail = members.detail(number)
    name = replace(detail.person.name, last="Dal")
    members.save(replace(detail, person=replace(detail.person, name=name)))
    assert (found(members, "berg"), found(members, "dal")) == ([], ["Dal, Jan"])


def test_the_chips_are_facts_and_counted(members: MemberService) -> None:
    running = Membership(start=PartialDate(2020))
    ended = Membership(start=PartialDate(2010), end=PartialDate(2019, 6))
    add(members, "A", "Member", memberships=(running,))
    add(members, "B", "Member-volunteer", memberships=(ended, running), volunteer=Volunteer())
    add(members, "C", "Former", memberships=(ended,))
    add(members, "D", "Last-day", memberships=(Membership(end=PartialDate.of(TODAY)),))
    add(members, "E", "This-year", memberships=(Membership(end=PartialDate(2024)),))
    add(members, "F", "Volunteer", volunteer=Volunteer())
    add(members, "G", "Once-volunteer", volunteer=Volunteer(until=PartialDate(2023)))
    add(members, "H", "Next-year", memberships=(Membership(start=PartialDate(2025)),))
    assert members.counts() == {
        MemberFilter.ALL: 8,
        MemberFilter.MEMBERS: 4,
        MemberFilter.FORMER: 1,
        MemberFilter.VOLUNTEERS: 2,
        MemberFilter.PARTICIPANTS: 2,
        MemberFilter.NOT_SEEN: 0,
        MemberFilter.ARCHIVED: 0,
    }
    assert members.counts("volunteer")[MemberFilter.VOLUNTEERS] == 2
    assert members.count("volunteer", MemberFilter.MEMBERS) == 1
    rows = {row.name[-1]: row.standing for row in members.page("", MemberFilter.ALL, 0, 50)}
    assert rows["B"] is MemberFilter.MEMBERS
    assert rows["C"] is MemberFilter.FORMER
    assert rows["F"] is MemberFilter.VOLUNTEERS
    assert rows["H"] is MemberFilter.PARTICIPANTS
    for chip, count in members.counts().items():
        assert len(members.page("", chip, 0, 50)) == count


def test_pages_follow_each_other(members: MemberService) -> None:
    for number in range(25):
        add(members, "Jan", f"Naam{number:02}")
    for query in ("", "jan", "naam"):
        whole = found(members, query)
        parts = [members.page(query, MemberFilter.ALL, at, 10) for at in (0, 10, 20, 30)]
        assert [row.name for part in parts for row in part] == whole
        assert whole == sorted(whole)


def test_a_person_comes_back_as_it_was_kept(members: MemberService) -> None:
    person = Person(
        name=PersonName(initials="J.P.", first="Jan", prefix="van den", last="Berg"),
        sex=Sex.MALE,
        born=PartialDate(1951, 3),
        address=Address(street="Kerkpad", house="49B", postcode="3524 AB", town="Waterdam"),
        phone="030 212 34 56",
        email="jan@voorbeeld.nl",
        iban="NL91ABNA0417164300",
        remark="Komt met 'zijn' \"hond\"; altijd",
    )
    detail = PersonDetail(
        person=person,
        memberships=(
            Membership(number="7", start=PartialDate(2010), end=PartialDate(2015, 5, 1)),
            Membership(number="12", start=PartialDate(2019, 4), fee=Decimal("12.50")),
        ),
        contributions=(Contribution(year=2024, amount=Decimal("12.50"), paid=True),),
        volunteer=Volunteer(tasks="Koffie", since=PartialDate(2020), vog_seen_on=TODAY),
        household=Household(name="Fam. Van den Berg"),
    )
    kept = members.detail(members.save(detail))
    assert replace(kept.person, id=None, household_id=None) == person
    assert [(m.number, m.start, m.end, m.fee) for m in kept.memberships] == [
        (m.number, m.start, m.end, m.fee) for m in detail.memberships
    ]
    assert kept.contributions[0].membership_id == kept.memberships[1].id
    assert kept.volunteer is not None
    assert (kept.volunteer.tasks, kept.volunteer.vog_seen_on) == ("Koffie", TODAY)
    assert kept.household is not None
    assert kept.household.name == "Fam. Van den Berg"
    assert members.detail(members.save(kept)) == kept
    assert members.all_people() == [kept]


def test_what_was_taken_off_the_form_goes(members: MemberService) -> None:
    number = add(
        members, "Jan", "Berg", memberships=(Membership(number="7"),), volunteer=Volunteer()
    )
    members.save(replace(members.detail(number), memberships=(), volunteer=None))
    assert members.detail(number) == PersonDetail(person=members.detail(number).person)
    assert found(members, "7") == []


def test_a_person_needs_a_name_and_must_exist(members: MemberService) -> None:
    with pytest.raises(NameMissing):
        add(members, "", "")
    with pytest.raises(PersonGone):
        members.detail(404)


def test_what_a_person_came_to(administration: Administration) -> None:
    members, activities = administration.members, administration.activities
    number = add(members, "Jan", "Berg")
    for name, days in (("Bingo", (3, 10)), ("Inloop", (4, 5, 6))):
        activity = activities.save(Activity(name=name))
        for day in days:
            session = activities.save_session(
                Session(activity_id=activity, day=datetime.date(2024, day, 7))
            )
            status = AttendanceStatus.ABSENT if day == 6 else AttendanceStatus.PRESENT
            activities.set_attendance(
                Attendance(session_id=session, person_id=number, status=status)
            )
    assert members.visits_by_month(number, 2024) == (0, 0, 1, 1, 1, 0, 0, 0, 0, 1, 0, 0)
    assert members.activities_of(number, 2024) == [("Bingo", 2), ("Inloop", 2)]
    assert members.activities_of(number, 2023) == []
    assert members.last_year_seen(number) == 2024
    (row,) = members.page("", MemberFilter.ALL, 0, 10)
    assert (row.activities, row.last_seen) == ("Bingo, Inloop", datetime.date(2024, 10, 7))
    assert members.last_year_seen(add(members, "Piet", "Bos")) is None

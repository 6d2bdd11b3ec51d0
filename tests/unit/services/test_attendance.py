# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of a session: who is expected, marks that are kept once, and the rows of the sheet."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from buurthuis_admin.domain.activities import Activity, AttendanceStatus, Session, SessionState
from buurthuis_admin.domain.attendance import EXCUSED, HELPED, PRESENT, Total, difference
from buurthuis_admin.domain.names import parse_name
from buurthuis_admin.domain.people import Address, Person, PersonDetail
from buurthuis_admin.services.activities import ActivityGone, NumberNegative
from buurthuis_admin.services.administration import Administration
from buurthuis_admin.services.attendance import ReasonMissing
from buurthuis_admin.services.members import NameMissing, PersonGone

DAY = datetime.date(2026, 11, 23)


def somebody(administration: Administration, name: str, street: str = "") -> int:
    person = Person(name=parse_name(name), address=Address(street=street))
    return administration.members.save(PersonDetail(person=person))


def session(
    administration: Administration, activity: int, day: datetime.date, state: str = "planned"
) -> int:
    kept = Session(activity_id=activity, day=day, state=SessionState(state))
    return administration.activities.save_session(kept)


@pytest.fixture
def coffee(administration: Administration) -> int:
    return administration.activities.save(Activity(name="Koffieochtend"))


@pytest.fixture
def evening(administration: Administration, coffee: int) -> int:
    return session(administration, coffee, DAY)


def names(administration: Administration, evening: int) -> list[tuple[int | None, str]]:
    return [(one.number, one.name) for one in administration.attendance.door(evening).visitors]


def test_who_came_lately_is_expected_and_numbered_by_first_name(
    administration: Administration, coffee: int, evening: int
) -> None:
    before = session(administration, coffee, DAY - datetime.timedelta(days=7))
    for name in ("Wim Bakker", "Ayşe Öztürk", "Bea de Vries"):
        administration.attendance.mark(before, somebody(administration, name), PRESENT)
    somebody(administration, "Niemand Nooit")
    administration.attendance.number_rows(evening)
    assert names(administration, evening) == [
        (1, "Ayşe Öztürk"),
        (2, "Bea de Vries"),
        (3, "Wim Bakker"),
    ]


def test_rows_stay_what_they_are_for_that_session(
    administration: Administration, coffee: int, evening: int
) -> None:
    before = session(administration, coffee, DAY - datetime.timedelta(days=7))
    administration.attendance.mark(before, somebody(administration, "Wim Bakker"), PRESENT)
    administration.attendance.number_rows(evening)
    early = somebody(administration, "Aad Zonder")
    administration.attendance.mark(evening, early, PRESENT)
    administration.attendance.mark(evening, early, None)
    administration.attendance.number_rows(evening)
    assert names(administration, evening) == [(1, "Wim Bakker"), (2, "Aad Zonder")]


def test_a_row_of_the_sheet_is_no_change_that_undo_shows(
    administration: Administration, evening: int
) -> None:
    changes = administration.history.count()
    administration.attendance.number_rows(evening)
    assert administration.history.count() == changes


def test_a_mark_is_kept_once_and_taken_away(administration: Administration, evening: int) -> None:
    person = somebody(administration, "Wim Bakker")
    attendance = administration.attendance
    for mark in (PRESENT, PRESENT, HELPED, EXCUSED):
        attendance.mark(evening, person, mark)
        (visitor,) = attendance.door(evening).visitors
        assert visitor.mark == mark
    attendance.mark(evening, person, None)
    assert attendance.door(evening).visitors[0].mark is None
    assert administration.activities.attendance(evening) == []


def test_a_planned_session_is_held_once_somebody_came(
    administration: Administration, evening: int
) -> None:
    administration.attendance.mark(evening, somebody(administration, "Wim Bakker"), EXCUSED)
    assert administration.activities.session(evening).state is SessionState.PLANNED
    administration.attendance.mark(evening, somebody(administration, "Bea de Vries"), PRESENT)
    assert administration.activities.session(evening).state is SessionState.HELD


def test_a_count_without_names_is_a_complete_session(
    administration: Administration, evening: int
) -> None:
    administration.attendance.count(evening, "visitors", 17)
    administration.attendance.count(evening, "Kinderen", 2)
    door = administration.attendance.door(evening)
    assert door.total == Total(0, 19)
    assert door.session.state is SessionState.HELD
    assert [count.tally_type for count in door.counts] == ["visitors", "Kinderen"]
    with pytest.raises(NumberNegative):
        administration.attendance.count(evening, "visitors", -1)


def test_two_of_one_name_are_told_apart_by_their_street(
    administration: Administration, evening: int
) -> None:
    for street in ("Lindelaan", "Beukenlaan"):
        person = somebody(administration, "Jan de Vries", street)
        administration.attendance.mark(evening, person, PRESENT)
    administration.attendance.mark(evening, somebody(administration, "Bea Smit", "Dam"), PRESENT)
    streets = {one.name: set[str]() for one in administration.attendance.door(evening).visitors}
    for one in administration.attendance.door(evening).visitors:
        streets[one.name].add(one.street)
    assert streets == {"Jan de Vries": {"Lindelaan", "Beukenlaan"}, "Bea Smit": {""}}


def test_a_name_alone_is_enough_for_somebody_new_and_one_undo_takes_both_away(
    administration: Administration, evening: int
) -> None:
    administration.attendance.add_typed(evening, "van den Berg, Jan")
    (visitor,) = administration.attendance.door(evening).visitors
    assert (visitor.given, visitor.surname, visitor.mark) == ("Jan", "van den Berg", PRESENT)
    administration.history.undo()
    assert administration.attendance.door(evening).visitors == ()
    assert administration.members.count() == 0
    with pytest.raises(NameMissing):
        administration.attendance.add_typed(evening, "  ")


def test_rows_from_paper_are_one_change(administration: Administration, evening: int) -> None:
    people = [somebody(administration, f"Gast{number} Bakker") for number in range(3)]
    administration.attendance.mark_many(evening, dict.fromkeys(people, PRESENT))
    assert administration.attendance.door(evening).total == Total(3, 0)
    administration.history.undo()
    assert administration.attendance.door(evening).total == Total(0, 0)


def test_cancelled_with_a_reason_and_reopened_is_seen_in_the_history(
    administration: Administration, evening: int
) -> None:
    attendance = administration.attendance
    with pytest.raises(ReasonMissing):
        attendance.cancel(evening, " ")
    attendance.cancel(evening, "Verwarming stuk")
    kept = administration.activities.session(evening)
    assert (kept.state, kept.reason) == (SessionState.CANCELLED, "Verwarming stuk")
    attendance.reopen(evening)
    attendance.mark(evening, somebody(administration, "Wim Bakker"), PRESENT)
    other = session(administration, kept.activity_id or 0, DAY - datetime.timedelta(days=1))
    attendance.count(other, "visitors", 3)
    told = [change.sentence for change in attendance.history(evening)]
    assert [sentence.partition(":")[0] for sentence in told] == [
        "Wim Bakker came",
        "Took place after all",
        "Did not take place",
        "Meeting added",
    ]


def test_people_beyond_the_list_are_found_by_a_part_of_their_name(
    administration: Administration,
) -> None:
    somebody(administration, "Ayşe Öztürk", "Lindelaan")
    somebody(administration, "Bea de Vries")
    assert [one.name for one in administration.attendance.find("ozt")] == ["Ayşe Öztürk"]
    assert administration.attendance.find("  ") == []


def test_of_many_who_match_the_first_in_the_order_of_lists_are_found(
    administration: Administration,
) -> None:
    for number in range(230):
        somebody(administration, f"Jan Zwart{number:03}")
    somebody(administration, "Jan Aarts")
    found = administration.attendance.find("jan", 3)
    assert [one.name for one in found] == ["Jan Aarts", "Jan Zwart000", "Jan Zwart001"]


def test_who_was_made_one_with_another_keeps_a_row(
    administration: Administration, evening: int
) -> None:
    first, second = (somebody(administration, name) for name in ("Jan Smit", "J. Smit"))
    administration.attendance.mark(evening, second, PRESENT)
    with administration.attendance._file.unit_of_work("Two are one") as unit:
        from buurthuis_admin.storage import merging

        merging.hand_over(unit.connection, first, second)
        unit.commit()
    assert names(administration, evening) == [(1, "Jan Smit")]
    card = administration.attendance.person(second)  # printed before the two were made one
    assert card is not None
    assert card.person_id == first
    assert administration.attendance.person(99) is None


def test_what_is_gone_is_told(administration: Administration, evening: int) -> None:
    with pytest.raises(PersonGone):
        administration.attendance.mark(evening, 99, PRESENT)
    with pytest.raises(ActivityGone):
        administration.attendance.door(99)


@pytest.mark.parametrize(("paper", "more"), [(17, 0), (18, 1), (15, -2)])
def test_the_paper_is_held_against_what_was_entered(paper: int, more: int) -> None:
    assert difference(Total(12, 5), paper) == more


def test_absent_is_no_visit(administration: Administration, evening: int) -> None:
    from buurthuis_admin.domain.attendance import ABSENT

    person = somebody(administration, "Wim Bakker")
    administration.attendance.mark(evening, person, ABSENT)
    assert administration.attendance.door(evening).total == Total()
    assert ABSENT.status is AttendanceStatus.ABSENT


def test_the_door_tells_the_last_visit_only_where_the_centre_wants_it(
    administration: Administration, evening: int
) -> None:
    assert not administration.attendance.door(evening).tell_last_visit
    settings = administration.settings
    settings.save(replace(settings.centre(), last_visit_at_door=True))
    assert administration.attendance.door(evening).tell_last_visit

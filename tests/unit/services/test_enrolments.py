# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from icalendar import Calendar

from buurthuis_admin.domain.activities import (
    Activity,
    EnrolmentState,
    HeadCount,
    Session,
    SessionState,
    TallyType,
)
from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Person, PersonDetail
from buurthuis_admin.domain.planning import (
    ClosingDay,
    Helper,
    HelperRole,
    OwnContribution,
    Room,
)
from buurthuis_admin.services.administration import Administration
from buurthuis_admin.services.centre_lists import (
    InUse,
    LastBeforeFirst,
    NameInListTwice,
    NameMissingInList,
)
from buurthuis_admin.services.enrolments import AlreadyEnrolled, EnrolmentService
from tests.unit.reporting.reading import read

YEAR = Period.year(2026)
DAY = datetime.date(2026, 12, 1)


@pytest.fixture
def people(administration: Administration) -> list[int]:
    names = ("Ayşe", "Bram", "Chris", "Dora")
    return [
        administration.members.save(
            PersonDetail(
                person=Person(name=PersonName(first=one, last="Berg"), mobile="0612345678")
            )
        )
        for one in names
    ]


@pytest.fixture
def yoga(administration: Administration) -> int:
    return administration.activities.save(Activity(name="Yoga", capacity=2, room="Zaal"))


@pytest.fixture
def enrolments(administration: Administration) -> EnrolmentService:
    return administration.enrolments


def listed(enrolments: EnrolmentService, activity: int) -> list[tuple[str, str, int]]:
    return [
        (one.name.split()[0], one.state.value, one.position)
        for one in enrolments.participants(activity)
    ]


@pytest.fixture
def full(enrolments: EnrolmentService, yoga: int, people: list[int]) -> int:
    """Two on the list and two who wait."""
    states = [enrolments.add(yoga, one) for one in people]
    assert states == [EnrolmentState.ENROLLED] * 2 + [EnrolmentState.WAITING] * 2
    return yoga


def test_who_comes_when_it_is_full_waits_in_order(enrolments: EnrolmentService, full: int) -> None:
    assert listed(enrolments, full) == [
        ("Ayşe", "enrolled", 0),
        ("Bram", "enrolled", 0),
        ("Chris", "waiting", 1),
        ("Dora", "waiting", 2),
    ]


def test_when_somebody_leaves_the_next_one_is_proposed(
    enrolments: EnrolmentService, full: int, administration: Administration
) -> None:
    first = enrolments.participants(full)[0]
    proposed = enrolments.remove(first.enrolment_id)
    assert proposed is not None
    assert proposed.name == "Chris Berg"
    enrolments.promote(proposed.enrolment_id)
    assert listed(enrolments, full) == [
        ("Bram", "enrolled", 0),
        ("Chris", "enrolled", 0),
        ("Dora", "waiting", 1),
    ]
    assert enrolments.next_in_line(full) is None
    administration.history.undo()
    administration.history.undo()
    assert listed(enrolments, full)[0][0] == "Ayşe"


def test_the_order_of_who_waits_is_changed(enrolments: EnrolmentService, full: int) -> None:
    last = enrolments.participants(full)[-1]
    enrolments.move(last.enrolment_id, up=True)
    assert [one[0] for one in listed(enrolments, full)] == ["Ayşe", "Bram", "Dora", "Chris"]
    enrolments.move(last.enrolment_id, up=True)
    assert [one[2] for one in listed(enrolments, full)] == [0, 0, 1, 2]


def test_nobody_stands_on_a_list_twice_but_may_come_back(
    enrolments: EnrolmentService, yoga: int, people: list[int]
) -> None:
    enrolments.add(yoga, people[0])
    with pytest.raises(AlreadyEnrolled):
        enrolments.add(yoga, people[0])
    enrolments.remove(enrolments.participants(yoga)[0].enrolment_id)
    assert enrolments.add(yoga, people[0]) is EnrolmentState.ENROLLED


def test_own_contribution_and_when_it_was_paid(
    enrolments: EnrolmentService, full: int, people: list[int]
) -> None:
    season = enrolments.season()
    owed = OwnContribution(
        activity_id=full, person_id=people[0], season=season, amount=Decimal("12.50")
    )
    contribution_id = enrolments.save_contribution(owed)
    kept = enrolments.participants(full)[0].contribution
    assert kept is not None
    assert (kept.id, kept.amount, kept.paid_on) == (contribution_id, Decimal("12.50"), None)
    assert enrolments.participants(full, season + 1)[0].contribution is None


def test_leaders_come_first_and_change_their_role(
    enrolments: EnrolmentService, yoga: int, people: list[int]
) -> None:
    for one in people[:2]:
        enrolments.save_helper(Helper(activity_id=yoga, person_id=one))
    leads = Helper(activity_id=yoga, person_id=people[1], role=HelperRole.LEADER)
    enrolments.save_helper(leads)
    found = enrolments.helpers(yoga)
    assert [(one.name, one.role) for one in found] == [
        ("Bram Berg", HelperRole.LEADER),
        ("Ayşe Berg", HelperRole.VOLUNTEER),
    ]
    enrolments.remove_helper(found[0])
    assert len(enrolments.helpers(yoga)) == 1


def test_two_who_are_made_one_keep_all_that_was_paid(
    administration: Administration, enrolments: EnrolmentService, yoga: int, people: list[int]
) -> None:
    for one, amount in zip(people, ("10.00", "5.00"), strict=False):
        enrolments.save_contribution(
            OwnContribution(
                activity_id=yoga,
                person_id=one,
                season=enrolments.season(),
                amount=Decimal(amount),
                paid_on=DAY,
            )
        )
        enrolments.save_helper(Helper(activity_id=yoga, person_id=one))
    enrolments.add(yoga, people[0])
    administration.merging.merge(people[0], people[1])
    (line,) = enrolments.participants(yoga)
    assert line.contribution is not None
    assert line.contribution.amount == Decimal("15.00")
    assert len(enrolments.helpers(yoga)) == 1


def test_money_stays_without_the_name_of_who_is_erased(
    administration: Administration, enrolments: EnrolmentService, yoga: int, people: list[int]
) -> None:
    paid = OwnContribution(
        activity_id=yoga, person_id=people[0], season=2026, amount=Decimal(8), remark="Ayşe, pin"
    )
    enrolments.save_contribution(paid)
    administration.privacy.removal.erase([people[0]])
    with administration._file.reading() as connection:
        rows = connection.exec_driver_sql(
            "SELECT person_id, amount, remark FROM own_contributions"
        ).all()
    assert rows == [(None, 800, "")]


def test_the_list_on_paper_and_in_excel(
    administration: Administration, full: int, tmp_path: Path
) -> None:
    exports = administration.planning_exports
    paper = "".join(
        page.extract_text() for page in read(exports.participants_pages(full)[0]).reader.pages
    )
    assert "Chris Berg" in paper
    assert "06 12 34 56 78" in paper
    exports.participants_workbook(full, tmp_path / "yoga.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "yoga.xlsx").active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    assert [row[:2] for row in rows[1:]] == [
        ("Ayşe Berg", "On the list"),
        ("Bram Berg", "On the list"),
        ("Chris Berg", "Waiting list"),
        ("Dora Berg", "Waiting list"),
    ]


def wall(hour: int) -> datetime.datetime:
    """A time on the clock of the wall, on the night of summer time."""
    return datetime.datetime.combine(datetime.date(2026, 3, 29), datetime.time(hour))


def test_a_calendar_file_has_the_time_on_the_wall_and_nothing_private(
    administration: Administration, yoga: int, tmp_path: Path
) -> None:
    bingo = administration.activities.save(Activity(name="Bingo 🎉", room="Keuken"))
    ten = datetime.time(10)
    administration.schedule.save(
        Session(
            activity_id=yoga, day=datetime.date(2026, 3, 29), starts_at=ten, remark="Ruzie met Jan"
        )
    )
    administration.schedule.save(
        Session(activity_id=bingo, day=DAY, state=SessionState.CANCELLED, reason="Els is ziek")
    )
    path = tmp_path / "agenda.ics"
    assert administration.planning_exports.calendar(path, YEAR) == 2
    content = path.read_bytes()
    events = Calendar.from_ical(content).walk("VEVENT")
    assert str(events[0]["summary"]) == "Yoga"
    assert events[0].decoded("dtstart") == wall(10)
    assert events[0].decoded("dtend") == wall(11)
    assert events[1].decoded("dtstart") == DAY
    assert str(events[1]["status"]) == "CANCELLED"
    assert b"Ruzie" not in content
    assert b"ziek" not in content
    assert administration.planning_exports.calendar(path, YEAR, room="keuken") == 1
    assert administration.planning_exports.calendar(path, YEAR, activity_id=yoga) == 1


def test_lists_of_the_centre_say_what_is_not_right(administration: Administration) -> None:
    lists = administration.centre_lists
    lists.save_room(Room(name="Zaal"))
    with pytest.raises(NameInListTwice):
        lists.save_room(Room(name=" zaal "))
    with pytest.raises(NameMissingInList):
        lists.save_room(Room(name="  "))
    with pytest.raises(LastBeforeFirst):
        lists.save_closing_day(
            ClosingDay(name="Kerst", first_day=DAY, last_day=DAY - datetime.timedelta(days=1))
        )
    lists.delete_room(lists.rooms()[0])
    assert lists.rooms() == []


def test_a_kind_of_visitor_that_was_counted_stays(
    administration: Administration, yoga: int
) -> None:
    lists = administration.centre_lists
    children = lists.save_tally_type(TallyType(name="kinderen"))
    lists.save_tally_type(TallyType(id=children, name="kinderen tot 12"))
    session = administration.schedule.save(Session(activity_id=yoga, day=DAY))
    administration.activities.set_head_count(
        HeadCount(session_id=session, tally_type="kinderen tot 12", number=3)
    )
    (kind,) = lists.tally_types()
    with pytest.raises(InUse):
        lists.delete_tally_type(kind)

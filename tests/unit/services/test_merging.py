# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two people are made one: nothing is lost, and undo gives both back as they were."""

from __future__ import annotations

import datetime
from decimal import Decimal
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from buurthuis_admin.domain.activities import Activity, Attendance, AttendanceStatus, Session
from buurthuis_admin.domain.dates import PartialDate
from buurthuis_admin.domain.merging import Likeness, MergeField
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Contribution, Membership, Person, PersonDetail, Volunteer
from buurthuis_admin.services.administration import Administration
from buurthuis_admin.services.members import PersonGone
from buurthuis_admin.storage.file import AdministrationFile
from tests.unit.services.read_in import read_in
from tests.unit.services.test_erasure import fill, traces_in
from tests.unit.storage.test_history import content

_NUMBERS = count(1)
_DAY = datetime.date(2024, 3, 7)
PRESENT, ABSENT = AttendanceStatus.PRESENT, AttendanceStatus.ABSENT


def person(administration: Administration, first: str, **more: object) -> int:
    """Somebody called De Vries."""
    name = PersonName(first=first, prefix="de", last="Vries")
    return administration.members.save(PersonDetail(person=Person(name=name, **more)))  # type: ignore[arg-type]


def session(administration: Administration, *came: tuple[int, AttendanceStatus]) -> int:
    """A meeting of an activity of its own, and who came."""
    activity = administration.activities.save(Activity(name=f"Koffie {next(_NUMBERS)}"))
    made = administration.activities.save_session(Session(activity_id=activity, day=_DAY))
    for person_id, status in came:
        one = Attendance(session_id=made, person_id=person_id, status=status)
        administration.activities.set_attendance(one)
    return made


def visits(administration: Administration, person_id: int) -> int:
    return sum(administration.members.visits_by_month(person_id, _DAY.year))


def test_one_person_has_the_visits_of_both_and_each_meeting_once(
    administration: Administration,
) -> None:
    jan, j = person(administration, "Jan"), person(administration, "J.")
    session(administration, (jan, PRESENT))
    session(administration, (j, PRESENT))
    session(administration, (jan, ABSENT), (j, PRESENT))
    session(administration, (jan, PRESENT), (j, PRESENT))
    administration.merging.merge(jan, j)
    assert visits(administration, jan) == 4
    with pytest.raises(PersonGone):
        administration.members.detail(j)


def test_what_one_does_not_say_comes_from_the_other(administration: Administration) -> None:
    jan = person(administration, "Jan", phone="0302345678", remark="Belt liever")
    other = person(administration, "Jan", email="jan@voorbeeld.nl", phone="0301111111", remark="-")
    found = administration.merging.compare(jan, other)
    assert found.differing == (MergeField.PHONE,)
    administration.merging.merge(jan, other, from_gone=(MergeField.PHONE,))
    made = administration.members.detail(jan).person
    assert (made.email, made.phone) == ("jan@voorbeeld.nl", "0301111111")
    assert made.remark == "Belt liever\n-"


def test_a_membership_that_both_have_is_one_with_what_was_paid(
    administration: Administration,
) -> None:
    membership = Membership(number="127", start=PartialDate(2019))
    paid = Contribution(year=2023, amount=Decimal("25.00"), paid=True)
    open_ = Contribution(year=2024, amount=Decimal("25.00"))
    said = Contribution(year=2024, paid=True)
    ids = [
        read_in(
            administration,
            PersonDetail(
                person=Person(name=PersonName(first="Jan", last="Berg")),
                memberships=(membership,),
                contributions=contributions,
                volunteer=Volunteer(tasks=tasks, since=since),
            ),
        )
        for contributions, tasks, since in (
            ((open_,), "", PartialDate(2020)),
            ((paid, said), "Bar", None),
        )
    ]
    administration.merging.merge(ids[0], ids[1])
    made = administration.members.detail(ids[0])
    assert [one.number for one in made.memberships] == ["127"]
    assert {(one.year, one.amount, one.paid) for one in made.contributions} == {
        (2023, Decimal("25.00"), True),
        (2024, Decimal("25.00"), True),
    }
    assert made.volunteer is not None
    assert (made.volunteer.tasks, made.volunteer.since) == ("Bar", PartialDate(2020))
    assert administration.members.count("127") == 1


def test_who_look_alike_are_found_and_two_people_are_not_asked_about_again(
    administration: Administration,
) -> None:
    born = PartialDate(1951, 3, 7)
    jan, again = person(administration, "Jan", born=born), person(administration, "J.", born=born)
    person(administration, "Jan", born=PartialDate(1980))
    person(administration, "Mien", email="familie@voorbeeld.nl")
    person(administration, "Klaas", email="familie@voorbeeld.nl")
    (found,) = administration.merging.doubles()
    assert found.pair == (jan, again)
    assert found.likeness is Likeness.BIRTH
    administration.merging.keep_apart(found.first, found.second)
    assert administration.merging.doubles() == []
    administration.history.undo()
    assert len(administration.merging.doubles()) == 1


def test_who_was_made_one_is_erased_with_both_histories(
    file: AdministrationFile, administration: Administration
) -> None:
    canary = fill(file, administration)
    kept = administration.members.save(
        PersonDetail(person=Person(name=PersonName(first="Jan", last="Berg")))
    )
    administration.merging.merge(kept, canary)
    path, key = file.path, file.key
    administration.privacy.removal.erase([kept])
    administration.close()
    assert traces_in(path, key) == []


@given(st.data())
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_undo_gives_both_back_with_every_row(
    file: AdministrationFile, administration: Administration, data: st.DataObject
) -> None:
    statuses = st.none() | st.sampled_from(AttendanceStatus)
    numbers = st.lists(st.sampled_from(("1", "2", "")), max_size=2, unique=True)
    ids = [
        read_in(
            administration,
            PersonDetail(
                person=Person(
                    name=PersonName(first=data.draw(st.sampled_from("AB")), last="Berg"),
                    email=data.draw(st.sampled_from(("", "a@b.nl"))),
                ),
                memberships=tuple(Membership(number=one) for one in data.draw(numbers)),
                volunteer=data.draw(st.sampled_from((None, Volunteer(tasks="Bar")))),
            ),
        )
        for _ in range(2)
    ]
    for _ in range(data.draw(st.integers(0, 3))):
        drawn = [(one, data.draw(statuses)) for one in ids]
        session(administration, *((one, status) for one, status in drawn if status is not None))
    before = content(file)
    came = [visits(administration, one) for one in ids]
    taken = data.draw(st.sets(st.sampled_from(MergeField)))
    administration.merging.merge(ids[0], ids[1], taken)
    after = content(file)
    assert max(came) <= visits(administration, ids[0]) <= sum(came)
    administration.history.undo()
    assert content(file) == before
    administration.history.redo()
    assert content(file) == after
    administration.history.undo()

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who is not seen any more, and the archive: hidden from lists and post, counted in figures."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal

import pytest

from buurthuis_admin.domain.activities import Activity, Session, SessionState
from buurthuis_admin.domain.attendance import ABSENT, PRESENT, Mark
from buurthuis_admin.domain.centre import CentreSettings
from buurthuis_admin.domain.dates import PartialDate, months_before
from buurthuis_admin.domain.labels import ENVELOPES
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import (
    Address,
    MemberFilter,
    Membership,
    Person,
    PersonDetail,
    VolunteerHours,
)
from buurthuis_admin.services.administration import Administration
from buurthuis_admin.services.mailings import NobodyLeft
from buurthuis_admin.services.members import MemberService

TODAY = datetime.date.today()  # noqa: DTZ011


def somebody(centre: Administration, first: str) -> int:
    person = Person(
        name=PersonName(first=first, last="Visser"),
        email=f"{first}@example.nl",
        address=Address(street="Dorpsstraat", house="1", postcode="3512 AB", town="Utrecht"),
    )
    return centre.members.save(
        PersonDetail(person=person, memberships=(Membership(start=PartialDate(2020)),))
    )


def came(
    centre: Administration,
    person: int,
    day: datetime.date,
    mark: Mark = PRESENT,
    state: SessionState = SessionState.HELD,
) -> None:
    known = centre.activities.all()
    activity = known[0].id if known else centre.activities.save(Activity(name="Koffie"))
    session = centre.activities.save_session(Session(activity_id=activity, day=day))
    centre.attendance.mark(session, person, mark)
    kept = centre.activities.session(session)
    centre.activities.save_session(replace(kept, state=state))


def not_seen(members: MemberService) -> list[str]:
    return [row.name for row in members.page("", MemberFilter.NOT_SEEN, 0, 50)]


def test_not_seen_are_those_who_came_before_and_not_for_a_year(
    administration: Administration,
) -> None:
    limit = months_before(TODAY, 12)
    before = limit - datetime.timedelta(days=1)
    ids = {name: somebody(administration, name) for name in "Aad Bep Cor Dik Els Fie Gé".split()}
    came(administration, ids["Aad"], before)
    came(administration, ids["Bep"], before)
    came(administration, ids["Bep"], limit)
    came(administration, ids["Cor"], before, ABSENT)
    came(administration, ids["Dik"], before)
    came(administration, ids["Dik"], TODAY, ABSENT)
    came(administration, ids["Els"], before)
    came(administration, ids["Els"], TODAY, state=SessionState.CANCELLED)
    came(administration, ids["Fie"], before)
    administration.volunteers.add_hours(
        VolunteerHours(person_id=ids["Fie"], day=PartialDate.of(TODAY), hours=Decimal(2))
    )
    assert not_seen(administration.members) == ["Visser, Aad", "Visser, Dik", "Visser, Els"]
    assert administration.members.counts("els")[MemberFilter.NOT_SEEN] == 1
    administration.settings.save(CentreSettings(not_seen_months=13))
    assert administration.settings.centre().not_seen_months == 13
    assert not_seen(administration.members) == []
    administration.settings.save(CentreSettings(not_seen_months=12))
    came(administration, ids["Dik"], TODAY)
    administration.members.archive([ids["Aad"]])
    assert not_seen(administration.members) == ["Visser, Els"]


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        ("2024-03-31", 1, "2024-02-29"),
        ("2024-01-15", 12, "2023-01-15"),
        ("2024-02-29", 12, "2023-02-28"),
        ("2024-01-31", 2, "2023-11-30"),
    ],
)
def test_months_before(day: str, months: int, before: str) -> None:
    assert months_before(datetime.date.fromisoformat(day), months).isoformat() == before


def test_the_archive_is_in_no_list_and_no_post_and_counts_in_the_figures(
    administration: Administration,
) -> None:
    members = administration.members
    aad, bep = somebody(administration, "Aad"), somebody(administration, "Bep")
    came(administration, aad, TODAY)
    figures = administration.statistics.year(TODAY.year)
    members.archive([aad])
    assert [row.name for row in members.page("", MemberFilter.ALL, 0, 9)] == ["Visser, Bep"]
    assert [row.name for row in members.page("visser", MemberFilter.ALL, 0, 9)] == ["Visser, Bep"]
    assert members.everyone() == members.count() == 1
    (row,) = members.page("aad", MemberFilter.ARCHIVED, 0, 9)
    assert row.standing is MemberFilter.ARCHIVED
    assert administration.mailings.addresses([aad, bep]).found == ("Bep@example.nl",)
    with pytest.raises(NobodyLeft):
        administration.mailings.envelopes([aad], ENVELOPES[0])
    assert administration.statistics.year(TODAY.year) == figures


def test_no_tile_for_the_archive_but_for_who_came(administration: Administration) -> None:
    aad, bep = somebody(administration, "Aad"), somebody(administration, "Bep")
    week_ago = TODAY - datetime.timedelta(days=7)
    for person in (aad, bep):
        came(administration, person, week_ago)
    administration.members.archive([aad, bep])
    activity = administration.activities.all()[0].id
    session = administration.activities.save_session(Session(activity_id=activity, day=TODAY))
    assert administration.attendance.door(session).visitors == ()
    assert [one.person_id for one in administration.attendance.named("Aad Visser")] == [aad]
    administration.attendance.mark(session, aad, PRESENT)
    assert [one.person_id for one in administration.attendance.door(session).visitors] == [aad]


def test_archiving_is_one_change_that_undo_takes_back(administration: Administration) -> None:
    members = administration.members
    ids = [somebody(administration, name) for name in ("Aad", "Bep", "Cor")]
    members.archive(ids[:1])
    changes = administration.history.count()
    members.archive(ids)  # one of them is there already
    assert administration.history.count() == changes + 1
    newest = administration.history.recent(0, 1)[0]
    assert newest.sentence == "2 people are archived"
    administration.history.undo()
    assert [row.name for row in members.page("", MemberFilter.ARCHIVED, 0, 9)] == ["Visser, Aad"]
    members.archive(ids[:1], on=False)
    assert administration.history.recent(0, 1)[0].sentence == "Aad Visser is back from the archive"
    members.archive(ids[:1], on=False)  # nothing to do is no change
    assert members.count() == 3

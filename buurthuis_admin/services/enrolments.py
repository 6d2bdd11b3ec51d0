# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who is on the list of an activity, who waits, what they pay, and who leads and helps."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from buurthuis_admin.domain.activities import Activity, Enrolment, EnrolmentState
from buurthuis_admin.domain.planning import (
    Helper,
    OwnContribution,
    Participant,
    next_waiting,
    room_left,
    season_of,
)
from buurthuis_admin.errors import UserError
from buurthuis_admin.i18n import _
from buurthuis_admin.services.activities import ActivityGone
from buurthuis_admin.services.changes import ACTIVITIES, Changes
from buurthuis_admin.services.members import PersonGone
from buurthuis_admin.storage import activity_queries, people_queries, planning_queries, tables
from buurthuis_admin.storage.bulk import Connection
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.unit_of_work import UnitOfWork

Result = TypeVar("Result")


class AlreadyEnrolled(UserError):
    """Nobody stands on a list twice."""

    def __init__(self, name: str, activity: str) -> None:
        text = _("{name} is on the list of {activity} already.")
        super().__init__(text.format(name=name, activity=activity))


class EnrolmentService:
    """The lists of one administration. Days are those of ``today``."""

    def __init__(
        self,
        file: AdministrationFile,
        changes: Changes,
        today: Callable[[], datetime.date] = datetime.date.today,
    ) -> None:
        self._file, self._changes, self._today = file, changes, today

    def season(self) -> int:
        """The season of today, called after the year in which it begins."""
        return season_of(self._today())

    def participants(self, activity_id: int, season: int | None = None) -> list[Participant]:
        """Who is on the list by name, then who waits in order."""
        with self._file.reading() as connection:
            return planning_queries.participants(
                connection, activity_id, self.season() if season is None else season
            )

    def helpers(self, activity_id: int) -> list[Helper]:
        """Who leads the activity and who helps with it."""
        with self._file.reading() as connection:
            return planning_queries.helpers(connection, activity_id)

    def add(self, activity_id: int, person_id: int) -> EnrolmentState:
        """Put somebody on the list; on the waiting list where it is full or others wait.

        Raises AlreadyEnrolled, ActivityGone and PersonGone.
        """
        activity, name = self._names(activity_id, person_id)

        def write(unit: UnitOfWork) -> EnrolmentState:
            connection = unit.connection
            if planning_queries.running_enrolment(connection, activity_id, person_id):
                raise AlreadyEnrolled(name, activity.name)
            waits = _is_full(connection, activity, self.season())
            place = planning_queries.last_position(connection, activity_id) + 1
            enrolment = Enrolment(
                activity_id=activity_id,
                person_id=person_id,
                state=EnrolmentState.WAITING if waits else EnrolmentState.ENROLLED,
                position=place if waits else 0,
                since=self._today(),
            )
            planning_queries.save_enrolment(connection, enrolment)
            return enrolment.state

        sentence = _("{name} put on the list of {activity}")
        return self._write(sentence.format(name=name, activity=activity.name), write)

    def remove(self, enrolment_id: int) -> Participant | None:
        """Somebody leaves the list. Gives who is first to take the place, when one is free."""
        enrolment, activity, name = self._enrolment(enrolment_id)

        def write(unit: UnitOfWork) -> Participant | None:
            connection = unit.connection
            until = max(self._today(), enrolment.since or self._today())
            ended = replace(enrolment, state=EnrolmentState.ENDED, position=0, until=until)
            planning_queries.save_enrolment(connection, ended)
            _renumber(connection, activity.id or 0)
            return self._next(connection, activity)

        sentence = _("{name} taken off the list of {activity}")
        return self._write(sentence.format(name=name, activity=activity.name), write)

    def next_in_line(self, activity_id: int) -> Participant | None:
        """Who is first on the waiting list, when there is a free place."""
        with self._file.reading() as connection:
            return self._next(connection, _activity(connection, activity_id))

    def promote(self, enrolment_id: int) -> None:
        """From the waiting list to the list; a person may do so over the capacity."""
        enrolment, activity, name = self._enrolment(enrolment_id)

        def write(unit: UnitOfWork) -> None:
            enrolled = replace(enrolment, state=EnrolmentState.ENROLLED, position=0)
            planning_queries.save_enrolment(unit.connection, enrolled)
            _renumber(unit.connection, activity.id or 0)

        sentence = _("{name} moved from the waiting list to the list of {activity}")
        self._write(sentence.format(name=name, activity=activity.name), write)

    def move(self, enrolment_id: int, *, up: bool) -> None:
        """One place further up or down the waiting list."""
        enrolment, activity, name = self._enrolment(enrolment_id)

        def write(unit: UnitOfWork) -> None:
            ids = list(planning_queries.waiting_ids(unit.connection, activity.id or 0))
            place = ids.index(enrolment_id)
            other = place - 1 if up else place + 1
            if 0 <= other < len(ids):
                ids[place], ids[other] = ids[other], ids[place]
            planning_queries.place_waiting(unit.connection, ids)

        assert enrolment.state is EnrolmentState.WAITING
        sentence = _("Waiting list of {activity}: other place for {name}")
        self._write(sentence.format(name=name, activity=activity.name), write)

    def save_contribution(self, one: OwnContribution) -> int:
        """Keep what somebody pays for a season."""
        activity, name = self._names(one.activity_id, one.person_id)
        sentence = _("Own contribution of {name} for {activity}")
        return self._write(
            sentence.format(name=name, activity=activity.name),
            lambda unit: planning_queries.save_contribution(unit.connection, one),
        )

    def save_helper(self, helper: Helper) -> int:
        """Tie somebody to an activity as leader or volunteer."""
        activity, name = self._names(helper.activity_id, helper.person_id)
        sentence = _("{name} helps with {activity}")
        return self._write(
            sentence.format(name=name, activity=activity.name),
            lambda unit: planning_queries.save_helper(unit.connection, helper),
        )

    def remove_helper(self, helper: Helper) -> None:
        """Somebody leads or helps no more."""
        activity, name = self._names(helper.activity_id, helper.person_id)
        sentence = _("{name} helps with {activity} no more")
        self._write(
            sentence.format(name=name, activity=activity.name),
            lambda unit: planning_queries.delete_row(
                unit.connection, tables.ActivityPerson, helper.id or 0
            ),
        )

    def _next(self, connection: Connection, activity: Activity) -> Participant | None:
        found = planning_queries.participants(connection, activity.id or 0, self.season())
        return None if room_left(activity.capacity, found) == 0 else next_waiting(found)

    def _names(self, activity_id: int, person_id: int) -> tuple[Activity, str]:
        with self._file.reading() as connection:
            activity = _activity(connection, activity_id)
            people = people_queries.people(connection, [person_id])
        if not people:
            raise PersonGone
        return activity, people[0].name.full

    def _enrolment(self, enrolment_id: int) -> tuple[Enrolment, Activity, str]:
        with self._file.reading() as connection:
            found = planning_queries.enrolment(connection, enrolment_id)
        if found is None:
            raise ActivityGone
        return found, *self._names(found.activity_id or 0, found.person_id or 0)

    def _write(self, sentence: str, write: Callable[[UnitOfWork], Result]) -> Result:
        with self._file.unit_of_work(sentence) as unit:
            result = write(unit)
            unit.commit()
        self._changes.tell(ACTIVITIES)
        return result


def _activity(connection: Connection, activity_id: int) -> Activity:
    found = activity_queries.activities(connection, [activity_id])
    if not found:
        raise ActivityGone
    return found[0]


def _is_full(connection: Connection, activity: Activity, season: int) -> bool:
    """Whether who comes now must wait: there is no place, or others wait for one already."""
    if activity.capacity is None:
        return False
    found = planning_queries.participants(connection, activity.id or 0, season)
    return room_left(activity.capacity, found) == 0 or next_waiting(found) is not None


def _renumber(connection: Connection, activity_id: int) -> None:
    ids = planning_queries.waiting_ids(connection, activity_id)
    planning_queries.place_waiting(connection, ids)

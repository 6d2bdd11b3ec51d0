# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Activities, their sessions and who came."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from buurthuis_admin.domain.activities import (
    Activity,
    ActivityRow,
    Attendance,
    AttendanceStatus,
    HeadCount,
    Session,
    SessionRow,
)
from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.text import clean
from buurthuis_admin.errors import UserError
from buurthuis_admin.i18n import _, current_language, format_day_long
from buurthuis_admin.services.changes import ACTIVITIES, Changes
from buurthuis_admin.services.counting import PeriodTally, Tally
from buurthuis_admin.storage import activity_queries, figures_queries
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.unit_of_work import UnitOfWork
from buurthuis_admin.storage.values import day_of

Result = TypeVar("Result")


class ActivityGone(UserError):
    """An activity or session that was on the screen is not in the administration any more."""

    def __init__(self) -> None:
        super().__init__(_("This activity is no longer in the administration. Choose another."))


class ActivityNameMissing(UserError):
    """An activity without a name cannot be kept."""

    def __init__(self) -> None:
        super().__init__(_("Fill in the name of the activity."))


class ActivityExists(UserError):
    """Two activities of one name would be counted as one by every reader."""

    def __init__(self, name: str) -> None:
        text = _("There already is an activity '{name}'. Choose another name.")
        super().__init__(text.format(name=name))


class NumberNegative(UserError):
    """Fewer than no visitors were filled in."""

    def __init__(self) -> None:
        super().__init__(_("Fill in how many visitors there were: 0 or more."))


class ActivityService:
    """Activities of one administration."""

    def __init__(self, file: AdministrationFile, changes: Changes) -> None:
        self._file, self._changes = file, changes
        self._meetings: dict[tuple[str, int | None], str] = {}
        changes.subscribe(self._forget_meetings)

    def years(self) -> list[int]:
        """Years in which there are sessions, the newest first."""
        with self._file.reading() as connection:
            return figures_queries.session_years(connection)

    def rows(self, year: int | None) -> list[ActivityRow]:
        """Every activity by name, with its counts over a year or over all years."""
        with self._file.reading() as connection:
            activities = activity_queries.activities(connection)
            period = None if year is None else Period.year(year)
            counted = PeriodTally(
                figures_queries.counted_sessions(connection, period),
                figures_queries.highest_person_id(connection),
            )
        return [_row(activity, counted.activities[activity.id or 0]) for activity in activities]

    def all(self) -> list[Activity]:
        """Every activity by name, those in the archive too."""
        with self._file.reading() as connection:
            return activity_queries.activities(connection)

    def archive(self, activity_id: int, *, on: bool) -> None:
        """Put an activity into the archive, or take it out. Raises ActivityGone."""
        activity = self.get(activity_id)
        sentence = _("Activity {name} archived") if on else _("Activity {name} is back")
        self._write(
            sentence.format(name=activity.name),
            lambda unit: activity_queries.save_activity(
                unit.connection, replace(activity, archived=on)
            ),
        )

    def get(self, activity_id: int) -> Activity:
        """One activity. Raises ActivityGone."""
        with self._file.reading() as connection:
            found = activity_queries.activities(connection, [activity_id])
        if not found:
            raise ActivityGone
        return found[0]

    def session(self, session_id: int) -> Session:
        """One session. Raises ActivityGone."""
        with self._file.reading() as connection:
            found = activity_queries.session_of(connection, session_id)
        if found is None:
            raise ActivityGone
        return found

    def sessions(
        self, activity_id: int, year: int | None, offset: int, limit: int
    ) -> list[SessionRow]:
        """A part of the sessions of an activity, the newest first."""
        with self._file.reading() as connection:
            return activity_queries.session_rows(connection, activity_id, year, offset, limit)

    def session_count(self, activity_id: int, year: int | None) -> int:
        """How many sessions an activity has, cancelled ones too."""
        with self._file.reading() as connection:
            return activity_queries.session_count(connection, activity_id, year)

    def attendance(self, session_id: int) -> list[tuple[str, AttendanceStatus]]:
        """Who is on the list of a session, by name, and whether they came."""
        with self._file.reading() as connection:
            return activity_queries.attendance(connection, session_id)

    def head_counts(self, session_id: int) -> list[HeadCount]:
        """The anonymous visitors of a session."""
        with self._file.reading() as connection:
            return activity_queries.head_counts(connection, session_id)

    def save(self, activity: Activity) -> int:
        """Keep an activity; returns its id. Raises ActivityNameMissing and ActivityExists."""
        if not clean(activity.name):
            raise ActivityNameMissing
        new = activity.id is None
        sentence = _("Activity {name} added") if new else _("Activity {name} changed")
        self._meetings.clear()

        def write(unit: UnitOfWork) -> int:
            known = activity_queries.id_by_name(unit.connection, activity.name)
            if known not in (None, activity.id):
                raise ActivityExists(activity.name)
            return activity_queries.save_activity(unit.connection, activity)

        return self._write(sentence.format(name=activity.name), write)

    def save_session(self, session: Session) -> int:
        """Keep a session; returns its id. Raises ActivityGone."""
        new = session.id is None
        sentence = _("Meeting added: {meeting}") if new else _("Meeting changed: {meeting}")
        activity = self.get(session.activity_id or 0).name
        self._meetings.clear()
        return self._write(
            sentence.format(meeting=_meeting(activity, session.day)),
            lambda unit: activity_queries.save_session(unit.connection, session),
        )

    def set_attendance(self, attendance: Attendance) -> None:
        """Keep whether somebody came to a session. Raises ActivityGone."""
        meeting = self.meeting_name(attendance.session_id)
        sentence = _("Attendance filled in: {meeting}").format(meeting=meeting)
        with self._file.single_row(sentence) as unit:
            activity_queries.replace_attendance(unit.connection, attendance)
            unit.commit()
        self._changes.tell(ACTIVITIES)

    def set_head_count(self, count: HeadCount) -> None:
        """Keep a number of anonymous visitors. Raises NumberNegative and ActivityGone."""
        if count.number < 0:
            raise NumberNegative
        meeting = self.meeting_name(count.session_id)
        self._write(
            _("Visitors counted: {meeting}").format(meeting=meeting),
            lambda unit: activity_queries.replace_head_count(unit.connection, count),
        )

    def meeting_name(self, session_id: int | None) -> str:
        """'Koffieochtend, 7 maart 2024'. Raises ActivityGone.

        Remembered: every tap at the door waits for it.
        """
        key = (current_language(), session_id)
        known = self._meetings.get(key)
        if known is None:
            session = self.session(session_id or 0)
            activity = self.get(session.activity_id or 0).name
            known = self._meetings[key] = _meeting(activity, session.day)
        return known

    def _forget_meetings(self, areas: frozenset[str]) -> None:
        # Taps tell of activities alone; an import or an undo, that may change a name, of more.
        if areas != {ACTIVITIES}:
            self._meetings.clear()

    def _write(self, sentence: str, write: Callable[[UnitOfWork], Result]) -> Result:
        with self._file.unit_of_work(sentence) as unit:
            result = write(unit)
            unit.commit()
        self._changes.tell(ACTIVITIES)
        return result


def _meeting(activity: str, day: datetime.date) -> str:
    return f"{activity}, {format_day_long(day)}"


def _row(activity: Activity, tally: Tally) -> ActivityRow:
    count = tally.count
    return ActivityRow(
        id=activity.id or 0,
        name=activity.name,
        theme=activity.theme,
        archived=activity.archived,
        sessions=count.sessions,
        visits=count.visits,
        unique=count.unique,
        last_session=day_of(tally.last_day or None),
    )

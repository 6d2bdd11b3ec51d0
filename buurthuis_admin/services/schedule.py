# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The calendar of the centre: meetings, the series they come from, and changes to both."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from buurthuis_admin.domain.activities import Series, Session, SessionState
from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.planning import (
    CalendarSession,
    ClosedDays,
    ClosingDay,
    Overlap,
    overlaps,
    season_end,
)
from buurthuis_admin.domain.series import Known, Scope, concerned, ended_before, untouched
from buurthuis_admin.i18n import _, format_day_long, ngettext
from buurthuis_admin.services.activities import ActivityGone
from buurthuis_admin.services.changes import ACTIVITIES, Changes
from buurthuis_admin.services.recurrence import bounded, last_day_of, public_holidays
from buurthuis_admin.services.replanning import (
    AlreadyHeld,
    NothingPlanned,
    Preview,
    Values,
    change_values,
    check_times,
    ending_on,
    meetings_for,
    open_ended,
    plan,
    preview,
    replan,
    series_in,
    session_in,
)
from buurthuis_admin.storage import activity_queries, planning_queries, schedule_queries
from buurthuis_admin.storage.bulk import Connection
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.unit_of_work import UnitOfWork
from buurthuis_admin.storage.values import STATE_NUMBERS

Result = TypeVar("Result")
_CANCELLED = STATE_NUMBERS[SessionState.CANCELLED]
_FURTHEST = datetime.timedelta(days=366 * 10)  # nobody plans further ahead than this


class ScheduleService:
    """Plans and changes meetings. What was held or counted is never moved or lost by it."""

    def __init__(
        self,
        file: AdministrationFile,
        changes: Changes,
        today: Callable[[], datetime.date] = datetime.date.today,
    ) -> None:
        self._file, self._changes, self._today = file, changes, today

    def today(self) -> datetime.date:
        """What day it is."""
        return self._today()

    # Looking.

    def calendar(self, period: Period, activity_id: int | None = None) -> list[CalendarSession]:
        """The meetings of some days, in order; of one activity when it is given."""
        with self._file.reading() as connection:
            return schedule_queries.calendar(connection, period, activity_id)

    def free_days(self, period: Period) -> dict[datetime.date, str]:
        """Days of a period that are holidays or on which the centre is closed, by name."""
        with self._file.reading() as connection:
            lists = planning_queries.closing_days(connection)
        closed = ClosedDays(lists, public_holidays(period))
        days = (period.start.toordinal() + number for number in range(_length(period)))
        named = ((day, closed.reason(day)) for day in map(datetime.date.fromordinal, days))
        return {day: reason for day, reason in named if reason}

    def session(self, session_id: int) -> Session:
        """One meeting with the values of its own. Raises ActivityGone."""
        with self._file.reading() as connection:
            return session_in(connection, session_id)

    def shown(self, session_id: int) -> CalendarSession:
        """One meeting as the calendar shows it. Raises ActivityGone."""
        with self._file.reading() as connection:
            found = schedule_queries.calendar_session(connection, session_id)
        if found is None:
            raise ActivityGone
        return found

    def series(self, series_id: int) -> Series:
        """One series. Raises ActivityGone."""
        with self._file.reading() as connection:
            return series_in(connection, series_id)

    def series_of(self, activity_id: int) -> list[Series]:
        """The series of an activity."""
        with self._file.reading() as connection:
            return schedule_queries.series_of(connection, activity_id)

    def double_booked(self, session: CalendarSession) -> list[Overlap]:
        """With which meetings this one, as it would be, shares a room and a moment."""
        there = self.calendar(Period(session.day, session.day))
        others = [one for one in there if one.id != session.id]
        return [
            pair for pair in overlaps([session, *others]) if session in (pair.first, pair.second)
        ]

    # Series.

    def preview(self, series: Series, times: int | None = None) -> Preview:
        """What a series, new or changed, would give; nothing is kept."""
        with self._file.reading() as connection:
            return preview(connection, series, self._horizon(series), times)

    def save_series(self, series: Series, times: int | None = None) -> int:
        """Plan a new series. Raises EndBeforeStart and NothingPlanned."""
        check_times(series.starts_at, series.ends_at)
        name = self._name(series.activity_id)

        def write(unit: UnitOfWork) -> int:
            connection = unit.connection
            found = preview(connection, series, self._horizon(series), times)
            if not found.days:
                raise NothingPlanned
            kept = ending_on(series, found.days[-1]) if times else series
            series_id = schedule_queries.save_series(connection, kept)
            plan(connection, replace(kept, id=series_id), found.days)
            return series_id

        return self._write(_("Series planned: {activity}").format(activity=name), write)

    def change_series(self, series: Series, first: datetime.date, times: int | None = None) -> int:
        """Repeat in another way from a day on. Returns the id of the series from then on.

        Meetings before that day stay with the series as it was; those from it on that were held,
        counted or cancelled stay where they are. Raises EndBeforeStart and NothingPlanned.
        """
        check_times(series.starts_at, series.ends_at)
        name = self._name(series.activity_id)

        def write(unit: UnitOfWork) -> int:
            connection = unit.connection
            changed = replace(series, first_day=max(first, series.first_day))
            found = preview(connection, changed, self._horizon(changed), times)
            if not found.days:
                raise NothingPlanned
            kept = ending_on(changed, found.days[-1]) if times else changed
            return replan(connection, kept, first, found.days)

        return self._write(_("Series changed: {activity}").format(activity=name), write)

    def stop_series(self, series_id: int, first: datetime.date) -> int:
        """No meetings of a series from a day on; returns how many planned ones went."""
        series = self.series(series_id)
        name = self._name(series.activity_id)

        def write(unit: UnitOfWork) -> int:
            connection = unit.connection
            known = schedule_queries.known(connection, series_id)
            gone = [one.id for one in concerned(known, Scope.FOLLOWING, first)]
            schedule_queries.drop_sessions(connection, gone)
            rule = ended_before(bounded(series), max(first, series.first_day))
            schedule_queries.save_series(connection, replace(series, rule=rule))
            return len(gone)

        return self._write(_("Series stopped: {activity}").format(activity=name), write)

    def to_extend(self, until: datetime.date) -> int:
        """How many meetings there would be more when series without an end go on until a day."""
        with self._file.reading() as connection:
            return sum(len(days) for _one, days in open_ended(connection, self._today(), until))

    def extend(self, until: datetime.date) -> int:
        """Plan series without an end up to and including a day; returns how many meetings."""

        def write(unit: UnitOfWork) -> int:
            count = 0
            for series, days in open_ended(unit.connection, self._today(), until):
                plan(unit.connection, series, days)
                count += len(days)
            return count

        sentence = _("Meetings planned up to and including {day}")
        return self._write(sentence.format(day=format_day_long(until)), write)

    # Meetings.

    def save(self, session: Session) -> int:
        """Keep one meeting. Raises ActivityGone and EndBeforeStart."""
        check_times(session.starts_at, session.ends_at)
        name = self._name(session.activity_id)
        new = session.id is None
        sentence = _("Meeting added: {meeting}") if new else _("Meeting changed: {meeting}")
        return self._write(
            sentence.format(meeting=_meeting(name, session.day)),
            lambda unit: activity_queries.save_session(unit.connection, session),
        )

    def move(self, session_id: int, day: datetime.date) -> int:
        """Another day for one meeting. Raises ActivityGone."""
        session = self.session(session_id)
        name = self._name(session.activity_id)
        moved = replace(session, day=day)
        sentence = _("Meeting moved to {day}: {meeting}").format(
            day=format_day_long(day), meeting=_meeting(name, session.day)
        )
        return self._write(
            sentence, lambda unit: activity_queries.save_session(unit.connection, moved)
        )

    def change(self, session_id: int, values: Values, scope: Scope) -> int:
        """Other times, room or leader for more meetings of a series; returns how many changed."""
        check_times(values.starts_at, values.ends_at)

        def write(connection: Connection, session: Session, chosen: Sequence[Known]) -> None:
            ids = [one.id for one in chosen]
            schedule_queries.update_sessions(connection, ids, values.row)
            change_values(connection, session, values, scope)

        return self._change(session_id, scope, _("Meetings changed: {activity}"), write)

    def cancel(self, session_id: int, scope: Scope, reason: str) -> int:
        """Meetings that do not go on, with the reason; returns how many.

        Raises AlreadyHeld when it is about one of which it is known who came.
        """
        if scope is Scope.ONE and self.shown(session_id).counted:
            raise AlreadyHeld
        values: dict[str, object] = {"state": _CANCELLED, "reason": reason}

        def write(connection: Connection, _session: Session, chosen: Sequence[Known]) -> None:
            schedule_queries.update_sessions(connection, [one.id for one in chosen], values)

        return self._change(session_id, scope, _("Does not go on: {activity}"), write)

    def uncancel(self, session_id: int) -> None:
        """A meeting goes on all the same."""
        session = self.session(session_id)
        name = self._name(session.activity_id)
        back = replace(session, state=SessionState.PLANNED, reason="")
        self._write(
            _("Goes on after all: {meeting}").format(meeting=_meeting(name, session.day)),
            lambda unit: activity_queries.save_session(unit.connection, back),
        )

    def fixed(self, session_id: int, scope: Scope) -> int:
        """How many meetings a change would pass by, because they were held or counted."""
        with self._file.reading() as connection:
            session = session_in(connection, session_id)
            if session.series_id is None:
                return 0
            known = schedule_queries.known(connection, session.series_id)
        return untouched(known, scope, session.series_day or session.day)

    def planned_on(self, closing: ClosingDay) -> list[CalendarSession]:
        """Planned meetings on days on which the centre is closed."""
        found = self.calendar(Period(closing.first_day, closing.last_day))
        return [one for one in found if one.state is SessionState.PLANNED and not one.fixed]

    def cancel_all(self, sessions: Sequence[CalendarSession], reason: str) -> int:
        """These meetings do not go on; returns how many."""
        told = ngettext(
            "{count} meeting does not go on", "{count} meetings do not go on", len(sessions)
        )
        ids = [one.id for one in sessions if not one.fixed]
        values: dict[str, object] = {"state": _CANCELLED, "reason": reason}

        def write(unit: UnitOfWork) -> int:
            schedule_queries.update_sessions(unit.connection, ids, values)
            return len(ids)

        return self._write(told.format(count=len(sessions)), write)

    def _change(
        self,
        session_id: int,
        scope: Scope,
        sentence: str,
        change: Callable[[Connection, Session, Sequence[Known]], None],
    ) -> int:
        name = self._name(self.session(session_id).activity_id)

        def write(unit: UnitOfWork) -> int:
            session = session_in(unit.connection, session_id)
            chosen = meetings_for(unit.connection, session, scope)
            change(unit.connection, session, chosen)
            return len(chosen)

        return self._write(sentence.format(activity=name), write)

    def _horizon(self, series: Series) -> datetime.date:
        """Up to where meetings are planned: the end of the series, or of the season."""
        last = last_day_of(series)
        if last is not None:
            return min(last, self._today() + _FURTHEST)
        return season_end(max(self._today(), series.first_day))

    def _name(self, activity_id: int | None) -> str:
        with self._file.reading() as connection:
            found = activity_queries.activities(connection, [activity_id or 0])
        if not found:
            raise ActivityGone
        return found[0].name

    def _write(self, sentence: str, write: Callable[[UnitOfWork], Result]) -> Result:
        with self._file.unit_of_work(sentence) as unit:
            result = write(unit)
            unit.commit()
        self._changes.tell(ACTIVITIES)
        return result


def _meeting(activity: str, day: datetime.date) -> str:
    return f"{activity}, {format_day_long(day)}"


def _length(period: Period) -> int:
    return (period.end - period.start).days + 1

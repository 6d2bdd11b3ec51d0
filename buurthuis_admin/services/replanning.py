# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The steps of planning a series, each within the change of whoever asks."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from buurthuis_admin.domain.activities import Series, Session, SessionState
from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.planning import CalendarSession, ClosedDays, Overlap, overlaps
from buurthuis_admin.domain.series import Known, Scope, concerned, ended_before, renew, split
from buurthuis_admin.errors import UserError
from buurthuis_admin.i18n import _
from buurthuis_admin.services.activities import ActivityGone
from buurthuis_admin.services.recurrence import bounded, days_from, days_of, public_holidays
from buurthuis_admin.storage import activity_queries, planning_queries, schedule_queries
from buurthuis_admin.storage.bulk import Connection
from buurthuis_admin.storage.values import time_to_minutes

_DAY = datetime.timedelta(days=1)
_LONGEST = datetime.timedelta(days=366 * 5)  # how far ahead a number of times is looked for


class EndBeforeStart(UserError):
    """A meeting cannot end before it begins."""

    def __init__(self) -> None:
        super().__init__(_("The end lies before the start. Change one of the two."))


class NothingPlanned(UserError):
    """A series of which no day is left would leave nothing to see."""

    def __init__(self) -> None:
        super().__init__(
            _("This gives no meeting at all. Look at the days, the first day and the end.")
        )


class AlreadyHeld(UserError):
    """Visits of a meeting that is cancelled would be counted no more."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Somebody filled in who came to this meeting. Empty the attendance first if it "
                "did not go on."
            )
        )


@dataclass(frozen=True, slots=True)
class Preview:
    """What a series would give before it is kept.

    ``already``: days on which the activity meets at that time as it is. ``dropped`` and ``fixed``
    are meetings of a series that is changed: planned ones that go, and those that stay always.
    """

    days: tuple[datetime.date, ...] = ()
    skipped: tuple[tuple[datetime.date, str], ...] = ()
    already: tuple[datetime.date, ...] = ()
    overlaps: tuple[Overlap, ...] = ()
    dropped: int = 0
    fixed: int = 0


@dataclass(frozen=True, slots=True)
class Values:
    """When and where meetings are held and by whom; room and leader None: as the activity."""

    starts_at: datetime.time | None = None
    ends_at: datetime.time | None = None
    room: str | None = None
    leader: str | None = None

    @property
    def row(self) -> dict[str, object]:
        """As the table keeps them."""
        return {
            "starts_at": time_to_minutes(self.starts_at),
            "ends_at": time_to_minutes(self.ends_at),
            "room": self.room,
            "leader": self.leader,
        }


def check_times(start: datetime.time | None, end: datetime.time | None) -> None:
    """Raises EndBeforeStart; an end without a start is no end either."""
    if end is not None and (start is None or end <= start):
        raise EndBeforeStart


def session_in(connection: Connection, session_id: int) -> Session:
    """One meeting. Raises ActivityGone."""
    found = activity_queries.session_of(connection, session_id)
    if found is None:
        raise ActivityGone
    return found


def series_in(connection: Connection, series_id: int) -> Series:
    """One series. Raises ActivityGone."""
    found = schedule_queries.series(connection, series_id)
    if found is None:
        raise ActivityGone
    return found


def ending_on(series: Series, last: datetime.date) -> Series:
    """A series that ends on a day."""
    return replace(series, rule=ended_before(bounded(series), last + _DAY))


def preview(
    connection: Connection, series: Series, horizon: datetime.date, times: int | None
) -> Preview:
    """What a series would give: the days, and what must be known with them."""
    found = days_left(connection, series, horizon, times)
    dropped, fixed = _of_known(connection, series, found.days)
    booked = tuple(_double_booked(connection, series, found.days))
    return replace(found, overlaps=booked, dropped=dropped, fixed=fixed)


def days_left(
    connection: Connection, series: Series, horizon: datetime.date, times: int | None
) -> Preview:
    """The days of a series without closed ones and those on which the activity meets already."""
    last = series.first_day + _LONGEST if times else horizon
    if last < series.first_day:
        return Preview()
    period = Period(series.first_day, last)
    closed = _closed(connection, series, period)
    taken = schedule_queries.taken_days(connection, series, period)
    days: list[datetime.date] = []
    skipped: list[tuple[datetime.date, str]] = []
    already: list[datetime.date] = []
    for day in days_of(bounded(series), series.first_day, last):
        if times is not None and len(days) == times:
            break
        if reason := closed.reason(day):
            skipped.append((day, reason))
        elif _is_taken(taken.get(day, ()), series):
            already.append(day)
        else:
            days.append(day)
    return Preview(tuple(days), tuple(skipped), tuple(already))


def _closed(connection: Connection, series: Series, period: Period) -> ClosedDays:
    return ClosedDays(
        planning_queries.closing_days(connection),
        public_holidays(period),
        on_holidays=series.on_holidays,
        in_school_holidays=series.in_school_holidays,
    )


def _is_taken(times: Iterable[datetime.time | None], series: Series) -> bool:
    return any(time is None or time == series.starts_at for time in times)


def _of_known(
    connection: Connection, series: Series, days: Sequence[datetime.date]
) -> tuple[int, int]:
    if series.id is None:
        return 0, 0
    going = split(schedule_queries.known(connection, series.id), series.first_day).go
    return len(renew(days, going).drop), sum(one.fixed for one in going)


def _double_booked(
    connection: Connection, series: Series, days: Sequence[datetime.date]
) -> Iterator[Overlap]:
    """Days on which the room of a series is in use by something else."""
    (activity,) = activity_queries.activities(connection, [series.activity_id or 0])
    room = activity.room if series.room is None else series.room
    if not days or not room:
        return
    planned = {
        day: CalendarSession(
            id=0,
            activity_id=activity.id or 0,
            activity=activity.name,
            day=day,
            starts_at=series.starts_at,
            ends_at=series.ends_at,
            room=room,
        )
        for day in days
    }
    there = schedule_queries.calendar(connection, Period(days[0], days[-1]))
    others = [one for one in there if one.day in planned and one.series_id != (series.id or 0)]
    for pair in overlaps([*planned.values(), *others]):
        if 0 in (pair.first.id, pair.second.id):
            yield pair


def plan(connection: Connection, series: Series, days: Iterable[datetime.date]) -> None:
    """Planned meetings of a series on these days."""
    sessions = [
        Session(
            activity_id=series.activity_id,
            series_id=series.id,
            series_day=day,
            day=day,
            starts_at=series.starts_at,
            ends_at=series.ends_at,
            room=series.room,
            leader=series.leader,
            state=SessionState.PLANNED,
        )
        for day in days
    ]
    schedule_queries.add_sessions(connection, sessions)


def replan(
    connection: Connection, series: Series, first: datetime.date, days: Sequence[datetime.date]
) -> int:
    """Let a series repeat in another way from a day on; returns the id of what goes on."""
    assert series.id is not None
    halves = split(schedule_queries.known(connection, series.id), first)
    if halves.stay:
        series = replace(series, id=_cut(connection, series, first, halves.go))
    else:
        schedule_queries.save_series(connection, series)
    assert series.id is not None
    renewal = renew(days, halves.go)
    schedule_queries.drop_sessions(connection, renewal.drop)
    free = [one.id for one in halves.go if one.id in renewal.keep and not one.fixed]
    values = Values(series.starts_at, series.ends_at, series.room, series.leader)
    schedule_queries.update_sessions(connection, free, values.row)
    plan(connection, series, renewal.add)
    return series.id


def _cut(
    connection: Connection, after: Series, first: datetime.date, going: Sequence[Known]
) -> int:
    """End a series before a day and begin another; the meetings from then on go over to it."""
    assert after.id is not None
    before = series_in(connection, after.id)
    ended = replace(before, rule=ended_before(bounded(before), first))
    schedule_queries.save_series(connection, ended)
    series_id = schedule_queries.save_series(connection, replace(after, id=None))
    ids = [one.id for one in going]
    schedule_queries.update_sessions(connection, ids, {"series_id": series_id})
    return series_id


def change_values(connection: Connection, session: Session, values: Values, scope: Scope) -> None:
    """Let a series go on with other times, room and leader: all of it, or from a meeting on."""
    if session.series_id is None or scope is Scope.ONE:
        return
    series = series_in(connection, session.series_id)
    changed = replace(
        series,
        starts_at=values.starts_at,
        ends_at=values.ends_at,
        room=values.room,
        leader=values.leader,
    )
    first = session.series_day or session.day
    halves = split(schedule_queries.known(connection, session.series_id), first)
    if scope is Scope.FOLLOWING and halves.stay:
        after = replace(changed, rule=bounded(series), first_day=first)
        _cut(connection, after, first, halves.go)
    else:
        schedule_queries.save_series(connection, changed)


def meetings_for(connection: Connection, session: Session, scope: Scope) -> list[Known]:
    """The meetings that a change is for, without those that were held or counted."""
    own = Known(id=session.id or 0, series_day=session.series_day or session.day, day=session.day)
    if session.series_id is None:
        return [own]
    known = schedule_queries.known(connection, session.series_id)
    return concerned(known, scope, own.series_day)


def open_ended(
    connection: Connection, today: datetime.date, last: datetime.date
) -> Iterator[tuple[Series, Sequence[datetime.date]]]:
    """Series without an end of activities that go on, with the days to be planned up to a day."""
    going = {one.id for one in activity_queries.activities(connection) if not one.archived}
    planned = schedule_queries.last_planned(connection)
    closing = planning_queries.closing_days(connection)
    holidays = public_holidays(Period(today, max(today, last)))
    for series in schedule_queries.series_of(connection):
        if series.activity_id not in going or _ends(series):
            continue
        known = planned.get(series.id or 0)
        first = max(today, series.first_day, today if known is None else known + _DAY)
        wanted = days_from(series.rule, series.first_day, first, last) if first <= last else []
        closed = ClosedDays(
            closing,
            holidays,
            on_holidays=series.on_holidays,
            in_school_holidays=series.in_school_holidays,
        )
        open_days = [day for day in wanted if not closed.reason(day)]
        if days := _not_taken(connection, series, open_days):
            yield series, days


def _ends(series: Series) -> bool:
    rule = series.rule.upper()
    return "UNTIL=" in rule or "COUNT=" in rule


def _not_taken(
    connection: Connection, series: Series, days: Sequence[datetime.date]
) -> Sequence[datetime.date]:
    if not days:
        return ()
    taken = schedule_queries.taken_days(connection, series, Period(days[0], days[-1]))
    return [day for day in days if not _is_taken(taken.get(day, ()), series)]

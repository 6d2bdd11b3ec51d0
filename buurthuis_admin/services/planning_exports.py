# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What leaves the calendar: an iCalendar file, and the list of an activity on paper or in Excel."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from buurthuis_admin.domain.activities import EnrolmentState, SessionState
from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.phones import format_phone
from buurthuis_admin.domain.planning import CalendarSession, Participant
from buurthuis_admin.domain.text import fold
from buurthuis_admin.i18n import _, current_language, format_number, ngettext
from buurthuis_admin.services.activities import ActivityService
from buurthuis_admin.services.enrolments import EnrolmentService
from buurthuis_admin.services.safe_file import write_safely
from buurthuis_admin.services.schedule import ScheduleService
from buurthuis_admin.services.settings import SettingsService
from buurthuis_admin.services.workbooks import Value, workbook

if TYPE_CHECKING:
    from icalendar import Event

_HOUR = datetime.timedelta(hours=1)
_DAY = datetime.timedelta(days=1)


class PlanningExports:
    """Writes files. An existing file is replaced, only by a whole one."""

    def __init__(
        self,
        schedule: ScheduleService,
        enrolments: EnrolmentService,
        activities: ActivityService,
        settings: SettingsService,
        now: Callable[[], datetime.datetime] = lambda: datetime.datetime.now(datetime.UTC),
    ) -> None:
        self._schedule, self._enrolments = schedule, enrolments
        self._activities, self._settings, self._now = activities, settings, now

    def calendar(
        self, path: Path, period: Period, activity_id: int | None = None, room: str = ""
    ) -> int:
        """The meetings of a period as iCalendar: of an activity, of a room, or all of them.

        Returns how many. Raises NotSaved. Remarks and reasons stay at home.
        """
        found = self._schedule.calendar(period, activity_id)
        chosen = [one for one in found if not room or fold(one.room) == fold(room)]
        centre = self._settings.centre().name
        write_safely(path, calendar_content(chosen, centre, self._now()))
        return len(chosen)

    def participants_pages(self, activity_id: int) -> tuple[bytes, str]:
        """The list of an activity as PDF, with how many people are on it in words."""
        from buurthuis_admin.reporting.lists import PaperList, list_as_pdf

        activity = self._activities.get(activity_id)
        found = self._enrolments.participants(activity_id)
        paper = PaperList(
            kind=_("List of participants"),
            about=activity.name,
            centre=self._settings.centre().name,
            made_on=self._schedule.today(),
            columns=(_("Name"), _("Telephone"), _("Remark")),
            lines=tuple(_paper_line(one) for one in found),
        )
        told = ngettext("{count} person", "{count} people", len(found))
        return list_as_pdf(paper, current_language()), told.format(count=format_number(len(found)))

    def participants_workbook(self, activity_id: int, path: Path) -> None:
        """The list of an activity as a workbook. Raises NotSaved."""
        activity = self._activities.get(activity_id)
        headings = (
            _("Name"),
            _("List"),
            _("Since"),
            _("Telephone"),
            _("E-mail"),
            _("Own contribution"),
            _("Paid on"),
        )
        rows = (_sheet_line(one) for one in self._enrolments.participants(activity_id))
        write_safely(path, workbook([(activity.name, headings, rows)]))


def calendar_content(
    sessions: Iterable[CalendarSession], centre: str, stamp: datetime.datetime
) -> bytes:
    """An iCalendar file. Times are those of the clock on the wall, without a time zone."""
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", "-//Buurthuis Administratie//NL")
    made.add("version", "2.0")
    if centre:
        made.add("x-wr-calname", centre)
    for one in sessions:
        made.add_component(_event(one, centre, stamp))
    return bytes(made.to_ical())


def _event(one: CalendarSession, centre: str, stamp: datetime.datetime) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", str(uuid.uuid5(uuid.NAMESPACE_URL, f"buurthuis:{centre}:{one.id}")))
    event.add("dtstamp", stamp)
    event.add("summary", one.activity)
    if one.starts_at is None:
        event.add("dtstart", one.day)
        event.add("dtend", one.day + _DAY)
    else:
        start = datetime.datetime.combine(one.day, one.starts_at)
        event.add("dtstart", start)
        end = datetime.datetime.combine(one.day, one.ends_at) if one.ends_at else start + _HOUR
        event.add("dtend", end)
    if one.room:
        event.add("location", one.room)
    cancelled = one.state is SessionState.CANCELLED
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    return event


def state_word(state: EnrolmentState) -> str:
    """Where somebody stands on the list of an activity."""
    return _("Waiting list") if state is EnrolmentState.WAITING else _("On the list")


def _paper_line(one: Participant) -> tuple[str, str, str]:
    place = f"{state_word(one.state)} {one.position}" if one.position else ""
    return one.name, format_phone(one.phone), place


def _sheet_line(one: Participant) -> tuple[Value, ...]:
    paid = one.contribution
    return (
        one.name,
        state_word(one.state),
        one.since,
        format_phone(one.phone),
        one.email,
        paid.amount if paid else None,
        paid.paid_on if paid else None,
    )

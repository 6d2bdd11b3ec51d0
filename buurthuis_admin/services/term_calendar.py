# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The terms of dossiers as a calendar file (iCalendar): whole days, with two reminders each."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from pathlib import Path

from icalendar import Alarm, Calendar, Event

from buurthuis_admin import __version__
from buurthuis_admin.domain.dossier_track import Moment, MomentKind, timeline
from buurthuis_admin.domain.subsidies import Subsidy
from buurthuis_admin.i18n import _, format_money
from buurthuis_admin.services.safe_file import write_safely

_REMINDERS = (14, 3)  # days before
_TOLD = (
    MomentKind.INTERIM_DUE,
    MomentKind.CONDITION_DUE,
    MomentKind.DUE,
    MomentKind.EXPECTED,
)


def term_calendar(subsidies: Iterable[Subsidy], now: datetime.datetime) -> bytes:
    """What must be done, and what money is expected, from today on; the same bytes each time."""
    calendar = Calendar()
    calendar.add("prodid", f"-//Buurthuis Administratie//{__version__}//NL")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _("Terms of subsidies"))
    for subsidy in subsidies:
        for moment in timeline(subsidy, (), now.date()):
            if moment.kind in _TOLD and moment.ahead and moment.day >= now.date():
                calendar.add_component(_event(subsidy, moment, now))
    made: bytes = calendar.to_ical()
    return made


def save_calendar(path: Path, subsidies: Iterable[Subsidy]) -> None:
    """Write the calendar file. Raises NotSaved."""
    write_safely(path, term_calendar(subsidies, datetime.datetime.now(datetime.UTC)))


def _event(subsidy: Subsidy, moment: Moment, now: datetime.datetime) -> Event:
    name = subsidy.purpose or subsidy.funder
    title = f"{name}: {moment_words(moment)}"
    event = Event()
    # A calendar that reads the file again changes the day in place of adding another.
    event.add("uid", f"{moment.kind.value}-{subsidy.id}-{moment.words}@buurthuis-administratie")
    event.add("dtstamp", now)
    event.add("dtstart", moment.day)
    event.add("dtend", moment.day + datetime.timedelta(days=1))
    event.add("summary", title)
    event.add("description", ", ".join(filter(None, (subsidy.funder, subsidy.reference))))
    event.add("transp", "TRANSPARENT")
    for days in _REMINDERS:
        event.add_component(_alarm(title, days))
    return event


def _alarm(title: str, days: int) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", datetime.timedelta(days=-days))
    return alarm


def moment_words(moment: Moment) -> str:
    """What a term or an expected payment is."""
    words = {
        MomentKind.INTERIM_DUE: _("send the interim report"),
        MomentKind.DUE: _("account for it"),
        MomentKind.CONDITION_DUE: moment.words,
    }.get(moment.kind)
    if words is not None:
        return words
    if moment.amount is None:
        return _("money expected")
    return _("{amount} expected").format(amount=format_money(moment.amount))

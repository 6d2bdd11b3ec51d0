# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The terms of dossiers as a calendar file that other programs read."""

from __future__ import annotations

import datetime
from dataclasses import replace
from decimal import Decimal

from icalendar import Calendar

from buurthuis_admin.domain.subsidies import Condition, Instalment, Subsidy, SubsidyState
from buurthuis_admin.services.term_calendar import term_calendar

NOW = datetime.datetime(2026, 11, 23, 10, tzinfo=datetime.UTC)
DOSSIER = Subsidy(
    id=4,
    funder="Gemeente Waterdam",
    purpose="Samen gezond",
    reference="2026-01487",
    state=SubsidyState.AWARDED,
    awarded=Decimal(18000),
    due_on=datetime.date(2027, 4, 1),
    interim_due_on=datetime.date(2026, 7, 1),
    conditions=(Condition(words="Foto's sturen", due_on=datetime.date(2026, 12, 31)),),
    instalments=(Instalment(expected=Decimal(3600), expected_on=datetime.date(2027, 6, 1)),),
)


def test_terms_from_today_on_are_whole_days_with_two_reminders() -> None:
    read = Calendar.from_ical(term_calendar([DOSSIER], NOW))
    events = list(read.walk("VEVENT"))
    told = [(event.decoded("dtstart"), str(event["summary"])) for event in events]
    assert told == [
        (datetime.date(2026, 12, 31), "Samen gezond: Foto's sturen"),
        (datetime.date(2027, 4, 1), "Samen gezond: account for it"),
        (datetime.date(2027, 6, 1), "Samen gezond: €\N{NO-BREAK SPACE}3,600.00 expected"),
    ]
    for event in events:
        alarms = [alarm.decoded("trigger").days for alarm in event.walk("VALARM")]
        assert alarms == [-14, -3]
        assert event.decoded("dtend") - event.decoded("dtstart") == datetime.timedelta(days=1)


def test_the_same_term_keeps_its_name_so_that_a_calendar_changes_it() -> None:
    first, again = (
        [str(event["uid"]) for event in Calendar.from_ical(made).walk("VEVENT")]
        for made in (term_calendar([DOSSIER], NOW), term_calendar([DOSSIER], NOW))
    )
    assert first == again
    assert len(set(first)) == len(first)


def test_what_is_done_is_not_in_it() -> None:
    done = replace(DOSSIER, state=SubsidyState.SETTLED, instalments=())
    assert b"VEVENT" not in term_calendar([done], NOW)

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Terms of privacy: a month for a request, 72 hours for a data breach."""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurthuis_admin.domain.privacy import (
    Consent,
    DataBreach,
    PrivacyRequest,
    RequestKind,
    Urgency,
    add_months,
    urgency_of,
)

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("received", "answer_by", "extension"),
    [
        ("2026-11-24", "2026-12-24", "2027-02-24"),
        ("2026-01-31", "2026-02-28", "2026-04-30"),
        ("2028-01-30", "2028-02-29", "2028-04-30"),
        ("2026-12-31", "2027-01-31", "2027-03-31"),
    ],
)
def test_a_request_is_answered_within_a_calendar_month(
    received: str, answer_by: str, extension: str
) -> None:
    request = PrivacyRequest(kind=RequestKind.ACCESS, received_on=day(received))
    assert request.answer_by == day(answer_by)
    assert request.latest_extension == day(extension)


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2200, 1, 1)), st.integers(0, 60))
def test_months_later_is_never_a_month_further(start: datetime.date, months: int) -> None:
    later = add_months(start, months)
    assert (later.year - start.year) * 12 + later.month - start.month == months
    assert later.day <= start.day


@pytest.mark.parametrize(
    "discovered",
    ["2026-03-28 12:00", "2026-10-24 12:00", "2026-10-25 02:30", "2026-06-01 00:00"],
)
def test_72_hours_are_counted_over_a_change_of_the_clock(discovered: str) -> None:
    """Between the two clocks of the wall lie 71, 72 or 73 hours; of real time always 72."""
    wall = datetime.datetime.fromisoformat(discovered).replace(tzinfo=AMSTERDAM)
    breach = DataBreach(discovered_at=wall.astimezone(datetime.UTC), description="USB-stick kwijt")
    assert breach.hours_left(breach.discovered_at) == 72
    nearly = breach.discovered_at + datetime.timedelta(hours=71, minutes=30)
    assert breach.hours_left(nearly) == 0
    assert breach.urgency(nearly) is Urgency.SOON
    late = breach.discovered_at + datetime.timedelta(hours=72, minutes=1)
    assert breach.hours_left(late) == -1
    assert breach.urgency(late) is Urgency.LATE


def test_a_breach_that_was_reported_or_judged_harmless_rings_no_more() -> None:
    moment = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    much_later = moment + datetime.timedelta(days=100)
    reported = DataBreach(discovered_at=moment, description="x", reported_at=moment)
    judged = DataBreach(discovered_at=moment, description="x", not_reported_reason="versleuteld")
    assert reported.urgency(much_later) is judged.urgency(much_later) is Urgency.CALM


def test_a_deadline_is_amber_from_fourteen_days_and_red_when_past() -> None:
    last = day("2026-12-24")
    assert urgency_of(last, day("2026-12-09")) is Urgency.CALM
    assert urgency_of(last, day("2026-12-10")) is Urgency.SOON
    assert urgency_of(last, last) is Urgency.SOON
    assert urgency_of(last, day("2026-12-25")) is Urgency.LATE


def test_a_consent_holds_until_the_day_it_is_taken_back() -> None:
    consent = Consent("Nieuwsbrief", day("2026-01-01"), withdrawn_on=day("2026-02-01"))
    holds = [consent.holds_on(day(text)) for text in ("2025-12-31", "2026-01-01", "2026-02-01")]
    assert holds == [False, True, False]

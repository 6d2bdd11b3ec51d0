# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which days a series gives, and which of them are public holidays in the Netherlands."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from functools import lru_cache

from buurthuis_admin.domain.activities import Series
from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.series import parse_rule
from buurthuis_admin.i18n import current_language

_MIDNIGHT = datetime.time()
_HOLIDAY_LANGUAGES = {"nl": "nl", "en": "en_US"}


def days_of(rule: str, first_day: datetime.date, last: datetime.date) -> list[datetime.date]:
    """The days that a rule of RFC 5545 gives, from its first day up to and including another.

    Days alone: at which time a meeting is held has no part in it, nor has summer time.
    """
    from dateutil.rrule import rrulestr  # a twentieth of a second that the start need not pay

    start = datetime.datetime.combine(first_day, _MIDNIGHT)
    end = datetime.datetime.combine(last, _MIDNIGHT)
    if end < start:
        return []
    repeating = rrulestr(rule, dtstart=start)
    return [moment.date() for moment in repeating.between(start, end, inc=True)]


def bounded(series: Series) -> str:
    """The rule of a series with its last day in the place of a number of times."""
    if "COUNT=" not in series.rule.upper():
        return series.rule
    parts = [part for part in series.rule.split(";") if not part.upper().startswith("COUNT=")]
    days = days_of(series.rule, series.first_day, datetime.date(series.first_day.year + 50, 1, 1))
    last = days[-1] if days else series.first_day
    return ";".join([*parts, f"UNTIL={last:%Y%m%d}"])


def last_day_of(series: Series) -> datetime.date | None:
    """The last day that a series can have; None when it has no end."""
    repeat = parse_rule(bounded(series))
    return None if repeat is None else repeat.until


def public_holidays(period: Period) -> Mapping[datetime.date, str]:
    """The public holidays of a period, by name in the language of the screen."""
    language = current_language()
    found: dict[datetime.date, str] = {}
    for year in range(period.start.year, period.end.year + 1):
        found |= _of_year(year, language)
    return {day: name for day, name in found.items() if day in period}


@lru_cache(maxsize=64)
def _of_year(year: int, language: str) -> dict[datetime.date, str]:
    from holidays import country_holidays  # late, as above

    return dict(country_holidays("NL", years=year, language=_HOLIDAY_LANGUAGES[language]))

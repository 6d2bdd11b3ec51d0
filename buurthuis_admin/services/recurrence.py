# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which days a series gives, and which of them are public holidays in the Netherlands."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from functools import lru_cache

from buurthuis_admin.domain.activities import Series
from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.series import Every, parse_rule
from buurthuis_admin.i18n import current_language

_MIDNIGHT = datetime.time()
_DAY = datetime.timedelta(days=1)
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


def days_from(
    rule: str, first_day: datetime.date, start: datetime.date, last: datetime.date
) -> list[datetime.date]:
    """The days of a rule that fall in a period, without going through those long before it."""
    if start <= first_day:
        return days_of(rule, first_day, last)
    begin = _near(rule, first_day, start)
    return [day for day in days_of(rule, begin, last) if day >= start]


def _near(rule: str, first_day: datetime.date, start: datetime.date) -> datetime.date:
    """A day before the period from which the rule gives the same days as from its first."""
    repeat = parse_rule(rule)
    if repeat is None:
        return first_day
    if repeat.every is Every.WEEK:
        step = 7 * repeat.interval
        return first_day + (start - first_day).days // step * step * _DAY
    step = 12 * repeat.interval if repeat.every is Every.YEAR else repeat.interval
    months = (start.year - first_day.year) * 12 + start.month - first_day.month
    months = first_day.year * 12 + first_day.month - 1 + months // step * step
    near = datetime.date(months // 12, months % 12 + 1, 1)
    return max(near, first_day)


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

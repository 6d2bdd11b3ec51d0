# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A series in words: 'every other week on Tuesday, from 10:00 to 12:00'."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from buurthuis_admin.domain.activities import Series
from buurthuis_admin.domain.series import LAST, Every, Repeat, parse_rule
from buurthuis_admin.i18n import (
    _,
    format_day_long,
    format_time,
    format_weekday,
    month_name,
)

_MONDAY = datetime.date(2024, 1, 1)


def weekday_name(number: int) -> str:
    """The name of a day of the week; 0 is Monday."""
    return format_weekday(_MONDAY + datetime.timedelta(days=number))


def ordinal_words() -> dict[int, str]:
    """Which Thursday of the month: the first up to the fifth, and the last."""
    return {
        1: _("first"),
        2: _("second"),
        3: _("third"),
        4: _("fourth"),
        5: _("fifth"),
        LAST: _("last"),
    }


def repeat_sentence(repeat: Repeat) -> str:
    """How often, without an end: 'every week on Tuesday'."""
    if repeat.every is Every.WEEK:
        return _weeks(repeat)
    if repeat.every is Every.YEAR:
        day = _("{day} {month}").format(day=repeat.day, month=month_name(repeat.month))
        return _("every year on {day}").format(day=day)
    if repeat.every is Every.DAY_OF_MONTH:
        words = {1: _("every month on day {day}"), 2: _("every two months on day {day}")}
        other = _("every {count} months on day {day}")
        return words.get(repeat.interval, other).format(day=repeat.day, count=repeat.interval)
    words = {
        1: _("every {which} {weekday} of the month"),
        2: _("every two months on the {which} {weekday}"),
    }
    other = _("every {count} months on the {which} {weekday}")
    return words.get(repeat.interval, other).format(
        which=ordinal_words()[repeat.nth],
        weekday=weekday_name(repeat.weekdays[0]),
        count=repeat.interval,
    )


def _weeks(repeat: Repeat) -> str:
    words = {1: _("every week on {days}"), 2: _("every other week on {days}")}
    days = enumeration([weekday_name(day) for day in repeat.weekdays])
    other = _("every {count} weeks on {days}")
    return words.get(repeat.interval, other).format(days=days, count=repeat.interval)


def missing_sentence(repeat: Repeat) -> str:
    """What becomes of months and years that do not have the day; '' when all have it."""
    if not repeat.sometimes_missing:
        return ""
    if repeat.every is Every.YEAR:
        return _("29 February comes in leap years only. In other years there is no meeting.")
    if repeat.every is Every.DAY_OF_MONTH:
        return _(
            "Not every month has a day {day}. In a month without it there is no meeting."
        ).format(day=repeat.day)
    return _(
        "Not every month has a fifth {weekday}. In a month without it there is no meeting. "
        "Choose ‘last’ to meet every month."
    ).format(weekday=weekday_name(repeat.weekdays[0]))


def times_sentence(starts_at: datetime.time | None, ends_at: datetime.time | None) -> str:
    """'10:00–12:00', '10:00', or '' without a time."""
    if starts_at is None:
        return ""
    return format_time(starts_at) + (f"–{format_time(ends_at)}" if ends_at else "")


def series_sentence(series: Series) -> str:
    """Everything about a series in one line."""
    repeat = parse_rule(series.rule)
    parts = [repeat_sentence(repeat) if repeat else _("with a pattern of its own")]
    if times := times_sentence(series.starts_at, series.ends_at):
        parts.append(times)
    parts.append(_("from {day}").format(day=format_day_long(series.first_day)))
    if repeat and repeat.until:
        parts.append(_("up to and including {day}").format(day=format_day_long(repeat.until)))
    return ", ".join(parts)


def enumeration(words: Sequence[str]) -> str:
    """'Monday', 'Monday and Friday', 'Monday, Tuesday and Friday'."""
    if len(words) < 2:
        return "".join(words)
    return _("{words} and {word}").format(words=", ".join(words[:-1]), word=words[-1])

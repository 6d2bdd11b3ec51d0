# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Texts, dates, numbers and money in the language of the person at the screen.

One gettext catalogue serves screens, reports and commands (``resources/translations``). The
source language is English; Dutch is complete. Every function takes the current language, which
``use_language`` sets; reports, which may be made in another language than that of the screen,
set theirs for a while with ``language``.
"""

from __future__ import annotations

import datetime
import gettext as _gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from buurthuis_admin.paths import translations_folder

if TYPE_CHECKING:
    from babel import Locale

LANGUAGES = ("nl", "en")
DEFAULT_LANGUAGE = "nl"
MINUS = "\N{MINUS SIGN}"
_DUTCH_SIGNS = str.maketrans(",.", ".,")

_current: ContextVar[str | None] = ContextVar("language", default=None)
_process_language = DEFAULT_LANGUAGE


def use_language(code: str) -> None:
    """Set the language of the whole process; ValueError when we do not have it."""
    global _process_language
    if code not in LANGUAGES:
        raise ValueError(f"no such language: {code}")
    _process_language = code


def current_language() -> str:
    """The code of the language in force here: 'nl' or 'en'."""
    return _current.get() or _process_language


@contextmanager
def language(code: str) -> Iterator[None]:
    """Another language for the time of a ``with`` block, in this thread only."""
    if code not in LANGUAGES:
        raise ValueError(f"no such language: {code}")
    token = _current.set(code)
    try:
        yield
    finally:
        _current.reset(token)


@lru_cache(maxsize=len(LANGUAGES))
def _catalogue(code: str) -> _gettext.NullTranslations:
    if code == "en":
        return _gettext.NullTranslations()
    return _gettext.translation("messages", translations_folder(), languages=[code])


@lru_cache(maxsize=len(LANGUAGES))
def _locale(code: str) -> Locale:
    from babel import Locale  # it takes its time to load, and the first page has no use for it

    return Locale.parse("en_GB" if code == "en" else "nl_NL")


def _(message: str) -> str:
    """The message in the current language."""
    return _catalogue(current_language()).gettext(message) if message else ""


def ngettext(singular: str, plural: str, number: int) -> str:
    """The message for one or for several, in the current language."""
    return _catalogue(current_language()).ngettext(singular, plural, number)


def format_day(day: datetime.date) -> str:
    """A date as it stands in lists and fields: 03-04-2019."""
    return day.strftime("%d-%m-") + f"{day.year:04d}"


def format_day_long(day: datetime.date, *, weekday: bool = False) -> str:
    """A date as it stands in a sentence: 3 april 2019, or dinsdag 3 april 2019."""
    pattern = "EEEE d MMMM y" if weekday else "d MMMM y"
    return _date(day, pattern)


def format_day_short(day: datetime.date, *, weekday: bool = False) -> str:
    """A date for a narrow column: 3 apr 2019, or di 3 apr 2019."""
    pattern = "EEE d MMM y" if weekday else "d MMM y"
    return _date(day, pattern).replace(".", "")


def format_weekday(day: datetime.date) -> str:
    """The name of the day of the week: dinsdag."""
    return _date(day, "EEEE")


def _date(day: datetime.date, pattern: str) -> str:
    from babel.dates import format_date

    return format_date(day, pattern, locale=_locale(current_language()))


def format_time(time: datetime.time) -> str:
    """A time of the day: 09:05."""
    return time.strftime("%H:%M")


def format_moment(moment: datetime.datetime) -> str:
    """A moment in the time of this computer: 3 april 2019, 09:05."""
    here = moment.astimezone()
    return f"{format_day_long(here.date())}, {format_time(here.time())}"


def month_name(month: int, *, short: bool = False) -> str:
    """The name of a month (1 to 12): april, or apr."""
    names = _locale(current_language()).months["stand-alone"]["abbreviated" if short else "wide"]
    return str(names[month]).rstrip(".")


def format_number(number: Decimal | float, decimals: int = 0) -> str:
    """A number with the separators of the language and a real minus sign: 1.234 or −3,5."""
    # By way of its text: a half that is written as one is rounded as one.
    text = f"{Decimal(str(number)):,.{decimals}f}"
    if current_language() == "nl":
        text = text.translate(_DUTCH_SIGNS)
    return text.replace("-", MINUS)


def format_change(number: int) -> str:
    """A difference with its sign: +38, −4, 0."""
    return f"+{format_number(number)}" if number > 0 else format_number(number)


def format_money(amount: Decimal, *, symbol: bool = True) -> str:
    """An amount in euro: € 1.234,56 (or 1.234,56 for a column that names the euro)."""
    if not symbol:
        return format_number(amount, 2)
    return f"{MINUS if amount < 0 else ''}€\N{NO-BREAK SPACE}{format_number(abs(amount), 2)}"


def format_percent(share: Decimal | float) -> str:
    """A share of one as whole percents: 12 %."""
    return f"{format_number(round(Decimal(share) * 100))}\N{NO-BREAK SPACE}%"


def decimal_separator() -> str:
    """The sign between whole and parts: ',' in Dutch."""
    return "," if current_language() == "nl" else "."

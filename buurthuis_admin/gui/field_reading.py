# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads days, times, numbers and amounts out of fields, and collects what is not right."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import TypeVar

from buurthuis_admin.domain.dates import PartialDate
from buurthuis_admin.domain.money import parse_amount
from buurthuis_admin.domain.text import clean
from buurthuis_admin.domain.times import parse_time
from buurthuis_admin.gui.widgets.form_dialog import Problem, too_long
from buurthuis_admin.i18n import _
from buurthuis_admin.importing.values.dates import other_context, parse_date
from buurthuis_admin.services.hours_months import read_hours

Value = TypeVar("Value")
LONGEST_NAME = 200
_MOST = 9999


class FieldReading:
    """``problems`` are to be shown before anything is kept."""

    def __init__(self, today: datetime.date) -> None:
        self._today = today
        self.problems: list[Problem] = []

    def wrong(self, field: str, sentence: str) -> None:
        """Something is not right with a field."""
        self.problems.append(Problem(field, sentence))

    def name(self, field: str, text: str, missing: str) -> str:
        """A text that must be there, and that fits on a line."""
        name = clean(text)
        if not name:
            self.wrong(field, missing)
        elif told := too_long(name, LONGEST_NAME):
            self.wrong(field, told)
        return name

    def day(self, field: str, text: str) -> datetime.date | None:
        """A whole date, or None for an empty field."""

        def read(typed: str) -> datetime.date | None:
            found = parse_date(typed, other_context(self._today))
            if found is not None and not found.complete:
                raise ValueError(typed)
            return None if found is None else found.first_day

        return self._read(field, text, read, _("Write the date as 3-4-2027, or as 3 april 2027."))

    def partial(self, field: str, text: str) -> PartialDate | None:
        """A date of which the day or the month may be unknown, or None for an empty field."""
        context = other_context(self._today)
        sentence = _("Write the date as 3-4-2027, or only the year.")
        return self._read(field, text, lambda typed: parse_date(typed, context), sentence)

    def needed_day(self, field: str, text: str) -> datetime.date | None:
        """A whole date that must be there; None only when it is not right."""
        day = self.day(field, text)
        if day is None and not clean(text):
            self.wrong(field, _("Fill in a date, for example 3-4-2027."))
        return day

    def time(self, field: str, text: str) -> datetime.time | None:
        """A time of the day, or None for an empty field."""
        return self._read(field, text, parse_time, _("Write the time as 10:00 or 10.30."))

    def check_times(
        self, field: str, start: datetime.time | None, stop: datetime.time | None
    ) -> None:
        """An end lies after its start."""
        if stop is not None and start is None:
            self.wrong(field, _("Fill in the start as well, or leave the end empty."))
        elif stop is not None and start is not None and stop <= start:
            self.wrong(field, _("The end lies before the start."))

    def number(self, field: str, text: str, least: int = 0) -> int | None:
        """A whole number, or None for an empty field."""

        def read(typed: str) -> int:
            number = int(typed)
            if not least <= number <= _MOST:
                raise ValueError(typed)
            return number

        sentence = _("Write a whole number of {least} or more.").format(least=least)
        return self._read(field, text, read, sentence)

    def money(self, field: str, text: str) -> Decimal | None:
        """An amount of nothing or more, or None for an empty field."""

        def read(typed: str) -> Decimal:
            amount = parse_amount(typed)
            if not 0 <= amount < _MOST:
                raise ValueError(typed)
            return amount

        return self._read(field, text, read, _("Write the amount as 12,50."))

    def hours(self, field: str, text: str) -> Decimal | None:
        """Hours of one day, above nothing; None only when they are not right."""
        sentence = _("Write the hours as 2, 2,5 or 2:30, and no more than 24.")
        if not clean(text):
            self.wrong(field, sentence)
        return self._read(field, text, read_hours, sentence)

    def _read(
        self, field: str, text: str, read: Callable[[str], Value | None], sentence: str
    ) -> Value | None:
        typed = clean(text)
        if not typed:
            return None
        try:
            return read(typed)
        except ValueError:
            self.wrong(field, sentence)
            return None

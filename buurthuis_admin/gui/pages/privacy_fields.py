# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Fields of forms as days, times, amounts and numbers. Knows nothing of widgets."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from buurthuis_admin.domain.money import parse_amount
from buurthuis_admin.domain.text import clean
from buurthuis_admin.gui.widgets.form_dialog import Problem
from buurthuis_admin.i18n import _
from buurthuis_admin.importing.values.dates import other_context, parse_date

_TIME = re.compile(r"(\d{1,2})(?:[.:u\s](\d{2}))?\s*(?:uur|u)?")


@dataclass(slots=True)
class Reading:
    """The texts of a form being read; ``problems`` collects what is not right."""

    texts: Mapping[str, str]
    today: datetime.date
    problems: list[Problem] = field(default_factory=list)

    def text(self, name: str) -> str:
        """A field without needless spaces."""
        return clean(self.texts.get(name, ""))

    def lines(self, name: str) -> str:
        """A field of several lines, as it was typed."""
        return self.texts.get(name, "").strip()

    def day(self, name: str, *, needed: bool = False) -> datetime.date | None:
        """A field as a whole date, however it was typed."""
        try:
            found = parse_date(self.text(name), other_context(self.today))
        except ValueError:
            found = None
        if found is not None and found.complete:
            return found.first_day
        if needed or self.text(name):
            self.problems.append(Problem(name, _("Write the date as 3-4-2026 or 3 april 2026.")))
        return None

    def time(self, name: str) -> datetime.time:
        """A field as a time of the day; midnight when it is empty."""
        typed = self.text(name)
        match = _TIME.fullmatch(typed)
        if match is not None and int(match[1]) < 24 and int(match[2] or 0) < 60:
            return datetime.time(int(match[1]), int(match[2] or 0))
        if typed:
            self.problems.append(Problem(name, _("Write the time as 14:30.")))
        return datetime.time()

    def moment(self, day: str, time: str, *, needed: bool = False) -> datetime.datetime | None:
        """A day and a time on the clock of the wall, as a moment in UTC."""
        on, at = self.day(day, needed=needed), self.time(time)
        if on is None:
            return None
        return datetime.datetime.combine(on, at).astimezone(datetime.UTC)

    def number(self, name: str, *, needed: bool = False) -> int | None:
        """A field as a whole number."""
        typed = self.text(name).replace(".", "")
        if typed.isdecimal() and len(typed) < 7:
            return int(typed)
        if needed or typed:
            self.problems.append(Problem(name, _("Fill in a whole number.")))
        return None

    def amount(self, name: str, *, needed: bool = False) -> Decimal | None:
        """A field as an amount of money, read as a Dutch reader means it."""
        typed = self.text(name)
        try:
            found = parse_amount(typed) if typed else None
        except ValueError:
            found = None
            self.problems.append(Problem(name, _("Fill in an amount, such as 1.250,00.")))
        else:
            if found is None and needed:
                self.problems.append(Problem(name, _("Fill in an amount, such as 1.250,00.")))
        return found

    def needed(self, name: str, sentence: str) -> str:
        """A field that may not be empty."""
        typed = self.lines(name)
        if not typed:
            self.problems.append(Problem(name, sentence))
        return typed

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The name of a figure: what is counted, of which year, and of which part of it.

A figure in a report carries its name, so that a click on it can show what stands behind it, and
so that a correction by hand can find it. Written as ``visits@2024/activity:12``, and as
``visits@2024~7/activity:12`` where the period and the activities of dossier 7 are counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Measure(StrEnum):
    """What is counted."""

    SESSIONS = "sessions"
    CANCELLED = "cancelled"
    VISITS = "visits"
    NAMED = "named"
    ANONYMOUS = "anonymous"
    AVERAGE = "average"
    UNIQUE = "unique"
    ACTIVITIES = "activities"
    MEMBERS_AT_START = "members-at-start"
    MEMBERS_AT_END = "members-at-end"
    JOINED = "joined"
    LEFT = "left"
    HOURS = "hours"
    VOLUNTEERS = "volunteers"
    RECEIVED = "received"
    SPENT = "spent"
    REQUESTED = "requested"
    AWARDED = "awarded"
    LEFT_OVER = "left-over"
    PLANNED = "planned"
    DIFFERENCE = "difference"
    PROMISED = "promised"
    REACHED = "reached"
    FORECAST = "forecast"
    INCOME = "income"
    COSTS = "costs"
    RESULT = "result"
    TRANSFERS = "transfers"
    IN_ACCOUNT = "in-account"
    TO_RECEIVE = "to-receive"
    PAID_AHEAD = "paid-ahead"
    TO_PAY = "to-pay"
    RECEIVED_AHEAD = "received-ahead"
    RESERVE = "reserve"
    CAPITAL = "capital"
    ASSETS = "assets"
    LIABILITIES = "liabilities"
    HELP_REQUESTS = "help-requests"
    HELPED = "helped"
    HELPERS = "helpers"
    HELP_HOURS = "help-hours"
    PAID = "paid"  # the whole payment of which a part is charged to a dossier
    TO_COME = "to-come"
    TO_REPAY = "to-repay"
    TO_SPEND = "to-spend"
    WITH_RECEIPT = "with-receipt"
    WITHOUT_RECEIPT = "without-receipt"
    AGREED = "agreed"  # how many agreements there are
    KEPT = "kept"  # how many of them were reached
    REGISTERED = "registered"


class Part(StrEnum):
    """Of which part of the year: '' is all of it."""

    WHOLE = ""
    ACTIVITY = "activity"
    THEME = "theme"
    MONTH = "month"
    AGE = "age"
    AREA = "area"
    SUBSIDY = "subsidy"
    LINE = "line"
    TASK = "task"
    ACTIVITY_MONTH = "activity-month"  # the id of the activity, '-' and the month
    TARGET = "target"
    PAYMENT = "payment"
    CATEGORY = "category"
    ACCOUNT = "account"
    TARGETS = "targets"  # the ids of some agreements, with commas between them
    CHANGE = "change"  # the year with which this one is compared


@dataclass(frozen=True, slots=True)
class FigureKey:
    """The name of one figure. ``of`` names the part: an id, a theme, a month from 1 to 12.

    ``dossier``: the id of the subsidy whose period and activities are counted; 0 is the year.
    """

    measure: Measure
    year: int
    part: Part = Part.WHOLE
    of: str = ""
    dossier: int = 0

    def __str__(self) -> str:
        where = f"/{self.part.value}:{self.of}" if self.part else ""
        scope = f"~{self.dossier}" if self.dossier else ""
        return f"{self.measure.value}@{self.year}{scope}{where}"

    @classmethod
    def parse(cls, text: str) -> FigureKey:
        """The name that was written. Raises ValueError for anything else."""
        head, _slash, tail = text.partition("/")
        measure, _at, when = head.partition("@")
        year, _sign, dossier = when.partition("~")
        part, _colon, of = tail.partition(":")
        return cls(Measure(measure), int(year), Part(part), of, int(dossier or 0))


def figure(
    measure: Measure, year: int, part: Part = Part.WHOLE, of: object = "", *, dossier: int = 0
) -> str:
    """The written name of a figure."""
    return str(FigureKey(measure, year, part, str(of), dossier))

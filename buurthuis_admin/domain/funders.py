# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who gives money, by which rules, and where it is known from."""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.text import squeeze

STANDARD_EXPLAIN = 10  # per cent of difference from which an explanation is due


class FunderKind(StrEnum):
    """What gives the money."""

    MUNICIPALITY = "municipality"
    FUND = "fund"
    OTHER = "other"


class Fact(StrEnum):
    """What is known of a funder, each with its own source."""

    THRESHOLDS = "thresholds"
    DEADLINE = "deadline"
    ADVANCE = "advance"
    FILES = "files"
    LINES = "lines"
    WORDS = "words"
    EXPLANATION = "explanation"
    CONTACT = "contact"


class ReportPart(StrEnum):
    """What a funder can ask for when the money is accounted for."""

    CONTENT = "content_report"
    FINANCIAL = "financial_report"
    STATEMENT = "statement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """From which amount which parts are asked for."""

    id: int | None = None
    amount: Decimal
    parts: frozenset[ReportPart] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a fact is from. ``checked_on`` None: it must still be checked."""

    id: int | None = None
    fact: Fact
    source: str = ""
    checked_on: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """When a dossier is accounted for: a day of the year after it, or weeks after its end."""

    month: int | None = None
    day: int | None = None
    weeks: int | None = None

    def after(self, period: Period) -> datetime.date | None:
        """The last day on which a dossier of this period is accounted for; None: not known."""
        if self.weeks is not None:
            return period.end + datetime.timedelta(weeks=self.weeks)
        if self.month is None or self.day is None:
            return None
        year = period.end.year + 1
        return datetime.date(
            year, self.month, min(self.day, calendar.monthrange(year, self.month)[1])
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Funder:
    """A municipality or a fund with its rules; what is not known is empty."""

    id: int | None = None
    name: str
    remark: str = ""
    kind: FunderKind = FunderKind.OTHER
    contact: str = ""
    email: str = ""
    phone: str = ""
    website: str = ""
    deadline: Deadline = field(default_factory=Deadline)
    advance_percentage: int | None = None
    explain_percentage: int = STANDARD_EXPLAIN
    file_kinds: tuple[str, ...] = ()
    largest_file: int | None = None
    line_order: tuple[str, ...] = ()
    own_words: tuple[str, ...] = ()
    thresholds: tuple[Threshold, ...] = ()
    sources: tuple[Source, ...] = ()

    def parts_for(self, awarded: Decimal) -> frozenset[ReportPart]:
        """What this funder asks for an amount: the highest threshold that it reaches."""
        reached = [one for one in self.thresholds if one.amount <= awarded]
        highest = max(reached, key=lambda one: one.amount, default=None)
        return frozenset() if highest is None else highest.parts

    def source_of(self, fact: Fact) -> Source | None:
        """Where a fact is from."""
        return next((one for one in self.sources if one.fact is fact), None)

    @property
    def unchecked(self) -> tuple[Fact, ...]:
        """The facts that nobody checked yet."""
        return tuple(one.fact for one in self.sources if one.checked_on is None)

    def takes(self, ending: str, size: int) -> bool:
        """Whether a file of this kind and size (bytes) may be sent to this funder."""
        kind_fits = not self.file_kinds or ending.lower() in self.file_kinds
        return kind_fits and (self.largest_file is None or size <= self.largest_file * 1024 * 1024)


def key_of(name: str) -> str:
    """What two ways of writing one funder have in common: 'Oranje Fonds' and 'Oranjefonds'."""
    return squeeze(name) or name

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a person says of the people and the rows of a box, before anything is written.

An answer names people by what stays the same when the plan is made anew: somebody who is known
by their id, a row of a list by its place and its name, a name on attendance sheets by that name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from buurthuis_admin.domain.merging import MergeField
from buurthuis_admin.domain.text import fold
from buurthuis_admin.importing.outcome import Reason
from buurthuis_admin.importing.records import PersonMention, PersonRecord, Source


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody in a plan: known (``id``), of a row (``source``), or a name on sheets."""

    id: int | None = None
    source: Source | None = None
    name: str = ""


def who_of_record(record: PersonRecord) -> Who:
    """Whom a row of a list means; the name tells the two of a couple on one row apart."""
    return Who(source=record.source, name=fold(record.name.full))


def who_of_mention(mention: PersonMention) -> Who:
    """Whom a name on attendance sheets means: one name is one person throughout a box."""
    return Who(name=f"{fold(mention.name.full)}|{mention.number}")


class Verdict(StrEnum):
    """What two people are."""

    SAME = "same"
    OTHER = "other"
    LATER = "later"
    """Not decided yet: both are kept, and stay among the doubles."""


@dataclass(frozen=True, slots=True)
class PairAnswer:
    """What a person says of a pair. ``keep``: what stays as the first of the two says it."""

    verdict: Verdict
    keep: frozenset[MergeField] = frozenset()


Pair = tuple[Who, Who]


@dataclass(frozen=True, slots=True)
class Answers:
    """All that was answered of a box; what is not answered is done as proposed."""

    pairs: Mapping[Pair, PairAnswer] = field(default_factory=dict)
    waiting: Mapping[Source, Reason] = field(default_factory=dict)
    """Rows about which is decided later, each with the question that is open."""

    def with_pair(self, pair: Pair, answer: PairAnswer | None) -> Answers:
        """The same with another answer for a pair; None takes the answer back."""
        pairs = {known: given for known, given in self.pairs.items() if known != pair}
        return replace(self, pairs=pairs if answer is None else {**pairs, pair: answer})

    def with_waiting(self, rows: Mapping[Source, Reason]) -> Answers:
        """The same with more rows that wait."""
        return replace(self, waiting={**self.waiting, **rows})

    def without_waiting(self, rows: frozenset[Source]) -> Answers:
        """The same without waiting for these rows."""
        left = {row: reason for row, reason in self.waiting.items() if row not in rows}
        return replace(self, waiting=left)


NO_ANSWERS = Answers()

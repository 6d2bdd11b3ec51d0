# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bank statements as they were read, and what each line was taken for."""

from __future__ import annotations

import datetime
import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class BankLine:
    """One line of a statement; what went out is negative.

    ``key`` tells this very line from all others, so that reading it again doubles nothing.
    """

    day: datetime.date
    amount: Decimal
    counterparty: str = ""
    counter_iban: str = ""
    description: str = ""
    reference: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BankStatement:
    """A statement of one account over some days."""

    iban: str
    currency: str = "EUR"
    opening: Decimal | None = None
    closing: Decimal | None = None
    lines: tuple[BankLine, ...] = ()

    @property
    def adds_up(self) -> bool:
        """Whether opening balance and lines come to the closing balance, where both are told."""
        if self.opening is None or self.closing is None:
            return True
        return self.opening + sum(line.amount for line in self.lines) == self.closing


class MatchKind(StrEnum):
    """What a line of a statement can be."""

    CONTRIBUTION = "contribution"
    INSTALMENT = "instalment"
    EXPENSE = "expense"
    OPEN = "open"
    BOOKING = "booking"


class Ground(StrEnum):
    """Why a line was taken for something."""

    NUMBER = "number"
    IBAN = "iban"
    NAME = "name"
    AMOUNT = "amount"
    REFERENCE = "reference"
    EARLIER = "earlier"


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Something that a line can be, and on what grounds.

    ``target`` is the id of the membership, subsidy, open booking or category; ``name`` says it in
    words; ``year`` is that of a contribution; ``person_id`` whose payment it is.
    """

    kind: MatchKind
    target: int | None = None
    name: str = ""
    year: int | None = None
    person_id: int | None = None
    grounds: tuple[Ground, ...] = ()
    score: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A line with what it can be, the most likely first.

    ``sure``: the first is likely enough to be chosen beforehand. ``alike``: a booking of that day
    and amount is in the book already.
    """

    line: BankLine
    matches: tuple[Match, ...]
    sure: bool = False
    alike: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person says that a line is."""

    line: BankLine
    match: Match


def with_keys(iban: str, lines: Sequence[BankLine]) -> tuple[BankLine, ...]:
    """The lines with their keys; two lines that are equal in all are told apart by their order."""
    seen: Counter[str] = Counter()
    keyed = []
    for line in lines:
        said = (
            iban,
            line.day.isoformat(),
            f"{line.amount:.2f}",
            line.reference,
            line.counter_iban,
            line.counterparty,
            line.description,
        )
        bare = "\x1f".join(said)
        seen[bare] += 1
        digest = hashlib.sha256(f"{bare}\x1f{seen[bare]}".encode()).hexdigest()
        keyed.append(replace(line, key=digest[:40]))
    return tuple(keyed)

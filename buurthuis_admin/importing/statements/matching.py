# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What each line of a bank statement probably is: pure, and only ever a proposal.

Every ground has a weight; a line is proposed as something from ``LEAST`` on, and chosen
beforehand from ``SURE`` on when nothing else comes near.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from buurthuis_admin.domain.bank_lines import BankLine, Ground, Match, MatchKind, Proposal
from buurthuis_admin.domain.text import fold
from buurthuis_admin.importing.statements.known import (
    Known,
    KnownMember,
    KnownOpen,
    KnownSubsidy,
)

LEAST, SURE, NEAR = 45, 70, 15
_SHOWN = 6
_WEIGHTS = {
    Ground.IBAN: 60,
    Ground.REFERENCE: 60,
    Ground.NUMBER: 50,
    Ground.NAME: 45,
    Ground.EARLIER: 60,
    Ground.AMOUNT: 25,
}
_TOLD = 25  # 'contributie' in the words
_INITIAL_ONLY = 20  # 'J. de Vries' may be another Vries: less than a name in full
_WORDS = re.compile(r"[^\W_]+")
_YEAR = re.compile(r"\b(20\d\d)\b")
_NUMBER_WORD = re.compile(r"\b(?:lid|lidnr|lidnummer|lidmaatschap|nr|nummer|member)\W*0*(\d+)\b")
_CONTRIBUTION_WORDS = ("contributie", "lidmaatschap", "lidgeld", "membership")
_SHORT_NUMBER = 3


class Matcher:
    """Compares lines with what is known; looks members up and never walks through them all."""

    def __init__(self, known: Known) -> None:
        self._known = known
        self._by_number: defaultdict[str, list[KnownMember]] = defaultdict(list)
        self._by_iban: defaultdict[str, list[KnownMember]] = defaultdict(list)
        self._by_surname: defaultdict[str, list[KnownMember]] = defaultdict(list)
        for member in known.members:
            if member.number.strip("0"):
                self._by_number[member.number.lstrip("0").casefold()].append(member)
            for iban in member.ibans:
                self._by_iban[iban].append(member)
            for surname in (member.name.last, member.name.partner_last):
                words = _words(surname)
                if words:
                    self._by_surname[max(words, key=len)].append(member)

    def proposal(self, line: BankLine, *, alike: bool = False) -> Proposal:
        """What a line can be, the most likely first; the last is always a mere booking."""
        found = [*self._opens(line), *self._subsidies(line), *self._contributions(line)]
        found = sorted((one for one in found if one.score >= LEAST), key=lambda one: -one.score)
        plain = self._plain(line)
        sure = bool(found) and _stands_out(found)
        if not sure and plain.score >= SURE and not (found and found[0].score >= SURE):
            return Proposal(line=line, matches=(plain, *found[:_SHOWN]), sure=True, alike=alike)
        return Proposal(line=line, matches=(*found[:_SHOWN], plain), sure=sure, alike=alike)

    def _plain(self, line: BankLine) -> Match:
        """A booking by itself, in the category that money of this other party went to last."""
        known = self._known
        if line.counter_iban and line.counter_iban in known.own_ibans and known.transfer:
            return _booking(known, known.transfer, Ground.IBAN, SURE)
        category = known.learned.get((line.counter_iban, line.amount > 0))
        if line.counter_iban and category is not None:
            return _booking(known, category, Ground.EARLIER, SURE)
        return Match(kind=MatchKind.BOOKING)

    def _opens(self, line: BankLine) -> Iterator[Match]:
        for one in self._known.open:
            if one.amount == line.amount:
                yield _scored(
                    MatchKind.OPEN, one.id, one.name, _grounds_of_open(line, one), more=25
                )

    def _subsidies(self, line: BankLine) -> Iterator[Match]:
        kind = MatchKind.INSTALMENT if line.amount > 0 else MatchKind.EXPENSE
        for one in self._known.subsidies:
            grounds = tuple(_grounds_of_subsidy(line, one))
            if grounds and grounds != (Ground.AMOUNT,):
                yield _scored(kind, one.id, one.name, grounds)

    def _contributions(self, line: BankLine) -> Iterator[Match]:
        if line.amount <= 0:
            return
        text = fold(line.description)
        told = any(word in text for word in _CONTRIBUTION_WORDS)
        for member in self._candidates(line, text):
            yield self._contribution(line, member, text, told=told)

    def _candidates(self, line: BankLine, text: str) -> Iterable[KnownMember]:
        found = {one.membership_id: one for one in self._by_iban[line.counter_iban]}
        for number in _numbers(text):
            found |= {one.membership_id: one for one in self._by_number[number]}
        for word in _words(f"{line.counterparty} {text}"):
            found |= {one.membership_id: one for one in self._by_surname.get(word, ())}
        return found.values()

    def _contribution(self, line: BankLine, member: KnownMember, text: str, *, told: bool) -> Match:
        grounds, less = [], 0
        if line.counter_iban in member.ibans:
            grounds.append(Ground.IBAN)
        if member.number and member.number.lstrip("0").casefold() in _numbers(text):
            grounds.append(Ground.NUMBER)
        heard = set(_words(f"{line.counterparty} {line.description}"))
        if _surname_in(member, heard):
            grounds.append(Ground.NAME)
            less = 0 if _first_name_in(member, heard) else _INITIAL_ONLY
            less += 0 if _initial_in(member, heard) else _INITIAL_ONLY
        year, amount = _year_of(line, member)
        if amount == line.amount:
            grounds.append(Ground.AMOUNT)
        return _scored(
            MatchKind.CONTRIBUTION,
            member.membership_id,
            member.name.full,
            tuple(grounds),
            more=(_TOLD if told else 0) - less,
            year=year,
            person_id=member.person_id,
        )


def _scored(
    kind: MatchKind,
    target: int,
    name: str,
    grounds: tuple[Ground, ...],
    *,
    more: int = 0,
    year: int | None = None,
    person_id: int | None = None,
) -> Match:
    weight = sum(_WEIGHTS[one] for one in grounds) + more
    return Match(
        kind=kind,
        target=target,
        name=name,
        year=year,
        person_id=person_id,
        grounds=grounds,
        score=weight if grounds else 0,
    )


def _booking(known: Known, category: int, ground: Ground, score: int) -> Match:
    return Match(
        kind=MatchKind.BOOKING,
        target=category,
        name=known.categories.get(category, ""),
        grounds=(ground,),
        score=score,
    )


def _stands_out(found: list[Match]) -> bool:
    """Whether the first is likely by itself and the second far behind."""
    best = found[0].score
    return best >= SURE and (len(found) == 1 or best - found[1].score >= NEAR)


def _grounds_of_open(line: BankLine, one: KnownOpen) -> tuple[Ground, ...]:
    grounds = [Ground.AMOUNT]
    if one.iban and one.iban == line.counter_iban:
        grounds.append(Ground.IBAN)
    if _all_in(one.name, f"{line.counterparty} {line.description}"):
        grounds.append(Ground.NAME)
    return tuple(grounds)


def _grounds_of_subsidy(line: BankLine, one: KnownSubsidy) -> Iterator[Ground]:
    if _bare(one.reference) and _bare(one.reference) in _bare(line.description):
        yield Ground.REFERENCE
    known = one.payers if line.amount > 0 else one.paid
    if line.counter_iban and line.counter_iban in known:
        yield Ground.EARLIER
    if line.amount > 0 and _all_in(one.funder, line.counterparty):
        yield Ground.NAME
    if line.amount in one.expected:
        yield Ground.AMOUNT


def _surname_in(member: KnownMember, heard: set[str]) -> bool:
    """Whether a surname of a member is among the words, own or of the partner."""
    names = (member.name.last, member.name.partner_last)
    return any(_words(one) and heard.issuperset(_words(one)) for one in names)


def _first_name_in(member: KnownMember, heard: set[str]) -> bool:
    words = _words(member.name.first)
    return bool(words) and words[0] in heard


def _initial_in(member: KnownMember, heard: set[str]) -> bool:
    """Whether the words hold the first initial, alone or at the start of all initials (JHM)."""
    first = fold(member.name.initials or member.name.first)[:1]
    return (
        bool(first)
        and (first in heard or any(len(word) <= 4 and word[0] == first for word in heard))
    ) or _first_name_in(member, heard)


def _year_of(line: BankLine, member: KnownMember) -> tuple[int, object]:
    """The year that a contribution is for, and what is owed of it."""
    told = [int(one) for one in _YEAR.findall(line.description)]
    years = [one for one in told if abs(one - line.day.year) <= 1]
    if years:
        year = years[0]
    else:
        exact = [one for one, amount in member.owed.items() if amount == line.amount]
        year = min(exact or member.owed, default=line.day.year)
    return year, member.owed.get(year, member.fee)


def _numbers(text: str) -> set[str]:
    """The numbers that can be a member's: behind a word for it, or long enough by themselves."""
    alone = {word.lstrip("0") for word in _WORDS.findall(text) if _may_be_number(word)}
    return alone | set(_NUMBER_WORD.findall(text))


def _may_be_number(word: str) -> bool:
    return len(word) >= _SHORT_NUMBER and any(sign.isdigit() for sign in word)


def _all_in(name: str, text: str) -> bool:
    words = _words(name)
    return bool(words) and set(_words(text)).issuperset(words)


def _words(text: str) -> list[str]:
    return _WORDS.findall(fold(text))


def _bare(text: str) -> str:
    """Letters and digits alone: '2026-01487' is found as '202601487' too."""
    return "".join(_words(text))

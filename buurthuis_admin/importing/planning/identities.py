# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who is who, with what a person said of it: an answer goes before what the program would think.

The same file read again finds the people of its rows by those rows, whatever they are called by
now: so two people of one name, or one who was made of two, come out of it as they went in.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from buurthuis_admin.domain.merging import MergeField
from buurthuis_admin.domain.people import Address, Person
from buurthuis_admin.importing.outcome import Reason
from buurthuis_admin.importing.planning.answers import (
    NO_ANSWERS,
    Answers,
    Pair,
    PairAnswer,
    Verdict,
    Who,
    who_of_mention,
    who_of_record,
)
from buurthuis_admin.importing.planning.drafts import PersonDraft
from buurthuis_admin.importing.planning.matching import Match, People, same_name
from buurthuis_admin.importing.records import PersonMention, PersonRecord, Source

ByRow = Mapping[Source, Sequence[PersonDraft]]

_NOBODY = Who()


@dataclass(frozen=True, slots=True)
class Taken:
    """A row or name that was taken for somebody without being sure: both as they were then."""

    pair: Pair
    first: Person
    second: Person
    why: Reason


@dataclass(slots=True)
class Identities:
    """Finds the person of every row and name, by what was answered first."""

    people: People
    answers: Answers = NO_ANSWERS
    by_row: ByRow = field(default_factory=dict)
    taken: list[Taken] = field(default_factory=list)
    _drafts: dict[Who, PersonDraft] = field(default_factory=dict)
    _first: dict[PersonDraft, PersonRecord | PersonMention] = field(default_factory=dict)
    _told: dict[Who, dict[Who, PairAnswer]] = field(default_factory=dict)
    _on_row: Counter[Source] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        told: dict[Who, dict[Who, PairAnswer]] = defaultdict(dict)
        for (first, second), answer in self.answers.pairs.items():
            told[first][second] = told[second][first] = answer
        self._told = dict(told)
        ids = {who.id for who in told if who.id is not None}
        for draft in self.people.all:
            if draft.id in ids:
                self._drafts[Who(draft.id)] = draft

    def expect(self, records: Iterable[PersonRecord]) -> None:
        """Count how many people each row names."""
        if self.by_row:
            self._on_row = Counter(record.source for record in records)

    def of_record(self, record: PersonRecord) -> tuple[Match, frozenset[MergeField]]:
        """The person of a row, and which fields stay as they are."""
        who = who_of(record) if self._told else _NOBODY
        found = self._answered(who) or self._on_this_row(record, who)
        if found is not None:
            return found
        match = self.people.match_record(record, self._refused(who))
        return match, frozenset()

    def of_mention(self, mention: PersonMention, source: Source) -> Match:
        """The person of a name on a sheet."""
        who = who_of(mention) if self._told else _NOBODY
        found = self._answered(who)
        if found is not None:
            draft = found[0].person
            assert draft is not None
            if source not in draft.sources:
                draft.sources.append(source)  # so that the same file finds them again
            return found[0]
        before = self.by_row.get(source, ()) if self.by_row else ()
        match = self.people.match_mention(mention, self._refused(who))
        if len(before) == 1 and (match.person is None or match.question):
            return Match(before[0])
        return match

    def take(self, said: PersonRecord | PersonMention, draft: PersonDraft) -> None:
        """Remember as whom a row or a name was taken."""
        self._first.setdefault(draft, said)
        if self._told:
            who = who_of(said)
            if who in self._told:
                self._drafts[who] = draft

    def name_of(self, draft: PersonDraft) -> Who:
        """How an answer names somebody of the plan."""
        return Who(draft.id) if draft.id is not None else who_of(self._first[draft])

    def note(self, draft: PersonDraft, said: PersonRecord | PersonMention, why: Reason) -> None:
        """Remember that a row was taken for a draft, as it is now, and why that is not sure."""
        pair = (self.name_of(draft), who_of(said))
        self.taken.append(Taken(pair, person_of(draft), person_of(said), why))

    def different(self) -> list[tuple[PersonDraft, PersonDraft]]:
        """Who were said to be two people."""
        said = [p for p, answer in self.answers.pairs.items() if answer.verdict is Verdict.OTHER]
        found = [(self._drafts.get(one), self._drafts.get(other)) for one, other in said]
        return [(a, b) for a, b in found if a is not None and b is not None and a is not b]

    def let_go(self) -> None:
        """Forget everybody, some at a time."""
        self._first.clear()
        self._drafts.clear()
        self.people.let_go()

    def _answered(self, who: Who) -> tuple[Match, frozenset[MergeField]] | None:
        for other, answer in self._told.get(who, {}).items():
            draft = self._drafts.get(other)
            if answer.verdict is Verdict.SAME and draft is not None:
                return Match(draft), answer.keep
        return None

    def _refused(self, who: Who) -> frozenset[PersonDraft]:
        told = self._told.get(who)
        if not told:
            return frozenset()
        no = (self._drafts.get(o) for o, a in told.items() if a.verdict is not Verdict.SAME)
        return frozenset(draft for draft in no if draft is not None)

    def _on_this_row(
        self, record: PersonRecord, who: Who
    ) -> tuple[Match, frozenset[MergeField]] | None:
        """Who came from this very row of this very file before."""
        if not self.by_row or who in self._told:
            return None
        known = self.by_row.get(record.source, ())
        named = [draft for draft in known if same_name(draft.name, record.name)]
        if len(named) == 1:
            return Match(named[0]), frozenset()
        if len(known) == 1 and self._on_row[record.source] == 1:
            return Match(known[0]), frozenset({MergeField.NAME})
        return None


def who_of(said: PersonRecord | PersonMention) -> Who:
    """Whom a row or a name means."""
    if isinstance(said, PersonRecord):
        return who_of_record(said)
    return who_of_mention(said)


def person_of(draft: PersonDraft | PersonRecord | PersonMention) -> Person:
    """Somebody of a plan, or as a row or a sheet says it, as a person."""
    if isinstance(draft, PersonMention):
        return Person(name=draft.name)
    address = Address(
        street=draft.street,
        house=draft.house,
        postcode=draft.postcode,
        town=draft.town,
        neighbourhood=draft.neighbourhood,
    )
    return Person(
        id=draft.id if isinstance(draft, PersonDraft) else None,
        name=draft.name,
        sex=draft.sex,
        born=draft.born,
        address=address,
        phone=draft.phone,
        mobile=draft.mobile,
        email=draft.email,
        iban=draft.iban,
        remark=draft.remark,
    )

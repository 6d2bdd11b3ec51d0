# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who is who: finding the person that a row or a name on a list means.

A name alone is not an identity, a shared e-mail address of a family is none either, and two
people may have the same name. What is not certain is taken with a question.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from rapidfuzz import fuzz, process

from buurthuis_admin.domain.names import PersonName, initial_of
from buurthuis_admin.domain.text import fold, squeeze
from buurthuis_admin.importing.planning.drafts import PersonDraft
from buurthuis_admin.importing.records import PersonMention, PersonRecord

Key = TypeVar("Key")
_AT_ONCE = 1_000
_SPELLING = 88  # likeness (0 to 100) from which two names may be one name spelled twice
_CLEARLY_BETTER = 4
_TOO_COMMON = 40  # with more people of one surname and letter, the name alone tells nobody


@dataclass(frozen=True, slots=True)
class Match:
    """The person found, and the code of the question if it is not certain."""

    person: PersonDraft | None
    question: str = ""
    others: tuple[PersonDraft, ...] = ()


NOBODY = Match(None)


class People:
    """All people that are known or read, found by number, name, e-mail and birth date."""

    def __init__(self, known: Iterable[PersonDraft] = ()) -> None:
        self.all: list[PersonDraft] = []
        self._by_number: dict[str, list[PersonDraft]] = {}
        self._by_last: dict[str, list[PersonDraft]] = {}
        self._by_surname: dict[str, list[PersonDraft]] = {}
        self._by_first: dict[str, list[PersonDraft]] = {}
        self._by_email: dict[str, list[PersonDraft]] = {}
        self._by_marks: dict[tuple[str, object], list[PersonDraft]] = {}
        self._refused: Collection[PersonDraft] = ()  # who it is not, as a person said
        for person in known:
            self.add(person)

    def add(self, person: PersonDraft) -> None:
        """Make a person known to the search."""
        self.all.append(person)
        name = person.name
        self._by_last.setdefault(fold(name.last), []).append(person)
        self._by_surname.setdefault(fold(name.surname), []).append(person)
        if name.first:
            self._by_first.setdefault(fold(name.first), []).append(person)
        if person.email:
            self._by_email.setdefault(person.email, []).append(person)
        self.marked(person)
        for membership in person.memberships:
            if membership.number:
                self.number(membership.number, person)

    def let_go(self) -> None:
        """Forget everybody, some at a time, so that the window gets its turn in between."""
        indexes: tuple[dict[Any, list[PersonDraft]], ...] = (
            self._by_number,
            self._by_last,
            self._by_surname,
            self._by_first,
            self._by_email,
            self._by_marks,
        )
        for index in indexes:
            index.clear()
        while self.all:
            del self.all[-_AT_ONCE:]

    def number(self, number: str, person: PersonDraft) -> None:
        """Remember the number of a membership."""
        holders = self._by_number.setdefault(_plain_number(number), [])
        if person not in holders:
            holders.append(person)

    def marked(self, person: PersonDraft) -> None:
        """Remember what tells a person from others of the same surname."""
        for key in _marks(person.name, person):
            holders = self._by_marks.get(key)
            if holders is None:
                self._by_marks[key] = [person]
            elif holders[-1] is not person:
                holders.append(person)

    def named(self, person: PersonDraft) -> None:
        """Remember a first name that became known."""
        self._by_first.setdefault(fold(person.name.first), []).append(person)

    # --- rows of a members list ---

    def match_record(self, record: PersonRecord, refused: Collection[PersonDraft] = ()) -> Match:
        """The person of a row: by number, then e-mail and birth, then name with more."""
        self._refused = refused
        question = ""
        if record.number:
            for person in self._of(self._by_number, _plain_number(record.number)):
                if same_name(person.name, record.name) or _same_birth(person, record):
                    return Match(person)
                question = "number_shared"
        for person in self._of(self._by_email, record.email) if record.email else ():
            if _same_birth(person, record) and same_name(person.name, record.name):
                return Match(person)
        found = self._by_name(record)
        return found if found.person is not None else Match(None, question)

    def _by_name(self, record: PersonRecord) -> Match:
        *sure, alike = _marks(record.name, record)
        for key in sure:
            for person in self._of(self._by_marks, key):
                if _is_sure(person, record):
                    return Match(person)
        candidates = self._of(self._by_marks, alike)
        if len(candidates) > _TOO_COMMON:
            return self._by_spelling(record)
        named = [p for p in candidates if same_name(p.name, record.name)]
        named = [p for p in named if not _contradicts(p, record)]
        if len(named) == 1 and _same_given(named[0].name, record.name):
            bare = not (record.born or record.postcode or record.number)
            return Match(named[0], "" if bare else "same_name_taken_as_one")
        return self._by_spelling(record)

    def _by_spelling(self, record: PersonRecord) -> Match:
        """The same birth date and nearly the same name, at the same address or with the number."""
        if record.born is None or not record.email:
            return NOBODY
        for person in self._of(self._by_email, record.email):
            if (
                _same_birth(person, record)
                and fuzz.ratio(fold(person.name.full), fold(record.name.full)) > 80
            ):
                return Match(person, "spelling_differs")
        return NOBODY

    # --- names on attendance sheets ---

    def match_mention(self, mention: PersonMention, refused: Collection[PersonDraft] = ()) -> Match:
        """The person that a sheet names; NOBODY when it must be somebody new."""
        self._refused = refused
        if mention.number:
            for person in self._of(self._by_number, _plain_number(mention.number)):
                if mention.name.empty or same_name(person.name, mention.name):
                    return Match(person)
        if mention.name.empty:
            return NOBODY
        if not mention.name.last:
            return self._by_one_word(mention.name)
        candidates = self._alike(mention.name)
        if candidates:
            return _choose(candidates, mention.name)
        return self._turned_round(mention.name) or self._misspelled(mention.name)

    def _of(self, index: Mapping[Key, list[PersonDraft]], key: Key) -> list[PersonDraft]:
        """Those under a key, without who it is not."""
        found = index.get(key, [])
        return [p for p in found if p not in self._refused] if self._refused else found

    def _alike(self, name: PersonName) -> list[PersonDraft]:
        # 'ben Ali' may be a prefix with a surname on the list, and a surname on the sheet.
        whole = self._of(self._by_surname, fold(name.surname))
        found = [p for p in whole if _given_agrees(p.name, name)]
        given = [p for p in found if name.first and fold(p.name.first) == fold(name.first)]
        if found:
            return given or found
        found = [p for p in self._of(self._by_last, fold(name.last)) if same_name(p.name, name)]
        exact = [p for p in found if fold(p.name.prefix) == fold(name.prefix)]
        exact = exact or ([] if name.prefix else found)
        given = [p for p in exact if name.first and fold(p.name.first) == fold(name.first)]
        return given or exact

    def _by_one_word(self, name: PersonName) -> Match:
        word = fold(name.first or name.initials)
        found = self._of(self._by_first, word) or self._of(self._by_last, word)
        if len(found) == 1:
            exact = not found[0].name.last
            return Match(found[0], "" if exact else "only_one_name")
        bare = [p for p in found if not p.name.last]
        return Match(bare[0]) if bare else NOBODY

    def _turned_round(self, name: PersonName) -> Match | None:
        """'Jansen Piet' without a comma."""
        if not name.first:
            return None
        turned = PersonName(first=name.last, prefix=name.prefix, last=name.first)
        found = self._alike(turned)
        return Match(found[0], "name_turned_round") if len(found) == 1 else None

    def _misspelled(self, name: PersonName) -> Match:
        text = fold(name.full)
        if len(text) < 6 or not name.first:
            return NOBODY
        names = {
            index: fold(person.name.full)
            for index, person in enumerate(self.all)
            if person not in self._refused
        }
        found = process.extract(text, names, scorer=fuzz.ratio, score_cutoff=_SPELLING, limit=2)
        if not found or (len(found) > 1 and found[0][1] - found[1][1] < _CLEARLY_BETTER):
            return NOBODY
        person = self.all[found[0][2]]
        if initial_of(person.name.first) != initial_of(name.first):
            return NOBODY
        return Match(person, "spelling_taken_as")


def _marks(name: PersonName, of: PersonDraft | PersonRecord) -> list[tuple[str, object]]:
    """Surname with year of birth, with the house, and (last) with the first letter."""
    last = fold(name.last)
    marks: list[tuple[str, object]] = []
    if of.born is not None:
        marks.append((last, of.born.year))
    if of.house:
        marks.append((last, ("at", fold(of.house))))
    marks.append((last, initial_of(name.first or name.initials)))
    return marks


def _is_sure(person: PersonDraft, record: PersonRecord) -> bool:
    if not same_name(person.name, record.name) or _contradicts(person, record):
        return False
    return _same_birth(person, record) or _same_address(person, record)


def _choose(candidates: list[PersonDraft], name: PersonName) -> Match:
    if len(candidates) == 1:
        return Match(candidates[0])
    hinted = [
        p
        for p in candidates
        if name.first and squeeze(name.first) in squeeze(p.email.split("@")[0])
    ]
    if len(hinted) == 1:
        return Match(hinted[0])
    return Match(None, "several_of_this_name", tuple(candidates))


def _plain_number(number: str) -> str:
    return number.lstrip("0") or number


def same_name(one: PersonName, other: PersonName) -> bool:
    """Whether two names can be one person's: the surname, and the first name or its letter."""
    a, b = fold(one.last), fold(other.last)
    if a != b and not (a and b and (a in b.split("-") or b in a.split("-"))):
        return False
    return _given_agrees(one, other)


def _given_agrees(one: PersonName, other: PersonName) -> bool:
    if one.first and other.first:
        a, b = fold(one.first), fold(other.first)
        return a == b or a.split()[0] == b or b.split()[0] == a
    a, b = initial_of(one.initials or one.first), initial_of(other.initials or other.first)
    return not a or not b or a == b


def _same_given(one: PersonName, other: PersonName) -> bool:
    """Whether both first names are known and equal, or all that is known are equal initials."""
    if one.first or other.first:
        return fold(one.first) == fold(other.first)
    return fold(one.initials) == fold(other.initials)


def _same_birth(person: PersonDraft, record: PersonRecord) -> bool:
    return bool(person.born and record.born and person.born.agrees_with(record.born))


def _same_address(person: PersonDraft, record: PersonRecord) -> bool:
    if not (record.house and fold(person.house) == fold(record.house)):
        return False
    if record.postcode and person.postcode:
        return record.postcode == person.postcode
    return bool(record.street) and fold(record.street) == fold(person.street)


def _contradicts(person: PersonDraft, record: PersonRecord) -> bool:
    """Whether a person of the same name must be somebody else."""
    if person.born and record.born:
        return not person.born.agrees_with(record.born)
    numbers = {_plain_number(m.number) for m in person.memberships if m.number}
    return bool(record.number and numbers and _plain_number(record.number) not in numbers)

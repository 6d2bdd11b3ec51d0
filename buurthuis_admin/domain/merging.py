# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""People who stand in the administration twice: who they may be, and one person made of two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations

from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Address, Person
from buurthuis_admin.domain.text import fold

Pair = tuple[int, int]


class MergeField(StrEnum):
    """What of two people can differ and is chosen from one of them, a name or address as a whole.

    A remark is no choice: both are kept.
    """

    NAME = "name"
    SEX = "sex"
    BORN = "born"
    ADDRESS = "address"
    PHONE = "phone"
    MOBILE = "mobile"
    EMAIL = "email"
    IBAN = "iban"


class Likeness(StrEnum):
    """Why two people may be one, the surest first."""

    BIRTH = "birth"
    EMAIL = "email"
    ADDRESS = "address"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class PossibleDouble:
    """Two people who may be one; the lower id first."""

    first: Person
    second: Person
    likeness: Likeness

    @property
    def pair(self) -> Pair:
        """The ids of both."""
        return pair_of(self.first, self.second)


def pair_of(one: Person, other: Person) -> Pair:
    """The ids of two people who are kept, the lower first."""
    assert one.id is not None
    assert other.id is not None
    return min(one.id, other.id), max(one.id, other.id)


def possible_doubles(people: Iterable[Person], different: Collection[Pair]) -> list[PossibleDouble]:
    """Who may stand in the administration twice, the surest first.

    The surname and the given name must agree (an initial agrees with a name), and nothing may
    contradict: not the day of birth, not the sex. A shared e-mail address or house alone makes
    nobody one: families share them. ``different``: pairs of which a person said that they are two.
    """
    alike: dict[Hashable, list[Person]] = defaultdict(list)
    for person in people:
        alike[fold(person.name.last or person.name.partner_last)].append(person)
    seen = set(different)
    found = [
        PossibleDouble(one, other, _likeness(one, other))
        for group in alike.values()
        for one, other in _agreeing(group)
        if pair_of(one, other) not in seen
    ]
    order = list(Likeness)
    return sorted(found, key=lambda double: (order.index(double.likeness), double.pair))


def differing(kept: Person, gone: Person) -> tuple[MergeField, ...]:
    """The fields in which both say something, and not the same."""
    return tuple(
        field
        for field in MergeField
        if _says(kept, field) and _says(gone, field) and _value(kept, field) != _value(gone, field)
    )


def merged(kept: Person, gone: Person, from_gone: Collection[MergeField]) -> Person:
    """One person of two: what ``kept`` does not say comes from the other, and so does a choice."""
    taken = {
        field.value: getattr(gone, field.value)
        for field in MergeField
        if _says(gone, field) and (field in from_gone or not _says(kept, field))
    }
    remarks = dict.fromkeys(text for text in (kept.remark, gone.remark) if text.strip())
    household = kept.household_id if kept.household_id is not None else gone.household_id
    return replace(
        kept,
        **taken,
        remark="\n".join(remarks),
        household_id=household,
        archived=kept.archived and gone.archived,
    )


def _value(person: Person, field: MergeField) -> object:
    return getattr(person, field.value)


def _says(person: Person, field: MergeField) -> bool:
    value = _value(person, field)
    if field is MergeField.NAME:
        return not person.name.empty
    if field is MergeField.ADDRESS:
        return value != Address()
    return bool(value)


def _agreeing(group: list[Person]) -> Iterator[tuple[Person, Person]]:
    """Pairs of one surname whose given names agree. By initial, so that a long list stays quick."""
    by_initial: dict[str, list[Person]] = defaultdict(list)
    for person in sorted(group, key=lambda one: one.id or 0):
        by_initial[_initial(person.name)].append(person)
    for initial, people in by_initial.items():
        for one, other in combinations(people, 2):
            if initial and _given_agrees(one.name, other.name) and not _contradict(one, other):
                yield one, other


def _initial(name: PersonName) -> str:
    return fold(name.first or name.initials)[:1]


def _given_agrees(one: PersonName, other: PersonName) -> bool:
    first, second = (fold(name.first).rstrip(".") for name in (one, other))
    if min(len(first), len(second)) > 1:
        return first == second
    return True  # one of them has an initial alone, and that agrees


def _contradict(one: Person, other: Person) -> bool:
    if one.sex and other.sex and one.sex != other.sex:
        return True
    if one.born is None or other.born is None:
        return False
    known = ("year", "month", "day")
    pairs = [(getattr(one.born, part), getattr(other.born, part)) for part in known]
    return any(left and right and left != right for left, right in pairs)


def _likeness(one: Person, other: Person) -> Likeness:
    if one.born and one.born == other.born:
        return Likeness.BIRTH
    if one.email and fold(one.email) == fold(other.email):
        return Likeness.EMAIL
    if one.address.postcode and one.address.postcode == other.address.postcode:
        return Likeness.ADDRESS
    return Likeness.NAME

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""People of a box who may be one with each other, or with somebody who is known."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from buurthuis_admin.domain.merging import Likeness, MergeField, differing, possible_doubles
from buurthuis_admin.domain.merging import Pair as IdPair
from buurthuis_admin.domain.people import Person
from buurthuis_admin.domain.text import fold
from buurthuis_admin.importing.outcome import Reason
from buurthuis_admin.importing.planning.answers import Pair
from buurthuis_admin.importing.planning.drafts import PersonDraft
from buurthuis_admin.importing.planning.identities import Identities, person_of
from buurthuis_admin.importing.records import Source

_NOT_KNOWN = 10**12  # no id is that high: those who are known come first in a pair


@dataclass(frozen=True, slots=True)
class BoxDouble:
    """Two who may be one. ``as_one``: what is done as long as nobody answers."""

    pair: Pair
    first: Person
    second: Person
    as_one: bool
    likeness: Likeness | None = None
    why: Reason | None = None
    sources: tuple[Source, ...] = ()

    @property
    def differing(self) -> tuple[MergeField, ...]:
        """The fields in which both say something, and not the same."""
        return differing(self.first, self.second)


def find_doubles(
    everybody: Iterable[PersonDraft], who: Identities, different: Collection[IdPair]
) -> list[BoxDouble]:
    """Those taken as one without being sure, and then those kept as two who look alike.

    Two who were known before the box are not asked about here. ``different``: by id, who were
    said to be two people before.
    """
    taken = [
        BoxDouble(one.pair, one.first, one.second, as_one=True, why=one.why, sources=_row(one.pair))
        for one in who.taken
    ]
    return [*taken, *_alike(list(everybody), who, different)]


def _alike(
    everybody: list[PersonDraft], who: Identities, different: Collection[IdPair]
) -> list[BoxDouble]:
    touched = [draft for draft in everybody if draft.sources]
    names = {_surname(draft) for draft in touched}
    drafts: dict[int, PersonDraft] = {}
    for number, draft in enumerate(everybody):
        if _surname(draft) in names:
            drafts[draft.id if draft.id is not None else _NOT_KNOWN + number] = draft
    people = [replace(person_of(draft), id=number) for number, draft in drafts.items()]
    return [
        _double(drafts[one.pair[0]], drafts[one.pair[1]], who, one.likeness)
        for one in possible_doubles(people, different)
        if one.pair[1] >= _NOT_KNOWN
    ]


def _double(one: PersonDraft, other: PersonDraft, who: Identities, why: Likeness) -> BoxDouble:
    pair = (who.name_of(one), who.name_of(other))
    sources = tuple(dict.fromkeys((*one.sources, *other.sources)))
    return BoxDouble(pair, person_of(one), person_of(other), False, why, sources=sources)


def _surname(draft: PersonDraft) -> str:
    return fold(draft.name.last or draft.name.partner_last)


def _row(pair: Pair) -> tuple[Source, ...]:
    return tuple(one.source for one in pair if one.source is not None)

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a person says to the problems of a box, added to what was said before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from buurthuis_admin.importing.corrections import (
    Answer,
    CellPlace,
    Mending,
    ProblemKey,
    ProblemKind,
    SpellingChoice,
)
from buurthuis_admin.importing.headings import Field
from buurthuis_admin.importing.mending.groups import ProblemGroup, Trouble
from buurthuis_admin.importing.mending.spelling import Cluster

_BY_ANSWER = frozenset((ProblemKind.COUPLE, ProblemKind.PHONE_ZERO, ProblemKind.BSN))
"""What the readers themselves do or leave; other problems are mended in their cells."""


def with_all(mending: Mending, group: ProblemGroup) -> Mending:
    """Do what is proposed, for all rows."""
    if group.key.kind is ProblemKind.SPELLING:
        for cluster in group.clusters:
            mending = with_spelling(mending, group.key, cluster, cluster.right)
        return mending
    if group.key.kind in _BY_ANSWER:
        return with_answer(mending, group.key, Answer.DO)
    return _with_cells(mending, group.proposals)


def without_any(mending: Mending, group: ProblemGroup) -> Mending:
    """Leave everything as it is."""
    if group.key.kind is ProblemKind.SPELLING:
        for cluster in group.clusters:
            mending = with_spelling(mending, group.key, cluster, None)
        return mending
    return with_answer(mending, group.key, Answer.LEAVE)


def with_answer(mending: Mending, key: ProblemKey, answer: Answer) -> Mending:
    """One answer for all rows, also for those that had one of their own."""
    rows = {place: said for place, said in mending.rows.items() if place[0] != key}
    return replace(mending, answers={**mending.answers, key: answer}, rows=rows)


def with_one(mending: Mending, key: ProblemKey, trouble: Trouble) -> Mending:
    """Do what is proposed in one row."""
    if key.kind in _BY_ANSWER:
        return _with_row(mending, key, trouble, Answer.DO)
    return _with_cells(mending, [trouble])


def without_one(mending: Mending, key: ProblemKey, trouble: Trouble) -> Mending:
    """Leave one row as it is."""
    if key.kind is ProblemKind.MENDED:
        return without_cell(mending, trouble.place)
    return _with_row(mending, key, trouble, Answer.LEAVE)


def _with_row(mending: Mending, key: ProblemKey, trouble: Trouble, answer: Answer) -> Mending:
    return replace(mending, rows={**mending.rows, (key, trouble.place.of_row): answer})


def with_cell(mending: Mending, place: CellPlace, text: str) -> Mending:
    """Read another text in a cell; the file itself stays as it is."""
    return replace(mending, cells={**mending.cells, place: text})


def without_cell(mending: Mending, place: CellPlace) -> Mending:
    """Read again what stands in a cell."""
    cells = {other: text for other, text in mending.cells.items() if other != place}
    return replace(mending, cells=cells)


def _with_cells(mending: Mending, troubles: Iterable[Trouble]) -> Mending:
    told = {trouble.place: trouble.proposal for trouble in troubles if trouble.proposal}
    return replace(mending, cells={**mending.cells, **told})


def with_spelling(
    mending: Mending, key: ProblemKey, cluster: Cluster, right: str | None
) -> Mending:
    """Write all spellings of a cluster in one way; None: each of them is right."""
    field = Field(key.detail)
    of_cluster = [spelling for spelling, _count in cluster.spellings]
    others = [
        choice
        for choice in mending.spellings
        if choice.field is not field or choice.spelling not in of_cluster
    ]
    chosen = [SpellingChoice(field, spelling, right or spelling) for spelling in of_cluster]
    return replace(mending, spellings=(*others, *chosen))


def taken_back(mending: Mending, key: ProblemKey) -> Mending:
    """As if nothing had been said of a problem."""
    answers = {other: said for other, said in mending.answers.items() if other != key}
    rows = {place: said for place, said in mending.rows.items() if place[0] != key}
    bare = replace(mending, answers=answers, rows=rows)
    if key.kind is ProblemKind.MENDED:
        return replace(bare, cells={})
    if key.kind is ProblemKind.SPELLING:
        kept = tuple(choice for choice in mending.spellings if choice.field != key.detail)
        return replace(bare, spellings=kept)
    return bare

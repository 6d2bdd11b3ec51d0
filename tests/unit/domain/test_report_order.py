# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Chapters in the order of a funder: each once, the appendices last."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from buurthuis_admin.domain.reports import DOSSIER_CHAPTERS, ORDER, Chapter, Composition, moved


def ordered(order: str) -> tuple[Chapter, ...]:
    return Composition(parts={(Chapter.COVER, ORDER): order}).in_order(DOSSIER_CHAPTERS)


def test_without_a_wish_it_is_our_own_order() -> None:
    assert ordered("") == DOSSIER_CHAPTERS


@given(st.lists(st.sampled_from([*Chapter, "unknown"]), max_size=30))
def test_whatever_is_asked_every_chapter_is_there_once(names: list[str]) -> None:
    found = ordered(",".join(names))
    assert sorted(found) == sorted(DOSSIER_CHAPTERS)
    assert (found[0], found[-1]) == (Chapter.COVER, Chapter.RECEIPTS)


@given(st.lists(st.tuples(st.sampled_from(DOSSIER_CHAPTERS[1:-1]), st.sampled_from([-1, 1]))))
def test_a_chapter_changes_places_with_its_neighbour(steps: list[tuple[Chapter, int]]) -> None:
    chapters: tuple[Chapter, ...] = DOSSIER_CHAPTERS
    for chapter, step in steps:
        here = chapters.index(chapter)
        chapters = ordered(moved(chapters, chapter, step))
        there = max(1, min(len(chapters) - 2, here + step))
        assert chapters.index(chapter) == there


def test_a_chapter_that_is_new_stands_behind_its_neighbour() -> None:
    order = moved(DOSSIER_CHAPTERS, Chapter.FINANCES, -1).split(",")
    order.remove(Chapter.STORIES)
    found = ordered(",".join(order))
    assert found[found.index(Chapter.ACTIVITIES) + 1] is Chapter.STORIES

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a person adds to a report: texts, headings of their own, photos, corrections by hand.

The figures are always counted anew; a report keeps only what people wrote. A text that stands
here as it was last year is a start, and asks to be looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class Chapter(StrEnum):
    """The chapters of a report, in the order in which they stand."""

    COVER = "cover"
    LETTER = "letter"
    FOREWORD = "foreword"
    ORGANISATION = "organisation"
    IN_SHORT = "in_short"
    AGREEMENTS = "agreements"
    ACTIVITIES = "activities"
    STORIES = "stories"
    PARTICIPANTS = "participants"
    MEMBERS = "members"
    VOLUNTEERS = "volunteers"
    NEIGHBOUR_HELP = "neighbour_help"
    PARTNERS = "partners"
    SUBSIDIES = "subsidies"
    FINANCES = "finances"
    YEARS = "years"
    AUDIT = "audit"
    ANBI = "anbi"
    OUTLOOK = "outlook"
    COUNTING = "counting"
    SIGNATURE = "signature"
    RECEIPTS = "receipts"


# Chapters that are nothing but what somebody writes; without a text they are left out.
WRITTEN = frozenset(
    {
        Chapter.FOREWORD,
        Chapter.ORGANISATION,
        Chapter.STORIES,
        Chapter.PARTNERS,
        Chapter.ANBI,
        Chapter.OUTLOOK,
    }
)
_ASKED = WRITTEN | {Chapter.AUDIT}  # chapters that wait for somebody's words
YEAR_CHAPTERS = (
    Chapter.COVER,
    Chapter.FOREWORD,
    Chapter.ORGANISATION,
    Chapter.IN_SHORT,
    Chapter.ACTIVITIES,
    Chapter.STORIES,
    Chapter.PARTICIPANTS,
    Chapter.MEMBERS,
    Chapter.VOLUNTEERS,
    Chapter.NEIGHBOUR_HELP,
    Chapter.PARTNERS,
    Chapter.SUBSIDIES,
    Chapter.FINANCES,
    Chapter.YEARS,
    Chapter.AUDIT,
    Chapter.ANBI,
    Chapter.OUTLOOK,
    Chapter.COUNTING,
)
DOSSIER_CHAPTERS = (
    Chapter.COVER,
    Chapter.LETTER,
    Chapter.IN_SHORT,
    Chapter.AGREEMENTS,
    Chapter.ACTIVITIES,
    Chapter.STORIES,
    Chapter.PARTICIPANTS,
    Chapter.VOLUNTEERS,
    Chapter.FINANCES,
    Chapter.OUTLOOK,
    Chapter.COUNTING,
    Chapter.SIGNATURE,
    Chapter.RECEIPTS,
)
# What a new report starts with, as it was in the one before; it asks whether it is still right.
TAKEN_OVER = WRITTEN | {Chapter.AUDIT, Chapter.LETTER, Chapter.SIGNATURE}
# Of these the text tells of one year: until somebody looked at it, it is no part of the new report.
OF_ITS_YEAR = frozenset({Chapter.FOREWORD, Chapter.STORIES, Chapter.OUTLOOK})
TEXT = "text"  # the field of the running text of a chapter
LEAD = "lead"  # the sentence that opens a chapter, in the place of the one that is made
HIDDEN = "hidden"
ORDER = "order"  # of the cover: the chapters in the order of the funder, with commas between them
FIXED = frozenset({Chapter.COVER, Chapter.RECEIPTS})  # appendices are put behind the last page
CHECKED = "checked"  # 'yes': somebody looked at what stood here last year
FINAL = "final"  # of the cover: 'yes': it accounts for all, although the period still runs
WITHOUT_BEFORE = "without_before"  # 'yes': the mark of last year is not drawn


@dataclass(frozen=True, slots=True)
class ReportKey:
    """Which report: that of a year, or that of a subsidy. Exactly one of them is given."""

    year: int | None = None
    subsidy_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """A picture in a chapter. ``people_agreed``: everybody on it may be shown, somebody said."""

    id: int | None = None
    chapter: Chapter
    position: int = 0
    sha256: str
    width: int
    height: int
    caption: str = ""
    alt: str = ""
    people_agreed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureCorrection:
    """A figure that somebody corrected by hand: what stands in its place, and why."""

    figure: str
    value: str
    reason: str


def moved(chapters: Sequence[Chapter], chapter: Chapter, step: int) -> str:
    """The order in which a chapter changed places with a neighbour: -1 earlier, 1 later."""
    free = [one for one in chapters if one not in FIXED]
    here = free.index(chapter)
    there = max(0, min(len(free) - 1, here + step))
    free[here], free[there] = free[there], free[here]
    return ",".join(one.value for one in free)


class ChapterState(StrEnum):
    """How far a chapter is."""

    COMPLETE = "complete"
    TO_DO = "to_do"
    FROM_BEFORE = "from_before"  # as it was last year, and not looked at yet
    NOTHING = "nothing"  # nothing is counted for it, so it is left out
    LEFT_OUT = "left_out"  # because somebody said so


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """What people added to one report. ``inherited`` are texts of the report before it."""

    parts: Mapping[tuple[Chapter, str], str] = field(default_factory=dict)
    inherited: Mapping[tuple[Chapter, str], str] = field(default_factory=dict)
    photos: tuple[Photo, ...] = ()
    corrections: tuple[FigureCorrection, ...] = ()

    def part(self, chapter: Chapter, name: str = TEXT) -> str:
        """What stands in a field; '' when nothing does."""
        own = self.parts.get((chapter, name))
        return own if own is not None else self.inherited.get((chapter, name), "")

    def printed(self, chapter: Chapter) -> str:
        """The running text of a chapter as it goes on paper; '' while it still waits."""
        if chapter in OF_ITS_YEAR and self._unchecked(chapter):
            return ""
        return self.part(chapter)

    def in_order(self, chapters: Sequence[Chapter]) -> tuple[Chapter, ...]:
        """Chapters in the order of the funder; one that it does not name keeps its neighbour."""
        wanted = dict.fromkeys(self.part(Chapter.COVER, ORDER).split(","))
        free = [one for one in chapters if one not in FIXED]
        ordered = [Chapter(name) for name in wanted if name in {one.value for one in free}]
        for place, one in enumerate(free):
            if one not in ordered:
                before = free[place - 1] if place else None
                ordered.insert(ordered.index(before) + 1 if before in ordered else 0, one)
        moving = iter(ordered)
        return tuple(one if one in FIXED else next(moving) for one in chapters)

    def heading(self, chapter: Chapter, slot: str, made: str) -> str:
        """A heading of somebody's own, or the one that was made from the figures."""
        return self.part(chapter, f"heading.{slot}").strip() or made

    def lead(self, chapter: Chapter, made: str) -> str:
        """The opening sentence of somebody's own, or the one that was made."""
        return self.part(chapter, LEAD).strip() or made

    def says(self, chapter: Chapter, name: str) -> bool:
        """Whether a choice was made."""
        return self.part(chapter, name) == "yes"

    def hidden(self, chapter: Chapter) -> bool:
        """Whether somebody leaves this chapter out."""
        return self.says(chapter, HIDDEN)

    def shows_before(self, chapter: Chapter) -> bool:
        """Whether last year is marked in the charts of a chapter."""
        return not self.says(chapter, WITHOUT_BEFORE)

    def photos_of(self, chapter: Chapter) -> Iterator[Photo]:
        """The pictures of a chapter, in their order."""
        yield from (photo for photo in self.photos if photo.chapter is chapter)

    def state(self, chapter: Chapter, *, has_figures: bool) -> ChapterState:
        """How far a chapter is; ``has_figures``: there is anything counted for it."""
        if self.hidden(chapter):
            return ChapterState.LEFT_OUT
        if chapter not in _ASKED and not has_figures:
            return ChapterState.NOTHING
        if self._unchecked(chapter):
            return ChapterState.FROM_BEFORE
        written = self.part(chapter).strip() or any(self.photos_of(chapter))
        return ChapterState.TO_DO if chapter in _ASKED and not written else ChapterState.COMPLETE

    def _unchecked(self, chapter: Chapter) -> bool:
        stands = self.inherited.get((chapter, TEXT))
        own = self.parts.get((chapter, TEXT))
        return bool(stands) and own is None and not self.says(chapter, CHECKED)

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages: boxes put under each other, split where they may be, never a heading alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from buurthuis_admin.reporting.pdf.boxes import Box

TINY = 0.01


@dataclass(frozen=True, slots=True)
class Placed:
    """A box and how far below the top of the column it stands."""

    box: Box
    top: float


class Break(Box):
    """The end of a page."""

    @property
    def height(self) -> float:
        return 0.0

    def draw(self, page: object, x: float, top: float) -> None:
        """Nothing: it is only a place."""


class Gap(Break):
    """The end of a page, behind which pages of another file are put."""

    def __init__(self, number: int, pages: int) -> None:
        self.number, self.pages = number, pages


@dataclass(slots=True)
class Pages:
    """Pages that are being filled; ``height`` is that of the column."""

    height: float
    pages: list[list[Placed]] = field(default_factory=lambda: [[]])
    used: float = 0.0
    space: float = 0.0  # asked for below the last box

    def turn(self) -> None:
        """Go on with a new page, unless this one is still empty."""
        if self.pages[-1]:
            self.pages.append([])
            self.used = self.space = 0.0

    def room(self, box: Box) -> float:
        """What is left for a box, its space above taken off."""
        return self.height - self.used - self._space_above(box) + TINY

    def _space_above(self, box: Box) -> float:
        # A logo in the margin is no reason for white above what comes first, and what has no height
        # (the place where pages of others are put in) needs none: a full page would be followed by
        # an empty one.
        return max(self.space, box.before) if self.used and box.height else 0.0

    def put(self, box: Box) -> None:
        """The box here, or as much of it as fits and the rest on the pages that follow."""
        rest: Box | None = box
        while rest is not None:
            rest = self._put_some(rest)

    def _put_some(self, box: Box) -> Box | None:
        """What of a box is still to be put after this page has had its part."""
        room = self.room(box)
        if box.height + box.tail <= room:
            self._place(box)
            return None
        parts = box.split(min(room, box.height - TINY))
        if parts:
            self._place(parts[0])
            self.turn()
            return parts[1]
        if self.pages[-1]:
            self.turn()
            return box
        self._place(box)  # higher than a page and not to be split: it must go somewhere
        return None

    def _place(self, box: Box) -> None:
        top = self.used + self._space_above(box)
        self.pages[-1].append(Placed(box, top))
        self.used, self.space = top + box.height, box.after


def fill(boxes: Sequence[Box], height: float) -> list[list[Placed]]:
    """The boxes on pages whose column has a height."""
    pages = Pages(height)
    for at, box in enumerate(boxes):
        if isinstance(box, Gap):
            pages.put(box)
            continue
        if isinstance(box, Break):
            pages.turn()
            continue
        if _needed(boxes, at) > pages.room(box):
            pages.turn()
        pages.put(box)
    return pages.pages if pages.pages[-1] else pages.pages[:-1]


def _needed(boxes: Sequence[Box], at: int) -> float:
    """The height that must be free for a box to begin here with all that it leads in."""
    needed = 0.0
    while boxes[at].keep_with_next and at + 1 < len(boxes):
        needed += boxes[at].height + max(boxes[at].after, boxes[at + 1].before)
        at += 1
    return needed + boxes[at].least

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where on the pages the figures and the parts of a report stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Spot:
    """A rectangle on a page (from 0), in points from the upper left corner of the paper.

    ``explain`` is the name of a figure; ``name`` that of a chapter or part.
    """

    page: int
    x: float
    top: float
    width: float
    height: float
    explain: str = ""
    name: str = ""

    def holds(self, x: float, top: float) -> bool:
        """Whether a place lies in it."""
        return self.x <= x <= self.x + self.width and self.top <= top <= self.top + self.height


@dataclass(frozen=True, slots=True)
class Rendered:
    """A PDF, and what stands where in it.

    ``gaps``: behind how many pages another file is to be put in, and which one.
    """

    content: bytes
    spots: tuple[Spot, ...]
    gaps: tuple[tuple[int, int], ...] = ()

    def figures_on(self, page: int) -> list[Spot]:
        """The figures of a page, in the order in which they were drawn."""
        return [spot for spot in self.spots if spot.page == page and spot.explain]

    def part(self, name: str) -> Spot | None:
        """The first place of a part: all of it that stands on that page."""
        found = [spot for spot in self.spots if spot.name == name]
        return _around(spot for spot in found if spot.page == found[0].page) if found else None


def _around(spots: Iterable[Spot]) -> Spot:
    first, *others = spots
    left, top = first.x, first.top
    right, lower = first.x + first.width, first.top + first.height
    for spot in others:
        left, top = min(left, spot.x), min(top, spot.top)
        right, lower = max(right, spot.x + spot.width), max(lower, spot.top + spot.height)
    return Spot(first.page, left, top, right - left, lower - top, name=first.name)

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Type sizes, spaces and page measures, and the presets that change them together."""

from __future__ import annotations

from dataclasses import dataclass

from buurthuis_admin.reporting import colours

MILLIMETRE = 72 / 25.4
PAGE_WIDTH = 210 * MILLIMETRE
PAGE_HEIGHT = 297 * MILLIMETRE
MARGIN = 20 * MILLIMETRE
TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN
FOOTER_BASE = 12 * MILLIMETRE  # from the lower edge
COVER_FIELD = 0.4  # the part of the cover that is coloured


@dataclass(frozen=True, slots=True, kw_only=True)
class TextStyle:
    """How a text is set: size and leading in points, and the space around it."""

    size: float
    leading: float
    strong: bool = False
    colour: str = colours.INK
    before: float = 0.0
    after: float = 0.0

    def scaled(self, factor: float) -> TextStyle:
        """The same style, larger."""
        return TextStyle(
            size=self.size * factor,
            leading=self.leading * factor,
            strong=self.strong,
            colour=self.colour,
            before=self.before * factor,
            after=self.after * factor,
        )


SIZES = {
    "cover title": TextStyle(size=36, leading=42, strong=True, colour=colours.WHITE, after=2),
    "cover subtitle": TextStyle(size=14, leading=20, colour=colours.WHITE, after=18),
    "cover line": TextStyle(size=10.5, leading=15, colour=colours.WHITE),
    "cover foot": TextStyle(size=9.5, leading=14, colour=colours.SOFT_INK),
    "heading 1": TextStyle(size=22, leading=27, strong=True, before=30, after=8),
    "heading 2": TextStyle(size=14, leading=18, strong=True, before=20, after=3),
    "heading 3": TextStyle(size=10.5, leading=15, strong=True, before=12, after=2),
    "lead": TextStyle(size=13, leading=19, after=12),
    "body": TextStyle(size=10.5, leading=15, after=7),
    "caption": TextStyle(size=9.5, leading=13, strong=True, colour=colours.SOFT_INK, after=5),
    "source": TextStyle(size=8.5, leading=12, colour=colours.SOFT_INK, before=5, after=6),
    "table": TextStyle(size=9.5, leading=12.5),
    "signs": TextStyle(size=19, leading=27, strong=True, after=4),
    "chart": TextStyle(size=9, leading=12, before=2, after=2),
    "figure value": TextStyle(size=24, leading=30, strong=True, colour=colours.TEAL),
    "figure label": TextStyle(size=10.5, leading=14, strong=True),
    "figure change": TextStyle(size=8.5, leading=12, colour=colours.SOFT_INK),
    "footer": TextStyle(size=8.5, leading=12, colour=colours.SOFT_INK),
}
LARGE_FACTOR = 1.3
_LARGE_ALREADY = frozenset({"cover title", "cover subtitle"})


@dataclass(frozen=True, slots=True)
class Preset:
    """All styles of a report at one size of print."""

    name: str
    factor: float = 1.0

    def style(self, name: str) -> TextStyle:
        """A style of ``SIZES``; titles grow less than what is read."""
        growing = 1 + (self.factor - 1) / 3 if name in _LARGE_ALREADY else self.factor
        return SIZES[name].scaled(growing)


NORMAL = Preset("normal")
LARGE_PRINT = Preset("large print", LARGE_FACTOR)

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sheets of labels and envelopes by the measures on their box, in millimetres."""

from __future__ import annotations

from dataclasses import dataclass

PAPER_WIDTH, PAPER_HEIGHT = 210.0, 297.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a label stands on its sheet, from the upper left corner of the paper."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelSheet:
    """An A4 sheet with rows of equal labels. ``gap``: the white between two beside each other.

    Sheets are symmetric: what is left of the paper is the same on both sides. ``cut``: plain
    paper, on which lines show where to cut.
    """

    name: str
    across: int
    down: int
    width: float
    height: float
    gap: float = 0.0
    cut: bool = False

    @property
    def count(self) -> int:
        """How many labels a sheet has."""
        return self.across * self.down

    def place(self, number: int) -> Place:
        """The place of label ``number`` (from 0) by rows from the upper left."""
        row, column = divmod(number, self.across)
        left = (PAPER_WIDTH - self.across * self.width - (self.across - 1) * self.gap) / 2
        top = (PAPER_HEIGHT - self.down * self.height) / 2
        return Place(
            left + column * (self.width + self.gap),
            top + row * self.height,
            self.width,
            self.height,
        )


@dataclass(frozen=True, slots=True)
class EnvelopeSize:
    """An envelope that lies on its long side."""

    name: str
    width: float
    height: float


# One line for each kind of sheet: a new one needs no more than its measures here.
LABEL_SHEETS = (
    LabelSheet(name="Avery L7160", across=3, down=7, width=63.5, height=38.1, gap=2.54),
    LabelSheet(name="Avery L7163", across=2, down=7, width=99.1, height=38.1, gap=2.5),
    LabelSheet(name="Avery L7159", across=3, down=8, width=63.5, height=33.9, gap=2.54),
    LabelSheet(name="Avery L7162", across=2, down=8, width=99.1, height=33.9, gap=2.5),
    LabelSheet(name="HERMA 4464", across=3, down=8, width=70.0, height=37.0),
)
CARD_SHEET = LabelSheet(name="85 × 54", across=2, down=5, width=85.0, height=54.0, cut=True)
ENVELOPES = (
    EnvelopeSize("C5", 229.0, 162.0),
    EnvelopeSize("DL", 220.0, 110.0),
    EnvelopeSize("C6", 162.0, 114.0),
)

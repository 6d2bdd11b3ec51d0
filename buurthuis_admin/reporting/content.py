# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A document as neutral blocks: what is said, in which order, and nothing about pages.

Every text here is plain text, never markup: what a person typed needs no escaping before it comes
here, and a backend escapes it once, where it writes it.

``name`` tells which chapter or part of it a block is, ``explain`` which figure (see
``domain.figure_keys``), and ``figures`` which words of a sentence are one: a screen can find them
again on the page. None of it is printed.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from buurthuis_admin.domain.labels import EnvelopeSize, LabelSheet
from buurthuis_admin.reporting.charts import BarChart, MonthChart
from buurthuis_admin.reporting.told import Told, parted


class Align(StrEnum):
    """On which side the cells of a column stand."""

    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """The logo of who sends this (PNG or JPEG), of a size in pixels; at the top of a page.

    As a block of its own it stands in the upper margin and takes no room from the text.
    """

    content: bytes
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """The first page: ``lines`` stand under the title, ``foot`` below the coloured field.

    The logo stands at the bottom, on white.
    """

    title: str
    subtitle: str = ""
    lines: tuple[str, ...] = ()
    foot: tuple[str, ...] = ()
    logo: Mark | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (a chapter), 2 or 3; levels are not skipped.

    ``modest``: set in the type of the next level, for a chapter that is a letter.
    """

    text: str
    level: int = 1
    name: str = ""
    modest: bool = False


@dataclass(frozen=True, slots=True)
class Lead:
    """The sentence that opens a chapter."""

    text: str
    name: str = ""
    figures: tuple[Told, ...] = ()

    @classmethod
    def of(cls, sentence: str, name: str = "") -> Lead:
        """A sentence whose figures can be explained."""
        text, figures = parted(sentence)
        return cls(text, name, figures)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. ``spans``: the same words in pieces of one weight, where some are bold."""

    text: str
    spans: tuple[tuple[str, bool], ...] = ()
    figures: tuple[Told, ...] = ()

    @classmethod
    def of(cls, sentence: str) -> Paragraph:
        """A sentence whose figures can be explained."""
        text, figures = parted(sentence)
        return cls(text, figures=figures)


@dataclass(frozen=True, slots=True)
class Caption:
    """What the chart or table that follows shows: the measure, the unit and the period."""

    text: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where figures come from and what must be known to read them; in small print."""

    text: str
    figures: tuple[Told, ...] = ()

    @classmethod
    def of(cls, sentence: str) -> Source:
        """A sentence whose figures can be explained."""
        text, figures = parted(sentence)
        return cls(text, figures)


@dataclass(frozen=True, slots=True)
class BulletList:
    """Items that stand beside each other."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A large number, what it counts, and how it differs from the year before."""

    value: str
    label: str
    change: str = ""
    explain: str = ""


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """Up to four numbers side by side."""

    items: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. A soft hyphen in the title tells where it may be broken.

    ``wide``: it takes the room that the others leave; else the first column does.
    """

    title: str
    align: Align = Align.END
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table; the first cell says what it is about. ``strong`` opens a group.

    ``explain`` has for each cell the name of its figure, or '' where it is none.
    """

    cells: tuple[str, ...]
    strong: bool = False
    explain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under headings, with a total at the end when there is one.

    ``summary`` is for who listens instead of looks: what the table is about.
    """

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    total: Row | None = None
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignGrid:
    """Groups of signs to type over, large and each sign in a place of its own.

    ``rows`` are a name and the groups below each of the ``columns``.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A photo (JPEG) of a size in pixels; ``alt`` says what is on it, the caption stands below.

    ``large``: as large as its page allows, for what must be read on it.
    """

    content: bytes
    width: int
    height: int
    alt: str
    caption: str = ""
    large: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines to sign on, each with its word below it."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SquareCode:
    """A square code (QR) that holds a text, with numbered steps beside it."""

    text: str
    alt: str
    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BarCode:
    """A code of bars (Code 128) that a scanner reads, with what it is for beside it."""

    text: str
    alt: str
    told: str = ""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row to tick by hand; without a name there is a line to write one on."""

    number: int
    name: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRows:
    """The rows of a sheet to tick by hand, each with its number and the code of its name."""

    columns: tuple[str, str, str, str]  # number, box to tick, name, code
    rows: tuple[SheetRow, ...]
    summary: str = ""


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A row of cells to fill in by hand; without a name there is a line to write one on."""

    name: str = ""
    number: int | None = None
    signs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetMatrix:
    """Names down and meetings across, to fill in by hand; ``days`` are weekday and day."""

    columns: tuple[str, str]  # number, name
    days: tuple[tuple[str, str], ...]
    rows: tuple[MatrixRow, ...]
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyBoxes:
    """For each kind of visitor a line to tally on and a box for the number."""

    kinds: tuple[str, ...]
    total: str
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """The lines of one label, and the code at its foot when it has one."""

    lines: tuple[str, ...]
    code: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labels:
    """Sheets of labels; ``first`` (from 0) is the first label that is still on its sheet."""

    sheet: LabelSheet
    labels: tuple[Label, ...]
    first: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """The front of an envelope, on a page of its own."""

    size: EnvelopeSize
    address: tuple[str, ...]
    sender: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterHead:
    """The upper part of a letter; the address stands where an envelope has its window."""

    sender: tuple[str, ...]
    address: tuple[str, ...]
    dated: str
    logo: Mark | None = None


@dataclass(frozen=True, slots=True)
class Lined:
    """A text that somebody typed, with its line ends; an empty line parts paragraphs."""

    text: str


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows starts on a new page."""


@dataclass(frozen=True, slots=True)
class PagesOfOthers:
    """Where pages of another file are put in: they are counted, and a page ends before them.

    What follows begins with a ``PageBreak``. ``number`` tells which file it is.
    """

    number: int
    pages: int


Chart: TypeAlias = BarChart | MonthChart
Simple: TypeAlias = (
    Mark
    | Cover
    | Heading
    | Lead
    | Paragraph
    | Caption
    | Source
    | BulletList
    | KeyFigures
    | Table
    | SignGrid
    | SquareCode
    | Picture
    | Lines
    | BarCode
    | SheetRows
    | SheetMatrix
    | TallyBoxes
    | Labels
    | Envelope
    | LetterHead
    | Lined
    | BarChart
    | MonthChart
    | PageBreak
    | PagesOfOthers
)


@dataclass(frozen=True, slots=True)
class Keep:
    """Blocks that stay on one page (a table among them at least begins there)."""

    blocks: tuple[Simple, ...]


Block: TypeAlias = Simple | Keep


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole report. ``page_words`` holds {page} and {pages}; ``created`` goes into the file."""

    title: str
    language: str
    created: datetime.date
    blocks: tuple[Block, ...]
    subject: str = ""
    author: str = ""
    running_title: str = ""
    page_words: str = "{page} / {pages}"

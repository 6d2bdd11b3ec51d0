# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Figures that somebody corrected by hand: put in their place, and said so.

A corrected figure is marked wherever it stands, and 'How we counted' says what was counted and
why another figure stands there. A figure that is kept back for the sake of a small group stays
kept back: a correction would betray it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from buurthuis_admin.domain.centre import SMALLEST_GROUP_SHOWN
from buurthuis_admin.domain.figure_keys import FigureKey
from buurthuis_admin.domain.reports import FigureCorrection
from buurthuis_admin.i18n import _, month_name
from buurthuis_admin.reporting.chapters.groups import KEPT_BACK
from buurthuis_admin.reporting.charts import Bar, BarChart, MonthChart, MonthSeries
from buurthuis_admin.reporting.content import (
    Block,
    BulletList,
    Heading,
    Keep,
    KeyFigures,
    Lead,
    Paragraph,
    Row,
    Simple,
    Source,
    Table,
)
from buurthuis_admin.reporting.told import parted, told
from buurthuis_admin.reporting.wording import people_text

Part = TypeVar("Part")
MARK = "\N{DAGGER}"


def correct(blocks: Sequence[Block], corrections: Sequence[FigureCorrection]) -> tuple[Block, ...]:
    """The blocks with corrected figures, and what was corrected at their end."""
    if not corrections:
        return tuple(blocks)
    corrector = _Corrector({one.figure: one for one in corrections})
    corrected = [corrector.block(block) for block in blocks]
    corrector.found = {**corrector.said, **corrector.found}  # words of a table say more
    if not corrector.found:
        return tuple(blocks)
    return (*corrected, *_notes(corrector))


class _Corrector:
    def __init__(self, corrections: Mapping[str, FigureCorrection]) -> None:
        self.corrections = corrections
        self.found: dict[str, tuple[str, str]] = {}  # the name to its words and counted value
        self.said: dict[str, tuple[str, str]] = {}  # likewise of what stands in a sentence

    def block(self, block: Block) -> Block:
        """A block with its figures corrected."""
        if isinstance(block, Keep):
            return Keep(tuple(self._simple(one) for one in block.blocks))
        return self._simple(block)

    def _simple(self, block: Simple) -> Simple:
        match block:
            case KeyFigures():
                return KeyFigures(
                    tuple(
                        replace(one, value=self.text(one.explain, one.value, one.label))
                        for one in block.items
                    )
                )
            case Table():
                total = self._row(block.total, block) if block.total else None
                rows = tuple(self._row(row, block) for row in block.rows)
                return replace(block, rows=rows, total=total)
            case Lead() | Paragraph() | Source():
                return self._sentence(block)
            case BarChart():
                bars = tuple(map(self._bar, block.bars))
                texts = [(old.label, old.text, new.text) for old, new in _pairs(block.bars, bars)]
                return replace(block, bars=bars, alt=_said(block.alt, texts))
            case MonthChart():
                series = tuple(map(self._series, block.series))
                texts = [told for pair in _pairs(block.series, series) for told in _months(*pair)]
                return replace(block, series=series, alt=_said(block.alt, texts))
        return block

    def _row(self, row: Row, table: Table) -> Row:
        if not row.explain:
            return row
        cells = tuple(
            self.text(name, cell, f"{row.cells[0]}, {column.title}")
            for name, cell, column in zip(row.explain, row.cells, table.columns, strict=True)
        )
        return replace(row, cells=cells)

    def _bar(self, bar: Bar) -> Bar:
        return replace(bar, text=self.text(bar.explain, bar.text, bar.label))

    def _series(self, series: MonthSeries) -> MonthSeries:
        if not series.explain:
            return series
        texts = zip(series.explain, series.texts, strict=True)
        return replace(
            series, texts=tuple(self.text(name, old, series.name) for name, old in texts)
        )

    def _sentence(self, block: Lead | Paragraph | Source) -> Lead | Paragraph | Source:
        text, words, at = block.text, "", 0
        for one in block.figures:
            counted = text[one.start : one.end]
            shown = self._shown(one.explain, counted)
            if shown != counted:
                self.said.setdefault(one.explain, (text.rstrip("."), counted))
            words += text[at : one.start] + told(shown, one.explain)
            at = one.end
        plain_words, figures = parted(words + text[at:])
        return replace(block, text=plain_words, figures=figures)

    def text(self, name: str, counted: str, words: str) -> str:
        """What is shown in the place of a figure."""
        shown = self._shown(name, counted)
        if shown != counted:
            self.found.setdefault(name, (words.replace("\N{SOFT HYPHEN}", ""), counted))
        return shown

    def _shown(self, name: str, counted: str) -> str:
        correction = self.corrections.get(name)
        if correction is None or _is_kept_back(counted):
            return counted
        return f"{correction.value}{MARK}"


def _pairs(before: Iterable[Part], after: Iterable[Part]) -> Iterator[tuple[Part, Part]]:
    yield from zip(before, after, strict=True)


def _months(before: MonthSeries, after: MonthSeries) -> Iterator[tuple[str, str, str]]:
    for name, old, new in zip(before.explain, before.texts, after.texts, strict=False):
        month = FigureKey.parse(name).of.rpartition("-")[2]  # a chart may begin in any month
        yield month_name(int(month)), old, new


def _said(alt: str, texts: Iterable[tuple[str, str, str]]) -> str:
    """What a chart says, with the figures that were corrected: who listens hears the same."""
    for label, old, new in texts:
        for end in ",.":
            alt = alt.replace(f"{label} {old}{end}", f"{label} {new}{end}")
    return alt


def _is_kept_back(text: str) -> bool:
    return text == KEPT_BACK or text == people_text(SMALLEST_GROUP_SHOWN - 1)


def _notes(corrector: _Corrector) -> tuple[Block, ...]:
    text = _("{figure}: counted as {counted}, corrected by hand to {value}. {reason}")
    items = tuple(
        text.format(
            figure=words,
            counted=counted,
            value=corrector.corrections[name].value,
            reason=corrector.corrections[name].reason,
        )
        for name, (words, counted) in corrector.found.items()
    )
    heading = _("{sign} Corrected by hand").format(sign=MARK)
    return (Keep((Heading(heading, 2), BulletList(items))),)

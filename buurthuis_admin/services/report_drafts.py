# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A report that is being worked on: its figures, what people added, and what it looks like."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from buurthuis_admin.domain.figures import YearReportData
from buurthuis_admin.domain.reports import (
    LEAD,
    YEAR_CHAPTERS,
    Chapter,
    ChapterState,
    Composition,
    ReportKey,
)
from buurthuis_admin.i18n import language
from buurthuis_admin.reporting.content import Block, Lead
from buurthuis_admin.reporting.pdf import NORMAL, Preset, render_with_spots
from buurthuis_admin.reporting.proposals import Slot, proposals
from buurthuis_admin.reporting.spots import Rendered
from buurthuis_admin.reporting.year_report import chapter_blocks, compose, has_figures
from buurthuis_admin.services.report_words import report_name


class ReportDraft(Protocol):
    """What a page that composes a report asks of it. The figures in it were counted once."""

    @property
    def key(self) -> ReportKey:
        """Which report it is."""

    @property
    def name(self) -> str:
        """What it is called, also as a file."""

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """Its chapters in their order."""

    @property
    def composition(self) -> Composition:
        """What people added to it."""

    def states(self) -> dict[Chapter, ChapterState]:
        """How far each chapter is."""

    def with_parts(self, parts: Mapping[tuple[Chapter, str], str]) -> ReportDraft:
        """The same report with fields that are not kept yet."""

    def recomposed(self) -> ReportDraft:
        """The same figures with what people have added by now."""

    def rendered(self, language_code: str, preset: Preset = NORMAL) -> Rendered:
        """The report as PDF, and where its figures stand."""

    def workbook(self, language_code: str) -> bytes:
        """The tables of the report as an Excel workbook."""

    def proposals(self, slot: Slot) -> tuple[str, ...]:
        """Headings that hold for its figures."""

    def made_lead(self, chapter: Chapter) -> str:
        """The sentence that opens a chapter when nobody writes one."""

    @property
    def funder_words(self) -> tuple[str, ...]:
        """The words that the funder uses, who will read it."""

    def unexplained(self, chapter: Chapter) -> tuple[str, ...]:
        """What of a chapter differs so much that the funder will ask why."""


@dataclass(frozen=True)
class YearDraft:
    """The year report that is being worked on."""

    data: YearReportData
    read_additions: Callable[[YearReportData], YearReportData]

    @property
    def key(self) -> ReportKey:
        """Which report it is."""
        return ReportKey(year=self.data.figures.year)

    @property
    def name(self) -> str:
        """'Year report 2026'."""
        return report_name(self.key)

    @property
    def chapters(self) -> tuple[Chapter, ...]:
        """Those of a year report."""
        return YEAR_CHAPTERS

    @property
    def composition(self) -> Composition:
        """What people added to it."""
        return self.data.composition

    def states(self) -> dict[Chapter, ChapterState]:
        """How far each chapter is."""
        return {
            chapter: self.composition.state(chapter, has_figures=has_figures(chapter, self.data))
            for chapter in YEAR_CHAPTERS
        }

    def with_parts(self, parts: Mapping[tuple[Chapter, str], str]) -> YearDraft:
        """The same report with fields that are not kept yet."""
        added = replace(self.composition, parts={**self.composition.parts, **parts})
        return replace(self, data=replace(self.data, composition=added))

    def recomposed(self) -> YearDraft:
        """The same figures with what people have added by now."""
        return replace(self, data=self.read_additions(self.data))

    def rendered(self, language_code: str, preset: Preset = NORMAL) -> Rendered:
        """The report as PDF, and where its figures stand."""
        with language(language_code):
            return render_with_spots(compose(self.data), preset=preset)

    def workbook(self, language_code: str) -> bytes:
        """The tables of the report as an Excel workbook."""
        from buurthuis_admin.services.figure_workbooks import year_workbook

        with language(language_code):
            return year_workbook(self.data)

    def proposals(self, slot: Slot) -> tuple[str, ...]:
        """Headings that hold for its figures."""
        return proposals(slot, self.data.figures, self.data.visits_before)

    def made_lead(self, chapter: Chapter) -> str:
        """The sentence that opens a chapter when nobody writes one."""
        plain = self.with_parts({(chapter, LEAD): ""})
        return first_lead(chapter_blocks(chapter, plain.data))

    @property
    def funder_words(self) -> tuple[str, ...]:
        """None: it is for everybody."""
        return ()

    def unexplained(self, _chapter: Chapter) -> tuple[str, ...]:
        """Nothing: differences are explained in the dossiers."""
        return ()


def first_lead(blocks: list[Block]) -> str:
    """The opening sentence among blocks; '' when there is none."""
    return next((block.text for block in blocks if isinstance(block, Lead)), "")

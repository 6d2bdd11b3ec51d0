# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A report that is always the same PDF, with what people would add to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from buurthuis_admin.domain.reports import (
    YEAR_CHAPTERS,
    Chapter,
    ChapterState,
    Composition,
    ReportKey,
)
from buurthuis_admin.domain.subsidies import Subsidy
from buurthuis_admin.errors import UserError
from buurthuis_admin.reporting.pdf import NORMAL, Preset
from buurthuis_admin.reporting.spots import Rendered


class NothingKnown(UserError):
    """Of this year."""


@dataclass(frozen=True)
class FakeDraft:
    """A report whose pages do not depend on what is in it."""

    key: ReportKey
    reports: FakeReports
    composition: Composition = field(default_factory=Composition)
    chapters: tuple[Chapter, ...] = YEAR_CHAPTERS

    @property
    def name(self) -> str:
        return f"Year report {self.key.year}"

    def states(self) -> dict[Chapter, ChapterState]:
        return {
            chapter: self.composition.state(chapter, has_figures=True) for chapter in self.chapters
        }

    def with_parts(self, parts: Mapping[tuple[Chapter, str], str]) -> FakeDraft:
        added = replace(self.composition, parts={**self.composition.parts, **parts})
        return replace(self, composition=added)

    def recomposed(self) -> FakeDraft:
        return self

    def rendered(self, language_code: str, _preset: Preset = NORMAL) -> Rendered:
        self.reports.made.append((self.key.year or 0, language_code))
        return Rendered(self.reports.content, ())

    def workbook(self, _language_code: str) -> bytes:
        return b"PK a workbook"

    @property
    def funder_words(self) -> tuple[str, ...]:
        return ()

    def unexplained(self, _chapter: Chapter) -> tuple[str, ...]:
        return ()

    def proposals(self, _slot: tuple[Chapter, str]) -> tuple[str, ...]:
        return ("Stoelyoga grew the most", "Visits by activity")

    def made_lead(self, chapter: Chapter) -> str:
        return f"What the figures say of {chapter.value}."


@dataclass
class FakeReports:
    """Remembers which reports were made."""

    content: bytes
    made: list[tuple[int, str]] = field(default_factory=list)

    def open(self, key: ReportKey) -> FakeDraft:
        if not self.content:
            raise NothingKnown(f"Nothing is known of {key.year}.")
        return FakeDraft(key, self)


class FakeSubsidies:
    """Nobody gives anything."""

    def dossiers(self, _year: int | None = None) -> list[Subsidy]:
        return []

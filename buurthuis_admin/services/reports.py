# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The reports: figures gathered, put into words and set as PDF."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from buurthuis_admin.domain.centre import CentreSettings
from buurthuis_admin.domain.figures import YearFigures, YearReportData
from buurthuis_admin.domain.reports import (
    YEAR_CHAPTERS,
    Chapter,
    ChapterState,
    Composition,
    Photo,
    ReportKey,
)
from buurthuis_admin.errors import UserError
from buurthuis_admin.i18n import DEFAULT_LANGUAGE, _, language
from buurthuis_admin.reporting.content import Document
from buurthuis_admin.reporting.pdf import NORMAL, Preset, render, render_with_spots
from buurthuis_admin.reporting.spots import Rendered
from buurthuis_admin.reporting.year_report import compose, has_figures

EARLIER_YEARS = 5


class NothingKnownOfYear(UserError):
    """A report was asked of a year of which nothing is known."""

    def __init__(self, year: int) -> None:
        super().__init__(
            _(
                "Nothing is known of {year} yet. Import the lists of that year, or choose "
                "another year."
            ).format(year=year)
        )


class Statistics(Protocol):
    """What the reports ask of the statistics."""

    def year(self, year: int) -> YearFigures:
        """The figures of a year."""


class Settings(Protocol):
    """What the reports ask of the settings."""

    def centre(self) -> CentreSettings:
        """The centre."""


class Compositions(Protocol):
    """What the reports ask of what people added to them."""

    def of(self, key: ReportKey) -> Composition:
        """What was added to a report."""

    def picture(self, photo: Photo) -> bytes | None:
        """The bytes of a picture."""


class ReportService:
    """Makes reports of one administration."""

    def __init__(
        self,
        statistics: Statistics,
        settings: Settings,
        compositions: Compositions,
        clock: Callable[[], datetime.date] = datetime.date.today,
    ) -> None:
        self._statistics, self._settings, self._clock = statistics, settings, clock
        self._compositions = compositions

    def year_report(
        self,
        year: int,
        *,
        language: str = DEFAULT_LANGUAGE,
        preset: Preset = NORMAL,
        made_on: datetime.date | None = None,
    ) -> bytes:
        """The year report as PDF; the same figures and day give the same bytes.

        Raises NothingKnownOfYear, in the language of the screen.
        """
        return render(self.document(year, language, made_on=made_on), preset=preset)

    def document(
        self,
        year: int,
        language_code: str = DEFAULT_LANGUAGE,
        *,
        made_on: datetime.date | None = None,
    ) -> Document:
        """The year report before it is set. Raises NothingKnownOfYear."""
        data = self.data(year, made_on=made_on)
        with language(language_code):
            return compose(data)

    def preview(
        self, data: YearReportData, language_code: str, *, preset: Preset = NORMAL
    ) -> Rendered:
        """The report of figures that are counted already, and where its figures stand."""
        with language(language_code):
            return render_with_spots(compose(data), preset=preset)

    def states(self, data: YearReportData) -> dict[Chapter, ChapterState]:
        """How far each chapter of a year report is."""
        return {
            chapter: data.composition.state(chapter, has_figures=has_figures(chapter, data))
            for chapter in YEAR_CHAPTERS
        }

    def recomposed(self, data: YearReportData) -> YearReportData:
        """The same figures with what people have added by now."""
        return self._with_additions(data, ReportKey(year=data.figures.year))

    def data(self, year: int, *, made_on: datetime.date | None = None) -> YearReportData:
        """What the report is made of. Raises NothingKnownOfYear."""
        figures = self._statistics.year(year)
        if figures.empty:
            raise NothingKnownOfYear(year)
        before, *earlier = self._years_before(year)
        counted = YearReportData(
            centre=self._settings.centre(),
            figures=figures,
            before=None if before.empty else before,
            made_on=made_on or self._clock(),
            earlier=tuple(earlier),
        )
        return self._with_additions(counted, ReportKey(year=year))

    def _years_before(self, year: int) -> list[YearFigures]:
        """Last year, whatever is known of it, and those before it without a gap."""
        found = [self._statistics.year(year - 1)]
        while not found[-1].empty and len(found) < EARLIER_YEARS:
            found.append(self._statistics.year(year - 1 - len(found)))
        return [found[0], *(one for one in found[1:] if not one.empty)]

    def _with_additions(self, data: YearReportData, key: ReportKey) -> YearReportData:
        added = self._compositions.of(key)
        pictures = {
            photo.sha256: content
            for photo in added.photos
            if (content := self._compositions.picture(photo)) is not None
        }
        return replace(data, composition=added, pictures=pictures)

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
from buurthuis_admin.domain.reports import Composition, Photo, ReportKey
from buurthuis_admin.domain.year_statement import YearStatement
from buurthuis_admin.errors import UserError
from buurthuis_admin.i18n import DEFAULT_LANGUAGE, _, language
from buurthuis_admin.reporting.content import Document
from buurthuis_admin.reporting.pdf import NORMAL, Preset, render
from buurthuis_admin.reporting.year_report import compose
from buurthuis_admin.services.report_drafts import ReportDraft, YearDraft

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
        statement: Callable[[int], YearStatement | None] = lambda _year: None,
    ) -> None:
        self._statistics, self._settings, self._clock = statistics, settings, clock
        self._statement = statement
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

    def open(self, key: ReportKey) -> ReportDraft:
        """A report to work on. Raises NothingKnownOfYear."""
        return YearDraft(self.data(key.year or 0), self._with_additions)

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
            statement=self._statement(year),
        )
        return self._with_additions(counted)

    def _years_before(self, year: int) -> list[YearFigures]:
        """Last year, whatever is known of it, and those before it without a gap."""
        found = [self._statistics.year(year - 1)]
        while not found[-1].empty and len(found) < EARLIER_YEARS:
            found.append(self._statistics.year(year - 1 - len(found)))
        return [found[0], *(one for one in found[1:] if not one.empty)]

    def _with_additions(self, data: YearReportData) -> YearReportData:
        added = self._compositions.of(ReportKey(year=data.figures.year))
        pictures = {
            photo.sha256: content
            for photo in added.photos
            if (content := self._compositions.picture(photo)) is not None
        }
        return replace(data, composition=added, pictures=pictures)

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Several years side by side, for the screen and for paper."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from buurthuis_admin.domain.figures import YearFigures
from buurthuis_admin.i18n import _, current_language, language
from buurthuis_admin.reporting.chapters.years import YEARS_AT_MOST, comparison
from buurthuis_admin.reporting.content import Document, Heading, Table
from buurthuis_admin.reporting.pdf import NORMAL, Preset, render_with_spots
from buurthuis_admin.reporting.spots import Rendered
from buurthuis_admin.services.settings import SettingsService
from buurthuis_admin.services.statistics import StatisticsService


@dataclass(frozen=True, slots=True)
class Comparison:
    """The years that are compared, the oldest first, and the centre whose they are."""

    years: tuple[YearFigures, ...]
    centre: str
    made_on: datetime.date

    @property
    def name(self) -> str:
        """Its name as a file."""
        return _("Years {first} to {last}").format(
            first=self.years[0].year, last=self.years[-1].year
        )

    def table(self) -> Table:
        """The figures of each year in a column."""
        return next(block for block in comparison(self.years) if isinstance(block, Table))

    def rendered(self, language_code: str, preset: Preset = NORMAL) -> Rendered:
        """The comparison as PDF, and where its figures stand."""
        with language(language_code):
            return render_with_spots(self._document(), preset=preset)

    def workbook(self, language_code: str) -> bytes:
        """The figures of each year as an Excel workbook."""
        from buurthuis_admin.services.figure_workbooks import table_workbook

        with language(language_code):
            return table_workbook(_("Several years"), self.table())

    def _document(self) -> Document:
        title = _("Several years")
        return Document(
            title=f"{title}, {self.centre}" if self.centre else title,
            language=current_language(),
            created=self.made_on,
            author=self.centre,
            running_title=" · ".join(part for part in (self.centre, title) if part),
            page_words=_("Page {page} of {pages}"),
            blocks=(Heading(title, name="years"), *comparison(self.years)),
        )


class ComparisonService:
    """Compares the years of one administration."""

    def __init__(
        self,
        statistics: StatisticsService,
        settings: SettingsService,
        clock: Callable[[], datetime.date] = datetime.date.today,
    ) -> None:
        self._statistics, self._settings, self._clock = statistics, settings, clock

    def of(self, years: Sequence[int]) -> Comparison | None:
        """These years, the newest six at most; None when nothing is known of two of them."""
        chosen = sorted(years)[-YEARS_AT_MOST:]
        known = tuple(
            figures for year in chosen if not (figures := self._statistics.year(year)).empty
        )
        if len(known) < 2:
            return None
        return Comparison(known, self._settings.centre().name, self._clock())

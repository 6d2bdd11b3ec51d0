# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report service: from figures to a PDF, or one clear sentence."""

from __future__ import annotations

import datetime

import pytest

from buurthuis_admin.domain.centre import CentreSettings
from buurthuis_admin.domain.figures import YearFigures
from buurthuis_admin.domain.reports import Composition, Photo, ReportKey
from buurthuis_admin.errors import UserError
from buurthuis_admin.services.reports import NothingKnownOfYear, ReportService
from tests.unit.reporting.example_data import CENTRE, MADE_ON, last_year, this_year
from tests.unit.reporting.reading import read


class KnownYears:
    def __init__(self, *years: YearFigures) -> None:
        self.known = {figures.year: figures for figures in years}

    def year(self, year: int) -> YearFigures:
        return self.known.get(year, YearFigures(year=year, persons=300))


class OneCentre:
    def centre(self) -> CentreSettings:
        return CENTRE


class NothingAdded:
    def of(self, _key: ReportKey) -> Composition:
        return Composition()

    def picture(self, _photo: Photo) -> bytes | None:
        return None


def service(*years: YearFigures) -> ReportService:
    return ReportService(KnownYears(*years), OneCentre(), NothingAdded(), clock=lambda: MADE_ON)


def test_makes_the_report_in_the_language_that_is_asked() -> None:
    reports = service(this_year(), last_year())
    assert "Jaarverslag 2022" in read(reports.year_report(2022)).text()
    assert "Year report 2022" in read(reports.year_report(2022, language="en")).text()


def test_compares_with_the_year_before_when_it_is_known() -> None:
    assert service(this_year(), last_year()).data(2022).before == last_year()
    assert service(this_year()).data(2022).before is None


def test_is_made_today_unless_another_day_is_given() -> None:
    reports, day = service(this_year()), datetime.date(2024, 1, 2)
    assert reports.document(2022).created == MADE_ON
    assert reports.document(2022, made_on=day).created == day


@pytest.mark.language("nl")
def test_a_year_of_which_nothing_is_known_is_refused() -> None:
    with pytest.raises(NothingKnownOfYear, match="Over 1999 is nog niets bekend") as caught:
        service(this_year()).year_report(1999)
    assert isinstance(caught.value, UserError)


def test_the_refusal_is_in_the_language_of_the_screen() -> None:
    with pytest.raises(NothingKnownOfYear, match="Nothing is known of 1999 yet"):
        service(this_year()).year_report(1999, language="nl")


def test_same_figures_same_bytes() -> None:
    reports = service(this_year(), last_year())
    assert reports.year_report(2022) == reports.year_report(2022)

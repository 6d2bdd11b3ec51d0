# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is typed in a field stands in the report; no field is there for nothing."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator

import pytest

from buurthuis_admin.domain.dossier_report import DossierReportData
from buurthuis_admin.domain.figures import NeighbourHelpFigures, YearReportData
from buurthuis_admin.domain.reports import (
    DOSSIER_CHAPTERS,
    YEAR_CHAPTERS,
    Chapter,
    Composition,
    ReportKey,
)
from buurthuis_admin.domain.subsidies import Indicator, SubsidyState
from buurthuis_admin.gui.pages.report_fields import FieldKind, fields_of
from buurthuis_admin.reporting.content import Document, Heading, Keep
from buurthuis_admin.reporting.dossier_report import compose_dossier
from buurthuis_admin.reporting.proposals import proposals, slot_words
from buurthuis_admin.reporting.year_report import compose
from tests.unit.reporting.example_data import last_year, rich_year, this_year
from tests.unit.reporting.test_dossier_privacy import ALL, aims, report_on
from tests.unit.reporting.test_true_words import shared, statement_of

TYPED = "Dit typte iemand"
Compose = Callable[[Composition], Document]


def year_data() -> YearReportData:
    """A year with something for every chapter."""
    data = rich_year()
    helped = NeighbourHelpFigures(requests=9, helped=8, helpers=7)
    figures = dataclasses.replace(data.figures, neighbour_help=helped)
    earlier = dataclasses.replace(last_year(), year=last_year().year - 1)
    return dataclasses.replace(
        data, figures=figures, earlier=(earlier,), statement=statement_of(figures.year)
    )


def dossier_data() -> DossierReportData:
    """A dossier with something for every chapter, whose period is not over yet."""
    data = report_on([40] * 9, 0, aims([(Indicator.PEOPLE, 9, ALL)]))
    figures = dataclasses.replace(this_year(), year=data.period.end.year if data.period else 0)
    subsidy = dataclasses.replace(
        data.subsidy, id=7, expenses=shared().expenses, state=SubsidyState.AWARDED
    )
    last = data.period.end if data.period else data.made_on
    return dataclasses.replace(data, figures=figures, subsidy=subsidy, made_on=last)


def composed(key: ReportKey) -> Compose:
    if key.year is not None:
        return lambda added: compose(dataclasses.replace(year_data(), composition=added))
    return lambda added: compose_dossier(dataclasses.replace(dossier_data(), composition=added))


@pytest.mark.parametrize("key", [ReportKey(year=2022), ReportKey(subsidy_id=7)])
def test_every_field_changes_the_report(key: ReportKey) -> None:
    make = composed(key)
    chapters = YEAR_CHAPTERS if key.year is not None else DOSSIER_CHAPTERS
    for chapter in chapters:
        for field in fields_of(chapter, key):
            if field.kind is FieldKind.CHOICE:
                without, said = Composition(), Composition(parts={(chapter, field.name): "yes"})
                assert make(without) != make(said), (chapter, field.name)
                continue
            parts = {(chapter, field.name): TYPED}
            if chapter is Chapter.AUDIT:  # who signs stands below what they found
                parts.setdefault((chapter, "text"), "Goed bevonden.")
            assert TYPED in repr(make(Composition(parts=parts))), (chapter, field.name)


@pytest.mark.parametrize("key", [ReportKey(year=2022), ReportKey(subsidy_id=7)])
def test_a_heading_that_is_proposed_is_the_one_that_stands_there(key: ReportKey) -> None:
    year, dossier = year_data(), dossier_data()
    headings = list(headings_of(composed(key)(Composition())))
    for chapter, slot in slot_words():
        if key.year is not None:
            made = proposals((chapter, slot), year.figures, year.visits_before)
        elif chapter in DOSSIER_CHAPTERS and dossier.figures is not None:
            made = proposals((chapter, slot), dossier.figures, None)
        else:
            continue
        assert made[0] in headings, (chapter, slot)


def headings_of(document: Document) -> Iterator[str]:
    for block in document.blocks:
        for one in block.blocks if isinstance(block, Keep) else (block,):
            if isinstance(one, Heading):
                yield one.text

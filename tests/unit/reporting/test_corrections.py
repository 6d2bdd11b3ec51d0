# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A figure that somebody corrected is marked wherever it stands; what is kept back stays so."""

from __future__ import annotations

import dataclasses

import pytest

from buurthuis_admin.domain.reports import FigureCorrection
from buurthuis_admin.reporting.charts import Bar, BarChart
from buurthuis_admin.reporting.content import (
    BulletList,
    Column,
    Keep,
    KeyFigure,
    KeyFigures,
    Row,
    Table,
)
from buurthuis_admin.reporting.corrections import MARK, correct
from buurthuis_admin.reporting.wording import people_text

WRONG = FigureCorrection(figure="visits/2022", value="1.900", reason="A list was lost.")


def table(cell: str) -> Table:
    row = Row(("Koffie", cell), explain=("", "visits/2022"))
    return Table(columns=(Column("Activity"), Column("Vis\N{SOFT HYPHEN}its")), rows=(row,))


def test_without_corrections_nothing_changes() -> None:
    assert correct([table("1.840")], []) == (table("1.840"),)


def test_a_correction_of_a_figure_that_stands_nowhere_is_not_told() -> None:
    other = dataclasses.replace(WRONG, figure="hours/2022")
    assert correct([table("1.840")], [other]) == (table("1.840"),)


def test_it_is_marked_in_figures_tables_and_charts_and_told_once() -> None:
    figures = KeyFigures((KeyFigure("1.840", "visits", explain="visits/2022"),))
    bar = Bar(label="Koffie", value=1840, text="1.840", explain="visits/2022")
    chart = BarChart(bars=(bar,), alt="Bar chart: Koffie 1.840, Yoga 1.840.")
    made = correct([figures, Keep((table("1.840"),)), chart], [WRONG])
    shown, kept, drawn, note = made
    assert isinstance(shown, KeyFigures)
    assert shown.items[0].value == f"1.900{MARK}"
    assert isinstance(kept, Keep)
    assert isinstance(kept.blocks[0], Table)
    assert kept.blocks[0].rows[0].cells == ("Koffie", f"1.900{MARK}")
    assert isinstance(drawn, BarChart)
    assert drawn.bars[0].text == f"1.900{MARK}"
    assert drawn.alt == f"Bar chart: Koffie 1.900{MARK}, Yoga 1.840."  # who listens hears it too
    assert isinstance(note, Keep)
    (items,) = (one for one in note.blocks if isinstance(one, BulletList))
    assert items.items == (
        "visits: counted as 1.840, corrected by hand to 1.900. A list was lost.",
    )


@pytest.mark.parametrize("kept_back", ["*", people_text(3)])
def test_what_is_kept_back_is_not_corrected(kept_back: str) -> None:
    assert correct([table(kept_back)], [WRONG]) == (table(kept_back),)

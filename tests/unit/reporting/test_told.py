# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Figures inside sentences: found again in the words, and on the page."""

from __future__ import annotations

import datetime

import pytest

from buurthuis_admin.domain.figure_keys import Measure, figure
from buurthuis_admin.domain.reports import FigureCorrection
from buurthuis_admin.reporting.content import Document, Heading, Lead, Paragraph, Source
from buurthuis_admin.reporting.corrections import correct
from buurthuis_admin.reporting.pdf import render_with_spots
from buurthuis_admin.reporting.pdf.text import wrap
from buurthuis_admin.reporting.pdf.words import on_lines
from buurthuis_admin.reporting.spots import Spot
from buurthuis_admin.reporting.told import parted, plain, told

VISITS = figure(Measure.VISITS, 2025)
UNIQUE = figure(Measure.UNIQUE, 2025)


def spots(*blocks: Lead | Paragraph | Source) -> list[Spot]:
    document = Document(
        title="T", language="en", created=datetime.date(2026, 1, 1),
        blocks=(Heading("H"), *blocks),
    )  # fmt: skip
    return [one for one in render_with_spots(document).spots if one.explain]


def test_the_words_come_out_as_they_are_and_the_figures_keep_their_places() -> None:
    sentence = f"In 2025 kwamen {told('2.025', VISITS)} van {told('40', UNIQUE)}."
    text, figures = parted(sentence)
    assert text == "In 2025 kwamen 2.025 van 40."
    assert [(text[one.start : one.end], one.explain) for one in figures] == [
        ("2.025", VISITS), ("40", UNIQUE),
    ]  # fmt: skip
    assert plain(sentence) == text
    assert told("40", "") == "40"


@pytest.mark.parametrize("block", [Lead.of, Paragraph.of, Source.of])
def test_the_second_of_two_equal_numbers_is_the_figure(block) -> None:  # type: ignore[no-untyped-def]
    year, figure_of = "In 2025 there were ", told("2025", VISITS)
    (spot,) = spots(block(f"{year}{figure_of} visits."))
    (begin,) = spots(block(told("In 2025 there were", UNIQUE) + " 2025 visits."))
    assert spot.explain == VISITS
    assert begin.x + begin.width < spot.x
    assert begin.top == spot.top


def test_a_figure_on_the_second_line_is_found_there() -> None:
    words = "word " * 40
    (first,) = spots(Paragraph.of(f"{told('1', UNIQUE)} {words}"))
    (second,) = spots(Paragraph.of(f"{words}{told('12.345', VISITS)} visits"))
    assert second.top > first.top


def test_an_amount_with_its_sign_stays_one_figure() -> None:
    text, figures = parted(f"Er is {told('€ 1.250,00', VISITS)} besteed aan Şahin’s koor.")
    lines = wrap(text, 10.0, 500.0)
    ((one,),) = on_lines(lines, text, figures)
    assert one.x == pytest.approx(wrap("Er is ", 10.0, 500.0)[0].width)
    assert one.width == pytest.approx(wrap("€ 1.250,00", 10.0, 500.0)[0].width)


def test_a_name_from_right_to_left_never_points_elsewhere() -> None:
    text, figures = parted(f"مقهى القراءة: {told('40', VISITS)} visits.")
    lines = wrap(text, 10.0, 500.0)
    found = [one for line in on_lines(lines, text, figures) for one in line]
    assert len(found) <= 1
    for one in found:
        assert one.width == pytest.approx(wrap("40", 10.0, 500.0)[0].width)


def test_a_correction_reaches_the_sentence_and_keeps_opening_what_is_behind_it() -> None:
    lead = Lead.of(f"{told('63', VISITS)} visits of {told('12', UNIQUE)} people.")
    corrected, *notes = correct(
        [lead], [FigureCorrection(figure=VISITS, value="70", reason="List.")]
    )
    assert isinstance(corrected, Lead)
    assert corrected.text == "70\N{DAGGER} visits of 12 people."
    assert [corrected.text[one.start : one.end] for one in corrected.figures] == [
        "70\N{DAGGER}",
        "12",
    ]
    assert "63 visits of 12 people: counted as 63, corrected by hand to 70. List." in repr(notes)

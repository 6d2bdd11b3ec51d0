# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""From a figure in the preview to what was counted, and correcting it by hand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.reports import (
    Chapter,
    ChapterState,
)
from buurthuis_admin.gui.pages.report_explain import CorrectForm, ExplainDialog
from buurthuis_admin.gui.pages.report_figures import FigureChooser
from buurthuis_admin.gui.pages.reports import ReportsPage
from buurthuis_admin.gui.places import ACTIVITIES, ATTENDANCE, MEMBERS
from buurthuis_admin.gui.shell import Shell
from tests.gui.reports.on_page import (
    YEAR,
    Settle,
    added,
    open_dialogs,
    pages_text,
    text_field,
)


def click_figure(qtbot: QtBot, page: ReportsPage, name: str) -> None:
    """Click on a figure where it stands on the page."""
    pdf = page.preview.pdf
    for number in range(pdf.pages):
        pdf.go_to(number)
        for place in pdf.places:
            if place.name == name:
                sheet = pdf.widget()
                assert sheet is not None
                point = pdf.point_of(place).toPoint()
                qtbot.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=point)
                return
    raise AssertionError(name)


def test_a_click_on_a_figure_shows_what_was_counted(
    qtbot: QtBot, qtmodeltester: ModelTester, page: ReportsPage, settle: Settle
) -> None:
    click_figure(qtbot, page, "visits@2025")
    settle()
    (dialog,) = open_dialogs(page, ExplainDialog)
    assert isinstance(dialog, ExplainDialog)
    assert dialog.windowTitle() == "Visits in 2025"
    assert dialog.model.rowCount() == 6
    row = dialog.model.row(0)
    assert row is not None
    assert row[1:] == ("Koffie", "6", "4", "10")
    qtmodeltester.check(dialog.model)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert open_dialogs(page, ExplainDialog) == []


def test_a_figure_is_explained_and_corrected_by_keyboard(
    qtbot: QtBot, page: ReportsPage, settle: Settle
) -> None:
    page.preview.pdf.go_to(1)
    page.preview.explain.setFocus()
    qtbot.keyClick(page.preview.explain, Qt.Key.Key_Space)
    settle()
    (chooser,) = open_dialogs(page, FigureChooser)
    assert isinstance(chooser, FigureChooser)
    words = [chooser.list.item(row).text() for row in range(chooser.list.count())]
    chooser.list.setCurrentRow(words.index("Visits in 2025"))
    qtbot.keyClick(chooser.list, Qt.Key.Key_Return)
    settle()
    (dialog,) = open_dialogs(page, ExplainDialog)
    assert isinstance(dialog, ExplainDialog)
    dialog.correct.click()
    form = next(one for one in dialog.findChildren(CorrectForm) if one.isVisible())
    form.save.click()
    assert form.summary.isVisible()
    qtbot.keyClicks(form.value, "70")
    qtbot.keyClicks(form.reason, "De lijst van april is kwijt.")
    form.save.click()
    settle()
    (correction,) = added(page).of(YEAR).corrections
    assert (correction.figure, correction.value) == ("visits@2025", "70")
    qtbot.waitUntil(lambda: "70\N{DAGGER}" in pages_text(page), timeout=30_000)
    text = pages_text(page)
    assert "counted as 63, corrected by hand to 70. De lijst van april is kwijt." in text


def test_the_states_follow_what_is_there(page: ReportsPage, settle: Settle) -> None:
    draft = page.work.draft
    assert draft is not None
    states = draft.states()
    assert states[Chapter.FOREWORD] is ChapterState.TO_DO
    assert states[Chapter.IN_SHORT] is ChapterState.COMPLETE
    assert states[Chapter.SUBSIDIES] is ChapterState.NOTHING


def test_large_print_makes_more_pages_or_larger_letters(
    qtbot: QtBot, page: ReportsPage, settle: Settle
) -> None:
    before = page.live.rendered
    page.print_size.setCurrentIndex(1)
    qtbot.waitUntil(lambda: page.live.rendered is not before, timeout=30_000)
    settle()
    assert page.live.rendered is not None
    assert before is not None
    assert page.live.rendered.content != before.content


def test_the_preview_follows_a_key_within_half_a_second(
    qtbot: QtBot, page: ReportsPage, settle: Settle
) -> None:
    """Not timed here (benchmarks do): one key gives one new preview, without counting again."""
    page.chapters.choose(Chapter.FOREWORD)
    settle()
    before = page.live.rendered
    QTest.keyClicks(text_field(page, "text"), "a")
    qtbot.waitUntil(lambda: page.live.rendered is not before, timeout=30_000)
    assert page._opening is not None


@pytest.mark.parametrize(
    ("figure", "place"),
    [("visits@2025", ATTENDANCE), ("unique@2025", MEMBERS), ("activities@2025", ACTIVITIES)],
)
def test_a_line_behind_a_figure_leads_to_what_it_is_about(
    qtbot: QtBot, page: ReportsPage, real_shell: Shell, settle: Settle, figure: str, place: str
) -> None:
    page.figures.open(figure)
    settle()
    (dialog,) = open_dialogs(page, ExplainDialog)
    assert isinstance(dialog, ExplainDialog)
    dialog.table.selectRow(1)
    dialog.table.setFocus()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    settle()
    settle()
    assert open_dialogs(page, ExplainDialog) == []
    assert real_shell.current == place


def test_a_sum_has_no_line_to_go_to(page: ReportsPage, settle: Settle) -> None:
    page.figures.open("capital@2025")
    settle()
    (dialog,) = open_dialogs(page, ExplainDialog)
    assert isinstance(dialog, ExplainDialog)
    assert not dialog.go.isVisible()


def test_a_figure_of_compared_years_is_explained_and_not_corrected(
    page: ReportsPage, settle: Settle
) -> None:
    page.work.show(None)  # as where years are compared: there is no report to correct it in
    page.figures.open("visits@2025")
    settle()
    (dialog,) = open_dialogs(page, ExplainDialog)
    assert isinstance(dialog, ExplainDialog)
    assert not dialog.correct.isVisible()

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Accounting for a subsidy, its pack, and several years side by side."""

from __future__ import annotations

import datetime
import threading
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.activities import (
    HeadCount,
    Session,
)
from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.reports import (
    Chapter,
    ChapterState,
    ReportKey,
)
from buurthuis_admin.domain.subsidies import Indicator, Subsidy, SubsidyState, Target
from buurthuis_admin.errors import Cancelled
from buurthuis_admin.gui.pages.report_choice import ReportKind
from buurthuis_admin.gui.pages.reports import ReportsPage
from buurthuis_admin.gui.pages.subsidies import SubsidiesPage
from buurthuis_admin.gui.places import REPORTS, SUBSIDIES
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.services.administration import Administration
from tests.gui.reports.on_page import (
    Settle,
    added,
    button_named,
    pages_text,
    text_field,
)
from tests.unit.reporting.reading import read


def a_subsidy(administration: Administration) -> int:
    return administration.subsidies.save(
        Subsidy(
            funder="Gemeente",
            purpose="Samen",
            state=SubsidyState.AWARDED,
            awarded=Decimal("500.00"),
            period=Period.year(2025),
        )
    )


def test_a_subsidy_is_accounted_for_and_its_pack_is_made(
    qtbot: QtBot, page: ReportsPage, filled: Administration, settle: Settle, tmp_path: Path
) -> None:
    subsidy = a_subsidy(filled)
    page.refresh()
    settle()
    chip = page.choice.kinds.chip(ReportKind.DOSSIER)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    settle()
    page.chapters.choose(Chapter.LETTER)
    settle()
    text_field(page, "text").setPlainText("Geachte wethouder,")
    qtbot.waitUntil(lambda: "Geachte wethouder," in pages_text(page), timeout=30_000)
    page.work.keep()
    settle()
    kept = added(page).of(ReportKey(subsidy_id=subsidy))
    assert kept.part(Chapter.LETTER) == "Geachte wethouder,"
    folder = tmp_path / "pakket"
    dialog = page.packing.make(subsidy, page.choice.look, folder)
    qtbot.waitUntil(dialog.folder.isVisible, timeout=30_000)
    names = sorted(path.name for path in folder.iterdir())
    assert names == [
        "Accountability Gemeente Samen figures.xlsx",
        "Accountability Gemeente Samen.pdf",
    ]
    assert "Accountability Gemeente Samen.pdf" in dialog.words.text()
    dialog.reject()


def test_chapters_follow_the_order_of_the_funder(
    qtbot: QtBot, page: ReportsPage, filled: Administration, settle: Settle
) -> None:
    subsidy = a_subsidy(filled)
    page.show_dossier(subsidy)
    settle()
    settle()
    page.chapters.choose(Chapter.FINANCES)
    settle()
    for _time in range(7):  # more often than there are chapters before it
        button_named(page, "Earlier in the report").click()
    page.work.keep()
    settle()
    settle()
    assert page.chapters.list.item(1).text().startswith("Finances")
    assert page.chapters.current is Chapter.FINANCES
    other = filled.subsidies.save(replace(filled.subsidies.get(subsidy), id=None))
    again = filled.dossier_reports.open(ReportKey(subsidy_id=other))
    assert again.chapters[:3] == (Chapter.COVER, Chapter.FINANCES, Chapter.LETTER)
    text = words_of(again.rendered("en").content)
    assert 0 < text.index("Finances") < text.index("With kind regards")


def test_a_difference_without_an_explanation_is_still_to_do(
    page: ReportsPage, filled: Administration, settle: Settle
) -> None:
    aim = Target(indicator="Visits", promised=Decimal(9000), kind=Indicator.VISITS)
    subsidy = filled.subsidies.get(a_subsidy(filled))
    number = filled.subsidies.save(replace(subsidy, targets=(aim,), period=Period.year(2025)))
    page.show_dossier(number)
    settle()
    settle()
    page.chapters.choose(Chapter.AGREEMENTS)
    settle()
    told = [one.text() for one in page.editor.findChildren(QLabel)]
    assert any("why this differs so much: Visits." in one for one in told)
    draft = page.work.draft
    assert draft is not None
    assert draft.states()[Chapter.AGREEMENTS] is ChapterState.TO_DO
    explained = replace(filled.subsidies.get(number).targets[0], explanation="The roof leaked.")
    filled.subsidies.save(replace(filled.subsidies.get(number), targets=(explained,)))
    again = filled.dossier_reports.open(ReportKey(subsidy_id=number))
    assert again.states()[Chapter.AGREEMENTS] is ChapterState.COMPLETE


def words_of(pdf: bytes) -> str:
    return " ".join(read(pdf).text().split())


def test_a_pack_that_is_cancelled_writes_nothing(
    page: ReportsPage, filled: Administration, settle: Settle, tmp_path: Path
) -> None:
    dialog = page.packing.make(a_subsidy(filled), page.choice.look, tmp_path / "pakket")
    dialog.reject()
    settle()
    assert not (tmp_path / "pakket").exists() or not list((tmp_path / "pakket").iterdir())


def test_word_of_a_receipt_that_comes_after_cancelling_is_dropped(
    page: ReportsPage,
    filled: Administration,
    settle: Settle,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gone = threading.Event()

    def late(_subsidy: int, *, told: Callable[[int, int], None], **_options: object) -> None:
        assert gone.wait(5)
        told(1, 300)
        raise Cancelled

    monkeypatch.setattr(filled.packs, "make", late)
    dialog = page.packing.make(a_subsidy(filled), page.choice.look, tmp_path / "pakket")
    dialog.destroyed.connect(gone.set)
    dialog.reject()
    settle()
    assert gone.is_set()
    assert not (tmp_path / "pakket").exists()


def test_without_a_subsidy_a_sentence_says_what_to_do(
    qtbot: QtBot, page: ReportsPage, settle: Settle
) -> None:
    page.choice.kinds.setFocus()
    qtbot.mouseClick(page.choice.kinds.chip(ReportKind.DOSSIER), Qt.MouseButton.LeftButton)
    settle()
    assert "no subsidy yet" in page.preview.told.text()
    assert not page.pack.isEnabled()


def test_years_are_compared_side_by_side(
    qtbot: QtBot,
    qtmodeltester: ModelTester,
    page: ReportsPage,
    filled: Administration,
    settle: Settle,
) -> None:
    (koffie, *_others) = filled.activities.rows(None)
    session = filled.activities.save_session(
        Session(activity_id=koffie.id, day=datetime.date(2024, 5, 7))
    )
    filled.activities.set_head_count(HeadCount(session_id=session, number=9))
    page.refresh()
    settle()
    qtbot.mouseClick(page.choice.kinds.chip(ReportKind.COMPARE), Qt.MouseButton.LeftButton)
    settle()
    model = page.compare.model
    assert model is not None
    qtmodeltester.check(model)
    rows = {row.cells[0]: row.cells[1:] for row in model.rows}
    assert rows["Visits"] == ("9", "63")
    qtbot.waitUntil(lambda: "Several years" in pages_text(page), timeout=30_000)


def test_one_year_alone_is_not_compared(qtbot: QtBot, page: ReportsPage, settle: Settle) -> None:
    qtbot.mouseClick(page.choice.kinds.chip(ReportKind.COMPARE), Qt.MouseButton.LeftButton)
    settle()
    assert "Only one year is known" in page.preview.told.text()


def test_from_a_dossier_to_its_report(
    qtbot: QtBot, page: ReportsPage, filled: Administration, real_shell: Shell, settle: Settle
) -> None:
    a_subsidy(filled)
    real_shell.go_to(SUBSIDIES)
    subsidies = real_shell.page(SUBSIDIES)
    assert isinstance(subsidies, SubsidiesPage)
    settle()
    settle()
    qtbot.mouseClick(subsidies.detail.report, Qt.MouseButton.LeftButton)
    settle()
    settle()
    assert real_shell.current == REPORTS
    assert page.choice.kind is ReportKind.DOSSIER
    qtbot.waitUntil(lambda: "Accountability: Samen" in pages_text(page), timeout=30_000)


def test_the_figures_are_saved_as_a_workbook(
    page: ReportsPage, settle: Settle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "cijfers.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(place), ""))
    page.workbook.click()
    settle()
    book = load_workbook(place)
    rows = list(book["Activities by theme"].iter_rows(values_only=True))
    assert rows[-1][0] == "Total"
    assert 63 in rows[-1]  # visits
    assert page.header.beside.text() == "Saved as cijfers.xlsx"


def test_the_words_of_the_funder_stand_beside_the_text(
    page: ReportsPage, filled: Administration, settle: Settle
) -> None:
    subsidy = a_subsidy(filled)
    funder = filled.subsidies.dossier(subsidy).funder
    filled.funders.save(replace(funder, own_words=("meedoen", "samenkracht")))
    page.show_dossier(subsidy)
    settle()
    settle()
    page.chapters.choose(Chapter.LETTER)
    settle()
    told = [one.text() for one in page.editor.findChildren(QLabel)]
    assert "Words that this funder uses: meedoen, samenkracht." in told

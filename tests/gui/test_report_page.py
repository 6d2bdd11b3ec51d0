# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Working on the year report of a real administration: by mouse, and by keyboard alone."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.activities import (
    Activity,
    Attendance,
    AttendanceStatus,
    HeadCount,
    Session,
)
from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Person, PersonDetail
from buurthuis_admin.domain.reports import (
    HIDDEN,
    LEAD,
    WITHOUT_BEFORE,
    Chapter,
    ChapterState,
    ReportKey,
)
from buurthuis_admin.domain.subsidies import Subsidy, SubsidyState
from buurthuis_admin.gui.pages.report_choice import ReportKind
from buurthuis_admin.gui.pages.report_explain import CorrectForm, ExplainDialog
from buurthuis_admin.gui.pages.report_figures import FigureChooser
from buurthuis_admin.gui.pages.reports import ReportsPage
from buurthuis_admin.gui.places import MEMBERS, REPORTS
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.services.administration import Administration
from buurthuis_admin.services.compositions import CompositionService

Settle = Callable[[], None]
YEAR = ReportKey(year=2025)


@pytest.fixture
def filled(real: Administration) -> Administration:
    """A year with two activities, six people and visitors without a name."""
    people = [
        real.members.save(PersonDetail(person=Person(name=PersonName(first=name, last="Smit"))))
        for name in ("An", "Bea", "Cor", "Dik", "Els", "Fem")
    ]
    for number, name in enumerate(("Koffie", "Yoga")):
        activity = real.activities.save(Activity(name=name))
        for month in (1, 2, 3):
            day = datetime.date(2025, month, 7 + number)
            session = real.activities.save_session(Session(activity_id=activity, day=day))
            real.activities.set_head_count(HeadCount(session_id=session, number=4 + number))
            for person in people:
                real.activities.set_attendance(
                    Attendance(
                        session_id=session, person_id=person, status=AttendanceStatus.PRESENT
                    )
                )
    return real


@pytest.fixture
def page(qtbot: QtBot, filled: Administration, real_shell: Shell, settle: Settle) -> ReportsPage:
    real_shell.go_to(REPORTS)
    shown = real_shell.page(REPORTS)
    assert isinstance(shown, ReportsPage)
    settle()
    qtbot.waitUntil(lambda: shown.preview.pdf.drawn)
    return shown


def added(page: ReportsPage) -> CompositionService:
    return page._workspace.administration.compositions


def text_field(page: ReportsPage, name: str) -> QPlainTextEdit:
    widget = page.editor.widget_of(name)
    assert isinstance(widget, QPlainTextEdit)
    return widget


def button_named(page: ReportsPage, words: str) -> QPushButton:
    return next(
        one
        for one in page.findChildren(QPushButton)
        if one.accessibleName() == words and one.isVisible()
    )


def open_dialogs(page: ReportsPage, kind: type[QDialog]) -> list[QDialog]:
    return [one for one in page.findChildren(kind) if one.isVisible()]


def pages_text(page: ReportsPage) -> str:
    pdf = page.preview.pdf
    texts = []
    for number in range(pdf.pages):
        pdf.go_to(number)
        texts.append(pdf.text())
    return " ".join(" ".join(texts).split())


def test_a_foreword_is_typed_and_stands_in_the_report(
    qtbot: QtBot, page: ReportsPage, settle: Settle
) -> None:
    page.chapters.choose(Chapter.FOREWORD)
    settle()
    text_field(page, "text").setPlainText("Het was een **mooi** jaar.")
    qtbot.waitUntil(lambda: "Het was een mooi jaar." in pages_text(page), timeout=5000)
    page.work.keep()
    settle()
    assert added(page).of(YEAR).part(Chapter.FOREWORD) == "Het was een **mooi** jaar."
    assert page.header.beside.text() == "Saved"


def test_what_is_typed_is_kept_when_the_page_is_left(
    page: ReportsPage, real_shell: Shell, settle: Settle
) -> None:
    page.chapters.choose(Chapter.OUTLOOK)
    settle()
    text_field(page, "text").setPlainText("Meer koffie.")
    real_shell.go_to(MEMBERS)
    settle()
    assert added(page).of(YEAR).part(Chapter.OUTLOOK) == "Meer koffie."


def test_a_made_sentence_is_not_kept_until_somebody_changes_it(
    page: ReportsPage, settle: Settle
) -> None:
    page.chapters.choose(Chapter.IN_SHORT)
    settle()
    field = text_field(page, LEAD)
    assert "6 different people" in field.toPlainText()
    page.work.keep()
    settle()
    assert (Chapter.IN_SHORT, LEAD) not in added(page).of(YEAR).parts
    field.setPlainText("Zes buren kwamen elke maand.")
    page.work.keep()
    settle()
    assert added(page).of(YEAR).part(Chapter.IN_SHORT, LEAD) == "Zes buren kwamen elke maand."
    button_named(page, "As it is made from the figures").click()
    settle()
    assert (Chapter.IN_SHORT, LEAD) not in added(page).of(YEAR).parts
    assert "6 different people" in field.toPlainText()


def test_another_heading_is_proposed_with_the_mouse(
    qtbot: QtBot, page: ReportsPage, settle: Settle
) -> None:
    page.chapters.choose(Chapter.IN_SHORT)
    settle()
    heading = page.editor.widget_of("heading.activities")
    assert isinstance(heading, QLineEdit)
    first = heading.text()
    other = button_named(page, "Another proposal: Heading over the chart of activities")
    page.editor.show_widget(other)
    qtbot.mouseClick(other, Qt.MouseButton.LeftButton)
    settle()
    assert heading.text() != first
    kept = added(page).of(YEAR).part(Chapter.IN_SHORT, "heading.activities")
    assert kept == heading.text()


def test_by_keyboard_from_the_list_of_chapters_to_the_text(
    qtbot: QtBot, page: ReportsPage, settle: Settle
) -> None:
    page.chapters.list.setFocus()
    while page.chapters.current is not Chapter.OUTLOOK:
        qtbot.keyClick(page.chapters.list, Qt.Key.Key_Down)
    settle()
    qtbot.keyClick(page.chapters.list, Qt.Key.Key_F6)
    field = text_field(page, "text")
    assert field.hasFocus()
    qtbot.keyClicks(field, "Plannen")
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(field, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    settle()
    assert added(page).of(YEAR).part(Chapter.OUTLOOK) == "**Plannen**"
    page.preview.pdf.setFocus()
    qtbot.keyClick(page.preview.pdf, Qt.Key.Key_F6)
    assert page.chapters.list.hasFocus()


def test_a_chapter_is_left_out_and_the_mark_of_last_year_too(
    qtbot: QtBot, page: ReportsPage, settle: Settle
) -> None:
    page.chapters.choose(Chapter.IN_SHORT)
    settle()
    boxes = {one.text(): one for one in page.editor.findChildren(QCheckBox)}
    boxes["Leave out the mark of last year"].click()
    boxes["Leave this chapter out of the report"].click()
    settle()
    composition = added(page).of(YEAR)
    assert composition.says(Chapter.IN_SHORT, WITHOUT_BEFORE)
    assert composition.says(Chapter.IN_SHORT, HIDDEN)
    qtbot.waitUntil(lambda: "In short" not in pages_text(page), timeout=5000)


def test_undo_takes_a_text_back_on_the_screen(
    page: ReportsPage, filled: Administration, settle: Settle
) -> None:
    page.chapters.choose(Chapter.FOREWORD)
    settle()
    text_field(page, "text").setPlainText("Beste buren")
    page.work.keep()
    settle()
    filled.history.undo()
    page.refresh()
    settle()
    settle()
    assert text_field(page, "text").toPlainText() == ""


def test_a_photo_is_added_and_described(
    qtbot: QtBot, page: ReportsPage, tmp_path: Path, settle: Settle
) -> None:
    page.chapters.choose(Chapter.STORIES)
    settle()
    output = io.BytesIO()
    Image.new("RGB", (300, 200), "orange").save(output, "JPEG")
    path = tmp_path / "foto.jpg"
    path.write_bytes(output.getvalue())
    page.work.add_photo(Chapter.STORIES, path)
    settle()
    settle()
    lines = {one.accessibleName(): one for one in page.editor.photos.findChildren(QLineEdit)}
    lines["Caption (may be left empty)"].setText("De buurtmaaltijd")
    lines["Caption (may be left empty)"].editingFinished.emit()
    settle()
    settle()
    (photo,) = added(page).of(YEAR).photos
    assert photo.caption == "De buurtmaaltijd"
    qtbot.waitUntil(lambda: "De buurtmaaltijd" in pages_text(page), timeout=5000)
    button_named(page, "Take out photo 1").click()
    settle()
    assert added(page).of(YEAR).photos == ()


def test_a_file_that_is_no_photo_is_a_sentence(
    page: ReportsPage, tmp_path: Path, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[BaseException] = []
    monkeypatch.setattr(page._workspace.writers, "_tell", told.append)
    path = tmp_path / "foto.jpg"
    path.write_bytes(b"no photo")
    page.work.add_photo(Chapter.STORIES, path)
    settle()
    assert "not a photo" in str(told[0])


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
    qtbot.waitUntil(lambda: "70\N{DAGGER}" in pages_text(page), timeout=5000)
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
    qtbot.waitUntil(lambda: page.live.rendered is not before, timeout=5000)
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
    qtbot.waitUntil(lambda: page.live.rendered is not before, timeout=5000)
    assert page._opening is not None


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
    qtbot.waitUntil(lambda: "Geachte wethouder," in pages_text(page), timeout=5000)
    page.work.keep()
    settle()
    kept = added(page).of(ReportKey(subsidy_id=subsidy))
    assert kept.part(Chapter.LETTER) == "Geachte wethouder,"
    folder = tmp_path / "pakket"
    dialog = page.packing.make(subsidy, page.choice.look, folder)
    qtbot.waitUntil(dialog.folder.isVisible, timeout=10000)
    names = sorted(path.name for path in folder.iterdir())
    assert names == ["Accountability Gemeente figures.xlsx", "Accountability Gemeente.pdf"]
    assert "Accountability Gemeente.pdf" in dialog.words.text()
    dialog.reject()


def test_a_pack_that_is_cancelled_writes_nothing(
    page: ReportsPage, filled: Administration, settle: Settle, tmp_path: Path
) -> None:
    dialog = page.packing.make(a_subsidy(filled), page.choice.look, tmp_path / "pakket")
    dialog.reject()
    settle()
    assert not (tmp_path / "pakket").exists() or not list((tmp_path / "pakket").iterdir())


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
    qtbot.waitUntil(lambda: "Several years" in pages_text(page), timeout=5000)


def test_one_year_alone_is_not_compared(qtbot: QtBot, page: ReportsPage, settle: Settle) -> None:
    qtbot.mouseClick(page.choice.kinds.chip(ReportKind.COMPARE), Qt.MouseButton.LeftButton)
    settle()
    assert "Only one year is known" in page.preview.told.text()

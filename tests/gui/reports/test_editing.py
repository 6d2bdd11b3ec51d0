# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Working on the year report of a real administration: by mouse, and by keyboard alone."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.reports import (
    HIDDEN,
    LEAD,
    WITHOUT_BEFORE,
    Chapter,
    ReportKey,
)
from buurthuis_admin.gui.pages.reports import ReportsPage
from buurthuis_admin.gui.places import MEMBERS
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.services.administration import Administration
from tests.gui.reports.on_page import (
    YEAR,
    Settle,
    added,
    button_named,
    pages_text,
    text_field,
)


def test_a_foreword_is_typed_and_stands_in_the_report(
    qtbot: QtBot, page: ReportsPage, settle: Settle
) -> None:
    page.chapters.choose(Chapter.FOREWORD)
    settle()
    text_field(page, "text").setPlainText("Het was een **mooi** jaar.")
    qtbot.waitUntil(lambda: "Het was een mooi jaar." in pages_text(page), timeout=30_000)
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
    qtbot.waitUntil(lambda: "In short" not in pages_text(page), timeout=30_000)


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
    lines["Caption"].setText("De buurtmaaltijd")
    lines["Caption"].editingFinished.emit()
    settle()
    settle()
    (photo,) = added(page).of(YEAR).photos
    assert photo.caption == "De buurtmaaltijd"
    qtbot.waitUntil(lambda: "De buurtmaaltijd" in pages_text(page), timeout=30_000)
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


def test_the_foreword_of_last_year_waits_until_somebody_says_it_is_right(
    filled: Administration, page: ReportsPage, settle: Settle
) -> None:
    filled.compositions.save_part(
        ReportKey(year=2024), Chapter.FOREWORD, "text", "Beste buren, wat een jaar!"
    )
    page.refresh()
    settle()
    page.chapters.choose(Chapter.FOREWORD)
    settle()
    assert text_field(page, "text").toPlainText() == "Beste buren, wat een jaar!"
    assert "wat een jaar" not in pages_text(page)
    button_named(page, "Still right").click()
    settle()
    settle()
    assert "wat een jaar" in pages_text(page)
    assert [one.text() for one in page.editor.findChildren(QPushButton) if one.isVisible()].count(
        "Still right"
    ) == 0
    assert "Complete" in page.editor.pill.accessibleName()

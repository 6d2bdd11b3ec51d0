# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the person is told, and what the log keeps."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMessageBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from buurthuis_admin.errors import Cancelled, UserError
from buurthuis_admin.gui.errors import ErrorPresenter, close_log, write_log_to


@pytest.fixture
def log_file(tmp_path: Path) -> Iterator[Path]:
    yield write_log_to(tmp_path / "log")
    close_log()


def test_a_sentence_for_the_person_is_shown_as_it_is() -> None:
    assert ErrorPresenter().sentence(UserError("The disk is full. Make room.")) == (
        "The disk is full. Make room."
    )


def test_a_mistake_of_ours_tells_the_place_of_the_log_and_keeps_no_names(log_file: Path) -> None:
    def look_up() -> None:
        raise KeyError("Fatma Yılmaz, 06 12 34 56 78")

    told = ""
    try:
        look_up()
    except KeyError as error:
        told = ErrorPresenter(log_file).sentence(error)
    kept = log_file.read_text("utf-8")
    assert str(log_file) in told
    assert "Fatma" not in told
    assert "KeyError" in kept
    assert "look_up" in kept
    assert "Fatma" not in kept
    assert "06 12" not in kept


def test_escape_closes_the_dialog_and_the_focus_comes_back(qtbot: QtBot) -> None:
    window = QWidget()
    field = QLineEdit()
    QVBoxLayout(window).addWidget(field)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.setFocus()
    ErrorPresenter().show(UserError("Choose another file."), window)
    dialog = window.findChild(QMessageBox)
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.informativeText() == "Choose another file."
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(field.hasFocus)


def test_a_stop_is_not_told(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    ErrorPresenter().show(Cancelled(), window)
    assert window.findChild(QMessageBox) is None

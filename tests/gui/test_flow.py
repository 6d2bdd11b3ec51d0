# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A flow remembers what it measured; whatever changes in it is measured again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from buurthuis_admin.gui.widgets.flow import FlowLabel, FlowLayout, flow_row

NARROW = 260  # pixels: two short buttons fit, three do not


@pytest.fixture
def buttons() -> list[QPushButton]:
    return [QPushButton(text) for text in ("Nu", "Toen", "Ooit")]


@pytest.fixture
def row(qtbot: QtBot, buttons: list[QPushButton]) -> QWidget:
    made = flow_row(*buttons)
    qtbot.addWidget(made)
    for button in buttons:
        button.setFixedWidth(100)
    made.setFixedWidth(NARROW)
    made.show()
    return made


def needed(row: QWidget) -> int:
    """The height that it asks for, once Qt has told it what changed."""
    QApplication.processEvents()
    return row.heightForWidth(NARROW)


def wider(buttons: list[QPushButton]) -> None:
    buttons[1].setFixedWidth(200)


def one_less(buttons: list[QPushButton]) -> None:
    buttons[0].hide()


@pytest.mark.parametrize(("change", "lines"), [(wider, 3), (one_less, 1)])
def test_what_changes_is_measured_again(
    row: QWidget,
    buttons: list[QPushButton],
    change: Callable[[list[QPushButton]], None],
    lines: int,
) -> None:
    height = buttons[0].sizeHint().height()
    assert needed(row) == 2 * height + 8
    change(buttons)
    assert needed(row) == lines * height + (lines - 1) * 8


def test_what_comes_and_goes_is_measured_again(row: QWidget, buttons: list[QPushButton]) -> None:
    flow = row.layout()
    assert isinstance(flow, FlowLayout)
    height = buttons[0].sizeHint().height()
    assert needed(row) == 2 * height + 8
    flow.takeAt(2)
    buttons[2].hide()
    assert needed(row) == height
    flow.add(buttons[2])
    buttons[2].show()
    assert needed(row) == 2 * height + 8


def test_a_label_with_other_words_is_measured_again(qtbot: QtBot) -> None:
    words = FlowLabel("kort")
    row = flow_row(words)
    qtbot.addWidget(row)
    row.setFixedWidth(NARROW)
    row.show()
    one_line = needed(row)
    words.setText("Deze zin is te lang voor een regel van deze breedte, en dus komt er nog een.")
    assert needed(row) >= 2 * one_line
    words.setText("kort")
    assert needed(row) == one_line

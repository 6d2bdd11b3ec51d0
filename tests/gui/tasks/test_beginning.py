# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The first run, by keyboard and by mouse: from nothing to an administration of one's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTextBrowser
from pytestqt.qtbot import QtBot

from buurthuis_admin.app import doors
from buurthuis_admin.gui.errors import ErrorPresenter
from buurthuis_admin.gui.preferences import Preferences
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.services.administration import open_administration
from tests.gui.tasks.hands import Hands, Keyboard
from tests.gui.tasks.mouse import Mouse

PHRASE = "tulp ladder molen wolk"


@pytest.fixture
def start(qtbot: QtBot, preferences: Preferences) -> Iterator[MainWindow]:
    """The window of the very first time."""
    window = MainWindow(doors(preferences), preferences, ErrorPresenter())
    window.resize(1440, 900)
    window.show()
    window.show_start(None)
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.close()
    window.deleteLater()


def _paste_a_table(hands: Hands) -> None:
    hands.write("Town", "")
    QApplication.clipboard().setText("Jan\tBos")
    hands.key(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    hands.press("Choose a place and start")


@pytest.mark.parametrize("hand", [Keyboard, Mouse])
def test_an_administration_is_made(
    start: MainWindow, qtbot: QtBot, hand: type[Keyboard | Mouse], saved: Path
) -> None:
    def settle() -> None:
        qtbot.waitUntil(lambda: not start.readers.busy and not start.writers.busy, timeout=30_000)
        QApplication.processEvents()

    hands: Hands = hand(settle, qtbot)
    hands.press("New administration")
    hands.key(Qt.Key.Key_F1)
    (help_text,) = hands.window.findChildren(QTextBrowser)
    assert "Beginning and opening" in help_text.toPlainText()
    hands.press("Back to what you were doing")
    _paste_a_table(hands)
    assert hands.reads("piece of a table")
    for name, text in (
        ("Name of the centre", "De Linde"),
        ("Town", "Waterdam"),
        ("Password", PHRASE),
        ("The same password again", PHRASE),
    ):
        hands.write(name, text)
    hands.press("Choose a place and start")
    start.close()
    made = open_administration(saved.with_suffix(".buurthuis"), PHRASE)
    centre = made.settings.centre()
    made.close()
    assert (centre.name, centre.town) == ("De Linde", "Waterdam")

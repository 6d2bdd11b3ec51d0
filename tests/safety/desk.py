# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A window on a real file without a screen, that is used as a person would use it."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QPoint, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from buurthuis_admin.app import doors
from buurthuis_admin.gui.errors import ErrorPresenter
from buurthuis_admin.gui.preferences import Preferences
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.i18n import use_language
from tests.safety.scenario import Broken

_PATIENCE = 30.0  # seconds


def _say(_kind: QtMsgType, _where: QMessageLogContext, text: str | None) -> None:
    # Without a screen there is no window manager to tell sizes to; Qt says so at each dialog.
    if "propagateSizeHints" not in (text or ""):
        print(text, file=sys.stderr)


class Desk:
    """``clicks`` counts what was pressed with the mouse."""

    def __init__(self, home: Path) -> None:
        qInstallMessageHandler(_say)
        self.application = QApplication.instance() or QApplication([])
        use_language("nl")
        preferences = Preferences(Path(tempfile.mkdtemp(prefix="settings-", dir=home)))
        self.window = MainWindow(doors(preferences), preferences, ErrorPresenter())
        self.window.resize(1280, 800)
        self.window.show()
        self.clicks = 0

    def settle(self) -> None:
        """Until nothing is under way."""
        self.until(lambda: not (self.window.readers.busy or self.window.writers.busy))

    def until(self, true: Callable[[], bool]) -> None:
        """Wait for something; Broken when it does not come."""
        end = time.monotonic() + _PATIENCE
        for _round in range(3):  # what is told may ask for more
            QApplication.processEvents()
            while not true():
                QTest.qWait(5)
                if time.monotonic() > end:
                    raise Broken("the window waits for ever")

    def click(self, what: QWidget, at: QPoint | None = None) -> None:
        """Press something that can be seen."""
        if not what.isVisible() or not what.isEnabled():
            raise Broken(f"{what.accessibleName() or type(what).__name__} cannot be pressed")
        self.clicks += 1
        QTest.mouseClick(what, Qt.MouseButton.LeftButton, pos=at or QPoint())
        self.settle()

    def go_to(self, key: str) -> None:
        """Press the word of a page in the sidebar."""
        assert self.window.shell is not None
        for places in (self.window.shell.sidebar.pages, self.window.shell.sidebar.more):
            for row in range(places.count()):
                item = places.item(row)
                if item.data(Qt.ItemDataRole.UserRole) == key:
                    self.click(places.viewport(), places.visualItemRect(item).center())
                    return
        raise Broken(f"the sidebar has no {key}")

    def leave(self) -> None:
        """Close the window."""
        self.window.close()
        self.window.deleteLater()
        QApplication.processEvents()

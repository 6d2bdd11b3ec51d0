# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A chapter of the handbook over a form, which stays as it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.flow import answer_row
from buurthuis_admin.gui.widgets.focus_ring import FocusRing
from buurthuis_admin.gui.widgets.reading_text import ReadingText
from buurthuis_admin.gui.widgets.texts import button
from buurthuis_admin.i18n import _
from buurthuis_admin.services.handbook import chapters

_WIDTH, _HEIGHT = 720, 640


class HelpDialog(QDialog):
    """Shows one chapter; a link leads to another, Esc back to the form."""

    def __init__(self, key: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setWindowTitle(_("Help"))
        self.ring = FocusRing(self)
        self._chapters = {one.key: one for one in chapters()}
        self.text = ReadingText(_("Handbook"))
        self.close_button = button(_("Back to what you were doing"), "caret-left", "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(*(scaled(24),) * 4)
        column.setSpacing(scaled(12))
        column.addWidget(self.text, 1)
        column.addWidget(answer_row(self.close_button))
        self.text.anchorClicked.connect(self._follow)
        self.close_button.clicked.connect(self.reject)
        room = parent.window().parentWidget() or parent.window()
        size = room.window().size()
        self.resize(
            min(scaled(_WIDTH), size.width() - 32), min(scaled(_HEIGHT), size.height() - 32)
        )
        self.show_chapter(key)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_chapter(self, key: str) -> None:
        """Show a chapter; one that is not there leaves what is shown."""
        chapter = self._chapters.get(key)
        if chapter is not None:
            self.text.show_markdown(chapter.text)
            self.text.setAccessibleName(chapter.title)

    def _follow(self, link: QUrl) -> None:
        self.show_chapter(link.toString())
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

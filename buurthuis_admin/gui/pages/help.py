# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page with the handbook: chapters at the left, the text of one at the right."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from buurthuis_admin.gui.help_texts import about_text, shortcuts_text
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.list_detail import ListDetail
from buurthuis_admin.gui.widgets.navigation import navigation_item, navigation_list
from buurthuis_admin.gui.widgets.page import Page, PageHeader, list_column
from buurthuis_admin.gui.widgets.reading_text import ReadingText
from buurthuis_admin.gui.widgets.search import SearchField
from buurthuis_admin.gui.widgets.texts import announce, button, label
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _
from buurthuis_admin.services.handbook import chapter_of, chapters, handbook_pdf
from buurthuis_admin.services.safe_file import write_safely

SHORTCUTS, ABOUT = "shortcuts", "about"


class HelpPage(Page):
    """A link leads to another chapter; nothing here needs the internet.

    ``back_asked`` leads back to where somebody was when they asked for help.
    """

    back_asked = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Help"))
        self._workspace = workspace
        self._chapters = (
            *chapters(),
            chapter_of(SHORTCUTS, shortcuts_text()),
            chapter_of(ABOUT, about_text()),
        )
        self.current = self._chapters[0].key
        self.header = PageHeader(_("Help"))
        self.search = SearchField(_("Search the handbook"))
        self.nothing = label(_("No chapter has these words. Try another word."), "muted")
        self.list = navigation_list(_("Chapters"))
        self.text = ReadingText(_("Handbook"))
        self.save = button(_("Save the handbook as PDF"), "download-simple")
        self.told = label("", "muted")
        self.back = button("", "caret-left", "link")
        self.back.hide()
        self.panes = ListDetail(
            self._listing(), self._detail(), _("Back to the chapters"), home=self.list, width=720
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.panes)
        self._connect()
        self._filter("")
        self.show_chapter(self.current)

    def _listing(self) -> QWidget:
        listing = list_column()
        for widget in (self.header, self.search, self.nothing):
            listing.column.addWidget(widget)
        listing.column.addWidget(self.list, 1)
        return listing

    def _detail(self) -> QWidget:
        detail = QWidget()
        column = QVBoxLayout(detail)
        column.setContentsMargins(*(scaled(24),) * 4)
        column.setSpacing(scaled(12))
        column.addWidget(flow_row(self.back))
        column.addWidget(self.text, 1)
        column.addWidget(flow_row(self.save, self.told))
        return detail

    def _connect(self) -> None:
        self.search.searched.connect(self._filter)
        self.search.left_down.connect(self._to_list)
        self.list.currentItemChanged.connect(self._item_chosen)
        self.list.itemActivated.connect(lambda _item: self.panes.open_detail())
        self.list.itemClicked.connect(lambda _item: self.panes.open_detail())
        self.text.anchorClicked.connect(self._follow)
        self.save.clicked.connect(self._choose_place)
        self.back.clicked.connect(self.back_asked)

    def focus_first(self) -> None:
        """The text of the chapter, as the arrows scroll there; the list where it stands alone."""
        target = self.text if self.text.isVisibleTo(self) else self.list
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_search(self) -> bool:
        """The search field, with what is in it selected."""
        self.panes.close_detail()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
        return True

    def offer_back(self, title: str) -> None:
        """Show a way back to the page of a title; '' when there is none."""
        self.back.setText(_("Back to {page}").format(page=title))
        self.back.setVisible(bool(title))

    # Chapters.

    def show_chapter(self, key: str) -> None:
        """Show a chapter; one that is not there leaves what is shown."""
        if key not in {one.key for one in self._chapters}:
            return
        if self.search.text():
            self.search.clear()
            self._filter("")
        for row in range(self.list.count()):
            if self.list.item(row).data(Qt.ItemDataRole.UserRole) == key:
                self.list.setCurrentRow(row)
        self.panes.open_detail()

    def _item_chosen(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is None:
            return
        self.current = item.data(Qt.ItemDataRole.UserRole)
        chapter = next(one for one in self._chapters if one.key == self.current)
        self.text.show_markdown(chapter.text)
        self.text.setAccessibleName(chapter.title)
        self.told.setText("")

    def _filter(self, query: str) -> None:
        found = [one for one in self._chapters if one.holds(query)]
        self.list.blockSignals(True)  # what is read stays until another one is chosen
        self.list.clear()
        for one in found:
            self.list.addItem(navigation_item(one.title, one.key))
            if one.key == self.current:
                self.list.setCurrentRow(self.list.count() - 1)
        self.list.blockSignals(False)
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        if not found:
            announce(self, self.nothing.text())

    def _to_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)

    def _follow(self, link: QUrl) -> None:
        self.show_chapter(link.toString())
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    # On paper.

    def _choose_place(self) -> None:
        name = _("Handbook") + ".pdf"
        path, _kind = QFileDialog.getSaveFileName(self, _("Save as PDF"), name, "PDF (*.pdf)")
        if path:
            self.save_to(Path(path))

    def save_to(self, path: Path) -> None:
        """Save the whole handbook."""
        read = self._chapters
        self._workspace.readers.run(
            self,
            lambda: write_safely(path, handbook_pdf(read)),
            lambda _done: self._saved(path),
        )

    def _saved(self, path: Path) -> None:
        self.told.setText(_("Saved: {file}").format(file=path.name))
        announce(self, self.told.text())

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""From a figure in the preview to what stands behind it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QWidget

from buurthuis_admin.domain.explanations import Explanation
from buurthuis_admin.domain.reports import Chapter
from buurthuis_admin.gui.pages.report_explain import CorrectForm, ExplainDialog
from buurthuis_admin.gui.pages.report_work import ReportWork
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.theme.tokens import ROW
from buurthuis_admin.gui.widgets.dialogs import open_dialog
from buurthuis_admin.gui.widgets.flow import answer_row
from buurthuis_admin.gui.widgets.focus_ring import FocusRing
from buurthuis_admin.gui.widgets.pdf_preview import Place
from buurthuis_admin.gui.widgets.tall import tall_column
from buurthuis_admin.gui.widgets.texts import button, label
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _


class FigureWindow(QObject):
    """Opens the lines behind a figure, by a click or from a list by keyboard.

    ``go_asked`` is sent with what a line is (``Behind``) and the id of what it is about.
    """

    go_asked = Signal(object, int)

    def __init__(self, workspace: Workspace, work: ReportWork, page: QWidget) -> None:
        super().__init__(page)
        self._workspace, self._work, self._page = workspace, work, page

    def open(self, name: str) -> None:
        """Show what stands behind a figure."""
        explaining = self._workspace.administration.explaining
        self._workspace.readers.run(
            self, lambda: explaining.explain(name), lambda found: self._show(name, found)
        )

    def _show(self, name: str, found: Explanation) -> None:
        draft = self._work.draft
        known = draft.composition.corrections if draft else ()
        dialog = ExplainDialog(
            name,
            found,
            self._workspace,
            self._page,
            corrected=any(one.figure == name for one in known),
            correctable=draft is not None,
        )
        dialog.go_asked.connect(self.go_asked)
        dialog.correct_asked.connect(lambda: self._correct(name, found.title, dialog))
        dialog.withdraw_asked.connect(lambda: self._withdraw(name, dialog))
        open_dialog(dialog)

    def _correct(self, name: str, words: str, dialog: QDialog) -> None:
        form = CorrectForm(name, words, dialog)
        form.saved.connect(lambda correction: self._work.correct(Chapter.COUNTING, correction))
        form.accepted.connect(dialog.accept)
        open_dialog(form)

    def _withdraw(self, name: str, dialog: QDialog) -> None:
        self._work.withdraw(Chapter.COUNTING, name)
        dialog.accept()

    def choose(self, places: Sequence[Place]) -> None:
        """Let a figure of the page that is shown be chosen from a list."""
        names = list(dict.fromkeys(one.name for one in places))
        explaining = self._workspace.administration.explaining
        self._workspace.readers.run(
            self, lambda: explaining.titles(names), lambda titles: self._choose(names, titles)
        )

    def _choose(self, names: Sequence[str], titles: Sequence[str]) -> None:
        chooser = FigureChooser(names, titles, self._page)
        chooser.chosen.connect(self.open)
        open_dialog(chooser)


class FigureChooser(QDialog):
    """The figures of a page, each by its name; ``chosen`` is sent with the one that is picked."""

    chosen = Signal(str)

    def __init__(self, names: Sequence[str], titles: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setWindowTitle(_("Explain a figure"))
        self.ring = FocusRing(self)
        self.list = QListWidget()
        self.list.setProperty("kind", "list")
        self.list.setAccessibleName(_("Figures on this page"))
        for name, title in zip(names, titles, strict=True):
            item = QListWidgetItem(title)
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setSizeHint(QSize(0, scaled(ROW)))
            self.list.addItem(item)
        self.show_button = button(_("Show"), "", "primary")
        self.cancel = button(_("Cancel"))
        column = tall_column(self, gap=8)
        column.addWidget(label(_("Which figure on this page?"), "heading"))
        column.addWidget(self.list, 1)
        column.addWidget(answer_row(self.cancel, self.show_button))
        self.list.itemActivated.connect(lambda _item: self._pick())
        self.show_button.clicked.connect(self._pick)
        self.cancel.clicked.connect(self.reject)
        room = parent.window().size()
        self.resize(min(scaled(560), room.width() - 32), min(scaled(560), room.height() - 32))
        self.list.setCurrentRow(0)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _pick(self) -> None:
        item = self.list.currentItem()
        self.accept()
        if item is not None:
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))

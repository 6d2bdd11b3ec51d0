# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What comes out of the printer, seen before it is printed or saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from buurthuis_admin.gui.pages.report_preview import PreviewPane
from buurthuis_admin.gui.paper import Paper
from buurthuis_admin.gui.runners import Task
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.form_dialog import FormDialog
from buurthuis_admin.gui.widgets.list_detail import ListDetail
from buurthuis_admin.gui.widgets.page import list_column
from buurthuis_admin.gui.widgets.texts import announce, button, label
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _

Pages = tuple[bytes, str]  # a PDF, and the words that tell how much it is


class PagesDialog(FormDialog):
    """Buttons are at the left, below what else stands there (``parts``); the pages at the right.

    ``make`` runs in the background.
    """

    def __init__(
        self,
        title: str,
        workspace: Workspace,
        parent: QWidget,
        parts: Sequence[QWidget] = (),
        make: Callable[[], Pages] | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace, self._make = workspace, make
        self._content = b""
        self._task: Task[Pages] | None = None
        self.setWindowTitle(title)
        self.title = label(title, "heading")
        self.told = label("", "muted")
        self.print = button(_("Print"), "printer", "primary")
        self.save = button(_("Save as PDF"), "download-simple")
        self.show_preview = button(_("Show the pages"), "file-text")
        self.close_button = button(_("Close"))
        self.preview = PreviewPane(_("Preview of the pages"))
        self.panes = ListDetail(
            self._left(parts),
            self.preview,
            _("Back to the choices"),
            home=self.print,
            width=420,
            share=(4, 6),
            kind="aside",
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.panes)
        self.paper = Paper(workspace, self, self._say)
        self.print.clicked.connect(self._print)
        self.save.clicked.connect(self._save)
        self.show_preview.clicked.connect(self.panes.open_detail)
        self.panes.narrow_changed.connect(self.show_preview.setVisible)
        self.close_button.clicked.connect(self.reject)
        for one in (self.print, self.save, self.show_preview, self.close_button):
            one.setAutoDefault(False)
        self.refresh()

    def _left(self, parts: Sequence[QWidget]) -> QWidget:
        left = list_column()
        for widget in (self.title, *parts, self.told):
            left.column.addWidget(widget)
        buttons = flow_row(self.print, self.save, self.show_preview, self.close_button, gap=12)
        left.column.addWidget(buttons)
        left.column.addStretch(1)
        self.show_preview.hide()
        return left

    def first_field(self) -> QWidget:
        """What has the focus at first."""
        return self.print

    def showEvent(self, event: QShowEvent) -> None:
        """As large as the window leaves room for."""
        self.fit_screen(1200, 840)
        super().showEvent(event)
        self.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Make the pages with what is chosen now; what was asked for before is dropped."""
        if self._task is not None:
            self._task.cancel()
        self._content = b""
        self.preview.busy()
        make = self.maker()
        self._task = self._workspace.readers.run(self, make, self._made, self._failed)

    def maker(self) -> Callable[[], Pages]:
        """What makes the pages with what is chosen now; ``make`` when it was given."""
        if self._make is None:
            raise NotImplementedError
        return self._make

    def _made(self, made: Pages) -> None:
        self._content, told = made
        self.preview.show_pdf(self._content)
        self._say(told)

    def _failed(self, error: BaseException) -> None:
        told = self._workspace.errors.sentence(error)
        self.preview.say(told)
        self._say(told)

    def _say(self, text: str) -> None:
        self.told.setText(text)
        announce(self, text)

    def _save(self) -> None:
        if self._content:
            self.paper.choose_place(self._content, self.windowTitle())

    def _print(self) -> None:
        if self._content:
            self.paper.choose_printer(self._content, self.preview.pdf.pages)

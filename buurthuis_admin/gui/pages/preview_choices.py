# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Choices at the left, and at the right what comes out of the printer with them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from buurthuis_admin.gui.pages.report_preview import PreviewPane
from buurthuis_admin.gui.paper import Paper
from buurthuis_admin.gui.runners import Runner, Task
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.list_detail import ListDetail
from buurthuis_admin.gui.widgets.page import list_column
from buurthuis_admin.gui.widgets.texts import announce, button, label
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _

Result = TypeVar("Result")


class PreviewChoices(QWidget):
    """``left`` takes the choices, ``end`` puts the buttons below them.

    ``content`` is the PDF that is shown, b"" while there is none; ``name`` that of its file.
    """

    def __init__(
        self, workspace: Workspace, *, name: str, preview: str, show: str, width: int
    ) -> None:
        super().__init__()
        self._workspace, self._name = workspace, name
        self.content = b""
        self._task: Task[Any] | None = None
        self.left = list_column()
        self.told = label("", "muted")
        self.print = button(_("Print"), "printer", "primary")
        self.save = button(_("Save as PDF"), "download-simple")
        self.show_preview = button(show, "file-text")
        self.preview = PreviewPane(preview)
        self.panes = ListDetail(
            self.left,
            self.preview,
            _("Back to the choices"),
            home=self.print,
            width=width,
            share=(4, 6),
            kind="aside",
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.panes)
        self.paper = Paper(workspace, self, self.say)
        self.show_preview.hide()
        self.save.clicked.connect(self._save)
        self.print.clicked.connect(self._print)
        self.show_preview.clicked.connect(self.panes.open_detail)
        self.panes.narrow_changed.connect(self.show_preview.setVisible)

    def end(self, *more: QPushButton) -> None:
        """What is told, and the buttons, below the choices."""
        self.left.column.addWidget(self.told)
        buttons = (self.print, self.save, self.show_preview, *more)
        for one in buttons:
            one.setAutoDefault(False)
        self.left.column.addWidget(flow_row(*buttons, gap=12))
        self.left.column.addStretch(1)

    def make(
        self, runner: Runner, work: Callable[[], Result], made: Callable[[Result], None]
    ) -> None:
        """Make the pages in the background; what was asked for before is dropped."""
        if self._task is not None:
            self._task.cancel()
        self.content = b""
        self.preview.busy()
        self._task = runner.run(self, work, made, self._failed)

    def show_made(self, content: bytes, sentence: str) -> None:
        """Show the pages, and tell what they are."""
        self.content = content
        self.preview.show_pdf(content)
        self.say(sentence)

    def say(self, text: str) -> None:
        """Tell something below the choices."""
        self.told.setText(text)
        announce(self, text)

    def _failed(self, error: BaseException) -> None:
        told = self._workspace.errors.sentence(error)
        self.preview.say(told)
        self.say(told)

    def _save(self) -> None:
        if self.content:
            self.paper.choose_place(self.content, self._name)

    def _print(self) -> None:
        if self.content:
            self.paper.choose_printer(self.content, self.preview.pdf.pages)

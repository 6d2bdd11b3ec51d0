# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What comes out of the printer, seen before it is printed or saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from buurthuis_admin.gui.pages.preview_choices import PreviewChoices
from buurthuis_admin.gui.widgets.form_dialog import FormDialog
from buurthuis_admin.gui.widgets.texts import button, label
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
        self.setWindowTitle(title)
        self.title = label(title, "heading")
        self.close_button = button(_("Close"))
        self.pages = PreviewChoices(
            workspace,
            name=title,
            preview=_("Preview of the pages"),
            show=_("Show the pages"),
            width=420,
        )
        for widget in (self.title, *parts):
            self.pages.left.column.addWidget(widget)
        self.pages.end(self.close_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.pages)
        self.close_button.clicked.connect(self.reject)
        self.refresh()

    def first_field(self) -> QWidget:
        """What has the focus at first."""
        return self.pages.print

    def showEvent(self, event: QShowEvent) -> None:
        """As large as the window leaves room for."""
        self.fit_screen(1200, 840)
        super().showEvent(event)
        self.first_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Make the pages with what is chosen now; what was asked for before is dropped."""
        self.pages.make(
            self._workspace.readers, self.maker(), lambda made: self.pages.show_made(*made)
        )

    def maker(self) -> Callable[[], Pages]:
        """What makes the pages with what is chosen now; ``make`` when it was given."""
        if self._make is None:
            raise NotImplementedError
        return self._make

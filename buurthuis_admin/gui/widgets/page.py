# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A page of the window: its title, a line beside it, and its buttons at the right."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QLabel, QWidget

from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.flow import FlowLabel, FlowLayout, flow_policy
from buurthuis_admin.gui.widgets.form_dialog import FormDialog
from buurthuis_admin.gui.widgets.scroll import ScrollColumn
from buurthuis_admin.gui.widgets.texts import label


class Page(QFrame):
    """What the shell shows. ``focus_first`` is where the keyboard starts."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.setAccessibleName(title)

    def focus_first(self) -> None:
        """Put the focus where the work of this page starts."""
        self.setFocus()

    def refresh(self) -> None:
        """Read anew what may have changed."""

    def focus_search(self) -> bool:
        """Go to the search field of this page; False when it has none."""
        return False

    def reopen_form(self, _subject: int, _ready: Callable[[FormDialog], None]) -> None:
        """Open a form of this page again after the lock, then call ``ready`` with it."""
        raise NotImplementedError(self.title)

    def take_files(self, _paths: list[str]) -> bool:
        """Files that were dropped on the window; False when this page has no use for them."""
        return False


class PageHeader(QWidget):
    """Title, a quiet line beside it, and buttons; on more lines where there is no room."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = FlowLabel(title, "title")
        self.beside = FlowLabel("", "muted")
        self._flow = FlowLayout(12, self)
        self._flow.add(self.title)
        self._flow.add(self.beside)
        flow_policy(self)
        self.setMinimumHeight(scaled(44))

    def add(self, *widgets: QWidget) -> None:
        """Put widgets at the right end."""
        for widget in widgets:
            self._flow.add(widget, to_right=True)

    def say(self, text: str) -> None:
        """Show a line beside the title."""
        self.beside.setText(text)
        self.beside.updateGeometry()


def list_column() -> ScrollColumn:
    """The left part of a page around its list; it scrolls where large texts leave no room."""
    return ScrollColumn(margins=(24, 20, 24, 16), gap=12)


def section(title: str) -> QLabel:
    """The heading of a part of a detail."""
    made = label(title, "strong")
    made.setContentsMargins(0, scaled(12), 0, 0)
    return made

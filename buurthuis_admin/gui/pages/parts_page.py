# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A page of several parts: chips above, and one part at a time under them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from buurthuis_admin.gui.pages.page_part import PagePart
from buurthuis_admin.gui.widgets.chips import Chips
from buurthuis_admin.gui.widgets.page import Page, PageHeader, list_column
from buurthuis_admin.gui.workspace import Workspace

P = TypeVar("P", bound=StrEnum)


class PartsPage(Page, Generic[P]):
    """One part at a time; each is built when it is first shown. The first word is shown first."""

    def __init__(
        self,
        workspace: Workspace,
        title: str,
        named: str,
        words: Sequence[tuple[P, str]],
        builders: Mapping[P, Callable[[Workspace], PagePart]],
    ) -> None:
        super().__init__(title)
        self._workspace = workspace
        self._builders = builders
        self._parts: dict[P, PagePart] = {}
        self.header = PageHeader(title)
        self.chips = Chips[P](list(words), named)
        self.stack = QStackedWidget()
        listing = list_column()
        for widget in (self.header, self.chips):
            listing.column.addWidget(widget)
        listing.column.addWidget(self.stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(listing)
        self.chips.chosen.connect(self.show_part)
        self.show_part(words[0][0])

    def show_part(self, key: P) -> None:
        """Show one part, as it is now."""
        part = self.part(key)
        self.chips.choose(key)
        self.stack.setCurrentWidget(part)
        part.refresh()

    def part(self, key: P) -> PagePart:
        """A part, built now when it was not there yet."""
        if key not in self._parts:
            self._parts[key] = self._builders[key](self._workspace)
            self.stack.addWidget(self._parts[key])
        return self._parts[key]

    def focus_first(self) -> None:
        """The chosen chip."""
        self.chips.chip(self.chips.current).setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read the part that is shown anew."""
        self.part(self.chips.current).refresh()

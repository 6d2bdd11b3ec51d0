# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""One part of a page of several parts: what it tells, and a list with its buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from buurthuis_admin.gui.models.rows import Column, RowsModel
from buurthuis_admin.gui.pages.printed_list import print_button
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.dialogs import open_dialog
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.form_dialog import FormDialog
from buurthuis_admin.gui.widgets.pill import PillDelegate
from buurthuis_admin.gui.widgets.table import Table
from buurthuis_admin.gui.widgets.texts import announce, label
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _

Row = TypeVar("Row")


class PagePart(QWidget):
    """Reads and shows one thing; ``refresh`` reads it anew."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.workspace = workspace
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(scaled(12))
        self.told = label("", "muted")
        self.told.hide()

    def refresh(self) -> None:
        """Read it anew."""

    def tell(self, text: str) -> None:
        """Say what was done, on the screen and aloud."""
        self.told.setText(text)
        self.told.setVisible(bool(text))
        announce(self, text)

    def open_form(self, form: FormDialog) -> None:
        """Open a form; once it is kept, read anew."""
        saved = getattr(form, "saved", None)
        if saved is not None:
            saved.connect(self.refresh)
        open_dialog(form)

    def choose_folder(self, then: Callable[[Path], None]) -> None:
        """Ask for a folder, and go on with it."""
        chosen = QFileDialog.getExistingDirectory(self, _("Choose a folder"))
        if chosen:
            then(Path(chosen))


class ListPart(PagePart, Generic[Row]):
    """A part that is a table with buttons above it."""

    def __init__(
        self,
        workspace: Workspace,
        columns: Sequence[Column[Row]],
        words: tuple[str, str],
        widths: Sequence[int],
        spare: Sequence[int] = (),
    ) -> None:
        super().__init__(workspace)
        name, nothing = words
        self.model = RowsModel(columns, self)
        self.table = Table(name)
        self.nothing = label(nothing, "muted")
        self.table.show_model(self.model, widths, spare)
        for place, column in enumerate(columns):
            if column.pill is not None:
                self.table.setItemDelegateForColumn(place, PillDelegate(self.table))
        self.table.row_opened.connect(self._opened)
        self._of_row: tuple[QWidget, ...] = ()

    def lay_out(self, *buttons: QWidget, of_row: Sequence[QWidget] = ()) -> None:
        """Put buttons, what is told, and the table below each other.

        Those ``of_row`` do something with the row that is chosen, so an empty list has no use
        for them; nor for paper.
        """
        self.print = print_button(self.table, self.workspace, self)
        self._of_row = (*of_row, self.print)
        self.column.addWidget(flow_row(*buttons, self.print))
        for widget in (self.told, self.nothing):
            self.column.addWidget(widget)
        self.column.addWidget(self.table, 1)
        self.column.addStretch(0)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show what was read; the first row is chosen."""
        chosen = max(self.table.current_row, 0)
        self.model.show_rows(rows)
        self.table.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        for one in self._of_row:
            one.setEnabled(bool(rows))
        if rows:
            self.table.selectRow(min(chosen, len(rows) - 1))

    @property
    def chosen(self) -> Row | None:
        """The row that is chosen."""
        place = self.table.current_row
        return self.model.rows[place] if 0 <= place < len(self.model.rows) else None

    def open_row(self, row: Row) -> None:
        """What Enter or a double click does."""

    def open_chosen(self) -> None:
        """What a button for the chosen row does."""
        if self.chosen is not None:
            self.open_row(self.chosen)

    def _opened(self, place: int) -> None:
        self.open_row(self.model.rows[place])

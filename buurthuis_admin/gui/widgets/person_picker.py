# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Choosing one person out of everybody, by typing a part of the name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from buurthuis_admin.domain.people import MemberFilter, PersonRow
from buurthuis_admin.gui.models.rows import Column, RowsModel
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.theme.tokens import ROW
from buurthuis_admin.gui.widgets.search import SearchField
from buurthuis_admin.gui.widgets.table import Table
from buurthuis_admin.gui.widgets.texts import announce, label
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _

_SHOWN = 50  # more are not looked through; a longer name finds fewer


def _model() -> RowsModel[PersonRow]:
    return RowsModel[PersonRow](
        [
            Column(_("Name"), lambda row: row.name),
            Column(_("Member number"), lambda row: row.number),
            Column(_("Town"), lambda row: row.town),
        ]
    )


class PersonPicker(QWidget):
    """``opened`` is Enter or a double click on a person; ``person`` is the chosen one."""

    opened = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.search = SearchField(_("Search a name"))
        self.model = _model()
        self.table = Table(_("People found"))
        self.table.show_model(self.model, (0, 120, 120), (2, 1))
        self.table.setMinimumHeight(scaled(42 + 6 * ROW))
        self.nothing = label(
            _("Nobody of this name. Add the person on the page Members first."), "muted"
        )
        self.nothing.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        for widget in (self.search, self.nothing, self.table):
            column.addWidget(widget)
        self.setFocusProxy(self.search)
        self.search.searched.connect(self._find)
        self.search.left_down.connect(self._to_table)
        self.table.row_opened.connect(lambda _row: self.opened.emit())
        self._find("")

    @property
    def person(self) -> PersonRow | None:
        """Who is chosen; somebody who is the only one found need not be."""
        row = self.table.current_row
        if 0 <= row < len(self.model.rows):
            return self.model.rows[row]
        return self.model.rows[0] if len(self.model.rows) == 1 else None

    def _find(self, text: str) -> None:
        members = self._workspace.administration.members
        self._workspace.readers.run(
            self, lambda: members.page(text, MemberFilter.ALL, 0, _SHOWN), self._show
        )

    def _show(self, rows: Sequence[PersonRow]) -> None:
        self.model.show_rows(rows)
        self.nothing.setVisible(not rows)
        self.table.setVisible(bool(rows))
        if not rows:
            announce(self, self.nothing.text())

    def _to_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.model.rows and self.table.current_row < 0:
            self.table.selectRow(0)

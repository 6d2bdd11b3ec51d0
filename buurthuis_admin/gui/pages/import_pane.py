# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the views of the import share: a list with its detail, and a footer that says how it is."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.flow import FlowLabel, FlowLayout, flow_policy, flow_row
from buurthuis_admin.gui.widgets.list_detail import ListDetail
from buurthuis_admin.gui.widgets.page import PageHeader, list_column
from buurthuis_admin.gui.widgets.pill import PillDelegate
from buurthuis_admin.gui.widgets.table import Table
from buurthuis_admin.gui.widgets.texts import announce, icon_label
from buurthuis_admin.i18n import _


def nothing_saved() -> str:
    """The promise that stands below every view until something is written."""
    return _("Nothing is saved yet. The files themselves never change.")


class StateFooter(QFrame):
    """A line that says how it is, with buttons before it, behind it, and at the right end."""

    def __init__(
        self,
        *right: QWidget,
        before: tuple[QWidget, ...] = (),
        behind: tuple[QWidget, ...] = (),
    ) -> None:
        super().__init__()
        self.setProperty("kind", "footer")
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(24), scaled(12), scaled(24), scaled(12))
        inner = QWidget()
        flow = FlowLayout(12, inner)
        flow_policy(inner)
        column.addWidget(inner)
        self._state = FlowLabel("", "muted")
        for widget in before:
            flow.add(widget)
        flow.add(flow_row(icon_label("lock-simple", "text2"), self._state))
        for widget in behind:
            flow.add(widget)
        for widget in right:
            flow.add(widget, to_right=True)

    @property
    def text(self) -> str:
        """What it says."""
        return self._state.text()

    def say(self, text: str, *, aloud: bool = False) -> None:
        """Say how it is; ``aloud`` to a screen reader too."""
        self._state.setText(text)
        self._state.updateGeometry()
        if aloud:
            announce(self, text)


class ListPane(QWidget):
    """A header, a table and the detail of its row; below it the footer."""

    def __init__(
        self, header: PageHeader, table: Table, detail: QWidget, back: str, footer: StateFooter
    ) -> None:
        super().__init__()
        self.header, self.table, self.footer = header, table, footer
        listing = list_column()
        listing.column.addWidget(header)
        self.above = QVBoxLayout()  # between the header and the list
        self.above.setSpacing(scaled(12))
        listing.column.addLayout(self.above)
        listing.column.addWidget(table, 1)
        self.panes = ListDetail(listing, detail, back, home=table, width=520, share=(5, 6))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.panes, 1)
        column.addWidget(footer)
        table.row_opened.connect(lambda _row: self.panes.open_detail())
        table.clicked.connect(lambda _index: self.panes.open_detail())

    def show_model(
        self, model: QAbstractTableModel, widths: tuple[int, ...], spare: int, state: int
    ) -> None:
        """Fill the list; ``spare`` goes where there is no room, ``state`` is drawn as a pill."""
        self.table.show_model(model, widths, (spare,))
        self.table.setItemDelegateForColumn(state, PillDelegate(self.table))

    def focus_first(self) -> None:
        """The list, or the way back to it where its row has taken its place."""
        self.panes.focus_home()

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page with everything that was changed, from where it can be turned back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from buurthuis_admin.domain.history import ChangeSet
from buurthuis_admin.gui.models.changes import STATE, WHEN, ChangesModel
from buurthuis_admin.gui.models.paged import BLOCK
from buurthuis_admin.gui.pages.change_detail import ChangeDetail, OpenedChange, read_change
from buurthuis_admin.gui.pages.printed_list import print_button
from buurthuis_admin.gui.runners import Task
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.list_detail import ListDetail
from buurthuis_admin.gui.widgets.page import Page, PageHeader, list_column
from buurthuis_admin.gui.widgets.pill import PillDelegate
from buurthuis_admin.gui.widgets.search import SearchField
from buurthuis_admin.gui.widgets.table import Table
from buurthuis_admin.gui.widgets.texts import label
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_number, ngettext

if TYPE_CHECKING:
    from buurthuis_admin.services.history import HistoryService

DETAIL_AFTER = 60  # milliseconds
_WIDTHS = (165, 0, 178)


@dataclass(frozen=True, slots=True)
class Found:
    """The number of changes, the first of them, and where the one that is shown stands."""

    count: int
    first: list[ChangeSet]
    place: int
    fetch: Callable[[int, int], Sequence[ChangeSet]]
    everyone: int


class HistoryPage(Page):
    """A list of changes, the newest first, and beside it what the chosen one did."""

    turn_back_asked = Signal(int)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Recent changes"))
        self._workspace = workspace
        self._history = workspace.administration.history
        self._shown: int | None = None
        self._search: Task[Found] | None = None
        self._task: Task[OpenedChange] | None = None
        # The detail follows once an arrow that is held down comes to a rest.
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(DETAIL_AFTER)
        self.header = PageHeader(_("Recent changes"))
        self.model = ChangesModel(workspace.readers, self)
        self.table = Table(_("List of changes"))
        self.field = SearchField(_("Search the changes"))
        self.nothing = label("", "muted")
        self.detail = ChangeDetail(workspace)
        self.panes = ListDetail(
            self._listing(),
            self.detail,
            _("Back to the changes"),
            home=self.table,
            width=480,
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.panes)
        self._connect()
        self.refresh()

    def _listing(self) -> QWidget:
        listing = list_column()
        column = listing.column
        self.table.show_model(self.model, _WIDTHS, (STATE, WHEN))
        self.table.setItemDelegateForColumn(STATE, PillDelegate(self.table))
        column.addWidget(self.header)
        column.addWidget(self.field)
        self.print = print_button(self.table, self._workspace, self)
        column.addWidget(flow_row(self.print))
        column.addWidget(self.nothing)
        column.addWidget(self.table, 1)
        self.nothing.hide()
        return listing

    def _connect(self) -> None:
        self.field.searched.connect(lambda _text: self.refresh())
        self.field.left_down.connect(self.focus_first)
        self.table.row_chosen.connect(self._row_chosen)
        self.table.row_opened.connect(lambda _row: self.panes.open_detail())
        self.table.clicked.connect(lambda _index: self.panes.open_detail())
        self.model.dataChanged.connect(lambda *_: self._row_chosen(self.table.current_row))
        self._rest.timeout.connect(self._read_shown)
        self.detail.turn_back_asked.connect(self._turn_back)

    def focus_first(self) -> None:
        """The list, or the way back to it."""
        self.panes.focus_home()

    def focus_search(self) -> bool:
        """The search field."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        return True

    def show_change(self, change_set_id: int) -> None:
        """Show one change, wherever in the list it is."""
        self.field.clear()
        self._shown = change_set_id
        self.refresh()
        self.panes.open_detail()

    def refresh(self) -> None:
        """Read the list anew; the change that is shown stays shown."""
        if self._search is not None:
            self._search.cancel()  # it may look for the place of another change
        history, shown, text = self._history, self._shown, self.field.text().strip()
        find = (lambda: _searched(history, text, shown)) if text else (lambda: _all(history, shown))
        self._search = self._workspace.readers.run(self, find, self._show_found)

    def _show_found(self, found: Found) -> None:
        count = found.count
        self.model.show_rows(count, found.first, found.fetch)
        self.header.say(_count_sentence(count, found.everyone))
        self.table.setVisible(bool(count))
        self.nothing.setText(
            _("No change has these words. Search with fewer, or with a day such as 7-3-2024.")
            if found.everyone
            else _("Nothing was changed yet.")
        )
        self.nothing.setVisible(not count)
        if not count:
            self.detail.show_change(None)
            return
        if self._shown is None or not found.place:
            self._shown = found.first[0].id
        self.table.selectRow(min(found.place, count - 1))
        self._read_shown()

    def _row_chosen(self, number: int) -> None:
        row = self.model.row(number)
        if row is not None and row.id != self._shown:
            self._shown = row.id
            self._rest.start()

    def _turn_back(self, change_set_id: int) -> None:
        # The button that was pressed goes away; the focus does not go astray with it.
        rest = self.panes.back if self.panes.narrow else self.table
        rest.setFocus(Qt.FocusReason.OtherFocusReason)
        self.turn_back_asked.emit(change_set_id)

    def _read_shown(self) -> None:
        if self._shown is None:
            return
        if self._task is not None:
            self._task.cancel()
        history, shown = self._history, self._shown
        provenance = self._workspace.administration.provenance
        self._task = self._workspace.readers.run(
            self, lambda: read_change(history, provenance, shown), self.detail.show_change
        )


def _all(history: HistoryService, shown: int | None) -> Found:
    place, count = 0 if shown is None else history.place(shown), history.count()
    return Found(count, history.recent(0, BLOCK), place, history.recent, count)


def _searched(history: HistoryService, text: str, shown: int | None) -> Found:
    ids = history.search(text)

    def fetch(offset: int, limit: int) -> list[ChangeSet]:
        return history.these(ids[offset : offset + limit])

    place = ids.index(shown) if shown in ids else 0
    return Found(len(ids), fetch(0, BLOCK), place, fetch, history.count())


def _count_sentence(count: int, everyone: int) -> str:
    if count == everyone:
        told = ngettext("{count} change", "{count} changes", count)
        return told.format(count=format_number(count))
    told = _("{count} of {everyone}")
    return told.format(count=format_number(count), everyone=format_number(everyone))

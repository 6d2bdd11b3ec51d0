# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows of spreadsheets about which is decided later: taken up here, one by one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from buurthuis_admin.errors import UserError
from buurthuis_admin.gui.models.rows import Column, RowsModel
from buurthuis_admin.gui.pages.printed_list import print_button
from buurthuis_admin.gui.pages.waiting_detail import WaitingDetail
from buurthuis_admin.gui.runners import Task
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.list_detail import ListDetail
from buurthuis_admin.gui.widgets.page import Page, PageHeader, list_column
from buurthuis_admin.gui.widgets.table import Table
from buurthuis_admin.gui.widgets.texts import button, label
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_number, ngettext
from buurthuis_admin.importing.wording import sentence
from buurthuis_admin.services.waiting_rows import RowPreview, WaitingRow


class WaitingPage(Page):
    """A list of rows, and the chosen one beside it."""

    import_asked = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Rows that wait for an answer"))
        self._workspace = workspace
        self._service = workspace.administration.waiting_rows
        self._task: Task[RowPreview] | None = None
        self._shown = 0
        self.header = PageHeader(_("Rows that wait for an answer"))
        self.to_import = button(_("Read in spreadsheets"), "upload-simple")
        self.nothing = label(_("No row waits for an answer."), "muted")
        self.model = RowsModel[WaitingRow](
            [
                Column(_("File"), lambda row: row.source.file),
                Column(_("Row"), lambda row: format_number(row.source.row), number=True),
                Column(_("Question"), lambda row: sentence(row.reason)),
            ],
            self,
        )
        self.table = Table(_("Rows that wait for an answer"))
        self.detail = WaitingDetail()
        self.panes = ListDetail(
            self._listing(),
            self.detail,
            _("Back to the rows"),
            home=self.table,
            width=440,
            share=(1, 1),
        )
        around = QHBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self.panes)
        self._connect()
        self.refresh()

    def _listing(self) -> QWidget:
        listing = list_column()
        self.header.add(self.to_import)
        self.table.show_model(self.model, (0, 80, 0))
        self.print = print_button(self.table, self._workspace, self)
        for widget in (self.header, flow_row(self.print), self.nothing):
            listing.column.addWidget(widget)
        listing.column.addWidget(self.table, 1)
        return listing

    def _connect(self) -> None:
        self.to_import.clicked.connect(self.import_asked)
        self.table.row_chosen.connect(self._chosen)
        self.table.row_opened.connect(lambda _row: self.panes.open_detail())
        self.table.clicked.connect(lambda _index: self.panes.open_detail())
        self.detail.asked.connect(self._look)
        self.detail.read.connect(self._read_in)
        self.detail.left_out.connect(self._leave_out)

    def focus_first(self) -> None:
        """The list, or the way to the import when nothing waits."""
        if self.model.rows:
            self.panes.focus_home()
        else:
            self.to_import.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read anew which rows wait."""
        self._workspace.readers.run(self, self._service.rows, self._show)

    def _show(self, rows: list[WaitingRow]) -> None:
        self.model.show_rows(rows)
        count = len(rows)
        told = ngettext("{count} row", "{count} rows", count).format(count=format_number(count))
        self.header.say(told)
        self.nothing.setVisible(not rows)
        self.table.setVisible(bool(rows))
        at = next((at for at, row in enumerate(rows) if row.id == self._shown), 0)
        if rows:
            self.table.selectRow(at)
            self._chosen(at)
            if self.to_import.hasFocus():  # the rows came after the page
                self.focus_first()
        else:
            self.detail.show_row(None)
            self.panes.close_detail()

    def _chosen(self, at: int) -> None:
        if 0 <= at < len(self.model.rows):
            row = self.model.rows[at]
            self._shown = row.id
            self.detail.show_row(row)

    # Deciding.

    def _look(self) -> None:
        row, service = self.detail.row, self._service
        if row is None:
            return
        cells, answers = self.detail.changed, self.detail.answers
        if self._task is not None:
            self._task.cancel()
        self._task = self._workspace.readers.run(
            self,
            lambda: service.preview(row.id, cells, answers),
            self.detail.show_preview,
            self._not_done,
        )

    def _read_in(self) -> None:
        row, service = self.detail.row, self._service
        if row is not None:
            cells, answers = self.detail.changed, self.detail.answers
            self._write(lambda: service.read_in(row.id, cells, answers))

    def _leave_out(self) -> None:
        row, service, why = self.detail.row, self._service, self.detail.why.text()
        if row is not None:
            self._write(lambda: service.leave_out(row.id, why))

    def _write(self, work: Callable[[], None]) -> None:
        self._workspace.writers.run(self, work, lambda _done: self._decided(), self._not_done)

    def _decided(self) -> None:
        """The list is read anew by the change itself; the keyboard goes on there."""
        self._shown = 0
        self.panes.close_detail()
        self.refresh()

    def _not_done(self, error: BaseException) -> None:
        if isinstance(error, UserError):
            self.detail.say_problem(str(error))
        else:
            self._workspace.errors.show(error, self)

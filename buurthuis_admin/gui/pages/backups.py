# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page with the backups: which there are, where they go, and putting one back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QWidget

from buurthuis_admin.domain.backups import Backup, BackupState
from buurthuis_admin.domain.thinning import BackupReason
from buurthuis_admin.gui.backup_words import (
    place_word,
    reason_word,
    state_lines,
    state_pill,
)
from buurthuis_admin.gui.models.rows import Column, RowsModel
from buurthuis_admin.gui.pages.backup_detail import BackupDetail
from buurthuis_admin.gui.pages.printed_list import print_button
from buurthuis_admin.gui.widgets.flow import FlowLabel, flow_row
from buurthuis_admin.gui.widgets.lines import LinesCard
from buurthuis_admin.gui.widgets.list_detail import ListDetail
from buurthuis_admin.gui.widgets.page import Page, PageHeader, list_column
from buurthuis_admin.gui.widgets.pill import PillDelegate, PillText
from buurthuis_admin.gui.widgets.table import Table
from buurthuis_admin.gui.widgets.texts import announce, button, card, label
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_day_short, format_moment, format_number, format_time

_WIDTHS = (178, 0, 90, 186)
_STATE = 3


@dataclass(frozen=True, slots=True)
class Found:
    """All backups, and how it stands."""

    backups: list[Backup]
    state: BackupState


class BackupsPage(Page):
    """A list, the newest first; beside it what the chosen one holds and would change.

    ``way_back`` is sent after a restore, with what undoes it.
    """

    way_back = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Backups"))
        self._workspace = workspace
        self._service = workspace.administration.backups
        self._before: Path | None = None
        self.header = PageHeader(_("Backups"))
        self.make = button(_("Make a backup now"), "floppy-disk", "primary")
        self.other = button(_("Choose another backup…"), "folder-open")
        self.state = LinesCard(_("How it stands"))
        self.choose = button(_("Choose a stick or folder…"), "hard-drive")
        self.forget = button(_("No second place"), "", "link")
        self.restored, self._restored_text, self.undo = _restored_card()
        self.model = RowsModel(_columns(), self)
        self.table = Table(_("List of backups"))
        self.nothing = label(
            _("There is no backup yet. One is made when you close the program."), "muted"
        )
        self.detail = BackupDetail(workspace)
        self.panes = ListDetail(
            self._listing(), self.detail, _("Back to the backups"), home=self.table, width=460
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.panes)
        self._connect()
        self.refresh()

    def _listing(self) -> QWidget:
        listing = list_column()
        self.header.add(self.other, self.make)
        self.print = print_button(self.table, self._workspace, self, internal=False)
        self.state.footer.addWidget(flow_row(self.choose, self.forget, self.print))
        self.table.show_model(self.model, _WIDTHS, (_STATE, 2))
        self.table.setItemDelegateForColumn(_STATE, PillDelegate(self.table))
        for widget in (self.header, self.restored, self.state, self.nothing):
            listing.column.addWidget(widget)
        listing.column.addWidget(self.table, 1)
        self.restored.hide()
        self.nothing.hide()
        return listing

    def _connect(self) -> None:
        self.make.clicked.connect(self._make)
        self.other.clicked.connect(self._choose_other)
        self.choose.clicked.connect(self._choose_second)
        self.forget.clicked.connect(lambda: self._write(self._service.forget_second))
        self.undo.clicked.connect(self._undo)
        self.table.row_chosen.connect(self._row_chosen)
        self.table.row_opened.connect(lambda _row: self.panes.open_detail())
        self.table.clicked.connect(lambda _index: self.panes.open_detail())
        self.detail.restore_asked.connect(self.put_back)
        self.detail.unlocked.connect(self._show_other)

    def focus_first(self) -> None:
        """The list, or the button where there is none yet."""
        target = self.table if self.model.rows else self.make
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Look in both places anew."""
        service = self._service
        self._workspace.readers.run(
            self, lambda: Found(service.list(), service.state()), self._show
        )

    def _show(self, found: Found) -> None:
        self._workspace.preferences.remember_second(
            self._workspace.administration.path, found.state.second
        )
        shown = self.detail.backup
        self.model.show_rows(found.backups)
        self._show_state(found.state)
        self.table.setVisible(bool(found.backups))
        self.nothing.setVisible(not found.backups)
        if not found.backups:
            self.detail.show_backup(None)
            return
        paths = [one.path for one in found.backups]
        kept = paths.index(shown.path) if shown is not None and shown.path in paths else 0
        self.table.selectRow(kept)
        self._row_chosen(kept)

    def _show_state(self, state: BackupState) -> None:
        self.state.empty()
        self.state.say(state_pill(state))
        for text in state_lines(state):
            self.state.tell(text)
        self.forget.setVisible(state.second is not None)
        if state.second is not None and not state.second_present:
            self.state.tell(_("It is not there now."))

    def _row_chosen(self, number: int) -> None:
        if 0 <= number < len(self.model.rows):
            self.detail.show_backup(self.model.rows[number])

    # What can be done.

    def put_back(self, backup: Backup) -> None:
        """Put a backup in the place of what is there now."""
        service = self._service
        self._allow(False)
        self.detail.tell(_("One moment, the backup is being put back…"))
        self._workspace.writers.run(
            self,
            lambda: service.restore(backup.path, backup.at),
            lambda before: self._put_back(backup, before),
            self._failed,
        )

    def _put_back(self, backup: Backup, before: Path) -> None:
        self._allow(True)
        self.detail.tell("")
        self._before = before
        told = _("The backup of {moment} was put back.").format(moment=format_moment(backup.at))
        self._restored_text.setText(told)
        self.restored.show()
        announce(self, told)
        self.undo.setFocus(Qt.FocusReason.OtherFocusReason)
        self.way_back.emit(self._undo)

    def _undo(self) -> None:
        if self._before is None:
            return
        before, service = self._before, self._service
        self._allow(False)
        self._workspace.writers.run(
            self, lambda: service.restore(before), lambda _path: self._undone(), self._failed
        )

    def _undone(self) -> None:
        self._allow(True)
        self._before = None
        self.restored.hide()
        announce(self, _("It is as it was before."))
        self.focus_first()

    def _make(self) -> None:
        announce(self, _("A backup is being made…"))
        service = self._service
        self._write(lambda: service.make(BackupReason.MANUAL))

    def _choose_other(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(
            self,
            _("Choose another backup"),
            "",
            _("Administrations ({pattern})").format(pattern="*.buurthuis"),
        )
        if path:
            service, chosen = self._service, Path(path)
            self._workspace.readers.run(
                self, lambda: service.describe(chosen), self._show_other, self._failed
            )

    def _show_other(self, backup: Backup) -> None:
        self.table.clearSelection()
        self.detail.show_backup(backup)
        self.panes.open_detail()

    def _choose_second(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Choose a stick or folder"))
        if chosen:
            service, folder = self._service, Path(chosen)
            self._write(lambda: service.choose_second(folder))

    def _write(self, work: Callable[[], object]) -> None:
        self._allow(False)
        self._workspace.writers.run(self, work, lambda _done: self._done(), self._failed)

    def _done(self) -> None:
        self._allow(True)
        self.refresh()

    def _failed(self, error: BaseException) -> None:
        self._allow(True)
        self.detail.tell("")
        self._workspace.errors.show(error)

    def _allow(self, allowed: bool) -> None:
        for one in (self.make, self.other, self.choose, self.forget, self.undo):
            one.setEnabled(allowed)
        self.detail.restore.setEnabled(allowed)


def _restored_card() -> tuple[QWidget, FlowLabel, QPushButton]:
    frame, column = card("ok", margin=16)
    text = FlowLabel("", "strong")
    undo = button(_("Undo: back to how it was before"), "arrow-counter-clockwise")
    column.addWidget(text)
    column.addWidget(flow_row(undo))
    return frame, text, undo


def _columns() -> list[Column[Backup]]:
    return [
        Column(_("When"), _when),
        Column(_("Why"), lambda one: reason_word(one.reason)),
        Column(_("People"), lambda one: format_number(one.people), number=True),
        Column(_("Where"), lambda one: place_word(one.place), pill=_pill),
    ]


def _when(backup: Backup) -> str:
    here = backup.at.astimezone()
    return f"{format_day_short(here.date())} {format_time(here.time())}"


def _pill(backup: Backup) -> PillText:
    if not backup.readable:
        return PillText(_("Not readable"), "warning", "error")
    return PillText(place_word(backup.place), "check-circle", "ok")

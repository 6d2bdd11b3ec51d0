# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Making the pack for a funder: progress while it is made, and what was written."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QProgressBar, QWidget

from buurthuis_admin.gui.runners import Task
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.dialogs import open_dialog
from buurthuis_admin.gui.widgets.flow import answer_row
from buurthuis_admin.gui.widgets.focus_ring import FocusRing
from buurthuis_admin.gui.widgets.tall import tall_column
from buurthuis_admin.gui.widgets.texts import announce, button, card, label
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_number
from buurthuis_admin.reporting.pdf import Preset
from buurthuis_admin.services.packs import Pack, save_pack

_BETWEEN = 0.05  # seconds


class PackDialog(QDialog):
    """Made in the background; closing it before the end stops it and writes nothing."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setWindowTitle(_("Pack for the funder"))
        self.ring = FocusRing(self)
        self.words = label(_("The report, the receipts and the figures are put together…"))
        self.bar = QProgressBar()
        self.bar.setAccessibleName(_("Receipts that are done"))
        self.bar.setRange(0, 0)
        self.folder = button(_("Open the folder"), "folder-open")
        self.folder.hide()
        self.close_button = button(_("Cancel"))
        self.close_button.clicked.connect(self.reject)
        self.column = tall_column(self, gap=8)
        self.column.addWidget(label(_("Pack for the funder"), "heading"))
        self.column.addWidget(self.words)
        self.column.addWidget(self.bar)
        self.column.addStretch(1)
        self.column.addWidget(answer_row(self.folder, self.close_button))
        room = parent.window().size()
        self.resize(min(scaled(560), room.width() - 32), min(scaled(360), room.height() - 32))

    def show_progress(self, done: int, whole: int) -> None:
        """How many receipts are in it."""
        self.bar.setRange(0, whole)
        self.bar.setValue(done)
        text = _("{done} of {all} receipts")
        self.bar.setFormat(text.format(done=format_number(done), all=format_number(whole)))

    def show_done(self, folder: Path, pack: Pack) -> None:
        """What was written, and what must be said about it."""
        self.bar.hide()
        names = "\n".join(name for name, _content in pack.files)
        self.words.setText(_("Saved in {folder}:\n{files}").format(folder=folder.name, files=names))
        for note in pack.notes:
            frame, inside = card("warn")
            inside.addWidget(label(note))
            self.column.insertWidget(self.column.indexOf(self.words) + 1, frame)
        self.folder.clicked.connect(
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        )
        self.folder.show()
        self.close_button.setText(_("Close"))
        self.close_button.setAccessibleName(_("Close"))
        announce(self, self.words.text())


class PackMaker(QObject):
    """Makes a pack in the background and writes it when it is whole."""

    _progressed = Signal(int, int)

    def __init__(self, workspace: Workspace, page: QWidget) -> None:
        super().__init__(page)
        self._workspace, self._page = workspace, page
        self._dialog: PackDialog | None = None
        self._task: Task[tuple[Pack, Path]] | None = None
        self._progressed.connect(self._show_progress)

    def choose(self, subsidy_id: int, look: tuple[str, Preset]) -> None:
        """Ask for a folder, and make the pack in it."""
        folder = QFileDialog.getExistingDirectory(self._page, _("Where the pack is saved"))
        if folder:
            self.make(subsidy_id, look, Path(folder))

    def make(self, subsidy_id: int, look: tuple[str, Preset], folder: Path) -> PackDialog:
        """Make the pack of a subsidy in a folder."""
        packs = self._workspace.administration.packs
        dialog = self._dialog = PackDialog(self._page)
        language, preset = look
        stopped: list[bool] = []

        def work() -> tuple[Pack, Path]:
            pack = packs.make(
                subsidy_id,
                language_code=language,
                preset=preset,
                told=self._now_and_then(),
                stopped=lambda: bool(stopped),
            )
            save_pack(pack, folder, stopped=lambda: bool(stopped))
            return pack, folder

        self._task = self._workspace.readers.run(dialog, work, self._done, self._failed)
        dialog.rejected.connect(lambda: self._stop(stopped))
        open_dialog(dialog)
        return dialog

    def _now_and_then(self) -> Callable[[int, int], None]:
        """Tells progress from the background, no more often than the eye sees."""
        told_at = [0.0]

        def told(done: int, whole: int) -> None:
            now = time.monotonic()
            if done == whole or now - told_at[0] >= _BETWEEN:
                told_at[0] = now
                self._progressed.emit(done, whole)

        return told

    def _stop(self, stopped: list[bool]) -> None:
        """The dialog goes; what is still told of its work has no place any more."""
        stopped.append(True)
        self._dialog = None

    def _show_progress(self, done: int, whole: int) -> None:
        if self._dialog is not None:
            self._dialog.show_progress(done, whole)

    def _done(self, made: tuple[Pack, Path]) -> None:
        if self._dialog is not None:
            self._dialog.show_done(made[1], made[0])

    def _failed(self, error: BaseException) -> None:
        if self._dialog is not None:
            self._dialog.reject()
        self._workspace.errors.show(error, self._page)

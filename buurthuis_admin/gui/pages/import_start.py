# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The first two views of the import: choosing files, and waiting while they are read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QProgressBar, QVBoxLayout, QWidget

from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.drop import dropped_paths
from buurthuis_admin.gui.widgets.flow import FlowLabel, flow_row
from buurthuis_admin.gui.widgets.page import PageHeader
from buurthuis_admin.gui.widgets.scroll import ScrollColumn
from buurthuis_admin.gui.widgets.texts import announce, button, icon_label, label, restyle
from buurthuis_admin.i18n import _

if TYPE_CHECKING:
    from buurthuis_admin.services.imports import ImportProgress


_SPREADSHEETS = "*.xlsx *.xlsm *.xls *.xlsb *.ods *.csv *.tsv *.txt"


class DropFrame(QFrame):
    """A frame that takes files."""

    dropped = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "drop")
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show that files may be let go here."""
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()
            restyle(self, "over", "true")

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """As it was."""
        restyle(self, "over", "false")

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the files."""
        restyle(self, "over", "false")
        event.acceptProposedAction()
        self.dropped.emit(dropped_paths(event.mimeData()))


class ChooseView(ScrollColumn):
    """Files or a whole folder, by a button or dropped: ``dropped`` brings their paths."""

    dropped = Signal(list)

    def __init__(self) -> None:
        super().__init__(gap=16)
        self.files = button(_("Choose files"), "files", "primary")
        self.folder = button(_("Choose a folder"), "folder-open")
        self.templates = button(_("Empty tables to fill in"), "download-simple")
        self.saved = label("", "muted")
        self.column.addWidget(PageHeader(_("Read in spreadsheets")))
        told = label(
            _(
                "Take all your lists at once: members, attendance, counts and subsidies. "
                "The program finds out by itself what each sheet is."
            )
        )
        self.column.addWidget(told)
        self.files.clicked.connect(self._choose_files)
        self.folder.clicked.connect(self._choose_folder)
        self.column.addWidget(self._frame())
        self.column.addWidget(_promise())
        empty = _("No lists yet? Take empty tables: what you fill in is read without a question.")
        self.column.addWidget(label(empty))
        self.column.addWidget(flow_row(self.templates))
        self.column.addWidget(self.saved)
        self.saved.hide()
        self.column.addStretch(1)

    def _choose_files(self) -> None:
        kinds = _("Spreadsheets ({patterns})").format(patterns=_SPREADSHEETS)
        everything = _("All files (*)")
        paths, _kind = QFileDialog.getOpenFileNames(
            self, _("Choose spreadsheets"), "", f"{kinds};;{everything}"
        )
        self.dropped.emit(paths)

    def _choose_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self, _("Choose a folder"))
        self.dropped.emit([path] if path else [])

    def say_saved(self, paths: Sequence[Path]) -> None:
        """Say which tables were saved, and where."""
        names = ", ".join(path.name for path in paths)
        told = _("Saved in {folder}: {names}.")
        self.saved.setText(told.format(folder=paths[0].parent.name, names=names))
        self.saved.show()
        announce(self, self.saved.text())

    def _frame(self) -> QWidget:
        frame = DropFrame()
        frame.dropped.connect(self.dropped)
        column = QVBoxLayout(frame)
        column.setContentsMargins(*(scaled(32),) * 4)
        column.setSpacing(scaled(12))
        column.addWidget(icon_label("upload-simple", "accent", 40))
        column.addWidget(label(_("Drop your files here"), "heading"))
        kinds = _("Excel (xls, xlsx, xlsm, xlsb), OpenDocument (ods) and csv; or a whole folder.")
        column.addWidget(label(kinds, "muted"))
        column.addWidget(flow_row(self.files, self.folder, gap=12))
        return frame

    def focus_first(self) -> None:
        """The button for files."""
        self.files.setFocus(Qt.FocusReason.OtherFocusReason)


class ReadingView(ScrollColumn):
    """How far the reading is, and a way to stop it."""

    def __init__(self) -> None:
        super().__init__(gap=16)
        self.file = label("")
        self.bar = QProgressBar()
        self.bar.setAccessibleName(_("Files read"))
        self.cancel = button(_("Cancel"), "x")
        self.column.addWidget(PageHeader(_("Read in spreadsheets")))
        self.column.addWidget(label(_("Your files are being read"), "heading"))
        self.column.addWidget(self.file)
        self.column.addWidget(self.bar)
        self.column.addWidget(_promise())
        self.column.addWidget(self.cancel, alignment=Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def start(self) -> None:
        """Nothing is known of the length yet."""
        self.file.setText(_("One moment…"))
        self.bar.setRange(0, 0)
        announce(self, _("Your files are being read"))

    def show_progress(self, progress: ImportProgress) -> None:
        """Show which file it is."""
        self.bar.setRange(0, max(progress.total, 1))
        self.bar.setValue(progress.done)
        told = _("File {done} of {total}: {name}").format(
            done=min(progress.done + 1, progress.total), total=progress.total, name=progress.file
        )
        self.file.setText(told)

    def focus_first(self) -> None:
        """The button that stops."""
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)


def _promise() -> QWidget:
    told = FlowLabel(_("Nothing is saved yet. The files themselves never change."), "muted")
    return flow_row(icon_label("lock-simple", "text2"), told)

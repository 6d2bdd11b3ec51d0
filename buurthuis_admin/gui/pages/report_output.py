# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Saving and printing a PDF that is shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from buurthuis_admin.errors import UserError
from buurthuis_admin.gui.printing import PrintJob
from buurthuis_admin.gui.widgets.texts import announce
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _
from buurthuis_admin.services.safe_file import write_safely


class NotPrinted(UserError):
    """The printer took nothing."""

    def __init__(self) -> None:
        super().__init__(
            _("The printer did not take the report. Look whether it is on, or choose another one.")
        )


class Output:
    """Where a PDF goes; ``tell`` shows a line on the page."""

    def __init__(self, owner: QWidget, workspace: Workspace, tell: Callable[[str], None]) -> None:
        self._owner, self._workspace, self._tell = owner, workspace, tell

    def choose_place(self, content: bytes, name: str) -> None:
        """Ask where to save, and save."""
        path, _kind = QFileDialog.getSaveFileName(
            self._owner, _("Save as PDF"), f"{name}.pdf", _("PDF files (*.pdf)")
        )
        if path:
            self.save_to(content, Path(path))

    def choose_workbook(self, make: Callable[[], bytes], name: str) -> None:
        """Ask where to save the figures, and make and save them."""
        path, _kind = QFileDialog.getSaveFileName(
            self._owner, _("Save as Excel"), f"{name}.xlsx", _("Excel workbooks (*.xlsx)")
        )
        if path:
            where = Path(path)
            self._workspace.readers.run(
                self._owner, lambda: write_safely(where, make()), lambda _done: self._saved(where)
            )

    def save_to(self, content: bytes, path: Path) -> None:
        """Write the report; a file that is there is replaced as a whole."""
        self._workspace.readers.run(
            self._owner, lambda: write_safely(path, content), lambda _done: self._saved(path)
        )

    def _saved(self, path: Path) -> None:
        told = _("Saved as {file}").format(file=path.name)
        self._tell(told)
        announce(self._owner, told)

    def choose_printer(self, content: bytes, pages: int) -> None:
        """Ask for a printer, and print."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self._owner)
        dialog.setMinMax(1, pages)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.print_on(content, printer)

    def print_on(self, content: bytes, printer: QPrinter) -> None:
        """Print the report."""
        self._tell(_("Printing…"))
        PrintJob(
            content, printer, self._workspace.readers, done=self._printed, parent=self._owner
        ).start()

    def _printed(self, well: bool) -> None:
        if well:
            self._tell(_("Sent to the printer"))
        else:
            self._tell("")
            self._workspace.errors.show(NotPrinted(), self._owner)

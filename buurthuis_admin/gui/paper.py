# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A PDF saved where the person chooses, or printed, with words about how that went."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from buurthuis_admin.errors import UserError
from buurthuis_admin.gui.printing import PrintJob, printer_for
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _
from buurthuis_admin.services.safe_file import write_safely


class PrinterRefused(UserError):
    """The printer took nothing."""

    def __init__(self) -> None:
        super().__init__(
            _("The printer did not take the pages. Look whether it is on, or choose another one.")
        )


class Paper(QObject):
    """Saves and prints for a page; ``say`` shows how it went."""

    def __init__(self, workspace: Workspace, page: QWidget, say: Callable[[str], None]) -> None:
        super().__init__(page)
        self._workspace, self._page, self._say = workspace, page, say

    def choose_place(self, content: bytes, proposed: str) -> None:
        """Ask where to save it."""
        path, _kind = QFileDialog.getSaveFileName(
            self._page, _("Save as PDF"), f"{proposed}.pdf", _("PDF files (*.pdf)")
        )
        if path:
            self.save_to(content, Path(path))

    def save_to(self, content: bytes, path: Path) -> None:
        """Write it; a file that is there is replaced as a whole."""
        self._workspace.readers.run(
            self,
            lambda: write_safely(path, content),
            lambda _done: self._say(_("Saved as {file}").format(file=path.name)),
        )

    def choose_printer(self, content: bytes, pages: int) -> None:
        """Ask which printer and which pages."""
        printer = printer_for(content)
        dialog = QPrintDialog(printer, self._page)
        dialog.setMinMax(1, pages)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.print_on(content, printer)

    def print_on(self, content: bytes, printer: QPrinter) -> None:
        """Print it."""
        self._say(_("Printing…"))
        readers = self._workspace.readers
        PrintJob(content, printer, readers, done=self._printed, parent=self).start()

    def _printed(self, well: bool) -> None:
        self._say(_("Sent to the printer") if well else "")
        if not well:
            self._workspace.errors.show(PrinterRefused(), self._page)

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Saving the rows of a box that cannot be read, to correct and read in again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from buurthuis_admin.gui.pages.import_box import ImportBox
from buurthuis_admin.gui.pages.import_plan import PlanView
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _
from buurthuis_admin.services.rejected_rows import rejected_rows
from buurthuis_admin.services.safe_file import write_safely


class ImportSaving(QObject):
    """Asks where, and writes in the background."""

    def __init__(self, workspace: Workspace, box: ImportBox, plan: PlanView, page: QWidget) -> None:
        super().__init__(page)
        self._workspace, self._box, self._plan, self._page = workspace, box, plan, page

    def choose_for_rejected(self) -> None:
        """Ask for a place, and save the rows there."""
        name = _("Rows to correct")
        path, _kind = QFileDialog.getSaveFileName(
            self._page, self._plan.rejected.text(), f"{name}.xlsx", _("Excel workbooks (*.xlsx)")
        )
        if path:
            self.rejected_to(Path(path))

    def rejected_to(self, path: Path) -> None:
        """Write the rows that cannot be read, each with its reason."""
        prepared = self._box.shown
        if prepared is None:
            return

        def save() -> None:
            content = rejected_rows(prepared)
            if content is not None:
                write_safely(path, content)

        self._workspace.readers.run(
            self,
            save,
            lambda _done: self._plan.say_saved(path),
            lambda error: self._workspace.errors.show(error, self._page),
        )

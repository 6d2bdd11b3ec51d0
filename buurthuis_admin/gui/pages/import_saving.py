# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Saving beside an import: rows that cannot be read, to correct, and empty tables to fill in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from buurthuis_admin.gui.pages.import_box import ImportBox
from buurthuis_admin.gui.pages.import_plan import PlanView
from buurthuis_admin.gui.pages.import_start import ChooseView
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _
from buurthuis_admin.services.rejected_rows import rejected_rows
from buurthuis_admin.services.safe_file import write_safely
from buurthuis_admin.services.templates import save_templates


class ImportSaving(QObject):
    """Asks where, and writes in the background."""

    def __init__(
        self,
        workspace: Workspace,
        box: ImportBox,
        choose: ChooseView,
        plan: PlanView,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._choose = choose
        self._workspace, self._box, self._plan, self._page = workspace, box, plan, page

    def choose_for_templates(self) -> None:
        """Ask for a folder, and save the empty tables there."""
        path = QFileDialog.getExistingDirectory(self._page, self._choose.templates.text())
        if path:
            self.templates_in(Path(path))

    def templates_in(self, folder: Path) -> None:
        """Write the empty tables into a folder; nothing that is there is written over."""
        self._workspace.readers.run(
            self,
            lambda: save_templates(folder),
            self._choose.say_saved,
            lambda error: self._workspace.errors.show(error, self._page),
        )

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

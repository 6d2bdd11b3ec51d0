# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page that reads spreadsheets in: choose, look, and only then write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout

from buurthuis_admin.gui.models.importing import Entry
from buurthuis_admin.gui.pages.import_answers import Answer, answered
from buurthuis_admin.gui.pages.import_draft import ImportDraft, draft_of, texts_of
from buurthuis_admin.gui.pages.import_plan import PlanView
from buurthuis_admin.gui.pages.import_sheet import SheetView
from buurthuis_admin.gui.pages.import_start import ChooseView, ReadingView
from buurthuis_admin.gui.runners import Task
from buurthuis_admin.gui.widgets.page import Page
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _
from buurthuis_admin.importing.corrections import Corrections, TableCorrection, TablePlace
from buurthuis_admin.importing.outcome import BoxOutcome, Question, RowFate
from buurthuis_admin.services.rejected_rows import rejected_rows
from buurthuis_admin.services.safe_file import write_safely
from buurthuis_admin.services.templates import save_templates

if TYPE_CHECKING:
    from buurthuis_admin.services.imports import ImportProgress, PreparedImport

SPREADSHEETS = "*.xlsx *.xlsm *.xls *.xlsb *.ods *.csv *.tsv *.txt"


class ImportPage(Page):
    """Nothing is written before the button 'Read in' of the plan."""

    members_asked = Signal()
    report_asked = Signal()
    _progressed = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Read in spreadsheets"))
        self._workspace = workspace
        self._task: Task[PreparedImport] | None = None
        self._prepared: PreparedImport | None = None
        self._shown: PreparedImport | None = None  # what the plan shows, also when it is written
        self._looked_at = ("", "")  # file and sheet
        self._paths: list[str] = []  # of the import that waits
        self._resumed: ImportDraft | None = None  # until it is understood again
        self.choose = ChooseView()
        self.reading = ReadingView()
        self.plan = PlanView()
        self.sheet = SheetView()
        self.views = QStackedWidget()
        for view in (self.choose, self.reading, self.plan, self.sheet):
            self.views.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.views)
        self._connect()

    def _connect(self) -> None:
        self.choose.files.clicked.connect(self._choose_files)
        self.choose.folder.clicked.connect(self._choose_folder)
        self.choose.templates.clicked.connect(self._save_templates)
        self.choose.dropped.connect(self.take_files)
        self.reading.cancel.clicked.connect(self._cancel)
        self.plan.write.clicked.connect(self._write)
        self.plan.rejected.clicked.connect(self._save_rejected)
        self.plan.back.clicked.connect(self._start_again)
        self.plan.to_members.clicked.connect(self.members_asked)
        self.plan.to_report.clicked.connect(self.report_asked)
        self.plan.detail.correct_asked.connect(self._look_at)
        self.plan.detail.answered.connect(self._answer)
        self.sheet.corrected.connect(self._correct)
        self.sheet.back.clicked.connect(self._back_to_plan)
        self._progressed.connect(self.reading.show_progress)

    def focus_first(self) -> None:
        """Where the next step of the import is."""
        view = self.views.currentWidget()
        if isinstance(view, ChooseView | ReadingView | PlanView | SheetView):
            view.focus_first()

    # Choosing.

    def _choose_files(self) -> None:
        kinds = _("Spreadsheets ({patterns})").format(patterns=SPREADSHEETS)
        everything = _("All files (*)")
        paths, _kind = QFileDialog.getOpenFileNames(
            self, _("Choose spreadsheets"), "", f"{kinds};;{everything}"
        )
        self.take_files(paths)

    def _choose_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self, _("Choose a folder"))
        self.take_files([path] if path else [])

    def _save_templates(self) -> None:
        path = QFileDialog.getExistingDirectory(self, self.choose.templates.text())
        if path:
            self.save_templates_in(Path(path))

    def save_templates_in(self, folder: Path) -> None:
        """Write the empty tables into a folder; nothing that is there is written over."""
        self._workspace.readers.run(
            self, lambda: save_templates(folder), self.choose.say_saved, self._not_saved
        )

    def take_files(self, paths: Sequence[str]) -> bool:
        """Read files and folders in the background; nothing is written."""
        busy = self.views.currentWidget() is self.reading
        if not paths or busy:
            return False
        self._resumed = None
        self._read(paths, {})
        return True

    def _read(self, paths: Sequence[str], corrections: Corrections) -> None:
        imports = self._workspace.administration.imports
        self._paths = list(paths)
        wanted = [Path(path) for path in paths]
        started: list[Task[PreparedImport]] = []

        def stopped() -> bool:  # the reader may ask before its task is known here
            return any(task.cancelled() for task in started)

        def work() -> PreparedImport:
            prepared = imports.prepare(wanted, progress=self._report, cancelled=stopped)
            return imports.correct(prepared, corrections) if corrections else prepared

        self.reading.start()
        self._show(self.reading)
        self._task = self._workspace.readers.run(self, work, self._understood, self._failed)
        started.append(self._task)

    def _report(self, progress: ImportProgress) -> None:
        self._progressed.emit(progress)

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._start_again()

    def _failed(self, error: BaseException) -> None:
        self._start_again()
        self._workspace.errors.show(error, self)

    def _start_again(self) -> None:
        self._paths, self._resumed = [], None
        self._prepared = self._shown = None
        self._show(self.choose)

    # The plan and its writing.

    def _understood(self, prepared: PreparedImport) -> None:
        self._prepared = self._shown = prepared
        self.plan.show_outcome(prepared.outcome)
        self._show(self.plan)
        if self._resumed is not None:
            self._go_on(self._resumed)

    # A draft, while the program is locked.

    def typed(self) -> dict[str, str]:
        """The import that waits."""
        if self._resumed is not None:
            return texts_of(self._resumed)
        corrections = self._prepared.corrections if self._prepared is not None else {}
        in_sheet = self.views.currentWidget() is self.sheet
        draft = ImportDraft(
            self._paths,
            corrections,
            max(self.plan.table.current_row, 0),
            self._looked_at if in_sheet else ("", ""),
            self.sheet.choices.half_typed() if in_sheet else {},
        )
        return texts_of(draft)

    def type_again(self, texts: Mapping[str, str]) -> None:
        """Go on with an import that waited: its files are read again."""
        self._resumed = draft_of(texts)
        self._read(self._resumed.paths, self._resumed.corrections)

    def _go_on(self, draft: ImportDraft) -> None:
        self._resumed = None
        self.plan.table.selectRow(draft.row)
        assert self._prepared is not None
        books = self._prepared.workbooks
        if draft.sheet in {(book.file_name, sheet.name) for book in books for sheet in book.sheets}:
            self._looked_at = draft.sheet
            self._show_sheet()
            self._show(self.sheet)
            self.sheet.choices.type_again(draft.typed)

    def _write(self) -> None:
        prepared, administration = self._prepared, self._workspace.administration
        if prepared is None:
            return
        self._prepared, self._paths = None, []
        self.plan.show_writing()
        self._workspace.writers.run(
            self, lambda: administration.imports.apply(prepared), self._written, self._failed
        )

    def _save_rejected(self) -> None:
        name = _("Rows to correct")
        path, _kind = QFileDialog.getSaveFileName(
            self, self.plan.rejected.text(), f"{name}.xlsx", _("Excel workbooks (*.xlsx)")
        )
        if path:
            self.save_rejected_to(Path(path))

    def save_rejected_to(self, path: Path) -> None:
        """Write the rows that cannot be read, each with its reason."""
        prepared = self._shown
        if prepared is None:
            return

        def save() -> None:
            content = rejected_rows(prepared)
            if content is not None:
                write_safely(path, content)

        self._workspace.readers.run(
            self, save, lambda _done: self.plan.say_saved(path), self._not_saved
        )

    def _not_saved(self, error: BaseException) -> None:
        self._workspace.errors.show(error, self)

    def _written(self, outcome: BoxOutcome) -> None:
        self.plan.show_outcome(outcome)
        self._show(self.plan)

    # What a person says of a sheet.

    def _look_at(self, entry: Entry) -> None:
        if entry.file is not None and entry.sheet is not None:
            self._looked_at = (entry.file.file, entry.sheet.sheet)
            self._show_sheet()
            self._show(self.sheet)

    def _show_sheet(self) -> None:
        prepared = self._prepared
        assert prepared is not None
        file, name = self._looked_at
        for book in prepared.workbooks:
            for sheet in book.sheets:
                if (book.file_name, sheet.name) == (file, name):
                    found = prepared.understood.tables
                    self.sheet.show_sheet(
                        file, sheet, [t for t in found if t.file == file and t.sheet is sheet]
                    )

    def _answer(self, question: Question, answer: Answer) -> None:
        if self._prepared is not None:
            self._correct_all(answered(self._prepared.understood.tables, question, answer))

    def _correct(self, place: TablePlace, said: TableCorrection) -> None:
        self._correct_all({place: said})

    def _correct_all(self, more: Corrections) -> None:
        prepared, administration = self._prepared, self._workspace.administration
        if prepared is None:
            return
        told = {**prepared.corrections, **more}
        corrections = {place: one for place, one in told.items() if not one.empty}
        if self._task is not None:
            self._task.cancel()
        self._task = self._workspace.readers.run(
            self,
            lambda: administration.imports.correct(prepared, corrections),
            self._understood_anew,
            self._not_corrected,
        )

    def _understood_anew(self, prepared: PreparedImport) -> None:
        self._prepared = self._shown = prepared
        row = self.plan.table.current_row
        self.plan.show_outcome(prepared.outcome)
        self.plan.table.selectRow(row)
        if self.views.currentWidget() is self.sheet:
            self._show_sheet()
            self.sheet.show_understood(self._rows_read(prepared.outcome))
        else:
            self.plan.panes.open_detail()

    def _rows_read(self, box: BoxOutcome) -> int:
        left_out = (RowFate.EXCLUDED, RowFate.REJECTED)
        return sum(
            row.fate not in left_out
            for file in box.files
            for sheet in file.sheets
            if (file.file, sheet.sheet) == self._looked_at
            for row in sheet.rows
        )

    def _not_corrected(self, error: BaseException) -> None:
        if self.views.currentWidget() is self.sheet:
            self._show_sheet()  # as it was before
        self._workspace.errors.show(error, self)

    def _back_to_plan(self) -> None:
        self._show(self.plan)

    def _show(self, view: ChooseView | ReadingView | PlanView | SheetView) -> None:
        self.views.setCurrentWidget(view)
        if self.isVisible():
            view.focus_first()

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page that reads spreadsheets in: choose, look, and only then write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from buurthuis_admin.gui.models.importing import Entry
from buurthuis_admin.gui.pages.import_answers import Answer, answered
from buurthuis_admin.gui.pages.import_box import ImportBox
from buurthuis_admin.gui.pages.import_doubles import BoxDoublesView
from buurthuis_admin.gui.pages.import_draft import ImportDraft, draft_of, said_again, texts_of
from buurthuis_admin.gui.pages.import_plan import PlanView
from buurthuis_admin.gui.pages.import_problems import ProblemsView
from buurthuis_admin.gui.pages.import_saving import ImportSaving
from buurthuis_admin.gui.pages.import_sentences import rows_read
from buurthuis_admin.gui.pages.import_sheet import SheetView
from buurthuis_admin.gui.pages.import_start import ChooseView, ReadingView
from buurthuis_admin.gui.pages.import_steps import ImportStep, ImportSteps
from buurthuis_admin.gui.runners import Task
from buurthuis_admin.gui.widgets.page import Page
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _
from buurthuis_admin.importing.corrections import (
    CellPlace,
    Mending,
    TableCorrection,
    TablePlace,
)
from buurthuis_admin.importing.mending.answering import with_cell, without_cell
from buurthuis_admin.importing.mending.applying import mended
from buurthuis_admin.importing.mending.finding import key_of
from buurthuis_admin.importing.mending.places import Places
from buurthuis_admin.importing.outcome import BoxOutcome, Question
from buurthuis_admin.importing.planning.answers import Pair, PairAnswer
from buurthuis_admin.importing.planning.doubles import BoxDouble
from buurthuis_admin.importing.statements.read import is_statement, statements_in
from buurthuis_admin.services.waiting_rows import rows_of

if TYPE_CHECKING:
    from buurthuis_admin.services.imports import PreparedImport

_View = ChooseView | ReadingView | PlanView | SheetView | BoxDoublesView | ProblemsView
_VIEWS = (ChooseView, ReadingView, PlanView, SheetView, BoxDoublesView, ProblemsView)


class ImportPage(Page):
    """Nothing is written before the button 'Read in' of the plan."""

    members_asked = Signal()
    report_asked = Signal()
    statement_found = Signal(list)  # paths of bank statements, which are read elsewhere
    _progressed = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Read in spreadsheets"))
        self._workspace = workspace
        self._task: Task[PreparedImport] | None = None
        self._box = ImportBox(workspace, self)
        self._looked_at = ("", "")  # file and sheet
        self._from_problems = False  # whether the sheet was opened from a problem
        self._paths: list[str] = []  # of the import that waits
        self._statements: list[str] = []  # that lay between the files
        self._resumed: ImportDraft | None = None  # until it is understood again
        self.choose = ChooseView()
        self.reading = ReadingView()
        self.plan = PlanView()
        self.sheet = SheetView()
        self.problems = ProblemsView()
        self.doubles = BoxDoublesView()
        self.views = QStackedWidget()
        for view in (self.choose, self.reading, self.plan, self.sheet, self.problems, self.doubles):
            self.views.addWidget(view)
        self.steps = ImportSteps()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.steps)
        column.addWidget(self.views)
        self.saving = ImportSaving(workspace, self._box, self.choose, self.plan, self)
        self._connect()

    def _connect(self) -> None:
        self.choose.templates.clicked.connect(self.saving.choose_for_templates)
        self.choose.dropped.connect(self.take_files)
        self.reading.cancel.clicked.connect(self._cancel)
        self.plan.write.clicked.connect(self._write)
        self.plan.rejected.clicked.connect(self.saving.choose_for_rejected)
        self.plan.back.clicked.connect(self._start_again)
        self.plan.to_members.clicked.connect(self.members_asked)
        self.plan.to_report.clicked.connect(self.report_asked)
        self.plan.detail.correct_asked.connect(self._look_at)
        self.plan.detail.answered.connect(self._answer)
        self.plan.detail.postponed.connect(self._postpone)
        self.plan.detail.resumed.connect(self._resume)
        self.plan.doubles.clicked.connect(lambda: self._show(self.doubles))
        self.doubles.answered.connect(self._answer_pair)
        self.doubles.left.connect(lambda: self._show(self.plan))
        self.sheet.corrected.connect(self._correct)
        self.sheet.mended.connect(self._mend_cell)
        self.sheet.back.clicked.connect(self._back_from_sheet)
        self.plan.problems.clicked.connect(self._to_problems)
        self.plan.statements.clicked.connect(lambda: self.statement_found.emit(self._statements))
        self.plan.detail.mending_asked.connect(self._to_problem)
        self.problems.mended.connect(self._mend)
        self.problems.look_asked.connect(self._look_at_cell)
        self.problems.back.clicked.connect(lambda: self._show(self.plan))
        self._progressed.connect(self.reading.show_progress)
        self._box.understood.connect(self._understood_anew)
        self._box.failed.connect(self._not_corrected)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window with large texts the room is for the work itself."""
        super().resizeEvent(event)
        self.steps.fit(self.height())

    @property
    def _prepared(self) -> PreparedImport | None:
        return self._box.prepared

    def focus_first(self) -> None:
        """Where the next step of the import is."""
        view = self.views.currentWidget()
        if isinstance(view, _VIEWS):
            view.focus_first()

    # Choosing.

    def take_files(self, paths: Sequence[str]) -> bool:
        """Read files and folders in the background; nothing is written."""
        busy = self.views.currentWidget() is self.reading
        if not paths or busy:
            return False
        if all(is_statement(Path(path)) for path in paths):
            self.statement_found.emit(list(paths))
            return True
        self._read(paths, None)
        return True

    def _read(self, paths: Sequence[str], resumed: ImportDraft | None) -> None:
        administration = self._workspace.administration
        self._resumed = resumed
        # Bank statements between the files are read elsewhere, when the person asks for it.
        named = [path for path in paths if is_statement(Path(path))]
        self._paths = [path for path in paths if path not in named]
        wanted = [Path(path) for path in self._paths]
        lying: list[str] = []
        started: list[Task[PreparedImport]] = []

        def stopped() -> bool:  # the reader may ask before its task is known here
            return any(task.cancelled() for task in started)

        def work() -> PreparedImport:
            imports = administration.imports
            lying.extend(map(str, statements_in(path for path in wanted if path.is_dir())))
            prepared = imports.prepare(wanted, progress=self._progressed.emit, cancelled=stopped)
            return said_again(imports, prepared, resumed) if resumed else prepared

        self.reading.start()
        self.steps.forget()
        self._show(self.reading)

        def understood(prepared: PreparedImport) -> None:
            self._statements = named + lying
            self._understood(prepared)

        self._task = self._workspace.readers.run(self, work, understood, self._failed)
        started.append(self._task)

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._start_again()

    def _failed(self, error: BaseException) -> None:
        self._start_again()
        self._workspace.errors.show(error, self)

    def _start_again(self) -> None:
        self._box.take(None)
        self._paths, self._statements, self._resumed = [], [], None
        self._show(self.choose)

    # The plan and its writing.

    def _understood(self, prepared: PreparedImport) -> None:
        self._box.take(prepared)
        self.plan.show_outcome(prepared.outcome)
        self.plan.show_statements(len(self._statements))
        self._show_problems(prepared)
        self.doubles.forget()
        self._look_for_doubles(prepared)
        self._show(self.plan)
        if self._resumed is not None:
            self._go_on(self._resumed)

    # A draft, while the program is locked.

    def typed(self) -> dict[str, str]:
        """The import that waits."""
        if self._resumed is not None:
            return texts_of(self._resumed)
        prepared = self._prepared
        if prepared is None:
            return texts_of(ImportDraft([*self._paths, *self._statements]))
        in_sheet = self.views.currentWidget() is self.sheet
        draft = ImportDraft(
            [*self._paths, *self._statements],
            prepared.corrections,
            self._box.mending,
            prepared.answers,
            max(self.plan.table.current_row, 0),
            self._looked_at if in_sheet else ("", ""),
            self.sheet.choices.half_typed() if in_sheet else {},
        )
        return texts_of(draft)

    def type_again(self, texts: Mapping[str, str]) -> None:
        """Go on with an import that waited: its files are read again."""
        draft = draft_of(texts)
        self._read(draft.paths, draft)

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
        """Write the box, with what was said last in it."""
        self._box.when_understood(self._write_now)

    def _write_now(self) -> None:
        prepared, administration = self._box.give(), self._workspace.administration
        if prepared is None:
            return
        self._paths = []
        self.plan.show_writing()
        self._workspace.writers.run(
            self, lambda: administration.imports.apply(prepared), self._written, self._failed
        )

    def save_rejected_to(self, path: Path) -> None:
        """Write the rows that cannot be read, each with its reason."""
        self.saving.rejected_to(path)

    def _written(self, outcome: BoxOutcome) -> None:
        self.plan.show_outcome(outcome)
        self._show(self.plan)

    # What a person says of a sheet.

    def _look_at(self, entry: Entry) -> None:
        if entry.file is not None and entry.sheet is not None:
            self._looked_at = (entry.file.file, entry.sheet.sheet)
            self._show_sheet()
            self._show(self.sheet)

    def _look_at_cell(self, place: CellPlace) -> None:
        """Show the sheet of a problem, with its cell chosen."""
        self._looked_at = (place.file, place.sheet)
        self._from_problems = True
        self.sheet.back.setText(_("Back to the problems"))
        self._show_sheet()
        self._show(self.sheet)
        self.sheet.choose_cell(place.row, place.column)

    def _show_sheet(self) -> None:
        prepared = self._prepared
        assert prepared is not None
        file, name = self._looked_at
        for book in prepared.workbooks:
            for sheet in book.sheets:
                if (book.file_name, sheet.name) == (file, name):
                    tables = prepared.understood.tables
                    found = [t for t in tables if (t.file, t.sheet.name) == (file, name)]
                    (shown,) = mended(replace(book, sheets=(sheet,)), self._box.mending).sheets
                    self.sheet.show_sheet(file, sheet, found, shown)

    def _answer(self, question: Question, answer: Answer) -> None:
        if self._prepared is not None:
            self._box.correct(answered(self._prepared.understood.tables, question, answer))

    def _correct(self, place: TablePlace, said: TableCorrection) -> None:
        self._box.correct({place: said})

    # What a person says of the content of the box.

    def _to_problems(self) -> None:
        self._show(self.problems)

    def _to_problem(self, question: Question) -> None:
        """The problems that a question is about."""
        key = key_of(question)
        self._show(self.problems)
        if key is not None:
            self.problems.choose(key)

    def _mend(self, mending: Mending) -> None:
        self._box.correct({}, mending)

    def _mend_cell(self, place: CellPlace, text: str | None) -> None:
        """Read another text in a cell; None: again what stands there."""
        if text is None:
            self._mend(without_cell(self._box.mending, place))
        else:
            self._mend(with_cell(self._box.mending, place, text))

    def _show_problems(self, prepared: PreparedImport) -> None:
        groups = prepared.understood.problems
        rows = Places(prepared.understood.tables)
        self.problems.show_problems(groups, prepared.understood.mending, rows.text_of_row)
        waiting = sum(group.waiting for group in groups)
        guessed = any(key_of(one) is None for one in prepared.outcome.questions)
        self.steps.settle(ImportStep.PROBLEMS, settled=not waiting)
        self.steps.settle(ImportStep.COLUMNS, settled=not guessed)
        self._tell_step()
        self.plan.show_problems(waiting, sum(group.count for group in groups))

    # What a person says of people and rows.

    def _answer_pair(self, pair: Pair, answer: PairAnswer | None) -> None:
        if self._prepared is not None:
            self._box.answer(self._prepared.answers.with_pair(pair, answer))

    def _postpone(self, question: Question) -> None:
        """It is decided later about the rows of a question."""
        if self._prepared is not None:
            self._box.answer(self._prepared.answers.with_waiting(rows_of(question)))

    def _resume(self, entry: Entry) -> None:
        """The rows of a sheet, or of all, do not wait after all."""
        if self._prepared is not None:
            answers = self._prepared.answers
            rows = (row for row in answers.waiting if entry.holds(row.file, row.sheet))
            self._box.answer(answers.without_waiting(frozenset(rows)))

    def _look_for_doubles(self, prepared: PreparedImport) -> None:
        imports = self._workspace.administration.imports

        def found(doubles: list[BoxDouble]) -> None:
            if self._prepared is prepared:
                self.doubles.show_doubles(doubles, prepared.answers.pairs)
                self.plan.show_doubles(self.doubles.open, self.doubles.total)
                self.steps.settle(ImportStep.DOUBLES, settled=not self.doubles.open)
                self._tell_step()

        self._workspace.readers.run(self, lambda: imports.doubles(prepared), found)

    def _understood_anew(self, prepared: PreparedImport) -> None:
        self._show_problems(prepared)
        self._look_for_doubles(prepared)
        row = self.plan.table.current_row
        self.plan.show_outcome(prepared.outcome)
        self.plan.table.selectRow(row)
        if self.views.currentWidget() is self.sheet:
            self._show_sheet()
            self.sheet.show_understood(rows_read(prepared.outcome, *self._looked_at))
        elif self.views.currentWidget() is self.problems:
            self.problems.show_understood()
        else:
            self.plan.panes.open_detail()

    def _not_corrected(self, error: BaseException) -> None:
        if self._box.shown is not None:
            self._show_problems(self._box.shown)
        if self.views.currentWidget() is self.sheet:
            self._show_sheet()  # as it was before
        self._workspace.errors.show(error, self)

    def _back_from_sheet(self) -> None:
        self._show(self.problems if self._from_problems else self.plan)
        self._from_problems = False
        self.sheet.back.setText(_("Back to the files"))

    def _show(self, view: _View) -> None:
        self.views.setCurrentWidget(view)
        self._tell_step()
        if self.isVisible():
            view.focus_first()

    def _tell_step(self) -> None:
        """Say above the view which step it is."""
        if (view := self.views.currentWidget()) is not None:
            self.steps.tell(view, written=self._prepared is None)

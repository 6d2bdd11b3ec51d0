# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading a box of spreadsheets: prepare shows what would happen, apply does it.

Nothing is written before ``apply``, and that is one unit of work: all of the box, or nothing.
"""

from __future__ import annotations

import datetime
import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from buurthuis_admin.errors import Cancelled
from buurthuis_admin.i18n import _, format_number, ngettext
from buurthuis_admin.importing.corrections import (
    UNTOUCHED,
    Corrections,
    Mending,
    SpellingChoice,
)
from buurthuis_admin.importing.headings import Field
from buurthuis_admin.importing.layouts import Layouts, layouts_of, remembered
from buurthuis_admin.importing.outcome import BoxOutcome, FileOutcome
from buurthuis_admin.importing.planning.build import Planned, make_plan
from buurthuis_admin.importing.problems import FileProblem
from buurthuis_admin.importing.reading.process import ReaderProcess
from buurthuis_admin.importing.understand import Understood, understand
from buurthuis_admin.importing.workbook import Workbook
from buurthuis_admin.services.import_known import load_known
from buurthuis_admin.services.import_writing import PlanWriter
from buurthuis_admin.storage import settings_store
from buurthuis_admin.storage.bulk import Connection
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.import_queries import last_change

SUFFIXES = frozenset((".xls", ".xlsx", ".xlsm", ".xlsb", ".ods", ".fods", ".csv", ".txt", ".tsv"))
_LAYOUTS = "import_layouts"
_SPELLINGS = "import_spellings"  # of towns and activities: {field: {spelling: right}}
Clock = Callable[[], datetime.date]


def _ignore(_told: object) -> None:
    """What is told to nobody."""


@dataclass(frozen=True, slots=True)
class ImportProgress:
    """How far the reading is: ``done`` of ``total`` files, and the one at hand ('' for none)."""

    done: int
    total: int
    file: str


@dataclass(frozen=True, slots=True)
class PreparedImport:
    """A box that was read and understood, and what it would change."""

    workbooks: tuple[Workbook, ...]
    understood: Understood
    problems: tuple[FileOutcome, ...]
    outcome: BoxOutcome
    corrections: Corrections = field(default_factory=dict)
    plans: list[tuple[int, Planned]] = field(default_factory=list)
    """The plan with the last change that it knew of; it can be written once."""


class ImportService:
    """Reads boxes into one administration."""

    def __init__(
        self,
        file: AdministrationFile,
        notify: Callable[[frozenset[str]], None] = _ignore,
        clock: Clock = datetime.date.today,
    ) -> None:
        self._file, self._notify, self._clock = file, notify, clock

    def prepare(
        self,
        paths: Sequence[Path],
        *,
        progress: Callable[[ImportProgress], None] = _ignore,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> PreparedImport:
        """Read files and folders and plan what they would change; writes nothing.

        Raises Cancelled when ``cancelled`` says so between two files. A file that cannot be
        read is a part of the outcome, with its sentence.
        """
        with _no_collecting():
            workbooks, problems = _read(_files_in(paths), progress, cancelled)
            understood = self._understand(workbooks)
            version, planned = self._plan(understood, workbooks, problems)
        return PreparedImport(
            tuple(workbooks),
            understood,
            tuple(problems),
            planned.outcome,
            {table.place: table.said for table in understood.tables if table.said.remembered},
            [(version, planned)],
        )

    def correct(
        self,
        prepared: PreparedImport,
        corrections: Corrections,
        mending: Mending | None = None,
    ) -> PreparedImport:
        """Understand a box anew with all ``corrections`` of a person; reads and writes nothing.

        ``mending`` is all that was said of its content; None keeps what was said before.
        """
        told = prepared.understood.mending if mending is None else mending
        with _no_collecting():
            understood = understand(prepared.workbooks, self._clock(), corrections, told)
            version, planned = self._plan(understood, prepared.workbooks, prepared.problems)
        return PreparedImport(
            prepared.workbooks,
            understood,
            prepared.problems,
            planned.outcome,
            corrections,
            [(version, planned)],
        )

    def apply(self, prepared: PreparedImport) -> BoxOutcome:
        """Write what the box changes, in one unit of work; gives the account of it.

        The plan is made anew when the administration changed since.
        """
        planned = self._plan_of(prepared)
        outcome = replace(planned.outcome, written=True)
        if not outcome.changes_something:
            return outcome
        sentence = _sentence(prepared.workbooks, outcome)
        with _no_collecting(), self._file.unit_of_work(sentence) as unit:
            PlanWriter(unit).write(planned.plan, prepared.workbooks)
            _remember(unit.connection, prepared.understood)
            unit.commit()
        self._notify(frozenset(("people", "activities", "subsidies")))
        return outcome

    def _understand(self, workbooks: Sequence[Workbook]) -> Understood:
        """Understand a box, with what was said of the same headings before."""
        with self._file.reading() as connection:
            kept = settings_store.settings(connection)
        layouts = kept.get(_LAYOUTS, {})
        chosen = tuple(
            SpellingChoice(Field(field), spelling, right)
            for field, told in kept.get(_SPELLINGS, {}).items()
            for spelling, right in told.items()
        )
        mending = Mending(spellings=chosen) if chosen else UNTOUCHED
        understood = understand(workbooks, self._clock(), mending=mending)
        told = remembered(understood.tables, layouts) if layouts else {}
        return understand(workbooks, self._clock(), told, mending) if told else understood

    def _plan_of(self, prepared: PreparedImport) -> Planned:
        if prepared.plans:
            version, planned = prepared.plans.pop()
            with self._file.reading() as connection:
                if last_change(connection) == version:
                    return planned
        return self._plan(prepared.understood, prepared.workbooks, prepared.problems)[1]

    def _plan(
        self,
        understood: Understood,
        workbooks: Sequence[Workbook],
        problems: Sequence[FileOutcome],
    ) -> tuple[int, Planned]:
        with self._file.reading() as connection:
            version = last_change(connection)
            known = load_known(connection, understood.days)
        return version, make_plan(understood, known, workbooks, problems)


def _remember(connection: Connection, understood: Understood) -> None:
    """Keep what was said of layouts and of spellings for the next sheet like it."""
    kept = settings_store.settings(connection)
    layouts: Layouts = layouts_of(understood.tables)
    if layouts:
        known = kept.get(_LAYOUTS, {})
        settings_store.save(connection, {_LAYOUTS: {**known, **layouts}})
    spellings: dict[str, dict[str, str]] = {}
    for choice in understood.mending.spellings:
        spellings.setdefault(choice.field.value, {})[choice.spelling] = choice.right
    if spellings != kept.get(_SPELLINGS, {}):
        settings_store.save(connection, {_SPELLINGS: spellings})


@contextmanager
def _no_collecting() -> Iterator[None]:
    """No search for garbage meanwhile: of millions of new values none is, and it costs a second."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _files_in(paths: Iterable[Path]) -> list[Path]:
    """The files meant: those named, and the spreadsheets in the folders named."""
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            found = (p for p in sorted(path.rglob("*")) if p.suffix.lower() in SUFFIXES)
            files += [p for p in found if p.is_file() and not p.name.startswith((".", "~$"))]
        else:
            files.append(path)
    return list(dict.fromkeys(files))


def _read(
    files: Sequence[Path],
    progress: Callable[[ImportProgress], None],
    cancelled: Callable[[], bool],
) -> tuple[list[Workbook], list[FileOutcome]]:
    workbooks: list[Workbook] = []
    problems: list[FileOutcome] = []
    seen: dict[str, str] = {}
    names: set[str] = set()
    with ReaderProcess() as reader:
        for done, path in enumerate(files):
            if cancelled():
                raise Cancelled
            progress(ImportProgress(done, len(files), path.name))
            try:
                book = reader.read(path)
            except FileProblem as problem:
                problems.append(FileOutcome(file=path.name, problem=str(problem)))
                continue
            if book.sha256 in seen:
                sentence = _("This file is the same as “{other}” and was not read again.")
                problems.append(
                    FileOutcome(file=path.name, note=sentence.format(other=seen[book.sha256]))
                )
                continue
            seen[book.sha256] = path.name
            workbooks.append(_with_own_name(book, path, names))
    progress(ImportProgress(len(files), len(files), ""))
    return workbooks, problems


def _with_own_name(book: Workbook, path: Path, names: set[str]) -> Workbook:
    """Files of one name in two folders are told apart by their folders."""
    name = book.file_name
    folder = path.resolve().parent
    while name in names and folder.name:
        name = f"{folder.name}/{name}"
        folder = folder.parent
    names.add(name)
    return book if name == book.file_name else replace(book, file_name=name)


def _sentence(workbooks: Sequence[Workbook], outcome: BoxOutcome) -> str:
    """What undo and the list of recent changes show: 'Ledenlijst 2019 read: 84 new people'."""
    if len(workbooks) == 1:
        what = _("{file} read").format(file=Path(workbooks[0].file_name).stem)
    else:
        what = ngettext("{count} file read", "{count} files read", len(workbooks)).format(
            count=format_number(len(workbooks))
        )
    told = ", ".join(text.format(count=format_number(count)) for text, count in _brought(outcome))
    return f"{what}: {told}" if told else what


def _brought(outcome: BoxOutcome) -> list[tuple[str, int]]:
    """What an import brought, without the nothings."""
    new, changed = outcome.people_new, outcome.people_changed
    sessions, visits = outcome.sessions_new, outcome.visits_new
    subsidies = outcome.subsidies_new
    counted = [
        (ngettext("{count} new person", "{count} new people", new), new),
        (ngettext("{count} person changed", "{count} people changed", changed), changed),
        (ngettext("{count} meeting", "{count} meetings", sessions), sessions),
        (ngettext("{count} visit", "{count} visits", visits), visits),
        (ngettext("{count} subsidy", "{count} subsidies", subsidies), subsidies),
    ]
    return [(text, count) for text, count in counted if count]

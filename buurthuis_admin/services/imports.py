# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading a box of spreadsheets: prepare shows what would happen, apply does it.

Nothing is written before ``apply``, and that is one unit of work: all of the box, or nothing.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from buurthuis_admin.errors import Cancelled
from buurthuis_admin.garbage import no_search
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
from buurthuis_admin.importing.planning.answers import NO_ANSWERS, Answers
from buurthuis_admin.importing.planning.build import Planned, make_plan
from buurthuis_admin.importing.planning.doubles import BoxDouble, find_doubles
from buurthuis_admin.importing.problems import FileProblem
from buurthuis_admin.importing.reading.process import ReaderProcess
from buurthuis_admin.importing.understand import Understood, understand
from buurthuis_admin.importing.workbook import Workbook
from buurthuis_admin.services.import_known import load_known
from buurthuis_admin.services.import_writing import PlanWriter
from buurthuis_admin.storage import contents, merging, settings_store
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
    answers: Answers = NO_ANSWERS
    contents: Mapping[str, bytes] = field(default_factory=dict)
    """The bytes of each file, by their SHA-256."""


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
        with no_search(stays=True):
            kept: dict[str, bytes] = {}
            workbooks, problems = _read(_files_in(paths), progress, cancelled, kept)
            understood = self._understand(workbooks)
            said = {table.place: table.said for table in understood.tables if table.said.remembered}
            box = _Box(tuple(workbooks), tuple(problems), kept)
            return self._planned(box, understood, said, NO_ANSWERS)

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
        with no_search(stays=True):
            understood = understand(prepared.workbooks, self._clock(), corrections, told)
            return self._planned(_box_of(prepared), understood, corrections, prepared.answers)

    def answer(self, prepared: PreparedImport, answers: Answers) -> PreparedImport:
        """Plan a box anew with all that a person answered; reads and writes nothing."""
        with no_search(stays=True):
            understood, said = prepared.understood, prepared.corrections
            return self._planned(_box_of(prepared), understood, said, answers)

    def doubles(self, prepared: PreparedImport) -> list[BoxDouble]:
        """People of the box who may be one with each other or with somebody who is known."""
        with no_search(stays=True):
            planned = self._look_up_plan(prepared)
            with self._file.reading() as connection:
                different = merging.different(connection)
            return find_doubles(planned.who.people.all, planned.who, different)

    def apply(self, prepared: PreparedImport) -> BoxOutcome:
        """Write what the box changes, in one unit of work; gives the account of it.

        The plan is made anew when the administration changed since.
        """
        planned = self._plan_of(prepared)
        outcome = replace(planned.outcome, written=True)
        if not outcome.changes_something:
            return outcome
        sentence = _sentence(prepared.workbooks, outcome)
        with no_search(stays=True), self._file.unit_of_work(sentence) as unit:
            PlanWriter(unit).write(planned.plan, prepared.workbooks)
            _remember(unit.connection, prepared.understood)
            for content in prepared.contents.values():
                contents.keep(unit.connection, content)
            unit.commit()
        planned.let_go()
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
        box = _box_of(prepared)
        return self._plan(box, prepared.understood, prepared.answers)[1]

    def _look_up_plan(self, prepared: PreparedImport) -> Planned:
        """The plan, without taking it from what will be written."""
        if prepared.plans:
            return prepared.plans[-1][1]
        return self._plan(_box_of(prepared), prepared.understood, prepared.answers)[1]

    def _planned(
        self, box: _Box, understood: Understood, said: Corrections, answers: Answers
    ) -> PreparedImport:
        version, planned = self._plan(box, understood, answers)
        return PreparedImport(
            box.workbooks,
            understood,
            box.problems,
            planned.outcome,
            said,
            [(version, planned)],
            answers,
            box.contents,
        )

    def _plan(self, box: _Box, understood: Understood, answers: Answers) -> tuple[int, Planned]:
        files = {book.file_name: book.sha256 for book in box.workbooks}
        with self._file.reading() as connection:
            version = last_change(connection)
            known = load_known(connection, understood.days, files)
        return version, make_plan(understood, known, box.workbooks, box.problems, answers)


@dataclass(frozen=True, slots=True)
class _Box:
    """What was read of a box and stays the same however it is understood."""

    workbooks: tuple[Workbook, ...]
    problems: tuple[FileOutcome, ...]
    contents: Mapping[str, bytes]


def _box_of(prepared: PreparedImport) -> _Box:
    return _Box(prepared.workbooks, prepared.problems, prepared.contents)


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
    kept: dict[str, bytes],
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
            _keep_bytes(path, book, kept)
    progress(ImportProgress(len(files), len(files), ""))
    return workbooks, problems


def _keep_bytes(path: Path, book: Workbook, kept: dict[str, bytes]) -> None:
    """Take the bytes along, if they are still those that were read."""
    try:
        content = path.read_bytes()
    except OSError:
        return
    if hashlib.sha256(content).hexdigest() == book.sha256:
        kept[book.sha256] = content


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

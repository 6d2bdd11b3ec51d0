# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The tables of the import page: the sheets, their columns, and what happens to their rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from buurthuis_admin.gui.models.rows import Column, RowsModel
from buurthuis_admin.gui.widgets.pill import PillText
from buurthuis_admin.i18n import _, ngettext
from buurthuis_admin.importing.outcome import (
    BoxOutcome,
    ColumnGuess,
    FileOutcome,
    Question,
    RowAccount,
    RowFate,
    SheetKind,
    SheetOutcome,
)
from buurthuis_admin.importing.planning.answers import PairAnswer, Verdict
from buurthuis_admin.importing.planning.doubles import BoxDouble
from buurthuis_admin.importing.wording import column_name, fate_name, kind_name, sentence

SURE = 0.8  # from here on a column is recognised; below it is a proposal
_PASSED_OVER = (SheetKind.EMPTY, SheetKind.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list: a sheet, a file that cannot be read, or (neither) all of them."""

    box: BoxOutcome
    file: FileOutcome | None = None
    sheet: SheetOutcome | None = None

    @property
    def title(self) -> str:
        """Sheet and file; a file of one sheet by its own name alone."""
        if self.file is None:
            return _("All files together")
        if self.sheet is None or len(self.file.sheets) == 1:
            return self.file.file
        return f"{self.sheet.sheet} · {self.file.file}"

    @property
    def kind(self) -> str:
        """What it was taken for."""
        return kind_name(self.sheet.kind) if self.sheet is not None else ""

    @property
    def counts(self) -> Counter[RowFate]:
        """How many rows have each fate."""
        if self.sheet is not None:
            return self.sheet.counts
        return Counter() if self.file is not None else self.box.counts

    @property
    def rows(self) -> Sequence[RowAccount]:
        """The rows of the sheet; those of all sheets together are not listed."""
        return self.sheet.rows if self.sheet is not None else ()

    def holds(self, file: str, sheet: str) -> bool:
        """Whether a sheet is (one of those) of this line."""
        if self.file is None:
            return True
        here = self.file.file == file
        return here and (self.sheet is None or self.sheet.sheet == sheet)

    @property
    def questions(self) -> list[Question]:
        """What would be asked about it."""
        if self.file is None:
            return list(self.box.questions)
        sheet = self.sheet.sheet if self.sheet is not None else None
        return [
            question
            for question in self.box.questions
            if question.file == self.file.file and (sheet is None or question.sheet == sheet)
        ]

    @property
    def pill(self) -> PillText:
        """How it stands with it."""
        if self.file is not None and self.file.problem:
            return PillText(_("Cannot be read"), "x-circle", "error")
        if self.sheet is not None and self.sheet.kind in _PASSED_OVER:
            return PillText(_("Passed over"), "minus-circle", "neutral")
        count = len(self.questions)
        if count and not self.box.written:
            asked = ngettext("{count} question", "{count} questions", count).format(count=count)
            return PillText(asked, "question", "warn")
        if self.counts[RowFate.REJECTED]:
            return PillText(_("Not everything"), "warning-circle", "warn")
        return PillText(_("Understood"), "check-circle", "ok")


def entries(box: BoxOutcome) -> list[Entry]:
    """The lines of the list, all files together first."""
    made = [Entry(box)]
    for file in box.files:
        if file.problem or not file.sheets:
            made.append(Entry(box, file))
        made.extend(Entry(box, file, sheet) for sheet in file.sheets)
    return made


def entries_model() -> RowsModel[Entry]:
    """The list of sheets."""
    return RowsModel[Entry](
        [
            Column(_("File and sheet"), lambda entry: entry.title),
            Column(_("What it is"), lambda entry: entry.kind),
            Column(_("Status"), lambda entry: entry.pill.word, pill=lambda entry: entry.pill),
        ]
    )


@dataclass(frozen=True, slots=True)
class PairLine:
    """Two people of a box who may be one, and what was said of them."""

    double: BoxDouble
    answer: PairAnswer | None

    @property
    def pill(self) -> PillText:
        """How it stands with the pair."""
        if self.answer is None:
            return PillText(_("To be answered"), "question", "warn")
        return {
            Verdict.SAME: PillText(_("One person"), "check-circle", "ok"),
            Verdict.OTHER: PillText(_("Two people"), "check-circle", "ok"),
            Verdict.LATER: PillText(_("Later"), "clock"),
        }[self.answer.verdict]


def pairs_model() -> RowsModel[PairLine]:
    """The list of people who may be one."""
    return RowsModel[PairLine](
        [
            Column(_("Name"), lambda line: line.double.first.name.full),
            Column(_("May be"), lambda line: line.double.second.name.full),
            Column(_("Answer"), lambda line: line.pill.word, pill=lambda line: line.pill),
        ]
    )


def columns_model() -> RowsModel[ColumnGuess]:
    """What each column was taken for."""
    return RowsModel[ColumnGuess](
        [
            Column(_("Column"), lambda guess: guess.heading),
            Column(_("Read as"), lambda guess: column_name(guess.field)),
            Column(_("How sure"), lambda guess: sureness(guess).word, pill=sureness),
            Column(_("Examples"), lambda guess: ", ".join(guess.examples)),
        ]
    )


def sureness(guess: ColumnGuess) -> PillText:
    """How sure it is what a column holds, in a word."""
    if not guess.field:
        return PillText(_("Passed over"), "minus-circle", "neutral")
    if guess.confidence >= SURE:
        return PillText(_("Certain"), "check-circle", "ok")
    return PillText(_("Proposal"), "question", "warn")


def rows_model() -> RowsModel[RowAccount]:
    """What happens to each row and why."""
    return RowsModel[RowAccount](
        [
            Column(_("Row"), lambda row: str(row.row), number=True),
            Column(_("What happens"), lambda row: fate_name(row.fate)),
            Column(_("Why"), lambda row: sentence(row.reason) if row.reason else ""),
        ]
    )

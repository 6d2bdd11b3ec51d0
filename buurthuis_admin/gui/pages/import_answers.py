# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The questions of a box that are answered with one button, once for the whole sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from buurthuis_admin.i18n import _
from buurthuis_admin.importing.corrections import (
    BLANK,
    Corrections,
    StyleMeaning,
    TableCorrection,
    TablePlace,
    sign_of,
)
from buurthuis_admin.importing.found_table import FoundTable
from buurthuis_admin.importing.outcome import Question, SheetKind
from buurthuis_admin.importing.style_words import meaning_name
from buurthuis_admin.importing.styles import meanings_for
from buurthuis_admin.importing.values.marks import AMBIGUOUS, Mark
from buurthuis_admin.importing.wording import mark_name


@dataclass(frozen=True, slots=True)
class Answer:
    """A word on a button, and what the sign that was asked about then means."""

    word: str
    sign: str = ""
    meaning: Mark | None = None
    style: tuple[str, StyleMeaning] | None = None
    of_cells: bool = False  # whether the style is that of cells, not of rows

    def said_of(self, table: FoundTable) -> TableCorrection:
        """What it says of a table, with what was said before."""
        said = table.said
        if self.style is not None:
            said = said.with_style(*self.style)
        if self.meaning is not None:
            said = said.with_mark(self.sign, self.meaning)
        return replace(said, remembered=False)

    @property
    def kind(self) -> SheetKind:
        """The kind of table that it is about."""
        of_rows = self.style is not None and not self.of_cells
        return SheetKind.MEMBERS if of_rows else SheetKind.ATTENDANCE


def answers_to(question: Question) -> list[Answer]:
    """What can be answered at once; nothing for a question that needs a look at the sheet."""
    if question.reason.code == "blank_means":
        return [Answer(_("That is right"), BLANK, Mark.ABSENT)]
    if question.reason.code == "meaning_of_a":
        return _meanings(AMBIGUOUS, Mark.PRESENT, Mark.ABSENT)
    if question.reason.code == "mark_unknown":
        sign = sign_of(str(question.reason.details["mark"]))
        return _meanings(sign, Mark.PRESENT, Mark.ABSENT, Mark.EXCUSED)
    if question.reason.code == "style_means":
        style = str(question.reason.details["style"])
        return [Answer(_capital(meaning_name(one)), style=(style, one)) for one in _STYLES]
    if question.reason.code == "cell_style_means":
        style = str(question.reason.details["style"])
        meanings = meanings_for(SheetKind.ATTENDANCE)
        return [
            Answer(_capital(meaning_name(one)), style=(style, one), of_cells=True)
            for one in meanings
        ]
    return []


_STYLES = (
    StyleMeaning.NOTHING,
    StyleMeaning.LEFT,
    StyleMeaning.VOLUNTEER,
    StyleMeaning.PAID,
    StyleMeaning.UNPAID,
)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def _meanings(sign: str, *meanings: Mark) -> list[Answer]:
    return [Answer(_capital(mark_name(meaning)), sign, meaning) for meaning in meanings]


def answered(tables: Sequence[FoundTable], question: Question, answer: Answer) -> Corrections:
    """The corrections that an answer makes: for each table of its kind on the sheet."""
    told: dict[TablePlace, TableCorrection] = {}
    for table in tables:
        here = (table.file, table.sheet.name) == (question.file, question.sheet)
        if here and table.found.kind is answer.kind:
            told[table.place] = answer.said_of(table)
    return told

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was understood of one sheet, or of all files together."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from buurthuis_admin.gui.models.importing import Entry, columns_model, rows_model
from buurthuis_admin.gui.pages.import_answers import answers_to
from buurthuis_admin.gui.pages.import_sentences import box_sentence, read_sentence, table_sentence
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.theme.tokens import ROW
from buurthuis_admin.gui.widgets.chips import Chips
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.page import section
from buurthuis_admin.gui.widgets.pill import PillDelegate
from buurthuis_admin.gui.widgets.scroll import ScrollColumn
from buurthuis_admin.gui.widgets.table import Table
from buurthuis_admin.gui.widgets.texts import button, card, clear, label
from buurthuis_admin.i18n import _, format_number, ngettext
from buurthuis_admin.importing.mending.finding import key_of
from buurthuis_admin.importing.outcome import Question, RowFate
from buurthuis_admin.importing.wording import fate_name, sentence

_SHOWN_QUESTIONS = 50
_MOST_ROWS = 8
_Fate = RowFate | None


class EntryDetail(ScrollColumn):
    """In words, then the questions, the account of the rows, and the columns."""

    correct_asked = Signal(object)  # Entry
    answered = Signal(object, object)  # Question, Answer
    postponed = Signal(object)  # Question
    resumed = Signal(object)  # Entry
    mending_asked = Signal(object)  # Question

    def __init__(self) -> None:
        super().__init__(gap=8)
        self.entry: Entry | None = None
        self.fates: Chips[_Fate] | None = None
        self.rows_model = rows_model()
        self.rows: Table | None = None
        self.correct: QPushButton | None = None

    def show_entry(self, entry: Entry) -> None:
        """Show a line of the list."""
        self.entry = entry
        clear(self.column)
        self.fates = self.rows = self.correct = None
        self._add(label(entry.title, "heading"))
        for text in _sentences(entry):
            self._add(label(text))
        if entry.sheet is not None and entry.sheet.rows and not entry.box.written:
            self.correct = button(_("Look at the sheet and correct it"), "pencil-simple")
            self.correct.clicked.connect(lambda: self.correct_asked.emit(entry))
            self.column.addWidget(self.correct, alignment=Qt.AlignmentFlag.AlignLeft)
        self._add_questions(entry.questions)
        self._add_waiting(entry)
        self._add_account(entry)
        self._add_columns(entry)
        self.column.addStretch(1)
        self.verticalScrollBar().setValue(0)

    def _add(self, widget: QWidget) -> None:
        self.column.addWidget(widget)

    def _add_questions(self, questions: list[Question]) -> None:
        if not questions:
            return
        title = ngettext(
            "One question, and what is done without an answer",
            "{count} questions, and what is done without an answer",
            len(questions),
        ).format(count=format_number(len(questions)))
        self._add(section(title))
        several = self.entry is not None and self.entry.file is None
        for question in questions[:_SHOWN_QUESTIONS]:
            frame, column = _question_card(question, with_place=several)
            if self.entry is not None and not self.entry.box.written:
                self._add_answers(column, question)
            self._add(frame)
        more = len(questions) - _SHOWN_QUESTIONS
        if more > 0:
            told = _("And {count} more; choose a sheet to see its own.")
            self._add(label(told.format(count=format_number(more)), "muted"))

    def _add_answers(self, column: QVBoxLayout, question: Question) -> None:
        buttons: list[QPushButton] = []
        for answer in answers_to(question):
            made = button(answer.word)
            made.clicked.connect(
                lambda _on=False, given=answer: self.answered.emit(question, given)
            )
            buttons.append(made)
        if key_of(question) is not None:
            mend = button(_("Mend it"), "wrench")
            mend.clicked.connect(lambda: self.mending_asked.emit(question))
            buttons.append(mend)
        if question.all_rows:
            later = button(_("Decide later"), "clock")
            later.clicked.connect(lambda: self.postponed.emit(question))
            buttons.append(later)
        for made in buttons:
            made.setAccessibleName(f"{sentence(question.reason)} {made.text()}")
        if buttons:
            column.addWidget(flow_row(*buttons))

    def _add_waiting(self, entry: Entry) -> None:
        """Rows about which is decided later, and a way to decide now after all."""
        count = entry.counts[RowFate.QUESTION]
        if not count or entry.box.written or not entry.box.rows_waiting:
            return
        told = ngettext(
            "{count} row will wait for an answer, on the page Today.",
            "{count} rows will wait for an answer, on the page Today.",
            count,
        )
        frame, column = card("info", gap=2, margin=16)
        column.addWidget(label(told.format(count=format_number(count))))
        now = button(_("Decide now after all"))
        now.clicked.connect(lambda: self.resumed.emit(entry))
        column.addWidget(flow_row(now))
        self._add(frame)

    def _add_account(self, entry: Entry) -> None:
        counts = entry.counts
        total = sum(counts.values())
        if not total:
            return
        title = ngettext("{count} row read", "{count} rows read", total)
        self._add(section(title.format(count=format_number(total))))
        words: list[tuple[_Fate, str]] = [(None, _("All"))]
        words += [(fate, fate_name(fate)) for fate in RowFate if counts[fate]]
        if not entry.rows:
            told = ", ".join(
                f"{word} {format_number(counts[fate])}" for fate, word in words[1:] if fate
            )
            self._add(label(told, "muted"))
            return
        self.fates = Chips[_Fate](words, _("Which rows"))
        self.fates.set_counts({None: total} | {fate: counts[fate] for fate in counts})
        self.fates.chosen.connect(self._show_rows)
        self._add(self.fates)
        self.rows = Table(_("Rows and what happens to them"))
        self.rows.show_model(self.rows_model, (70, 170, 0))
        self._add(self.rows)
        self._show_rows(None)

    def _show_rows(self, fate: _Fate) -> None:
        if self.entry is None or self.rows is None:
            return
        rows = [row for row in self.entry.rows if fate is None or row.fate is fate]
        self.rows_model.show_rows(rows)
        shown = min(max(len(rows), 3), _MOST_ROWS)
        self.rows.setFixedHeight(scaled(46 + shown * ROW + 4))

    def _add_columns(self, entry: Entry) -> None:
        for table in entry.sheet.tables if entry.sheet is not None else ():
            if not table.columns:
                continue
            self._add(section(_("The columns, with examples from the file")))
            model = columns_model()
            model.setParent(self)
            model.show_rows(table.columns)
            shown = Table(_("Columns and what they were read as"))
            shown.show_model(model, (150, 150, 150, 0))
            shown.setItemDelegateForColumn(2, PillDelegate(shown))
            shown.setFixedHeight(scaled(46 + min(len(table.columns), _MOST_ROWS) * ROW + 4))
            self._add(shown)


def _sentences(entry: Entry) -> list[str]:
    if entry.file is None:
        return [read_sentence(entry.box), box_sentence(entry.box)]
    if entry.file.problem:
        return [entry.file.problem]
    if entry.sheet is None:
        return [_("This file has no sheets with anything on them.")]
    told = [table_sentence(table) for table in entry.sheet.tables]
    told += [sentence(reason) for table in entry.sheet.tables for reason in table.reasons]
    if entry.sheet.hidden:
        told.append(_("This sheet is hidden in the file."))
    return told or [_("Nothing on this sheet looks like a list.")]


def _question_card(question: Question, *, with_place: bool) -> tuple[QWidget, QVBoxLayout]:
    frame, column = card("warn", gap=2, margin=16)
    column.addWidget(label(sentence(question.reason), "strong"))
    if question.default is not None:
        done = _("Without an answer: {what}").format(what=sentence(question.default))
        column.addWidget(label(done))
    place = [question.file, question.sheet] if with_place else []
    if question.row is not None:
        place.append(_("row {number}").format(number=question.row))
    if place:
        column.addWidget(label(" · ".join(place), "small"))
    return frame, column

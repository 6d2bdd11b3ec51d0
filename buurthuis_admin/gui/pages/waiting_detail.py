# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""One row that waits: what was asked, what stands there, and what would become of it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from buurthuis_admin.gui.models.sheet_grid import cell_text, column_letters
from buurthuis_admin.gui.pages.import_doubles import without_sentence
from buurthuis_admin.gui.pages.side_by_side import SideBySide
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.page import section
from buurthuis_admin.gui.widgets.scroll import ScrollColumn
from buurthuis_admin.gui.widgets.texts import announce, button, card, clear, label
from buurthuis_admin.i18n import _, format_number
from buurthuis_admin.importing.planning.answers import NO_ANSWERS, Answers, PairAnswer, Verdict
from buurthuis_admin.importing.planning.doubles import BoxDouble
from buurthuis_admin.importing.wording import fate_name, question_sentence, sentence
from buurthuis_admin.importing.workbook import CellValue
from buurthuis_admin.services.waiting_rows import RowPreview, WaitingRow

_REST = 400  # milliseconds after the last key


class WaitingDetail(ScrollColumn):
    """``asked`` wants to know what the row gives now; ``read`` and ``left_out`` decide."""

    asked = Signal()
    read = Signal()
    left_out = Signal()

    def __init__(self) -> None:
        super().__init__(gap=8)
        self.row: WaitingRow | None = None
        self.answers: Answers = NO_ANSWERS
        self.fields: dict[int, QLineEdit] = {}
        self.question = label("", "heading")
        self.place = label("", "muted")
        self.outcome = label("", "strong")
        self.notes = label("")
        self.problem = label("", "problem")
        self.read_in = button(_("Read in this row"), "check", "primary")
        self.why = QLineEdit()
        self.why.setAccessibleName(_("Why it is left out"))
        self.leave_out = button(_("Leave out"), "minus-circle")
        self._cells = QVBoxLayout()
        self._doubles = QVBoxLayout()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._lay_out()
        self._rest.timeout.connect(self.asked)
        self.read_in.clicked.connect(self.read)
        self.leave_out.clicked.connect(self.left_out)
        self.show_row(None)

    def _lay_out(self) -> None:
        self._parts = QWidget()
        column = QVBoxLayout(self._parts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        column.addWidget(self.question)
        column.addWidget(self.place)
        column.addWidget(section(_("What stands in the row")))
        column.addLayout(self._cells)
        column.addWidget(section(_("What it brings")))
        column.addWidget(self.outcome)
        column.addWidget(self.notes)
        column.addLayout(self._doubles)
        column.addWidget(self.problem)
        column.addWidget(flow_row(self.read_in))
        column.addWidget(section(_("Or do not read it in")))
        named = label(_("Why it is left out"))
        named.setBuddy(self.why)
        column.addWidget(named)
        column.addWidget(self.why)
        column.addWidget(flow_row(self.leave_out))
        self.column.addWidget(self._parts)
        self.column.addStretch(1)

    def show_row(self, row: WaitingRow | None) -> None:
        """Show a row, or that none is chosen. What was typed in the same row stays."""
        if row is not None and row == self.row:
            return
        self.row, self.answers = row, NO_ANSWERS
        self._parts.setVisible(row is not None)
        clear(self._cells)
        clear(self._doubles)
        self.fields.clear()
        self.say_problem("")
        for one in (self.outcome, self.notes):
            one.setText("")
        self.why.clear()
        if row is None:
            return
        self.question.setText(sentence(row.reason))
        told = _("{file}, sheet {sheet}, row {row}")
        self.place.setText(
            told.format(
                file=row.source.file,
                sheet=row.source.sheet,
                row=format_number(row.source.row),
            )
        )
        for cell in row.cells:
            name = cell.heading or _("Column {letters}").format(letters=column_letters(cell.column))
            self._add_field(cell.column, name, cell_text(cell.value))
        self.asked.emit()

    def _add_field(self, column: int, name: str, text: str) -> None:
        field = QLineEdit(text)
        field.setAccessibleName(name)
        named = label(name)
        named.setBuddy(field)
        field.textEdited.connect(lambda _text: self._rest.start())
        self.fields[column] = field
        self._cells.addWidget(named)
        self._cells.addWidget(field)

    @property
    def changed(self) -> dict[int, CellValue]:
        """The cells that were typed over, by their column."""
        assert self.row is not None
        before = {cell.column: cell_text(cell.value) for cell in self.row.cells}
        now = {column: field.text().strip() for column, field in self.fields.items()}
        return {at: text or None for at, text in now.items() if text != before[at].strip()}

    def show_preview(self, preview: RowPreview) -> None:
        """Show what would become of the row."""
        if self.row is None or preview.row.id != self.row.id:
            return
        account = preview.account
        word = fate_name(account.fate)
        told = f"{word}. {sentence(account.reason)}" if account.reason else f"{word}."
        self.outcome.setText(told)
        asked = [question_sentence(question) for question in preview.questions]
        self.notes.setText("\n".join(asked))
        self.notes.setVisible(bool(asked))
        self.say_problem("")
        clear(self._doubles)
        for double in preview.doubles:
            if double.pair not in self.answers.pairs:
                self._add_double(double)
        announce(self, " ".join([told, *asked]))

    def _add_double(self, double: BoxDouble) -> None:
        frame, column = card("warn", margin=16)
        column.addWidget(label(_("Is this one person?"), "strong"))
        column.addWidget(label(without_sentence(double)))
        people = SideBySide()
        people.show_people(double.first, double.second, ())
        people.setMinimumHeight(people.body.sizeHint().height() + scaled(8))
        column.addWidget(people)
        same, other = button(_("This is one person")), button(_("These are two people"))
        same.clicked.connect(lambda: self._answer(double, Verdict.SAME))
        other.clicked.connect(lambda: self._answer(double, Verdict.OTHER))
        column.addWidget(flow_row(same, other))
        self._doubles.addWidget(frame)

    def _answer(self, double: BoxDouble, verdict: Verdict) -> None:
        self.answers = self.answers.with_pair(double.pair, PairAnswer(verdict))
        self.asked.emit()

    def say_problem(self, text: str) -> None:
        """Say why it cannot be done; what was typed stays."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        if text:
            announce(self, text)
            self.show_widget(self.problem)

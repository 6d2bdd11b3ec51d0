# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""People of a box who may be one, side by side; decided before anything is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from buurthuis_admin.gui.models.importing import PairLine, pairs_model
from buurthuis_admin.gui.pages.side_by_side import FIRST, SideBySide, likeness_sentence
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.list_detail import ListDetail
from buurthuis_admin.gui.widgets.page import PageHeader, list_column
from buurthuis_admin.gui.widgets.pill import PillDelegate
from buurthuis_admin.gui.widgets.table import Table
from buurthuis_admin.gui.widgets.texts import announce, button, label
from buurthuis_admin.i18n import _, format_number
from buurthuis_admin.importing.outcome import Reason
from buurthuis_admin.importing.planning.answers import Pair, PairAnswer, Verdict
from buurthuis_admin.importing.planning.doubles import BoxDouble
from buurthuis_admin.importing.wording import sentence

_ANSWER = 2


class BoxDoublesView(QWidget):
    """``answered`` brings a pair and what it is; None when the answer is taken back.

    A pair that was answered stays in the list, also when the plan no longer knows it as two.
    """

    answered = Signal(object, object)  # Pair, PairAnswer | None
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lines: dict[Pair, BoxDouble] = {}
        self._answers: Mapping[Pair, PairAnswer] = {}
        self.header = PageHeader(_("People who may be one"))
        self.model = pairs_model()
        self.table = Table(_("People who may be one"))
        self.title = label("", "heading")
        self.why = label("")
        self.without = label("", "muted")
        self.people = SideBySide()
        self.same = button(_("This is one person"), "", "primary")
        self.other = button(_("These are two people"))
        self.later = button(_("Later"))
        self.take_back = button(_("Take the answer back"), "arrow-counter-clockwise")
        self.back = button(_("Back to the overview"), "arrow-left")
        self.panes = ListDetail(
            self._listing(),
            self._detail(),
            _("Back to the list"),
            home=self.table,
            width=520,
            share=(1, 1),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panes)
        self._connect()

    def _listing(self) -> QWidget:
        listing = list_column()
        self.table.show_model(self.model, (0, 0, 190))
        self.table.setItemDelegateForColumn(_ANSWER, PillDelegate(self.table))
        told = label(
            _("Nothing is saved yet. What is done without an answer stands with each pair."),
            "muted",
        )
        listing.column.addWidget(self.header)
        listing.column.addWidget(told)
        listing.column.addWidget(self.table, 1)
        listing.column.addWidget(flow_row(self.back))
        return listing

    def _detail(self) -> QWidget:
        self.panel = QWidget()
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(*(scaled(24),) * 4)
        column.setSpacing(scaled(12))
        for widget in (self.title, self.why, self.without):
            column.addWidget(widget)
        column.addWidget(self.people, 1)
        column.addWidget(flow_row(self.same, self.other, self.later, self.take_back))
        return self.panel

    def _connect(self) -> None:
        self.table.row_chosen.connect(self._chosen)
        self.table.row_opened.connect(lambda _row: self.panes.open_detail())
        self.table.clicked.connect(lambda _index: self.panes.open_detail())
        self.same.clicked.connect(self._say_same)
        self.other.clicked.connect(lambda: self._say(PairAnswer(Verdict.OTHER)))
        self.later.clicked.connect(lambda: self._say(PairAnswer(Verdict.LATER)))
        self.take_back.clicked.connect(lambda: self._say(None))
        self.back.clicked.connect(self.left)

    def focus_first(self) -> None:
        """The list of pairs, or the way back to it."""
        self.panes.focus_home()

    def forget(self) -> None:
        """Another box is read."""
        self._lines = {}

    @property
    def open(self) -> int:
        """How many pairs nobody said anything of."""
        return sum(pair not in self._answers for pair in self._lines)

    @property
    def total(self) -> int:
        """How many pairs there are."""
        return len(self._lines)

    def show_doubles(
        self, doubles: Sequence[BoxDouble], answers: Mapping[Pair, PairAnswer]
    ) -> None:
        """Show the pairs of a plan, and those that were answered before it was made."""
        answered = {pair: one for pair, one in self._lines.items() if pair in answers}
        found = {one.pair: one for one in doubles if one.pair not in answered}
        self._answers = answers
        row = self.table.current_row
        known = [pair for pair in self._lines if pair in answered or pair in found]
        order = [*known, *(pair for pair in found if pair not in self._lines)]
        self._lines = {pair: answered.get(pair) or found[pair] for pair in order}
        lines = [PairLine(one, answers.get(pair)) for pair, one in self._lines.items()]
        self.model.show_rows(lines)
        told = _("{count} of {everyone} answered")
        answered_count = format_number(len(lines) - self.open)
        self.header.say(told.format(count=answered_count, everyone=format_number(len(lines))))
        self.table.selectRow(self._next(row))
        self._chosen(self.table.current_row)

    def _next(self, row: int) -> int:
        """The first pair from here on that has no answer."""
        waiting = [at for at, line in enumerate(self.model.rows) if line.answer is None]
        after = [at for at in waiting if at >= row]
        return (after or waiting or [max(row, 0)])[0]

    def _chosen(self, row: int) -> None:
        known = 0 <= row < len(self.model.rows)
        self.panel.setVisible(known)
        if known:
            self._show(self.model.rows[row])

    def _show(self, line: PairLine) -> None:
        double, answer = line.double, line.answer
        self.title.setText(_("Is this one person?"))
        self.why.setText(why_sentence(double))
        self.without.setText(without_sentence(double))
        choice = double.differing if _has_fields(double) else ()
        kept = answer.keep if answer is not None else frozenset()
        taken = [field for field in choice if field not in kept]
        heads = (where_words(double, 0), where_words(double, 1))
        self.people.show_people(double.first, double.second, choice, of_second=taken, heads=heads)
        self.take_back.setVisible(answer is not None)
        first, second = double.first.name.full, double.second.name.full
        announce(self, f"{self.title.text()} {first}, {second}. {self.why.text()}")

    def _say_same(self) -> None:
        self._say(PairAnswer(Verdict.SAME, self.people.taken_from(FIRST)))

    def _say(self, answer: PairAnswer | None) -> None:
        row = self.table.current_row
        if 0 <= row < len(self.model.rows):
            self.answered.emit(self.model.rows[row].double.pair, answer)


def _has_fields(double: BoxDouble) -> bool:
    """Whether the second says more than a name on a sheet, so that there is something to choose."""
    return double.pair[1].id is not None or double.pair[1].source is not None


def why_sentence(double: BoxDouble) -> str:
    """Why these two may be one."""
    if double.likeness is not None:
        return likeness_sentence(double.likeness)
    if double.why is not None and double.why.code == "row_double":
        return _("Both rows of this list say the same name, and nothing that tells them apart.")
    name, person = double.second.name.full, double.first.name.full
    assert double.why is not None
    details = {"name": name, "person": person}
    return sentence(Reason(double.why.code, details))


def without_sentence(double: BoxDouble) -> str:
    """What is done as long as nobody answers."""
    if double.as_one:
        return _("Without an answer: they are taken as one person.")
    return _("Without an answer: they are kept as two people.")


def where_words(double: BoxDouble, which: int) -> str:
    """Where one of the two stands."""
    who = double.pair[which]
    if who.id is not None:
        return _("In the administration")
    if who.source is None:
        return _("A name on an attendance sheet")
    told = _("{file}, row {row}")
    return told.format(file=who.source.file, row=format_number(who.source.row))

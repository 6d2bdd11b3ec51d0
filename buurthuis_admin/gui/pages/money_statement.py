# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The lines of a bank statement: what each one becomes, to be looked at before it is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from buurthuis_admin.domain.bank_lines import Decision, Match, MatchKind, Proposal
from buurthuis_admin.domain.bookkeeping import Category
from buurthuis_admin.domain.subsidies import Subsidy
from buurthuis_admin.gui.models.money import Choice, choices_model, who
from buurthuis_admin.gui.money_words import grounds_words, match_words, signed
from buurthuis_admin.gui.pages.money_book import fit_box
from buurthuis_admin.gui.pages.money_forms import category_box
from buurthuis_admin.gui.pages.money_shares import subsidy_name
from buurthuis_admin.gui.widgets.list_detail import ListDetail
from buurthuis_admin.gui.widgets.page import PageHeader, list_column, section
from buurthuis_admin.gui.widgets.pill import PillDelegate
from buurthuis_admin.gui.widgets.scroll import ScrollColumn
from buurthuis_admin.gui.widgets.table import Table
from buurthuis_admin.gui.widgets.texts import announce, button, card, clear, label, value_label
from buurthuis_admin.gui.widgets.word_button import WordRadio
from buurthuis_admin.i18n import _, format_day_long, format_number, ngettext

if TYPE_CHECKING:
    from buurthuis_admin.services.bank_statements import PreparedStatement

_WIDTHS = (130, 0, 120, 0, 150)
_STATUS = 4
_SHORTCUT = Qt.Key.Key_Space


@dataclass(frozen=True, slots=True)
class StatementLists:
    """What can be chosen for a line besides what is proposed."""

    categories: Sequence[Category]
    subsidies: Sequence[Subsidy]


class LineView(ScrollColumn):
    """One line with its choices; ``chosen`` brings the match, or None to leave it out."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(gap=6)
        self._group = QButtonGroup(self)
        self.radios: list[tuple[QRadioButton, Match | None]] = []
        self.category = QComboBox()
        self.subsidy = QComboBox()

    def show_choice(self, choice: Choice, lists: StatementLists) -> None:
        """Show a line."""
        line = choice.proposal.line
        clear(self.column)
        self.radios = []
        self._group = QButtonGroup(self)
        self.column.addWidget(label(who(choice.proposal), "heading"))
        self.column.addWidget(label(format_day_long(line.day), "muted"))
        self.column.addWidget(label(signed(line.amount), "figure"))
        for text in (line.description, line.counter_iban):
            if text and text != who(choice.proposal):
                told = value_label(text)
                self.column.addWidget(told)
        if choice.proposal.alike:
            self.column.addWidget(_alike())
        self.column.addWidget(section(_("This line becomes")))
        for match in choice.proposal.matches:
            self._radio(match_words(match), match, choice)
            if match.grounds:
                reason = _("Because of: {grounds}").format(grounds=grounds_words(match))
                self.column.addWidget(label(reason, "small"))
        self._radio(_("Nothing: leave it out"), None, choice)
        self._others(choice, lists)
        self.column.addStretch(1)
        self.verticalScrollBar().setValue(0)

    def _radio(self, words: str, match: Match | None, choice: Choice) -> None:
        radio = WordRadio(words)
        radio.setAccessibleName(words)
        radio.setChecked(choice.match == match)
        radio.clicked.connect(lambda _on=False: self.chosen.emit(match))
        self._group.addButton(radio)
        self.radios.append((radio, match))
        self.column.addWidget(radio)

    def _others(self, choice: Choice, lists: StatementLists) -> None:
        """What was not proposed: another category, or a subsidy."""
        line, match = choice.proposal.line, choice.match
        plain = match is not None and match.kind is MatchKind.BOOKING
        self.category = category_box(lists.categories, match.target if match and plain else None)
        self.category.setAccessibleName(_("Book it on another category"))
        self.category.activated.connect(lambda _index: self._category_chosen())
        self.subsidy = QComboBox()
        self.subsidy.setAccessibleName(_("It is for a subsidy"))
        self.subsidy.addItem(_("Choose a subsidy"), None)
        for one in lists.subsidies:
            self.subsidy.addItem(subsidy_name(one), one.id)
        kind = MatchKind.INSTALMENT if line.amount > 0 else MatchKind.EXPENSE
        if match is not None and match.kind is kind:
            self.subsidy.setCurrentIndex(max(0, self.subsidy.findData(match.target)))
        self.subsidy.activated.connect(lambda _index: self._subsidy_chosen(kind))
        for words, box in (
            (_("Book it on another category"), self.category),
            (_("It is for a subsidy"), self.subsidy),
        ):
            fit_box(box)
            self.column.addWidget(section(words))
            self.column.addWidget(box)

    def _category_chosen(self) -> None:
        target = self.category.currentData()
        name = self.category.currentText() if target else ""
        self.chosen.emit(Match(kind=MatchKind.BOOKING, target=target, name=name))

    def _subsidy_chosen(self, kind: MatchKind) -> None:
        if self.subsidy.currentData() is not None:
            name = self.subsidy.currentText()
            self.chosen.emit(Match(kind=kind, target=self.subsidy.currentData(), name=name))


def _alike() -> QWidget:
    frame, column = card("warn", margin=16)
    text = _(
        "The book has a payment of this day and amount already. Leave this line out when it is "
        "the same."
    )
    column.addWidget(label(text))
    return frame


class StatementView(QWidget):
    """All lines; ``confirmed`` brings the decisions, ``cancelled`` leaves everything as it was."""

    confirmed = Signal(object)
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.header = PageHeader(_("Bank statement"))
        self.told = label("")
        self.incomplete, column = card("warn", margin=16)
        column.addWidget(label(_incomplete_words()))
        self.write = button(_("Put in the book"), "check", "primary")
        self.cancel = button(_("Cancel"), "x")
        self.header.add(self.cancel, self.write)
        self.model = choices_model()
        self.table = Table(_("Lines of the statement"))
        self.table.show_model(self.model, _WIDTHS)
        self.table.setItemDelegateForColumn(_STATUS, PillDelegate(self.table))
        self.line = LineView()
        listing = list_column()
        for widget in (self.header, self.told, self.incomplete):
            listing.column.addWidget(widget)
        listing.column.addWidget(self.table, 1)
        self.panes = ListDetail(listing, self.line, _("Back to the lines"), home=self.table)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.panes)
        self._lists = StatementLists((), ())
        self._connect()

    def _connect(self) -> None:
        self.write.clicked.connect(lambda: self.confirmed.emit(self.decisions()))
        self.cancel.clicked.connect(self.cancelled)
        self.table.row_chosen.connect(self._row_chosen)
        self.table.row_opened.connect(lambda _row: self.panes.open_detail())
        self.table.clicked.connect(lambda _index: self.panes.open_detail())
        self.line.chosen.connect(self._choose)
        space = QShortcut(QKeySequence(_SHORTCUT), self.table)
        space.setContext(Qt.ShortcutContext.WidgetShortcut)
        space.activated.connect(self._leave_out_or_take)

    def focus_first(self) -> None:
        """The lines, or what to do when there are none."""
        first = self.table if self.model.rows else self.cancel
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_statement(self, prepared: PreparedStatement, lists: StatementLists) -> None:
        """Show a statement that was read."""
        self._lists = lists
        self.header.say(prepared.name)
        self.told.setText(_told(prepared))
        announce(self, self.told.text())
        self.incomplete.setVisible(prepared.incomplete)
        self.model.show_rows([_first_choice(one) for one in prepared.proposals])
        self.panes.setVisible(True)
        self.table.setVisible(bool(prepared.proposals))
        self.line.setVisible(bool(prepared.proposals))
        self._count()
        if prepared.proposals:
            self.table.selectRow(0)
            self._row_chosen(0)

    def decisions(self) -> list[Decision]:
        """What the person says of each line that is taken."""
        return [
            Decision(line=one.proposal.line, match=one.match)
            for one in self.model.rows
            if one.match is not None
        ]

    def _row_chosen(self, place: int) -> None:
        if 0 <= place < len(self.model.rows):
            self.line.show_choice(self.model.rows[place], self._lists)

    def _choose(self, match: Match | None) -> None:
        place = self.table.current_row
        if 0 <= place < len(self.model.rows):
            rows = list(self.model.rows)
            rows[place] = replace(rows[place], match=match, looked_at=True)
            self.model.show_rows(rows)
            self.table.blockSignals(True)
            self.table.selectRow(place)
            self.table.blockSignals(False)
            self._count()
            announce(self.table, rows[place].pill.word)

    def _leave_out_or_take(self) -> None:
        place = self.table.current_row
        if 0 <= place < len(self.model.rows):
            one = self.model.rows[place]
            self._choose(one.proposal.matches[0] if one.match is None else None)
            self._row_chosen(place)

    def _count(self) -> None:
        count = len(self.decisions())
        text = ngettext("Put {count} line in the book", "Put {count} lines in the book", count)
        self.write.setText(text.format(count=format_number(count)))
        self.write.setAccessibleName(self.write.text())
        self.write.setVisible(bool(count))
        self.header.updateGeometry()


def _first_choice(proposal: Proposal) -> Choice:
    """What is chosen beforehand: the likely match when it is sure, else a mere booking."""
    if proposal.alike:
        return Choice(proposal, None)
    if proposal.sure:
        return Choice(proposal, proposal.matches[0])
    plain = next(one for one in proposal.matches if one.kind is MatchKind.BOOKING)
    return Choice(proposal, plain)


def _told(prepared: PreparedStatement) -> str:
    new = len(prepared.proposals)
    if not new:
        return _("Every line of this statement is in the book already. There is nothing to do.")
    text = ngettext("{count} new line.", "{count} new lines.", new).format(count=format_number(new))
    if prepared.known:
        known = ngettext(
            "{count} line is in the book already.",
            "{count} lines are in the book already.",
            prepared.known,
        ).format(count=format_number(prepared.known))
        text = f"{text} {known}"
    more = _("Look at what each line becomes. Nothing is written before you say so.")
    return f"{text} {more}"


def _incomplete_words() -> str:
    return _(
        "The lines of this file do not come to the closing balance that the bank gives. "
        "Perhaps a part is missing: download the statement once more."
    )


def column_of(widget: QWidget) -> QVBoxLayout:
    """A column without edges in a widget."""
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    return column

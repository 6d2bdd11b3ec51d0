# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cards of a dossier, each with one part of it and the ways to change that."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from buurthuis_admin.domain.agreements import Agreement
from buurthuis_admin.domain.dossier_budget import BudgetFigures, LineFigures
from buurthuis_admin.domain.dossier_track import timeline
from buurthuis_admin.domain.papers import LARGEST, Paper
from buurthuis_admin.domain.subsidies import Condition
from buurthuis_admin.gui.dossier_words import (
    count_words,
    forecast_words,
    missing_button,
    missing_words,
    rule_words,
)
from buurthuis_admin.gui.models.dossiers import (
    budget_model,
    moments_model,
    needed_pill,
)
from buurthuis_admin.gui.pages.dossier_actions import DossierActions
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.columns import WaysBeside
from buurthuis_admin.gui.widgets.flow import FlowLabel, flow_row
from buurthuis_admin.gui.widgets.lines import LinesCard, line_of, stacked
from buurthuis_admin.gui.widgets.name_pill import NamePillDelegate
from buurthuis_admin.gui.widgets.pill import Pill, PillDelegate, PillText
from buurthuis_admin.gui.widgets.table import Table
from buurthuis_admin.gui.widgets.target_bar import TargetBar
from buurthuis_admin.gui.widgets.texts import button, card, icon_label, label, square_button
from buurthuis_admin.i18n import (
    _,
    format_day_short,
    format_number,
    ngettext,
)
from buurthuis_admin.services.subsidies import Dossier
from buurthuis_admin.services.subsidy_words import paper_word

_HEADING = 42
_MOST_ROWS = 8


def link(text: str, act: Callable[[], object], *, about: str = "") -> QPushButton:
    """A link; ``about`` tells a screen reader what it is a link of."""
    made = button(text, "", "link")
    made.clicked.connect(lambda _on=False: act())
    if about:
        made.setAccessibleName(f"{text}: {about}")
    return made


class AgreementsCard(LinesCard):
    """Agreed against reached: a bar, a tick, and where an explanation is due."""

    def __init__(self, actions: DossierActions) -> None:
        super().__init__(_("Agreements"))
        self.keep_top()
        self._actions = actions
        self.add_one = button(_("Add an agreement"), "plus", "link")
        self.add_one.clicked.connect(lambda _on=False: actions.target())
        self.footer.addWidget(line_of(self.add_one))

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the agreements."""
        self.empty()
        if not dossier.agreements:
            self.say(None)
            self.tell(_("Nothing was agreed yet about numbers."))
            return
        self.say(None, _("bar = reached, tick = agreed"))
        for agreed in dossier.agreements:
            self.add(self._line(agreed))

    def _line(self, agreed: Agreement) -> QWidget:
        target = agreed.target
        about = f"{target.indicator}, {_reached_words(agreed)}"
        change = link(_("Change"), partial(self._actions.target, target), about=about)
        pills = [Pill(needed_pill())] if agreed.explanation_due else []
        if target.explanation:
            pills = [Pill(PillText(_("Explained"), "check-circle", "ok"))]
        parts: list[QWidget] = [
            line_of(
                FlowLabel(target.indicator, "strong"),
                *pills,
                right=(FlowLabel(_reached_words(agreed), "strong"), change),
            )
        ]
        if agreed.reached is not None:
            parts.append(TargetBar(float(agreed.reached), float(target.promised)))
        told = forecast_words(agreed) or _why_not_counted(agreed)
        if told:
            parts.append(label(told, "muted"))
        return stacked(parts[0], *parts[1:], gap=2)


def _reached_words(agreed: Agreement) -> str:
    promised = count_words(agreed.target.promised)
    if agreed.reached is None:
        return _("{number} agreed").format(number=promised)
    return _("{reached} of {agreed}").format(reached=count_words(agreed.reached), agreed=promised)


def _why_not_counted(agreed: Agreement) -> str:
    if agreed.reached is not None:
        return ""
    if agreed.period is None:
        return _("Fill in the period of the subsidy; then it is counted.")
    return _("This cannot be counted here. Write in the explanation what was reached.")


class TableCard(QFrame):
    """A card with a heading, a table, and a link to add a row."""

    def __init__(self, title: str, add: str, nothing: str) -> None:
        super().__init__()
        frame, column = card(gap=8)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(frame)
        self.setAccessibleName(title)
        self.add_one = button(add, "plus", "link")
        self.note = FlowLabel("", "muted")
        self.nothing = label(nothing, "muted")
        self.table = Table(title)
        self._most = _MOST_ROWS
        self.table.setProperty("kind", "plain")
        column.addWidget(line_of(FlowLabel(title, "heading"), right=(self.note,)))
        column.addWidget(self.nothing)
        column.addWidget(self.table)
        self.extra = QVBoxLayout()
        column.addLayout(self.extra)
        column.addWidget(line_of(self.add_one))
        column.addStretch(1)

    def fit(self, rows: int, most: int = _MOST_ROWS) -> None:
        """Make the table as high as its rows, up to a number of them."""
        self._most = most
        self.table.setVisible(rows > 0)
        self.nothing.setVisible(rows == 0)
        self._fit_rows()

    def _fit_rows(self) -> None:
        table = self.table
        rows = table.model().rowCount() if table.model() is not None else 0
        heading = max(scaled(_HEADING), table.horizontalHeader().sizeHint().height())
        within = sum(table.rowHeight(row) for row in range(min(rows, self._most)))
        height = heading + within + 2 * table.frameWidth() + 2
        table.setMinimumHeight(height)
        table.setMaximumHeight(height)

    def let_pills(self, column: int) -> None:
        """Draw a column as pills."""
        self.table.setItemDelegateForColumn(column, PillDelegate(self.table))


class BudgetCard(TableCard):
    """Budget against actual in the funder's order; Enter on a line writes its explanation."""

    def __init__(self, actions: DossierActions) -> None:
        nothing = _("No budget yet. Add its lines in the order of the application.")
        super().__init__(_("Budget and spending"), _("Add a budget line"), nothing)
        self._actions = actions
        self.model = budget_model()
        self.table.show_model(self.model, (0, 104, 104, 104))
        self.table.setItemDelegateForColumn(0, NamePillDelegate(self.table))
        self.table.row_opened.connect(self._opened)
        self.add_one.clicked.connect(lambda _on=False: actions.line())
        self.take = button(_("Take the lines of the funder"), "list-bullets", "link")
        self.take.clicked.connect(lambda _on=False: actions.take_lines())
        self.extra.addWidget(self.take, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the lines and their total."""
        figures = dossier.budget
        self.note.setText(_("in euros, in the order of the funder"))
        self.take.setVisible(bool(dossier.funder.line_order) and not dossier.subsidy.budget_lines)
        rows: list[LineFigures | BudgetFigures] = list(figures.lines)
        if rows:
            rows.append(figures)
        self.model.show_rows(rows)
        self.fit(len(rows), most=14)

    def _fit_rows(self) -> None:
        self.table.resizeRowsToContents()
        super()._fit_rows()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the names elsewhere."""
        super().resizeEvent(event)
        self._fit_rows()

    def _opened(self, place: int) -> None:
        row = self.model.rows[place]
        if isinstance(row, LineFigures) and row.line is not None:
            self._actions.line(row.line)


class TimelineCard(TableCard):
    """All that happened and is to come."""

    def __init__(self) -> None:
        super().__init__(_("Timeline"), "", _("Nothing happened yet."))
        self.add_one.hide()
        self.model = moments_model()
        self.table.show_model(self.model, (136, 0, 136), (2,))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.let_pills(2)

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the days."""
        moments = timeline(dossier.subsidy, dossier.papers, dossier.today)
        self.model.show_rows(moments)
        self.fit(len(moments), most=20)


class ConditionsCard(LinesCard):
    """What the funder asks with the award."""

    def __init__(self, actions: DossierActions) -> None:
        super().__init__(_("Conditions"))
        self.keep_top()
        self._actions = actions
        self.add_one = button(_("Add a condition"), "plus", "link")
        self.add_one.clicked.connect(lambda _on=False: actions.condition())
        self.footer.addWidget(line_of(self.add_one))

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the conditions."""
        self.empty()
        for one in dossier.subsidy.conditions:
            change = link(_("Change"), partial(self._actions.condition, one), about=one.words)
            self.add(line_of(FlowLabel(one.words), right=(Pill(_condition_pill(one)), change)))
        if not dossier.subsidy.conditions:
            self.tell(_("No conditions are known."))


def _condition_pill(one: Condition) -> PillText:
    if one.done_on is not None:
        word = _("Done on {day}").format(day=format_day_short(one.done_on))
        return PillText(word, "check-circle", "ok")
    if one.due_on is not None:
        word = _("by {day}").format(day=format_day_short(one.due_on))
        return PillText(word, "clock", "warn")
    return PillText(_("Still to do"), "clock", "warn")


class MissingCard(LinesCard):
    """What is still missing, each with a link to where it is filled in."""

    def __init__(self, actions: DossierActions) -> None:
        super().__init__(_("What is still missing"))
        self.keep_top()
        self._actions = actions

    def show_dossier(self, dossier: Dossier) -> None:
        """Show what is missing."""
        self.empty()
        count = len(dossier.missing)
        rule = rule_words(dossier.funder.explain_percentage)
        if not count:
            self.say(PillText(_("Nothing"), "check-circle", "ok"))
            self.tell(_("Everything that is needed now is here."))
            return
        told = ngettext("{count} thing", "{count} things", count)
        self.say(PillText(told.format(count=format_number(count)), "warning", "warn"), rule)
        for one in dossier.missing:
            words = missing_words(one)
            way = link(missing_button(one.kind), partial(self._actions.mend, one), about=words)
            self.add(row_of(icon_label("circle-dashed", "warn"), FlowLabel(words), way))


def row_of(mark: QWidget, words: QWidget, *ways: QWidget) -> QWidget:
    """A line with a mark and ways on, which stay beside words on more lines."""
    told = QWidget()
    row = QHBoxLayout(told)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(scaled(12))
    row.addWidget(mark)
    row.addWidget(words, 1)
    return WaysBeside(told, flow_row(*ways, gap=12)) if ways else told


class PapersCard(LinesCard):
    """The papers, kept encrypted inside the administration."""

    def __init__(self, actions: DossierActions) -> None:
        super().__init__(_("Papers"))
        self.keep_top()
        self._actions = actions
        self.add_one = button(_("Add a paper"), "plus", "link")
        self.add_one.clicked.connect(lambda _on=False: actions.add_paper())
        self.footer.addWidget(line_of(self.add_one))

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the papers."""
        self.empty()
        for one in dossier.papers:
            if one.expense_id is None:  # the receipts of expenses stand with those
                self.add(self._line(one))
        text = _("PDF, photo or Word (docx), up to {limit} MB each.").format(limit=LARGEST)
        if dossier.papers:
            text = _("Opening shows a copy; what is changed in it is not kept.")
        self.tell(text)

    def _line(self, one: Paper) -> QWidget:
        """Its title, which opens it, what it is, and the rest behind a button."""
        facts = " · ".join((paper_word(one.kind), one.ending, format_day_short(one.added_on)))
        return row_of(
            icon_label("file-text", "text2"),
            stacked(FlowLabel(one.title, "strong"), FlowLabel(facts, "muted"), margin=4),
            link(_("Open"), partial(self._actions.open_paper, one), about=one.title),
            paper_menu(self._actions, one),
        )


def paper_menu(actions: DossierActions, paper: Paper) -> QPushButton:
    """What is done with a paper less often: save it elsewhere, change it."""
    made = square_button("dots-three", _("More: {name}").format(name=paper.title))
    menu = QMenu(made)
    for word, act in (
        (_("Save as"), actions.save_paper),
        (_("Change"), actions.change_paper),
    ):
        menu.addAction(word).triggered.connect(lambda _on=False, act=act: act(paper))
    made.setMenu(menu)
    return made

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""One dossier: where it is, its money, what was agreed, what is missing, and its papers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import Enum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from buurthuis_admin.domain.dossier_back import step_back
from buurthuis_admin.domain.dossier_steps import StepKind, possible
from buurthuis_admin.domain.dossier_track import terms, track
from buurthuis_admin.domain.subsidies import Subsidy, SubsidyState
from buurthuis_admin.gui.dossier_words import (
    period_words,
    state_pill,
    track_item,
)
from buurthuis_admin.gui.pages.dossier_actions import DossierActions
from buurthuis_admin.gui.pages.dossier_cards import (
    AgreementsCard,
    BudgetCard,
    ConditionsCard,
    MissingCard,
    PapersCard,
    TimelineCard,
)
from buurthuis_admin.gui.pages.dossier_figure_cards import figure_cards
from buurthuis_admin.gui.pages.dossier_money_cards import DoubtsCard, ExpensesCard, PaymentsCard
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.chips import Chips
from buurthuis_admin.gui.widgets.columns import CardGrid, SideBySide
from buurthuis_admin.gui.widgets.flow import FlowLabel
from buurthuis_admin.gui.widgets.lines import line_of, stacked
from buurthuis_admin.gui.widgets.pill import Pill
from buurthuis_admin.gui.widgets.scroll import ScrollColumn
from buurthuis_admin.gui.widgets.tab_order import tab_as_shown
from buurthuis_admin.gui.widgets.texts import (
    button,
    card,
    clear,
    label,
    square_button,
)
from buurthuis_admin.gui.widgets.track_bar import TrackBar
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import (
    _,
)
from buurthuis_admin.services.step_words import step_button
from buurthuis_admin.services.subsidies import Dossier, dossier_name

_BESIDE = 740  # from here on two cards stand beside each other
_FIGURE = 168


class DossierPart(Enum):
    """What is shown below the figures: one part at a time, so that the page stays short."""

    OVERVIEW = "overview"
    MONEY = "money"
    COURSE = "course"


_WITH_REPORT = (SubsidyState.AWARDED, SubsidyState.ACCOUNTED, SubsidyState.SETTLED)


class DossierDetail(ScrollColumn):
    """Shows a dossier; everything on it can be changed from here.

    ``report_asked`` is sent with the id of a dossier that is to be accounted for.
    """

    report_asked = Signal(int)

    def __init__(self, workspace: Workspace, rules_asked: Callable[[str], None]) -> None:
        super().__init__(gap=12)
        self._workspace = workspace
        self._shown: int | None = None
        self.follows: QWidget | None = None  # what has the focus before this, in the order of Tab
        self.acts = DossierActions(workspace, self, rules_asked)
        self.nothing = label(_("Choose a subsidy, or start a new one with 'New subsidy'."), "muted")
        self.track = TrackBar()
        self.figures = CardGrid(_FIGURE)
        self.parts = Chips[DossierPart](_part_words(), _("Part of the dossier"))
        self.parts.chosen.connect(self.show_part)
        self.agreements = AgreementsCard(self.acts)
        self.missing = MissingCard(self.acts)
        self.budget = BudgetCard(self.acts)
        self.doubts = DoubtsCard(self.acts)
        self.expenses = ExpensesCard(self.acts)
        self.payments = PaymentsCard(self.acts)
        self.conditions = ConditionsCard(self.acts)
        self.papers = PapersCard(self.acts)
        self.timeline = TimelineCard()
        self._lay_out()

    def _lay_out(self) -> None:
        self._parts = QWidget()
        column = QVBoxLayout(self._parts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(12))
        self._head = QVBoxLayout()
        self._head.setSpacing(scaled(8))
        column.addLayout(self._head)
        frame, inner = card(margin=16)
        inner.addWidget(self.track)
        self._shown_parts: dict[DossierPart, QWidget] = {
            DossierPart.OVERVIEW: _below(
                SideBySide(self.agreements, self.budget, width=_BESIDE),
                SideBySide(self.missing, self.papers, width=_BESIDE),
            ),
            DossierPart.MONEY: _below(self.doubts, self.expenses, self.payments),
            DossierPart.COURSE: _below(self.conditions, self.timeline),
        }
        for part in (frame, self.figures, self.parts, *self._shown_parts.values()):
            column.addWidget(part)
        column.addStretch(1)
        self.show_part(DossierPart.OVERVIEW)
        self.column.addWidget(self.nothing)
        self.column.addWidget(self._parts, 1)
        self._parts.hide()
        self.acts.show_money = self._show_money

    def _show_money(self) -> None:
        self.show_part(DossierPart.MONEY)
        self.parts.chip(DossierPart.MONEY).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_part(self, part: DossierPart) -> None:
        """Show a part of the dossier below its figures."""
        self.parts.choose(part)
        for key, widget in self._shown_parts.items():
            widget.setVisible(key is part)

    def show_dossier(self, subsidy_id: int | None) -> None:
        """Read a dossier and show it; None: none is chosen."""
        if subsidy_id != self._shown:
            self.show_part(DossierPart.OVERVIEW)
            self.verticalScrollBar().setValue(0)
        self._shown = subsidy_id
        if subsidy_id is None:
            self.acts.dossier = None
            self._parts.hide()
            self.nothing.show()
            return
        subsidies = self._workspace.administration.subsidies
        self._workspace.readers.run(
            self, lambda: subsidies.dossier(subsidy_id), self._show, lambda _error: None
        )

    def _show(self, dossier: Dossier) -> None:
        if dossier.subsidy.id != self._shown:
            return
        self.acts.dossier = dossier
        self.nothing.hide()
        self._parts.show()
        self._show_head(dossier)
        marks = [track_item(mark) for mark in track(dossier.subsidy)]
        self.track.show_items(marks, _("How far the dossier is"))
        self.figures.show_cards(figure_cards(dossier, self.acts.explain))
        for part in (
            self.agreements,
            self.missing,
            self.budget,
            self.doubts,
            self.expenses,
            self.payments,
            self.conditions,
            self.papers,
            self.timeline,
        ):
            part.show_dossier(dossier)
        if self.follows is not None:
            tab_as_shown(self.follows, self.body)

    # The head: what it is, and what can be done.

    def _show_head(self, dossier: Dossier) -> None:
        subsidy = dossier.subsidy
        clear(self._head)
        number = _("no. {number}").format(number=subsidy.reference) if subsidy.reference else ""
        facts = (subsidy.funder, number, period_words(subsidy))
        name = FlowLabel(dossier_name(subsidy), "title")
        buttons = tuple(self._buttons(subsidy))
        self._head.addWidget(line_of(name, right=buttons))
        told = FlowLabel("  ·  ".join(filter(None, facts)), "muted")
        self._head.addWidget(line_of(told, Pill(state_pill(subsidy))))
        if subsidy.outcome:
            self._head.addWidget(label(subsidy.outcome))

    def _buttons(self, subsidy: Subsidy) -> Iterator[QWidget]:
        """The step that comes next stands last, where the eye ends."""
        steps = possible(subsidy)
        self.more = square_button("dots-three", _("More"))
        self.more.setMenu(self._menu(subsidy, steps[1:]))
        yield self.more
        self.change = button(_("Change"), "pencil-simple")
        self.change.clicked.connect(lambda _on=False: self.acts.change())
        yield self.change
        if subsidy.state in _WITH_REPORT:
            self.report = button(_("Report and pack"), "file-text")
            self.report.clicked.connect(lambda _on=False: self.report_asked.emit(subsidy.id or 0))
            yield self.report
        if steps:
            self.next_step = button(step_button(steps[0]), "check", "primary")
            self.next_step.clicked.connect(lambda _on=False: self.acts.step(steps[0]))
            yield self.next_step

    def _menu(self, subsidy: Subsidy, steps: tuple[StepKind, ...]) -> QMenu:
        menu = QMenu(self)
        for kind in steps:
            self._add(menu, step_button(kind), partial(self.acts.step, kind))
        if steps:
            menu.addSeparator()
        if step_back(subsidy) is not None:
            self._add(menu, _("One step back"), self.acts.step_back)
        if next(terms(subsidy), None) is not None:
            self._add(menu, _("Save the terms for a calendar"), self.acts.calendar)
        self._add(menu, _("Remove the dossier"), self.acts.remove)
        return menu

    def _add(self, menu: QMenu, word: str, act: Callable[[], object]) -> None:
        action = QAction(word, menu)
        action.triggered.connect(lambda _on=False: act())
        menu.addAction(action)


def _part_words() -> list[tuple[DossierPart, str]]:
    return [
        (DossierPart.OVERVIEW, _("Overview")),
        (DossierPart.MONEY, _("Expenses and payments")),
        (DossierPart.COURSE, _("Conditions and timeline")),
    ]


def _below(*parts: QWidget) -> QWidget:
    """Parts below each other, as one."""
    return stacked(parts[0], *parts[1:], gap=12, margin=0)

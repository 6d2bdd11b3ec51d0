# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page with the dossiers: a list, one dossier over the whole width, and the funders."""

from __future__ import annotations

import datetime
from enum import Enum
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedLayout, QWidget

from buurthuis_admin.domain.subsidies import Subsidy, SubsidyState
from buurthuis_admin.domain.text import fold
from buurthuis_admin.gui.models.dossiers import dossiers_model, subsidy_title
from buurthuis_admin.gui.pages.dossier_actions import ask_calendar_file
from buurthuis_admin.gui.pages.dossier_detail import DossierDetail
from buurthuis_admin.gui.pages.dossier_forms import DossierForm
from buurthuis_admin.gui.pages.funders import FundersView
from buurthuis_admin.gui.pages.printed_list import print_button
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.chips import Chips
from buurthuis_admin.gui.widgets.dialogs import open_dialog
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.list_detail import ListDetail
from buurthuis_admin.gui.widgets.page import Page, PageHeader, list_column
from buurthuis_admin.gui.widgets.pill import PillDelegate
from buurthuis_admin.gui.widgets.search import SearchField
from buurthuis_admin.gui.widgets.table import Table
from buurthuis_admin.gui.widgets.texts import announce, button, label
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, ngettext
from buurthuis_admin.services.subsidies import Choices


class DossierFilter(Enum):
    """Which dossiers are shown."""

    ALL = "all"
    ASKED = "asked"
    RUNNING = "running"
    CLOSED = "closed"


_ASKED = (SubsidyState.DRAFT, SubsidyState.APPLIED)


def filter_of(subsidy: Subsidy) -> DossierFilter:
    """The chip that a dossier stands under, beside 'all'."""
    if subsidy.state in _ASKED:
        return DossierFilter.ASKED
    return DossierFilter.CLOSED if subsidy.closed else DossierFilter.RUNNING


class SubsidiesPage(Page):
    """Search, a year and chips above the list; a dossier that is opened takes its place."""

    report_asked = Signal(int)
    booking_asked = Signal(int)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Subsidies"))
        self._workspace = workspace
        self._all: list[Subsidy] = []
        self._chosen: int | None = None
        self.header = PageHeader(_("Subsidies"))
        self.new = button(_("New subsidy"), "plus", "primary")
        self.funders_link = button(_("Funders"), "bank", "link")
        self.terms = button(_("Save the terms for a calendar"), "calendar-blank", "link")
        self.search = SearchField(_("Search for a purpose, funder or number"))
        self.year = QComboBox()
        self.year.setAccessibleName(_("Year"))
        self.year.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.chips = Chips(
            [
                (DossierFilter.ALL, _("All")),
                (DossierFilter.RUNNING, _("Running")),
                (DossierFilter.ASKED, _("Applied for")),
                (DossierFilter.CLOSED, _("Closed")),
            ],
            _("Which subsidies"),
        )
        self.model = dossiers_model()
        self.table = Table(_("List of subsidies"))
        self.nothing = label("", "muted")
        self.detail = DossierDetail(workspace, self.show_funder)
        self.panes = ListDetail(
            self._listing(),
            self.detail,
            _("All subsidies"),
            home=self.table,
            kind="page",
            alone=True,
        )
        self.detail.follows = self.panes.back
        self.funders = FundersView(workspace)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.panes)
        self._stack.addWidget(self.funders)
        self._connect()
        self.refresh()

    def _listing(self) -> QWidget:
        listing = list_column()
        self.table.show_model(self.model, (0, 104, 104, 104, 104, 130, 160), (3, 2, 4, 5, 1))
        self.table.setItemDelegateForColumn(6, PillDelegate(self.table))
        column = listing.column
        self.header.add(self.new)
        looking = QHBoxLayout()
        looking.setSpacing(scaled(12))
        looking.addWidget(self.search, 1)
        looking.addWidget(self.year)
        column.addWidget(self.header)
        column.addLayout(looking)
        column.addWidget(self.chips)
        column.addWidget(self.nothing)
        column.addWidget(self.table, 1)
        self.print = print_button(self.table, self._workspace, self, internal=False)
        column.addWidget(flow_row(self.funders_link, self.terms, self.print, gap=24))
        return listing

    def _connect(self) -> None:
        self.detail.report_asked.connect(self.report_asked)
        self.detail.acts.show_booking = self.booking_asked.emit
        self.detail.acts.show_subsidy = self.show_subsidy
        self.search.searched.connect(lambda _text: self._show_rows())
        self.search.left_down.connect(self.focus_first)
        self.year.currentIndexChanged.connect(lambda _place: self._show_rows())
        self.chips.chosen.connect(lambda _key: self._show_rows())
        self.table.row_chosen.connect(self._row_chosen)
        self.table.row_opened.connect(lambda _row: self.panes.open_detail())
        self.table.clicked.connect(lambda _index: self.panes.open_detail())
        self.new.clicked.connect(lambda _on=False: self.start())
        self.funders_link.clicked.connect(lambda _on=False: self.show_funder(""))
        self.funders.closed.connect(self._back_to_dossiers)
        self.terms.clicked.connect(lambda _on=False: self._save_terms())

    def _save_terms(self) -> None:
        """The terms of all dossiers as one calendar file."""
        path = ask_calendar_file(self)
        if path is not None:
            subsidies = self._workspace.administration.subsidies
            self._workspace.readers.run(
                self, lambda: subsidies.save_calendar(path), lambda _done: self._say_saved(path)
            )

    def _say_saved(self, path: Path) -> None:
        told = _("Saved as {file}.").format(file=path.name)
        self.header.say(told)
        announce(self.header, told)

    # As the shell asks of a page.

    def focus_first(self) -> None:
        """The list, or the way back out of a dossier; without a dossier the button for one."""
        here = self.table if self.model.rows else self.new
        if self.panes.opened:
            here = self.panes.back
        here.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_search(self) -> bool:
        """The search field, with what is in it selected."""
        self._stack.setCurrentWidget(self.panes)
        self.panes.close_detail()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
        return True

    def refresh(self) -> None:
        """Read the dossiers anew."""
        subsidies = self._workspace.administration.subsidies
        self._workspace.readers.run(self, subsidies.dossiers, self._show_all)
        self.funders.refresh()

    def show_subsidy(self, subsidy_id: int) -> None:
        """Show one dossier, whatever was searched for before."""
        self._chosen = subsidy_id
        self._stack.setCurrentWidget(self.panes)
        self.panes.open_detail()
        self.search.clear()
        self.chips.choose(DossierFilter.ALL)
        self.year.blockSignals(True)
        self.year.setCurrentIndex(0)
        self.year.blockSignals(False)
        self.refresh()

    def show_funder(self, name: str) -> None:
        """Show the funders, and one of them."""
        self.funders.show_funder(name)
        self._stack.setCurrentWidget(self.funders)
        self.funders.focus_first()

    def _back_to_dossiers(self) -> None:
        self._stack.setCurrentWidget(self.panes)
        self.focus_first()

    # The list.

    def _show_all(self, found: list[Subsidy]) -> None:
        self._all = found
        chosen = self.year.currentData()
        self.year.blockSignals(True)
        self.year.clear()
        self.year.addItem(_("All years"), None)
        for year in sorted(_years(found), reverse=True):
            self.year.addItem(str(year), year)
        self.year.setCurrentIndex(max(0, self.year.findData(chosen)))
        self.year.blockSignals(False)
        if self.panes.opened and self._chosen not in {one.id for one in found}:
            self.panes.close_detail()  # it was taken away; another in its place would mislead
        self._show_rows()

    def _show_rows(self) -> None:
        year, words = self.year.currentData(), fold(self.search.text()).split()
        fits = [
            one
            for one in self._all
            if (year is None or one.concerns(year)) and _matches(one, words)
        ]
        counts = dict.fromkeys(DossierFilter, 0)
        for one in fits:
            counts[filter_of(one)] += 1
        counts[DossierFilter.ALL] = len(fits)
        self.chips.set_counts(counts)
        chip = self.chips.current
        rows = [one for one in fits if chip is DossierFilter.ALL or filter_of(one) is chip]
        self._show(rows)

    def _show(self, rows: list[Subsidy]) -> None:
        told = ngettext("{count} dossier", "{count} dossiers", len(rows))
        self.header.say(told.format(count=len(rows)))
        self.model.show_rows(rows)
        self.table.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self.nothing.setText(self._nothing_words())
        kept = [place for place, one in enumerate(rows) if one.id == self._chosen]
        if kept:
            self.table.selectRow(kept[0])
        elif self.panes.opened:  # a dossier that one works on stays, also when no chip fits it
            self.detail.show_dossier(self._chosen)
        elif rows:
            self.table.selectRow(0)
        else:
            self.detail.show_dossier(None)

    def _nothing_words(self) -> str:
        if self._all:
            return _("No subsidy fits. Choose another year, or search for something else.")
        return _("No subsidy yet. Start one with 'New subsidy', or read in your lists.")

    def _row_chosen(self, place: int) -> None:
        if 0 <= place < len(self.model.rows):
            self._chosen = self.model.rows[place].id
            self.detail.show_dossier(self._chosen)

    # A new dossier.

    def start(self) -> None:
        """Begin a dossier: the idea, before anything is sent."""
        subsidies = self._workspace.administration.subsidies
        self._workspace.readers.run(self, subsidies.choices, self._open_new)

    def _open_new(self, found: Choices) -> None:
        idea = Subsidy(funder="", state=SubsidyState.DRAFT)
        form = DossierForm(idea, found.funders, found.activities, self._workspace, self)
        form.saved.connect(lambda: self._keep_chosen(form.kept_id))
        open_dialog(form)

    def _keep_chosen(self, subsidy_id: int | None) -> None:
        if subsidy_id is not None:
            self.show_subsidy(subsidy_id)


def _years(subsidies: list[Subsidy]) -> set[int]:
    found: set[int] = set()
    for one in subsidies:
        if one.period is not None:
            found.update(range(one.period.start.year, one.period.end.year + 1))
        else:
            known: datetime.date | None = one.decided_on or one.applied_on
            found.update([known.year] if known else [])
    return found


def _matches(one: Subsidy, words: list[str]) -> bool:
    text = fold(f"{subsidy_title(one)} {one.reference}")
    return all(word in text for word in words)

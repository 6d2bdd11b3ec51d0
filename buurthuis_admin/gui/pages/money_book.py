# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The book itself: the list of bookings with search and filters, and the chosen one beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QWidget

from buurthuis_admin.domain.bookkeeping import (
    Account,
    BookFilter,
    Booking,
    BookingRow,
    BookShown,
    Category,
)
from buurthuis_admin.domain.papers import PaperKind
from buurthuis_admin.gui.models.money import ABOUT, CATEGORY, PLACE, BookModel
from buurthuis_admin.gui.models.paged import BLOCK
from buurthuis_admin.gui.money_words import shown_words
from buurthuis_admin.gui.pages.money_detail import BookingStory, BookingView, read_story
from buurthuis_admin.gui.pages.money_forms import BookingForm, ContributionForm
from buurthuis_admin.gui.pages.money_shares import SharesForm
from buurthuis_admin.gui.pages.printed_list import print_button
from buurthuis_admin.gui.runners import Task
from buurthuis_admin.gui.widgets.chips import Chips
from buurthuis_admin.gui.widgets.dialogs import open_dialog
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.form_dialog import FormDialog
from buurthuis_admin.gui.widgets.list_detail import ListDetail
from buurthuis_admin.gui.widgets.page import PageHeader, list_column
from buurthuis_admin.gui.widgets.pill import PillDelegate
from buurthuis_admin.gui.widgets.search import SearchField
from buurthuis_admin.gui.widgets.table import Table
from buurthuis_admin.gui.widgets.texts import announce, label
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_number, ngettext

_WIDTHS = (130, 0, 0, 130, 170, 190)
_SHOWN = 14  # letters of a filter
_DETAIL_AFTER = 60  # milliseconds
Lists = tuple[list[Account], list[Category]]


@dataclass(frozen=True, slots=True)
class Found:
    """What a search gave: ids in order, the counts of the chips and the first rows."""

    query: str
    counts: dict[BookShown, int]
    ids: list[int]
    first: list[BookingRow]


class BookView(QWidget):
    """A year, an account and a category are chosen; the list and the detail follow."""

    statement_asked = Signal()

    def __init__(self, workspace: Workspace, header: PageHeader, chips: QWidget) -> None:
        super().__init__()
        self._workspace = workspace
        self._money = workspace.administration.money
        self._shown: int | None = None
        self._task: Task[Found] | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_DETAIL_AFTER)
        self.header = header
        self.search = SearchField(_("Search by name, description or amount"))
        self.year, self.account, self.category = QComboBox(), QComboBox(), QComboBox()
        self.chips = Chips[BookShown](shown_words(), _("Which bookings"))
        self.model = BookModel(workspace.readers, self)
        self.table = Table(_("List of bookings"))
        self.nothing = label("", "muted")
        self.detail = BookingView()
        self.panes = ListDetail(
            self._listing(chips), self.detail, _("Back to the bookings"), home=self.table
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.panes)
        self._connect()

    def _listing(self, parts: QWidget) -> QWidget:
        listing = list_column()
        for box, name in (
            (self.year, _("Year")),
            (self.account, _("Account")),
            (self.category, _("Category")),
        ):
            box.setAccessibleName(name)
            fit_box(box)
        self.table.show_model(self.model, _WIDTHS, (CATEGORY, ABOUT))
        self.table.setItemDelegateForColumn(PLACE, PillDelegate(self.table))
        self.print = print_button(self.table, self._workspace, self)
        filters = flow_row(self.year, self.account, self.category, self.print)
        for widget in (self.header, parts, self.search, filters, self.chips, self.nothing):
            listing.column.addWidget(widget)
        listing.column.addWidget(self.table, 1)
        listing.column.addStretch(0)
        self.nothing.hide()
        return listing

    def _connect(self) -> None:
        self.search.searched.connect(lambda _text: self._ask(keep=False))
        self.search.left_down.connect(lambda: self.table.setFocus(Qt.FocusReason.OtherFocusReason))
        for box in (self.year, self.account, self.category):
            box.activated.connect(lambda _index: self._ask(keep=False))
        self.chips.chosen.connect(lambda _key: self._ask(keep=False))
        self.table.row_chosen.connect(self._row_chosen)
        self.table.row_opened.connect(lambda _row: self.panes.open_detail())
        self.table.clicked.connect(lambda _index: self.panes.open_detail())
        self.model.dataChanged.connect(lambda *_: self._row_chosen(self.table.current_row))
        self._rest.timeout.connect(self._show_chosen)
        view = self.detail
        view.change_asked.connect(lambda: self._with_lists(self._open_shown))
        view.parts_asked.connect(self._share_out)
        view.contribution_asked.connect(self._contribution)
        view.receipt_asked.connect(self._choose_receipt)
        view.remove_asked.connect(self._remove)
        view.paper_opened.connect(self._open_paper)
        view.paper_removed.connect(self._remove_paper)

    # Looking.

    def refresh(self) -> None:
        """Read years, accounts and categories anew, and with them the list."""
        money = self._money
        self._workspace.readers.run(
            self,
            lambda: (money.years(), money.accounts(), money.categories()),
            lambda found: self._show_filters(*found),
        )

    def _show_filters(
        self, years: list[int], accounts: list[Account], categories: list[Category]
    ) -> None:
        _fill(self.year, _("All years"), [(str(year), year) for year in years])
        _fill(self.account, _("All accounts"), [(one.name, one.id) for one in accounts])
        _fill(self.category, _("All categories"), [(one.name, one.id) for one in categories])
        self._ask(keep=True)

    def _ask(self, *, keep: bool) -> None:
        if self._task is not None:
            self._task.cancel()
        query, money = self.search.text().strip(), self._money
        wanted = BookFilter(
            year=self.year.currentData(),
            account_id=self.account.currentData(),
            category_id=self.category.currentData(),
            shown=self.chips.current,
        )

        def find() -> Found:
            ids = money.find(query, wanted)
            return Found(query, money.counts(query, wanted), ids, money.rows(ids[:BLOCK]))

        self._task = self._workspace.readers.run(
            self, find, lambda found: self._show_found(found, keep=keep)
        )

    def _show_found(self, found: Found, *, keep: bool) -> None:
        money, ids = self._money, found.ids
        self.model.show_rows(
            len(ids), found.first, lambda offset, limit: money.rows(ids[offset : offset + limit])
        )
        self.chips.set_counts(found.counts)
        told = ngettext("{count} booking", "{count} bookings", len(ids)).format(
            count=format_number(len(ids))
        )
        self.header.say(told)
        announce(self.header, told)
        self.table.setVisible(bool(ids))
        self.nothing.setVisible(not ids)
        self.nothing.setText(self._why_nothing(found))
        if not ids:
            self._shown = None
            self._rest.stop()
            self.detail.show_story(None)
            return
        place = ids.index(self._shown) if keep and self._shown in ids else 0
        self._shown = ids[place]
        self.table.selectRow(place)
        self._rest.start()

    def _why_nothing(self, found: Found) -> str:
        if found.query:
            return _("No booking is found for ‘{text}’.").format(text=found.query)
        if any(found.counts.values()) or self._filtered():
            return _("There are no bookings in this choice.")
        return _(
            "Nothing is booked yet. Read in a bank statement, or add the first booking yourself."
        )

    def _filtered(self) -> bool:
        return any(box.currentIndex() > 0 for box in (self.year, self.account, self.category))

    def _row_chosen(self, number: int) -> None:
        row = self.model.row(number)
        if row is not None and row.id != self._shown:
            self._shown = row.id
            self._rest.start()

    def _show_chosen(self) -> None:
        shown, administration = self._shown, self._workspace.administration
        if shown is not None:
            self._workspace.readers.run(
                self, lambda: read_story(administration, shown), self._show_story
            )

    def _show_story(self, story: BookingStory) -> None:
        if story.detail.booking.id == self._shown:
            self.detail.show_story(story)

    # Changing.

    def _with_lists(self, then: Callable[[Lists], None]) -> None:
        money = self._money
        self._workspace.readers.run(self, lambda: (money.accounts(), money.categories()), then)

    def add_booking(self) -> None:
        """Open an empty form."""
        self._with_lists(self._open_new)

    def _open_new(self, lists: Lists) -> None:
        self._open(None, lists)

    def _open_shown(self, lists: Lists) -> None:
        if self.detail.story is not None:
            self._open(self.detail.story.detail.booking, lists)

    def _open(self, booking: Booking | None, lists: Lists) -> FormDialog:
        form = BookingForm(booking, lists, self._workspace, self)
        form.saved.connect(self._saved)
        open_dialog(form)
        return form

    def reopen(self, booking_id: int, ready: Callable[[FormDialog], None]) -> None:
        """Open the form of a booking again (0: of a new one), then call ``ready`` with it."""
        money = self._money

        def read() -> tuple[Booking | None, Lists]:
            booking = money.detail(booking_id).booking if booking_id else None
            return booking, (money.accounts(), money.categories())

        self._workspace.readers.run(self, read, lambda found: ready(self._open(*found)))

    def show_booking(self, booking_id: int) -> None:
        """Show one booking, with every filter put aside."""
        self._shown = booking_id
        for field in (self.search, self.year, self.account, self.category):
            field.blockSignals(True)
        self.search.clear()
        for box in (self.year, self.account, self.category):
            box.setCurrentIndex(0)
        for field in (self.search, self.year, self.account, self.category):
            field.blockSignals(False)
        self.chips.choose(BookShown.ALL)
        self._ask(keep=True)
        self.panes.open_detail()

    def _saved(self, booking_id: int) -> None:
        self._shown = booking_id
        self._ask(keep=True)

    def _share_out(self) -> None:
        story, subsidies = self.detail.story, self._workspace.administration.subsidies
        if story is not None:
            self._workspace.readers.run(
                self,
                subsidies.dossiers,
                lambda found: open_dialog(SharesForm(story.detail, found, self._workspace, self)),
            )

    def _contribution(self) -> None:
        if self.detail.story is not None:
            open_dialog(ContributionForm(self.detail.story.detail, self._workspace, self))

    def _remove(self) -> None:
        """Undo brings it back: nothing is asked."""
        story, money = self.detail.story, self._money
        if story is not None:
            number = story.detail.booking.id or 0
            self._shown = None
            self.panes.close_detail()
            self._workspace.writers.run(self, lambda: money.remove(number), lambda _done: None)

    # Receipts.

    def _choose_receipt(self) -> None:
        kinds = _("Papers ({patterns})").format(patterns="*.pdf *.jpg *.jpeg *.png *.docx")
        path, _kind = QFileDialog.getOpenFileName(self, _("Add a receipt"), "", kinds)
        if path:
            self.attach(Path(path))

    def attach(self, path: Path) -> None:
        """Keep a receipt with the booking that is shown."""
        if self._shown is None:
            return
        papers, number = self._workspace.administration.papers, self._shown
        self._workspace.writers.run(
            self,
            lambda: papers.attach(path, booking_id=number, kind=PaperKind.RECEIPT),
            lambda _done: self._show_chosen(),
        )

    def _open_paper(self, paper_id: int) -> None:
        papers = self._workspace.administration.papers
        self._workspace.readers.run(
            self,
            lambda: papers.open_copy(paper_id),
            _show_file,
        )

    def _remove_paper(self, paper_id: int) -> None:
        papers = self._workspace.administration.papers
        self._workspace.writers.run(
            self, lambda: papers.remove(paper_id), lambda _done: self._show_chosen()
        )


def _show_file(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def fit_box(box: QComboBox) -> None:
    """A choice that shows the beginning of a long word rather than widening its page."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(_SHOWN)


def _fill(box: QComboBox, everything: str, choices: Sequence[tuple[str, int | None]]) -> None:
    """Fill a filter anew; what was chosen stays chosen while it is there."""
    chosen = box.currentData()
    box.blockSignals(True)
    box.clear()
    box.addItem(everything, None)
    for words, key in choices:
        box.addItem(words, key)
    box.setCurrentIndex(max(0, box.findData(chosen)) if chosen is not None else 0)
    box.blockSignals(False)

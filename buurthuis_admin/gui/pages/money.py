# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page of the cash and bank book: the bookings, the year, and reading a bank statement."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton, QStackedWidget, QWidget

from buurthuis_admin.domain.bank_lines import Decision
from buurthuis_admin.domain.bookkeeping import Account, Category
from buurthuis_admin.gui.pages.money_book import BookView
from buurthuis_admin.gui.pages.money_lists import PlanForm
from buurthuis_admin.gui.pages.money_statement import StatementLists, StatementView, column_of
from buurthuis_admin.gui.pages.money_year import YearView
from buurthuis_admin.gui.widgets.chips import Chips
from buurthuis_admin.gui.widgets.dialogs import open_dialog
from buurthuis_admin.gui.widgets.lines import line_of
from buurthuis_admin.gui.widgets.page import Page, PageHeader, Ready
from buurthuis_admin.gui.widgets.texts import button
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _

if TYPE_CHECKING:
    from buurthuis_admin.services.bank_statements import PreparedStatement


class Part(StrEnum):
    """The parts of the page."""

    BOOK = "book"
    YEAR = "year"


class MoneyPage(Page):
    """Book and year are parts; a bank statement takes the place of both until it is done."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Cash and bank"))
        self.reopens["booking"] = self._reopen
        self._workspace = workspace
        self._money = workspace.administration.money
        self._prepared: PreparedStatement | None = None
        self.chips = {part: Chips[Part](_words(), _("Part of cash and bank")) for part in Part}
        self.buttons: dict[Part, dict[str, QPushButton]] = {}
        headers = {part: self._header(part) for part in Part}
        self.book = BookView(workspace, headers[Part.BOOK], self._parts(Part.BOOK))
        self.year = YearView(workspace, headers[Part.YEAR], self._parts(Part.YEAR))
        self.statement = StatementView()
        self.views = QStackedWidget()
        for view in (self.book, self.year, self.statement):
            self.views.addWidget(view)
        column_of(self).addWidget(self.views)
        for chips in self.chips.values():
            chips.chosen.connect(self.show_part)
        self.statement.confirmed.connect(self._write)
        self.statement.cancelled.connect(self._leave_statement)
        self.refresh()

    def _header(self, part: Part) -> PageHeader:
        """Title and buttons; each part has its own, so that they scroll along."""
        header = PageHeader(_("Cash and bank"))
        made = {
            "lists": button(_("Accounts and categories")),
            "save": button(_("Save as Excel"), "download-simple"),
            "statement": button(_("Read in a bank statement"), "upload-simple"),
            "new": button(_("New booking"), "plus", "primary"),
        }
        made["lists"].clicked.connect(self._ask_lists)
        made["save"].clicked.connect(self._choose_place)
        made["statement"].clicked.connect(self._choose_statement)
        made["new"].clicked.connect(lambda: self.add_booking())  # noqa: PLW0108 - without the flag
        header.add(made["statement"], made["new"])
        self.buttons[part] = made
        return header

    def _parts(self, part: Part) -> QWidget:
        """The choice of a part, and what is needed now and then at the right of it."""
        made = self.buttons[part]
        return line_of(self.chips[part], right=(made["lists"], made["save"]))

    def add_booking(self) -> None:
        """Begin a booking, in the book."""
        self.show_part(Part.BOOK)
        self.book.add_booking()

    def show_booking(self, booking_id: int) -> None:
        """Show one booking, whatever was searched for before."""
        self.show_part(Part.BOOK)
        self.book.show_booking(booking_id)

    @property
    def panes(self) -> object:
        """List and detail of the part that is shown, where it has them."""
        view = self.views.currentWidget()
        return getattr(view, "panes", None)

    def show_part(self, part: Part) -> None:
        """Show the book or the year."""
        view = self.book if part is Part.BOOK else self.year
        before = self.views.currentWidget()
        if self.views.currentWidget() is not view:
            self.views.setCurrentWidget(view)
            view.refresh()
        for one in (Part.BOOK, Part.YEAR, part):  # the style takes the weight of the first choice
            self.chips[part].choose(one)
        if view is not before:
            self.chips[part].chip(part).setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """The search field of the book, the chosen chip of the year, or the lines."""
        view = self.views.currentWidget()
        if view is self.statement:
            self.statement.focus_first()
        elif view is self.year:
            self.chips[Part.YEAR].chip(Part.YEAR).setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.book.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_search(self) -> bool:
        """The search field of the book."""
        if self.views.currentWidget() is self.statement:
            return False
        self.show_part(Part.BOOK)
        self.book.panes.close_detail()
        self.book.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.book.search.selectAll()
        return True

    def refresh(self) -> None:
        """Read anew what is shown."""
        view = self.views.currentWidget()
        if view is self.year:
            self.year.refresh()
        else:
            self.book.refresh()

    def _reopen(self, booking_id: int, ready: Ready) -> None:
        """Open the form of a booking again, then call ``ready`` with it."""
        self.show_part(Part.BOOK)
        self.book.reopen(booking_id, ready)

    # Reading a bank statement.

    def _choose_statement(self) -> None:
        kinds = _("Bank statements ({patterns})").format(
            patterns="*.xml *.zip *.sta *.940 *.mt940 *.swi *.txt"
        )
        everything = _("All files (*)")
        paths, _kind = QFileDialog.getOpenFileNames(
            self, _("Read in a bank statement"), "", f"{kinds};;{everything}"
        )
        self.take_files(paths)

    def take_files(self, paths: Sequence[str]) -> bool:
        """Read statements; nothing is written before it is confirmed."""
        if not paths:
            return False
        administration = self._workspace.administration

        def read() -> tuple[PreparedStatement, StatementLists]:
            prepared = administration.bank_statements.prepare(*map(Path, paths))
            lists = StatementLists(
                administration.money.categories(), administration.subsidies.dossiers()
            )
            return prepared, lists

        self._workspace.readers.run(self, read, lambda found: self._show_statement(*found))
        return True

    def _show_statement(self, prepared: PreparedStatement, lists: StatementLists) -> None:
        self._prepared = prepared
        self.statement.show_statement(prepared, lists)
        self.views.setCurrentWidget(self.statement)
        if self.isVisible():
            self.statement.focus_first()

    def _write(self, decisions: list[Decision]) -> None:
        prepared, administration = self._prepared, self._workspace.administration
        if prepared is not None and decisions:
            self._prepared = None
            self._workspace.writers.run(
                self,
                lambda: administration.bank_statements.apply(prepared, decisions),
                lambda _count: self._leave_statement(),
                lambda error: self._not_written(prepared, error),
            )

    def _not_written(self, prepared: PreparedStatement, error: BaseException) -> None:
        """What was chosen is kept, to try again."""
        self._prepared = prepared
        self._workspace.errors.show(error, self)

    def _leave_statement(self) -> None:
        self._prepared = None
        self.show_part(Part.BOOK)
        self.focus_first()

    # Lists, and taking along.

    def _ask_lists(self) -> None:
        money = self._money

        def show(found: tuple[list[Account], list[Category]]) -> None:
            open_dialog(PlanForm(found, self._workspace, self))

        self._workspace.readers.run(self, lambda: (money.accounts(), money.categories()), show)

    def _choose_place(self) -> None:
        name = _("Cash and bank")
        path, _kind = QFileDialog.getSaveFileName(
            self, _("Save as Excel"), f"{name}.xlsx", _("Excel workbooks (*.xlsx)")
        )
        if path:
            self.save_to(Path(path))

    def save_to(self, path: Path) -> None:
        """Write the whole book as a workbook."""
        exports = self._workspace.administration.exports
        self._workspace.readers.run(
            self, lambda: exports.bookings(path), lambda _done: self._saved(path)
        )

    def _saved(self, path: Path) -> None:
        told = _("Saved as {file}.").format(file=path.name)
        self.book.header.say(told)


def _words() -> list[tuple[Part, str]]:
    return [(Part.BOOK, _("Bookings")), (Part.YEAR, _("Statement of the year"))]

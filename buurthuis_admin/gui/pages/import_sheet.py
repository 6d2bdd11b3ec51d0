# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""One old sheet: as it stands, what it was understood as, and everything to correct in it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from buurthuis_admin.gui.models.sheet_grid import SheetGridModel, cell_text
from buurthuis_admin.gui.pages.import_choices import SheetChoices
from buurthuis_admin.gui.pages.import_pane import StateFooter, nothing_saved
from buurthuis_admin.gui.widgets.flow import FlowLabel, flow_row
from buurthuis_admin.gui.widgets.list_detail import ListDetail
from buurthuis_admin.gui.widgets.page import PageHeader, list_column
from buurthuis_admin.gui.widgets.sheet_table import SheetTable
from buurthuis_admin.gui.widgets.texts import button
from buurthuis_admin.i18n import _, format_number
from buurthuis_admin.importing.corrections import (
    NONE,
    CellPlace,
    Region,
    TableCorrection,
    TablePlace,
)
from buurthuis_admin.importing.found_table import FoundTable
from buurthuis_admin.importing.workbook import Sheet


class SheetView(QWidget):
    """``corrected`` brings what a person says of a table; the sheet is then understood anew."""

    corrected = Signal(object, object)  # TablePlace, TableCorrection
    mended = Signal(object, object)  # CellPlace, text or None

    def __init__(self) -> None:
        super().__init__()
        self._file = ""
        self._sheet: Sheet | None = None
        self._shown: Sheet | None = None  # with the cells that a person changed
        self._tables: list[FoundTable] = []
        self._said: TableCorrection = NONE
        self.header = PageHeader(_("Understood as"))
        self.which = QComboBox()
        self.which.setAccessibleName(_("Which table of this sheet"))
        self.model = SheetGridModel()
        self.grid = SheetTable(_("The sheet as it stands in the file"))
        self.grid.setModel(self.model)
        self.grid.selectionModel().currentChanged.connect(self._cell_chosen)
        self.headings = button(_("These rows are the headings"), "rows")
        self.region = button(_("This is the whole table"), "selection")
        self.as_found = button(_("As the program found it"), "arrow-counter-clockwise")
        self.cell_back = button(_("What stands in the file"), "arrow-counter-clockwise")
        self.cell_back.hide()
        self.choices = SheetChoices()
        self.back = button(_("Back to the files"), "arrow-left", "primary")
        panes = ListDetail(
            self._listing(),
            self.choices,
            _("Back to the sheet"),
            home=self.grid,
            width=420,
            share=(3, 2),
        )
        self.panes = panes
        self.show_choices = button(_("What can be corrected"), "pencil-simple")
        self.show_choices.setVisible(False)
        panes.narrow_changed.connect(self.show_choices.setVisible)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(panes, 1)
        self.footer = StateFooter(self.back, behind=(self.show_choices,))
        column.addWidget(self.footer)
        self._connect()

    def _connect(self) -> None:
        self.headings.clicked.connect(self._take_headings)
        self.region.clicked.connect(self._take_region)
        self.as_found.clicked.connect(self._take_back)
        self.which.activated.connect(self._show_table)
        self.choices.changed.connect(self._say)
        self.model.typed.connect(self._cell_typed)
        self.cell_back.clicked.connect(self._cell_back)
        self.show_choices.clicked.connect(self.panes.open_detail)

    def _listing(self) -> QWidget:
        listing = list_column()
        listing.column.addWidget(self.header)
        listing.column.addWidget(self.which)
        listing.column.addWidget(self.grid, 1)
        told = FlowLabel(
            _("Choose cells with the mouse, or with Shift and the arrow keys; then say:"), "muted"
        )
        listing.column.addWidget(told)
        row = flow_row(self.headings, self.region, self.as_found, self.cell_back)
        listing.column.addWidget(row)
        typed = _("F2 or a double click changes a cell here; the file itself stays as it is.")
        listing.column.addWidget(FlowLabel(typed, "muted"))
        return listing

    def focus_first(self) -> None:
        """The sheet itself."""
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose_cell(self, row: int, column: int) -> None:
        """Put the focus on a cell of the sheet (zero-based)."""
        self.grid.setCurrentIndex(self.model.index(row, column + 1))
        self.grid.scrollTo(self.grid.currentIndex())

    def show_sheet(
        self, file: str, sheet: Sheet, tables: list[FoundTable], shown: Sheet | None = None
    ) -> None:
        """Show a sheet with the tables that were found on it; none is possible.

        ``shown`` is the sheet with the cells that a person changed.
        """
        again = file == self._file and sheet is self._sheet
        self._shown = shown or sheet
        number = max(self.which.currentIndex(), 0) if again else 0
        self._file, self._sheet, self._tables = file, sheet, tables
        self.header.say(f"{sheet.name} · {file}")
        self.which.clear()
        for table in range(len(tables)):
            told = _("Table {number} of {count}")
            self.which.addItem(told.format(number=table + 1, count=len(tables)))
        self.which.setVisible(len(tables) > 1)
        self._show_table(min(number, max(len(tables) - 1, 0)))
        if not again:
            self.grid.fit_columns()
            self.footer.say(nothing_saved())
            self.panes.close_detail()

    def _show_table(self, number: int) -> None:
        assert self._sheet is not None
        self.which.setCurrentIndex(number)
        found = self._tables[number] if self._tables else None
        self._said = found.said if found is not None else NONE
        at = self.grid.currentIndex()
        row, column = at.row(), at.column()
        self.model.show_sheet(self._sheet, found, self._shown)
        self.as_found.setVisible(self._said.region is not None)
        self.choices.show_table(found)
        if self.model.rowCount():
            start = self.model.index(max(row, 0), min(max(column, 1), self._sheet.width))
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self.grid.selectionModel().setCurrentIndex(start, flag)
        self._cell_chosen()

    # What a person types in a cell.

    def _cell_chosen(self) -> None:
        at = self.grid.currentIndex()
        changed = at.isValid() and self.model.is_changed(at.row(), at.column() - 1)
        self.cell_back.setVisible(changed)

    def _cell_typed(self, row: int, column: int, text: str) -> None:
        assert self._sheet is not None
        self.footer.say(_("The sheet is understood anew…"))
        before = cell_text(self._sheet.rows[row][column])
        place = CellPlace(self._file, self._sheet.name, row, column)
        self.mended.emit(place, None if text == before else text)

    def _cell_back(self) -> None:
        assert self._sheet is not None
        at = self.grid.currentIndex()
        self.footer.say(_("The sheet is understood anew…"))
        place = CellPlace(self._file, self._sheet.name, at.row(), at.column() - 1)
        self.mended.emit(place, None)

    # What a person draws on the sheet.

    def _selected(self) -> Region | None:
        chosen = [index for index in self.grid.selectedIndexes() if index.column() > 0]
        if not chosen:
            self.footer.say(_("Choose one or more cells of the sheet first."), aloud=True)
            return None
        rows = [index.row() for index in chosen]
        columns = [index.column() - 1 for index in chosen]
        return Region(min(rows), 1, min(columns), max(columns), max(rows))

    def _take_headings(self) -> None:
        drawn = self._selected()
        if drawn is None or self._sheet is None:
            return
        number = min(drawn.last_row - drawn.heading_row + 1, 2)
        first, last, end = 0, self._sheet.width - 1, self._sheet.height - 1
        if self._tables:
            table = self._tables[max(self.which.currentIndex(), 0)].table
            first, last, end = table.first_column, table.last_column, table.body.stop - 1
        self._say(replace(self._said, region=Region(drawn.heading_row, number, first, last, end)))

    def _take_region(self) -> None:
        drawn = self._selected()
        if drawn is None:
            return
        height = 1
        if self._tables:
            known = self._tables[max(self.which.currentIndex(), 0)].table.heading_rows
            height = max(1, sum(row >= drawn.heading_row for row in known))
        self._say(replace(self._said, region=replace(drawn, heading_rows=min(height, 2))))

    def _take_back(self) -> None:
        self._say(replace(self._said, region=None))

    def _say(self, said: TableCorrection) -> None:
        assert self._sheet is not None
        number = 0 if said.region is not None else max(self.which.currentIndex(), 0)
        self.footer.say(_("The sheet is understood anew…"))
        self.corrected.emit(TablePlace(self._file, self._sheet.name, number), said)

    def show_understood(self, rows: int) -> None:
        """Say that it was understood anew."""
        told = _("Understood anew: {count} rows give something to read in.")
        self.footer.say(told.format(count=format_number(rows)), aloud=True)

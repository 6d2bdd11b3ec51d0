# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""An old sheet as it stands in its file, with what the program made of it drawn over it."""

from __future__ import annotations

import datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont

from buurthuis_admin.gui.theme.current import tokens
from buurthuis_admin.gui.theme.tokens import luminance
from buurthuis_admin.i18n import _, format_day, format_number
from buurthuis_admin.importing.found_table import FoundTable
from buurthuis_admin.importing.style_words import style_name
from buurthuis_admin.importing.tables import RowRole
from buurthuis_admin.importing.values.texts import text_of
from buurthuis_admin.importing.workbook import CellValue, Sheet

_Index = QModelIndex | QPersistentModelIndex
# On a cell with a colour of its own, light and dark do not follow the theme.
_BLACK, _WHITE = "#000000", "#FFFFFF"
_AS_FAR_FROM_BOTH = 0.179  # the luminance with the same contrast to black and to white
_SHOWN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole)
_HEADINGS = (RowRole.HEADING, RowRole.REPEATED_HEADING)


def column_letters(column: int) -> str:
    """The letters of a column as a spreadsheet shows them: 0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def cell_text(value: CellValue) -> str:
    """A cell as a person knows it: a day as 08-01-2019, and an empty cell as nothing."""
    if isinstance(value, datetime.datetime):
        bare = value.time() == datetime.time()
        return format_day(value.date()) if bare else text_of(value)
    return format_day(value) if isinstance(value, datetime.date) else text_of(value)


def role_name(role: RowRole | None) -> str:
    """What a row is, in a word; '' for a row of data."""
    names = {
        RowRole.BLANK: _("Blank"),
        RowRole.TITLE: _("Title"),
        RowRole.HEADING: _("Heading"),
        RowRole.REPEATED_HEADING: _("Heading again"),
        RowRole.TOTAL: _("Total"),
        RowRole.SECTION: _("Word between"),
        RowRole.NOTE: _("Explanation"),
        RowRole.LEFT_OUT: _("Not to be read"),
        RowRole.DATA: "",
        None: _("Outside the table"),
    }
    return names[role]


class SheetGridModel(QAbstractTableModel):
    """The kind of each row first, then the cells of the sheet; nothing is copied.

    ``typed`` brings what a person types in a cell; the model itself changes nothing.
    """

    typed = Signal(int, int, str)  # row and column of the sheet, text

    def __init__(self) -> None:
        super().__init__()
        self._sheet: Sheet | None = None
        self._original: Sheet | None = None
        self._found: FoundTable | None = None

    def show_sheet(
        self, sheet: Sheet, found: FoundTable | None, changed: Sheet | None = None
    ) -> None:
        """Show a sheet, and one of its tables; ``found`` None when there is none on it.

        ``changed`` is the sheet with the cells that a person changed.
        """
        self.beginResetModel()
        self._sheet, self._found, self._original = changed or sheet, found, sheet
        self.endResetModel()

    def is_changed(self, row: int, column: int) -> bool:
        """Whether a person changed a cell of the sheet."""
        if column < 0 or self._sheet is self._original:
            return False
        assert self._sheet is not None
        assert self._original is not None
        return self._sheet.rows[row][column] is not self._original.rows[row][column]

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """The cells of the sheet can be typed in, the kind of a row cannot."""
        plain = super().flags(index)
        return plain | Qt.ItemFlag.ItemIsEditable if index.column() > 0 else plain

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what was typed, when it is something else; it comes back with the next sheet."""
        if role != Qt.ItemDataRole.EditRole or index.column() < 1:
            return False
        if str(value).strip() != index.data():
            self.typed.emit(index.row(), index.column() - 1, str(value).strip())
        return False

    def role_of(self, row: int) -> RowRole | None:
        """What a row was taken for; None outside the table."""
        return self._found.table.roles.get(row) if self._found is not None else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows the sheet has."""
        return 0 if parent.isValid() or self._sheet is None else self._sheet.height

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """The columns of the sheet, and one for the kind of the row."""
        return 0 if parent.isValid() or self._sheet is None else self._sheet.width + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Letters above, numbers beside, as in the spreadsheet."""
        if role == Qt.ItemDataRole.DisplayRole:
            if orientation is Qt.Orientation.Vertical:
                return format_number(section + 1)
            return column_letters(section - 1) if section else _("Kind of row")
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows."""
        if self._sheet is None or not index.isValid():
            return None
        row, column = index.row(), index.column() - 1
        if role in _SHOWN:
            if column < 0:
                return role_name(self.role_of(row))
            changed = role == Qt.ItemDataRole.ToolTipRole and self.is_changed(row, column)
            return self._was(row, column) if changed else cell_text(self._sheet.rows[row][column])
        if role == Qt.ItemDataRole.BackgroundRole:
            return self._background(row, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._ink(row, column)
        if role == Qt.ItemDataRole.FontRole:
            return self._font(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, column)
        return None

    def _was(self, row: int, column: int) -> str:
        """What stands in the file where a person changed a cell."""
        assert self._original is not None
        text = cell_text(self._original.rows[row][column]) or _("nothing")
        return _("You changed this; in the file stands: {text}").format(text=text)

    def _inside(self, column: int) -> bool:
        """Whether a column belongs to the table and is used."""
        if self._found is None:
            return False
        table = self._found.table
        if not table.first_column <= column <= table.last_column:
            return False
        used = self._found.found.columns[column - table.first_column]
        if any(column in made.of for made in table.made):
            return True
        return used.field is not None or used.head is not None or bool(self._across(column))

    def _across(self, column: int) -> bool:
        """Whether a column is a person of a sheet with its dates below each other."""
        assert self._found is not None
        found = self._found.found
        return found.orientation.value == "dates_down" and bool(
            found.columns[column - self._found.table.first_column].heading
        )

    def _background(self, row: int, column: int) -> QColor | None:
        if self.is_changed(row, column):
            return QColor(tokens().info_bg)
        colour = self._colour(row, column)
        if colour is not None:
            return colour
        role = self.role_of(row)
        if role in _HEADINGS and (column < 0 or self._inside(column)):
            return QColor(tokens().accent_soft)
        if role is RowRole.DATA and (column < 0 or self._inside(column)):
            return None
        return QColor(tokens().sunken)

    def _colour(self, row: int, column: int) -> QColor | None:
        """The colour that the cell has in the file."""
        assert self._sheet is not None
        name = self._sheet.fills.get((row, column))
        return QColor(name) if name is not None else None

    def _ink(self, row: int, column: int) -> QColor | None:
        colour = self._colour(row, column)
        if colour is not None and not self.is_changed(row, column):
            return QColor(_BLACK if luminance(colour.name()) > _AS_FAR_FROM_BOTH else _WHITE)
        if self.role_of(row) in _HEADINGS and (column < 0 or self._inside(column)):
            return QColor(tokens().on_accent_soft)
        if self.role_of(row) is RowRole.DATA and self._inside(column):
            return None
        return QColor(tokens().text2)

    def _font(self, row: int, column: int) -> QFont | None:
        if self.role_of(row) not in _HEADINGS and not self._is_struck(row, column):
            return None
        font = QFont()
        font.setStrikeOut(self._is_struck(row, column))
        if self.role_of(row) in _HEADINGS:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def _is_struck(self, row: int, column: int) -> bool:
        return self._sheet is not None and (row, column) in self._sheet.struck

    def _spoken(self, row: int, column: int) -> str:
        assert self._sheet is not None
        place = f"{column_letters(column)}{row + 1}" if column >= 0 else format_number(row + 1)
        told = cell_text(self._sheet.rows[row][column]) if column >= 0 else ""
        changed = self._was(row, column) if self.is_changed(row, column) else ""
        colour = self._sheet.fills.get((row, column))
        worn = style_name(colour) if colour is not None else ""
        parts = (place, told, role_name(self.role_of(row)), worn, changed)
        return ", ".join(part for part in parts if part)

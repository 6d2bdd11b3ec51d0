# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A table model over rows that are all here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from buurthuis_admin.gui.widgets.pill import PillRole, PillText

Row = TypeVar("Row")
_Index = QModelIndex | QPersistentModelIndex
# Qt asks eight times for each cell that it draws; these are the questions with an answer.
SHOWN_ROLES = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.FontRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.TextAlignmentRole,
        Qt.ItemDataRole.AccessibleTextRole,
        PillRole,
    }
)


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column: its heading, the text of a cell, and whether it is a number.

    ``pill`` is a state that is drawn in the cell; ``strong`` says which rows stand out, as a total.
    """

    heading: str
    text: Callable[[Row], str]
    number: bool = False
    pill: Callable[[Row], PillText | None] | None = None
    strong: Callable[[Row], bool] | None = None


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Shows rows by a list of columns."""

    def __init__(self, columns: Sequence[Column[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = list(columns)
        self._rows: Sequence[Row] = ()

    @property
    def rows(self) -> Sequence[Row]:
        """The rows that are shown."""
        return self._rows

    @property
    def headings(self) -> list[str]:
        """The words above the columns."""
        return [one.heading for one in self._columns]

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """How many columns."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows."""
        if role not in SHOWN_ROLES or not index.isValid():
            return None
        return cell(self._columns[index.column()], self._rows[index.row()], role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The words above the columns."""
        return heading(self._columns, section, orientation, role)


def heading(
    columns: Sequence[Column[Row]], section: int, orientation: Qt.Orientation, role: int
) -> Any:
    """The words above a column; over numbers they stand at the right, as the numbers do."""
    if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(columns):
        return None
    if role == Qt.ItemDataRole.DisplayRole:
        return columns[section].heading
    if role == Qt.ItemDataRole.TextAlignmentRole and columns[section].number:
        return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    return None


def cell(column: Column[Row], row: Row, role: int) -> Any:
    """What a cell shows for a role; a screen reader hears the heading with it."""
    if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
        return column.text(row)
    if role == Qt.ItemDataRole.AccessibleTextRole:
        state = column.pill(row) if column.pill is not None else None
        said = "" if state is None or state.word == column.text(row) else f", {state.word}"
        return f"{column.heading}: {column.text(row)}{said}"
    if role == Qt.ItemDataRole.TextAlignmentRole and column.number:
        return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    if role == PillRole and column.pill is not None:
        return column.pill(row)
    if role == Qt.ItemDataRole.FontRole and column.strong is not None and column.strong(row):
        font = QFont(QApplication.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font
    return None

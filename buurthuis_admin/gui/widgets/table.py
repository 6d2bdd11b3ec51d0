# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A table as every page has it: rows of 46, one stop for Tab, the whole row is chosen."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.theme.tokens import ROW
from buurthuis_admin.gui.widgets.pill import RowDelegate

_LEAST_SHARE = 190  # pixels for a column that shares what is left
_HEADING_SIDES = 28


class Table(QTableView):
    """``row_chosen`` follows the selection; ``row_opened`` is Enter or a double click."""

    row_chosen = Signal(int)
    row_opened = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._widths: list[int] = []
        self._headings: dict[int, int] = {}
        self._spare: list[int] = []
        self._stretched: list[int] = []
        self._left_out: frozenset[int] = frozenset()
        self._all_chosen = False
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(scaled(ROW))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumHeight(scaled(42))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setItemDelegateForColumn(0, RowDelegate(self))
        self.setMinimumHeight(scaled(42 + 3 * ROW))
        self.doubleClicked.connect(lambda index: self.row_opened.emit(index.row()))

    def show_model(
        self, model: QAbstractTableModel, widths: Sequence[int], spare: Sequence[int] = ()
    ) -> None:
        """Show a model. A width of 0 shares what is left; others are pixels at 100 %.

        ``spare`` are the columns to leave out where there is no room, the first one first; what
        they say stands in the detail too.
        """
        self.setModel(model)
        self._headings.clear()
        self._spare = list(spare)
        self._stretched = [column for column, width in enumerate(widths) if not width]
        header = self.horizontalHeader()
        for column, width in enumerate(widths):
            mode = QHeaderView.ResizeMode.Fixed if width else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(column, mode)
            if width:
                header.resizeSection(column, max(scaled(width), self._heading_width(column)))
        self._widths = [
            header.sectionSize(column) if width else scaled(_LEAST_SHARE)
            for column, width in enumerate(widths)
        ]
        self.selectionModel().currentRowChanged.connect(self._current_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out columns, or put them back, as there is room."""
        super().resizeEvent(event)
        self._fit()

    def show_columns(self, shown: Collection[int], *, chosen: bool) -> None:
        """Show only these columns. ``chosen`` by a person: none gives way, the table scrolls."""
        self._left_out = frozenset(range(len(self._widths))) - frozenset(shown)
        self._all_chosen = chosen
        self._fit()

    @property
    def chosen_columns(self) -> list[int]:
        """The columns that are to be shown, also those for which there is no room now."""
        return [column for column in range(len(self._widths)) if column not in self._left_out]

    def _fit(self) -> None:
        for column, width in enumerate(self._widths):
            self._widths[column] = max(width, self._room_for_heading(column))
        shown = self.chosen_columns
        needed = sum(self._widths[column] for column in shown)
        room = self.viewport().width()
        for column in self._spare:
            if column in shown and needed > room and not self._all_chosen:
                shown.remove(column)
                needed -= self._widths[column]
        for column in range(len(self._widths)):
            self.setColumnHidden(column, column not in shown)
        self._share(shown, room)

    def _share(self, shown: Sequence[int], room: int) -> None:
        """Give the columns their widths. Where there is not even room for the headings the table
        scrolls; of columns that a person chose that is already where they would get too narrow.
        """
        modes, header = QHeaderView.ResizeMode, self.horizontalHeader()
        sharing = [column for column in shown if column in self._stretched]
        fixed = [column for column in shown if column not in self._stretched]
        for column in fixed:
            header.resizeSection(column, self._widths[column])
        rest = room - sum(self._widths[column] for column in fixed)
        chosen = self._all_chosen and rest < sum(self._widths[column] for column in sharing)
        least = {
            column: self._widths[column] if chosen else self._room_for_heading(column)
            for column in sharing
        }
        each = max(0, rest - sum(least.values())) // max(1, len(sharing))
        even = rest >= len(sharing) * max(least.values(), default=0)
        for column in sharing:
            mode = modes.Stretch if even else modes.Fixed
            if header.sectionResizeMode(column) is not mode:
                header.setSectionResizeMode(column, mode)
            if not even:
                header.resizeSection(column, least[column] + each)
        never, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setHorizontalScrollBarPolicy(never if even else needed)

    def _room_for_heading(self, column: int) -> int:
        """By the style, once that has given the heading its letters; 0 while it is hidden."""
        known = self._headings.get(column)
        if known is not None:
            return known
        room = self.horizontalHeader().sectionSizeHint(column)
        if room and self.isVisible():
            self._headings[column] = room
        return room

    def _heading_width(self, column: int) -> int:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        heading = self.model().headerData(column, Qt.Orientation.Horizontal)
        return QFontMetrics(font).horizontalAdvance(str(heading)) + scaled(_HEADING_SIDES)

    @property
    def current_row(self) -> int:
        """The chosen row, or -1."""
        return self.currentIndex().row()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the row; the rest is Qt's."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_row >= 0:
            self.row_opened.emit(self.current_row)
            return
        super().keyPressEvent(event)

    def _current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        self.row_chosen.emit(current.row())

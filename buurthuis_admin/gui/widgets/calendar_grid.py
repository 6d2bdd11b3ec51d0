# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A month or a week as a grid of days: by keyboard, and a meeting can be dragged to another day."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView

from buurthuis_admin.gui.models.calendar import CalendarModel, DayRole
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.calendar_cells import DayDelegate
from buurthuis_admin.i18n import format_weekday

_DAY = datetime.timedelta(days=1)
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -7,
    Qt.Key.Key_Down: 7,
}
_WEEK_COLUMN = 60
_NARROWEST = 34
_HEADING_SIDES = 12
_MONDAY = datetime.date(2024, 1, 1)


class CalendarGrid(QTableView):
    """``day_chosen`` follows the selection, also to days that are not shown.

    ``turned`` asks for the month or week before (-1) or after (1). ``opened`` is Enter or a
    double click. ``dropped`` tells a meeting and the day to which it was dragged.
    """

    day_chosen = Signal(object)
    turned = Signal(int)
    opened = Signal()
    dropped = Signal(int, object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("kind", "calendar")
        self.model_of_days = CalendarModel(self)
        self._delegate = DayDelegate(self)
        self._dragged: int | None = None
        self._pressed = QPoint()
        self._moving = False
        self.setModel(self.model_of_days)
        self.setItemDelegate(self._delegate)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setAutoScroll(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._dress_headers()
        self.selectionModel().currentChanged.connect(self._current_changed)
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def _dress_headers(self) -> None:
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setMinimumSectionSize(scaled(_NARROWEST))
        across.setMinimumHeight(scaled(42))
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        down.setMinimumSectionSize(scaled(76))
        down.setMinimumWidth(scaled(_WEEK_COLUMN))
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        for header in (across, down):
            header.setHighlightSections(False)
            header.setSectionsClickable(False)

    def show_week_numbers(self, *, shown: bool) -> None:
        """At the left; of one week alone the title has it."""
        self.verticalHeader().setVisible(shown)

    def minimumSizeHint(self) -> QSize:
        """Room for seven narrow days."""
        return QSize(scaled(7 * _NARROWEST + _WEEK_COLUMN + 20), scaled(42 + 2 * 76))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Short names of the days where the long ones do not fit."""
        super().resizeEvent(event)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(font)
        names = (format_weekday(_MONDAY + number * _DAY) for number in range(7))
        needed = max(metrics.horizontalAdvance(name) for name in names) + scaled(_HEADING_SIDES)
        self.model_of_days.shorten(short=self.columnWidth(0) < needed)

    @property
    def current_day(self) -> datetime.date | None:
        """The day that is chosen."""
        day = self.model_of_days.day(self.currentIndex())
        return None if day is None else day.day

    def choose(self, day: datetime.date) -> None:
        """Choose a day that is shown; nothing is told."""
        index = self.model_of_days.index_of(day)
        if index.isValid() and index != self.currentIndex():
            self.selectionModel().blockSignals(True)
            self.setCurrentIndex(index)
            self.selectionModel().blockSignals(False)
            self.scrollTo(index)
        self.viewport().update()

    # By keyboard.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from day to day, past the edge too; Page Up and Page Down turn."""
        key, day = event.key(), self.current_day
        if day is None:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self._go(day + _STEPS[Qt.Key(key)] * _DAY)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turned.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            first = day - day.weekday() * _DAY
            self._go(first if key == Qt.Key.Key_Home else first + 6 * _DAY)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def _go(self, day: datetime.date) -> None:
        index = self.model_of_days.index_of(day)
        if index.isValid():
            self.setCurrentIndex(index)
        else:
            self.day_chosen.emit(day)

    def _current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        day = self.model_of_days.day(current)
        if day is not None:
            self.day_chosen.emit(day.day)

    # By mouse.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the day, and remember the meeting that may be dragged."""
        super().mousePressEvent(event)
        self._pressed = event.position().toPoint()
        self._moving = False
        self._dragged = self._session_at(self._pressed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """While a meeting is dragged the day below it is marked, and the choice stays."""
        place = event.position().toPoint()
        far = (place - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._dragged is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if far:
            self._moving = True
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
            self._mark(self.indexAt(place))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A meeting that was dragged to another day is told."""
        index = self.indexAt(event.position().toPoint())
        day = self.model_of_days.day(index)
        if self._moving and self._dragged is not None and day is not None:
            before = self.model_of_days.day(self.indexAt(self._pressed))
            if before is not None and before.day != day.day:
                self.dropped.emit(self._dragged, day.day)
        self._dragged, self._moving = None, False
        self.viewport().unsetCursor()
        self._mark(QModelIndex())
        super().mouseReleaseEvent(event)

    def _mark(self, index: QModelIndex) -> None:
        self._delegate.target = QPersistentModelIndex(index)
        self.viewport().update()

    def _session_at(self, place: QPoint) -> int | None:
        index = self.indexAt(place)
        day = index.data(DayRole)
        if day is None:
            return None
        found = self._delegate.session_at(day, self.visualRect(index), place)
        return None if found is None else found.id

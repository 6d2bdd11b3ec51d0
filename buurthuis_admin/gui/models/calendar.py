# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Weeks as rows and days as columns, with the meetings of each day."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from buurthuis_admin.domain.activities import SessionState
from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.planning import CalendarSession
from buurthuis_admin.i18n import _, format_day_long, format_time, format_weekday, ngettext

DayRole = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex
_WEEK = 7
_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Day:
    """A cell: the day, its meetings, why nothing is held, and whether it is of another month."""

    day: datetime.date
    sessions: Sequence[CalendarSession] = ()
    note: str = ""
    aside: bool = False
    today: bool = False


def weeks_of(period: Period) -> Period:
    """Whole weeks, Monday first, around a period."""
    start = period.start - period.start.weekday() * _DAY
    return Period(start, period.end + (6 - period.end.weekday()) * _DAY)


class CalendarModel(QAbstractTableModel):
    """Shows whole weeks; a cell speaks its date and what is held."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._days: Sequence[Day] = ()
        self._short = False

    def shorten(self, *, short: bool) -> None:
        """Write the days of the week above the columns in short, where there is little room."""
        if short != self._short:
            self._short = short
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, _WEEK - 1)

    def show_days(self, days: Sequence[Day]) -> None:
        """Show these days: whole weeks that begin on Monday."""
        assert len(days) % _WEEK == 0
        same = len(days) == len(self._days)
        if not same:
            self.beginResetModel()
        self._days = days
        if not same:
            self.endResetModel()
        elif days:
            last = self.index(self.rowCount() - 1, _WEEK - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, self.rowCount() - 1)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, _WEEK - 1)

    def day(self, index: _Index) -> Day | None:
        """The day of a cell."""
        if not index.isValid():
            return None
        return self._days[index.row() * _WEEK + index.column()]

    def index_of(self, day: datetime.date) -> QModelIndex:
        """The cell of a day; one that is not valid when it is not shown."""
        if not self._days:
            return QModelIndex()
        place = (day - self._days[0].day).days
        if not 0 <= place < len(self._days):
            return QModelIndex()
        return self.index(place // _WEEK, place % _WEEK)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many weeks."""
        return 0 if parent.isValid() else len(self._days) // _WEEK

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Seven days."""
        return 0 if parent.isValid() else _WEEK

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The day behind a cell, and what a screen reader says of it."""
        day = self.day(index)
        if day is None:
            return None
        if role == DayRole:
            return day
        if role == Qt.ItemDataRole.DisplayRole:
            return str(day.day.day)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return spoken(day)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Days of the week above, numbers of the weeks at the left."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical and 0 <= section < self.rowCount():
            week = self._days[section * _WEEK].day.isocalendar().week
            return _("wk {number}").format(number=week)
        if orientation is Qt.Orientation.Horizontal and 0 <= section < _WEEK:
            name = format_weekday(datetime.date(2024, 1, 1) + section * _DAY)
            return name[:2] if self._short else name
        return None


def spoken(day: Day) -> str:
    """'dinsdag 1 december 2026: 2 bijeenkomsten: 10:00 Koffieochtend; 13:00 Bingo'."""
    parts = [format_day_long(day.day, weekday=True)]
    if day.note:
        parts.append(day.note)
    count = ngettext("{count} meeting", "{count} meetings", len(day.sessions))
    parts.append(count.format(count=len(day.sessions)))
    parts.extend(session_line(one) for one in day.sessions)
    return "; ".join(parts)


def session_line(one: CalendarSession) -> str:
    """'10:00 Koffieochtend', with what became of it when it does not go on."""
    time = f"{format_time(one.starts_at)} " if one.starts_at else ""
    line = f"{time}{one.activity}"
    if one.state is SessionState.CANCELLED:
        return _("{meeting} (does not go on)").format(meeting=line)
    return line

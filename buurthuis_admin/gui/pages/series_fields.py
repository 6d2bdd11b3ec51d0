# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""How often a series repeats, as a person chooses it."""

from __future__ import annotations

import datetime
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from buurthuis_admin.domain.series import Every, Repeat
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.field_form import Choice
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.texts import label
from buurthuis_admin.i18n import _
from buurthuis_admin.services.series_words import ordinal_words, weekday_name

_WEEKS = (1, 2, 3, 4)


class Kind(StrEnum):
    """What is chosen first."""

    WEEKS = "weeks"
    WEEKDAY = "weekday"
    DATE = "date"
    YEAR = "year"


def _kind_words() -> list[tuple[tuple[Kind, int], str]]:
    return [
        ((Kind.WEEKS, 1), _("Every week")),
        ((Kind.WEEKS, 2), _("Every other week")),
        ((Kind.WEEKS, 3), _("Every 3 weeks")),
        ((Kind.WEEKS, 4), _("Every 4 weeks")),
        ((Kind.WEEKDAY, 1), _("Every month on a day of the week, such as the 2nd Thursday")),
        ((Kind.WEEKDAY, 2), _("Every two months on a day of the week")),
        ((Kind.DATE, 1), _("Every month on the same date")),
        ((Kind.YEAR, 1), _("Every year on the same date")),
    ]


class RepeatFields(QWidget):
    """``changed`` is sent when something else is chosen. The date is that of the first day."""

    changed = Signal()

    def __init__(self, repeat: Repeat) -> None:
        super().__init__()
        self.kind = Choice(_kind_words(), _kind_of(repeat))
        self.kind.setObjectName("repeat_kind")
        self.kind.setAccessibleName(_("How often"))
        self.days = [_box(number, number in repeat.weekdays) for number in range(7)]
        widest = max(box.sizeHint().width() for box in self.days)
        for box in self.days:  # so that on more lines they stand below each other
            box.setMinimumWidth(widest)
        nth = repeat.nth if repeat.every is Every.WEEKDAY_OF_MONTH else 1
        self.nth = Choice(list(ordinal_words().items()), nth)
        self.nth.setObjectName("repeat_nth")
        self.nth.setAccessibleName(_("Which one of the month"))
        weekday = repeat.weekdays[0] if repeat.weekdays else 0
        self.weekday = Choice([(day, weekday_name(day)) for day in range(7)], weekday)
        self.weekday.setObjectName("repeat_weekday")
        self.weekday.setAccessibleName(_("Day of the week"))
        self._lay_out()
        self._connect()
        self._arrange()

    def _lay_out(self) -> None:
        self._of_weeks = flow_row(*self.days)
        self._of_month = flow_row(self.nth, self.weekday)
        self._of_date = label(_("The date is that of the first day below."), "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        for widget in (self.kind, self._of_weeks, self._of_month, self._of_date):
            column.addWidget(widget)
        self.setFocusProxy(self.kind)

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(lambda _index: self._arrange())
        for box in (self.kind, self.nth, self.weekday):
            box.currentIndexChanged.connect(lambda _index: self.changed.emit())
        for day in self.days:
            day.toggled.connect(lambda _on: self.changed.emit())

    def _arrange(self) -> None:
        kind, _interval = self.kind.key
        self._of_weeks.setVisible(kind is Kind.WEEKS)
        self._of_month.setVisible(kind is Kind.WEEKDAY)
        self._of_date.setVisible(kind in (Kind.DATE, Kind.YEAR))

    def repeat(self, first: datetime.date) -> Repeat:
        """What is chosen, without an end; no day of the week at all is for the form to tell."""
        kind, interval = self.kind.key
        if kind is Kind.WEEKS:
            days = tuple(number for number, box in enumerate(self.days) if box.isChecked())
            return Repeat(interval=interval, weekdays=days)
        if kind is Kind.WEEKDAY:
            nth, weekday = self.nth.key, self.weekday.key
            return Repeat(
                every=Every.WEEKDAY_OF_MONTH, interval=interval, weekdays=(weekday,), nth=nth
            )
        every = Every.DAY_OF_MONTH if kind is Kind.DATE else Every.YEAR
        month = first.month if every is Every.YEAR else 1
        return Repeat(every=every, interval=interval, day=first.day, month=month)


def _kind_of(repeat: Repeat) -> tuple[Kind, int]:
    if repeat.every is Every.WEEK:
        return Kind.WEEKS, repeat.interval if repeat.interval in _WEEKS else 1
    if repeat.every is Every.WEEKDAY_OF_MONTH:
        return Kind.WEEKDAY, min(repeat.interval, 2)
    return (Kind.DATE if repeat.every is Every.DAY_OF_MONTH else Kind.YEAR), 1


def _box(number: int, on: bool) -> QCheckBox:
    box = QCheckBox(weekday_name(number))
    box.setObjectName(f"repeat_day_{number}")
    box.setAccessibleName(weekday_name(number))
    box.setChecked(on)
    return box

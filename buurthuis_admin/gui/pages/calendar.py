# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The calendar: a week or a month of meetings, and the chosen day beside it."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Mapping, Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.planning import CalendarSession, season_end
from buurthuis_admin.gui.models.calendar import Day, weeks_of
from buurthuis_admin.gui.pages.day_panel import DayPanel
from buurthuis_admin.gui.widgets.calendar_grid import CalendarGrid
from buurthuis_admin.gui.widgets.dialogs import open_dialog
from buurthuis_admin.gui.widgets.flow import FlowLabel, flow_row
from buurthuis_admin.gui.widgets.list_detail import ListDetail
from buurthuis_admin.gui.widgets.page import list_column
from buurthuis_admin.gui.widgets.texts import announce, button, card, square_button
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import (
    _,
    format_day_long,
    format_day_short,
    format_number,
    month_name,
    ngettext,
)

_DAY = datetime.timedelta(days=1)


class Span(StrEnum):
    """How much is shown."""

    WEEK = "week"
    MONTH = "month"


def period_of(span: Span, day: datetime.date) -> Period:
    """The week or month of a day."""
    if span is Span.WEEK:
        first = day - day.weekday() * _DAY
        return Period(first, first + 6 * _DAY)
    last = calendar.monthrange(day.year, day.month)[1]
    return Period(day.replace(day=1), day.replace(day=last))


def turned(span: Span, day: datetime.date, steps: int) -> datetime.date:
    """The day a number of weeks or months on; of a short month the last day."""
    if span is Span.WEEK:
        return day + steps * 7 * _DAY
    months = day.year * 12 + day.month - 1 + steps
    year, month = months // 12, months % 12 + 1
    return datetime.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


class CalendarView(QWidget):
    """``activity_asked`` with an id, ``attendance_asked`` with that of a meeting.

    Only the weeks that are shown are read; ``chosen`` is the day that the keyboard is on.
    """

    activity_asked = Signal(int)
    attendance_asked = Signal(int)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._schedule = workspace.administration.schedule
        self._span = Span.MONTH
        self.chosen = self._schedule.today()
        self._days: dict[datetime.date, Day] = {}
        self._looked: datetime.date | None = None
        self.before = square_button("caret-left", _("Previous"))
        self.after = square_button("caret-right", _("Next"))
        self.now = button(_("Today"))
        self.title = FlowLabel("", "heading")
        self.export = button(_("Save calendar"), "download-simple")
        self.unplanned = FlowLabel("")
        self.extend = button(_("Plan them"), "", "primary")
        self._season, column = card("info", gap=4, margin=12)
        column.addWidget(self.unplanned)
        column.addWidget(flow_row(self.extend))
        self._season.hide()
        self.grid = CalendarGrid(_("Calendar"))
        self.panel = DayPanel(workspace)
        self.panes = ListDetail(
            self._listing(), self.panel, _("Back to the calendar"), home=self.grid, width=360
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.panes)
        self._connect()

    def _listing(self) -> QWidget:
        listing = list_column()
        listing.column.setContentsMargins(
            listing.column.contentsMargins().left(),
            0,
            listing.column.contentsMargins().right(),
            listing.column.contentsMargins().bottom(),
        )
        bar = flow_row(self.before, self.now, self.after, self.title, self.export)
        listing.column.addWidget(bar)
        listing.column.addWidget(self._season)
        listing.column.addWidget(self.grid, 1)
        return listing

    def _connect(self) -> None:
        self.before.clicked.connect(lambda: self._turn(-1))
        self.after.clicked.connect(lambda: self._turn(1))
        self.now.clicked.connect(lambda: self.show_day(self._schedule.today()))
        self.export.clicked.connect(self._export)
        self.extend.clicked.connect(self._extend)
        self.grid.day_chosen.connect(self._day_chosen)
        self.grid.turned.connect(self._turn)
        self.grid.opened.connect(self._open)
        self.grid.dropped.connect(self._move)
        self.grid.clicked.connect(lambda _index: self.panes.open_detail())
        self.panel.activity_asked.connect(self.activity_asked)
        self.panel.attendance_asked.connect(self.attendance_asked)

    # Where it is.

    def show_span(self, span: Span) -> None:
        """A week or a month, around the chosen day."""
        self._span = span
        self.grid.show_week_numbers(shown=span is Span.MONTH)
        self._read()

    def show_day(self, day: datetime.date) -> None:
        """Go to a day."""
        self.chosen = day
        self._read()

    def focus_first(self) -> None:
        """The grid."""
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self, steps: int) -> None:
        self.show_day(turned(self._span, self.chosen, steps))

    def _day_chosen(self, day: datetime.date) -> None:
        outside = day not in period_of(self._span, self.chosen)
        self.chosen = day
        if outside:
            self._read()
        else:
            self._show_chosen()

    def _open(self) -> None:
        self.panes.open_detail()
        self.panel.focus_first()

    # What is shown.

    @property
    def period(self) -> Period:
        """The week or month that is shown."""
        return period_of(self._span, self.chosen)

    def refresh(self) -> None:
        """Something was changed: read anew."""
        self._looked = None
        self._read()

    def _read(self) -> None:
        """Read the weeks that are shown, and no others."""
        shown = self.period
        weeks = weeks_of(shown)
        schedule = self._schedule
        self.title.setText(self._heading(shown))
        self.title.updateGeometry()
        self._workspace.readers.run(
            self,
            lambda: (schedule.calendar(weeks), schedule.free_days(weeks)),
            lambda found: self._show(shown, weeks, *found),
        )

    def _heading(self, shown: Period) -> str:
        if self._span is Span.MONTH:
            return f"{month_name(shown.start.month)} {shown.start.year}"
        return _("Week {number}, {first} to {last}").format(
            number=shown.start.isocalendar().week,
            first=format_day_short(shown.start),
            last=format_day_short(shown.end),
        )

    def _show(
        self,
        shown: Period,
        weeks: Period,
        sessions: Sequence[CalendarSession],
        notes: Mapping[datetime.date, str],
    ) -> None:
        if shown != self.period:
            return  # another one was asked for since
        by_day: dict[datetime.date, list[CalendarSession]] = {}
        for one in sessions:
            by_day.setdefault(one.day, []).append(one)
        today = self._schedule.today()
        count = (weeks.end - weeks.start).days + 1
        days = [weeks.start + number * _DAY for number in range(count)]
        self._days = {
            day: Day(day, by_day.get(day, ()), notes.get(day, ""), day not in shown, day == today)
            for day in days
        }
        self.grid.model_of_days.show_days(list(self._days.values()))
        self.grid.choose(self.chosen)
        self._show_chosen()
        self._look_ahead()

    def _show_chosen(self) -> None:
        day = self._days.get(self.chosen)
        if day is not None:
            self.panel.show_day(day)
            announce(self, format_day_long(day.day, weekday=True))

    @property
    def _horizon(self) -> datetime.date:
        """The end of the season of what is shown, or of today."""
        return season_end(max(self._schedule.today(), self.period.end))

    def _look_ahead(self) -> None:
        schedule, horizon = self._schedule, self._horizon
        if horizon == self._looked:
            return
        self._looked = horizon
        self._workspace.readers.run(
            self,
            lambda: schedule.to_extend(horizon),
            lambda count: self._tell_unplanned(horizon, count),
        )

    def _tell_unplanned(self, horizon: datetime.date, count: int) -> None:
        if horizon != self._horizon:
            return
        self._season.setVisible(count > 0)
        told = ngettext(
            "{count} meeting of series that go on is not planned yet, up to and including {day}.",
            "{count} meetings of series that go on are not planned yet, up to and including {day}.",
            count,
        )
        self.unplanned.setText(
            told.format(count=format_number(count), day=format_day_long(horizon))
        )

    # What is done.

    def _extend(self) -> None:
        schedule, horizon = self._schedule, self._horizon
        self._workspace.writers.run(
            self, lambda: schedule.extend(horizon), lambda _count: self._season.hide()
        )

    def _move(self, session_id: int, day: datetime.date) -> None:
        schedule = self._schedule
        self.chosen = day
        self._workspace.writers.run(
            self, lambda: schedule.move(session_id, day), lambda _kept: None
        )

    def _export(self) -> None:
        from buurthuis_admin.gui.pages.calendar_export import CalendarExport

        open_dialog(CalendarExport(self.period, self._workspace, self))

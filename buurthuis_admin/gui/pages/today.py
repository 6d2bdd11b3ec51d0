# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The first page: what there is today, and what asks for attention."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from buurthuis_admin.domain.activities import SessionState
from buurthuis_admin.domain.dossier_track import MomentKind
from buurthuis_admin.domain.privacy import Deadline, DeadlineKind, Urgency
from buurthuis_admin.domain.thinning import BackupReason
from buurthuis_admin.domain.today import Meeting, Overview, SubsidyTerm
from buurthuis_admin.gui.backup_words import state_lines, state_pill
from buurthuis_admin.gui.pages.today_beginning import BeginningCard
from buurthuis_admin.gui.pages.today_visits import VisitsCard
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.flow import FlowLabel, flow_row
from buurthuis_admin.gui.widgets.lines import LinesCard, line_of, stacked
from buurthuis_admin.gui.widgets.page import Page, PageHeader
from buurthuis_admin.gui.widgets.pill import Pill, PillText
from buurthuis_admin.gui.widgets.scroll import ScrollColumn
from buurthuis_admin.gui.widgets.texts import announce, button
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import (
    _,
    format_day_long,
    format_day_short,
    format_money,
    format_number,
    format_time,
    format_weekday,
    ngettext,
)

_WIDE_ENOUGH = 900  # below that the right column stands under the left one
_SHOWN = 6
_WHEN = 150
_COLOURS = {Urgency.CALM: "neutral", Urgency.SOON: "warn", Urgency.LATE: "error"}


class TodayPage(Page):
    """Each line leads to its page: ``place_asked`` with a key, the others with an id.

    ``session_asked`` is a meeting whose attendance is to be filled in, ``doubles_asked`` is for
    people who may be here twice.
    """

    activity_asked = Signal(int)
    session_asked = Signal(int)
    place_asked = Signal(str)
    subsidy_asked = Signal(int)
    doubles_asked = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Today"))
        self._workspace = workspace
        self._day: datetime.date | None = None
        self._overview: Overview | None = None
        self._doubles = 0
        self.header = PageHeader(_("Today"))
        self.beginning = BeginningCard()
        self.meetings = LinesCard(_("Meetings today"))
        self.week = LinesCard(_("Later this week"))
        self.unfilled = LinesCard(_("Not filled in yet"))
        self.recent = LinesCard(_("Last meetings"))
        self.visits = VisitsCard()
        self.subsidies = LinesCard(_("Subsidies"))
        self.tasks = LinesCard(_("To do"))
        self.backups = LinesCard(_("Backup"))
        self.make = button(_("Make a backup now"), "floppy-disk")
        self.all_backups = button(_("All backups"), "", "link")
        self._lay_out()
        self.beginning.place_asked.connect(self.place_asked)
        self.visits.place_asked.connect(self.place_asked)
        self.make.clicked.connect(self._make_backup)
        self.all_backups.clicked.connect(lambda: self.place_asked.emit("backups"))
        self.refresh()

    def _lay_out(self) -> None:
        self.backups.footer.addWidget(flow_row(self.make, self.all_backups))
        scroll = ScrollColumn(margins=(24, 16, 24, 24), gap=16)
        around = QHBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scroll)
        scroll.column.addWidget(self.header)
        scroll.column.addWidget(self.beginning)
        # One column until there is a width: two ask for room, even of a page that is not shown.
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._columns.setSpacing(scaled(16))
        self._columns.addLayout(_column(*self._left_cards()), 3)
        self._columns.addLayout(_column(self.subsidies, self.tasks, self.backups), 2)
        scroll.column.addLayout(self._columns)
        scroll.column.addStretch(1)

    def _left_cards(self) -> tuple[QWidget, ...]:
        return (self.meetings, self.week, self.unfilled, self.recent, self.visits)

    # As Qt asks of a widget.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where there is no room for two."""
        super().resizeEvent(event)
        wide = self.width() >= scaled(_WIDE_ENOUGH)
        directions = QBoxLayout.Direction
        self._columns.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    def showEvent(self, event: QShowEvent) -> None:
        """A new day has begun while another page was shown."""
        super().showEvent(event)
        if self._day is not None and self._day != self._workspace.administration.today.day():
            self.refresh()

    def focus_first(self) -> None:
        """The first thing to do."""
        first = next((one for one in self.findChildren(QPushButton) if one.isVisible()), self.make)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read everything anew."""
        administration = self._workspace.administration
        self._workspace.readers.run(
            self,
            lambda: (administration.today.overview(), administration.members.everyone()),
            lambda found: self._show(*found),
        )
        self._workspace.readers.later(self, administration.today.visits, self.visits.show_visits)
        # Everybody is laid beside everybody: not while somebody waits for the page.
        self._workspace.readers.later(
            self, lambda: len(administration.merging.doubles()), self._show_doubles
        )

    # What is shown.

    def _show(self, overview: Overview, people: int) -> None:
        known = (overview.meetings, overview.week, overview.recent, overview.subsidies)
        self.beginning.setVisible(not people and not any(known))
        self._day, self._overview = overview.day, overview
        week = _("week {number}").format(number=overview.day.isocalendar().week)
        self.header.say(f"{format_day_long(overview.day, weekday=True)}  ·  {week}")
        self._show_meetings(overview.meetings)
        self._show_week(overview.week)
        self._show_unfilled(overview.unfilled)
        self._show_recent(overview.recent)
        self._show_subsidies(overview)
        self._show_tasks(overview)
        self._show_backups(overview)

    def _show_meetings(self, meetings: Sequence[Meeting]) -> None:
        self.meetings.empty()
        if not meetings:
            self.meetings.tell(_("No meetings are planned for today."))
        for one in meetings:
            time = format_time(one.starts_at) if one.starts_at else _("All day")
            words = (_when(time), _named(one))
            self.meetings.add(line_of(*words, right=(_state(one), self._fill_in(one))))

    def _show_week(self, meetings: Sequence[Meeting]) -> None:
        self.week.setVisible(bool(meetings))
        self.week.empty()
        for one in meetings:
            time = f", {format_time(one.starts_at)}" if one.starts_at else ""
            words = (_when(f"{format_weekday(one.day)}{time}"), _named(one))
            self.week.add(line_of(*words, right=(_state(one), self._open(one, _("Open")))))

    def _show_unfilled(self, meetings: Sequence[Meeting]) -> None:
        self.unfilled.setVisible(bool(meetings))
        self.unfilled.empty()
        told = ngettext("{count} meeting", "{count} meetings", len(meetings))
        self.unfilled.say(PillText(told.format(count=len(meetings)), "clock", "warn"))
        for one in meetings:
            words = (_when(format_day_short(one.day, weekday=True)), _named(one))
            self.unfilled.add(line_of(*words, right=(self._fill_in(one),)))

    def _show_recent(self, meetings: Sequence[Meeting]) -> None:
        self.recent.setVisible(bool(meetings))
        self.recent.empty()
        for one in meetings:
            words = (_when(format_day_short(one.day, weekday=True)), _named(one))
            self.recent.add(line_of(*words, right=(_state(one), self._open(one, _("Open")))))

    def _fill_in(self, one: Meeting) -> QPushButton:
        made = button(_("Fill in attendance"), "clipboard-text")
        day = format_day_long(one.day)
        named = _("Fill in attendance: {activity}, {day}").format(activity=one.activity, day=day)
        made.setAccessibleName(named)
        made.clicked.connect(lambda: self.session_asked.emit(one.session_id))
        return made

    def _open(self, one: Meeting, word: str) -> QPushButton:
        made = button(word)
        day = format_day_long(one.day)
        made.setAccessibleName(_("Open {activity}, {day}").format(activity=one.activity, day=day))
        made.clicked.connect(lambda: self.activity_asked.emit(one.activity_id))
        return made

    def _show_subsidies(self, overview: Overview) -> None:
        self.subsidies.empty()
        if not overview.subsidies:
            self.subsidies.tell(_("No subsidy has a term or money to come."))
            return
        money = FlowLabel(format_money(overview.to_come), "heading")
        self.subsidies.add(line_of(FlowLabel(_("Still to come"), "muted"), right=(money,)))
        for term in overview.subsidies[:_SHOWN]:
            opened = partial(self.subsidy_asked.emit, term.subsidy_id)
            self.subsidies.add(_subsidy_line(term, overview.day, opened))
        more = len(overview.subsidies) - _SHOWN
        if more > 0:
            told = ngettext("{count} more dossier", "{count} more dossiers", more)
            way = button(told.format(count=format_number(more)), "caret-right", "link")
            way.clicked.connect(lambda: self.place_asked.emit("subsidies"))
            self.subsidies.add(flow_row(way))

    def _show_tasks(self, overview: Overview) -> None:
        self.tasks.empty()
        if overview.sheet_missing:
            self._add_task(_("Print the recovery sheet and keep it safe"), "safety", None)
        if overview.waiting_rows:
            told = ngettext(
                "{count} row waits for an answer",
                "{count} rows wait for an answer",
                overview.waiting_rows,
            )
            count = format_number(overview.waiting_rows)
            self._add_task(told.format(count=count), "waiting", None)
        if self._doubles:
            self._add_doubles()
        for one in overview.deadlines[:_SHOWN]:
            place = "volunteers" if one.kind is DeadlineKind.CERTIFICATE else "privacy"
            self._add_task(one.text, place, _deadline_pill(one, overview.day))
        self.tasks.setVisible(bool(self.tasks.rows.count()))

    def _show_doubles(self, count: int) -> None:
        before, self._doubles = self._doubles, count
        if self._overview is not None and before != count:
            self._show_tasks(self._overview)

    def _add_doubles(self) -> None:
        told = ngettext(
            "{count} pair of people may be one person",
            "{count} pairs of people may be one person each",
            self._doubles,
        )
        go = self._add_task(told.format(count=format_number(self._doubles)), "", None)
        go.clicked.connect(self.doubles_asked)

    def _add_task(self, text: str, place: str, pill: PillText | None) -> QPushButton:
        """A line with a button that leads to ``place``, unless that is ''."""
        go = button(_("Go there"))
        go.setAccessibleName(_("Go there: {task}").format(task=text))
        if place:
            go.clicked.connect(lambda: self.place_asked.emit(place))
        pills = () if pill is None else (Pill(pill),)
        self.tasks.add(line_of(FlowLabel(text), right=(*pills, go)))
        return go

    def _show_backups(self, overview: Overview) -> None:
        self.backups.empty()
        self.backups.say(state_pill(overview.backups))
        lines = state_lines(overview.backups)
        unkept = self._workspace.preferences.backup_problem
        if unkept and not overview.backups.failure:
            lines.append(unkept)
        for text in lines:
            self.backups.tell(text)

    def _make_backup(self) -> None:
        backups = self._workspace.administration.backups
        self.make.setEnabled(False)
        announce(self, _("A backup is being made…"))
        self._workspace.writers.run(
            self,
            lambda: backups.make(BackupReason.MANUAL),
            lambda _made: self.make.setEnabled(True),
            self._not_made,
        )

    def _not_made(self, error: BaseException) -> None:
        self.make.setEnabled(True)
        self._workspace.errors.show(error)


def _column(*cards: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(scaled(16))
    for one in cards:
        column.addWidget(one)
    column.addStretch(1)
    return column


def _named(one: Meeting) -> QWidget:
    """What is held, where, and who leads it."""
    around = "  ·  ".join(part for part in (one.room, one.leader) if part)
    name = FlowLabel(one.activity, "strong")
    return stacked(name, FlowLabel(around, "muted")) if around else stacked(name)


def _when(text: str) -> FlowLabel:
    made = FlowLabel(text)
    made.setMinimumWidth(scaled(_WHEN))  # so that the names stand below each other
    return made


def _state(one: Meeting) -> Pill:
    if one.state is SessionState.CANCELLED:
        return Pill(PillText(_("Cancelled"), "x-circle"))
    if one.filled:
        told = ngettext("{count} visit", "{count} visits", one.visits)
        return Pill(PillText(told.format(count=format_number(one.visits)), "check-circle", "ok"))
    if one.enrolled:
        told = _("{count} enrolled").format(count=format_number(one.enrolled))
        return Pill(PillText(told, "users"))
    return Pill(PillText(_("Not filled in yet"), "clock"))


def _subsidy_line(term: SubsidyTerm, today: datetime.date, opened: Callable[[], None]) -> QWidget:
    way = button(_("Show"), "", "link")
    way.setAccessibleName(_("Show: {name}").format(name=term.name))
    way.clicked.connect(lambda _on=False: opened())
    money = [FlowLabel(text) for text in _money_words(term)]
    name = line_of(FlowLabel(term.name, "strong"), right=(*money, way))
    if term.due_on is None or term.what is None:
        return stacked(name)
    day = _TERMS[term.what]().format(day=format_day_short(term.due_on))
    pill = Pill(_days_pill(term.due_on, term.urgency, today))
    return stacked(name, line_of(FlowLabel(day, "muted"), right=(pill,)))


def _money_words(term: SubsidyTerm) -> list[str]:
    told = [format_money(term.to_come)] if term.to_come else []
    if term.to_repay:
        told.append(_("{amount} to pay back").format(amount=format_money(term.to_repay)))
    return told


_TERMS: dict[MomentKind, Callable[[], str]] = {
    MomentKind.DUE: lambda: _("Account for it by {day}"),
    MomentKind.INTERIM_DUE: lambda: _("Interim report by {day}"),
    MomentKind.CONDITION_DUE: lambda: _("A condition by {day}"),
}


def _deadline_pill(one: Deadline, today: datetime.date) -> PillText:
    return _days_pill(one.day, one.urgency, today)


def _days_pill(day: datetime.date, urgency: Urgency, today: datetime.date) -> PillText:
    days = (day - today).days
    if days == 0:
        word = _("today")
    elif days > 0:
        word = ngettext("in {count} day", "in {count} days", days).format(count=format_number(days))
    else:
        word = ngettext("{count} day late", "{count} days late", -days).format(
            count=format_number(-days)
        )
    icon = {Urgency.CALM: "calendar-blank", Urgency.SOON: "clock", Urgency.LATE: "warning"}
    return PillText(word, icon[urgency], _COLOURS[urgency])

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""One day of the calendar: each meeting with everything that can be done with it."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from buurthuis_admin.domain.activities import SessionState
from buurthuis_admin.domain.planning import CalendarSession, overlaps
from buurthuis_admin.gui.models.calendar import Day
from buurthuis_admin.gui.widgets.flow import FlowLabel, flow_row
from buurthuis_admin.gui.widgets.lines import line_of
from buurthuis_admin.gui.widgets.pill import Pill
from buurthuis_admin.gui.widgets.scroll import ScrollColumn
from buurthuis_admin.gui.widgets.texts import button, card, clear, label
from buurthuis_admin.gui.wording import session_pill
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_day_long, ngettext
from buurthuis_admin.services.series_words import times_sentence

_AT_ONCE = 5


class DayPanel(ScrollColumn):
    """``activity_asked`` with an id, ``attendance_asked`` with the id of a meeting."""

    activity_asked = Signal(int)
    attendance_asked = Signal(int)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(gap=12)
        self._workspace = workspace
        self._day: datetime.date | None = None
        self.title = label("", "heading")
        self.note = label("", "muted")
        self.new = button(_("New meeting"), "plus")
        self.new.clicked.connect(self._add)
        self._rows = _Rows()
        self._waiting: list[tuple[CalendarSession, bool]] = []
        self.more = button("")
        self.more.hide()
        self.more.clicked.connect(self._show_more)
        for widget in (self.title, self.note, flow_row(self.new), self._rows, self.more):
            self.column.addWidget(widget)
        self.column.addStretch(1)

    def focus_first(self) -> None:
        """The first thing that can be done with the first meeting."""
        self._rows.first(self.new).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_day(self, day: Day) -> None:
        """Show a day with its meetings."""
        self._day = day.day
        self.title.setText(format_day_long(day.day, weekday=True))
        self.note.setText(day.note or _("No meetings on this day."))
        self.note.setVisible(bool(day.note) or not day.sessions)
        booked = {one for pair in overlaps(day.sessions) for one in (pair.first, pair.second)}
        self._rows.empty()
        self._waiting = [(one, one in booked) for one in day.sessions]
        self._show_more()

    def _show_more(self) -> None:
        """A few at once: a day with eighty meetings would hold up the window."""
        now, self._waiting = self._waiting[:_AT_ONCE], self._waiting[_AT_ONCE:]
        for one, double in now:
            self._rows.add(self._card(one, double=double))
        count = len(self._waiting)
        told = ngettext("Show {count} more meeting", "Show {count} more meetings", count)
        self.more.setText(told.format(count=count))
        self.more.setAccessibleName(self.more.text())
        self.more.setVisible(bool(count))

    def _card(self, one: CalendarSession, *, double: bool) -> QWidget:
        frame, column = card(gap=4, margin=16)
        time = times_sentence(one.starts_at, one.ends_at) or _("All day")
        column.addWidget(line_of(FlowLabel(time), right=(Pill(session_pill(one.state)),)))
        column.addWidget(FlowLabel(one.activity, "strong"))
        around = "  ·  ".join(part for part in (one.room, one.leader) if part)
        for text, kind in ((around, "muted"), (one.reason, ""), (one.remark, "")):
            if text:
                column.addWidget(label(text, kind))
        if double:
            told = _("Another meeting is in {room} at this time.").format(room=one.room)
            column.addWidget(label(told, "problem"))
        column.addWidget(flow_row(*self._buttons(one)))
        return frame

    def _buttons(self, one: CalendarSession) -> list[QPushButton]:
        made = []
        if one.state is not SessionState.CANCELLED:
            made.append(self._button(one, _("Attendance"), self.attendance_asked.emit, one.id))
        made.append(self._button(one, _("Change"), self.change, one.id))
        if one.state is SessionState.CANCELLED:
            made.append(self._button(one, _("Goes on after all"), self._go_on, one.id))
        elif not one.counted:
            made.append(self._button(one, _("Does not go on"), self.cancel, one.id))
        made.append(
            self._button(one, _("To the activity"), self.activity_asked.emit, one.activity_id)
        )
        return made

    def _button(
        self, one: CalendarSession, word: str, act: Callable[[int], None], number: int
    ) -> QPushButton:
        made = button(word)
        made.setAccessibleName(f"{word}: {one.activity}")
        made.clicked.connect(lambda: act(number))
        return made

    def _add(self) -> None:
        if self._day is None:
            return
        from buurthuis_admin.gui.pages.session_form import open_new_session

        open_new_session(self._workspace, self, self._day)

    def change(self, session_id: int) -> None:
        """Open the form of a meeting: another day and time are in it too."""
        from buurthuis_admin.gui.pages.session_form import open_session

        open_session(self._workspace, self, session_id)

    def cancel(self, session_id: int) -> None:
        """Ask why it does not go on, and for which meetings."""
        from buurthuis_admin.gui.pages.cancel_form import open_cancel

        open_cancel(self._workspace, self, session_id)

    def _go_on(self, session_id: int) -> None:
        schedule = self._workspace.administration.schedule
        self._workspace.writers.run(self, lambda: schedule.uncancel(session_id), lambda _done: None)


class _Rows(QWidget):
    """Widgets below each other that are replaced together."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def empty(self) -> None:
        """Take all away."""
        clear(self._column)

    def add(self, widget: QWidget) -> None:
        """One more."""
        self._column.addWidget(widget)

    def first(self, otherwise: QPushButton) -> QPushButton:
        """The first button, or another one when there is none."""
        item = self._column.itemAt(0)
        widget = None if item is None else item.widget()  # children that go are no items any more
        found = None if widget is None else widget.findChild(QPushButton)
        return found or otherwise

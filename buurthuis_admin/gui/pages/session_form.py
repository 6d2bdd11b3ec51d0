# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The form for one meeting: its day, time, room and leader, and for how much of its series."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from buurthuis_admin.domain.activities import Activity, Session, SessionState
from buurthuis_admin.domain.planning import CalendarSession, Overlap
from buurthuis_admin.domain.series import Scope
from buurthuis_admin.gui.field_reading import FieldReading
from buurthuis_admin.gui.pages.scope_choice import ScopeChoice
from buurthuis_admin.gui.pages.series_preview import fixed_sentence, overlap_sentence
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.dialogs import open_dialog
from buurthuis_admin.gui.widgets.field_form import (
    Choice,
    FieldForm,
    line_edit,
    suggestions,
    typed,
)
from buurthuis_admin.gui.widgets.texts import card, label
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_day, format_time
from buurthuis_admin.services.replanning import Values

_REST = 300  # milliseconds after the last change


@dataclass(frozen=True, slots=True)
class Around:
    """What the form needs to know beside the meeting itself."""

    activities: Sequence[Activity]
    rooms: Sequence[str]
    fixed: int = 0


def open_new_session(
    workspace: Workspace, parent: QWidget, day: datetime.date, activity_id: int | None = None
) -> None:
    """Open the form for a meeting on a day, of an activity that may be known."""
    session = Session(activity_id=activity_id, day=day, state=SessionState.PLANNED)
    administration = workspace.administration
    workspace.readers.run(
        parent,
        lambda: Around(administration.activities.all(), administration.centre_lists.room_names()),
        lambda around: open_dialog(SessionForm(session, around, workspace, parent)),
    )


def open_session(workspace: Workspace, parent: QWidget, session_id: int) -> None:
    """Open the form of a meeting that is there."""
    administration = workspace.administration

    def read() -> tuple[Session, Around]:
        session = administration.schedule.session(session_id)
        around = Around(
            administration.activities.all(),
            administration.centre_lists.room_names(),
            administration.schedule.fixed(session_id, Scope.ALL),
        )
        return session, around

    workspace.readers.run(
        parent, read, lambda found: open_dialog(SessionForm(*found, workspace, parent))
    )


class SessionForm(FieldForm):
    """A new meeting needs an activity; one of a series asks for which meetings the change is."""

    def __init__(
        self, session: Session, around: Around, workspace: Workspace, parent: QWidget
    ) -> None:
        super().__init__(_("Change meeting") if session.id else _("New meeting"), parent)
        self._before, self._around, self._workspace = session, around, workspace
        self._today = workspace.administration.schedule.today()
        names: list[tuple[int | None, str]] = [
            (one.id, one.name)
            for one in around.activities
            if not one.archived or one.id == session.activity_id
        ]
        self.activity = Choice([(None, _("Choose an activity")), *names], session.activity_id)
        self.day = line_edit(format_day(session.day))
        self.start = line_edit(format_time(session.starts_at) if session.starts_at else "")
        self.stop = line_edit(format_time(session.ends_at) if session.ends_at else "")
        self.room = suggestions(list(around.rooms), session.room or "")
        self.leader = line_edit(session.leader or "")
        self.remark = QPlainTextEdit(session.remark)
        self.remark.setTabChangesFocus(True)
        self.remark.setMinimumHeight(scaled(80))
        self.scope = ScopeChoice()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._lay_out()
        self._connect()
        self.fit_screen(560, 800)
        (self.day if session.id else self.activity).setFocus()

    def _lay_out(self) -> None:
        known = self._known_activity()
        as_activity = _("Empty: as with the activity, {what}.")
        room = as_activity.format(what=known.room) if known and known.room else ""
        leader = as_activity.format(what=known.leader) if known and known.leader else ""
        self.field("activity", _("Activity"), self.activity)
        self.activity.setEnabled(self._before.id is None)
        self.field("day", _("Date"), self.day)
        self.field("start", _("Starts at"), self.start, hint=_("For example 10:00."), empty=True)
        self.field("stop", _("Ends at"), self.stop, empty=True)
        self.field("room", _("Room"), self.room, hint=room, empty=True)
        frame, column = card("warn", gap=4, margin=12)
        self.warning = label("")
        column.addWidget(self.warning)
        self._warned = frame
        self.part(frame)
        frame.hide()
        self.field("leader", _("Led by"), self.leader, hint=leader, empty=True)
        self.field("remark", _("Remark"), self.remark, empty=True)
        if self._before.series_id is not None:
            self.part(self.scope)
            self.passed_by = label("", "muted")
            self.part(self.passed_by)
        self._tell_scope()

    def _connect(self) -> None:
        self._rest.timeout.connect(self._look)
        for field in (self.day, self.start, self.stop):
            field.textChanged.connect(lambda _text: self._rest.start())
        self.room.currentTextChanged.connect(lambda _text: self._rest.start())
        self.activity.currentIndexChanged.connect(lambda _index: self._rest.start())
        self.scope.changed.connect(self._tell_scope)
        self._rest.start()

    def _tell_scope(self) -> None:
        if self._before.series_id is None:
            return
        lines = []
        if self.scope.scope is not Scope.ONE:
            lines.append(_("The date and the remark stay those of each meeting."))
            if self._around.fixed:
                lines.append(fixed_sentence(self._around.fixed))
        self.passed_by.setText(" ".join(lines))

    def _known_activity(self) -> Activity | None:
        chosen = self.activity.key
        return next((one for one in self._around.activities if one.id == chosen), None)

    # A room that is in use.

    def _look(self) -> None:
        reading = FieldReading(self._today)
        session = self._read(reading)
        activity = self._known_activity()
        if session is None or reading.problems or activity is None:
            return
        shown = CalendarSession(
            id=session.id or 0,
            activity_id=activity.id or 0,
            activity=activity.name,
            day=session.day,
            starts_at=session.starts_at,
            ends_at=session.ends_at,
            room=session.room or activity.room,
        )
        schedule = self._workspace.administration.schedule
        self._workspace.readers.run(
            self, lambda: schedule.double_booked(shown), lambda found: self._warn(shown, found)
        )

    def _warn(self, shown: CalendarSession, found: Sequence[Overlap]) -> None:
        self._warned.setVisible(bool(found))
        others = [
            Overlap(shown, pair.second if pair.first == shown else pair.first) for pair in found
        ]
        named = [replace_first(pair) for pair in others]
        self.warning.setText(overlap_sentence(named) if named else "")

    # Keeping it.

    def keep(self) -> None:
        """Check what was typed and keep it, for as many meetings as was chosen."""
        reading = FieldReading(self._today)
        session = self._read(reading)
        scope = self.scope.scope if self._before.series_id is not None else Scope.ONE
        if scope is not Scope.ONE and session is not None and session.day != self._before.day:
            told = _("Another day can be chosen for only this meeting. Change the series for all.")
            reading.wrong("day", told)
        self.show_problems(reading.problems)
        if session is None or reading.problems:
            return
        schedule = self._workspace.administration.schedule

        def work() -> int:
            if scope is Scope.ONE:
                return schedule.save(session)
            values = Values(session.starts_at, session.ends_at, session.room, session.leader)
            return schedule.change(session.id or 0, values, scope)

        self._workspace.writers.run(self, work, lambda _kept: self.accept())

    def _read(self, reading: FieldReading) -> Session | None:
        activity = self.activity.key
        if activity is None:
            reading.wrong("activity", _("Choose the activity that this meeting belongs to."))
        day = reading.needed_day("day", typed(self.day))
        start = reading.time("start", typed(self.start))
        stop = reading.time("stop", typed(self.stop))
        reading.check_times("stop", start, stop)
        if day is None or activity is None:
            return None
        return replace(
            self._before,
            activity_id=activity,
            day=day,
            starts_at=start,
            ends_at=stop,
            room=typed(self.room) or None,
            leader=typed(self.leader) or None,
            remark=self.remark.toPlainText().strip(),
        )


def replace_first(pair: Overlap) -> Overlap:
    """The meeting of the form as one that is not there yet, so that the other one is named."""
    return Overlap(replace(pair.first, id=0), pair.second)

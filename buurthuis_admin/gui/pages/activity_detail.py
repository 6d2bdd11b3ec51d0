# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""One activity: its counts, its meetings, and who came to one of them."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from buurthuis_admin.domain.activities import (
    ActivityRow,
    HeadCount,
    SessionRow,
    SessionState,
)
from buurthuis_admin.domain.provenance import Origin, kept_files
from buurthuis_admin.gui.kept_files import KeptFileButtons, ask_where_to_save
from buurthuis_admin.gui.models.activities import (
    AttendanceLine,
    SessionsModel,
    attendance_model,
    average,
)
from buurthuis_admin.gui.models.paged import BLOCK
from buurthuis_admin.gui.pages.activity_people import PeoplePart
from buurthuis_admin.gui.pages.activity_planning import PlanningPart
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.chips import Chips
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.origins import origins_text
from buurthuis_admin.gui.widgets.page import section
from buurthuis_admin.gui.widgets.pill import PillDelegate
from buurthuis_admin.gui.widgets.scroll import ScrollColumn
from buurthuis_admin.gui.widgets.table import Table
from buurthuis_admin.gui.widgets.texts import button, label, value_label
from buurthuis_admin.gui.wording import tally_word
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_day_long, format_number, ngettext

_STATE = 2


class Part(StrEnum):
    """What of an activity is shown."""

    MEETINGS = "meetings"
    PEOPLE = "people"
    PLANNING = "planning"


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting with everybody who came."""

    row: SessionRow
    people: Sequence[AttendanceLine]
    counts: Sequence[HeadCount]
    origins: Sequence[Origin]


class ActivityDetail(ScrollColumn):
    """Shows an activity over a year; ``change_asked`` is sent to change it."""

    change_asked = Signal()
    archive_asked = Signal()
    attendance_asked = Signal(int)
    sheet_asked = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(gap=6)
        self._workspace = workspace
        self._activities = workspace.administration.activities
        self._shown: tuple[int, int | None] | None = None
        self.name = label("", "heading")
        self.facts = label("", "muted")
        self.change = button(_("Change activity"), "pencil-simple")
        self.change.clicked.connect(self.change_asked)
        self.archive = button(_("Put in the archive"), "archive")
        self.archive.clicked.connect(self.archive_asked)
        self.parts: Chips[Part] = Chips(
            [
                (Part.MEETINGS, _("Meetings")),
                (Part.PEOPLE, _("Participants")),
                (Part.PLANNING, _("Planning")),
            ],
            _("What is shown of the activity"),
        )
        self.people_part = PeoplePart(workspace)
        self.planning_part = PlanningPart(workspace)
        self.model = SessionsModel(workspace.readers, self)
        self.sessions = Table(_("Meetings"))
        self.attendance = button(_("Attendance"))
        self.month_sheet = button(_("Print a month"), "printer")
        self.month_sheet.clicked.connect(self.sheet_asked)
        self.change_meeting = button(_("Change meeting"))
        self.cancel_meeting = button(_("Does not go on"))
        self.meeting_title = section("")
        self.remark = value_label()
        self.counts = label("", "muted")
        self.origin_title = section(_("Where it came from"))
        self.origins = value_label()
        self.files = KeptFileButtons()
        self.files.hide()
        self.files.asked.connect(lambda file: ask_where_to_save(self._workspace, self, file))
        self.people_model = attendance_model()
        self.people = Table(_("Who came"))
        self.people.show_model(self.people_model, (0, 120))
        self._lay_out()
        self.parts.chosen.connect(self._show_part)
        self._show_part(Part.MEETINGS)
        self.sessions.row_chosen.connect(self._session_chosen)
        self.sessions.row_opened.connect(lambda _row: self._open_meeting())
        self.attendance.clicked.connect(self._ask_attendance)
        self.change_meeting.clicked.connect(self._open_meeting)
        self.cancel_meeting.clicked.connect(self._cancel_meeting)
        self.model.dataChanged.connect(lambda *_: self._session_chosen(self.sessions.current_row))

    def _lay_out(self) -> None:
        self._parts = QWidget()
        column = QVBoxLayout(self._parts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(6))
        self.sessions.show_model(self.model, (0, 80, 140))
        self.sessions.setItemDelegateForColumn(_STATE, PillDelegate(self.sessions))
        self.sessions.setMinimumHeight(scaled(290))
        self.people.setMinimumHeight(scaled(240))
        self._of_meetings = QWidget()
        inside = QVBoxLayout(self._of_meetings)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(scaled(6))
        for widget in (
            self.sessions,
            flow_row(self.attendance, self.change_meeting, self.cancel_meeting, self.month_sheet),
            self.meeting_title,
            self.remark,
            self.counts,
            self.people,
            self.origin_title,
            self.origins,
            self.files,
        ):
            inside.addWidget(widget)
        for widget in (
            self.name,
            self.facts,
            flow_row(self.change, self.archive),
            self.parts,
            self._of_meetings,
            self.people_part,
            self.planning_part,
        ):
            column.addWidget(widget)
        column.addStretch(1)
        self.column.addWidget(self._parts, 1)

    def show_part(self, part: Part) -> None:
        """Show the meetings, the people or the planning."""
        self.parts.choose(part)
        self._show_part(part)

    def _show_part(self, part: Part) -> None:
        self._of_meetings.setVisible(part is Part.MEETINGS)
        self.people_part.setVisible(part is Part.PEOPLE)
        self.planning_part.setVisible(part is Part.PLANNING)
        self._read_part()

    def _read_part(self) -> None:
        if self._shown is None:
            return
        if self.parts.current is Part.PEOPLE:
            self.people_part.show_activity(self._shown[0])
        elif self.parts.current is Part.PLANNING:
            self.planning_part.show_activity(self._shown[0])

    def show_activity(self, row: ActivityRow | None, year: int | None) -> None:
        """Show an activity, or that none is chosen."""
        self._parts.setVisible(row is not None)
        if row is None:
            self._shown = None
            return
        self.name.setText(row.name)
        self.facts.setText(_facts(row))
        self.archive.setText(
            _("Take out of the archive") if row.archived else _("Put in the archive")
        )
        self.archive.setAccessibleName(self.archive.text())
        shown = self._shown = (row.id, year)
        self._read_part()
        activities = self._activities
        self._workspace.readers.run(
            self,
            lambda: (
                activities.session_count(row.id, year),
                activities.sessions(row.id, year, 0, BLOCK),
            ),
            lambda found: self._show_sessions(shown, *found),
        )

    def _show_sessions(
        self, asked: tuple[int, int | None], count: int, first: list[SessionRow]
    ) -> None:
        if asked != self._shown:
            return
        activity, year = asked
        activities = self._activities
        self.model.show_rows(
            count, first, lambda offset, limit: activities.sessions(activity, year, offset, limit)
        )
        below = (self.meeting_title, self.remark, self.counts, self.people)
        buttons = (self.attendance, self.change_meeting, self.cancel_meeting)
        for widget in (*below, self.origin_title, self.origins, self.files, *buttons):
            widget.setVisible(False)
        if count:
            self.sessions.selectRow(_last_begun(first))

    def _chosen_meeting(self) -> SessionRow | None:
        return self.model.row(self.sessions.current_row)

    def _ask_attendance(self) -> None:
        row = self._chosen_meeting()
        if row is not None:
            self.attendance_asked.emit(row.id)

    def _open_meeting(self) -> None:
        from buurthuis_admin.gui.pages.session_form import open_session

        row = self._chosen_meeting()
        if row is not None:
            open_session(self._workspace, self, row.id)

    def _cancel_meeting(self) -> None:
        from buurthuis_admin.gui.pages.cancel_form import open_cancel

        row = self._chosen_meeting()
        if row is not None:
            open_cancel(self._workspace, self, row.id)

    def _session_chosen(self, number: int) -> None:
        row = self.model.row(number)
        if row is None:
            return
        cancelled = row.state is SessionState.CANCELLED
        self.attendance.setVisible(not cancelled)
        self.change_meeting.setVisible(True)
        self.cancel_meeting.setVisible(not cancelled and not row.visits)
        activities = self._activities
        provenance = self._workspace.administration.provenance
        self._workspace.readers.run(
            self,
            lambda: Meeting(
                row,
                activities.attendance(row.id),
                activities.head_counts(row.id),
                provenance.of_session(row.id),
            ),
            self._show_meeting,
        )

    def _show_meeting(self, meeting: Meeting) -> None:
        row = self.model.row(self.sessions.current_row)
        if row is None or row.id != meeting.row.id:
            return
        day = format_day_long(meeting.row.day, weekday=True)
        self.meeting_title.setText(_("Who came on {day}").format(day=day))
        self.meeting_title.setVisible(True)
        self.remark.setText(meeting.row.remark)
        self.remark.setVisible(bool(meeting.row.remark))
        self.counts.setText(_count_sentence(meeting))
        self.counts.setVisible(True)
        self.people_model.show_rows(meeting.people)
        self.people.setVisible(bool(meeting.people))
        self.origins.setText(origins_text(meeting.origins))
        for widget in (self.origin_title, self.origins):
            widget.setVisible(bool(meeting.origins))
        self.files.show_files(kept_files(meeting.origins))


def _last_begun(rows: Sequence[SessionRow]) -> int:
    """The newest meeting that is not still to come; the first of the list when all are."""
    today = datetime.date.today()  # noqa: DTZ011 - the day of the person
    return next((place for place, row in enumerate(rows) if row.day <= today), 0)


def _facts(row: ActivityRow) -> str:
    meetings = ngettext("{count} meeting", "{count} meetings", row.sessions).format(
        count=format_number(row.sessions)
    )
    visits = ngettext("{count} visit", "{count} visits", row.visits).format(
        count=format_number(row.visits)
    )
    parts = [row.theme, meetings, visits]
    if row.sessions:
        parts.append(_("{number} a time").format(number=average(row)))
    return " · ".join(part for part in parts if part)


def _count_sentence(meeting: Meeting) -> str:
    """'12 with a name + 5 without = 17', and what kind those were."""
    row = meeting.row
    told = _("{named} with a name + {anonymous} without = {visits}").format(
        named=row.named, anonymous=row.anonymous, visits=row.visits
    )
    kinds = [f"{tally_word(count.tally_type)} {count.number}" for count in meeting.counts]
    return f"{told} ({', '.join(kinds)})" if kinds else told

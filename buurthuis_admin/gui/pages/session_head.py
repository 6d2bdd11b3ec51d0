# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Above the list of a session: which one it is, what became of it, and the running total."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from buurthuis_admin.domain.activities import Session, SessionState
from buurthuis_admin.domain.attendance import DoorList
from buurthuis_admin.gui.door_desk import DoorDesk
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.flow import FlowLabel, FlowLayout, flow_policy
from buurthuis_admin.gui.widgets.pill import Pill, PillText
from buurthuis_admin.gui.widgets.texts import button, card, clear, label
from buurthuis_admin.gui.widgets.total_box import TotalBox
from buurthuis_admin.gui.wording import session_pill
from buurthuis_admin.i18n import _, format_day_long, format_time

_GOING_ON = datetime.timedelta(hours=3)  # after its beginning a meeting is still called going on


class SessionHead(QWidget):
    """``back_asked`` leads back to all meetings, ``reopen_asked`` takes a cancellation back."""

    back_asked = Signal()
    reopen_asked = Signal()

    def __init__(self, desk: DoorDesk, back: str, *beside: QWidget) -> None:
        super().__init__()
        self._desk = desk
        self.back = button(back, "caret-left", "link")
        self.title = FlowLabel("", "title")
        self.about = FlowLabel("", "muted")
        self.total = TotalBox()
        self.reopen = button(_("It took place after all"))
        self._state = QWidget()
        self._state_flow = FlowLayout(8, self._state)
        self._banner, column = card("warn", gap=4)
        self.reason = label("", "strong")
        column.addWidget(self.reason)
        column.addWidget(self.reopen)
        self._lay_out(beside)
        self._banner.hide()
        self.back.clicked.connect(self.back_asked)
        self.reopen.clicked.connect(self.reopen_asked)
        desk.shown.connect(self._show)
        desk.changed.connect(lambda: self.total.show_total(desk.total))

    def _lay_out(self, beside: Sequence[QWidget]) -> None:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        back = QWidget()
        back_flow = FlowLayout(16, back)
        back_flow.add(self.back)
        for widget in beside:
            back_flow.add(widget)
        flow_policy(back)
        self._back = back
        column.addWidget(back)
        named = QWidget()
        self._named = FlowLayout(12, named)
        self._named.add(self.title)
        self._named.add(self._state)
        flow_policy(named)
        column.addWidget(named)
        column.addWidget(self.about)
        line = QWidget()
        flow = FlowLayout(16, line)
        flow.add(words)
        flow.add(self.total, to_right=True)
        flow_policy(line)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(scaled(4))
        for widget in (line, self._banner):
            outer.addWidget(widget)

    def set_bare(self, on: bool) -> None:
        """Leave out what leads elsewhere."""
        self._back.setVisible(not on)
        self.reopen.setVisible(not on)

    def _show(self, door: DoorList) -> None:
        session = door.session
        self.title.setText(door.activity)
        self.title.updateGeometry()
        self.about.setText(about(door))
        self.about.updateGeometry()
        clear(self._state_flow)
        self._state_flow.add(Pill(_pill(session)))
        self._state.updateGeometry()
        cancelled = session.state is SessionState.CANCELLED
        self._banner.setVisible(cancelled)
        told = _("This meeting did not take place: {reason}").format(reason=session.reason)
        self.reason.setText(told if cancelled else "")


def about(door: DoorList) -> str:
    """'maandag 23 november 2026 · 10:00 · Grote zaal'."""
    session = door.session
    time = format_time(session.starts_at) if session.starts_at else ""
    parts = (format_day_long(session.day, weekday=True), time, door.room)
    return "  ·  ".join(part for part in parts if part)


def _pill(session: Session, now: datetime.datetime | None = None) -> PillText:
    now = now or datetime.datetime.now()  # noqa: DTZ005 - times of meetings are those of the wall
    if session.state is not SessionState.CANCELLED and session.starts_at is not None:
        begin = datetime.datetime.combine(session.day, session.starts_at)
        if begin <= now < begin + _GOING_ON:
            return PillText(_("Going on now"), "clock", "ok")
    return session_pill(session.state)

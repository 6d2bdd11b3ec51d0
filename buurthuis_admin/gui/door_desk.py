# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The session that is open at the door: shown at once, and written in the order of the taps.

A tap changes the tile immediately and goes to the writer, which does one thing after another. It
says what somebody is from now on and not 'the other way round', so that nothing is doubled however
fast or often it comes. What could not be written is put back as it was and told.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from buurthuis_admin.domain.activities import TALLY_VISITORS, HeadCount
from buurthuis_admin.domain.attendance import PRESENT, DoorList, Mark, Total, Visitor
from buurthuis_admin.gui.models.door_tiles import DoorTiles
from buurthuis_admin.gui.workspace import Workspace

if TYPE_CHECKING:
    from buurthuis_admin.services.attendance import AttendanceService

_REST = 2000  # milliseconds after the last tap before the list is read anew


class DoorDesk(QObject):
    """``shown``: the list was read; ``changed``: a mark or a number; ``waiting``: how many writes
    are not on the disk yet; ``kept``: a write is.
    """

    shown = Signal(object)
    changed = Signal()
    waiting = Signal(int)
    kept = Signal()

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.tiles = DoorTiles(self)
        self.door: DoorList | None = None
        self._session_id = 0
        self._counts: dict[str, int] = {}
        self._writing = 0
        self._reading = False
        self._stale = False
        self._soon = False
        # A mark waits for whatever is being read: not every tap is followed by a reading.
        self.rest = QTimer(self)
        self.rest.setSingleShot(True)
        self.rest.setInterval(_REST)
        self.rest.timeout.connect(self.refresh)

    @property
    def _service(self) -> AttendanceService:
        return self._workspace.administration.attendance

    @property
    def session_id(self) -> int:
        """The session that is open; 0 when none is."""
        return self._session_id

    @property
    def total(self) -> Total:
        """Who came, as it stands on the screen."""
        named = sum(1 for one in self.tiles.people if one.mark is not None and one.mark.came)
        return Total(named, sum(self._counts.values()))

    def number_of(self, tally_type: str) -> int:
        """How many of a kind were counted."""
        return self._counts.get(tally_type, 0)

    # Reading.

    def open(self, session_id: int) -> None:
        """Open a session: who is expected gets a row of the sheet first, then all is read."""
        self._session_id = session_id
        self.rest.stop()
        self.door = None
        self.tiles.show_people([])
        self._counts = {}
        service = self._service
        self._workspace.writers.run(
            self, lambda: service.number_rows(session_id), lambda _done: self.refresh()
        )

    def close(self) -> None:
        """No session is open any more; what was tapped is still written."""
        self._session_id = 0
        self.door = None

    def refresh(self) -> None:
        """Read anew, once everything tapped is written: a list of before would put it back."""
        if self._writing or self._reading:
            self._stale = True
            return
        if not self._session_id:
            return
        asked, service = self._session_id, self._service
        self._reading, self._stale = True, False
        self._workspace.readers.run(
            self, lambda: service.door(asked), lambda door: self._show(asked, door), self._unread
        )

    def _unread(self, error: BaseException) -> None:
        self._reading = False
        self._workspace.errors.show(error)

    def _show(self, asked: int, door: DoorList) -> None:
        self._reading = False
        if asked != self._session_id or self._writing or self._stale:
            self.refresh()
            return
        self.door = door
        self._counts = {count.tally_type: count.number for count in door.counts}
        self.tiles.tell_last_visit = door.tell_last_visit
        self.tiles.show_people(door.visitors)
        self.shown.emit(door)
        self.changed.emit()

    # Writing.

    def mark(self, visitor: Visitor, mark: Mark | None) -> bool:
        """Make somebody present, excused, or nothing; False when they are that already."""
        known = self.tiles.person(visitor.person_id)
        before = known.mark if known is not None else None
        if mark == before:
            return False
        self.tiles.set_mark(visitor, mark)
        session_id, service = self._session_id, self._service
        self._write(
            lambda: service.mark(session_id, visitor.person_id, mark),
            lambda: self.tiles.set_mark(visitor, before),
        )
        return True

    def toggle(self, visitor: Visitor, mark: Mark = PRESENT) -> Mark | None:
        """What a tap does: somebody becomes that, or nothing when they were; returns which."""
        known = self.tiles.person(visitor.person_id)
        wanted = None if known is not None and known.mark == mark else mark
        self.mark(visitor, wanted)
        return wanted

    def mark_rows(self, visitors: list[Visitor], mark: Mark | None = PRESENT) -> None:
        """Several people at once, as one change."""
        before = {one.person_id: one for one in visitors}
        changing = [one for one in before.values() if one.mark != mark]
        if not changing:
            return
        for one in changing:
            self.tiles.set_mark(one, mark)
        session_id, service = self._session_id, self._service
        marks: dict[int, Mark | None] = {one.person_id: mark for one in changing}
        self._write(
            lambda: service.mark_many(session_id, marks),
            lambda: self._put_back(changing),
        )

    def _put_back(self, visitors: list[Visitor]) -> None:
        for one in visitors:
            self.tiles.set_mark(one, one.mark)

    def count(self, tally_type: str, number: int) -> None:
        """So many of a kind came without a name."""
        before = self.number_of(tally_type)
        self._counts[tally_type] = number
        session_id, service = self._session_id, self._service
        self._write(
            lambda: service.count(session_id, tally_type, number),
            lambda: self._counts.update({tally_type: before}),
        )

    def guest(self) -> int:
        """One more without a name; returns how many there are."""
        number = self.number_of(TALLY_VISITORS) + 1
        self.count(TALLY_VISITORS, number)
        return number

    def add(self, name: str, mark: Mark = PRESENT) -> None:
        """Somebody new, of whom the name is enough."""
        session_id, service = self._session_id, self._service
        self._write(lambda: service.add_typed(session_id, name, mark), soon=True)

    def remark(self, text: str) -> None:
        """Keep a remark with the session."""
        session_id, service = self._session_id, self._service
        if self.door is not None:
            self.door = replace(self.door, session=replace(self.door.session, remark=text.strip()))
        self._write(lambda: service.remark(session_id, text))

    def cancel(self, reason: str) -> None:
        """The session did not take place."""
        session_id, service = self._session_id, self._service
        self._write(lambda: service.cancel(session_id, reason), soon=True)

    def reopen(self) -> None:
        """The session took place after all."""
        session_id, service = self._session_id, self._service
        self._write(lambda: service.reopen(session_id), soon=True)

    def _write(
        self,
        work: Callable[[], object],
        put_back: Callable[[], object] = lambda: None,
        *,
        soon: bool = False,
    ) -> None:
        """Write after what was asked before; ``soon``: what it makes cannot be shown by itself."""
        self._writing += 1
        self._soon = self._soon or soon
        self._stale = True
        self.waiting.emit(self._writing)
        self.changed.emit()
        self._workspace.writers.run(
            self,
            work,
            lambda _done: self._written(),
            lambda error: self._failed(error, put_back),
        )

    def _written(self) -> None:
        self._writing -= 1
        self.kept.emit()
        self._after()

    def _failed(self, error: BaseException, put_back: Callable[[], object]) -> None:
        self._writing -= 1
        put_back()
        self.changed.emit()
        self._after()
        self._workspace.errors.show(error)

    def _after(self) -> None:
        self.waiting.emit(self._writing)
        if self._writing:
            return
        if self._soon:
            self._soon = False
            self.refresh()
        else:
            self.rest.start()


def kinds_of(door: DoorList) -> list[HeadCount]:
    """The kinds of visitors that are counted by hand; what erasing left is not among them."""
    from buurthuis_admin.domain.activities import TALLY_ERASED

    return [count for count in door.counts if count.tally_type != TALLY_ERASED]

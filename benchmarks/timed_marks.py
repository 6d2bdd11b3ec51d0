# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""An administration that remembers when each mark at the door was on the disk, and what of the time
until then was not the program's: the disk itself, and waiting while others had the processor.

The disk is asked at the very moment of each mark: as many bytes as a mark takes are written to a
file beside the administration and brought to the disk. What a thread stood in the queue for the
processor is counted by Linux; elsewhere it is taken as nothing.
"""

from __future__ import annotations

import os
import threading
import time
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from buurthuis_admin.domain.attendance import Mark
from buurthuis_admin.services.activities import ActivityService
from buurthuis_admin.services.administration import Administration
from buurthuis_admin.services.attendance import AttendanceService
from buurthuis_admin.services.changes import Changes
from buurthuis_admin.storage.file import AdministrationFile

_BYTES = b"\0" * 16384  # a mark changes about four pages


@dataclass(frozen=True, slots=True)
class Moment:
    """Where the clock stood, and how long the window and the writer had queued; seconds."""

    clock: float
    window: float
    writer: float


@dataclass(frozen=True, slots=True)
class Taken:
    """How long one mark took, in milliseconds; ``disk`` is a bare write of the same moment."""

    clock: float
    queued: float
    disk: float

    @property
    def own(self) -> float:
        """What remains for the program itself: without the disk, and without waiting for others."""
        return max(self.clock - self.queued - self.disk, 0.0)


class TimedAttendance(AttendanceService):
    """The service itself; each mark that it has brought to the disk is remembered.

    A mark goes from the window to the writer, so it waited where the one queued until the other
    began, and where that one queued from then on.
    """

    def __init__(
        self, file: AdministrationFile, changes: Changes, activities: ActivityService
    ) -> None:
        super().__init__(file, changes, activities)
        self._probe = file.path.with_name("probe")
        self._window = threading.get_native_id()
        self._writer = 0
        self._marks: list[tuple[Moment, float]] = []

    @property
    def marked(self) -> int:
        """How many marks are on the disk."""
        return len(self._marks)

    def now(self) -> Moment:
        """This moment."""
        return Moment(time.perf_counter(), _queued(self._window), _queued(self._writer))

    def taken(self, begun: Moment) -> Taken:
        """How long the last mark took from then."""
        ended, disk = self._marks[-1]
        queued = ended.window - begun.window + ended.writer - begun.writer
        return Taken((ended.clock - begun.clock) * 1000, queued * 1000, disk * 1000)

    def mark(self, session_id: int, person_id: int, mark: Mark | None) -> None:
        """Runs in the thread that writes: when it is done, the mark is on the disk."""
        self._writer = threading.get_native_id()
        handed_over = _queued(self._window)
        super().mark(session_id, person_id, mark)
        ended = Moment(time.perf_counter(), handed_over, _queued(self._writer))
        self._marks.append((ended, _bare_write(self._probe)))


class TimedAdministration(Administration):
    """An administration of which the marks are timed."""

    @cached_property
    def attendance(self) -> TimedAttendance:
        """Who comes to a session, timed."""
        return TimedAttendance(self._file, self.changed, self.activities)


def open_timed(path: Path, password: str) -> TimedAdministration:
    """Open an administration as the program does."""
    return TimedAdministration(AdministrationFile.open(path, password))


def _bare_write(path: Path) -> float:
    """Seconds that the disk asks for as much as a mark, at this moment."""
    with path.open("wb", buffering=0) as file:
        begun = time.perf_counter()
        file.write(_BYTES)
        os.fsync(file.fileno())
        return time.perf_counter() - begun


def _queued(thread: int) -> float:
    """Seconds that a thread stood ready to work while others had the processor."""
    try:
        counted = Path(f"/proc/self/task/{thread}/schedstat").read_text(encoding="ascii")
    except OSError:  # not Linux, or the thread has ended
        return 0.0
    return int(counted.split()[1]) / 1e9

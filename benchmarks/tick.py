# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A tick of attendance that is on the disk, beside a bare commit to the same encrypted file.

Ours is everything behind a tap at the door: the service, its sentence, the history, the commit.
The floor writes the same row through the driver alone, in WAL mode with synchronous=FULL. Both
take turns. And how long a right password takes to open the file.
"""

from __future__ import annotations

import random
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.bare import bare_connection
from benchmarks.data import PASSWORD, administration
from benchmarks.ratio import Ratio
from buurthuis_admin.domain.activities import Attendance, AttendanceStatus
from buurthuis_admin.services.activities import ActivityService
from buurthuis_admin.services.changes import Changes
from buurthuis_admin.storage.file import AdministrationFile

TICK_TARGET = 1.5
UNLOCK_TARGET = 0.5  # seconds
PEOPLE = 1_000
ATTENDANCES = 20_000
TICKS = 1_500
STATUSES = (AttendanceStatus.PRESENT, AttendanceStatus.ABSENT)


def ticks(path: Path) -> Ratio:
    """The medians of a tick and of a bare commit."""
    file = administration(path, PEOPLE, ATTENDANCES)
    file.close()
    floor = bare_connection(Path(shutil.copy(path, path.with_name("floor"))))
    file = AdministrationFile.open(path, PASSWORD)
    with file.reading() as connection:
        sessions = list(connection.exec_driver_sql("SELECT id FROM sessions LIMIT 50").scalars())
    service = ActivityService(file, Changes())
    chance = random.Random(1)
    ours, bare_times = [], []
    for number in range(TICKS):
        session, person = chance.choice(sessions), chance.randint(1, PEOPLE)
        begun = time.perf_counter()
        floor.execute("BEGIN")
        floor.execute(
            "INSERT INTO attendances (session_id, person_id, status, role) VALUES (?, ?, ?, 0) "
            "ON CONFLICT DO UPDATE SET status = excluded.status",
            (session, person, number % 2 + 1),
        )
        floor.execute("COMMIT")
        bare_times.append(time.perf_counter() - begun)
        status = STATUSES[number % 2]
        tick = Attendance(session_id=session, person_id=person, status=status)
        begun = time.perf_counter()
        service.set_attendance(tick)
        ours.append(time.perf_counter() - begun)
    floor.close()
    file.close()
    return Ratio("tick", statistics.median(ours), statistics.median(bare_times), TICK_TARGET)


def unlocking(path: Path) -> float:
    """The median of opening by the password, in seconds."""
    times = []
    for _round in range(5):
        begun = time.perf_counter()
        opened = AdministrationFile.open(path, PASSWORD)
        times.append(time.perf_counter() - begun)
        opened.close()
    return statistics.median(times)


def main() -> int:
    """Print both; 1 when a target is missed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "tick.buurthuis"
        reached = ticks(path).show()
        unlock = unlocking(path)
    print(
        f"RATIO unlock {unlock / UNLOCK_TARGET:.2f} target 1 ({unlock:.3f} s of {UNLOCK_TARGET} s)"
    )
    return 0 if reached and unlock <= UNLOCK_TARGET else 1


if __name__ == "__main__":
    sys.exit(main())

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A window on 100.000 people beside the start of an empty PySide6 window, and a keystroke in it.

Both windows are started as programs of their own, in turn. The empty one is done when it is on
the screen; ours, started by the function behind the command and told to begin on the list of
people, when the administration is open, the list is painted with its rows and the search field
has the focus. What the list does not need (the counts of the chips, the detail beside it, the
rest of the services) follows after that. A line without a target says how long it takes by way of
the page of today, on which the program begins by itself. A keystroke is the processor time of the
window's thread from the key to the new list as it is drawn.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.data import administration

WINDOW_TARGET = 4
KEY_TARGET = 16  # milliseconds: a frame
SIZES = (1_000, 10_000, 100_000)
ROUNDS = 7

EMPTY = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.show()
application.processEvents()
print("READY", flush=True)
"""


# An installed program has its modules compiled; with this it would compile them at each start.
_NEVER_COMPILED = "PYTHONDONTWRITEBYTECODE"


def start_time(command: list[str]) -> float:
    """Seconds from the start of a program until it says READY."""
    begun = time.perf_counter()
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=_environment()
    ) as program:
        assert program.stdout is not None
        while (line := program.stdout.readline()) and line.strip() != "READY":
            pass
        taken = time.perf_counter() - begun
        program.communicate(timeout=60)
    if line.strip() != "READY" or program.returncode:
        raise SystemExit(f"the program did not get ready: {command}")
    return taken


def _environment() -> dict[str, str]:
    known = {name: value for name, value in os.environ.items() if name != _NEVER_COMPILED}
    return known | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join(sys.path)}


def side_by_side(path: Path, rounds: int) -> tuple[float, float]:
    """Medians of our window and of an empty one, taken in turn."""
    ours, empty = [], []
    _ours(path)  # the first start compiles
    for _round in range(rounds):
        empty.append(start_time([sys.executable, "-c", EMPTY]))
        ours.append(_ours(path))
    return statistics.median(ours), statistics.median(empty)


def _ours(path: Path, how: str = "open") -> float:
    return start_time([sys.executable, "-m", "benchmarks.window_program", how, str(path)])


def main() -> int:
    """Print the ratio, how it grows, and the keystroke; 1 when a target is missed."""
    ours, empty, ratio, longest = 0.0, 0.0, 0.0, 0.0
    with tempfile.TemporaryDirectory() as folder:
        for people in SIZES:
            path = Path(folder) / f"{people}.buurthuis"
            administration(path, people).close()
            ours, empty = side_by_side(path, ROUNDS if people == SIZES[-1] else 1)
            ratio = ours / empty
            print(f"GROWTH window {people} people: {ours:.3f} s, empty window {empty:.3f} s")
            longest = max(_typed(path))
            print(f"GROWTH keystroke {people} people: {longest:.1f} ms of the window's thread")
        path = Path(folder) / f"{SIZES[-1]}.buurthuis"
        today = statistics.median(_ours(path, "today") for _round in range(ROUNDS))
        print(f"GROWTH window by way of today: {today:.3f} s ({today / empty:.2f} empty windows)")
        print(
            f"RATIO window {ratio:.2f} target {WINDOW_TARGET} "
            f"(ours {ours:.3f} s, empty window {empty:.3f} s)"
        )
    print(
        f"RATIO keystroke {longest / KEY_TARGET:.2f} target 1 "
        f"(longest {longest:.1f} ms of the window's thread, a frame is {KEY_TARGET} ms)"
    )
    return 0 if ratio <= WINDOW_TARGET and longest <= KEY_TARGET else 1


def _typed(path: Path) -> list[float]:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.window_program", "type", str(path)],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
        env=_environment(),
    )
    return [float(line[4:]) for line in done.stdout.splitlines() if line.startswith("KEY ")]


if __name__ == "__main__":
    sys.exit(main())

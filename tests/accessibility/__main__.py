# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""``make accessibility``: the bar of UI.md over every page and every dialog of the program.

Prints ``HOLDS name N of N`` for each point, ``BREAKS`` with what and where when one does not; 1
when any breaks. ``python -m tests.accessibility STAGE…`` makes those walks alone; the walks are
made side by side, each in a process of its own.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_LOGGING_RULES"] = "qt.qpa.*=false;default.debug=false"

from PySide6.QtWidgets import QApplication

from tests.accessibility import at_spi, stalls
from tests.accessibility.stages import STAGES, Counted, run

_SHOWN = 200
Found = dict[str, Counted]


def main() -> int:
    """Make the walks that are asked for, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stages", nargs="*", metavar="STAGE", help=", ".join(STAGES))
    parser.add_argument("--tell", action="store_true", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    wanted = asked.stages or [*STAGES, "stalls", "at-spi"]
    unknown = set(wanted) - {*STAGES, "stalls", "at-spi"}
    if unknown:
        parser.error(f"no such walk: {', '.join(sorted(unknown))}")
    if asked.tell:
        return _tell(wanted[0])
    with ThreadPoolExecutor(os.cpu_count() or 1) as side_by_side:
        walked = list(side_by_side.map(_child, [one for one in wanted if one in STAGES]))
    held = [_print(name, one) for name, one in _together(walked).items()]
    if "stalls" in wanted:  # alone, so that nothing else is in its way
        held.append(_print("no-stall", stalls.measure()))
    if "at-spi" in wanted:
        held.append(_at_spi())
    return 0 if all(held) else 1


def _tell(name: str) -> int:
    """In the child: make one walk, and say on one line what came of it."""
    QApplication(sys.argv[:1])
    found = run(STAGES[name])
    print(
        json.dumps(
            {point: [sorted(one.looked), list(one.wrong.items())] for point, one in found.items()}
        )
    )
    sys.stdout.flush()
    os._exit(0)  # what Qt still has open is of no use to anybody


def _child(name: str) -> Found:
    done = subprocess.run(
        [sys.executable, "-m", "tests.accessibility", "--tell", name],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    lines = done.stdout.strip().splitlines()
    if done.returncode or not lines:
        broken = Counted({name}, {f"the walk '{name}' stopped: {done.stderr[-1500:]}": name})
        return {"walk": broken}
    found = json.loads(lines[-1])
    print(f"walked {name}", flush=True)
    return {
        point: Counted(set(looked), {words: f"{name}: {place}" for words, place in wrong})
        for point, (looked, wrong) in found.items()
    }


def _together(walked: list[Found]) -> Found:
    whole: Found = {}
    for found in walked:
        for point, one in found.items():
            sum_of = whole.setdefault(point, Counted())
            sum_of.looked |= one.looked
            sum_of.wrong.update(one.wrong)
    return whole


def _print(name: str, one: Counted) -> bool:
    count, wrong = len(one.looked), len(one.wrong)
    holds = count > 0 and not wrong
    print(f"{'HOLDS' if holds else 'BREAKS'} {name} {count - wrong} of {count}")
    for words, place in list(one.wrong.items())[:_SHOWN]:
        print(f"  {place}: {words}")
    return holds


def _at_spi() -> bool:
    missing = at_spi.missing()
    if missing:
        print(f"SKIPPED at-spi: {missing}")
        return True
    return _print("at-spi", at_spi.read())


if __name__ == "__main__":
    sys.exit(main())

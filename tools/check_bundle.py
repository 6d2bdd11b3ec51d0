# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Run the bundle as a machine without Python would: start, read the example, report, window.

Each run gets an environment of its own with nothing of ours in it, a new home and no screen.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from buurthuis_admin.services.example import EXAMPLE_PASSWORD
from tools.project import PROGRAM, ROOT

FOLDER = ROOT / "dist" / PROGRAM
SECONDS = 120
# What Windows needs to start any program at all.
NEEDED = ("SYSTEMROOT", "WINDIR", "TEMP", "TMP")


def program(folder: Path) -> Path:
    """The executable of the bundle."""
    return folder / (f"{PROGRAM}.exe" if sys.platform == "win32" else PROGRAM)


def bare_environment(home: Path) -> dict[str, str]:
    """An environment in which no Python and nothing of this project can be found."""
    kept = {name: os.environ[name] for name in NEEDED if name in os.environ}
    return {
        **kept,
        "HOME": str(home),
        "USERPROFILE": str(home),
        "APPDATA": str(home),
        "LOCALAPPDATA": str(home),
        "LANG": "C.UTF-8",
        "PATH": "",
        "QT_QPA_PLATFORM": "offscreen",
    }


def start(folder: Path, arguments: Sequence[str], home: Path, **more: str) -> None:
    """Run the bundle once, with more in its environment; stops with what it said on a failure."""
    begin = time.perf_counter()
    done = subprocess.run(
        [program(folder), *arguments],
        cwd=home,
        env={**bare_environment(home), **more},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=SECONDS,
        check=False,
    )
    if done.returncode:
        said = f"{done.stdout}\n{done.stderr}".strip()
        raise SystemExit(f"bundle: {' '.join(arguments)} gave {done.returncode}\n{said}")
    print(f"bundle: {' '.join(arguments)} works ({time.perf_counter() - begin:.1f} s)", flush=True)


def megabytes(folder: Path) -> float:
    """The size of everything in a folder; what is linked counts once."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files) / 1_000_000


def check_demo(folder: Path, home: Path) -> None:
    """Read the example box and make its report, and see that the report is a PDF with fonts."""
    made = home / "example"
    start(folder, ["demo", "--no-window", "--folder", str(made)], home)
    reports = sorted(made.rglob("*.pdf"))
    if not reports or not reports[0].read_bytes().startswith(b"%PDF-"):
        raise SystemExit(f"bundle: demo left no year report in {made}")
    print(f"bundle: the year report has {reports[0].stat().st_size / 1000:.0f} kB")


def check_window(folder: Path, home: Path) -> None:
    """Open the window without an administration, and on the one that the example made."""
    start(folder, ["--quit-after-start"], home)
    made = next((home / "example").glob("*.buurthuis"))
    opened = ["--file", str(made), "--quit-after-start"]
    start(folder, opened, home, BUURTHUIS_PASSWORD=EXAMPLE_PASSWORD)


def main() -> int:
    """Exit code 0 when the bundle starts, reads, reports and opens its window."""
    if not program(FOLDER).is_file():
        raise SystemExit("bundle: there is none yet; run tools/bundle.py")
    with tempfile.TemporaryDirectory(prefix="bundle-") as name:
        home = Path(name)
        start(FOLDER, ["--version"], home)
        check_demo(FOLDER, home)
        check_window(FOLDER, home)
    print(f"bundle: {FOLDER.relative_to(ROOT)} is {megabytes(FOLDER):.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())

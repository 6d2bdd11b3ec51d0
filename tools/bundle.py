# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Make the program for machines without Python in ``dist/buurthuis-admin``, and check it.

The bundle is for the system it is made on: Linux, Windows or macOS.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools.project import BUILD, ROOT, in_venv, run, run_or_stop
from tools.setup import set_up


def build() -> None:
    """Let PyInstaller make the folder anew."""
    options = ["--noconfirm", "--log-level", "ERROR", "--distpath", "dist"]
    work = ["--workpath", str(BUILD / "pyinstaller")]
    run_or_stop([in_venv("pyinstaller"), "build.spec", *options, *work])


def main() -> int:
    """Build and check; exit code 0 when the bundle works."""
    set_up()
    run_or_stop([in_venv("python"), ROOT / "tools" / "system_libraries.py", "--display"])
    build()
    return run([in_venv("python"), ROOT / "tools" / "check_bundle.py"])


if __name__ == "__main__":
    sys.exit(main())

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Set up, then the long form of the fault lab: at most twenty minutes, a line for each promise.

It needs strace, which nothing else of the project does: installed where that asks nothing.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools import system_packages
from tools.project import in_venv, run
from tools.setup import set_up

if __name__ == "__main__":
    set_up()
    if sys.platform == "linux" and shutil.which("strace") is None:
        system_packages.install(["strace"])
    sys.exit(run([in_venv("python"), "-m", "tests.safety", *sys.argv[1:]]))

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Set up, then the bar of accessibility over every page and dialog: a line for each point.

The run over AT-SPI needs a screen of its own (Xvfb) and a bus of its own, which nothing else of the
project does: installed where that asks nothing, and skipped with a line where not.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools import system_packages
from tools.project import in_venv, run
from tools.setup import set_up

NEEDED = {"Xvfb": "xvfb", "dbus-run-session": "dbus", "busctl": "systemd"}
REGISTRY = Path("/usr/share/dbus-1/accessibility-services/org.a11y.atspi.Registry.service")

if __name__ == "__main__":
    set_up()
    if sys.platform == "linux":
        lacking = [package for name, package in NEEDED.items() if shutil.which(name) is None]
        lacking += [] if REGISTRY.exists() else ["at-spi2-core"]
        if lacking:
            system_packages.install(lacking)
        run([in_venv("python"), Path(__file__).with_name("system_libraries.py"), "--display"])
    sys.exit(run([in_venv("python"), "-m", "tests.accessibility", *sys.argv[1:]]))

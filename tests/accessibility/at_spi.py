# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""One page read as a screen reader does: from another process, over the bus of AT-SPI.

The program runs on a screen of its own (Xvfb) and a bus of its own (dbus-run-session); this side
knows nothing of Qt's widgets. It walks the tree of the accessible objects and asks each for its
name, role and states, and listens until a text is announced.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.accessibility.stages import Counted

_REGISTRY = Path("/usr/share/dbus-1/accessibility-services/org.a11y.atspi.Registry.service")
_LONGEST = 240  # seconds


def missing() -> str:
    """What this computer lacks for it; empty when it can be done."""
    if not sys.platform.startswith("linux"):
        return "AT-SPI is the bus of Linux"
    lacking = [
        name for name in ("Xvfb", "dbus-run-session", "busctl") if shutil.which(name) is None
    ]
    if not _REGISTRY.exists():
        lacking.append("at-spi2-core")
    return f"this computer has no {', '.join(lacking)}" if lacking else ""


def read() -> Counted:
    """Start everything, and give what the reader found."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "NO_AT_BRIDGE": "0",
    }
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="ascii",
    )
    assert screen.stdout is not None
    try:
        environment["DISPLAY"] = f":{screen.stdout.readline().strip()}"
        done = subprocess.run(
            ["dbus-run-session", "--", sys.executable, "-m", "tests.accessibility.reader"],
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=_LONGEST,
        )
    finally:
        screen.terminate()
        screen.wait()
    found = Counted()
    lines = [line for line in done.stdout.splitlines() if line.startswith("[")]
    if done.returncode or not lines:
        found.add(f"the reader stopped: {done.stderr[-1500:]}", "at-spi", right=False)
        return found
    for words, right in json.loads(lines[-1]):
        found.add(words, "at-spi", right=right)
    return found

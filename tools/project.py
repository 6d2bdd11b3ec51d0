# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The places of the project and how its tools start one another. Standard library only."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
BUILD = ROOT / "build"
PROGRAM = "buurthuis-admin"
OLDEST_PYTHON = (3, 11)


def in_venv(name: str) -> Path:
    """An executable of the project's own environment, by its bare name."""
    if sys.platform == "win32":
        return VENV / "Scripts" / f"{name}.exe"
    return VENV / "bin" / name


def run(command: Sequence[str | Path], environment: Mapping[str, str] | None = None) -> int:
    """Run a command at the top of the project, its output shown; its exit code."""
    sys.stdout.flush()
    settings = {**os.environ, **environment} if environment else None
    return subprocess.run(
        [str(part) for part in command], cwd=ROOT, env=settings, check=False
    ).returncode


def run_or_stop(
    command: Sequence[str | Path], environment: Mapping[str, str] | None = None
) -> None:
    """Run a command that must succeed; this process ends with its exit code when it does not."""
    code = run(command, environment)
    if code:
        raise SystemExit(code)

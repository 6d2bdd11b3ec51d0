# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Make ``.venv`` with the program in it, on Linux, Windows and macOS alike.

``python tools/setup.py`` needs nothing but Python 3.11 or newer. What is up to date is left
alone, so the other tools run it first each time. Only the standard library, and only syntax that
an older Python reads too, so that it can say what it needs.
"""

from __future__ import annotations

import hashlib
import importlib.util
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools import system_packages
from tools.locking import locked
from tools.project import BUILD, OLDEST_PYTHON, ROOT, VENV, in_venv, run, run_or_stop

LOCK_FILE = ROOT / "requirements-dev.txt"
PACKAGES_STAMP = VENV / "packages.stamp"
PROGRAM_STAMP = VENV / "program.stamp"
PIP_OPTIONS = ("-qq", "--disable-pip-version-check", "--no-input")


def fingerprint(*files: Path) -> str:
    """What decides whether an environment made before is still right."""
    digest = hashlib.sha256(f"{sys.base_prefix} {sys.version} {VENV}".encode())
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def is_fresh(stamp: Path, wanted: str) -> bool:
    """Whether the step that wrote this stamp was done for the same input."""
    return stamp.is_file() and stamp.read_text("utf-8") == wanted


def base_python() -> str:
    """The Python outside any environment: one that runs from ``.venv`` cannot replace it."""
    return str(getattr(sys, "_base_executable", sys.executable))


def check_python() -> None:
    """Stop with a sentence when this Python is too old."""
    if sys.version_info[:2] < OLDEST_PYTHON:
        wanted = ".".join(map(str, OLDEST_PYTHON))
        raise SystemExit(f"Python {wanted} or newer is needed; this is {sys.version.split()[0]}.")


def ensure_venv_module() -> None:
    """Debian keeps the part of Python that makes environments in a package of its own."""
    if importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv"):
        return
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if not system_packages.install([package]):
        command = system_packages.command_for_people([package])
        raise SystemExit(
            f"This Python cannot make an environment. Install what it lacks with: {command}"
        )


def pip_install() -> list[str | Path]:
    """The start of every installation into the environment."""
    return [in_venv("python"), "-m", "pip", "install", *PIP_OPTIONS]


def make_environment() -> None:
    """A new environment with exactly the locked packages."""
    ensure_venv_module()
    print(f"setup: making {VENV.name} with the packages of {LOCK_FILE.name}", flush=True)
    if VENV.is_dir():
        shutil.rmtree(VENV)
    run_or_stop([base_python(), "-m", "venv", VENV])
    run_or_stop([*pip_install(), "--require-hashes", "--requirement", LOCK_FILE])


def install_program() -> None:
    """The program itself, run from this checkout; its build tool is one of the locked packages."""
    run_or_stop(
        [*pip_install(), "--no-deps", "--no-build-isolation", "--no-index", "--editable", ROOT]
    )


def set_up() -> None:
    """Bring the environment, the fonts and the system's libraries up to date."""
    check_python()
    with locked(BUILD / "setup.lock"):
        packages, program = fingerprint(LOCK_FILE), fingerprint(ROOT / "pyproject.toml")
        if not is_fresh(PACKAGES_STAMP, packages):
            make_environment()
            PACKAGES_STAMP.write_text(packages, "utf-8")
        if not is_fresh(PROGRAM_STAMP, program):
            install_program()
            PROGRAM_STAMP.write_text(program, "utf-8")
        run_or_stop([in_venv("python"), ROOT / "tools" / "fonts.py"])
    if run([in_venv("python"), ROOT / "tools" / "system_libraries.py"]):
        raise SystemExit(1)


if __name__ == "__main__":
    set_up()

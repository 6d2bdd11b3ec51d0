# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Remake requirements.txt and requirements-dev.txt: exact versions with hashes, for all systems.

``python tools/lock.py`` keeps the versions that the files hold and adds what pyproject.toml asks
more; ``--upgrade`` takes the newest. One file serves Linux, Windows and macOS and CPython 3.11 and
newer: packages for one system carry a marker. Which index the packages come from is the business
of the machine; the files name none.
"""

from __future__ import annotations

import argparse
import re
import sys
import venv
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools.project import BUILD, ROOT, run_or_stop

RESOLVER = "uv==0.13.9"
RUNTIME = "requirements.txt"
DEVELOPMENT = "requirements-dev.txt"
HEADER = """\
# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
# Written by tools/lock.py from pyproject.toml; install with: pip install --require-hashes -r {name}
"""
SYSTEMS = ("x86_64-manylinux_2_34", "x86_64-pc-windows-msvc", "aarch64-apple-darwin")
MACOS = {"MACOSX_DEPLOYMENT_TARGET": "14.0"}  # the oldest that Qt supports
PYTHONS = ("3.11", "3.14")
ADDRESS = re.compile(r"https?://|file:|--index|--extra-index|--find-links|--trusted-host")


def resolver() -> Path:
    """The program that resolves for every system at once, in an environment of its own."""
    folder = BUILD / "lock-venv"
    scripts = folder / ("Scripts" if sys.platform == "win32" else "bin")
    if not folder.is_dir():
        venv.create(folder, with_pip=True)
    run_or_stop([scripts / "python", "-m", "pip", "install", "--quiet", RESOLVER])
    return scripts / "uv"


def compile_lock(uv: Path, name: str, options: Sequence[str]) -> None:
    """Write one file of exact versions."""
    target = ROOT / name
    run_or_stop(
        [
            uv,
            "pip",
            "compile",
            "pyproject.toml",
            "--universal",
            "--python-version",
            PYTHONS[0],
            "--generate-hashes",
            "--no-annotate",
            "--no-header",
            "--no-emit-index-url",
            "--no-emit-find-links",
            "--no-config",
            "--quiet",
            "--output-file",
            name,
            *options,
        ]
    )
    text = HEADER.format(name=name) + target.read_text("utf-8").removeprefix(
        HEADER.format(name=name)
    )
    if ADDRESS.search(text.removeprefix(HEADER.format(name=name))):
        raise SystemExit(f"{name} names the address of an index")
    target.write_text(text, "utf-8", newline="\n")


def check_wheels(uv: Path) -> None:
    """Stop when a system or Python that we promise has no ready-made wheel of a locked version."""
    for system in SYSTEMS:
        for python in PYTHONS:
            run_or_stop(
                [
                    uv,
                    "pip",
                    "compile",
                    RUNTIME,
                    "--python-platform",
                    system,
                    "--python-version",
                    python,
                    "--only-binary",
                    ":all:",
                    "--no-config",
                    "--quiet",
                    "--output-file",
                    BUILD / "wheels.txt",
                ],
                MACOS,
            )
            print(f"lock: every package has a wheel for {system}, Python {python}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Write both files; the versions of the first are a part of the second."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions")
    options = parser.parse_args(arguments)
    uv = resolver()
    compile_lock(uv, DEVELOPMENT, ["--extra", "dev", *(["--upgrade"] if options.upgrade else [])])
    compile_lock(uv, RUNTIME, ["--constraint", DEVELOPMENT])
    check_wheels(uv)
    return 0


if __name__ == "__main__":
    sys.exit(main())

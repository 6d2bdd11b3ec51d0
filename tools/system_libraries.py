# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""See to it that Linux has the system libraries that Qt needs; run by the project's Python.

Qt's wheels bring Qt itself but lean on libraries of the system: OpenGL, fonts, keyboards and,
where there is a screen, X11. What is missing is installed when the user may; otherwise one
sentence says which command does it.
"""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools import system_packages

# The Debian package that holds each library; names that newer releases changed are still provided.
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libOpenGL.so.0": "libopengl0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libnspr4.so": "libnspr4",
    "libnss3.so": "libnss3",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xinput.so.0": "libxcb-xinput0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
MODULES = (
    "QtCore",
    "QtGui",
    "QtWidgets",
    "QtSvg",
    "QtSvgWidgets",
    "QtPrintSupport",
    "QtPdf",
    "QtPdfWidgets",
)
START = (
    "from PySide6 import QtGui, QtPdf, QtPrintSupport, QtSvg, QtWidgets; "
    "QtWidgets.QApplication([]); print('started')"
)
NOT_FOUND = re.compile(r"^\s*(\S+\.so[.\d]*) => not found", re.MULTILINE)
CANNOT_OPEN = re.compile(r"(\S+\.so[.\d]*): cannot open shared object file")


def has_display() -> bool:
    """Whether a window could be shown, so that the libraries of X11 matter."""
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def qt_files(*, display: bool) -> list[Path]:
    """The files of Qt that the program loads: its modules and the plug-in for the screen."""
    found = importlib.util.find_spec("PySide6")
    if found is None or not found.submodule_search_locations:
        return []
    folder = Path(found.submodule_search_locations[0])
    files = [folder / f"{module}.abi3.so" for module in MODULES]
    platforms = ["libqoffscreen.so", *(["libqxcb.so", "libqwayland.so"] if display else [])]
    files += [folder / "Qt" / "plugins" / "platforms" / name for name in platforms]
    return [file for file in files if file.is_file()]


def missing_in(listing: str) -> set[str]:
    """The libraries that a listing of ``ldd`` or an error of the loader says are not there.

    Libraries of Qt itself are left out: they lie beside the file that asks for them.
    """
    names = {*NOT_FOUND.findall(listing), *CANNOT_OPEN.findall(listing)}
    return {name for name in names if not name.startswith(("libQt6", "libpyside", "libshiboken"))}


def start_offscreen() -> str:
    """Start Qt without a screen in another process; empty when it works, else what it said."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", START],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        timeout=120,
    )
    return (
        "" if done.stdout.startswith("started") else done.stderr or f"exit code {done.returncode}"
    )


def missing_libraries(*, display: bool) -> set[str]:
    """Every library of the system that Qt lacks here."""
    missing: set[str] = set()
    for file in qt_files(display=display):
        try:
            done = subprocess.run(
                ["ldd", file], capture_output=True, encoding="utf-8", errors="replace", check=False
            )
        except FileNotFoundError:  # a system without glibc's tools: the loader's own words must do
            return missing_in(start_offscreen())
        missing |= missing_in(done.stdout)
    return missing


def packages_for(libraries: Iterable[str]) -> list[str]:
    """The Debian packages that hold the libraries, each once; unknown libraries are left out."""
    return sorted({PACKAGES[library] for library in libraries if library in PACKAGES})


def sentence(libraries: Iterable[str]) -> str:
    """What the user must do to get the libraries."""
    names = sorted(libraries)
    packages = packages_for(names)
    lacking = f"Qt cannot start: this system lacks {', '.join(names)}."
    if not packages:
        return f"{lacking} Install the packages of your system that hold them."
    return f"{lacking} Install them with: {system_packages.command_for_people(packages)}"


def ensure(*, display: bool) -> str:
    """Install what is missing if that may be; empty when Qt starts, else a sentence to show."""
    if not sys.platform.startswith("linux"):
        return ""
    missing = missing_libraries(display=display)
    if missing and packages_for(missing) and system_packages.install(packages_for(missing)):
        missing = missing_libraries(display=display)
    if missing:
        return sentence(missing)
    said = start_offscreen()
    return f"Qt cannot start: {said.strip().splitlines()[-1]}" if said else ""


def main() -> int:
    """Exit code 0 when Qt starts, 1 with a sentence when it does not.

    ``--display`` asks for the libraries of X11 too where there is no screen now: a bundle carries
    them to machines that have one.
    """
    said = ensure(display=has_display() or "--display" in sys.argv[1:])
    if said:
        print(said, file=sys.stderr)
    return 1 if said else 0


if __name__ == "__main__":
    sys.exit(main())

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Noto Sans in the weights that the screen uses."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from buurthuis_admin.paths import fonts_folder

FAMILIES = ["Noto Sans", "Noto Sans Arabic"]
_CUT = (
    "NotoSans-Regular.ttf",
    "NotoSans-SemiBold.ttf",
    "NotoSansArabic-Regular.ttf",
    "NotoSansArabic-SemiBold.ttf",
)
_PACKAGES = ("fontpkg_noto_sans", "fontpkg_noto_sans_arabic")


def load_fonts() -> None:
    """Make our fonts known to Qt; once per process, they stay for its life."""
    if not set(FAMILIES) <= set(QFontDatabase.families()):
        for path in _font_files():
            QFontDatabase.addApplicationFont(str(path))


def _font_files() -> list[Path]:
    # Qt on Linux makes no semibold out of a variable font, so the weights cut at set-up come
    # first; without set-up the variable fonts of the packages still give a readable screen.
    cut = [fonts_folder() / name for name in _CUT]
    if all(path.is_file() for path in cut):
        return cut
    return [path for package in _PACKAGES for path in _packaged(package)]


def _packaged(package: str) -> list[Path]:
    found = find_spec(package)
    if found is None or found.origin is None:
        return []
    files = sorted((Path(found.origin).parent / "files").glob("*.ttf"))
    return [path for path in files if "Italic" not in path.name]


def body_font(pixels: int) -> QFont:
    """The font of running text in a size in pixels."""
    font = QFont([*FAMILIES, "DejaVu Sans"])
    font.setPixelSize(pixels)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font

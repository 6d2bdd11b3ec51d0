# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where the program finds what it ships: fonts, icons, translations and the example box.

The same names work from a checkout (``resources/`` beside the package), from an installed wheel
(``resources/`` inside the package) and from a PyInstaller bundle (``resources/`` in its folder).
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def resources_folder() -> Path:
    """The folder of everything that is shipped beside the code."""
    package = Path(__file__).resolve().parent
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        return Path(bundle) / "resources"
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


def fonts_folder() -> Path:
    """The static Noto Sans weights that ``tools/fonts.py`` cut at set-up."""
    return resources_folder() / "fonts"


def icons_folder() -> Path:
    """The icons that the icon font lacks, drawn by us as SVG."""
    return resources_folder() / "icons"


def translations_folder() -> Path:
    """The gettext catalogues: ``nl.po`` and, compiled, ``nl/LC_MESSAGES/messages.mo``."""
    return resources_folder() / "translations"


def example_folder() -> Path:
    """The made-up box of spreadsheets that a first run reads."""
    return resources_folder() / "example"


def handbook_folder() -> Path:
    """The chapters of the handbook, a folder for each language."""
    return resources_folder() / "handbook"

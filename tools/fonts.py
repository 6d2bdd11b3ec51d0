# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cut the static Noto Sans weights that the reports embed.

The fonts come as variable TTF from two packages of the set-up; reportlab takes only static ones.
Cutting takes seconds a weight, so it happens once, at set-up and at bundling, into
``resources/fonts`` (not committed). The same packages give the same bytes.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from shutil import copyfile

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "fonts"
STAMP = "versions.txt"


@dataclass(frozen=True, slots=True)
class Cut:
    """One static font: the file to write, the package and axis position it is cut from."""

    name: str
    package: str
    weight: int

    @property
    def source(self) -> Path:
        """The variable font inside its package, upright."""
        folder = Path(str(import_module(self.package).ROOT)) / "files"
        return next(path for path in sorted(folder.glob("*.ttf")) if "Italic" not in path.name)


LATIN = "fontpkg_noto_sans"
ARABIC = "fontpkg_noto_sans_arabic"
CUTS = (
    Cut("NotoSans-Regular.ttf", LATIN, 400),
    Cut("NotoSans-SemiBold.ttf", LATIN, 600),
    Cut("NotoSans-Bold.ttf", LATIN, 700),
    Cut("NotoSansArabic-Regular.ttf", ARABIC, 400),
    Cut("NotoSansArabic-SemiBold.ttf", ARABIC, 600),
)


def current_versions() -> str:
    """The packages that decide the bytes of the fonts, as text for the stamp file."""
    names = ("fonttools", "fontpkg-noto-sans", "fontpkg-noto-sans-arabic")
    weights = ", ".join(f"{cut.name} {cut.weight}" for cut in CUTS)
    return "".join(f"{name} {version(name)}\n" for name in names) + weights + "\n"


def are_fresh(folder: Path = FOLDER) -> bool:
    """Whether every font is there, cut from the packages that are installed now."""
    stamp = folder / STAMP
    whole = all((folder / cut.name).is_file() for cut in CUTS)
    return whole and stamp.is_file() and stamp.read_text("utf-8") == current_versions()


def cut_font(cut: Cut, folder: Path) -> None:
    """Write one static font; the file appears whole or not at all."""
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    font = TTFont(cut.source, recalcTimestamp=False)
    static = instantiateVariableFont(
        font, {"wght": cut.weight, "wdth": 100}, inplace=True, updateFontNames=True
    )
    unfinished = folder / f"{cut.name}.{os.getpid()}.part"
    static.save(unfinished, reorderTables=True)
    unfinished.replace(folder / cut.name)


def copy_licences(folder: Path) -> None:
    """Put the licence of each family (OFL) beside the fonts, as it asks."""
    for package in (LATIN, ARABIC):
        licence = Path(str(import_module(package).ROOT)) / "LICENSE"
        copyfile(licence, folder / f"{package.removeprefix('fontpkg_')}.LICENSE")


def cut_all(folder: Path = FOLDER) -> None:
    """Cut every font that the program uses."""
    folder.mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(max_workers=2) as pool:
        list(pool.map(cut_font, CUTS, [folder] * len(CUTS)))
    copy_licences(folder)
    (folder / STAMP).write_text(current_versions(), "utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Cut the fonts unless they are there already."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=FOLDER)
    parser.add_argument("--again", action="store_true", help="cut them even when they are fresh")
    options = parser.parse_args(arguments)
    if options.again or not are_fresh(options.folder):
        cut_all(options.folder)
        print(f"fonts: {len(CUTS)} weights cut")
    return 0


if __name__ == "__main__":
    sys.exit(main())

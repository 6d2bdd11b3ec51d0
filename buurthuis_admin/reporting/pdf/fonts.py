# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The fonts that reports embed: Noto Sans, and Noto Sans Arabic for what it lacks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from buurthuis_admin.paths import fonts_folder

REGULAR = ("NotoSans-Regular", "NotoSansArabic-Regular")
STRONG = ("NotoSans-SemiBold", "NotoSansArabic-SemiBold")


@dataclass(frozen=True, slots=True)
class Face:
    """One font file. ``widths`` has the width of every sign it can draw, at size 1."""

    name: str
    font: TTFont
    widths: dict[str, float]


@cache
def load_face(name: str) -> Face:
    """A font of the program, read once; reportlab knows it by the same name."""
    font = TTFont(name, str(fonts_folder() / f"{name}.ttf"))
    pdfmetrics.registerFont(font)
    face = font.face
    widths = {
        chr(code): face.charWidths.get(code, face.defaultWidth) / 1000
        for code in face.charToGlyph
        if code >= 0x20
    }
    return Face(name, font, widths)


def names_for(strong: bool) -> tuple[str, str]:
    """The names of the main font of a weight and of the one that helps it out."""
    return STRONG if strong else REGULAR

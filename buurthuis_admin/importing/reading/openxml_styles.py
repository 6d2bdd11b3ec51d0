# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The styles of an xlsx file that carry meaning: strike-through, background, leading zeros."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from buurthuis_admin.importing.reading.xml_tree import Node, parse

T = TypeVar("T")

_THEME = "FFFFFF 000000 EEECE1 1F497D 4F81BD C0504D 9BBB59 8064A2 4BACC6 F79646 0000FF 800080"
_THEME_ORDER = (
    "lt1",
    "dk1",
    "lt2",
    "dk2",
    *(f"accent{n}" for n in range(1, 7)),
    "hlink",
    "folHlink",
)
_INDEXED = (
    "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF "
    * 2
    + "800000 008000 000080 808000 800080 008080 C0C0C0 808080 "
    "9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF "
    "000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF "
    "00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 "
    "3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 "
    "003366 339966 003300 333300 993300 993366 333399 333333"
).split()
"""The palette of ECMA-376 part 1, 18.8.27."""

WHITE = "#FFFFFF"
_ZEROS = re.compile(r"0[0 -]*0")


@dataclass(frozen=True, slots=True)
class Styles:
    """Which cell styles (by number) are worth telling."""

    struck: frozenset[int] = frozenset()
    fills: dict[int, str] = field(default_factory=dict)
    zeros: dict[int, str] = field(default_factory=dict)

    def remarkable(self) -> set[int]:
        """The styles that say anything."""
        return {*self.struck, *self.fills, *self.zeros}


def read_styles(styles: bytes, theme: bytes) -> Styles:
    """The styles of ``xl/styles.xml`` with the colours of the theme."""
    root = parse(styles)
    theme_colours = _theme_colours(parse(theme))
    struck = [_on(font.find("strike")) for font in _children(root, "fonts")]
    fills = [_fill_colour(fill, theme_colours) for fill in _children(root, "fills")]
    formats = {
        node.attributes.get("numFmtId"): leading_zeros(node.attributes.get("formatCode", ""))
        for node in root.all("numFmt")
    }
    found = Styles(frozenset(), {}, {})
    struck_styles = set()
    for index, xf in enumerate(_children(root, "cellXfs")):
        if _item(struck, xf.attributes.get("fontId")):
            struck_styles.add(index)
        if colour := _item(fills, xf.attributes.get("fillId")):
            found.fills[index] = colour
        if zeros := formats.get(xf.attributes.get("numFmtId")):
            found.zeros[index] = zeros
    return Styles(frozenset(struck_styles), found.fills, found.zeros)


def leading_zeros(code: str) -> str | None:
    """The zeros, spaces and hyphens of a number format that is made of them only."""
    first = re.sub(r"\[[^\]]*\]", "", code.partition(";")[0])
    plain = first.replace("\\", "").replace('"', "")
    return plain if _ZEROS.fullmatch(plain) else None


def _children(root: Node, name: str) -> list[Node]:
    return next((node.children for node in root.all(name)), [])


def _item(items: Sequence[T], index: str | None) -> T | None:
    number = int(index) if index and index.isascii() and index.isdigit() else -1
    return items[number] if 0 <= number < len(items) else None


def _on(switch: Node | None) -> bool:
    return switch is not None and switch.attributes.get("val", "1") not in ("0", "false")


def _fill_colour(fill: Node, theme: list[str]) -> str | None:
    pattern = fill.find("patternFill")
    if pattern is None or pattern.attributes.get("patternType", "none") == "none":
        return None
    colour = pattern.find("fgColor")
    found = _colour(colour.attributes, theme) if colour is not None else None
    return None if found == WHITE else found


def _colour(attributes: dict[str, str], theme: list[str]) -> str | None:
    if re.fullmatch(r"[0-9A-Fa-f]{6,8}", attributes.get("rgb", "")):
        base: str | None = attributes["rgb"][-6:].upper()
    elif "theme" in attributes:
        base = _item(theme, attributes["theme"])
    else:
        base = _item(_INDEXED, attributes.get("indexed"))
    return f"#{_tinted(base, attributes.get('tint', '0'))}" if base else None


def _tinted(colour: str, tint: str) -> str:
    """The colour made lighter (tint above 0) or darker, as ECMA-376 part 1, 18.8.19 says."""
    try:
        amount = max(-1.0, min(1.0, float(tint)))
    except ValueError:
        amount = 0.0
    if not amount:
        return colour
    hue, light, saturation = colorsys.rgb_to_hls(
        *(int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4))
    )
    light = light * (1 + amount) if amount < 0 else light * (1 - amount) + amount
    parts = colorsys.hls_to_rgb(hue, light, saturation)
    return "".join(f"{round(part * 255):02X}" for part in parts)


def _theme_colours(root: Node) -> list[str]:
    colours = _THEME.split()
    for scheme in root.all("clrScheme"):
        for node in scheme.children:
            value = next((child.attributes for child in node.children), {})
            hexadecimal = value.get("lastClr") or value.get("val", "")
            if node.name in _THEME_ORDER and re.fullmatch(r"[0-9A-Fa-f]{6}", hexadecimal):
                colours[_THEME_ORDER.index(node.name)] = hexadecimal.upper()
    return colours

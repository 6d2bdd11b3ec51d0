# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words for the colours on a sheet, and for what they can mean there."""

from __future__ import annotations

import colorsys

from buurthuis_admin.i18n import _
from buurthuis_admin.importing.corrections import STRUCK, StyleMeaning

_GREY = 0.15  # saturation
_DARK, _LIGHT = 0.3, 0.75  # lightness


def style_name(style: str) -> str:
    """A style in words: 'crossed out', 'light green'."""
    if style == STRUCK:
        return _("crossed out")
    hue, light, saturation = _hls(style)
    if saturation < _GREY or light in (0, 1):
        return _("black") if light < 0.1 else _("grey")
    shades = _hue_shades(hue * 360)
    return shades[2 if light > _LIGHT else 0 if light < _DARK else 1]


def meaning_name(meaning: StyleMeaning) -> str:
    """What a style means."""
    names = {
        StyleMeaning.NOTHING: _("nothing"),
        StyleMeaning.LEFT: _("is no member any more"),
        StyleMeaning.VOLUNTEER: _("is a volunteer"),
        StyleMeaning.PAID: _("has paid"),
        StyleMeaning.UNPAID: _("has not paid"),
        StyleMeaning.LEFT_OUT: _("do not read these rows"),
        StyleMeaning.PRESENT: _("present"),
        StyleMeaning.ABSENT: _("not present"),
        StyleMeaning.EXCUSED: _("excused"),
        StyleMeaning.CANCELLED: _("the meeting was cancelled"),
    }
    return names[meaning]


def _hls(style: str) -> tuple[float, float, float]:
    parts = [int(style[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return colorsys.rgb_to_hls(*parts)


def _hue_shades(degrees: float) -> tuple[str, str, str]:
    """The dark, plain and light word of a hue."""
    shades = (
        (15, (_("dark red"), _("red"), _("pink"))),
        (40, (_("brown"), _("orange"), _("light orange"))),
        (68, (_("dark yellow"), _("yellow"), _("light yellow"))),
        (165, (_("dark green"), _("green"), _("light green"))),
        (255, (_("dark blue"), _("blue"), _("light blue"))),
        (330, (_("dark purple"), _("purple"), _("light purple"))),
    )
    return next((words for end, words in shades if degrees <= end), shades[0][1])

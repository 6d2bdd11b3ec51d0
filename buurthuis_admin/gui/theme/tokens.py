# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The colours of the program by their meaning, for light and for dark."""

from __future__ import annotations

from dataclasses import dataclass

SPACES = (4, 8, 12, 16, 24, 32, 48)
RADIUS = 6
BODY = 16  # pixels at 100 %
SMALL = 14  # nothing is smaller
HEADING = 20
TITLE = 26
ROW = 46
CONTROL = 44  # the least height and width of anything that is clicked


@dataclass(frozen=True, slots=True)
class Tokens:
    """One colour for each meaning, as #RRGGBB."""

    window: str
    surface: str
    sunken: str
    sidebar: str
    hover: str
    text: str
    text2: str
    disabled: str
    border: str
    control: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    on_accent_soft: str
    focus: str
    link: str
    ok: str
    ok_bg: str
    ok_border: str
    warn: str
    warn_bg: str
    warn_border: str
    error: str
    error_bg: str
    error_border: str
    info: str
    info_bg: str
    info_border: str
    neutral_bg: str
    tooltip: str
    on_tooltip: str

    def colour(self, name: str) -> str:
        """The colour of a token by its name; AttributeError when there is none."""
        return str(getattr(self, name))


LIGHT = Tokens(
    window="#F7F5F1",
    surface="#FFFFFF",
    sunken="#EFECE5",
    sidebar="#EFECE5",
    hover="#E3DED3",
    text="#1C2530",
    text2="#4A5663",
    disabled="#767F88",
    border="#DCD7CD",
    control="#79736A",
    accent="#0B625E",
    accent_hover="#084E4B",
    on_accent="#FFFFFF",
    accent_soft="#D8ECE9",
    on_accent_soft="#0A3F3C",
    focus="#1A4FC4",
    link="#0B5A86",
    ok="#1D6B3C",
    ok_bg="#E3F3E7",
    ok_border="#A9D4B5",
    warn="#7A4F00",
    warn_bg="#FDF0CF",
    warn_border="#E3C98A",
    error="#A8201A",
    error_bg="#FCE9E7",
    error_border="#E6B0AB",
    info="#1B5785",
    info_bg="#E4EFF8",
    info_border="#B9D2E6",
    neutral_bg="#ECEAE5",
    tooltip="#1C2530",
    on_tooltip="#FFFFFF",
)

DARK = Tokens(
    window="#15191C",
    surface="#1E2327",
    sunken="#111416",
    sidebar="#111517",
    hover="#2B3238",
    text="#ECEFF1",
    text2="#B3BDC5",
    disabled="#7E8890",
    border="#343B41",
    control="#87919A",
    accent="#62CBC1",
    accent_hover="#86DAD2",
    on_accent="#06211F",
    accent_soft="#16403D",
    on_accent_soft="#C4F0EB",
    focus="#9CC2FF",
    link="#8CC8F2",
    ok="#7FD49C",
    ok_bg="#143222",
    ok_border="#2B5C40",
    warn="#F3C566",
    warn_bg="#3A2D0C",
    warn_border="#6B5418",
    error="#FF9F94",
    error_bg="#451815",
    error_border="#7A332D",
    info="#8CC8F2",
    info_bg="#12304A",
    info_border="#28547A",
    neutral_bg="#2B3238",
    tooltip="#ECEFF1",
    on_tooltip="#15191C",
)

# Foreground, background, the least contrast (WCAG 2.2: text 4.5, body text 7 by our own rule,
# borders and focus 3). A test calculates each in both modes.
CONTRASTS = (
    ("text", "window", 7.0),
    ("text", "surface", 7.0),
    ("text", "sidebar", 7.0),
    ("text", "hover", 7.0),
    ("text", "accent_soft", 7.0),
    ("text", "neutral_bg", 7.0),
    ("text", "ok_bg", 7.0),
    ("text", "warn_bg", 7.0),
    ("text", "error_bg", 7.0),
    ("text", "info_bg", 7.0),
    ("text2", "window", 4.5),
    ("text2", "surface", 4.5),
    ("text2", "sidebar", 4.5),
    ("text2", "sunken", 4.5),
    ("text2", "hover", 4.5),
    ("text2", "accent_soft", 4.5),
    ("text2", "neutral_bg", 4.5),
    ("on_accent", "accent", 4.5),
    ("on_accent", "accent_hover", 4.5),
    ("on_accent_soft", "accent_soft", 7.0),
    ("accent", "surface", 4.5),
    ("accent", "window", 4.5),
    ("accent", "sidebar", 3.0),
    ("accent", "accent_soft", 3.0),
    ("link", "surface", 4.5),
    ("link", "window", 4.5),
    ("link", "info_bg", 4.5),
    ("ok", "ok_bg", 4.5),
    ("ok", "surface", 4.5),
    ("ok", "accent_soft", 4.5),
    ("warn", "warn_bg", 4.5),
    ("warn", "surface", 4.5),
    ("error", "error_bg", 4.5),
    ("error", "surface", 4.5),
    ("error", "window", 4.5),
    ("info", "info_bg", 4.5),
    ("info", "surface", 4.5),
    ("control", "surface", 3.0),
    ("control", "window", 3.0),
    ("focus", "surface", 3.0),
    ("focus", "window", 3.0),
    ("focus", "sidebar", 3.0),
    ("focus", "accent_soft", 3.0),
    ("disabled", "surface", 3.0),
    ("on_tooltip", "tooltip", 7.0),
)


def luminance(colour: str) -> float:
    """Relative luminance of #RRGGBB, 0 to 1 (WCAG 2.2)."""
    channels = (int(colour[index : index + 2], 16) / 255 for index in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21 (WCAG 2.2)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)

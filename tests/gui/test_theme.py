# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Colours, style sheet, fonts and icons."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from buurthuis_admin.gui.preferences import Preferences
from buurthuis_admin.gui.theme import apply, current
from buurthuis_admin.gui.theme.apply import Brightness, apply_theme
from buurthuis_admin.gui.theme.icons import _codes, icon
from buurthuis_admin.gui.theme.style_sheet import style_sheet
from buurthuis_admin.gui.theme.tokens import CONTRASTS, DARK, LIGHT, Tokens, contrast
from buurthuis_admin.gui.window import MainWindow

SOURCES = Path(apply.__file__).parents[1]


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), CONTRASTS)
def test_every_pair_has_its_contrast(tokens: Tokens, ink: str, ground: str, least: float) -> None:
    assert contrast(tokens.colour(ink), tokens.colour(ground)) >= least


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_style_sheet_is_filled_in(tokens: Tokens) -> None:
    sheet = style_sheet(tokens, 1.5)
    assert "@" not in sheet
    for address in re.findall(r'url\("([^"]+)"\)', sheet):
        assert "currentColor" not in Path(address).read_text("utf-8")


def test_lengths_grow_with_the_text_and_lines_do_not() -> None:
    assert "font-size: 20px" in style_sheet(LIGHT, 1.0)
    assert "font-size: 40px" in style_sheet(LIGHT, 2.0)
    assert "border: 1px solid" in style_sheet(LIGHT, 2.0)


def test_dark_sets_the_palette_too(qapp: QApplication) -> None:
    apply_theme(qapp, Brightness.DARK, 100)
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK.window.lower()
    assert current.tokens() is DARK


def test_high_contrast_drops_what_is_ours(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apply, "wants_high_contrast", lambda: True)
    apply_theme(qapp, Brightness.LIGHT, 100)
    assert qapp.styleSheet() == ""


def test_text_size_is_in_the_font(qapp: QApplication) -> None:
    apply_theme(qapp, Brightness.LIGHT, 200)
    assert qapp.font().pixelSize() == 32


def test_semibold_is_a_weight_of_its_own(qapp: QApplication) -> None:
    widths = set()
    for weight in (QFont.Weight.Normal, QFont.Weight.DemiBold):
        font = QFont(qapp.font())
        font.setWeight(weight)
        widths.add(QFontMetrics(font).horizontalAdvance("Buurthuis De Linde"))
    assert len(widths) == 2, "the fonts were not cut: run tools/fonts.py"


def test_every_icon_that_the_source_names_exists() -> None:
    text = "\n".join(path.read_text("utf-8") for path in SOURCES.rglob("*.py"))
    named = set(re.findall(r'(?:icon|icon_label|square_button|IconLabel)\("([a-z-]+)"', text))
    named |= set(re.findall(r'button\(_\("[^"]+"\), "([a-z-]+)"', text))
    named |= set(re.findall(r'PillText\([^"]*"[^"]*"\), "([a-z-]+)"', text))
    assert len(named) > 15
    assert named <= set(_codes())


def test_icon_follows_the_colours(qapp: QApplication) -> None:
    def inks() -> set[str]:
        image = icon("check", "accent").pixmap(96, 96).toImage()
        points = ((x, y) for x in range(image.width()) for y in range(image.height()))
        colours = (image.pixelColor(x, y) for x, y in points)
        return {colour.name() for colour in colours if colour.alpha() == 255}

    light = inks()
    apply_theme(qapp, Brightness.DARK, 100)
    assert LIGHT.accent.lower() in light
    assert DARK.accent.lower() in inks()


def test_a_wish_of_the_system_is_followed_at_once(
    window: MainWindow, preferences: Preferences
) -> None:
    preferences.text_size = 150  # told by nobody, so only what the system says brings it
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert current.scale() == 1.5
    preferences.text_size = 125
    hints.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert current.scale() == 1.25
    preferences.text_size = 100
    hints.accessibility().motionPreferenceChanged.emit(Qt.MotionPreference.ReducedMotion)
    assert current.scale() == 1

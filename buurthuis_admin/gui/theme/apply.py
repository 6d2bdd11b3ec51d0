# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Put a look on the whole program: palette, font and style sheet."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from buurthuis_admin.gui.theme import current
from buurthuis_admin.gui.theme.fonts import body_font, load_fonts
from buurthuis_admin.gui.theme.palette import palette
from buurthuis_admin.gui.theme.style_sheet import style_sheet
from buurthuis_admin.gui.theme.tokens import BODY, DARK, LIGHT


class Brightness(StrEnum):
    """Which colours the person wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


TEXT_SIZES = (100, 125, 150, 175, 200)  # percent


def wants_high_contrast() -> bool:
    """Whether the system asks for high contrast."""
    hints = QGuiApplication.styleHints()  # a name of its own: PySide drops it with what it gives
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast


def is_dark(brightness: Brightness) -> bool:
    """Whether a choice means dark colours on this system, now."""
    if brightness is Brightness.SYSTEM:
        return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return brightness is Brightness.DARK


def apply_theme(application: QApplication, brightness: Brightness, percent: int) -> None:
    """Show the program in these colours and this text size (100 to 200 percent).

    With high contrast the system's own palette and style rule, and nothing of ours hides them.
    """
    load_fonts()
    current.use(DARK if is_dark(brightness) else LIGHT, percent / 100)
    if application.font() != (font := body_font(current.scaled(BODY))):
        application.setFont(font)
    if wants_high_contrast():
        _wear(application, application.style().standardPalette(), "")
        return
    if application.style().name() != "fusion" and not application.styleSheet():
        application.setStyle("Fusion")
    sheet = style_sheet(current.tokens(), current.scale())
    _wear(application, palette(current.tokens()), sheet)


def _wear(application: QApplication, colours: QPalette, sheet: str) -> None:
    """Only what is different: a style sheet is worked out anew for every widget there is."""
    if application.palette() != colours:
        application.setPalette(colours)
    if application.styleSheet() != sheet:
        application.setStyleSheet(sheet)

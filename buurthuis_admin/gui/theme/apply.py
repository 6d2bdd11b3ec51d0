# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Put a look on the whole program: palette, font and style sheet."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
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
    application.setFont(body_font(current.scaled(BODY)))
    if wants_high_contrast():
        application.setPalette(application.style().standardPalette())
        application.setStyleSheet("")
        return
    if application.style().name() != "fusion":
        application.setStyle("Fusion")
    application.setPalette(palette(current.tokens()))
    application.setStyleSheet(style_sheet(current.tokens(), current.scale()))

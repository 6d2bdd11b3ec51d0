# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Put a look on the whole program: palette, font and style sheet."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)

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


_HALF = 128  # of the lightness of a colour, 0 to 255
TEXT_SIZES = (100, 125, 150, 175, 200)  # percent


def wants_high_contrast() -> bool:
    """Whether the system asks for high contrast."""
    hints = QGuiApplication.styleHints()  # a name of its own: PySide drops it with what it gives
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast


def wants_stillness() -> bool:
    """Whether the system asks that nothing moves by itself."""
    hints = QGuiApplication.styleHints()
    return hints.accessibility().motionPreference() is Qt.MotionPreference.ReducedMotion


class _Still(QProxyStyle):
    """A style of Qt without its own small movements, such as of a scroll bar or an icon."""

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,
    ) -> int:
        """As Qt's own, but every movement takes no time."""
        if hint is QStyle.StyleHint.SH_Widget_Animation_Duration:
            return 0
        return super().styleHint(hint, option, widget, returnData)


def is_dark(brightness: Brightness) -> bool:
    """Whether a choice means dark colours on this system, now."""
    if brightness is Brightness.SYSTEM:
        return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return brightness is Brightness.DARK


def system_palette(application: QApplication) -> QPalette:
    """The colours that the system has for everybody."""
    return application.style().standardPalette()


def _is_dark_palette(colours: QPalette) -> bool:
    return colours.color(QPalette.ColorRole.Window).lightness() < _HALF


def apply_theme(application: QApplication, brightness: Brightness, percent: int) -> None:
    """Show the program in these colours and this text size (100 to 200 percent).

    With high contrast the system's own palette and style rule, and nothing of ours hides them;
    what is drawn by ourselves goes along with a dark one.
    """
    load_fonts()
    if wants_stillness() and not isinstance(application.style(), _Still):
        application.setStyle(_Still(application.style().name()))
    contrast = system_palette(application) if wants_high_contrast() else None
    dark = is_dark(brightness) if contrast is None else _is_dark_palette(contrast)
    current.use(DARK if dark else LIGHT, percent / 100)
    if application.font() != (font := body_font(current.scaled(BODY))):
        application.setFont(font)
    if contrast is not None:
        _wear(application, contrast, "")
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

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The wishes of the system are followed: high contrast, and no movement."""

from __future__ import annotations

from PySide6.QtCore import QAbstractAnimation, QPropertyAnimation
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from buurthuis_admin.gui.theme import apply
from tests.accessibility import contrast
from tests.accessibility.seeing import Looked

_Role = QPalette.ColorRole


def black() -> QPalette:
    """A palette as systems have it for people who see little."""
    made = QPalette(QColor("#000000"))
    for role in (_Role.Window, _Role.Base, _Role.Button, _Role.AlternateBase, _Role.ToolTipBase):
        made.setColor(role, QColor("#000000"))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.ToolTipText):
        made.setColor(role, QColor("#FFFFFF"))
    made.setColor(_Role.Link, QColor("#FFFF00"))
    made.setColor(_Role.Highlight, QColor("#FFFF00"))
    made.setColor(_Role.HighlightedText, QColor("#000000"))
    made.setColor(_Role.PlaceholderText, QColor("#FFFFFF"))
    return made


def ask() -> None:
    """From now on the system asks for high contrast, white on black, and that nothing moves."""
    apply.wants_stillness = lambda: True
    apply.wants_high_contrast = lambda: True
    apply.system_palette = lambda application: black()


def look_still(shown: QWidget, place: str) -> Looked:
    """Nothing moves by itself."""
    animations = shown.findChildren(QAbstractAnimation)
    # Qt's own button to clear a field fades in where it stands: that is no movement.
    moving = [
        one
        for one in animations
        if one.state() is QAbstractAnimation.State.Running
        and not (isinstance(one, QPropertyAnimation) and one.propertyName() == b"opacity")
    ]
    yield f"nothing moves in {place}", not moving


def look_contrast(shown: QWidget, place: str) -> Looked:
    """With high contrast no style sheet of ours hides the colours of the system."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    yield f"no style sheet in {place}", not application.styleSheet()
    yield from contrast.look(shown, place)

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The bar at the bottom: what was changed, and the button that takes it back."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from buurthuis_admin.gui.keys import native_keys
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.flow import FlowLabel, FlowLayout, flow_policy
from buurthuis_admin.gui.widgets.texts import announce, button, icon_label
from buurthuis_admin.i18n import _

UNDO_KEYS = "Ctrl+Z"
REDO_KEYS = ("Ctrl+Shift+Z", "Ctrl+Y")  # the first is the one that is told


class Offer(Enum):
    """What the button of the bar does."""

    UNDO = auto()
    REDO = auto()
    STOP = auto()
    NOTHING = auto()


class UndoBar(QFrame):
    """Stays until something else is told: a slow reader loses nothing by reading."""

    undo_asked = Signal()
    redo_asked = Signal()
    stop_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "footer")
        self.setAccessibleName(_("What was changed last"))
        self.text = FlowLabel("", "strong")
        self.undo = button(_with_keys(_("Undo"), UNDO_KEYS), "arrow-counter-clockwise")
        self.redo = button(_with_keys(_("Do again"), REDO_KEYS[0]), "arrow-clockwise")
        self.stop = button(_("Stop"), "x")
        self.stop.clicked.connect(self.stop_asked)
        self.undo.clicked.connect(self.undo_asked)
        self.redo.clicked.connect(self.redo_asked)
        line = QWidget()
        flow = FlowLayout(12, line)
        flow.add(icon_label("clock-counter-clockwise", "text2", 24))
        flow.add(self.text)
        flow.add(self.undo, to_right=True)
        flow.add(self.redo, to_right=True)
        flow.add(self.stop, to_right=True)
        flow_policy(line)
        flow_policy(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(24), scaled(8), scaled(24), scaled(8))
        column.addWidget(line)
        self.hide()

    def tell(self, sentence: str, offer: Offer = Offer.NOTHING) -> None:
        """Say what happened, aloud too, and offer the way back."""
        buttons = self._buttons()
        self._keep_focus(offer)
        self.text.setText(sentence)
        for what, one in buttons.items():
            one.setVisible(offer is what)
        self.text.updateGeometry()
        self.show()
        shown = buttons[offer].text() if offer in buttons else ""
        announce(self, f"{sentence} {shown}".strip())

    def tell_progress(self, sentence: str) -> None:
        """Say how far it is; not aloud each time."""
        if not self.stop.isHidden():
            self.text.setText(sentence)

    def _buttons(self) -> dict[Offer, QPushButton]:
        return {Offer.UNDO: self.undo, Offer.REDO: self.redo, Offer.STOP: self.stop}

    def _keep_focus(self, offer: Offer) -> None:
        """Who pressed the one button with the keyboard stays in the bar, on the other."""
        buttons = self._buttons()
        had = any(one.hasFocus() for one in buttons.values())
        if had and offer in buttons:
            buttons[offer].show()
            buttons[offer].setFocus(Qt.FocusReason.OtherFocusReason)


def _with_keys(word: str, keys: str) -> str:
    """'Undo (Ctrl+Z)', with the keys as this computer calls them."""
    return f"{word} ({native_keys(keys)})"

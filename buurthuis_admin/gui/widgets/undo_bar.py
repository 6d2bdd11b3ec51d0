# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The bar at the bottom: what was changed, and the button that takes it back."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

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
    NOTHING = auto()


class UndoBar(QFrame):
    """Stays until something else is told: a slow reader loses nothing by reading."""

    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "footer")
        self.setAccessibleName(_("What was changed last"))
        self.text = FlowLabel("", "strong")
        self.undo = button(_with_keys(_("Undo"), UNDO_KEYS), "arrow-counter-clockwise")
        self.redo = button(_with_keys(_("Do again"), REDO_KEYS[0]), "arrow-clockwise")
        self.undo.clicked.connect(self.undo_asked)
        self.redo.clicked.connect(self.redo_asked)
        line = QWidget()
        flow = FlowLayout(12, line)
        flow.add(icon_label("clock-counter-clockwise", "text2", 24))
        flow.add(self.text)
        flow.add(self.undo, to_right=True)
        flow.add(self.redo, to_right=True)
        flow_policy(line)
        flow_policy(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(24), scaled(8), scaled(24), scaled(8))
        column.addWidget(line)
        self.hide()

    def tell(self, sentence: str, offer: Offer = Offer.NOTHING) -> None:
        """Say what happened, aloud too, and offer the way back."""
        self._keep_focus(offer)
        self.text.setText(sentence)
        self.undo.setVisible(offer is Offer.UNDO)
        self.redo.setVisible(offer is Offer.REDO)
        self.text.updateGeometry()
        self.show()
        shown = {Offer.UNDO: self.undo.text(), Offer.REDO: self.redo.text()}.get(offer, "")
        announce(self, f"{sentence} {shown}".strip())

    def _keep_focus(self, offer: Offer) -> None:
        """Who pressed the one button with the keyboard stays in the bar, on the other."""
        other = self.redo if offer is Offer.REDO else self.undo
        had = self.undo.hasFocus() or self.redo.hasFocus()
        if had and offer is not Offer.NOTHING:
            other.show()
            other.setFocus(Qt.FocusReason.OtherFocusReason)


def _with_keys(word: str, keys: str) -> str:
    """'Undo (Ctrl+Z)', with the keys as this computer calls them."""
    native = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{word} ({native})"

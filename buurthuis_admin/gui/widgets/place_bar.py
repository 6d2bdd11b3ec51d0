# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The bar over the pages when the file lies where work is unsafe, or has another version."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.flow import FlowLabel, FlowLayout, flow_policy
from buurthuis_admin.gui.widgets.texts import button, icon_label
from buurthuis_admin.i18n import _


class PlaceBar(QFrame):
    """Says what is the matter; ``copy_asked`` asks for a copy on this computer.

    ``compare_asked``: there is another version, made by another laptop.
    """

    copy_asked = Signal()
    compare_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "warn")
        self.text = FlowLabel("", "strong")
        self.copy = button(_("Copy to this computer…"), "copy")
        self.compare = button(_("Compare…"), "git-diff")
        self.copy.clicked.connect(self.copy_asked)
        self.compare.clicked.connect(self.compare_asked)
        line = QWidget()
        flow = FlowLayout(12, line)
        flow.add(icon_label("warning", "warn", 24))
        flow.add(self.text)
        flow.add(self.compare, to_right=True)
        flow.add(self.copy, to_right=True)
        flow_policy(line)
        flow_policy(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(24), scaled(8), scaled(24), scaled(8))
        column.addWidget(line)
        self.hide()

    def tell(self, place: str, other: str = "") -> None:
        """Show the bar with what is the matter with the place, or that there is another version."""
        self.text.setText(other or place)
        self.setAccessibleName(other or place)
        self.compare.setVisible(bool(other))
        self.copy.setVisible(bool(place) and not other)
        self.setVisible(bool(other or place))

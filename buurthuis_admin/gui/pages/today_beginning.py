# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What to do first in an administration in which nobody stands yet."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from buurthuis_admin.gui.places import HELP, IMPORT, MEMBERS
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.texts import button, card, label
from buurthuis_admin.i18n import _


class BeginningCard(QFrame):
    """``place_asked`` is sent with the page to begin on."""

    place_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        frame, column = card("info", gap=12)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(frame)
        column.addWidget(label(_("How do you want to begin?"), "heading"))
        column.addWidget(
            label(
                _(
                    "Do you have lists in Excel? Read them in: your own files do not change, and "
                    "you can turn it back. Or begin empty, and add people one by one."
                )
            )
        )
        self.read = button(_("Read in spreadsheets"), "upload-simple", "primary")
        self.empty = button(_("Begin empty"), "plus")
        self.help = button(_("How does it work?"), "question")
        column.addWidget(flow_row(self.read, self.empty, self.help))
        for one, place in ((self.read, IMPORT), (self.empty, MEMBERS), (self.help, HELP)):
            one.clicked.connect(lambda _on=False, place=place: self.place_asked.emit(place))
        self.hide()

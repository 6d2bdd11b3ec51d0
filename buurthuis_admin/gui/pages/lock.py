# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The locked screen: the name of the file and a field for the password, and nothing else."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from buurthuis_admin.gui.places import SAFETY
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.page import Page
from buurthuis_admin.gui.widgets.scroll import ScrollColumn
from buurthuis_admin.gui.widgets.texts import announce, button, card, label, restyle
from buurthuis_admin.i18n import _

_WIDTH = 640


class LockPage(Page):
    """``unlock_asked`` is sent with the password that was typed, ``leave_asked`` to give up."""

    unlock_asked = Signal(str)
    leave_asked = Signal()

    def __init__(self, path: Path) -> None:
        super().__init__(_("Locked"))
        self.help_key = SAFETY
        self.told = label("", "problem")
        self.busy = label("", "muted")
        self.password = QLineEdit()
        self.open = button(_("Unlock"), "lock-simple-open", "primary")
        self.leave = button(_("Open another administration"), "folder-open")
        frame, column = card(gap=8)
        named = label(_("Password"))
        named.setBuddy(self.password)
        self.password.setAccessibleName(_("Password"))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setMinimumSize(QSize(scaled(220), scaled(44)))
        column.addWidget(label(_("Locked"), "title"))
        column.addWidget(
            label(_("What you had typed is kept. Type the password of {file} to go on.").format(
                file=path.name
            ), "muted")
        )  # fmt: skip
        for widget in (named, flow_row(self.password, self.open), self.told, self.busy):
            column.addWidget(widget)
        column.addWidget(flow_row(self.leave))
        scroll = ScrollColumn(margins=(24, 96, 24, 24), gap=16)
        scroll.setMaximumWidth(scaled(_WIDTH))
        scroll.column.addWidget(frame)
        scroll.column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(scroll, 1000)
        row.addStretch(1)
        self.told.hide()
        self.password.returnPressed.connect(self._ask)
        self.open.clicked.connect(self._ask)
        self.leave.clicked.connect(self.leave_asked)
        self.wait(_("One moment, what you did is being saved…"))

    def focus_first(self) -> None:
        """The password."""
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def wait(self, busy: str) -> None:
        """Say what is going on; with '' the password can be typed and used."""
        self.busy.setText(busy)
        self.busy.setVisible(bool(busy))
        self.open.setEnabled(not busy)
        self.leave.setEnabled(not busy)

    def tell(self, problem: str) -> None:
        """Say why it stays locked."""
        self.wait("")
        self.told.setText(problem)
        self.told.setVisible(bool(problem))
        restyle(self.password, "problem", "true" if problem else "false")
        self.password.setAccessibleDescription(problem)
        announce(self, problem)
        self.focus_first()
        self.password.selectAll()

    def _ask(self) -> None:
        if not self.open.isEnabled():
            return
        if not self.password.text():
            self.tell(_("Type the password of this administration."))
            return
        self.unlock_asked.emit(self.password.text())

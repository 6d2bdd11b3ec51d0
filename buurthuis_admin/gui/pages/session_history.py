# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was changed of one meeting: who was marked when, counts, and corrections made later."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from buurthuis_admin.domain.history import ChangeSet
from buurthuis_admin.gui.pages.person_history import PersonHistory
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.flow import answer_row
from buurthuis_admin.gui.widgets.focus_ring import FocusRing
from buurthuis_admin.gui.widgets.scroll import ScrollColumn
from buurthuis_admin.gui.widgets.texts import button, label
from buurthuis_admin.i18n import _


class SessionHistory(QDialog):
    """The changes, the newest first; ``asked`` is sent with the one that is looked at."""

    asked = Signal(int)

    def __init__(self, title: str, changes: Sequence[ChangeSet], parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setWindowTitle(_("What was changed"))
        self.ring = FocusRing(self)
        self.lines = PersonHistory(changes)
        self.close_button = button(_("Close"))
        scroll = ScrollColumn(margins=(24, 16, 24, 8))
        scroll.column.addWidget(label(title, "heading"))
        if not changes:
            scroll.column.addWidget(label(_("Nothing was changed here yet."), "muted"))
        scroll.column.addWidget(self.lines)
        scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, scaled(16))
        column.addWidget(scroll, 1)
        foot = answer_row(self.close_button)
        foot.setContentsMargins(scaled(24), 0, scaled(24), 0)
        column.addWidget(foot)
        self.lines.asked.connect(self._look)
        self.close_button.clicked.connect(self.accept)
        room = parent.window().size()
        self.resize(min(scaled(640), room.width() - 32), min(scaled(480), room.height() - 32))
        self.close_button.setFocus()

    def _look(self, change_set_id: int) -> None:
        self.accept()
        self.asked.emit(change_set_id)

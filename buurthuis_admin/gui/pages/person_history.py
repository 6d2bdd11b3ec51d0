# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was changed of one person, the newest first, with the way to each change."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from buurthuis_admin.gui.models.changes import change_pill, short_moment
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.flow import FlowLabel, flow_row
from buurthuis_admin.gui.widgets.texts import NAME_SIGNS, breakable, button
from buurthuis_admin.i18n import _, format_number

if TYPE_CHECKING:
    from buurthuis_admin.domain.history import ChangeSet

_FIRST, _AT_ONCE = 3, 20


class PersonHistory(QWidget):
    """A few changes, and more when they are asked for; ``asked`` is sent with the id of one."""

    asked = Signal(int)

    def __init__(self, changes: Sequence[ChangeSet]) -> None:
        super().__init__()
        self._left = list(changes)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(scaled(4))
        self.more = button("", "caret-down", "link")
        self.more.clicked.connect(self._show_more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(4))
        column.addLayout(self._lines)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self._add(_FIRST)

    def _show_more(self) -> None:
        self._add(_AT_ONCE)

    def _add(self, count: int) -> None:
        for change in self._left[:count]:
            self._add_line(change)
        del self._left[:count]
        word = _("Show the earlier {count}").format(count=format_number(len(self._left)))
        self.more.setText(word)
        self.more.setAccessibleName(word)
        self.more.setVisible(bool(self._left))

    def _add_line(self, change: ChangeSet) -> None:
        when = short_moment(change.at)
        pill = change_pill(change)
        look = button(f"{when} · {pill.word}" if pill is not None else when, "", "link")
        look.setAccessibleName(f"{look.text()}: {change.sentence}")
        look.clicked.connect(lambda: self.asked.emit(change.id))
        self._lines.addWidget(
            flow_row(look, FlowLabel(breakable(change.sentence, NAME_SIGNS)), gap=12)
        )

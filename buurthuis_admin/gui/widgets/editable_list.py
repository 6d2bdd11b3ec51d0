# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A list in the settings: each line can be changed and taken away, and new ones are added."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.flow import FlowLabel, flow_row
from buurthuis_admin.gui.widgets.lines import line_of
from buurthuis_admin.gui.widgets.texts import button, card, clear, label
from buurthuis_admin.i18n import _


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its words, and what its buttons do; None where there is no such button.

    ``remove_word`` is for a line that does not go when it is not wanted any more.
    """

    text: str
    change: Callable[[], None] | None = None
    remove: Callable[[], object] | None = None
    remove_word: str = ""


class EditableList(QFrame):
    """``add`` is the button below the lines; ``told`` says what it is for, with an example."""

    def __init__(self, title: str, told: str, add: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        frame, column = card(gap=6)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(frame)
        self.add = button(add, "plus")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(scaled(2))
        column.addWidget(label(title, "heading"))
        column.addWidget(label(told, "muted"))
        column.addLayout(self._rows)
        column.addWidget(flow_row(self.add))

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines."""
        clear(self._rows)
        for line in lines:
            self._rows.addWidget(line_of(FlowLabel(line.text), right=_buttons(line)))
        if not lines:
            self._rows.addWidget(label(_("Nothing on this list yet."), "muted"))


def _buttons(line: Line) -> tuple[QPushButton, ...]:
    made = []
    for word, act in (
        (_("Change"), line.change),
        (line.remove_word or _("Delete"), line.remove),
    ):
        if act is not None:
            one = button(word, "", "link")
            one.setAccessibleName(f"{word}: {line.text}")
            one.clicked.connect(lambda _on=False, act=act: act())
            made.append(one)
    return tuple(made)

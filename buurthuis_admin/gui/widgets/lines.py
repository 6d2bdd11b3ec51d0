# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A card with lines: words at the left, a state and a button at the right."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.flow import FlowLabel, FlowLayout, flow_policy
from buurthuis_admin.gui.widgets.pill import Pill, PillText
from buurthuis_admin.gui.widgets.texts import card, clear, label, line


class LinesCard(QFrame):
    """A heading, perhaps a pill beside it, and lines with dividers between them."""

    def __init__(self, title: str) -> None:
        super().__init__()
        frame, inner = card(gap=4)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(frame)
        self.title = title
        self._head = QVBoxLayout()
        self.rows = QVBoxLayout()
        self.rows.setSpacing(scaled(4))
        inner.addLayout(self._head)
        inner.addLayout(self.rows)
        self.footer = QVBoxLayout()
        inner.addLayout(self.footer)
        self._inner = inner
        self.setAccessibleName(title)
        self.say(None)

    def keep_top(self) -> None:
        """Beside a higher card: the room that is left over stays below the lines."""
        self._inner.addStretch(1)

    def say(self, pill: PillText | None, note: str = "") -> None:
        """Show the heading with a state beside it, and a quiet note at the right."""
        clear(self._head)
        pills = [] if pill is None else [Pill(pill)]
        notes = (FlowLabel(note, "muted"),) if note else ()
        self._head.addWidget(line_of(FlowLabel(self.title, "heading"), *pills, right=notes))

    def empty(self) -> None:
        """Take the lines away."""
        clear(self.rows)

    def add(self, widget: QWidget) -> None:
        """One more line, with a divider above it when it is not the first."""
        if self.rows.count():
            self.rows.addWidget(line())
        self.rows.addWidget(widget)

    def tell(self, text: str, kind: str = "muted") -> None:
        """A line of words alone, without a divider."""
        self.rows.addWidget(label(text, kind))


def line_of(*left: QWidget, right: tuple[QWidget, ...] = ()) -> QWidget:
    """Widgets side by side, some at the right end; on more lines where there is no room."""
    row = QWidget()
    flow = FlowLayout(12, row)
    for widget in left:
        flow.add(widget)
    for widget in right:
        flow.add(widget, to_right=True)
    flow_policy(row)
    return row


def stacked(first: QWidget, *more: QWidget, gap: int = 0, margin: int = 6) -> QWidget:
    """Widgets below each other, as one."""
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, scaled(margin), 0, scaled(margin))
    column.setSpacing(scaled(gap))
    for one in (first, *more):
        column.addWidget(one)
    return made

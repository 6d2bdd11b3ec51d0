# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""'12 with a name + 5 without = 17 people inside', large enough to read from the door."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from buurthuis_admin.domain.attendance import Total
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.flow import FlowLayout, flow_policy
from buurthuis_admin.gui.widgets.lines import stacked
from buurthuis_admin.gui.widgets.texts import label
from buurthuis_admin.i18n import _, format_number, ngettext

PLUS, EQUALS = "+", "="


class TotalBox(QFrame):
    """The running total of a session; on two lines where large texts leave no room."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "total")
        self.figures = [label("0", "sum", wrap=False) for _column in range(3)]
        self._words: list[QLabel] = [label("", "on soft", wrap=False) for _column in range(3)]
        inside = QWidget()
        flow = FlowLayout(12, inside)
        flow_policy(inside)
        flow_policy(self)
        signs = ("", PLUS, EQUALS)
        for sign, figure, word in zip(signs, self.figures, self._words, strict=True):
            if sign:
                flow.add(label(sign, "sum", wrap=False))
            flow.add(stacked(figure, word, margin=0))
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(20), scaled(8), scaled(20), scaled(8))
        column.addWidget(inside)
        self.show_total(Total())

    def show_total(self, total: Total) -> None:
        """Show who came."""
        numbers = (total.named, total.anonymous, total.visits)
        people = ngettext("person inside", "people inside", total.visits)
        told = (_("with a name"), _("without"), people)
        for figure, word, number, text in zip(
            self.figures, self._words, numbers, told, strict=True
        ):
            figure.setText(format_number(number))
            word.setText(text)
        self.setAccessibleName(total_sentence(total))


def total_sentence(total: Total) -> str:
    """The same in words."""
    return _("{named} with a name + {anonymous} without = {visits}").format(
        named=format_number(total.named),
        anonymous=format_number(total.anonymous),
        visits=format_number(total.visits),
    )

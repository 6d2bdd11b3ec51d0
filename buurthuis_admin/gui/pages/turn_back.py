# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What turning a large change back would do, before it is done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from buurthuis_admin.domain.history import Operation, TurnBack
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.texts import announce, button, card, clear, label
from buurthuis_admin.i18n import _, format_number, ngettext

_NAMED = 20
# That a file was read in goes along; a reader does not miss it in the list.
_UNTOLD = frozenset({"import_batches", "import_sheets", "source_rows", "unclear_rows"})


class TurnBackCard(QWidget):
    """Says what goes, what comes back and what stays; ``agreed`` or ``refused`` is the answer."""

    agreed = Signal()
    refused = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = label("", "strong")
        self.turn_back = button(_("Turn back"), "arrow-counter-clockwise", "primary")
        self.leave = button(_("Leave it as it is"))
        self.turn_back.clicked.connect(self.agreed)
        self.leave.clicked.connect(self.refused)
        frame, column = card("info", margin=16)
        self._lines = QVBoxLayout()
        column.addWidget(self.title)
        column.addLayout(self._lines)
        column.addWidget(flow_row(self.turn_back, self.leave))
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(frame)

    def show_preview(
        self, preview: TurnBack, summary: Sequence[tuple[str, Operation, int]]
    ) -> None:
        """Show what would happen; the focus comes here, on what to do next."""
        clear(self._lines)
        possible = preview.rows > 0
        self.title.setText(
            _("When this is turned back:")
            if possible
            else _("There is nothing left to turn back: everything was changed or used since.")
        )
        lines = _lines(preview, summary) if possible else _kept(preview.kept)
        for text in lines:
            self._lines.addWidget(label(text))
        self.turn_back.setVisible(possible)
        self.show()
        announce(self, " ".join([self.title.text(), *lines]))
        first = self.turn_back if possible else self.leave
        first.setFocus(Qt.FocusReason.OtherFocusReason)


def _lines(preview: TurnBack, summary: Sequence[tuple[str, Operation, int]]) -> list[str]:
    from buurthuis_admin.services.history_words import tell_back

    lines = []
    for operation in Operation:
        tables = [
            (table, count)
            for table, what, count in summary
            if what is operation and table not in _UNTOLD
        ]
        if tables:
            lines.append(tell_back(operation, tables))
    rows = ngettext(
        "With all that belongs to it: {count} row.",
        "With all that belongs to it: {count} rows.",
        preview.rows,
    )
    lines.append(rows.format(count=format_number(preview.rows)))
    lines += _kept(preview.kept)
    lines.append(_("It can be done again afterwards."))
    return lines


def _kept(kept: Sequence[str]) -> list[str]:
    if not kept:
        return []
    names = ", ".join(kept[:_NAMED])
    more = len(kept) - _NAMED
    if more > 0:
        names = _("{names} and {others}").format(
            names=names,
            others=ngettext("{count} other", "{count} others", more).format(
                count=format_number(more)
            ),
        )
    return [_("Changed or used since, and so left as it is: {names}.").format(names=names)]

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two versions of one administration: what each changed, and the choice between them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from buurthuis_admin.domain.conflict_copies import OtherVersion, Side
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.flow import answer_row
from buurthuis_admin.gui.widgets.focus_ring import FocusRing
from buurthuis_admin.gui.widgets.scroll import ScrollColumn
from buurthuis_admin.gui.widgets.texts import breakable, button, card, label
from buurthuis_admin.i18n import _, format_moment, ngettext


class OtherVersionDialog(QDialog):
    """``this_chosen`` and ``other_chosen``; nothing of either is lost. Esc decides nothing."""

    this_chosen = Signal()
    other_chosen = Signal()

    def __init__(self, other: OtherVersion, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setWindowTitle(_("Two versions"))
        self.ring = FocusRing(self)
        self.this = button(_("Go on with this version"), "", "primary")
        self.other = button(_("Go on with the other version"))
        self.later = button(_("Decide later"))
        scroll = ScrollColumn(margins=(24, 16, 24, 8), gap=12)
        column = scroll.column
        column.addWidget(label(_("There are two versions of this administration"), "heading"))
        column.addWidget(label(breakable(other.path), "muted"))
        if other.common is not None:
            told = _("Both were the same until {moment}.")
            column.addWidget(label(told.format(moment=format_moment(other.common))))
        if other.readable:
            column.addWidget(_side(_("This version"), other.here))
            column.addWidget(_side(_("The other version"), other.there))
        else:
            told = _("The other file has another key or is damaged, so it cannot be compared.")
            column.addWidget(label(told, "problem"))
            self.other.hide()
        told = _("The version that you do not choose is kept among the backups.")
        column.addWidget(label(told, "muted"))
        column.addStretch(1)
        answers = answer_row(self.later, self.other, self.this)
        answers.setContentsMargins(scaled(24), scaled(8), scaled(24), scaled(16))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll, 1)
        outer.addWidget(answers)
        for made, chosen in ((self.this, self.this_chosen), (self.other, self.other_chosen)):
            made.clicked.connect(chosen)
            made.clicked.connect(self.accept)
        self.later.clicked.connect(self.reject)
        room = parent.window().size()
        self.resize(min(scaled(600), room.width() - 32), min(scaled(480), room.height() - 32))
        self.later.setFocus()


def _side(title: str, side: Side) -> QWidget:
    frame, column = card(gap=4)
    column.addWidget(label(title, "strong"))
    words = ngettext("{count} change since then", "{count} changes since then", side.changes)
    column.addWidget(label(words.format(count=side.changes)))
    if side.at is not None:
        last = _("The last one: {moment}, {change}")
        told = last.format(moment=format_moment(side.at), change=side.sentence)
        column.addWidget(label(told, "muted"))
    return frame

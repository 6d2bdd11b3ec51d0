# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""People who may stand in the administration twice, two at a time and field by field."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from buurthuis_admin.domain.merging import PossibleDouble
from buurthuis_admin.errors import UserError
from buurthuis_admin.gui.pages.side_by_side import SECOND, SideBySide, likeness_sentence
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.flow import answer_row
from buurthuis_admin.gui.widgets.focus_ring import FocusRing
from buurthuis_admin.gui.widgets.tall import tall_column
from buurthuis_admin.gui.widgets.texts import announce, button, label
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_number, ngettext
from buurthuis_admin.services.merging import Comparison

_WIDTH, _HEIGHT = 760, 640


def kept_and_gone() -> tuple[str, str]:
    """What becomes of the left and of the right one when they are one person."""
    return _("This one is kept"), _("This one goes into it")


def swapped_round(comparison: Comparison) -> Comparison:
    """The same two, with the other one kept."""
    return Comparison(comparison.gone, comparison.kept, comparison.differing)


class DoublesDialog(QDialog):
    """Asks of each pair: one person, two people, or later. Nothing happens without an answer."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._merging = workspace, workspace.administration.merging
        self._opener = parent
        self._waiting: list[PossibleDouble] = []
        self._comparison: Comparison | None = None
        self.setModal(True)
        self.setWindowTitle(_("People who stand here twice"))
        self.ring = FocusRing(self)
        self.title = label("", "heading")
        self.why = label("")
        self.told = label("", "muted")
        self.people = SideBySide()
        self.same = button(_("This is one person"), "", "primary")
        self.other = button(_("These are two people"))
        self.swap = button(_("Swap left and right"), "arrows-left-right")
        self.later = button(_("Later"))
        self.close_button = button(_("Close"))
        self._lay_out()
        self._connect()
        self._ask_again()

    def _lay_out(self) -> None:
        column = tall_column(self)
        for widget in (self.title, self.why, self.told):
            column.addWidget(widget)
        column.addWidget(self.people, 1)
        buttons = (self.close_button, self.later, self.swap, self.other, self.same)
        column.addWidget(answer_row(*buttons))

    def _connect(self) -> None:
        self.same.clicked.connect(self._merge)
        self.other.clicked.connect(self._keep_apart)
        self.swap.clicked.connect(self._swap)
        self.later.clicked.connect(self._next)
        self.close_button.clicked.connect(self.accept)

    def showEvent(self, event: QShowEvent) -> None:
        """Wide enough for two people, but never larger than the window it belongs to."""
        room = self._opener.window().size()
        self.resize(
            min(scaled(_WIDTH), room.width() - 32), min(scaled(_HEIGHT), room.height() - 32)
        )
        super().showEvent(event)

    def _ask_again(self) -> None:
        self._show_buttons(asking=False)
        self.title.setText(_("Looking for people who stand here twice…"))
        self._workspace.readers.run(self, self._merging.doubles, self._found)

    def _found(self, doubles: list[PossibleDouble]) -> None:
        self._waiting = doubles
        self._show_first()

    def _show_first(self) -> None:
        self.people.show_nobody()
        self._comparison = None
        self._show_buttons(asking=bool(self._waiting))
        if not self._waiting:
            self.title.setText(_("Nobody else seems to stand here twice."))
            self.why.setText("")
            self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, self.title.text())
            return
        double = self._waiting[0]
        try:
            self._comparison = self._merging.compare(*double.pair)
        except UserError:  # one of them was removed since
            self._next()
            return
        self._show(double, self._comparison)

    def _show(self, double: PossibleDouble, comparison: Comparison) -> None:
        left = ngettext("{count} pair to look at", "{count} pairs to look at", len(self._waiting))
        self.title.setText(_("Is this one person?"))
        self.why.setText(likeness_sentence(double.likeness))
        self.told.setText(left.format(count=format_number(len(self._waiting))))
        kept, gone = comparison.kept.person, comparison.gone.person
        self.people.show_people(kept, gone, comparison.differing, heads=kept_and_gone())
        names = f"{kept.name.full}, {gone.name.full}"
        announce(self, f"{self.title.text()} {names}. {self.told.text()}")
        self.later.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_buttons(self, *, asking: bool) -> None:
        for widget in (self.same, self.other, self.swap, self.later, self.told):
            widget.setVisible(asking)

    def _merge(self) -> None:
        assert self._comparison is not None
        kept, gone = self._comparison.kept.person, self._comparison.gone.person
        assert kept.id is not None
        assert gone.id is not None
        self._merging.merge(kept.id, gone.id, self.people.taken_from(SECOND))
        self._waiting = [one for one in self._waiting if gone.id not in one.pair]
        self._show_first()

    def _swap(self) -> None:
        """The other of the two is kept."""
        assert self._comparison is not None
        swapped = swapped_round(self._comparison)
        self._show(self._waiting[0], swapped)
        self._comparison = swapped
        self.swap.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_apart(self) -> None:
        double = self._waiting[0]
        self._merging.keep_apart(double.first, double.second)
        self._next()

    def _next(self) -> None:
        """This pair is not asked about again before the dialog is opened anew."""
        self._waiting = self._waiting[1:]
        self._show_first()

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is wrong in a box, gathered by what mends it: answered for all rows at once, or for one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal

from buurthuis_admin.gui.models.problems import groups_model
from buurthuis_admin.gui.pages.import_pane import ListPane, StateFooter, nothing_saved
from buurthuis_admin.gui.pages.import_problem import ProblemDetail
from buurthuis_admin.gui.widgets.page import PageHeader
from buurthuis_admin.gui.widgets.table import Table
from buurthuis_admin.gui.widgets.texts import button
from buurthuis_admin.i18n import _, format_number, ngettext
from buurthuis_admin.importing.corrections import UNTOUCHED, CellPlace, Mending, ProblemKey
from buurthuis_admin.importing.mending.groups import ProblemGroup

_STATE = 2


class ProblemsView(ListPane):
    """``mended`` brings all that a person now says; the box is then understood anew."""

    mended = Signal(object)  # Mending
    look_asked = Signal(object)  # CellPlace

    def __init__(self) -> None:
        self._mending: Mending = UNTOUCHED
        self.model = groups_model()
        self.detail = ProblemDetail()
        self.back = button(_("Back to the files"), "arrow-left", "primary")
        super().__init__(
            PageHeader(_("Problems")),
            Table(_("What can be mended")),
            self.detail,
            _("Back to the problems"),
            StateFooter(self.back),
        )
        self.show_model(self.model, (0, 90, 170), 1, _STATE)
        self.table.row_chosen.connect(self._row_chosen)
        self.detail.said.connect(self._say)
        self.detail.look_asked.connect(self.look_asked)

    def show_problems(
        self,
        groups: Sequence[ProblemGroup],
        mending: Mending,
        row_text: Callable[[CellPlace], str] = lambda _place: "",
    ) -> None:
        """Show the problems of a box and what was said of them; the chosen one stays chosen.

        ``row_text`` gives the row of a cell in one line.
        """
        chosen = self._chosen()
        self.detail.row_text = row_text
        self._mending = mending
        self.model.show_rows(groups)
        self.header.say(waiting_sentence(groups))
        self.footer.say(nothing_saved())
        keys = [group.key for group in groups]
        self.table.selectRow(keys.index(chosen) if chosen in keys else 0)
        if not groups:
            self.detail.show_group(None, mending)

    def choose(self, key: ProblemKey) -> None:
        """Show the problems of one repair."""
        keys = [group.key for group in self.model.rows]
        if key in keys:
            self.table.selectRow(keys.index(key))
            self.panes.open_detail()

    def _chosen(self) -> ProblemKey | None:
        row = self.table.current_row
        return self.model.rows[row].key if 0 <= row < len(self.model.rows) else None

    def _row_chosen(self, row: int) -> None:
        if 0 <= row < len(self.model.rows):
            self.detail.show_group(self.model.rows[row], self._mending)

    def _say(self, mending: Mending) -> None:
        self._mending = mending
        self.footer.say(_("The files are understood anew…"))
        self.mended.emit(mending)

    def show_understood(self) -> None:
        """Say that the box was understood anew."""
        self.footer.say(waiting_sentence(self.model.rows), aloud=True)


def waiting_sentence(groups: Sequence[ProblemGroup]) -> str:
    """How many problems wait for a choice."""
    count = sum(group.waiting for group in groups)
    if not count:
        return _("Nothing waits for your choice.")
    told = ngettext("{count} waits for your choice", "{count} wait for your choice", count)
    return told.format(count=format_number(count))

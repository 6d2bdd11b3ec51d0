# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two people whom somebody points out are made one: first the other is chosen, then what stays."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from buurthuis_admin.domain.people import MemberFilter, Person, PersonRow
from buurthuis_admin.gui.models.rows import Column, RowsModel
from buurthuis_admin.gui.pages.doubles import kept_and_gone, swapped_round
from buurthuis_admin.gui.pages.side_by_side import SECOND, SideBySide
from buurthuis_admin.gui.runners import Task
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.flow import answer_row
from buurthuis_admin.gui.widgets.focus_ring import FocusRing
from buurthuis_admin.gui.widgets.search import SearchField
from buurthuis_admin.gui.widgets.table import Table
from buurthuis_admin.gui.widgets.tall import tall_column
from buurthuis_admin.gui.widgets.texts import announce, button, label
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _
from buurthuis_admin.services.merging import Comparison

_WIDTH, _HEIGHT = 760, 640
_MOST = 100


class MergeTwoDialog(QDialog):
    """Nothing is written before 'This is one person', and that can be undone."""

    def __init__(self, person: Person, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._person, self._workspace, self._opener = person, workspace, parent
        self._members = workspace.administration.members
        self._merging = workspace.administration.merging
        self._task: Task[list[PersonRow]] | None = None
        self._comparison: Comparison | None = None
        self.setModal(True)
        self.setWindowTitle(_("Make two people one"))
        self.ring = FocusRing(self)
        self.title = label("", "heading")
        self.told = label("", "muted")
        self.search = SearchField(_("Search by name, number or postcode"))
        self.model = RowsModel[PersonRow](
            [
                Column(_("Name"), lambda row: row.name),
                Column(_("Member number"), lambda row: row.number),
                Column(_("Town"), lambda row: row.town),
            ],
            self,
        )
        self.table = Table(_("List of people"))
        self.people = SideBySide()
        self.choose = button(_("Compare"), "", "primary")
        self.same = button(_("This is one person"), "", "primary")
        self.swap = button(_("Swap left and right"), "arrows-left-right")
        self.back = button(_("Choose somebody else"), "arrow-left")
        self.close_button = button(_("Cancel"))
        self._lay_out()
        self._connect()
        self._show_choice()
        self._ask()

    def _lay_out(self) -> None:
        self.table.show_model(self.model, (0, 160, 200))
        choice = QWidget()
        column = QVBoxLayout(choice)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.search)
        column.addWidget(self.table, 1)
        self.views = QStackedWidget()
        self.views.addWidget(choice)
        self.views.addWidget(self.people)
        outer = tall_column(self)
        outer.addWidget(self.title)
        outer.addWidget(self.told)
        outer.addWidget(self.views, 1)
        buttons = (self.close_button, self.back, self.swap, self.same, self.choose)
        outer.addWidget(answer_row(*buttons))

    def _connect(self) -> None:
        self.search.searched.connect(lambda _text: self._ask())
        self.search.left_down.connect(self.table.setFocus)
        self.table.row_opened.connect(lambda _row: self._compare())
        self.choose.clicked.connect(self._compare)
        self.same.clicked.connect(self._merge)
        self.swap.clicked.connect(self._swap)
        self.back.clicked.connect(self._show_choice)
        self.close_button.clicked.connect(self.reject)

    def showEvent(self, event: QShowEvent) -> None:
        """Wide enough for two people, but never larger than the window it belongs to."""
        room = self._opener.window().size()
        self.resize(
            min(scaled(_WIDTH), room.width() - 32), min(scaled(_HEIGHT), room.height() - 32)
        )
        super().showEvent(event)

    # Choosing the other.

    def _show_choice(self) -> None:
        self.title.setText(_("Who is the same person as {name}?").format(name=self._name()))
        self._tell(_("All that belongs to both goes to one of them. It can be undone."))
        self._show_buttons(comparing=False)
        self.views.setCurrentIndex(0)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name(self) -> str:
        return self._person.name.full

    def _tell(self, text: str) -> None:
        self.told.setText(text)
        announce(self, text)

    def _show_buttons(self, *, comparing: bool) -> None:
        self.choose.setVisible(not comparing)
        for widget in (self.same, self.swap, self.back):
            widget.setVisible(comparing)

    def _ask(self) -> None:
        if self._task is not None:
            self._task.cancel()
        query, members = self.search.text().strip(), self._members
        self._task = self._workspace.readers.run(
            self, lambda: members.page(query, MemberFilter.ALL, 0, _MOST + 1), self._found
        )

    def _found(self, rows: list[PersonRow]) -> None:
        self.model.show_rows([row for row in rows if row.id != self._person.id][:_MOST])
        if self.model.rows:
            self.table.selectRow(0)

    # Comparing.

    def _compare(self) -> None:
        at = self.table.current_row
        if not 0 <= at < len(self.model.rows) or self._person.id is None:
            announce(self, self.title.text())
            return
        kept, gone, merging = self._person.id, self.model.rows[at].id, self._merging
        self._workspace.readers.run(self, lambda: merging.compare(kept, gone), self._show)

    def _show(self, comparison: Comparison) -> None:
        self._comparison = comparison
        kept, gone = comparison.kept.person, comparison.gone.person
        self.title.setText(_("Make two people one"))
        self._tell(_("Where they differ, choose what stays."))
        self.people.show_people(kept, gone, comparison.differing, heads=kept_and_gone())
        self._show_buttons(comparing=True)
        self.views.setCurrentWidget(self.people)
        announce(self, f"{self.title.text()} {kept.name.full}, {gone.name.full}")
        self.same.setFocus(Qt.FocusReason.OtherFocusReason)

    def _swap(self) -> None:
        """The other of the two is kept."""
        assert self._comparison is not None
        self._show(swapped_round(self._comparison))
        self.swap.setFocus(Qt.FocusReason.OtherFocusReason)

    def _merge(self) -> None:
        assert self._comparison is not None
        kept, gone = self._comparison.kept.person.id, self._comparison.gone.person.id
        assert kept is not None
        assert gone is not None
        taken, merging = self.people.taken_from(SECOND), self._merging
        self.same.setEnabled(False)
        self._workspace.writers.run(
            self,
            lambda: merging.merge(kept, gone, taken),
            lambda _done: self.accept(),
            self._not_merged,
        )

    def _not_merged(self, error: BaseException) -> None:
        self.same.setEnabled(True)
        self._workspace.errors.show(error, self)

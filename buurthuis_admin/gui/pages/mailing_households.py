# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""People at one address, proposed as a household one after another."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from buurthuis_admin.domain.households import HouseholdProposal
from buurthuis_admin.gui.models.rows import Column, RowsModel
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.flow import answer_row, enter_means
from buurthuis_admin.gui.widgets.form_dialog import FormDialog, Problem
from buurthuis_admin.gui.widgets.plain_form import field_group
from buurthuis_admin.gui.widgets.scroll import ScrollColumn
from buurthuis_admin.gui.widgets.table import Table
from buurthuis_admin.gui.widgets.texts import announce, button, label
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_number, ngettext
from buurthuis_admin.services.households import HouseholdUnnamed


class HouseholdsDialog(FormDialog):
    """Enter at the name makes the household and goes on with the next."""

    def __init__(
        self, ids: Callable[[], Sequence[int]], workspace: Workspace, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._ids, self._workspace = ids, workspace
        self._service = workspace.administration.mailings.households
        self.setWindowTitle(_("Households by address"))
        self.told = label(_("The addresses are being looked up…"), "muted")
        self.model = RowsModel[HouseholdProposal](
            [
                Column(_("Address"), lambda one: one.address.line),
                Column(_("People"), _names),
            ],
            self,
        )
        self.table = Table(_("People at one address"))
        self.name = QLineEdit()
        self.make = button(_("Make one household"), "", "primary")
        self.close_button = button(_("Close"))
        self._lay_out()
        self._connect()
        self.fit_screen(820, 640)
        self._look()

    def _lay_out(self) -> None:
        self.table.show_model(self.model, (260, 0))
        self.name.setMinimumHeight(scaled(44))
        self._group, told = field_group(
            _("Name of the household"), self.name, _("It stands above a letter to the family.")
        )
        self.add_field("name", self.name, told)
        body = ScrollColumn(margins=(24, 20, 24, 12), gap=12)
        column = body.column
        column.addWidget(label(self.windowTitle(), "heading"))
        self.put_summary(column)
        column.addWidget(self.told)
        column.addWidget(self.table, 1)
        column.addWidget(self._group)
        column.addStretch(0)  # takes the room when there is no table
        buttons = answer_row(self.close_button, self.make)
        buttons.setContentsMargins(scaled(24), scaled(8), scaled(24), scaled(16))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(body, 1)
        outer.addWidget(buttons)

    def _connect(self) -> None:
        self.table.row_chosen.connect(self._show_row)
        self.table.row_opened.connect(lambda _row: self._to_name())
        self.make.clicked.connect(self._make)
        enter_means(self.make, self.close_button)
        self.close_button.clicked.connect(self.reject)

    def _look(self) -> None:
        service, ids = self._service, self._ids
        self._workspace.readers.run(self, lambda: service.proposals(ids()), self._show)

    def _show(self, proposals: list[HouseholdProposal]) -> None:
        self.model.show_rows(proposals)
        for widget in (self.table, self._group, self.make):
            widget.setVisible(bool(proposals))
        if proposals:
            words = ngettext(
                "At {count} address live people who are no household yet. A household gets one"
                " letter.",
                "At {count} addresses live people who are no household yet. A household gets one"
                " letter.",
                len(proposals),
            )
            told = words.format(count=format_number(len(proposals)))
            self.table.selectRow(0)
            self._to_name()
        else:
            told = _("All people who live at one address are a household already.")
        self.told.setText(told)
        announce(self, told)

    def _show_row(self, row: int) -> None:
        if 0 <= row < len(self.model.rows):
            self.name.setText(self.model.rows[row].name)
            self.show_problems([])

    def _to_name(self) -> None:
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def _make(self) -> None:
        row = self.table.current_row
        if not 0 <= row < len(self.model.rows):
            return
        name, proposal, service = self.name.text(), self.model.rows[row], self._service
        unnamed = [] if name.strip() else [Problem("name", str(HouseholdUnnamed()))]
        problems = self.with_unfit(unnamed)
        if problems:
            self.show_problems(problems)
            return
        self._workspace.writers.run(
            self, lambda: service.make(proposal, name), lambda _id: self._look()
        )


def _names(proposal: HouseholdProposal) -> str:
    return ", ".join(one.person.name.full for one in proposal.people)

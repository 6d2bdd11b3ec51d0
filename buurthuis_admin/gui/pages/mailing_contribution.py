# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who has not paid the contribution of a year: written down as paid, or reminded by letter."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QSpinBox, QVBoxLayout, QWidget

from buurthuis_admin.domain.contributions import Owing
from buurthuis_admin.gui.models.rows import Column, RowsModel
from buurthuis_admin.gui.pages.mailing_choices import LetterChoices, Mailing, reminder
from buurthuis_admin.gui.runners import Task
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.dialogs import open_dialog
from buurthuis_admin.gui.widgets.field_form import roomy
from buurthuis_admin.gui.widgets.flow import answer_row
from buurthuis_admin.gui.widgets.focus_ring import FocusRing
from buurthuis_admin.gui.widgets.plain_form import field_group
from buurthuis_admin.gui.widgets.scroll import ScrollColumn
from buurthuis_admin.gui.widgets.table import Table
from buurthuis_admin.gui.widgets.texts import announce, button, label
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_money, format_number, ngettext

_WIDTH, _HEIGHT = 860, 680


class ContributionDialog(QDialog):
    """Rows that are marked are paid; a reminder goes to everybody in the list."""

    def __init__(
        self, ids: Callable[[], Sequence[int]], workspace: Workspace, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._ids, self._workspace = ids, workspace
        self._service = workspace.administration.mailings.contributions
        self._task: Task[list[Owing]] | None = None
        self.setModal(True)
        self.setWindowTitle(_("Contribution not paid"))
        self.ring = FocusRing(self)
        self.told = label("", "muted")
        self.year = roomy(QSpinBox())
        self.model = RowsModel[Owing](_columns(), self)
        self.table = Table(_("Who has not paid"))
        self.pay = button(_("Write down as paid"), "", "primary")
        self.remind = button(_("Reminder letters…"), "file-text")
        self.close_button = button(_("Close"))
        self._lay_out()
        self._connect()
        room = parent.window().size()
        self.resize(
            min(scaled(_WIDTH), room.width() - 32), min(scaled(_HEIGHT), room.height() - 32)
        )
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.look()

    def _lay_out(self) -> None:
        self.year.setRange(1900, 2999)
        self.year.setValue(datetime.date.today().year)  # noqa: DTZ011 - the year of the person
        self.year.setMinimumHeight(scaled(44))
        self.table.show_model(self.model, (0, 140, 160, 120))
        self.table.setSelectionMode(Table.SelectionMode.ExtendedSelection)
        group, _told = field_group(_("Year"), self.year)
        body = ScrollColumn(margins=(24, 20, 24, 12), gap=12)
        column = body.column
        for widget in (label(self.windowTitle(), "heading"), group, self.told):
            column.addWidget(widget)
        column.addWidget(self.table, 1)
        column.addStretch(0)  # takes the room when there is no table
        buttons = answer_row(self.close_button, self.remind, self.pay)
        buttons.setContentsMargins(scaled(24), scaled(8), scaled(24), scaled(16))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(body, 1)
        outer.addWidget(buttons)

    def _connect(self) -> None:
        self.year.valueChanged.connect(lambda _year: self.look())
        self.pay.clicked.connect(self._pay)
        self.remind.clicked.connect(self._remind)
        self.close_button.clicked.connect(self.reject)

    def look(self) -> None:
        """Ask who has not paid."""
        if self._task is not None:
            self._task.cancel()
        service, ids, year = self._service, self._ids, self.year.value()
        self._task = self._workspace.readers.run(
            self, lambda: service.owing(ids(), year), self._show
        )

    def _show(self, found: list[Owing]) -> None:
        self.model.show_rows(found)
        for widget in (self.table, self.pay, self.remind):
            widget.setVisible(bool(found))
        words = ngettext(
            "Of {count} member no payment is written down. Choose whoever paid; hold Ctrl for"
            " several.",
            "Of {count} members no payment is written down. Choose whoever paid; hold Ctrl for"
            " several.",
            len(found),
        )
        told = words.format(count=format_number(len(found)))
        if not found:
            told = _("Of all members among these people the payment is written down.")
        self.told.setText(told)
        announce(self, told)
        if found:
            self.table.selectRow(0)

    def _pay(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        chosen = [self.model.rows[index.row()].person_id for index in rows]
        service, year = self._service, self.year.value()
        if chosen:
            self._workspace.writers.run(
                self, lambda: service.pay(chosen, year), lambda _count: self.look()
            )

    def _remind(self) -> None:
        from buurthuis_admin.gui.pages.mailing_dialog import MailingDialog

        ids = [one.person_id for one in self.model.rows]
        choices = LetterChoices(reminder(), self.year.value())
        open_dialog(MailingDialog(Mailing.LETTERS, lambda: ids, self._workspace, self, choices))


def _columns() -> list[Column[Owing]]:
    return [
        Column(_("Name"), lambda one: one.name),
        Column(_("Member number"), lambda one: one.number),
        Column(_("Kind"), lambda one: one.kind),
        Column(
            _("Amount"),
            lambda one: format_money(one.amount) if one.amount is not None else _("not known"),
            number=True,
        ),
    ]

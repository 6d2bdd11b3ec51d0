# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sharing out a payment over subsidies, or saying for which subsidies money came in."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from buurthuis_admin.domain.bookkeeping import BookingDetail, BookingPart, PartKind
from buurthuis_admin.domain.splitting import Share, share_out
from buurthuis_admin.domain.subsidies import Subsidy
from buurthuis_admin.gui.money_words import percent
from buurthuis_admin.gui.pages.money_fields import MoneyReading, read_share
from buurthuis_admin.gui.widgets.form_dialog import Problem
from buurthuis_admin.gui.widgets.giving_box import GivingBox
from buurthuis_admin.gui.widgets.plain_form import PlainForm, field_group
from buurthuis_admin.gui.widgets.texts import announce, button, card, label
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_money, format_number

REPAID = -1  # in the place of a budget line: no expense, but money that goes back


@dataclass(frozen=True, slots=True)
class _Said:
    """One row of the form as it was before."""

    subsidy_id: int | None = None
    line_id: int | None = None
    text: str = ""
    expense_id: int | None = None


class ShareRow(QFrame):
    """One subsidy with the budget line and what part it is; ``changed`` and ``removed``."""

    changed = Signal()
    removed = Signal(object)

    def __init__(self, subsidies: Sequence[Subsidy], said: _Said, *, lines: bool) -> None:
        super().__init__()
        self._subsidies, self._lines = subsidies, lines
        self.expense_id = said.expense_id
        self.subsidy = GivingBox()
        self.line = GivingBox()
        self.part = QLineEdit(said.text)
        self.remove = button(_("Take this subsidy away"), "x", "link")
        frame, column = card(gap=10, margin=16)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(frame)
        group, _told = field_group(_("Subsidy"), self.subsidy)
        column.addWidget(group)
        self._line_group, _told = field_group(_("Budget line"), self.line)
        column.addWidget(self._line_group)
        hint = _("An amount (40,00) or a percentage (50 %).") if lines else ""
        group, self.told = field_group(_("How much"), self.part, hint)
        column.addWidget(group)
        column.addWidget(self.remove)
        for one in subsidies:
            self.subsidy.addItem(subsidy_name(one), one.id)
        self.subsidy.setCurrentIndex(max(0, self.subsidy.findData(said.subsidy_id)))
        self._show_lines()
        self.line.setCurrentIndex(max(0, self.line.findData(said.line_id)))
        self.subsidy.currentIndexChanged.connect(lambda _index: self._show_lines())
        self.part.textChanged.connect(lambda _text: self.changed.emit())
        self.remove.clicked.connect(lambda: self.removed.emit(self))

    def _show_lines(self) -> None:
        chosen = self.subsidy.currentData()
        found = next((one for one in self._subsidies if one.id == chosen), None)
        self.line.clear()
        self.line.addItem(_("No budget line"), None)
        for line in found.budget_lines if found else ():
            self.line.addItem(line.name, line.id)
        self.line.addItem(_("Paid back to the funder"), REPAID)
        self._line_group.setVisible(self._lines)


class SharesForm(PlainForm):
    """Rows of subsidies; what is left is own means and stands below. ``saved`` once kept."""

    saved = Signal()

    def __init__(
        self,
        detail: BookingDetail,
        subsidies: Sequence[Subsidy],
        workspace: Workspace,
        parent: QWidget,
    ) -> None:
        self._spent = detail.booking.amount < 0
        title = _("Share out over subsidies") if self._spent else _("Received for a subsidy")
        super().__init__(title, parent)
        self._workspace, self._detail, self._subsidies = workspace, detail, subsidies
        self.whole = abs(detail.booking.amount)
        self.rows: list[ShareRow] = []
        told = _("The whole amount is {amount}.").format(amount=format_money(self.whole))
        self.body.column.addWidget(label(told, "strong"))
        self._column = QVBoxLayout()
        self.body.column.addLayout(self._column)
        self.add = button(_("Another subsidy"), "plus")
        self.add.clicked.connect(lambda: self._add(_Said(), focus=True))
        self.own = label("", "strong")
        self.body.column.addWidget(self.add)
        self.body.column.addWidget(self.own)
        self.body.column.addStretch(1)
        said = [_said(part) for part in detail.parts if part.kind is not PartKind.CONTRIBUTION]
        for one in said or [_Said(text="" if self._spent else format_number(self.whole, 2))]:
            self._add(one)
        self.fit_screen(600, 720)
        self.rows[0].subsidy.setFocus()

    def _add(self, said: _Said, *, focus: bool = False) -> None:
        row = ShareRow(self._subsidies, said, lines=self._spent)
        row.changed.connect(self._count)
        row.removed.connect(self._take_away)
        self.rows.append(row)
        self._column.addWidget(row)
        if focus:
            row.subsidy.setFocus()
        self._count()

    def _take_away(self, row: ShareRow) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        (self.rows[-1].part if self.rows else self.add).setFocus()
        self._count()

    def _read(self) -> tuple[MoneyReading, list[Share]]:
        self._fields, self._told = {}, {}
        texts = {}
        for place, row in enumerate(self.rows):
            self.add_field(f"part{place}", row.part, row.told)
            texts[f"part{place}"] = row.part.text()
        reading = MoneyReading(texts, datetime.date.today())  # noqa: DTZ011 - the person's day
        shares = [
            read_share(
                f"part{place}",
                reading,
                subsidy_id=row.subsidy.currentData(),
                line_id=row.line.currentData(),
                expense_id=row.expense_id,
            )
            for place, row in enumerate(self.rows)
        ]
        return reading, shares

    def _count(self) -> None:
        """What is left for own means, while it is typed."""
        reading, shares = self._read()
        known = [one for one in shares if one.amount is not None or one.percentage is not None]
        left = share_out(self.whole, known).own
        if left < 0:
            text = _("That is {amount} more than there is.").format(amount=format_money(-left))
        elif self._spent:
            text = _("Own means: {amount}").format(amount=format_money(left))
        else:
            text = _("For the centre itself: {amount}").format(amount=format_money(left))
        self.own.setText(text)
        if not reading.problems:
            announce(self, text)

    def save_asked(self) -> None:
        """Keep the parts."""
        reading, shares = self._read()
        problems = reading.problems
        if not self._subsidies and self.rows:
            problems = [Problem("part0", _("There is no subsidy yet. Add one under Subsidies."))]
        self.show_problems(problems)
        if problems:
            return
        number, money = self._detail.booking.id or 0, self._workspace.administration.money
        if self._spent:
            amounts = share_out(self.whole, shares).amounts
            pairs = list(zip(shares, amounts, strict=True))
            charged = [one for one in shares if one.budget_line_id != REPAID]
            back = [(one.subsidy_id, much) for one, much in pairs if one.budget_line_id == REPAID]
            self._run(lambda: money.split(number, charged, back))
        else:
            received = [(one.subsidy_id, one.amount or Decimal(0)) for one in shares]
            self._run(lambda: money.receive(number, received))

    def _run(self, write: object) -> None:
        assert callable(write)
        self._workspace.writers.run(self, write, lambda _done: self._kept())

    def _kept(self) -> None:
        self.saved.emit()
        self.accept()


def _said(part: BookingPart) -> _Said:
    amount = format_number(abs(part.amount), 2)
    if part.kind is PartKind.INSTALMENT:
        return _Said(part.subsidy_id, REPAID if part.amount < 0 else None, amount)
    text = amount if part.percentage is None else percent(part.percentage)
    return _Said(part.subsidy_id, part.line_id, text, part.id)


def subsidy_name(subsidy: Subsidy) -> str:
    """A dossier in a list to choose from."""
    told = subsidy.purpose or subsidy.reference
    return ", ".join(part for part in (subsidy.funder, told) if part)

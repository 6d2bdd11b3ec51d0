# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The forms of what a volunteer was paid, and of the maxima of a year."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from buurthuis_admin.domain.allowances import Allowance, Maxima, maxima_of
from buurthuis_admin.domain.volunteering import VolunteerRow
from buurthuis_admin.gui.field_reading import FieldReading
from buurthuis_admin.gui.widgets.editable_list import EditableList, Line
from buurthuis_admin.gui.widgets.field_form import FieldForm, line_edit, typed
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_day, format_money

_FIRST_YEAR = 2000


class AllowanceForm(FieldForm):
    """``paid`` is sent with where the year then stands, ``saved`` after every change."""

    paid = Signal(object)
    saved = Signal()

    def __init__(
        self, row: VolunteerRow, known: Sequence[Allowance], workspace: Workspace, parent: QWidget
    ) -> None:
        title = _("Allowance of {name}").format(name=row.name)
        super().__init__(title, parent)
        self.row, self._workspace = row, workspace
        self._volunteers = workspace.administration.volunteers
        self.day = line_edit(format_day(self._volunteers.day()))
        self.amount = line_edit()
        self.remark = line_edit()
        self.known = EditableList(
            _("Paid before"), _("Take away what was not paid after all."), _("Add")
        )
        self.known.add.hide()
        self.field("amount", _("Amount paid"), self.amount, hint=_("For example: 25,00."))
        self.field("day", _("Paid on"), self.day)
        self.field("remark", _("Remark"), self.remark, empty=True)
        self.part(self.known)
        self._show(known)
        self.fit_screen(540, 680)
        self.amount.setFocus()

    def _show(self, known: Sequence[Allowance]) -> None:
        self.known.show_lines(
            [Line(_words(one), remove=lambda one=one: self._remove(one)) for one in known]  # type: ignore[misc]
        )

    def _remove(self, one: Allowance) -> None:
        def work() -> list[Allowance]:
            self._volunteers.delete_allowance(one)
            return self._volunteers.allowances(self.row.person_id)

        self._workspace.writers.run(self, work, self._removed)

    def _removed(self, known: Sequence[Allowance]) -> None:
        self._show(known)
        self.saved.emit()

    def keep(self) -> None:
        """Check the amount and keep it."""
        reading = FieldReading(self._volunteers.day())
        amount = reading.money("amount", typed(self.amount))
        if not amount and not reading.problems:
            reading.wrong("amount", _("Fill in what was paid, for example 25,00."))
        day = reading.needed_day("day", typed(self.day))
        self.show_problems(reading.problems)
        if reading.problems or not amount or day is None:
            return
        one = Allowance(
            person_id=self.row.person_id, day=day, amount=amount, remark=typed(self.remark)
        )
        self._workspace.writers.run(self, lambda: self._volunteers.pay(one), self._kept)

    def _kept(self, check: object) -> None:
        self.saved.emit()
        self.paid.emit(check)
        self.accept()


def _words(one: Allowance) -> str:
    parts = (format_day(one.day), format_money(one.amount), one.remark)
    return "  ·  ".join(part for part in parts if part)


class MaximaForm(FieldForm):
    """The maxima of one year; another year begins with the newest that are known."""

    saved = Signal()

    def __init__(
        self, table: Sequence[Maxima], year: int, workspace: Workspace, parent: QWidget
    ) -> None:
        super().__init__(_("Maxima of the allowance"), parent)
        self._workspace = workspace
        self._volunteers = workspace.administration.volunteers
        known = maxima_of(year, table)
        self.year = line_edit(str(year))
        self.hour, self.young, self.month, self.whole_year = (
            line_edit(format_money(amount, symbol=False)) for amount in _amounts(known)
        )
        hint = _("What volunteers may be paid without tax. The tax office tells it every year.")
        self.field("year", _("Year"), self.year, hint=hint)
        self.field("hour", _("For an hour"), self.hour)
        self.field("young", _("For an hour, under 21"), self.young)
        self.field("month", _("For a month"), self.month)
        self.field("whole_year", _("For a whole year"), self.whole_year)
        self.fit_screen(540, 680)
        self.hour.setFocus()

    def keep(self) -> None:
        """Check the amounts and keep them."""
        reading = FieldReading(self._volunteers.day())
        year = reading.number("year", typed(self.year), _FIRST_YEAR)
        if year is None and not reading.problems:
            reading.wrong("year", _("Fill in a year, for example 2026."))
        hour = self._amount(reading, "hour", typed(self.hour))
        young = self._amount(reading, "young", typed(self.young))
        month = self._amount(reading, "month", typed(self.month))
        whole_year = self._amount(reading, "whole_year", typed(self.whole_year))
        self.show_problems(reading.problems)
        if reading.problems or year is None:
            return
        one = Maxima(year=year, hour=hour, young_hour=young, month=month, whole_year=whole_year)
        self._workspace.writers.run(
            self, lambda: self._volunteers.save_maxima(one), lambda _done: self._kept()
        )

    def _amount(self, reading: FieldReading, field: str, text: str) -> Decimal:
        amount = reading.money(field, text)
        if not text:
            reading.wrong(field, _("Fill in an amount, for example 5,60."))
        return amount or Decimal(0)

    def _kept(self) -> None:
        self.saved.emit()
        self.accept()


def _amounts(known: Maxima | None) -> tuple[Decimal, ...]:
    if known is None:
        return (Decimal(0),) * 4
    return known.hour, known.young_hour, known.month, known.whole_year

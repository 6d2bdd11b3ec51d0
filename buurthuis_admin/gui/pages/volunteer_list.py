# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of volunteers of a year: tasks, hours, allowance, certificate of conduct."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from buurthuis_admin.domain.allowances import AllowanceState
from buurthuis_admin.domain.volunteering import VolunteerRow, vog_ends_soon
from buurthuis_admin.gui.models.rows import Column
from buurthuis_admin.gui.pages.allowance_forms import AllowanceForm, MaximaForm
from buurthuis_admin.gui.pages.page_part import ListPart
from buurthuis_admin.gui.pages.volunteer_form import VolunteerForm
from buurthuis_admin.gui.volunteer_words import allowance_sentence
from buurthuis_admin.gui.widgets.field_form import Choice
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.pill import PillText
from buurthuis_admin.gui.widgets.texts import button
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_day_short, format_money
from buurthuis_admin.services.volunteers import hours_figure

_YEARS = 6  # this one and those before


class VolunteersPart(ListPart[VolunteerRow]):
    """Who worked for the centre in a year, and where the allowance of each stands."""

    def __init__(self, workspace: Workspace) -> None:
        today = workspace.administration.volunteers.day()
        columns: list[Column[VolunteerRow]] = [
            Column(_("Name"), lambda row: row.sorted_name),
            Column(_("Tasks"), lambda row: row.tasks),
            Column(_("Hours"), lambda row: hours_figure(row.hours), number=True),
            Column(_("Paid"), _paid, number=True),
            Column(_("Allowance"), lambda row: _state(row).word, pill=_state),
            Column(
                _("Certificate of conduct"),
                lambda row: certificate(row, today).word,
                pill=lambda row: certificate(row, today),
            ),
        ]
        words = (
            _("List of volunteers"),
            _("Nobody was a volunteer in this year. Add the first one with the button above."),
        )
        super().__init__(workspace, columns, words, (0, 0, 90, 120, 190, 210), (1, 2, 3, 5))
        self.year = Choice([(one, str(one)) for one in _years(today)], today.year)
        self.year.setAccessibleName(_("Year"))
        self.add = button(_("Add a volunteer"), "plus", "primary")
        self.change = button(_("Tasks and certificate"), "pencil-simple")
        self.pay = button(_("Allowance paid"), "coin")
        self.maxima = button(_("Maxima of the allowance"), "pencil-simple")
        self.insurer = button(_("List for the insurer"), "file-text")
        of_row = (self.change, self.pay)
        self.lay_out(self.year, self.add, *of_row, self.maxima, self.insurer, of_row=of_row)
        self.year.currentIndexChanged.connect(lambda _index: self.refresh())
        self.add.clicked.connect(self._add)
        self.change.clicked.connect(self._change)
        self.pay.clicked.connect(self._pay)
        self.maxima.clicked.connect(self._open_maxima)
        self.insurer.clicked.connect(self._print_for_insurer)

    def refresh(self) -> None:
        """Read the year that is chosen."""
        volunteers, year = self.workspace.administration.volunteers, self.year.key
        self.workspace.readers.run(self, lambda: volunteers.of_year(year), self.show_rows)

    def show_rows(self, rows: Sequence[VolunteerRow]) -> None:
        """Show the list; the line above it says of whom the allowance is too high."""
        super().show_rows(rows)
        over = [row.name for row in rows if _is_above(row)]
        if over:
            told = _("Paid above the maximum without tax: {names}. Ask your treasurer what to do.")
            self.tell(told.format(names=", ".join(over)))

    def open_row(self, row: VolunteerRow) -> None:
        """What was paid to somebody."""
        volunteers = self.workspace.administration.volunteers
        self.workspace.readers.run(
            self,
            lambda: volunteers.allowances(row.person_id),
            lambda paid: self._open(AllowanceForm(row, paid, self.workspace, self)),
        )

    def _open(self, form: AllowanceForm) -> None:
        form.paid.connect(lambda check: self.tell(allowance_sentence(form.row.name, check)))
        self.open_form(form)

    def _pay(self) -> None:
        if self.chosen is None:
            self.tell(_("Choose a volunteer first."))
        self.open_chosen()

    def _add(self) -> None:
        self.open_form(VolunteerForm(None, self.workspace, self))

    def _change(self) -> None:
        if self.chosen is None:
            self.tell(_("Choose a volunteer first."))
        else:
            self.open_form(VolunteerForm(self.chosen, self.workspace, self))

    def _open_maxima(self) -> None:
        volunteers = self.workspace.administration.volunteers
        self.workspace.readers.run(
            self,
            volunteers.maxima,
            lambda table: self.open_form(MaximaForm(table, self.year.key, self.workspace, self)),
        )

    def _print_for_insurer(self) -> None:
        from buurthuis_admin.gui.pages.pages_dialog import PagesDialog

        volunteers = self.workspace.administration.volunteers
        self.as_excel = button(_("Save as Excel"), "download-simple")
        self.as_excel.setAutoDefault(False)
        self.as_excel.clicked.connect(self._save_for_insurer)
        title = _("List for the insurer")
        self.open_form(
            PagesDialog(
                title,
                self.workspace,
                self,
                (flow_row(self.as_excel),),
                make=volunteers.insurer_pages,
            )
        )

    def _save_for_insurer(self) -> None:
        name = _("Volunteers for the insurer") + ".xlsx"
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("List for the insurer"), name, _("Excel workbook (*.xlsx)")
        )
        if chosen:
            self.save_for_insurer(Path(chosen))

    def save_for_insurer(self, path: Path) -> None:
        """Write the list of today."""
        volunteers = self.workspace.administration.volunteers
        told = _("The list is in {file}.").format(file=path.name)
        self.workspace.writers.run(
            self, partial(volunteers.save_for_insurer, path), lambda _done: self.tell(told)
        )


def _years(today: datetime.date) -> list[int]:
    return [today.year - back for back in range(_YEARS)]


def _paid(row: VolunteerRow) -> str:
    return format_money(row.allowance.whole_year) if row.allowance.whole_year else ""


def _is_above(row: VolunteerRow) -> bool:
    """Whether more was paid than may be in a month or a year, whatever the hours."""
    return AllowanceState.OVER in (row.allowance.of_month, row.allowance.of_year)


def _state(row: VolunteerRow) -> PillText:
    if _is_above(row):
        return PillText(_("Above the maximum"), "warning", "error")
    if row.allowance.of_hour is AllowanceState.OVER:  # or not all hours are written down
        return PillText(_("Above it for an hour"), "warning", "warn")
    if row.allowance.state is AllowanceState.NEAR:
        return PillText(_("Near the maximum"), "warning", "warn")
    if row.allowance.whole_year:
        return PillText(_("Below the maximum"), "check-circle", "ok")
    return PillText(_("Nothing paid"), "minus-circle")


def certificate(row: VolunteerRow, today: datetime.date) -> PillText:
    """Until when a certificate of conduct is good."""
    until = row.vog_valid_until
    if until is None:
        seen = row.vog_seen_on
        if seen is None:
            return PillText(_("Not seen"), "minus-circle")
        return PillText(_("Seen {day}").format(day=format_day_short(seen)), "check-circle", "ok")
    if until < today:
        word = _("Ended {day}").format(day=format_day_short(until))
        return PillText(word, "warning", "error")
    word = _("Until {day}").format(day=format_day_short(until))
    if vog_ends_soon(until, today):
        return PillText(word, "clock", "warn")
    return PillText(word, "check-circle", "ok")

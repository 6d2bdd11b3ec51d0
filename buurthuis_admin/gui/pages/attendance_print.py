# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Printing the sheets for the door: of one meeting, a week or a month, as they come out."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QVBoxLayout, QWidget

from buurthuis_admin.domain.activities import Activity
from buurthuis_admin.gui.pages.preview_choices import PreviewChoices
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.chips import Chips
from buurthuis_admin.gui.widgets.field_form import roomy
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.page import PageHeader
from buurthuis_admin.gui.widgets.texts import button, label
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_number, ngettext
from buurthuis_admin.services.attendance_sheets import MOST_SHEETS, SheetPeriod


class PrintView(PreviewChoices):
    """``back_asked`` leads back to the meetings, or to the door that it was opened from."""

    back_asked = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(
            workspace,
            name=_("attendance sheets"),
            preview=_("Preview of the sheets"),
            show=_("Show the sheets"),
            width=480,
        )
        self._session_id = self._activity_id = 0
        self.header = PageHeader(_("Print sheets"))
        self.back = button(_("Meetings"), "caret-left", "link")
        self.period: Chips[SheetPeriod] = Chips(_periods(), _("Sheets of"))
        self.day = roomy(QDateEdit(QDate.currentDate()))
        self.activity = QComboBox()
        self.explained = label("", "muted")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.day.setAccessibleName(_("A day in the week or month"))
        self.day.setDisplayFormat("dd-MM-yyyy")
        self.activity.setAccessibleName(_("Activity"))
        self._choices = QWidget()
        column = QVBoxLayout(self._choices)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        for field in (self.day, self.activity):
            field.setMinimumHeight(scaled(44))
            named = label(field.accessibleName())
            named.setBuddy(field)
            column.addWidget(named)
            column.addWidget(field)
        for widget in (
            flow_row(self.back),
            self.header,
            self.period,
            self._choices,
            self.explained,
        ):
            self.left.column.addWidget(widget)
        self.end()

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_asked)
        self.period.chosen.connect(lambda _period: self.refresh())
        self.day.dateChanged.connect(lambda _day: self.refresh())
        self.activity.currentIndexChanged.connect(lambda _index: self.refresh())

    def focus_first(self) -> None:
        """Of which days the sheets are."""
        self.period.chip(self.period.current).setFocus(Qt.FocusReason.OtherFocusReason)

    def open(self, session_id: int) -> None:
        """Propose the sheet of a meeting; with 0 those of this week."""
        self._open(SheetPeriod.SESSION if session_id else SheetPeriod.WEEK, session_id, 0)

    def open_month(self, activity_id: int) -> None:
        """Propose the month of an activity on one sheet."""
        self._open(SheetPeriod.MATRIX, 0, activity_id)

    def _open(self, period: SheetPeriod, session_id: int, activity_id: int) -> None:
        self._session_id, self._activity_id = session_id, activity_id
        self.period.chip(SheetPeriod.SESSION).setVisible(bool(session_id))
        self.period.choose(period)
        meetings = self._workspace.administration.meetings
        self._workspace.readers.run(self, meetings.activities, self._show_activities)

    def _show_activities(self, activities: Sequence[Activity]) -> None:
        chosen = self._activity_id or self.activity.currentData()
        self._activity_id = 0
        self.activity.blockSignals(True)
        self.activity.clear()
        self.activity.addItem(_("All activities"), None)
        for one in activities:
            self.activity.addItem(one.name, one.id)
        self.activity.setCurrentIndex(max(0, self.activity.findData(chosen) if chosen else 0))
        self.activity.blockSignals(False)
        self.refresh()

    def refresh(self) -> None:
        """Make the sheets that are chosen; those asked for before are dropped."""
        period, day = self.period.current, self.day.date().toPython()
        assert isinstance(day, datetime.date)
        self._choices.setVisible(period is not SheetPeriod.SESSION)
        self.explained.setText(_explained(period))
        activity, session = self.activity.currentData(), self._session_id
        administration = self._workspace.administration

        def make() -> tuple[int, bytes]:
            if period is SheetPeriod.MATRIX:
                return administration.months.sheets(day, activity)
            sheets = administration.sheets
            if period is SheetPeriod.SESSION:
                ids = [session]
            else:
                ids = sheets.sessions(period, day, activity)
            return len(ids), sheets.pdf(ids)

        # The rows of the sheets of a meeting get their numbers, so this writes.
        self.make(self._workspace.writers, make, self._made)

    def _made(self, made: tuple[int, bytes]) -> None:
        count, content = made
        told = ngettext("{count} attendance sheet", "{count} attendance sheets", count)
        text = told.format(count=format_number(count))
        if count > MOST_SHEETS:
            text = _(
                "The first {most} of {count} sheets. Choose one activity for the rest."
            ).format(most=MOST_SHEETS, count=format_number(count))
        self.show_made(content, text)


def _explained(period: SheetPeriod) -> str:
    if period is SheetPeriod.MATRIX:
        return _(
            "Names stand below each other and the meetings of the month beside each other. What is "
            "known already is on it. Take it over afterwards with ‘Fill in a month’."
        )
    return _(
        "Each sheet has the people who came lately with a row number and a code, twenty "
        "empty rows, and boxes to tally. The numbers stay the same for that meeting."
    )


def _periods() -> list[tuple[SheetPeriod, str]]:
    return [
        (SheetPeriod.SESSION, _("This meeting")),
        (SheetPeriod.WEEK, _("A week")),
        (SheetPeriod.MONTH, _("A month")),
        (SheetPeriod.MATRIX, _("A month on one sheet")),
    ]

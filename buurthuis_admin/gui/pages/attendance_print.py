# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Printing the sheets for the door: of one meeting, a week or a month, as they come out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QVBoxLayout, QWidget

from buurthuis_admin.domain.activities import Activity
from buurthuis_admin.gui.pages.report_preview import PreviewPane
from buurthuis_admin.gui.paper import Paper
from buurthuis_admin.gui.runners import Task
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.chips import Chips
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.list_detail import ListDetail
from buurthuis_admin.gui.widgets.page import PageHeader, list_column
from buurthuis_admin.gui.widgets.texts import announce, button, label
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_number, ngettext
from buurthuis_admin.services.attendance_sheets import MOST_SHEETS, SheetPeriod


class PrintView(QWidget):
    """``back_asked`` leads back to the meetings, or to the door that it was opened from."""

    back_asked = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._sheets = workspace.administration.sheets
        self._session_id = 0
        self._content = b""
        self._task: Task[tuple[int, bytes]] | None = None
        self.header = PageHeader(_("Print sheets"))
        self.back = button(_("Meetings"), "caret-left", "link")
        self.period: Chips[SheetPeriod] = Chips(_periods(), _("Sheets of"))
        self.day = QDateEdit(QDate.currentDate())
        self.activity = QComboBox()
        self.told = label("", "muted")
        self.save = button(_("Save as PDF"), "download-simple")
        self.print = button(_("Print"), "printer", "primary")
        self.show_preview = button(_("Show the sheets"), "file-text")
        self.preview = PreviewPane(_("Preview of the sheets"))
        self.panes = ListDetail(
            self._left(),
            self.preview,
            _("Back to the choices"),
            home=self.day,
            width=480,
            share=(4, 6),
            kind="aside",
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.panes)
        self.paper = Paper(workspace, self, self._say)
        self._connect()

    def _left(self) -> QWidget:
        left = list_column()
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
        explained = label(
            _(
                "Each sheet has the people who came lately with a row number and a code, twenty "
                "empty rows, and boxes to tally. The numbers stay the same for that meeting."
            ),
            "muted",
        )
        for widget in (
            flow_row(self.back),
            self.header,
            self.period,
            self._choices,
            explained,
            self.told,
            flow_row(self.print, self.save, self.show_preview, gap=12),
        ):
            left.column.addWidget(widget)
        left.column.addStretch(1)
        self.show_preview.hide()
        return left

    def _connect(self) -> None:
        self.back.clicked.connect(self.back_asked)
        self.period.chosen.connect(lambda _period: self.refresh())
        self.day.dateChanged.connect(lambda _day: self.refresh())
        self.activity.currentIndexChanged.connect(lambda _index: self.refresh())
        self.save.clicked.connect(self._save)
        self.print.clicked.connect(self._print)
        self.show_preview.clicked.connect(self.panes.open_detail)
        self.panes.narrow_changed.connect(self.show_preview.setVisible)

    def focus_first(self) -> None:
        """Of which days the sheets are."""
        self.period.chip(self.period.current).setFocus(Qt.FocusReason.OtherFocusReason)

    def open(self, session_id: int) -> None:
        """Propose the sheet of a meeting; with 0 those of this week."""
        self._session_id = session_id
        self.period.chip(SheetPeriod.SESSION).setVisible(bool(session_id))
        self.period.choose(SheetPeriod.SESSION if session_id else SheetPeriod.WEEK)
        meetings = self._workspace.administration.meetings
        self._workspace.readers.run(self, meetings.activities, self._show_activities)

    def _show_activities(self, activities: Sequence[Activity]) -> None:
        chosen = self.activity.currentData()
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
        self._choices.setVisible(period is not SheetPeriod.SESSION)
        activity, session, sheets = self.activity.currentData(), self._session_id, self._sheets
        if self._task is not None:
            self._task.cancel()
        self._content = b""
        self.preview.busy()

        def make() -> tuple[int, bytes]:
            if period is SheetPeriod.SESSION:
                ids = [session]
            else:
                ids = sheets.sessions(period, day, activity)  # type: ignore[arg-type]
            return len(ids), sheets.pdf(ids)

        # The rows get their numbers, so this writes.
        self._task = self._workspace.writers.run(self, make, self._made, self._failed)

    def _made(self, made: tuple[int, bytes]) -> None:
        count, self._content = made
        self.preview.show_pdf(self._content)
        told = ngettext("{count} attendance sheet", "{count} attendance sheets", count)
        text = told.format(count=format_number(count))
        if count > MOST_SHEETS:
            text = _(
                "The first {most} of {count} sheets. Choose one activity for the rest."
            ).format(most=MOST_SHEETS, count=format_number(count))
        self._say(text)

    def _failed(self, error: BaseException) -> None:
        told = self._workspace.errors.sentence(error)
        self.preview.say(told)
        self._say(told)

    def _say(self, text: str) -> None:
        self.told.setText(text)
        announce(self, text)

    def _save(self) -> None:
        if self._content:
            self.paper.choose_place(self._content, _("attendance sheets"))

    def _print(self) -> None:
        if self._content:
            self.paper.choose_printer(self._content, self.preview.pdf.pages)


def _periods() -> list[tuple[SheetPeriod, str]]:
    return [
        (SheetPeriod.SESSION, _("This meeting")),
        (SheetPeriod.WEEK, _("A week")),
        (SheetPeriod.MONTH, _("A month")),
    ]

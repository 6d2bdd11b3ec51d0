# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Choosing a meeting: today's first, then those not filled in, and all others by searching."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from buurthuis_admin.domain.activities import Activity
from buurthuis_admin.domain.today import Meeting
from buurthuis_admin.gui.models.meetings import STATE, MeetingsModel
from buurthuis_admin.gui.models.paged import BLOCK
from buurthuis_admin.gui.pages.attendance_forms import StartForm
from buurthuis_admin.gui.pages.printed_list import print_button
from buurthuis_admin.gui.widgets.chips import Chips
from buurthuis_admin.gui.widgets.dialogs import open_dialog
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.page import PageHeader, list_column
from buurthuis_admin.gui.widgets.pill import PillDelegate
from buurthuis_admin.gui.widgets.search import SearchField
from buurthuis_admin.gui.widgets.table import Table
from buurthuis_admin.gui.widgets.texts import button, label
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_day_long

_WIDTHS = (0, 150, 80, 220, 90)
_SPARE = (4, 2)


class Which(StrEnum):
    """Which meetings are shown."""

    TODAY = "today"
    UNFILLED = "unfilled"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Choices:
    """What there is to choose from."""

    today: Sequence[Meeting]
    unfilled: Sequence[Meeting]
    count: int
    first: Sequence[Meeting]


class ChooseView(QWidget):
    """``chosen`` is sent with a session; the buttons lead to the month and to the sheets."""

    chosen = Signal(int)
    month_asked = Signal()
    sheets_asked = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._meetings = workspace.administration.meetings
        self._choices: Choices | None = None
        self._looked = False
        self.header = PageHeader(_("Attendance"))
        self.start = button(_("Meeting of today"), "plus", "primary")
        self.month = button(_("Fill in a month"), "calendar-blank")
        self.sheets = button(_("Print sheets"), "printer")
        self.search = SearchField(_("Search a meeting by its activity"))
        self.chips: Chips[Which] = Chips(_chip_words(), _("Which meetings"))
        self.model = MeetingsModel(workspace.readers, self)
        self.table = Table(_("Meetings"))
        self.nothing = label("", "muted")
        listing = list_column()
        self.header.add(self.month, self.sheets, self.start)
        self.table.show_model(self.model, _WIDTHS, _SPARE)
        self.table.setItemDelegateForColumn(STATE, PillDelegate(self.table))
        for widget in (self.header, self.search, self.chips, self.nothing):
            listing.column.addWidget(widget)
        listing.column.addWidget(self.table, 1)
        self.print = print_button(self.table, workspace, self, internal=False)
        listing.column.addWidget(flow_row(self.print))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(listing)
        self._connect()

    def _connect(self) -> None:
        self.search.searched.connect(lambda _text: self._searched())
        self.search.left_down.connect(self._to_list)
        self.chips.chosen.connect(lambda _chip: self._show_chip())
        self.table.row_opened.connect(self._open)
        self.table.clicked.connect(lambda index: self._open(index.row()))
        self.start.clicked.connect(self._ask_activity)
        self.month.clicked.connect(self.month_asked)
        self.sheets.clicked.connect(self.sheets_asked)

    def focus_first(self) -> None:
        """The list, where today stands on top."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read anew what there is."""
        query, meetings = self.search.text(), self._meetings
        self._workspace.readers.run(
            self,
            lambda: Choices(
                meetings.of_today(),
                meetings.unfilled(),
                meetings.count(query),
                meetings.page(query, 0, BLOCK),
            ),
            self._show,
        )

    def _show(self, choices: Choices) -> None:
        self._choices = choices
        self.header.say(format_day_long(self._meetings.today(), weekday=True))
        self.chips.set_counts(
            {
                Which.TODAY: len(choices.today),
                Which.UNFILLED: len(choices.unfilled),
                Which.ALL: choices.count,
            }
        )
        if not self._looked:
            self._looked = True
            first = Which.UNFILLED if choices.unfilled else Which.ALL
            self.chips.choose(Which.TODAY if choices.today else first)
        self._show_chip()

    def _searched(self) -> None:
        if self.search.text().strip():
            self.chips.choose(Which.ALL)
        self.refresh()

    def _show_chip(self) -> None:
        choices = self._choices
        if choices is None:
            return
        kept = self.model.row(self.table.current_row)
        rows, count = self._rows(choices, self.chips.current)
        query, meetings = self.search.text(), self._meetings
        self.model.show_rows(count, rows, lambda offset, limit: meetings.page(query, offset, limit))
        self.nothing.setVisible(not count)
        self.nothing.setText(_nothing(self.chips.current))
        same = (at for at, one in enumerate(rows) if kept and one.session_id == kept.session_id)
        if count:
            self.table.selectRow(next(same, 0))

    def _rows(self, choices: Choices, chip: Which) -> tuple[Sequence[Meeting], int]:
        if chip is Which.ALL:
            return choices.first, choices.count
        rows = choices.today if chip is Which.TODAY else choices.unfilled
        # Of a few meetings all are here; the model asks for no block beyond the first.
        return rows[:BLOCK], min(len(rows), BLOCK)

    def _to_list(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, number: int) -> None:
        row = self.model.row(number)
        if row is not None:
            self.chosen.emit(row.session_id)

    def _ask_activity(self) -> None:
        self._workspace.readers.run(self, self._meetings.activities, self._ask_start)

    def _ask_start(self, activities: list[Activity]) -> None:
        form = StartForm(activities, self._workspace, self)
        form.started.connect(self.chosen, Qt.ConnectionType.QueuedConnection)
        open_dialog(form)


def _chip_words() -> list[tuple[Which, str]]:
    return [
        (Which.TODAY, _("Today")),
        (Which.UNFILLED, _("Not filled in yet")),
        (Which.ALL, _("All meetings")),
    ]


def _nothing(chip: Which) -> str:
    return {
        Which.TODAY: _("No meetings are planned for today. Choose “Meeting of today” to make one."),
        Which.UNFILLED: _("Every meeting of the last two months has been filled in."),
        Which.ALL: _("No meeting was found. Type a part of the name of the activity."),
    }[chip]

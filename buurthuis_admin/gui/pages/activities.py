# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page with the activities and their meetings: as a list, and as a calendar."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QStackedWidget, QVBoxLayout, QWidget

from buurthuis_admin.domain.activities import Activity, ActivityRow
from buurthuis_admin.domain.text import fold, words
from buurthuis_admin.gui.models.activities import ACTIVITY_KEYS, activities_model
from buurthuis_admin.gui.pages.activity_detail import ActivityDetail, Part
from buurthuis_admin.gui.pages.activity_form import ActivityForm, Choices
from buurthuis_admin.gui.pages.calendar import CalendarView, Span
from buurthuis_admin.gui.pages.printed_list import print_button
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.chips import Chips
from buurthuis_admin.gui.widgets.column_choice import ColumnChoice
from buurthuis_admin.gui.widgets.dialogs import open_dialog
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.form_dialog import FormDialog
from buurthuis_admin.gui.widgets.list_detail import ListDetail
from buurthuis_admin.gui.widgets.page import Page, PageHeader, Ready, list_column
from buurthuis_admin.gui.widgets.search import SearchField
from buurthuis_admin.gui.widgets.table import Table
from buurthuis_admin.gui.widgets.texts import button, label
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_number, ngettext

_WIDTHS = (0, 160, 90, 90, 90, 90, 130)
_SPARE = (5, 6, 4, 1, 2)  # average, last time, people, theme, meetings


class View(StrEnum):
    """How the page shows what there is."""

    LIST = "list"
    WEEK = "week"
    MONTH = "month"


class ActivitiesPage(Page):
    """A year is chosen; the list counts over that year, the detail shows its meetings."""

    attendance_asked = Signal(int)
    sheet_asked = Signal(int)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Activities"))
        self.reopens["activity"] = self._reopen
        self._workspace = workspace
        self._activities = workspace.administration.activities
        self._chosen: int | None = None
        self._rows: Sequence[ActivityRow] = ()
        self.header = PageHeader(_("Activities"))
        self.views: Chips[View] = Chips(
            [(View.LIST, _("List")), (View.WEEK, _("Week")), (View.MONTH, _("Month"))],
            _("How it is shown"),
        )
        self.new = button(_("New activity"), "plus", "primary")
        self.year = QComboBox()
        self.year.setAccessibleName(_("Year"))
        self.year.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.search = SearchField(_("Search an activity"))
        self.groups: Chips[bool] = Chips(
            [(False, _("Current")), (True, _("Archive"))], _("Which activities")
        )
        self.model = activities_model()
        self.table = Table(_("List of activities"))
        self.nothing = label("", "muted")
        self.detail = ActivityDetail(workspace)
        self.listing = ListDetail(
            self._listing(), self.detail, _("Back to activities"), home=self.table, width=540
        )
        self._calendar: CalendarView | None = None
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        self.header.add(self.views, self.new)
        self._stack.addWidget(self.listing)
        top = QVBoxLayout()
        top.setContentsMargins(scaled(24), scaled(16), scaled(24), scaled(12))
        top.addWidget(self.header)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._stack, 1)

    def _listing(self) -> QWidget:
        listing = list_column()
        column = listing.column
        margins = column.contentsMargins()
        margins.setTop(0)
        column.setContentsMargins(margins)
        self.table.show_model(self.model, _WIDTHS, _SPARE)
        words = list(zip(ACTIVITY_KEYS, self.model.headings, strict=True))
        preferences = self._workspace.preferences
        self.columns = ColumnChoice(self.table, words, ACTIVITY_KEYS, "activities", preferences)
        self.print = print_button(self.table, self._workspace, self, internal=False)
        column.addWidget(self.search)
        column.addWidget(flow_row(self.groups, self.year, self.columns.button, self.print))
        column.addWidget(self.nothing)
        column.addWidget(self.table, 1)
        return listing

    def _connect(self) -> None:
        self.views.chosen.connect(self.show_view)
        self.new.clicked.connect(self._new)
        self.year.currentIndexChanged.connect(lambda _index: self._read_rows())
        self.search.searched.connect(lambda _text: self._filter())
        self.search.left_down.connect(self.focus_first)
        self.groups.chosen.connect(lambda _archived: self._filter())
        self.table.row_chosen.connect(self._row_chosen)
        self.table.row_opened.connect(lambda _row: self.panes.open_detail())
        self.table.clicked.connect(lambda _index: self.panes.open_detail())
        self.detail.change_asked.connect(self._change)
        self.detail.archive_asked.connect(self._archive)
        self.detail.attendance_asked.connect(self.attendance_asked)
        self.detail.sheet_asked.connect(lambda: self.sheet_asked.emit(self._chosen or 0))

    # The views.

    @property
    def panes(self) -> ListDetail:
        """The list or the calendar, whichever is shown, with its detail."""
        if self.views.current is View.LIST or self._calendar is None:
            return self.listing
        return self._calendar.panes

    @property
    def calendar(self) -> CalendarView:
        """The calendar, made when it is first asked for."""
        if self._calendar is None:
            self._calendar = CalendarView(self._workspace)
            self._calendar.activity_asked.connect(self.show_activity)
            self._calendar.attendance_asked.connect(self.attendance_asked)
            self._stack.addWidget(self._calendar)
        return self._calendar

    def show_view(self, view: View) -> None:
        """The list, a week or a month."""
        self.views.choose(view)
        if view is View.LIST:
            self._stack.setCurrentWidget(self.listing)
            self._tell()
            return
        self._stack.setCurrentWidget(self.calendar)
        self.calendar.show_span(Span.WEEK if view is View.WEEK else Span.MONTH)
        self.header.say("")

    def show_day(self, day: datetime.date) -> None:
        """Show a day in the calendar of its week."""
        self.show_view(View.WEEK)
        self.calendar.show_day(day)

    def focus_first(self) -> None:
        """The list, or the grid of the calendar."""
        if self.views.current is View.LIST:
            self.panes.focus_home()
        else:
            self.calendar.focus_first()

    def focus_search(self) -> bool:
        """The search field of the list."""
        self.show_view(View.LIST)
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def show_activity(self, activity_id: int) -> None:
        """Show one activity, of the years in which it met the last one."""
        self._chosen = activity_id
        self.show_view(View.LIST)
        self.search.clear()
        self.refresh()
        self.panes.open_detail()

    # The list.

    def refresh(self) -> None:
        """Read the years anew, and with them the list; the calendar too when it is shown."""
        self._workspace.readers.run(self, self._activities.years, self._show_years)
        if self.views.current is not View.LIST:
            self.calendar.refresh()

    def _show_years(self, years: list[int]) -> None:
        chosen = self.year.currentData() if self.year.count() else _usual(years)
        self.year.blockSignals(True)
        self.year.clear()
        for year in sorted(years, reverse=True):
            self.year.addItem(str(year), year)
        self.year.addItem(_("All years"), None)
        self.year.setCurrentIndex(max(0, self.year.findData(chosen)))
        self.year.blockSignals(False)
        self._read_rows()

    def _read_rows(self) -> None:
        year = self.year.currentData()
        self._workspace.readers.run(self, lambda: self._activities.rows(year), self._show_rows)

    def _show_rows(self, rows: list[ActivityRow]) -> None:
        self._rows = rows
        chosen = next((row for row in rows if row.id == self._chosen), None)
        if chosen is not None:
            self.groups.choose(chosen.archived)
        archived = sum(row.archived for row in rows)
        self.groups.set_counts({False: len(rows) - archived, True: archived})
        self._filter()

    def _filter(self) -> None:
        wanted = words(self.search.text())
        archived = self.groups.current
        shown = [
            row
            for row in self._rows
            if row.archived is archived
            and all(word in fold(f"{row.name} {row.theme}") for word in wanted)
        ]
        self.model.show_rows(shown)
        self._tell()
        self.table.setVisible(bool(shown))
        self.nothing.setText(self._nothing())
        self.nothing.setVisible(not shown)
        kept = [number for number, row in enumerate(shown) if row.id == self._chosen]
        if shown:
            self.table.selectRow(kept[0] if kept else 0)
        else:
            self.detail.show_activity(None, None)

    def _nothing(self) -> str:
        if self.search.text():
            return _("No activity is called that.")
        if self.groups.current:
            return _("Nothing is in the archive.")
        return _(
            "No activities are known yet. Make one, or read in your attendance lists to see "
            "them here."
        )

    def _tell(self) -> None:
        if self.views.current is not View.LIST:
            return
        shown = self.model.rows
        visits = sum(row.visits for row in shown)
        activities = ngettext("{count} activity", "{count} activities", len(shown))
        told = [activities.format(count=len(shown))]
        told.append(
            ngettext("{count} visit", "{count} visits", visits).format(count=format_number(visits))
        )
        self.header.say(", ".join(told))

    def _row_chosen(self, number: int) -> None:
        if 0 <= number < len(self.model.rows):
            self._chosen = self.model.rows[number].id
            self.detail.show_activity(self.model.rows[number], self.year.currentData())

    # New, changed, archived.

    def _new(self) -> None:
        self._read_form(None, lambda _form: None)

    def _change(self) -> None:
        if self._chosen is not None:
            self._read_form(self._chosen, lambda _form: None)

    def _archive(self) -> None:
        chosen = next((row for row in self._rows if row.id == self._chosen), None)
        if chosen is not None:
            activities = self._activities
            self._chosen = None
            self._workspace.writers.run(
                self,
                lambda: activities.archive(chosen.id, on=not chosen.archived),
                lambda _done: None,
            )

    def _reopen(self, activity_id: int, ready: Ready) -> None:
        """Open the form of an activity again, then call ``ready`` with it; 0 is a new one."""
        self._read_form(activity_id or None, ready)

    def _read_form(self, activity_id: int | None, ready: Callable[[FormDialog], None]) -> None:
        administration = self._workspace.administration

        def read() -> tuple[Activity | None, Choices]:
            centre = administration.settings.centre()
            rooms = administration.centre_lists.room_names()
            found = None if activity_id is None else administration.activities.get(activity_id)
            return found, Choices(centre.themes, centre.target_groups, rooms)

        self._workspace.readers.run(self, read, lambda found: ready(self._open_form(*found)))

    def _open_form(self, activity: Activity | None, choices: Choices) -> FormDialog:
        form = ActivityForm(activity, choices, self._workspace, self)
        form.saved.connect(self._saved)
        open_dialog(form)
        return form

    def _saved(self, activity_id: int) -> None:
        self._chosen = activity_id
        new = activity_id not in {row.id for row in self._rows}
        self.show_view(View.LIST)
        if new:
            self.detail.show_part(Part.PLANNING)
        self.refresh()


def _usual(years: Sequence[int]) -> int | None:
    """The newest year that has begun: planned meetings may lie further ahead."""
    today = datetime.date.today().year  # noqa: DTZ011 - the year of the person
    begun = [year for year in years if year <= today]
    return max(begun or years, default=None)

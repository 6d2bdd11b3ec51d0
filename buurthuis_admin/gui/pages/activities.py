# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page with the activities and their meetings."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from buurthuis_admin.domain.activities import Activity, ActivityRow
from buurthuis_admin.gui.models.activities import activities_model
from buurthuis_admin.gui.pages.activity_detail import ActivityDetail
from buurthuis_admin.gui.widgets.dialogs import open_dialog
from buurthuis_admin.gui.widgets.form_dialog import FormDialog
from buurthuis_admin.gui.widgets.list_detail import ListDetail
from buurthuis_admin.gui.widgets.page import Page, PageHeader, Ready, list_column
from buurthuis_admin.gui.widgets.table import Table
from buurthuis_admin.gui.widgets.texts import label
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_number, ngettext

_WIDTHS = (0, 160, 90, 90, 90, 90, 130)
_SPARE = (5, 6, 4, 1, 2)  # average, last time, people, theme, meetings


class ActivitiesPage(Page):
    """A year is chosen; the list counts over that year, the detail shows its meetings."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Activities"))
        self.reopens["activity"] = self._reopen
        self._workspace = workspace
        self._activities = workspace.administration.activities
        self._chosen: int | None = None
        self.header = PageHeader(_("Activities"))
        self.year = QComboBox()
        self.year.setAccessibleName(_("Year"))
        self.model = activities_model()
        self.table = Table(_("List of activities"))
        self.nothing = label(
            _("No activities are known yet. Read in your attendance lists to see them here."),
            "muted",
        )
        self.detail = ActivityDetail(workspace)
        self.panes = ListDetail(
            self._listing(), self.detail, _("Back to activities"), home=self.table, width=480
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.panes)
        self._connect()
        self.refresh()

    def _listing(self) -> QWidget:
        listing = list_column()
        column = listing.column
        self.header.add(self.year)
        self.table.show_model(self.model, _WIDTHS, _SPARE)
        column.addWidget(self.header)
        column.addWidget(self.nothing)
        column.addWidget(self.table, 1)
        return listing

    def _connect(self) -> None:
        self.year.currentIndexChanged.connect(lambda _index: self._read_rows())
        self.table.row_chosen.connect(self._row_chosen)
        self.table.row_opened.connect(lambda _row: self.panes.open_detail())
        self.table.clicked.connect(lambda _index: self.panes.open_detail())
        self.detail.change_asked.connect(self._change)

    def focus_first(self) -> None:
        """The list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_activity(self, activity_id: int) -> None:
        """Show one activity, of the years in which it met the last one."""
        self._chosen = activity_id
        self.refresh()
        self.panes.open_detail()

    def refresh(self) -> None:
        """Read the years anew, and with them the list."""
        self._workspace.readers.run(self, self._activities.years, self._show_years)

    def _show_years(self, years: list[int]) -> None:
        chosen = self.year.currentData()
        self.year.blockSignals(True)
        self.year.clear()
        for year in sorted(years, reverse=True):
            self.year.addItem(str(year), year)
        self.year.addItem(_("All years"), None)
        self.year.setCurrentIndex(max(0, self.year.findData(chosen) if chosen else 0))
        self.year.blockSignals(False)
        self._read_rows()

    def _read_rows(self) -> None:
        year = self.year.currentData()
        self._workspace.readers.run(self, lambda: self._activities.rows(year), self._show_rows)

    def _show_rows(self, rows: list[ActivityRow]) -> None:
        self.model.show_rows(rows)
        visits = sum(row.visits for row in rows)
        activities = ngettext("{count} activity", "{count} activities", len(rows))
        told = [activities.format(count=len(rows))]
        told.append(
            ngettext("{count} visit", "{count} visits", visits).format(count=format_number(visits))
        )
        self.header.say(", ".join(told))
        self.table.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        kept = [number for number, row in enumerate(rows) if row.id == self._chosen]
        if rows:
            self.table.selectRow(kept[0] if kept else 0)
        else:
            self.detail.show_activity(None, None)

    def _row_chosen(self, number: int) -> None:
        if 0 <= number < len(self.model.rows):
            self._chosen = self.model.rows[number].id
            self.detail.show_activity(self.model.rows[number], self.year.currentData())

    def _change(self) -> None:
        administration, chosen = self._workspace.administration, self._chosen
        if chosen is not None:
            self._workspace.readers.run(
                self,
                lambda: (
                    administration.activities.get(chosen),
                    administration.settings.centre().themes,
                ),
                self._open_found,
            )

    def _open_found(self, found: tuple[Activity, tuple[str, ...]]) -> None:
        self._open_form(*found)

    def _open_form(self, activity: Activity, themes: tuple[str, ...]) -> FormDialog:
        from buurthuis_admin.gui.pages.activity_form import ActivityForm

        form = ActivityForm(activity, themes, self._workspace, self)
        open_dialog(form)
        return form

    def _reopen(self, activity_id: int, ready: Ready) -> None:
        """Open the form of an activity again, then call ``ready`` with it."""
        administration = self._workspace.administration
        self._workspace.readers.run(
            self,
            lambda: (
                administration.activities.get(activity_id),
                administration.settings.centre().themes,
            ),
            lambda found: ready(self._open_form(*found)),
        )

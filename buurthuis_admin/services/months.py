# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A month of one activity as a grid, changed cell by cell or by what is pasted."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping

from buurthuis_admin.domain.attendance import Mark
from buurthuis_admin.domain.cell_grid import GridPerson
from buurthuis_admin.domain.dates import day_number
from buurthuis_admin.domain.month_grid import Cell, MonthGrid
from buurthuis_admin.domain.text import fold
from buurthuis_admin.i18n import current_language, month_name, ngettext
from buurthuis_admin.services.activities import ActivityService
from buurthuis_admin.services.attendance import AttendanceService
from buurthuis_admin.services.attendance_sheets import MOST_SHEETS, NoSheets, SheetPeriod, span
from buurthuis_admin.services.grid_signs import sign_of
from buurthuis_admin.services.settings import SettingsService
from buurthuis_admin.storage import attendance_queries
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.values import ROLES, STATUSES

_LATELY = datetime.timedelta(days=92)  # who came in the months before is a row too


class MonthService:
    """Reads a month, and writes its cells."""

    def __init__(
        self,
        file: AdministrationFile,
        activities: ActivityService,
        attendance: AttendanceService,
        settings: SettingsService,
        today: Callable[[], datetime.date] = datetime.date.today,
    ) -> None:
        self._file, self._activities, self._attendance = file, activities, attendance
        self._settings, self._today = settings, today

    def grid(self, activity_id: int, day: datetime.date) -> MonthGrid:
        """The month of a day. Raises ActivityGone."""
        activity = self._activities.get(activity_id)
        first, last = span(SheetPeriod.MONTH, day)
        with self._file.reading() as connection:
            sessions = attendance_queries.sessions_between(
                connection, day_number(first), day_number(last), activity_id
            )
            known = attendance_queries.marks_of(connection, [one.id or 0 for one in sessions])
            marked = {person for _session, person, _status, _role in known}
            ids = marked | attendance_queries.enrolled(connection, activity_id)
            since = day_number(first - _LATELY)
            ids |= set(
                attendance_queries.came_between(connection, activity_id, since, day_number(last))
            )
            names = attendance_queries.names_in_order(connection, ids, marked)
        return MonthGrid(
            activity_id=activity_id,
            activity=activity.name,
            first_day=first,
            sessions=tuple(sessions),
            people=tuple(GridPerson(number, name) for number, name in names),
            marks={
                (session, person): Mark(STATUSES[status], ROLES[role])
                for session, person, status, role in known
            },
        )

    def sheets(self, day: datetime.date, activity_id: int | None = None) -> tuple[int, bytes]:
        """The month of a day to fill in by hand: for how many activities, and the PDF.

        Each activity that has meetings then, or one of them. Raises NoSheets.
        """
        from buurthuis_admin.reporting.month_sheet import MonthSheets, held, month_sheets
        from buurthuis_admin.reporting.wording import mark_of

        first, last = span(SheetPeriod.MONTH, day)
        with self._file.reading() as connection:
            found = attendance_queries.sessions_between(
                connection, day_number(first), day_number(last), activity_id
            )
        ids = dict.fromkeys(one.activity_id for one in found if one.activity_id is not None)
        every = [self.grid(one, day) for one in ids]
        grids = sorted((one for one in every if held(one)), key=lambda one: fold(one.activity))
        if not grids:
            raise NoSheets
        centre = self._settings.centre()
        asked = grids[:MOST_SHEETS]
        made = MonthSheets(
            centre=centre.name,
            made_on=self._today(),
            grids=asked,
            signs=[{cell: sign_of(one) for cell, one in grid.marks.items()} for grid in asked],
            mark=mark_of(centre),
        )
        return len(grids), month_sheets(made, current_language())

    def set_cells(self, grid: MonthGrid, cells: Mapping[Cell, Mark | None]) -> None:
        """Keep some cells as one change. Raises a UserError; then nothing is kept."""
        month = f"{month_name(grid.first_day.month)} {grid.first_day.year}"
        sentence = ngettext(
            "{count} cell filled in: {activity}, {month}",
            "{count} cells filled in: {activity}, {month}",
            len(cells),
        )
        told = sentence.format(count=len(cells), activity=grid.activity, month=month)
        self._attendance.mark_cells(told, cells)

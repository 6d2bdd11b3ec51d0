# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sheets for the door on paper: of one meeting, of a week or of a month."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Callable, Sequence
from enum import StrEnum

from buurthuis_admin.domain.activities import TALLY_BROUGHT, TALLY_ERASED, SessionState
from buurthuis_admin.domain.dates import day_number
from buurthuis_admin.errors import UserError
from buurthuis_admin.i18n import _, current_language
from buurthuis_admin.services.attendance import AttendanceService
from buurthuis_admin.services.export_words import tally_word
from buurthuis_admin.services.settings import SettingsService
from buurthuis_admin.storage import attendance_queries
from buurthuis_admin.storage.file import AdministrationFile

MOST_SHEETS = 60  # in one go; a month of a busy centre
_WEEK = datetime.timedelta(days=6)


class SheetPeriod(StrEnum):
    """Of how many days the sheets are."""

    SESSION = "session"
    WEEK = "week"
    MONTH = "month"
    MATRIX = "matrix"  # a month of an activity on one sheet


class NoSheets(UserError):
    """There is no meeting to print a sheet for."""

    def __init__(self) -> None:
        super().__init__(_("There are no meetings in this period. Choose another."))


class SheetService:
    """Makes the sheets; the rows get their numbers when they are made."""

    def __init__(
        self,
        file: AdministrationFile,
        attendance: AttendanceService,
        settings: SettingsService,
        today: Callable[[], datetime.date] = datetime.date.today,
    ) -> None:
        self._file, self._attendance, self._settings = file, attendance, settings
        self._today = today

    def sessions(
        self, period: SheetPeriod, day: datetime.date, activity_id: int | None = None
    ) -> list[int]:
        """The meetings of the week or month around a day that were not cancelled."""
        first, last = span(period, day)
        with self._file.reading() as connection:
            found = attendance_queries.sessions_between(
                connection, day_number(first), day_number(last), activity_id
            )
        return [one.id or 0 for one in found if one.state is not SessionState.CANCELLED]

    def pdf(self, session_ids: Sequence[int]) -> bytes:
        """The sheets as PDF. Raises NoSheets and ActivityGone."""
        from buurthuis_admin.reporting.attendance_sheet import AttendanceSheets, attendance_sheets
        from buurthuis_admin.reporting.wording import mark_of

        if not session_ids:
            raise NoSheets
        asked = session_ids[:MOST_SHEETS]
        for session_id in asked:
            self._attendance.number_rows(session_id)
        doors = [self._attendance.door(session_id) for session_id in asked]
        kinds = dict.fromkeys(count.tally_type for door in doors for count in door.counts)
        words = [tally_word(kind) for kind in kinds if kind not in (TALLY_BROUGHT, TALLY_ERASED)]
        centre = self._settings.centre()
        sheets = AttendanceSheets(
            centre=centre.name,
            made_on=self._today(),
            doors=doors,
            kinds=tuple(word[:1].upper() + word[1:] for word in words),
            mark=mark_of(centre),
        )
        return attendance_sheets(sheets, current_language())


def span(period: SheetPeriod, day: datetime.date) -> tuple[datetime.date, datetime.date]:
    """The first and last day; a week begins on Monday."""
    if period is SheetPeriod.WEEK:
        monday = day - datetime.timedelta(days=day.weekday())
        return monday, monday + _WEEK
    if period in (SheetPeriod.MONTH, SheetPeriod.MATRIX):
        last = calendar.monthrange(day.year, day.month)[1]
        return day.replace(day=1), day.replace(day=last)
    return day, day

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The lists of activities, of their meetings, and of who came."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property

from buurthuis_admin.domain.activities import ActivityRow, AttendanceStatus, SessionRow
from buurthuis_admin.gui.models.paged import PagedModel
from buurthuis_admin.gui.models.rows import Column, RowsModel
from buurthuis_admin.gui.widgets.pill import PillText
from buurthuis_admin.gui.wording import attendance_word, session_pill
from buurthuis_admin.i18n import _, format_day_short, format_number

# Of the columns, in their order: what is remembered of which are shown.
ACTIVITY_KEYS = ("name", "theme", "meetings", "visits", "people", "average", "last time")
AttendanceLine = tuple[str, AttendanceStatus]


def average(row: ActivityRow) -> str:
    """Visits per meeting to one decimal; '' without meetings."""
    return format_number(Decimal(row.visits) / row.sessions, 1) if row.sessions else ""


def activities_model() -> RowsModel[ActivityRow]:
    """A line per activity with its counts over the chosen year."""
    return RowsModel[ActivityRow](
        [
            Column(_("Activity"), lambda row: row.name),
            Column(_("Theme"), lambda row: row.theme),
            Column(_("Meetings"), lambda row: format_number(row.sessions), number=True),
            Column(_("Visits"), lambda row: format_number(row.visits), number=True),
            Column(_("People"), lambda row: format_number(row.unique), number=True),
            Column(_("Average"), average, number=True),
            Column(_("Last time"), _last_time),
        ]
    )


def _last_time(row: ActivityRow) -> str:
    return format_day_short(row.last_session) if row.last_session else ""


class SessionsModel(PagedModel[SessionRow]):
    """A line per meeting: when, what became of it, and how many came."""

    @cached_property
    def columns(self) -> Sequence[Column[SessionRow]]:
        """The columns with their words in the language of the screen."""
        return [
            Column(_("Date"), lambda row: format_day_short(row.day, weekday=True)),
            Column(_("Visits"), lambda row: format_number(row.visits), number=True),
            Column(_("Status"), lambda row: _pill(row).word, pill=_pill),
        ]


def _pill(row: SessionRow) -> PillText:
    return session_pill(row.state)


def attendance_model() -> RowsModel[AttendanceLine]:
    """A line per person on the list of a meeting."""
    return RowsModel[AttendanceLine](
        [
            Column(_("Name"), lambda line: line[0]),
            Column(_("Came"), lambda line: attendance_word(line[1])),
        ]
    )

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of meetings to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from buurthuis_admin.domain.activities import SessionState
from buurthuis_admin.domain.today import Meeting
from buurthuis_admin.gui.models.paged import PagedModel
from buurthuis_admin.gui.models.rows import Column
from buurthuis_admin.gui.widgets.pill import PillText
from buurthuis_admin.i18n import _, format_day_short, format_number, format_time

STATE = 3


class MeetingsModel(PagedModel[Meeting]):
    """A line per meeting: what, when, where, and whether it was filled in."""

    @cached_property
    def columns(self) -> Sequence[Column[Meeting]]:
        """The columns with their words in the language of the screen."""
        return [
            Column(_("Activity"), lambda row: row.activity),
            Column(_("Date"), lambda row: format_day_short(row.day, weekday=True)),
            Column(_("Time"), _time),
            Column(_("Status"), lambda row: meeting_pill(row).word, pill=meeting_pill),
            Column(_("Visits"), lambda row: format_number(row.visits), number=True),
        ]


def _time(row: Meeting) -> str:
    return format_time(row.starts_at) if row.starts_at else ""


def meeting_pill(row: Meeting) -> PillText:
    """Whether anybody filled in who came."""
    if row.state is SessionState.CANCELLED:
        return PillText(_("Did not take place"), "prohibit", "neutral")
    if row.filled:
        return PillText(_("Filled in"), "check-circle", "ok")
    return PillText(_("Not filled in yet"), "clock", "warn")

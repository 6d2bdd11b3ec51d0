# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the window with the lines behind a figure says."""

from __future__ import annotations

from buurthuis_admin.domain.ages import UNKNOWN_BAND
from buurthuis_admin.domain.figure_keys import FigureKey, Measure, Part
from buurthuis_admin.i18n import _, format_number, month_name, ngettext


def title(key: FigureKey, part: str) -> str:
    """'Visits in 2024, Koffieochtend'."""
    whole = _("{measure} in {year}").format(measure=measure_word(key.measure), year=key.year)
    words = _part_words(key, part)
    return f"{whole}, {words}" if words else whole


def measure_word(measure: Measure) -> str:
    """What is counted, as a heading says it."""
    return {
        Measure.SESSIONS: _("Meetings"),
        Measure.CANCELLED: _("Cancelled meetings"),
        Measure.VISITS: _("Visits"),
        Measure.NAMED: _("Visits by name"),
        Measure.ANONYMOUS: _("Visits without a name"),
        Measure.AVERAGE: _("Average number of visits"),
        Measure.UNIQUE: _("Different people"),
        Measure.ACTIVITIES: _("Activities"),
        Measure.MEMBERS_AT_START: _("Members on 1 January"),
        Measure.MEMBERS_AT_END: _("Members on 31 December"),
        Measure.JOINED: _("New members"),
        Measure.LEFT: _("Members who left"),
        Measure.HOURS: _("Volunteer hours"),
        Measure.VOLUNTEERS: _("Volunteers"),
        Measure.RECEIVED: _("Received"),
        Measure.SPENT: _("Spent"),
    }[measure]


def _part_words(key: FigureKey, part: str) -> str:
    if key.part is Part.MONTH:
        return month_name(int(key.of))
    if key.part is Part.THEME:
        return part or _("without theme")
    if key.part is Part.AREA:
        return part or _("postcode unknown")
    if key.part is Part.AGE:
        return _("age unknown") if part == UNKNOWN_BAND else _("age {band}").format(band=part)
    if key.part is Part.TASK:
        return part or _("other work")
    return part


def sentence(measure: Measure, count: int) -> str:
    """How many lines there are, and what each of them is."""
    number = format_number(count)
    if measure is Measure.UNIQUE:
        text = ngettext(
            "{count} person, who came at least once.",
            "{count} people, who each came at least once.",
            count,
        )
    elif measure is Measure.ACTIVITIES:
        text = ngettext("{count} activity.", "{count} activities.", count)
    elif measure in (Measure.HOURS, Measure.VOLUNTEERS):
        text = ngettext("{count} entry of hours.", "{count} entries of hours.", count)
    elif measure in (Measure.RECEIVED, Measure.SPENT):
        text = ngettext("{count} payment.", "{count} payments.", count)
    elif measure in (
        Measure.MEMBERS_AT_START,
        Measure.MEMBERS_AT_END,
        Measure.JOINED,
        Measure.LEFT,
    ):
        text = ngettext("{count} person.", "{count} people.", count)
    else:
        text = ngettext("{count} meeting.", "{count} meetings.", count)
    return text.format(count=number)

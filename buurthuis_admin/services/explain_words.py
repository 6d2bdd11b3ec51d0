# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the window with the lines behind a figure says."""

from __future__ import annotations

from buurthuis_admin.domain.ages import UNKNOWN_BAND
from buurthuis_admin.domain.explanations import Behind
from buurthuis_admin.domain.figure_keys import FigureKey, Measure, Part
from buurthuis_admin.i18n import _, format_day_short, format_number, month_name, ngettext
from buurthuis_admin.storage.values import partial_of


def title(key: FigureKey, part: str, dossier: str = "") -> str:
    """'Visits in 2024, Koffieochtend'; of a dossier 'Visits: Oranje Fonds, Koffieochtend'."""
    word = measure_word(key.measure)
    if key.part is Part.SUBSIDY:
        return _("{measure}: {dossier}").format(measure=word, dossier=part)
    if dossier:
        whole = _("{measure}: {dossier}").format(measure=word, dossier=dossier)
    elif key.measure in _ON_THE_LAST_DAY:
        whole = _("{measure} on 31 December {year}").format(measure=word, year=key.year)
    else:
        whole = _("{measure} in {year}").format(measure=word, year=key.year)
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
        Measure.REQUESTED: _("Asked"),
        Measure.AWARDED: _("Awarded"),
        Measure.LEFT_OVER: _("Left"),
        Measure.PLANNED: _("Budget"),
        Measure.DIFFERENCE: _("Difference"),
        Measure.PROMISED: _("Agreed"),
        Measure.REACHED: _("Reached"),
        Measure.FORECAST: _("Expected at the end"),
        Measure.INCOME: _("Revenue"),
        Measure.COSTS: _("Costs"),
        Measure.RESULT: _("Result"),
        Measure.TRANSFERS: _("Transfers with one side booked"),
        Measure.IN_ACCOUNT: _("Balance"),
        Measure.TO_RECEIVE: _("Still to receive"),
        Measure.PAID_AHEAD: _("Paid in advance"),
        Measure.TO_PAY: _("Still to pay"),
        Measure.RECEIVED_AHEAD: _("Received in advance"),
        Measure.RESERVE: _("Put aside"),
        Measure.CAPITAL: _("Own capital"),
        Measure.ASSETS: _("What the centre has"),
        Measure.LIABILITIES: _("What the centre owes and has put aside"),
        Measure.HELP_REQUESTS: _("Requests for help"),
        Measure.HELPED: _("Requests with which somebody helped"),
        Measure.HELPERS: _("People who helped"),
        Measure.HELP_HOURS: _("Hours of help"),
        Measure.PAID: _("Whole payment"),
        Measure.TO_COME: _("Still to receive"),
        Measure.TO_REPAY: _("To pay back"),
        Measure.TO_SPEND: _("Still to spend"),
        Measure.WITH_RECEIPT: _("Spent with a receipt"),
        Measure.WITHOUT_RECEIPT: _("Spent without a receipt"),
        Measure.AGREED: _("Agreements"),
        Measure.KEPT: _("Agreements that were reached"),
        Measure.REGISTERED: _("Registered volunteers"),
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
    if key.part is Part.ACTIVITY_MONTH:
        return f"{part}, {month_name(int(key.of.partition('-')[2]))}"
    if key.part is Part.LINE:
        return part or _("not in the budget")
    if key.part is Part.CATEGORY:
        return part or _("without category")
    if key.part is Part.TARGETS:
        return ""
    if key.part is Part.CHANGE:
        return _("compared with {year}").format(year=key.of)
    if key.part is Part.TASK:
        return part or _("other work")
    return part


def partial_day(number: int | None) -> str:
    """A day of which parts may be unknown, as it is kept; '' when it is not known at all."""
    known = partial_of(number)
    if known is None:
        return ""
    return format_day_short(known.first_day) if known.complete else str(known)


def sentence(behind: Behind, count: int) -> str:
    """How many lines there are, and what each of them is."""
    return _counted(behind, count).format(count=format_number(count))


def _counted(behind: Behind, count: int) -> str:
    match behind:
        case Behind.PEOPLE:
            return ngettext("{count} person.", "{count} people.", count)
        case Behind.ACTIVITIES:
            return ngettext("{count} activity.", "{count} activities.", count)
        case Behind.HOURS:
            return ngettext("{count} entry of hours.", "{count} entries of hours.", count)
        case Behind.PAYMENTS | Behind.LINES:
            return ngettext("{count} line.", "{count} lines.", count)
        case Behind.BOOKINGS:
            return ngettext("{count} booking.", "{count} bookings.", count)
        case Behind.REQUESTS:
            return ngettext("{count} request.", "{count} requests.", count)
        case Behind.AGREEMENTS:
            return ngettext("{count} agreement.", "{count} agreements.", count)
        case Behind.SESSIONS:
            return ngettext("{count} meeting.", "{count} meetings.", count)


_ON_THE_LAST_DAY = frozenset(
    {
        Measure.IN_ACCOUNT,
        Measure.TO_RECEIVE,
        Measure.PAID_AHEAD,
        Measure.TO_PAY,
        Measure.RECEIVED_AHEAD,
        Measure.RESERVE,
        Measure.CAPITAL,
        Measure.ASSETS,
        Measure.LIABILITIES,
    }
)

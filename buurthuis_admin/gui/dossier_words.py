# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the page of a dossier says: states, days, what is missing, how far agreements are."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal

from buurthuis_admin.domain.agreements import Agreement, Basis
from buurthuis_admin.domain.checklist import Missing, MissingKind
from buurthuis_admin.domain.dossier_track import (
    Mark,
    MarkState,
    Moment,
    MomentKind,
    TrackKind,
)
from buurthuis_admin.domain.funders import ReportPart
from buurthuis_admin.domain.subsidies import Subsidy, SubsidyState
from buurthuis_admin.gui.widgets.pill import PillText
from buurthuis_admin.gui.widgets.track_bar import Reach, TrackItem
from buurthuis_admin.i18n import (
    _,
    format_day_long,
    format_day_short,
    format_money,
    format_number,
    format_percent,
    ngettext,
)
from buurthuis_admin.services.export_words import subsidy_state_word
from buurthuis_admin.services.subsidy_words import part_word


def state_pill(subsidy: Subsidy) -> PillText:
    """How far a dossier is."""
    if subsidy.to_repay:
        return PillText(_("To pay back"), "warning", "warn")
    icon, colour = {
        SubsidyState.DRAFT: ("pencil-simple", "neutral"),
        SubsidyState.APPLIED: ("paper-plane-tilt", "info"),
        SubsidyState.AWARDED: ("check-circle", "ok"),
        SubsidyState.REJECTED: ("x-circle", "neutral"),
        SubsidyState.WITHDRAWN: ("x-circle", "neutral"),
        SubsidyState.ACCOUNTED: ("clock", "info"),
        SubsidyState.SETTLED: ("check-circle", "accent"),
    }[subsidy.state]
    return PillText(subsidy_state_word(subsidy.state), icon, colour)


def period_words(subsidy: Subsidy) -> str:
    """'1 januari 2026 t/m 31 december 2026'; '' without a period."""
    if subsidy.period is None:
        return ""
    start, end = format_day_long(subsidy.period.start), format_day_long(subsidy.period.end)
    return _("{start} up to {end}").format(start=start, end=end)


# The states at the top.


def track_item(mark: Mark) -> TrackItem:
    """A state as it is drawn and as it is read aloud."""
    reach = Reach(mark.state.value)
    word, below = track_word(mark.kind), _below(mark)
    said = {
        MarkState.DONE: _("done"),
        MarkState.NOW: _("now"),
        MarkState.AHEAD: _("still to come"),
        MarkState.STOPPED: _("ended here"),
    }[mark.state]
    return TrackItem(word, below, reach, ", ".join(filter(None, (word, said, below))))


def track_word(kind: TrackKind) -> str:
    """The word of a state."""
    return {
        TrackKind.APPLICATION: _("Application"),
        TrackKind.DECISION: _("Decision"),
        TrackKind.ADVANCE: _("Advance"),
        TrackKind.INTERIM: _("Interim report"),
        TrackKind.ACCOUNTABILITY: _("Accountability"),
        TrackKind.SETTLEMENT: _("Settlement"),
        TrackKind.REMAINDER: _("Remainder"),
        TrackKind.REPAYMENT: _("Repayment"),
        TrackKind.REJECTED: _("Rejected"),
        TrackKind.WITHDRAWN: _("Withdrawn"),
    }[kind]


def _below(mark: Mark) -> str:
    if mark.day is not None:
        day = format_day_short(mark.day)
        return day if mark.share is None else f"{day}, {format_percent(mark.share)}"
    if mark.due is not None:
        return _("by {day}").format(day=format_day_short(mark.due))
    waiting = mark.state in (MarkState.NOW, MarkState.AHEAD)
    if waiting and mark.amount and mark.kind in _WITH_AMOUNT:
        return _WITH_AMOUNT[mark.kind]().format(amount=format_money(mark.amount))
    return ""


_WITH_AMOUNT: dict[TrackKind, Callable[[], str]] = {
    TrackKind.ADVANCE: lambda: _("{amount} to come"),
    TrackKind.SETTLEMENT: lambda: _("{amount} to come"),
    TrackKind.REMAINDER: lambda: _("{amount} to come"),
    TrackKind.REPAYMENT: lambda: _("{amount} to pay back"),
}


# Days.


def days_words(day: datetime.date, today: datetime.date) -> str:
    """'in 129 days', 'today', '3 days late'."""
    days = (day - today).days
    if days == 0:
        return _("today")
    if days > 0:
        return ngettext("in {count} day", "in {count} days", days).format(count=format_number(days))
    return ngettext("{count} day late", "{count} days late", -days).format(
        count=format_number(-days)
    )


def moment_line(moment: Moment) -> str:
    """What happened or is to come, on the timeline."""
    words = _moments()[moment.kind]
    amount = "" if moment.amount is None else format_money(moment.amount)
    return ": ".join(filter(None, (words, amount or moment.words)))


def _moments() -> dict[MomentKind, str]:
    return {
        MomentKind.APPLIED: _("Application sent"),
        MomentKind.AWARDED: _("Awarded"),
        MomentKind.REJECTED: _("Rejected"),
        MomentKind.WITHDRAWN: _("Withdrawn"),
        MomentKind.STARTS: _("The period starts"),
        MomentKind.ENDS: _("The period ends"),
        MomentKind.EXPECTED: _("Money expected"),
        MomentKind.RECEIVED: _("Money received"),
        MomentKind.REPAID: _("Money paid back"),
        MomentKind.INTERIM_DUE: _("Interim report due"),
        MomentKind.INTERIM: _("Interim report sent"),
        MomentKind.CONDITION_DUE: _("Condition due"),
        MomentKind.CONDITION: _("Condition met"),
        MomentKind.DUE: _("Accountability due"),
        MomentKind.ACCOUNTED: _("Accountability sent"),
        MomentKind.SETTLED: _("Settled"),
        MomentKind.PAPER: _("Paper added"),
    }


def term_title(kind: MomentKind) -> str:
    """The heading of the next term."""
    return {
        MomentKind.INTERIM_DUE: _("Interim report by"),
        MomentKind.CONDITION_DUE: _("Condition by"),
        MomentKind.DUE: _("Hand in by"),
    }[kind]


# What is missing.


def missing_words(one: Missing) -> str:
    """What is missing, in a few words."""
    known = {
        MissingKind.PERIOD: _("The period of the subsidy"),
        MissingKind.DUE_DATE: _("The day by which it must be accounted for"),
        MissingKind.BUDGET: _("The budget"),
        MissingKind.BUDGET_SUM: _("The budget does not add up to what was awarded"),
        MissingKind.APPLICATION_PAPER: _("The application as a paper"),
        MissingKind.DECISION_PAPER: _("The decision letter as a paper"),
        MissingKind.PAYMENT: _("A payment that was expected did not come yet"),
        MissingKind.CONDITION: _("Condition: {name}").format(name=one.words),
        MissingKind.EXPLAIN_TARGET: _("Explanation of {name}").format(name=one.words),
        MissingKind.EXPLAIN_LINE: _("Explanation of {name}").format(name=one.words),
        MissingKind.FILE_LIMIT: _("{name} is a file that this funder does not take").format(
            name=one.words
        ),
        MissingKind.RULES: _("The rules of {name} were not checked yet").format(name=one.words),
    }
    if one.kind is MissingKind.RECEIPTS:
        told = ngettext(
            "{count} expense has no receipt", "{count} expenses have no receipt", one.count
        )
        return told.format(count=format_number(one.count))
    if one.kind is MissingKind.DOUBTS:
        told = ngettext(
            "{count} thing in the money is worth a second look",
            "{count} things in the money are worth a second look",
            one.count,
        )
        return told.format(count=format_number(one.count))
    if one.kind is MissingKind.REPORT_PART:
        return part_word(ReportPart(one.words))
    return known[one.kind]


def missing_button(kind: MissingKind) -> str:
    """The link that leads to where it is filled in."""
    papers = (
        MissingKind.APPLICATION_PAPER,
        MissingKind.DECISION_PAPER,
        MissingKind.REPORT_PART,
        MissingKind.FILE_LIMIT,
        MissingKind.BUDGET,
        MissingKind.RECEIPTS,
    )
    if kind is MissingKind.DOUBTS:
        return _("Show")
    if kind in (MissingKind.EXPLAIN_TARGET, MissingKind.EXPLAIN_LINE):
        return _("Write")
    if kind is MissingKind.RULES:
        return _("Check")
    return _("Add") if kind in papers else _("Fill in")


# Agreements.


def count_words(number: Decimal) -> str:
    """A count as people write it; hours with their part."""
    whole = number == number.to_integral_value()
    return format_number(number, 0 if whole else 2)


def forecast_words(agreed: Agreement) -> str:
    """What will be reached when it goes on like this, and what that goes by."""
    ahead = agreed.forecast
    if ahead is None:
        return ""
    by = {
        Basis.SESSIONS: _("At this pace {value}: {done} of {total} meetings were held."),
        Basis.DAYS: _("At this pace {value}: {done} of {total} days are over."),
    }[ahead.basis]
    return by.format(value=count_words(ahead.value), done=ahead.done, total=ahead.total)


def rule_words(per_cent: int) -> str:
    """The funder's rule for explanations in plain words."""
    return _("Explanation for more than {percent} % difference").format(percent=per_cent)

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a series will give, in sentences."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from itertools import islice

from buurthuis_admin.domain.planning import Overlap
from buurthuis_admin.i18n import _, format_day_short, format_number, ngettext
from buurthuis_admin.services.replanning import Preview

_NAMED = 4  # of a long list the first few are named
_FIRST = 3  # of the days on which a room is in use


def preview_lines(preview: Preview) -> list[str]:
    """How many meetings, what is left out and why, and what else must be known."""
    lines = [_meetings(preview.days)]
    if preview.skipped:
        lines.append(_("Left out: {days}.").format(days=_skipped(preview.skipped)))
    if preview.already:
        told = _("There is a meeting already on {days}.")
        lines.append(told.format(days=_days(preview.already)))
    if preview.dropped:
        told = ngettext(
            "{count} planned meeting goes.", "{count} planned meetings go.", preview.dropped
        )
        lines.append(told.format(count=preview.dropped))
    if preview.fixed:
        lines.append(fixed_sentence(preview.fixed))
    if preview.overlaps:
        lines.append(overlap_sentence(preview.overlaps))
    return lines


def fixed_sentence(count: int) -> str:
    """Meetings that a change passes by."""
    told = ngettext(
        "{count} meeting was held, counted or cancelled, and stays as it is.",
        "{count} meetings were held, counted or cancelled, and stay as they are.",
        count,
    )
    return told.format(count=count)


def overlap_sentence(found: Sequence[Overlap]) -> str:
    """In which room something else is held, when, and what. It warns and forbids nothing."""
    by_day: dict[datetime.date, Overlap] = {}
    for pair in found:
        by_day.setdefault(pair.first.day, pair)
    named = [
        _("{day}: {activity}").format(day=format_day_short(pair.first.day), activity=_other(pair))
        for pair in islice(by_day.values(), _FIRST)
    ]
    room, what = found[0].first.room, ", ".join(named)
    if len(by_day) <= _FIRST:
        return _("{room} is in use already on {what}.").format(room=room, what=what)
    told = _("{room} is in use already on {count} days. The first three: {what}.")
    return told.format(room=room, count=format_number(len(by_day)), what=what)


def _other(pair: Overlap) -> str:
    return pair.first.activity if pair.first.id else pair.second.activity


def _meetings(days: Sequence[datetime.date]) -> str:
    if not days:
        return _("This gives no meeting at all.")
    told = ngettext(
        "{count} meeting, on {first}.",
        "{count} meetings, from {first} up to and including {last}.",
        len(days),
    )
    return told.format(
        count=len(days),
        first=format_day_short(days[0], weekday=True),
        last=format_day_short(days[-1], weekday=True),
    )


def _skipped(skipped: Iterable[tuple[datetime.date, str]]) -> str:
    by_reason: dict[str, list[datetime.date]] = {}
    for day, reason in skipped:
        by_reason.setdefault(reason, []).append(day)
    named = [f"{reason} ({_days(days)})" for reason, days in islice(by_reason.items(), 6)]
    return _and_more(named, len(by_reason) - len(named))


def _days(days: Sequence[datetime.date]) -> str:
    named = [format_day_short(day) for day in days[:_NAMED]]
    return _and_more(named, len(days) - len(named))


def _and_more(named: Sequence[str], more: int) -> str:
    told = ", ".join(named)
    return _("{names} and {count} more").format(names=told, count=more) if more > 0 else told

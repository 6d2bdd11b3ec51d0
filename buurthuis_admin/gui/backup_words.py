# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""How it stands with the backups, in words: on the page of today and on that of backups."""

from __future__ import annotations

from buurthuis_admin.domain.backups import (
    Backup,
    BackupPlace,
    BackupState,
    Difference,
    SecondPlace,
)
from buurthuis_admin.domain.thinning import BackupReason
from buurthuis_admin.gui.widgets.pill import PillText
from buurthuis_admin.i18n import _, format_moment, format_number, ngettext

_NAMED = 10


def state_pill(state: BackupState) -> PillText:
    """One word for how it stands."""
    if state.failure:
        return PillText(_("Failed"), "warning", "error")
    if state.last_good is None:
        return PillText(_("None yet"), "warning", "warn")
    if state.late:
        return PillText(_("Late"), "clock", "warn")
    if state.asks_for_second:
        return PillText(_("Stick asked for"), "hard-drive", "warn")
    return PillText(_("In order"), "check-circle", "ok")


def state_lines(state: BackupState) -> list[str]:
    """The last good backup, what went wrong since, and the stick."""
    lines = [
        _("Last one: {moment}.").format(moment=format_moment(state.last_good))
        if state.last_good
        else _("There is no backup yet. One is made when you close the program.")
    ]
    if state.failure:
        lines.append(state.failure)
    if state.late and state.last_good is not None:
        lines.append(_("It was more than a week ago, and something was changed since."))
    second = second_line(state)
    return [*lines, second] if second else lines


def second_line(state: BackupState) -> str:
    """What there is to say of the stick or second folder."""
    if state.second is None:
        return _("The backups are on this computer only. Choose a stick as a second place.")
    if state.asks_for_second and state.second_absent is not None:
        text = ngettext(
            "The last backup on {place} is {count} day old. Put the stick in.",
            "The last backup on {place} is {count} days old. Put the stick in.",
            state.second_absent,
        )
        return text.format(place=place_name(state.second), count=state.second_absent)
    return _("Also on {place}.").format(place=place_name(state.second))


def place_name(second: SecondPlace) -> str:
    """The folder as it was chosen."""
    return second.folder


def place_word(place: BackupPlace) -> str:
    """Where a backup is."""
    return {
        BackupPlace.BESIDE: _("This computer"),
        BackupPlace.SECOND: _("Second place"),
        BackupPlace.ELSEWHERE: _("Chosen"),
    }[place]


def reason_word(reason: BackupReason) -> str:
    """Why a backup was made."""
    return {
        BackupReason.CLOSED: _("On closing"),
        BackupReason.DAILY: _("Daily"),
        BackupReason.MANUAL: _("Made by hand"),
        BackupReason.BEFORE_RESTORE: _("Before a backup was put back"),
        BackupReason.BEFORE_MIGRATION: _("Before a new version"),
        BackupReason.BEFORE_REKEY: _("Before a new key"),
    }[reason]


def kind_word(kind: str) -> str:
    """What is counted."""
    return {
        "people": _("People"),
        "memberships": _("Memberships"),
        "activities": _("Activities"),
        "sessions": _("Meetings"),
        "attendances": _("Attendance"),
        "subsidies": _("Subsidies"),
    }[kind]


def facts(backup: Backup) -> list[str]:
    """What a backup is, in lines."""
    lines = [f"{reason_word(backup.reason)}, {place_word(backup.place).lower()}"]
    if backup.readable:
        people = ngettext("{count} person", "{count} people", backup.people)
        visits = ngettext("{count} attendance", "{count} attendances", backup.attendances)
        lines.append(
            ", ".join(
                [
                    people.format(count=format_number(backup.people)),
                    visits.format(count=format_number(backup.attendances)),
                ]
            )
        )
    size = format_number(backup.size / 1_000_000, 1)
    lines.append(_("{size} MB, change {number}").format(size=size, number=backup.revision))
    return lines


def difference_lines(difference: Difference) -> list[str]:
    """What putting a backup back would change; empty when nothing would."""
    lines = [
        _("{kind}: {now} now, {then} in the backup.").format(
            kind=kind_word(one.kind), now=format_number(one.now), then=format_number(one.then)
        )
        for one in difference.counts
        if one.now != one.then
    ]
    for text, names in (
        (_("Added since, and gone then: {names}."), difference.added),
        (_("Removed since, and back then: {names}."), difference.removed),
        (_("Changed since, and then as before: {names}."), difference.changed),
    ):
        if names:
            lines.append(text.format(names=_few(names)))
    return lines


def _few(names: tuple[str, ...]) -> str:
    told = ", ".join(names[:_NAMED])
    return told + ", …" if len(names) > _NAMED else told

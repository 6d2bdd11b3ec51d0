# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words of the screen for what the domain names by a key."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from buurthuis_admin.domain.people_rows import MemberFilter
from buurthuis_admin.gui.widgets.pill import PillText
from buurthuis_admin.i18n import _, current_language, format_day_long, month_name
from buurthuis_admin.services.people_columns import partial_words, standing_words

if TYPE_CHECKING:
    from buurthuis_admin.domain.activities import AttendanceStatus, SessionState
    from buurthuis_admin.domain.attendance import Mark
    from buurthuis_admin.domain.dates import PartialDate
    from buurthuis_admin.domain.people import Membership, Sex


def language_words() -> dict[str, str]:
    """The languages that we have, each by its own name."""
    return {"nl": "Nederlands", "en": "English"}


def standing_pill(standing: MemberFilter) -> PillText:
    """How a person stands to the centre."""
    return _standing_pills(current_language()).get(
        standing, PillText(_("Known by name"), "user", "neutral")
    )


@lru_cache  # a table asks for each cell that it draws
def _standing_pills(_language: str) -> dict[MemberFilter, PillText]:
    looks = {
        MemberFilter.MEMBERS: ("check-circle", "ok"),
        MemberFilter.FORMER: ("minus-circle", "neutral"),
        MemberFilter.PARTICIPANTS: ("user-circle", "info"),
        MemberFilter.VOLUNTEERS: ("heart", "accent"),
        MemberFilter.ARCHIVED: ("archive", "neutral"),
    }
    return {key: PillText(word, *looks[key]) for key, word in standing_words().items()}


def filter_words() -> list[tuple[MemberFilter, str]]:
    """The chips above the list of people."""
    return [
        (MemberFilter.ALL, _("Everyone")),
        (MemberFilter.MEMBERS, _("Members")),
        (MemberFilter.FORMER, _("Former members")),
        (MemberFilter.PARTICIPANTS, _("Participants")),
        (MemberFilter.VOLUNTEERS, _("Volunteers")),
        (MemberFilter.NOT_SEEN, _("Not seen any more")),
        (MemberFilter.ARCHIVED, _("Archive")),
    ]


def session_pill(state: SessionState) -> PillText:
    """What became of a meeting."""
    from buurthuis_admin.domain.activities import SessionState

    return {
        SessionState.HELD: PillText(_("Held"), "check-circle", "ok"),
        SessionState.PLANNED: PillText(_("Planned"), "clock", "info"),
        SessionState.CANCELLED: PillText(_("Cancelled"), "prohibit", "warn"),
    }[state]


def attendance_word(status: AttendanceStatus) -> str:
    """Whether a person came."""
    from buurthuis_admin.domain.activities import AttendanceStatus

    return {
        AttendanceStatus.PRESENT: _("present"),
        AttendanceStatus.ABSENT: _("absent"),
        AttendanceStatus.EXCUSED: _("sent word"),
        AttendanceStatus.UNKNOWN: _("not known"),
    }[status]


def mark_word(mark: Mark) -> str:
    """What a tile says of somebody."""
    from buurthuis_admin.domain.activities import AttendanceRole, AttendanceStatus

    if mark.came and mark.role is AttendanceRole.VOLUNTEER:
        return _("Present, volunteer")
    return {
        AttendanceStatus.PRESENT: _("Present"),
        AttendanceStatus.ABSENT: _("Absent"),
        AttendanceStatus.EXCUSED: _("Sent word"),
        AttendanceStatus.UNKNOWN: _("Not known"),
    }[mark.status]


def tally_word(name: str) -> str:
    """A kind of anonymous visitor: ours by its key, the centre's own as it is called."""
    from buurthuis_admin.domain.activities import TALLY_BROUGHT, TALLY_ERASED, TALLY_VISITORS

    return {
        TALLY_VISITORS: _("visitors without a name"),
        TALLY_BROUGHT: _("brought along"),
        TALLY_ERASED: _("erased since"),
    }.get(name, name)


def sex_words() -> list[tuple[Sex | None, str]]:
    """The choices of the person form."""
    from buurthuis_admin.domain.people import Sex

    return [
        (None, _("not filled in")),
        (Sex.FEMALE, _("woman")),
        (Sex.MALE, _("man")),
        (Sex.OTHER, _("other")),
    ]


def partial_date(day: PartialDate | None) -> str:
    """A date as far as it is known: 3 april 1951, april 1951, 1951."""
    if day is None:
        return ""
    if day.complete:
        return format_day_long(day.first_day)
    return f"{month_name(day.month)} {day.year}" if day.month else str(day.year)


def date_for_field(day: PartialDate | None) -> str:
    """A date as it stands in a field, so that it is read back as the same."""
    return partial_words(day)


def membership_sentence(membership: Membership) -> str:
    """A period as a member in words."""
    start, end = partial_date(membership.start), partial_date(membership.end)
    if start and end:
        return _("Member from {start} to {end}").format(start=start, end=end)
    if start:
        return _("Member since {start}").format(start=start)
    if end:
        return _("Member until {end}").format(end=end)
    return _("Member, since when is not known")

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Headings and words of the exported lists, in the language of the screen."""

from __future__ import annotations

from buurthuis_admin.domain.activities import (
    TALLY_BROUGHT,
    TALLY_ERASED,
    TALLY_VISITORS,
    AttendanceStatus,
    SessionState,
)
from buurthuis_admin.domain.people import Sex
from buurthuis_admin.domain.subsidies import SubsidyState
from buurthuis_admin.i18n import _


def person_headings() -> list[str]:
    """The columns of the list of people."""
    return [
        _("Membership number"),
        _("Initials"),
        _("First name"),
        _("Prefix"),
        _("Surname"),
        _("Partner's prefix"),
        _("Partner's surname"),
        _("Sex"),
        _("Date of birth"),
        _("Street"),
        _("House number"),
        _("Postcode"),
        _("Town"),
        _("Phone"),
        _("Mobile"),
        _("E-mail"),
        _("IBAN"),
        _("Member since"),
        _("Member until"),
        _("Volunteer"),
        _("Remark"),
    ]


def attendance_headings() -> list[str]:
    """The columns of the list of attendance."""
    return [
        _("Date"),
        _("Activity"),
        _("Session"),
        _("Who"),
        _("Attendance"),
        _("Number of visitors"),
    ]


def subsidy_headings() -> list[str]:
    """The columns of the list of subsidies."""
    return [
        _("Funder"),
        _("Reference"),
        _("Purpose"),
        _("State"),
        _("Requested"),
        _("Awarded"),
        _("Received"),
        _("Spent"),
        _("Left"),
        _("Applied on"),
        _("Decided on"),
        _("Due on"),
        _("Remark"),
    ]


def booking_headings() -> list[str]:
    """The columns of the cash and bank book."""
    return [
        _("Date"),
        _("Year"),
        _("Account"),
        _("Amount"),
        _("Paid to or received from"),
        _("Description"),
        _("IBAN of the other"),
        _("Category"),
        _("Of subsidies"),
        _("Reference"),
        _("Remark"),
    ]


def sex_word(sex: Sex | None) -> str:
    """The letter of a list, in the language of the screen."""
    if sex is None:
        return ""
    return {Sex.FEMALE: _("F"), Sex.MALE: _("M"), Sex.OTHER: _("X")}[sex]


def state_word(state: SessionState) -> str:
    """What became of a session."""
    return {
        SessionState.PLANNED: _("Planned"),
        SessionState.HELD: _("Held"),
        SessionState.CANCELLED: _("Cancelled"),
    }[state]


def status_word(status: AttendanceStatus) -> str:
    """Whether somebody came."""
    return {
        AttendanceStatus.PRESENT: _("Present"),
        AttendanceStatus.ABSENT: _("Absent"),
        AttendanceStatus.EXCUSED: _("Excused"),
        AttendanceStatus.UNKNOWN: _("Not filled in"),
    }[status]


def tally_word(tally_type: str) -> str:
    """A kind of anonymous visitor; one that the centre made keeps its own word."""
    ours = {
        TALLY_VISITORS: _("Visitors without a name"),
        TALLY_BROUGHT: _("Brought along"),
        TALLY_ERASED: _("Erased since"),
    }
    return ours.get(tally_type, tally_type)


def subsidy_state_word(state: SubsidyState) -> str:
    """How far a dossier is."""
    return {
        SubsidyState.DRAFT: _("Draft"),
        SubsidyState.APPLIED: _("Applied for"),
        SubsidyState.AWARDED: _("Awarded"),
        SubsidyState.REJECTED: _("Rejected"),
        SubsidyState.WITHDRAWN: _("Withdrawn"),
        SubsidyState.ACCOUNTED: _("Accounted for"),
        SubsidyState.SETTLED: _("Settled"),
    }[state]

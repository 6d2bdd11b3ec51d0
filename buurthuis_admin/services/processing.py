# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the centre uses data of people for, on what ground, and for how long.

The register, and the answer to somebody who asks, are both made of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from buurthuis_admin.domain.retention import RetentionRules
from buurthuis_admin.i18n import _, ngettext


@dataclass(frozen=True, slots=True, kw_only=True)
class Purpose:
    """One use of data; ``columns`` are those of the tables that serve it."""

    title: str
    purpose: str
    ground: str
    people: str
    recipients: str
    retention: str
    columns: tuple[tuple[str, tuple[str, ...]], ...]


_NAME = ("initials", "first", "prefix", "last", "partner_prefix", "partner_last")
_REACH = ("street", "house", "postcode", "town", "phone", "mobile", "email")


def purposes(rules: RetentionRules) -> list[Purpose]:
    """Every use of data of people."""
    return [
        _members(rules),
        _contributions(rules),
        _book(rules),
        _participants(rules),
        _volunteers(rules),
        _neighbours(rules),
        _consents(rules),
        _requests(),
    ]


def _members(rules: RetentionRules) -> Purpose:
    return Purpose(
        title=_("Administration of members"),
        purpose=_("Knowing who is a member, and reaching members."),
        ground=_("Performance of the agreement of membership (GDPR art. 6.1.b)"),
        people=_all_members(),
        recipients=_("Nobody outside the centre"),
        retention=_after(rules.membership, _("after the end of the membership")),
        columns=(
            ("people", (*_NAME, "born", "sex", *_REACH, "neighbourhood", "remark")),
            ("households", ("name",)),
            ("memberships", ("number", "kind", "starts", "ends", "end_reason")),
        ),
    )


def _contributions(rules: RetentionRules) -> Purpose:
    return Purpose(
        title=_("Membership fees"),
        purpose=_("Collecting fees and accounting for them."),
        ground=_("Agreement of membership, and the legal duty to keep accounts (art. 6.1.b and c)"),
        people=_all_members(),
        recipients=_("The treasurer and the audit committee; the tax office where it asks"),
        retention=_after(rules.money, _("after the year, without the name once that may go")),
        columns=(
            ("people", ("iban",)),
            ("memberships", ("fee",)),
            ("contributions", ("year", "amount", "paid")),
            ("contribution_payments", ("paid_on", "amount")),
        ),
    )


def _book(rules: RetentionRules) -> Purpose:
    return Purpose(
        title=_("Cash and bank book"),
        purpose=_("Keeping accounts, and accounting for subsidies."),
        ground=_("Legal duty to keep accounts (art. 6.1.c)"),
        people=_("Whoever pays the centre or is paid by it"),
        recipients=_("The treasurer and the audit committee; funders and the tax office on demand"),
        retention=_after(rules.money, _("after the year; then the amount stays without a name")),
        columns=(("bookings", ("day", "amount", "description", "counterparty", "counter_iban")),),
    )


def _participants(rules: RetentionRules) -> Purpose:
    return Purpose(
        title=_("Activities and attendance"),
        purpose=_("Organising activities and accounting to funders for how many people came."),
        ground=_("Legitimate interest: subsidies ask for it (art. 6.1.f)"),
        people=_("Participants and visitors"),
        recipients=_only_numbers(),
        retention=_after(rules.visit, _("after the last visit; the numbers stay without names")),
        columns=(
            ("enrolments", ("activity_id", "state", "since", "until")),
            ("own_contributions", ("season", "amount", "paid_on")),
            ("attendances", ("session_id", "status", "role")),
        ),
    )


def _volunteers(rules: RetentionRules) -> Purpose:
    return Purpose(
        title=_("Volunteers"),
        purpose=_("Planning volunteers, counting hours, and seeing a certificate of conduct."),
        ground=_("Agreement with the volunteer, and legitimate interest (art. 6.1.b and f)"),
        people=_("Volunteers and former volunteers"),
        recipients=_only_numbers(),
        retention=_after(rules.volunteering, _("after the last volunteer work")),
        columns=(
            ("activity_people", ("activity_id", "role")),
            ("volunteers", ("tasks", "since", "until", "vog_seen_on", "vog_valid_until")),
            ("volunteer_hours", ("activity_id", "day", "hours", "task")),
            ("allowances", ("day", "amount", "remark")),
        ),
    )


def _neighbours(rules: RetentionRules) -> Purpose:
    return Purpose(
        title=_("Neighbour help"),
        purpose=_("Bringing neighbours together who ask for help and who offer it."),
        ground=_("Agreement with whoever asks or offers (art. 6.1.b)"),
        people=_("Neighbours who ask for help, and who help"),
        recipients=_("Whoever helps hears who asks; funders receive numbers only"),
        retention=_after(rules.other, _("after the last help; the numbers stay without names")),
        columns=(
            ("neighbour_help", ("kind", "what", "day", "state")),
            ("help_given", ("day", "hours")),
        ),
    )


def _consents(rules: RetentionRules) -> Purpose:
    return Purpose(
        title=_("What is only done with consent"),
        purpose=_("Newsletter, photographs and what else people agreed to, each by itself."),
        ground=_("Consent, which can be taken back at any time (art. 6.1.a)"),
        people=_("Whoever gave it"),
        recipients=_("Whoever the consent names"),
        retention=_after(rules.other, _("after it was taken back or the person left")),
        columns=(("consents", ("purpose", "given_on", "how", "withdrawn_on", "remark")),),
    )


def _requests() -> Purpose:
    return Purpose(
        title=_("Requests about privacy and data breaches"),
        purpose=_("Answering in time, and being able to show it."),
        ground=_("Legal duty (art. 6.1.c, with art. 12 and 33)"),
        people=_("Whoever asks something, or is affected"),
        recipients=_("The Dutch Data Protection Authority where a breach must be reported"),
        retention=_("As long as the centre exists, without the name once the person has left"),
        columns=(
            ("access_requests", ("kind", "received_on", "answered_on", "extended_until", "remark")),
            ("data_breaches", ("discovered_at", "description", "kinds_of_data", "measures")),
        ),
    )


def measures() -> tuple[str, ...]:
    """How the data are protected."""
    return (
        _("The administration is one file, encrypted as a whole (AES-256); so is every backup."),
        _("It opens with a password of which the strength is judged, or with a recovery sheet."),
        _("The program locks itself after some minutes without use."),
        _("The program makes no connection with the internet."),
        _("Every change is recorded and can be shown."),
        _("Backups are made daily, encrypted, and read back to check them."),
        _("What is deleted is overwritten; who is erased is also taken out of the history."),
        _("Citizen service numbers (BSN) are not kept, and no data on health."),
        _("Tables that leave the house show groups of one to four people as fewer than five."),
    )


def rights() -> tuple[str, ...]:
    """What somebody who asks has a right to be told (art. 15)."""
    return (
        _("You may have errors corrected."),
        _("You may ask to be erased, or to have the use of your data restricted."),
        _("You may object to a use that rests on legitimate interest."),
        _("You may take back a consent at any time; what was done before stays lawful."),
        _("You may receive your data as a file to take along; a workbook comes with this paper."),
        _(
            "You may complain to the Dutch Data Protection Authority "
            "(autoriteitpersoonsgegevens.nl)."
        ),
        _("No decision about you is made by a computer."),
        _("Your data are not passed on to countries outside the European Union."),
    )


def _all_members() -> str:
    return _("Members and former members")


def _only_numbers() -> str:
    return _("Funders receive numbers only, never names; groups under five are hidden")


def _after(years: int, what: str) -> str:
    text = ngettext("{count} year {after}", "{count} years {after}", years)
    return text.format(count=years, after=what)

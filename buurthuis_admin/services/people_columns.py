# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The columns that a list of people can have: on the screen, on paper and in Excel."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from buurthuis_admin.domain.dates import PartialDate
from buurthuis_admin.domain.people_rows import MemberFilter, PersonRow
from buurthuis_admin.i18n import _, format_day, format_day_short
from buurthuis_admin.services.workbooks import Value

# What a list shows as long as nobody chose otherwise; the name is always there.
STANDARD = ("name", "number", "activities", "last seen", "status")


@dataclass(frozen=True, slots=True)
class PersonColumn:
    """A column: its key in the preferences, its heading, its text and its value in a workbook."""

    key: str
    heading: str
    text: Callable[[PersonRow], str]
    value: Callable[[PersonRow], Value]


def person_columns(keys: Collection[str] | None = None) -> list[PersonColumn]:
    """The columns with their words in the language of the screen; of some keys, or all."""
    columns = [
        _words("name", _("Name"), lambda row: row.name),
        _words("number", _("Member number"), lambda row: row.number),
        _words("activities", _("Activities"), lambda row: row.activities),
        PersonColumn("last seen", _("Last seen"), _last_seen, lambda row: row.last_seen),
        _words("status", _("Status"), lambda row: standing_words()[row.standing]),
        PersonColumn("born", _("Date of birth"), _born, lambda row: row.born),
        _words("address", _("Address"), lambda row: row.address),
        _words("postcode", _("Postcode"), lambda row: row.postcode),
        _words("town", _("Town"), lambda row: row.town),
        _words("phone", _("Telephone"), _phones),
        _words("email", _("E-mail"), lambda row: row.email),
    ]
    return [one for one in columns if keys is None or one.key in keys]


def standing_words() -> dict[MemberFilter, str]:
    """How somebody stands to the centre."""
    return {
        MemberFilter.MEMBERS: _("Member"),
        MemberFilter.FORMER: _("Former member"),
        MemberFilter.PARTICIPANTS: _("Participant"),
        MemberFilter.VOLUNTEERS: _("Volunteer"),
        MemberFilter.ARCHIVED: _("Archived"),
    }


def _words(key: str, heading: str, text: Callable[[PersonRow], str]) -> PersonColumn:
    return PersonColumn(key, heading, text, text)


def _last_seen(row: PersonRow) -> str:
    return format_day_short(row.last_seen) if row.last_seen else ""


def _born(row: PersonRow) -> str:
    return partial_words(row.born)


def partial_words(day: PartialDate | None) -> str:
    """A date in a column, as far as it is known: 03-04-1951, 04-1951, 1951."""
    if day is None or day.complete:
        return "" if day is None else format_day(day.first_day)
    return f"{day.month:02d}-{day.year}" if day.month else str(day.year)


def _phones(row: PersonRow) -> str:
    from buurthuis_admin.domain.phones import format_phone  # loads a library of its own

    return ", ".join(format_phone(number) for number in row.phones)

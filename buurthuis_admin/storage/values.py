# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Values of the domain as the tables keep them, and back. None stays None."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from enum import IntEnum

from buurthuis_admin.domain.activities import AttendanceRole, AttendanceStatus, SessionState
from buurthuis_admin.domain.dates import PartialDate, day_from_number, day_number
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Person, Sex
from buurthuis_admin.domain.text import search_words


class EntityKind(IntEnum):
    """What a source row is the source of; never renumber."""

    PERSON = 1
    MEMBERSHIP = 2
    ACTIVITY = 3
    SESSION = 4
    SUBSIDY = 5
    VOLUNTEER_HOURS = 6
    VOLUNTEER = 7
    ENROLMENT = 8
    CONTRIBUTION = 9


# The numbers stand in every file; never renumber.
STATE_NUMBERS = {SessionState.PLANNED: 0, SessionState.HELD: 1, SessionState.CANCELLED: 2}
STATUS_NUMBERS = {
    AttendanceStatus.UNKNOWN: 0,
    AttendanceStatus.PRESENT: 1,
    AttendanceStatus.ABSENT: 2,
    AttendanceStatus.EXCUSED: 3,
}
ROLE_NUMBERS = {AttendanceRole.PARTICIPANT: 0, AttendanceRole.VOLUNTEER: 1}
STATES = {number: state for state, number in STATE_NUMBERS.items()}
STATUSES = {number: status for status, number in STATUS_NUMBERS.items()}
ROLES = {number: role for role, number in ROLE_NUMBERS.items()}

HELD = STATE_NUMBERS[SessionState.HELD]
CANCELLED = STATE_NUMBERS[SessionState.CANCELLED]
PRESENT = STATUS_NUMBERS[AttendanceStatus.PRESENT]


def day_to_number(day: datetime.date | None) -> int | None:
    """A whole date as 20190307."""
    return None if day is None else day_number(day)


def day_of(number: int | None) -> datetime.date | None:
    """The date behind 20190307."""
    return None if number is None else day_from_number(number)


def partial_to_number(day: PartialDate | None) -> int | None:
    """A partial date as 20190300."""
    return None if day is None else day.number


def partial_of(number: int | None) -> PartialDate | None:
    """The partial date behind 20190300."""
    return None if number is None else PartialDate.from_number(number)


def time_to_minutes(time: datetime.time | None) -> int | None:
    """A time of the day as minutes after midnight."""
    return None if time is None else time.hour * 60 + time.minute


def time_of(minutes: int | None) -> datetime.time | None:
    """The time of the day behind minutes after midnight."""
    return None if minutes is None else datetime.time(minutes // 60, minutes % 60)


def hundredths(amount: Decimal | None) -> int | None:
    """Money as cents, hours as hundredths; half of one up."""
    return None if amount is None else int((amount * 100).quantize(Decimal(1), ROUND_HALF_UP))


def amount_of(number: int | None) -> Decimal | None:
    """The amount, with two decimals, behind cents or hundredths."""
    return None if number is None else Decimal(number).scaleb(-2)


def person_values(person: Person, numbers: tuple[str, ...] = ()) -> dict[str, object]:
    """The row of a person, without its id; ``numbers`` are the membership numbers to find by."""
    address = person.address
    contact = {
        "street": address.street,
        "house": address.house,
        "postcode": address.postcode,
        "town": address.town,
        "neighbourhood": address.neighbourhood,
        "phone": person.phone,
        "mobile": person.mobile,
        "email": person.email,
        "iban": person.iban,
        "remark": person.remark,
    }
    row = named_row(person.name, person.sex, person.born, contact, numbers)
    return {**row, "household_id": person.household_id, "archived": int(person.archived)}


def named_row(
    name: PersonName,
    sex: Sex | None,
    born: PartialDate | None,
    contact: dict[str, str],
    numbers: Iterable[str],
) -> dict[str, object]:
    """The columns of a person that follow from these; ``contact`` has the columns of its own."""
    return {
        "initials": name.initials,
        "first": name.first,
        "prefix": name.prefix,
        "last": name.last,
        "partner_prefix": name.partner_prefix,
        "partner_last": name.partner_last,
        "name_use": name.use.value,
        "sex": None if sex is None else sex.value,
        "born": partial_to_number(born),
        **contact,
        "sort_key": name.sort_key,
        "search_text": _search_text(name, contact, numbers),
    }


def _search_text(name: PersonName, contact: dict[str, str], numbers: Iterable[str]) -> str:
    """Everything a person is found by, as folded words: name, address, e-mail, phone, number."""
    postcode = contact["postcode"]
    parts = (
        name.initials,
        name.first,
        name.prefix,
        name.last,
        name.partner_prefix,
        name.partner_last,
        contact["street"],
        contact["house"],
        postcode,
        postcode.replace(" ", ""),
        contact["town"],
        contact["email"],
        contact["phone"].replace(" ", ""),
        contact["mobile"].replace(" ", ""),
        *numbers,
    )
    return " ".join(search_words(" ".join(filter(None, parts))))

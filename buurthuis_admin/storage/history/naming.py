# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a person calls a row: 'Gerda Smit', 'Koffieochtend, 7 maart 2024'."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection

from buurthuis_admin.domain.dates import day_from_number
from buurthuis_admin.domain.names import NameUse, PersonName
from buurthuis_admin.i18n import format_day
from buurthuis_admin.storage.history.one_row import Key, Values, last_known
from buurthuis_admin.storage.history.recorded import BY_NAME, Recorded


def name_of(connection: Connection, one: Recorded, key: Key) -> str:
    """The name of a row that is or was there; '' when it has none, or was erased."""
    row = last_known(connection, one, key)
    return "" if row is None else name_in(connection, one, row)


def name_in(connection: Connection, one: Recorded, row: Values) -> str:
    """The name of a row with these values; that of what it belongs to when it has none itself."""
    own = _OWN.get(one.name)
    if own is not None:
        return own(connection, row)
    for column, table in one.references:
        if row.get(column) is not None and table in _NAMED:
            return name_of(connection, BY_NAME[table], {"id": row[column]})
    return ""


def person_name(row: Values) -> PersonName:
    """The name in a row of the table of people."""
    return PersonName(
        initials=row["initials"],
        first=row["first"],
        prefix=row["prefix"],
        last=row["last"],
        partner_prefix=row["partner_prefix"],
        partner_last=row["partner_last"],
        use=NameUse(row["name_use"]),
    )


def _person(_connection: Connection, row: Values) -> str:
    return person_name(row).full


def _simple(_connection: Connection, row: Values) -> str:
    return str(row["name"])


def _session(connection: Connection, row: Values) -> str:
    activity = name_of(connection, BY_NAME["activities"], {"id": row["activity_id"]})
    return f"{activity}, {format_day(day_from_number(row['day']))}"


def _attendance(connection: Connection, row: Values) -> str:
    person = name_of(connection, BY_NAME["people"], {"id": row["person_id"]})
    session = name_of(connection, BY_NAME["sessions"], {"id": row["session_id"]})
    return f"{person} ({session})"


def _subsidy(connection: Connection, row: Values) -> str:
    funder = name_of(connection, BY_NAME["funders"], {"id": row["funder_id"]})
    return ", ".join(part for part in (funder, row["purpose"] or row["reference"]) if part)


def _booking(_connection: Connection, row: Values) -> str:
    told = row["counterparty"] or row["description"]
    day = row["day"]
    when = str(row["year"]) if day is None else format_day(day_from_number(day))
    return ", ".join(part for part in (told, when) if part)


def _titled(_connection: Connection, row: Values) -> str:
    return str(row["title"])


def _worded(_connection: Connection, row: Values) -> str:
    return str(row["words"])


def _agreed(_connection: Connection, row: Values) -> str:
    return str(row["indicator"])


def _breach(_connection: Connection, row: Values) -> str:
    return str(row["description"])


_OWN: dict[str, Callable[[Connection, Values], str]] = {
    "people": _person,
    "households": _simple,
    "activities": _simple,
    "sessions": _session,
    "attendances": _attendance,
    "tally_types": _simple,
    "rooms": _simple,
    "closing_days": _simple,
    "funders": _simple,
    "subsidies": _subsidy,
    "budget_lines": _simple,
    "targets": _agreed,
    "conditions": _worded,
    "papers": _titled,
    "accounts": _simple,
    "categories": _simple,
    "bookings": _booking,
    "reserves": _simple,
    "import_files": _simple,
    "import_sheets": _simple,
    "data_breaches": _breach,
}
# Other rows are called after what they belong to.
_NAMED = frozenset(_OWN) | {"memberships"}

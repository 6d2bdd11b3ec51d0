# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a change did, in the words of the program: labels for columns, values as they are read.

The history keeps values as they are stored (20190307, cents, ids); here they become
'7 maart 2019', '€ 12,50' and the name of the row that an id points to.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from buurthuis_admin.domain.dates import PartialDate
from buurthuis_admin.domain.funders import Fact, FunderKind
from buurthuis_admin.domain.history import FieldChange, Operation, RowChange
from buurthuis_admin.domain.names import NameUse
from buurthuis_admin.domain.papers import PaperKind
from buurthuis_admin.domain.people import Sex
from buurthuis_admin.domain.phones import format_phone
from buurthuis_admin.domain.privacy import RequestKind
from buurthuis_admin.domain.subsidies import Indicator, SubsidyState
from buurthuis_admin.i18n import (
    _,
    format_day_long,
    format_money,
    format_number,
    format_time,
    month_name,
)
from buurthuis_admin.services import book_labels, help_labels
from buurthuis_admin.services.export_words import (
    state_word,
    status_word,
    subsidy_state_word,
    tally_word,
)
from buurthuis_admin.services.history_labels import (
    column_label,
    many_words,
    setting_label,
    table_words,
)
from buurthuis_admin.services.setting_words import setting_words
from buurthuis_admin.services.subsidy_words import (
    fact_word,
    funder_kind_word,
    indicator_word,
    paper_word,
)
from buurthuis_admin.storage.values import ROLES, STATES, STATUSES, amount_of, time_of

# The name of a row by its table and id; '' when it has none or was erased.
Namer = Callable[[str, int], str]

_DAYS = frozenset(
    "born starts ends since until vog_seen_on vog_valid_until day first_day applied_on decided_on "
    "due_on period_start period_end given_on withdrawn_on received_on answered_on extended_until "
    "people_told_on closed_on anonymised_on interim_due_on interim_on accounted_on settled_on "
    "expected_on checked_on done_on added_on opened_on paid_on last_day".split()
)
_MONEY = frozenset(
    "fee amount own_contribution requested awarded expected received planned settled "
    "opening".split()
)
_HUNDREDTHS = frozenset({"hours", "promised", "percentage"})
_TIMES = frozenset({"starts_at", "ends_at"})
_MOMENTS = frozenset({"discovered_at", "reported_at", "at"})
_FLAGS = frozenset(
    "archived paid content_report financial_report statement on_holidays in_school_holidays".split()
)
_PHONES = frozenset({"phone", "mobile"})
_PLAIN = frozenset({"year", "row", "season"})  # whole numbers without separators
_UNTOLD = frozenset({"import_batches"})  # its files say it
# What a new row has unless somebody chose otherwise tells a reader nothing.
_USUAL: dict[str, object] = {
    "archived": 0,
    "on_holidays": 0,
    "in_school_holidays": 0,
    "name_use": NameUse.OWN.value,
    "role": 0,
}


@dataclass(frozen=True, slots=True)
class ToldField:
    """A field in words; '' where there was or is nothing, or where the title is the label."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ToldRow:
    """A row in words: 'Person', 'Gerda Smit', what happened to it, and its fields.

    Of many rows that were added at once only ``title`` speaks: '84 people added'. It is '' for
    what is of use to the program alone.
    """

    title: str
    operation: Operation
    fields: tuple[ToldField, ...] = ()


def tell(row: RowChange, references: dict[str, str], name_of: Namer) -> ToldRow:
    """A row change in words; ``references`` gives the table that a column of ids points into."""
    fields = tuple(_fields(row, references, name_of)) if row.count == 1 else ()
    untold = row.table in _UNTOLD or (row.table == "settings" and not fields)
    return ToldRow("" if untold else _title(row), row.operation, fields)


def tell_many(table: str, operation: Operation, count: int) -> str:
    """'84 people added', '12 people changed'."""
    return _happened(operation).format(what=many_words(table, count))


def tell_back(operation: Operation, tables: Sequence[tuple[str, int]]) -> str:
    """What turning a change back does to its rows: 'Taken out again: 84 people, 80 …'."""
    words = {
        Operation.ADDED: _("Taken out again: {what}."),
        Operation.CHANGED: _("Get their earlier data back: {what}."),
        Operation.DELETED: _("Put back: {what}."),
    }
    counted = ", ".join(many_words(table, count) for table, count in tables)
    return words[operation].format(what=counted)


def _happened(operation: Operation) -> str:
    return {
        Operation.ADDED: _("{what} added"),
        Operation.CHANGED: _("{what} changed"),
        Operation.DELETED: _("{what} deleted"),
    }[operation]


def _title(row: RowChange) -> str:
    if row.count > 1:
        return tell_many(row.table, row.operation, row.count)
    if row.table == "settings":
        return setting_label(str(row.key[0]))
    name = tally_word(row.name) if row.table == "tally_types" else row.name
    return _happened(row.operation).format(what=f"{table_words(row.table)} {name}".strip())


def _fields(row: RowChange, references: dict[str, str], name_of: Namer) -> Iterator[ToldField]:
    for change in row.fields:
        told = _field(row, change, references, name_of)
        if told is not None and told.before != told.after and not _says_nothing(row, change, told):
            yield told


def _says_nothing(row: RowChange, change: FieldChange, told: ToldField) -> bool:
    """Of a row that came or went: what its name says already, and what every row has at first."""
    if row.operation is Operation.CHANGED:
        return False
    value = change.after if row.operation is Operation.ADDED else change.before
    if change.column in _USUAL and value == _USUAL[change.column]:
        return True
    words = told.after or told.before
    return change.column.endswith(("_id", "name")) and words in row.name


def _field(
    row: RowChange, change: FieldChange, references: dict[str, str], name_of: Namer
) -> ToldField | None:
    """A field in words; None when it is only of use to the program."""
    if row.table == "settings":
        return None if row.key[0] in _NOT_FOR_PEOPLE else _setting(change)
    label = column_label(row.table, change.column)
    if not label:
        return None

    def words(value: object) -> str:
        table = references.get(change.column)
        if table is None:
            return value_words(row.table, change.column, value)
        return _named(table, value, name_of) if isinstance(value, int) else ""

    return ToldField(label, words(change.before), words(change.after))


def _named(table: str, row_id: int, name_of: Namer) -> str:
    name = name_of(table, row_id)
    if table == "tally_types":
        return tally_word(name)
    return name or _("name not known any more")


def value_words(table: str, column: str, value: object) -> str:
    """A stored value as a person reads it; '' for nothing."""
    if value is None or value == "":
        return ""
    words = _choices(table, column)
    if words is not None:
        return words.get(value, str(value))
    if isinstance(value, int):
        return _number_words(column, value)
    text = str(value)
    if column in _MOMENTS:
        return moment_words(datetime.datetime.fromisoformat(text))
    if column in _PHONES:
        return format_phone(text)
    return tally_word(text) if table == "tally_types" else text


def moment_words(moment: datetime.datetime) -> str:
    """A moment as the clock on the wall says it: '7 maart 2024, 14:05'."""
    here = moment.astimezone()
    return f"{format_day_long(here.date())}, {format_time(here.time())}"


def _number_words(column: str, value: int) -> str:
    amount = amount_of(value)
    assert amount is not None
    if column in _DAYS:
        return _day_words(PartialDate.from_number(value))
    if column in _MONEY:
        return format_money(amount)
    if column in _HUNDREDTHS:
        return format_number(amount, 0 if amount == int(amount) else 2)
    if column in _TIMES:
        time = time_of(value)
        return format_time(time) if time is not None else ""
    if column in _FLAGS:
        return _("yes") if value else _("no")
    return str(value) if column in _PLAIN else format_number(value)


def _day_words(day: PartialDate) -> str:
    if day.complete:
        return format_day_long(day.first_day)
    return f"{month_name(day.month)} {day.year}" if day.month else str(day.year)


def _choices(table: str, column: str) -> dict[object, str] | None:
    """The words for the keys that a column may hold; None when it holds something else."""
    maker = _CHOICES.get((table, column))
    return None if maker is None else maker()


def _sex_words() -> dict[object, str]:
    return {Sex.FEMALE.value: _("woman"), Sex.MALE.value: _("man"), Sex.OTHER.value: _("other")}


def _name_use_words() -> dict[object, str]:
    return {
        NameUse.OWN.value: _("own surname"),
        NameUse.PARTNER.value: _("surname of the partner"),
        NameUse.PARTNER_OWN.value: _("surname of the partner, then the own"),
        NameUse.OWN_PARTNER.value: _("own surname, then that of the partner"),
    }


def _session_words() -> dict[object, str]:
    return {number: state_word(state) for number, state in STATES.items()}


def _attendance_words() -> dict[object, str]:
    return {number: status_word(status) for number, status in STATUSES.items()}


def _role_words() -> dict[object, str]:
    words = {"participant": _("Participant"), "volunteer": _("Volunteer")}
    return {number: words[role.value] for number, role in ROLES.items()}


def _enrolment_words() -> dict[object, str]:
    return {
        "enrolled": _("On the list"),
        "waiting": _("On the waiting list"),
        "ended": _("Ended"),
    }


def _helper_words() -> dict[object, str]:
    return {"leader": _("Leader"), "volunteer": _("Volunteer")}


def _closing_words() -> dict[object, str]:
    return {"closed": _("Centre closed"), "school": _("School holiday")}


def _subsidy_words() -> dict[object, str]:
    return {state.value: subsidy_state_word(state) for state in SubsidyState}


def _paper_words() -> dict[object, str]:
    return {kind.value: paper_word(kind) for kind in PaperKind}


def _funder_words() -> dict[object, str]:
    return {kind.value: funder_kind_word(kind) for kind in FunderKind}


def _fact_words() -> dict[object, str]:
    return {fact.value: fact_word(fact) for fact in Fact}


def _indicator_words() -> dict[object, str]:
    return {kind.value: indicator_word(kind) for kind in Indicator}


def _request_words() -> dict[object, str]:
    return {
        RequestKind.ACCESS.value: _("See the data"),
        RequestKind.RECTIFY.value: _("Mend the data"),
        RequestKind.ERASE.value: _("Erase the data"),
        RequestKind.RESTRICT.value: _("Use the data less"),
        RequestKind.PORTABILITY.value: _("Take the data along"),
        RequestKind.OBJECT.value: _("Object to the use of the data"),
    }


_CHOICES: dict[tuple[str, str], Callable[[], dict[object, str]]] = {
    ("people", "sex"): _sex_words,
    ("people", "name_use"): _name_use_words,
    ("sessions", "state"): _session_words,
    ("attendances", "status"): _attendance_words,
    ("attendances", "role"): _role_words,
    ("enrolments", "state"): _enrolment_words,
    ("activity_people", "role"): _helper_words,
    ("closing_days", "kind"): _closing_words,
    ("subsidies", "state"): _subsidy_words,
    ("funders", "kind"): _funder_words,
    ("funder_sources", "fact"): _fact_words,
    ("targets", "kind"): _indicator_words,
    ("papers", "kind"): _paper_words,
    ("access_requests", "kind"): _request_words,
    ("neighbour_help", "kind"): help_labels.kinds,
    ("neighbour_help", "state"): help_labels.states,
    ("accounts", "kind"): book_labels.account_kinds,
    ("categories", "kind"): book_labels.category_kinds,
}


_NOT_FOR_PEOPLE = ("import_layouts",)  # settings whose value is of use to the program alone


def _setting(change: FieldChange) -> ToldField | None:
    """The value of a setting; the title says which it is."""
    if change.column != "value":
        return None
    return ToldField("", setting_words(change.before), setting_words(change.after))

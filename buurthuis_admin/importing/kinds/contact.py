# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a person lives and how to reach them, from whatever columns a list has for it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from stdnum import iban as iban_numbers

from buurthuis_admin.domain.phones import is_mobile
from buurthuis_admin.importing.corrections import Answer, ProblemKind
from buurthuis_admin.importing.headings import Field
from buurthuis_admin.importing.kinds.base import TableContext
from buurthuis_admin.importing.values.addresses import (
    join_house,
    parse_address,
    parse_postcode,
    split_street,
)
from buurthuis_admin.importing.values.people import parse_emails
from buurthuis_admin.importing.values.phones import parse_phones, usual_number
from buurthuis_admin.importing.values.texts import text_of


@dataclass(slots=True)
class Contact:
    """What the columns of a row say together; '' for what none of them says."""

    street: str = ""
    house: str = ""
    postcode: str = ""
    town: str = ""
    neighbourhood: str = ""
    phone: str = ""
    mobile: str = ""
    email: str = ""
    iban: str = ""


_POSTCODE = re.compile(r"\d{4}\s?[A-Z]{2}\b")
_DIGIT = re.compile(r"\d")

Reader = Callable[[Contact, str, TableContext, int], None]


class ContactReader:
    """Reads address, numbers and e-mail of the rows of one table."""

    def __init__(self, context: TableContext) -> None:
        self._context = context
        self._start = context.table.body.start
        self._columns = tuple(
            (context.contents(column.index), _READERS[column.field])
            for column in context.found.columns
            if column.field in _READERS
        )

    def read(self, row: int) -> Contact:
        """What a row says; what cannot be read becomes a question."""
        contact = Contact()
        at = row - self._start
        for column, read in self._columns:
            text = column[at]
            if text:
                read(contact, text, self._context, row)
        return contact


def _read_address(contact: Contact, text: str, _context: TableContext, _row: int) -> None:
    parts = parse_address(text)
    for name in ("street", "house", "postcode", "town"):
        if not getattr(contact, name):
            setattr(contact, name, getattr(parts, name))


def _read_street(contact: Contact, text: str, context: TableContext, row: int) -> None:
    house = context.found.first(Field.HOUSE)
    if house is None or _POSTCODE.search(text):
        _read_address(contact, text, context, row)
    elif not contact.street:
        has_house = context.cells(row)[house.index] is not None
        contact.street, found = (text, "") if has_house else split_street(text)
        contact.house = contact.house or found


def _read_house(contact: Contact, text: str, _context: TableContext, _row: int) -> None:
    contact.house = contact.house or join_house(text, "")


def _read_addition(contact: Contact, text: str, _context: TableContext, _row: int) -> None:
    contact.house = join_house(contact.house, text)


def _read_postcode(contact: Contact, text: str, context: TableContext, row: int) -> None:
    if contact.postcode:
        return
    postcode = parse_postcode(text)
    if postcode:
        contact.postcode = postcode
        return
    parts = parse_address(text)
    if parts.postcode:
        contact.postcode, contact.town = parts.postcode, contact.town or parts.town
        return
    contact.postcode = text
    context.ask("postcode_unusual", "kept_as_is", row, value=text)


def _read_town(contact: Contact, text: str, _context: TableContext, _row: int) -> None:
    parts = parse_address(text) if _DIGIT.search(text) else None
    if parts is not None and parts.postcode:
        contact.postcode = contact.postcode or parts.postcode
        text = parts.town
    contact.town = contact.town or (text.title() if text.isupper() and len(text) > 3 else text)


def _read_neighbourhood(contact: Contact, text: str, _context: TableContext, _row: int) -> None:
    contact.neighbourhood = contact.neighbourhood or text


def _read_phone(contact: Contact, text: str, context: TableContext, row: int) -> None:
    number = usual_number(text)
    if number:  # nearly all of a long list: spared what follows
        if not is_mobile(number):
            contact.phone = contact.phone or number
        else:
            contact.mobile = contact.mobile or number
        return
    cell = parse_phones(text)
    if cell.repaired:
        context.out.zeros.append((context.source(row), text, cell))
        if context.answer(ProblemKind.PHONE_ZERO, row) is Answer.LEAVE:
            contact.phone = contact.phone or text
            return
    if cell.landlines and not contact.phone:
        contact.phone = cell.landlines[0]
    if cell.mobiles and not contact.mobile:
        contact.mobile = cell.mobiles[0]
    elif len(cell.mobiles) > 1 and not contact.phone:
        contact.phone = cell.mobiles[1]
    if cell.rest and not (cell.landlines or cell.mobiles):
        context.ask("value_unreadable", "left_empty", row, field=Field.PHONE.value, value=text)


def _read_email(contact: Contact, text: str, context: TableContext, row: int) -> None:
    found = parse_emails(text)
    if found and not contact.email:
        contact.email = found[0]
    elif not found:
        context.ask("value_unreadable", "left_empty", row, field=Field.EMAIL.value, value=text)


def _read_iban(contact: Contact, text: str, context: TableContext, row: int) -> None:
    try:
        contact.iban = contact.iban or iban_numbers.validate(text)
    except iban_numbers.ValidationError:
        context.ask(
            "value_unreadable", "left_empty", row, field=Field.IBAN.value, value=text_of(text)
        )


_READERS: dict[Field | None, Reader] = {
    Field.ADDRESS: _read_address,
    Field.STREET: _read_street,
    Field.HOUSE: _read_house,
    Field.HOUSE_ADDITION: _read_addition,
    Field.POSTCODE: _read_postcode,
    Field.POSTCODE_TOWN: _read_postcode,
    Field.TOWN: _read_town,
    Field.NEIGHBOURHOOD: _read_neighbourhood,
    Field.PHONE: _read_phone,
    Field.MOBILE: _read_phone,
    Field.EMAIL: _read_email,
    Field.IBAN: _read_iban,
}

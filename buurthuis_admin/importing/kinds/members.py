# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lists of people: members, former members, volunteers."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import lru_cache
from typing import Any

from buurthuis_admin.domain.dates import PartialDate
from buurthuis_admin.domain.names import PersonName, initials
from buurthuis_admin.domain.text import clean, fold
from buurthuis_admin.importing.corrections import StyleMeaning
from buurthuis_admin.importing.headings import Field
from buurthuis_admin.importing.kinds.base import TableContext
from buurthuis_admin.importing.kinds.contact import ContactReader
from buurthuis_admin.importing.kinds.mentions import one_or_two
from buurthuis_admin.importing.kinds.names import looks_like_name, name_of_parts, names_in
from buurthuis_admin.importing.outcome import SheetKind
from buurthuis_admin.importing.records import PersonRecord
from buurthuis_admin.importing.row_words import LEFT_SECTIONS, VOLUNTEER_SECTIONS, section_word
from buurthuis_admin.importing.styles import meaning_of, row_styles
from buurthuis_admin.importing.tables import RowRole
from buurthuis_admin.importing.values.bsn import without_bsn
from buurthuis_admin.importing.values.dates import (
    DateContext,
    birth_context,
    other_context,
    parse_date,
)
from buurthuis_admin.importing.values.people import parse_money_cell, parse_sex, parse_yes_no
from buurthuis_admin.importing.values.texts import content_of, text_of
from buurthuis_admin.importing.workbook import CellValue

_TEXTS = (
    Field.LAST, Field.FIRST, Field.INITIALS, Field.FULL_NAME, Field.PREFIX, Field.MEMBER_KIND,
    Field.NUMBER, Field.LEFT_REASON, Field.FEE,
)  # fmt: skip
_OF_A_MEMBER = (Field.NUMBER, Field.JOINED, Field.LEFT, Field.PAID, Field.FEE)


def read_members(context: TableContext) -> None:
    """Read a list of people into records; every row is accounted for."""
    context.exclude_other_rows()
    _MembersReader(context).read()


class _MembersReader:
    def __init__(self, context: TableContext) -> None:
        self.context = context
        self.found = context.found
        self.contact = ContactReader(context)
        self.places = {
            field: tuple(column.index for column in columns)
            for field, columns in context.found.by_field.items()
        }
        self.start = context.table.body.start
        # As wholes: of a long list most columns say the same few things again and again.
        self.texts = {field: self._column(field, _first_filled) for field in _TEXTS}
        self.joined = {field: self._column(field, _joined) for field in (Field.REMARK, Field.ROLE)}
        self.worn = row_styles(context.sheet, context.table, context.found)
        self.meanings = {
            style: meaning_of(style, SheetKind.MEMBERS, context.said)
            for style in frozenset().union(*self.worn.values())
        }
        meanings, tells = set(self.meanings.values()), self.places.keys()
        self.tells_money = bool(tells & {Field.FEE, Field.PAID} or meanings & _PAYING)
        self.tells_volunteers = bool(tells & {Field.VOLUNTEER, Field.ROLE, Field.REMARK})
        left = StyleMeaning.LEFT in meanings
        self.may_have_left = left or bool(tells & {Field.LEFT, Field.MEMBER_KIND})
        self.dates = {
            Field.BORN: self._date_context(Field.BORN, birth_context),
            Field.JOINED: self._date_context(Field.JOINED, other_context),
            Field.LEFT: self._date_context(Field.LEFT, other_context),
        }
        self.parsed: dict[Field, dict[CellValue, PartialDate | None]] = {
            field: {} for field in self.dates
        }
        sheet_word = section_word(context.sheet.name)
        self.left = sheet_word in LEFT_SECTIONS
        self.volunteers = sheet_word in VOLUNTEER_SECTIONS or "vrijwilliger" in context.around.words
        self.member = bool(self.found.having(*_OF_A_MEMBER)) or not self.volunteers
        self.fee_is_paid = self._fee_means_paid()
        self._say_what_is_not_used()

    def read(self) -> None:
        """Go through the rows from top to bottom: a section word holds for those under it."""
        table = self.context.table
        for row in table.body:
            role = table.roles[row]
            if role is RowRole.SECTION:
                self._enter_section(row)
            elif role is RowRole.DATA:
                self._read_row(row)

    def _enter_section(self, row: int) -> None:
        text = next(text_of(cell) for cell in self.context.cells(row) if cell is not None)
        words = {section_word(text), fold(text).rstrip(" :.")}
        self.left = bool(words & LEFT_SECTIONS)
        self.volunteers = bool(words & VOLUNTEER_SECTIONS)

    def _read_row(self, row: int) -> None:
        cells = self.context.cells(row)
        filled = len(cells) - cells.count(None)
        names = self._names(row)
        if not names or all(name.empty for name in names):
            if filled <= 1:
                self.context.exclude(row, "row_note")
            else:
                self.context.reject(row, "no_name")
            return
        if filled == 1 and not self._only_a_name(cells):
            self.context.exclude(row, "row_note")
            return
        records = self.context.out.records.people
        names = one_or_two(self.context, row, text_of(self._name_cell(cells)), names)
        first = self._record(row, cells, names[0])
        records.append(first)
        if len(names) > 1:
            second = self._partner(first, names[1], len(records) - 1)
            records.append(second)

    # --- names ---

    def _names(self, row: int) -> tuple[PersonName, ...]:
        last = self._text(row, Field.LAST)
        first = self._text(row, Field.FIRST)
        given_initials = self._text(row, Field.INITIALS)
        if not last and not first:
            full = self._text(row, Field.FULL_NAME)
            names = names_in(full) if full else ()
            if not names and given_initials:
                return (PersonName(initials=initials(given_initials)),)
            return names
        prefix = self._text(row, Field.PREFIX)
        return (name_of_parts(last, first, prefix, given_initials),)

    def _name_cell(self, cells: tuple[CellValue, ...]) -> CellValue:
        columns = self.found.having(Field.FULL_NAME, Field.LAST, Field.FIRST)
        return next((cells[c.index] for c in columns if cells[c.index] is not None), None)

    def _only_a_name(self, cells: tuple[CellValue, ...]) -> bool:
        text = text_of(self._name_cell(cells))
        return bool(text) and not text.isupper() and len(text.split()) > 1 and looks_like_name(text)

    # --- one row ---

    def _record(self, row: int, cells: tuple[CellValue, ...], name: PersonName) -> PersonRecord:
        contact = self.contact.read(row)
        left = self._left(row, cells)
        fee, paid = self._money(row, cells)
        remark = self.joined[Field.REMARK][row - self.start]
        volunteer, tasks = self._volunteer(row, cells, remark)
        volunteer = StyleMeaning.VOLUNTEER in self._styles(row) or volunteer
        kind = self._text(row, Field.MEMBER_KIND)
        return PersonRecord(
            self.context.source(row),
            name,
            number=self._text(row, Field.NUMBER),
            sex=self._first(cells, Field.SEX, parse_sex),
            born=self._date(row, cells, Field.BORN) or self._birth_year(row, cells),
            street=contact.street,
            house=contact.house,
            postcode=contact.postcode,
            town=contact.town,
            neighbourhood=contact.neighbourhood,
            phone=contact.phone,
            mobile=contact.mobile,
            email=contact.email,
            iban=contact.iban,
            remark=without_bsn(remark),
            member=self.member,
            kind="" if kind and section_word(kind) in LEFT_SECTIONS else kind,
            joined=self._date(row, cells, Field.JOINED),
            left=left,
            left_reason=self._text(row, Field.LEFT_REASON),
            fee=fee,
            paid=paid,
            year=self.context.year,
            volunteer=volunteer,
            tasks=tasks,
        )

    def _partner(self, first: PersonRecord, name: PersonName, index: int) -> PersonRecord:
        return PersonRecord(
            first.source,
            name,
            street=first.street,
            house=first.house,
            postcode=first.postcode,
            town=first.town,
            neighbourhood=first.neighbourhood,
            phone=first.phone,
            member=first.member,
            joined=first.joined,
            left=first.left,
            year=first.year,
            household_with=index,
        )

    def _left(self, row: int, cells: tuple[CellValue, ...]) -> PartialDate | None:
        if not self.may_have_left and not self.left and not self.meanings:
            return None
        left = self._date(row, cells, Field.LEFT)
        if left is not None:
            return left
        says_left = (
            self.left
            or section_word(self._text(row, Field.MEMBER_KIND)) in LEFT_SECTIONS
            or parse_yes_no(self._first(cells, Field.LEFT, lambda v: v)) is True
            or StyleMeaning.LEFT in self._styles(row)
        )
        if not says_left or not self.member:
            return None
        before = (self.context.year or self.context.today.year) - 1
        joined = self._date(row, cells, Field.JOINED)
        before = max(before, joined.year) if joined else before
        self.context.ask("left_without_date", "left_in_year", row, year=before)
        return PartialDate(before)

    def _styles(self, row: int) -> frozenset[StyleMeaning]:
        """What the colours of a row and its being crossed out mean."""
        return frozenset(self.meanings[style] for style in self.worn.get(row, ()))

    def _money(self, row: int, cells: tuple[CellValue, ...]) -> tuple[Decimal | None, bool | None]:
        if not self.tells_money and not self.meanings:
            return None, None
        fee = self._amount(row, cells, Field.FEE)
        styles = self._styles(row)
        if styles & _PAYING:
            return fee, StyleMeaning.PAID in styles
        cell = self._first(cells, Field.PAID, lambda value: value)
        if cell is None and self.fee_is_paid:
            return fee, (fee is not None and fee > 0) or None
        if cell is None or not content_of(cell):
            return fee, parse_yes_no(self._first(cells, Field.FEE, lambda value: value))
        says = parse_yes_no(cell)
        if says is not None:
            return fee, says
        if isinstance(cell, datetime.date):
            return fee, True
        amount = self._amount(row, cells, Field.PAID)
        return fee or amount, None if amount is None else amount > 0

    def _amount(self, row: int, cells: tuple[CellValue, ...], field: Field) -> Decimal | None:
        cell = self._first(cells, field, lambda value: value)
        if cell is None or parse_yes_no(cell) is not None:
            return None
        try:
            amount = parse_money_cell(cell)
        except ValueError:
            self._unreadable(row, field, cell)
            return None
        return amount if amount is None or amount >= 0 else None

    def _volunteer(
        self, row: int, cells: tuple[CellValue, ...], remark: str
    ) -> tuple[bool | None, str]:
        if not self.tells_volunteers and not self.volunteers:
            return None, ""
        cell = self._first(cells, Field.VOLUNTEER, lambda value: value)
        tasks = self.joined[Field.ROLE][row - self.start]
        says = parse_yes_no(cell) if cell is not None else None
        if cell is not None and says is None and content_of(cell):
            tasks = f"{text_of(cell)}; {tasks}" if tasks else text_of(cell)
            says = True
        if self.volunteers or _names_volunteer(tasks) or _names_volunteer(remark):
            says = True
        return says, tasks

    def _birth_year(self, row: int, cells: tuple[CellValue, ...]) -> PartialDate | None:
        cell = self._first(cells, Field.BIRTH_YEAR, lambda value: value)
        if cell is None:
            return None
        try:
            return parse_date(cell, self.dates[Field.BORN])
        except ValueError:
            self._unreadable(row, Field.BIRTH_YEAR, cell)
            return None

    def _date(self, row: int, cells: tuple[CellValue, ...], field: Field) -> PartialDate | None:
        parsed = self.parsed[field]
        for place in self.places.get(field, ()):
            cell = cells[place]
            if cell is None:
                continue
            if cell not in parsed:
                empty = cell.__class__ is str and not content_of(cell)
                parsed[cell] = None if empty else self._read_date(row, cell, field)
            found = parsed[cell]
            if found is not None:
                return found
        return None

    def _read_date(self, row: int, cell: CellValue, field: Field) -> PartialDate | None:
        if field is Field.LEFT and parse_yes_no(cell) is not None:
            return None
        try:
            found = parse_date(cell, self.dates[field])
        except ValueError:
            self._unreadable(row, field, cell)
            return None
        if field is Field.BORN and found is not None and found.first_day > self.context.today:
            self._unreadable(row, field, cell)
            return None
        return found

    def _unreadable(self, row: int, field: Field, cell: CellValue) -> None:
        self.context.ask(
            "value_unreadable", "left_empty", row, field=field.value, value=text_of(cell)
        )

    # --- cells ---

    def _date_context(self, field: Field, make: Callable[..., DateContext]) -> DateContext:
        return make(self.context.latest, self.context.order_of(field))

    def _column(self, field: Field, join: Callable[[Iterable[str]], str]) -> list[str]:
        """What the columns of a field say together, from the first row of the body on."""
        columns = [self.context.contents(place) for place in self.places.get(field, ())]
        if len(columns) > 1:
            return list(map(join, zip(*columns, strict=True)))
        return columns[0] if columns else [""] * len(self.context.table.body)

    def _text(self, row: int, field: Field) -> str:
        return self.texts[field][row - self.start]

    def _first(
        self, cells: tuple[CellValue, ...], field: Field, read: Callable[[CellValue], Any]
    ) -> Any:
        for place in self.places.get(field, ()):
            value = read(cells[place])
            if value is not None:
                return value
        return None

    # --- the whole list ---

    def _fee_means_paid(self) -> bool:
        """A column 'contributie' with amounts on some rows says who paid, when none else does."""
        if self.found.first(Field.FEE) is None or self.found.first(Field.PAID) is not None:
            return False
        rows = self.context.table.data_rows
        empty = sum(not self._text(row, Field.FEE) for row in rows)
        if not rows or not 0.03 * len(rows) <= empty < len(rows):
            return False
        self.context.ask("fee_or_paid", "amount_means_paid")
        return True

    def _say_what_is_not_used(self) -> None:
        for column in self.found.having(Field.BSN):
            self.context.ask("bsn_column", "column_refused", column=column.heading)
        for column in self.found.having(Field.AGE):
            if not self.found.having(Field.BORN, Field.BIRTH_YEAR):
                self.context.ask("age_of_when", "column_not_used", column=column.heading)


def _first_filled(texts: Iterable[str]) -> str:
    return next(filter(None, texts), "")


def _joined(texts: Iterable[str]) -> str:
    return clean("; ".join(dict.fromkeys(filter(None, texts))))


_PAYING = frozenset((StyleMeaning.PAID, StyleMeaning.UNPAID))
_VOLUNTEER = re.compile(r"\b(?:vrijwillig(?:er|ster)|vrijw|volunteer)\b")
_NOT_ANY_MORE = re.compile(r"\b(?:geen|niet|was|oud|ex|gestopt|no|former)\b")


@lru_cache(maxsize=4096)
def _names_volunteer(text: str) -> bool:
    """Whether a remark or a task says that somebody is a volunteer, and not that they were."""
    if not text:
        return False
    folded = fold(text)
    return bool(_VOLUNTEER.search(folded)) and not _NOT_ANY_MORE.search(folded)

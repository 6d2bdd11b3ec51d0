# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading bank statements: every line is proposed as something, and a person confirms it.

Nothing is written before ``apply``, and that is one unit of work. A line that is in the book
already is not proposed again, however often the statement is read.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from buurthuis_admin.domain.bank_lines import BankLine, BankStatement, Decision, Proposal
from buurthuis_admin.domain.bookkeeping import Account, AccountKind, CategoryKind
from buurthuis_admin.domain.contributions import fee_of
from buurthuis_admin.domain.dates import day_number
from buurthuis_admin.domain.money import ZERO
from buurthuis_admin.domain.subsidies import Subsidy, SubsidyState
from buurthuis_admin.domain.text import fold
from buurthuis_admin.errors import UserError
from buurthuis_admin.i18n import _, format_number, ngettext
from buurthuis_admin.importing.reading.failure import CannotRead
from buurthuis_admin.importing.statements.known import (
    Known,
    KnownMember,
    KnownOpen,
    KnownSubsidy,
)
from buurthuis_admin.importing.statements.matching import Matcher
from buurthuis_admin.importing.statements.read import read_statements
from buurthuis_admin.services.changes import MONEY, PEOPLE, SUBSIDIES, Changes
from buurthuis_admin.services.money import words_of
from buurthuis_admin.services.settings import contribution_types
from buurthuis_admin.services.statement_writing import StatementWriter
from buurthuis_admin.services.subsidies import SubsidyService
from buurthuis_admin.storage import money_queries, statement_queries, tables
from buurthuis_admin.storage.bulk import Connection
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.values import hundredths

_GONE = (SubsidyState.REJECTED, SubsidyState.WITHDRAWN, SubsidyState.SETTLED)


class StatementUnreadable(UserError):
    """A file that is no bank statement, or a damaged one."""

    def __init__(self, name: str) -> None:
        text = _(
            "‘{name}’ cannot be read as a bank statement. Download it from your bank once more, "
            "as CAMT.053 (XML) or as MT940."
        )
        super().__init__(text.format(name=name))


class OtherCurrency(UserError):
    """A statement that is not in euro."""

    def __init__(self, currency: str) -> None:
        text = _("This statement is in {currency}. The book is kept in euro only.")
        super().__init__(text.format(currency=currency))


@dataclass(frozen=True, slots=True)
class PreparedStatement:
    """A statement that was read; ``known`` lines of it are in the book already.

    ``incomplete``: the lines do not come to the closing balance.
    """

    name: str
    statements: tuple[BankStatement, ...]
    proposals: tuple[Proposal, ...]
    known: int
    incomplete: bool = False

    @property
    def lines(self) -> int:
        """How many lines there are in all."""
        return sum(len(one.lines) for one in self.statements)


class BankStatementService:
    """Reads statements into the book of one administration."""

    def __init__(
        self,
        file: AdministrationFile,
        changes: Changes,
        subsidies: SubsidyService,
        today: Callable[[], datetime.date] = datetime.date.today,
    ) -> None:
        self._file, self._changes, self._subsidies = file, changes, subsidies
        self._today = today

    def prepare(self, *paths: Path) -> PreparedStatement:
        """Read statements and say what each line may be; writes nothing.

        Raises StatementUnreadable and OtherCurrency.
        """
        read = [one for path in paths for one in _read(path)]
        incomplete = not all(one.adds_up for one in read)
        statements = _each_line_once(read)
        lines = [line for one in statements for line in one.lines]
        dossiers = self._subsidies.dossiers()
        with self._file.reading() as connection:
            known = money_queries.line_keys(connection, [line.key for line in lines])
            new = [line for line in lines if line.key not in known]
            matcher = Matcher(_known(connection, dossiers, new, self._today().year))
            moved = _moved(connection, statements)
        proposals = tuple(
            matcher.proposal(line, alike=(line.day, line.amount) in moved.get(one.iban, set()))
            for one in statements
            for line in one.lines
            if line.key not in known
        )
        name = ", ".join(path.name for path in paths)
        return PreparedStatement(name, statements, proposals, len(lines) - len(new), incomplete)

    def apply(self, prepared: PreparedStatement, decisions: Sequence[Decision]) -> int:
        """Write what a person confirmed, in one unit of work; returns how many lines."""
        ibans = {line.key: one.iban for one in prepared.statements for line in one.lines}
        sentence = ngettext(
            "Bank statement read: {count} line",
            "Bank statement read: {count} lines",
            len(decisions),
        ).format(count=format_number(len(decisions)))
        with self._file.unit_of_work(sentence) as unit:
            keys = [one.line.key for one in decisions]
            known = money_queries.line_keys(unit.connection, keys)
            new = [one for one in decisions if one.line.key not in known]
            writer = StatementWriter(unit.connection, _accounts(unit.connection, prepared))
            for one in new:
                writer.write(ibans[one.line.key], one)
            unit.commit()
        self._changes.tell(MONEY, SUBSIDIES, PEOPLE)
        return len(new)


def _read(path: Path) -> list[BankStatement]:
    try:
        statements = read_statements(path.read_bytes())
    except (CannotRead, OSError) as error:
        raise StatementUnreadable(path.name) from error
    for one in statements:
        if one.currency != "EUR":
            raise OtherCurrency(one.currency)
    return statements


def _each_line_once(statements: Sequence[BankStatement]) -> tuple[BankStatement, ...]:
    """Two files can hold the same days."""
    seen: set[str] = set()
    found = []
    for one in statements:
        lines = tuple(line for line in one.lines if line.key not in seen)
        seen.update(line.key for line in lines)
        found.append(replace(one, lines=lines))
    return tuple(found)


# Which account a statement belongs to.


def _accounts(connection: Connection, prepared: PreparedStatement) -> dict[str, int]:
    """The account of each IBAN; one that was not known is made, or gets its IBAN now."""
    found: dict[str, int] = {}
    for iban in dict.fromkeys(one.iban for one in prepared.statements):
        known = money_queries.accounts(connection)
        account = _account_of(connection, known, iban)
        if account is None or account.iban != iban:
            opening, day = _opening([one for one in prepared.statements if one.iban == iban])
            account = account or Account(name=_new_name(known, iban))
            account = replace(account, iban=iban, opening=opening, opened_on=day)
            account = replace(account, id=money_queries.save_account(connection, account))
        found[iban] = account.id or 0
    return found


def _account_of(connection: Connection, known: Sequence[Account], iban: str) -> Account | None:
    """The account with this IBAN, or the one bank account that has none and is not used yet."""
    for one in known:
        if iban and one.iban == iban:
            return one
    blank = [one for one in known if one.kind is AccountKind.BANK and not one.iban]
    if len(blank) != 1:
        return None
    used = statement_queries.first_used(connection, [blank[0].id or 0])
    return None if used else blank[0]


def _new_name(known: Sequence[Account], iban: str) -> str:
    name = _("Bank {iban}").format(iban=iban[-4:])
    taken = any(fold(one.name) == fold(name) for one in known)
    return _("Bank {iban}").format(iban=iban) if taken else name


def _opening(statements: Sequence[BankStatement]) -> tuple[Decimal, datetime.date | None]:
    """The opening balance of the earliest statement, and the first day of it."""
    dated = [(min(line.day for line in one.lines), one) for one in statements if one.lines]
    if not dated:
        return ZERO, None
    day, first = min(dated, key=lambda pair: pair[0])
    return first.opening or ZERO, day


# What is known.


def _moved(
    connection: Connection, statements: Sequence[BankStatement]
) -> dict[str, set[tuple[datetime.date, Decimal]]]:
    """Day and amount of what is in the book already, by IBAN."""
    accounts = {one.iban: one.id for one in money_queries.accounts(connection) if one.iban}
    found: dict[str, set[tuple[datetime.date, Decimal]]] = {}
    for one in statements:
        if one.lines and accounts.get(one.iban):
            days = [day_number(line.day) for line in one.lines]
            kept = statement_queries.moved(
                connection, accounts[one.iban] or 0, min(days), max(days)
            )
            found.setdefault(one.iban, set()).update(
                (line.day, line.amount)
                for line in one.lines
                if (day_number(line.day), hundredths(line.amount)) in kept
            )
    return found


def _known(
    connection: Connection, dossiers: Sequence[Subsidy], lines: Sequence[BankLine], year: int
) -> Known:
    categories = money_queries.categories(connection)
    transfers = [one.id for one in categories if one.kind is CategoryKind.TRANSFER]
    first = min((line.day.year for line in lines), default=year) - 1
    return Known(
        members=tuple(_members(connection, first)),
        subsidies=tuple(_subsidies(connection, dossiers)),
        open=tuple(_open(connection)),
        learned=money_queries.learned(connection, _ibans(lines)),
        categories={one.id or 0: one.name for one in categories},
        own_ibans=frozenset(one.iban for one in money_queries.accounts(connection) if one.iban),
        transfer=transfers[0] if transfers else None,
    )


def _ibans(lines: Sequence[BankLine]) -> list[str]:
    return sorted({line.counter_iban for line in lines if line.counter_iban})


def _members(connection: Connection, year: int) -> Iterator[KnownMember]:
    earlier = statement_queries.ibans_of_people(connection)
    types = contribution_types(connection)
    for one in statement_queries.payers(connection, year):
        yield KnownMember(
            person_id=one.person_id,
            membership_id=one.membership_id,
            name=one.name,
            number=one.number,
            ibans=frozenset({one.iban, *earlier.get(one.person_id, ())} - {""}),
            fee=fee_of(one.kind, one.fee, types),
            owed=one.owed,
        )


def _subsidies(connection: Connection, dossiers: Sequence[Subsidy]) -> Iterator[KnownSubsidy]:
    payers = statement_queries.ibans_of_dossiers(connection, tables.Instalment)
    paid = statement_queries.ibans_of_dossiers(connection, tables.Expense)
    for one in dossiers:
        if one.id is not None and one.state not in _GONE:
            waits = [
                item.expected if item.received is None else item.received
                for item in one.instalments
                if item.booking_id is None  # what was typed by hand has no booking yet
            ]
            yield KnownSubsidy(
                id=one.id,
                funder=one.funder,
                name=", ".join(part for part in (one.funder, one.purpose) if part),
                reference=one.reference,
                expected=tuple(amount for amount in waits if amount is not None),
                payers=frozenset(payers.get(one.id, ())),
                paid=frozenset(paid.get(one.id, ())),
            )


def _open(connection: Connection) -> Iterator[KnownOpen]:
    ids = money_queries.chosen_ids(connection, money_queries.not_moved())
    for one in money_queries.bookings(connection, ids):
        yield KnownOpen(
            id=one.id or 0, amount=one.amount, name=words_of(one), iban=one.counter_iban
        )

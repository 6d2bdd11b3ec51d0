# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The bookings behind a figure of the statement of a year, and the lines behind its sums."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

from buurthuis_admin.domain.bookkeeping import Account, BookingRow, CategoryKind
from buurthuis_admin.domain.explanations import Behind, Lines
from buurthuis_admin.domain.figure_keys import FigureKey, Measure, Part
from buurthuis_admin.domain.money import ZERO
from buurthuis_admin.domain.subsidies import Expense
from buurthuis_admin.domain.year_statement import StatementLine, YearStatement
from buurthuis_admin.i18n import _, format_day_short, format_money
from buurthuis_admin.storage import money_conditions, money_parts, money_queries
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.money_queries import Condition

OF_THE_BOOK = frozenset(
    {
        Measure.INCOME,
        Measure.COSTS,
        Measure.RESULT,
        Measure.TRANSFERS,
        Measure.IN_ACCOUNT,
        Measure.TO_RECEIVE,
        Measure.PAID_AHEAD,
        Measure.TO_PAY,
        Measure.RECEIVED_AHEAD,
        Measure.RESERVE,
        Measure.CAPITAL,
        Measure.ASSETS,
        Measure.LIABILITIES,
    }
)
_KINDS = {
    Measure.INCOME: CategoryKind.INCOME,
    Measure.COSTS: CategoryKind.EXPENSE,
    Measure.TRANSFERS: CategoryKind.TRANSFER,
}
_TURNED = frozenset({Measure.COSTS, Measure.TO_PAY, Measure.PAID_AHEAD})  # positive on paper


class BookExplainer:
    """Explains the money of a year of one administration."""

    def __init__(self, file: AdministrationFile, statement: Callable[[int], YearStatement]) -> None:
        self._file, self._statement = file, statement

    def lines(self, key: FigureKey, offset: int, limit: int) -> Lines:
        """What stands behind a figure."""
        if key.measure in (Measure.CAPITAL, Measure.ASSETS, Measure.LIABILITIES, Measure.RESERVE):
            return self._sums(key)
        opening: list[tuple[int, tuple[str, ...]]] = []
        turned = key.measure in _TURNED
        with self._file.reading() as connection:
            if key.measure is Measure.IN_ACCOUNT:
                accounts = money_queries.accounts(connection)
                account = next((one for one in accounts if one.name == key.of), None)
                chosen, turned = _in_account(account, key.year)
                opening = _opening(account)
            else:
                chosen = _condition(key)
            ids = money_queries.chosen_ids(connection, chosen)
            place = max(offset - len(opening), 0)
            until = max(offset + limit - len(opening), 0)
            found = money_queries.rows(connection, ids[place:until])
        shown = [*opening[offset : offset + limit], *(_booked(one, turned) for one in found)]
        return Lines(
            behind=Behind.BOOKINGS,
            columns=(_("Date"), _("What for"), _("Category"), _("Amount")),
            rows=tuple(row for _id, row in shown),
            ids=tuple(number for number, _row in shown),
            count=len(ids) + len(opening),
        )

    def shares(self, expense: Expense | None) -> Lines:
        """The parts of the whole payment of which an expense is one; the centre pays the rest."""
        if expense is None or expense.booking_id is None:
            return Lines(Behind.LINES, (_("Item"), _("Amount")), (), (), 0)
        with self._file.reading() as connection:
            found = money_queries.bookings(connection, [expense.booking_id])
            parts = money_parts.parts(connection, expense.booking_id)
        paid = abs(found[0].amount) if found else ZERO
        shares = [(one.name, one.amount) for one in parts]
        rest = paid - sum((amount for _name, amount in shares), ZERO)
        shares += [(_("Own means"), rest)] if rest else []
        rows = tuple((name, format_money(amount)) for name, amount in shares)
        columns = (_("Item"), _("Amount"))
        return Lines(Behind.LINES, columns, rows, (0,) * len(rows), len(rows))

    def _sums(self, key: FigureKey) -> Lines:
        """The lines of the balance that a sum was made of."""
        balance = self._statement(key.year).balance
        has = [
            *((one.name, one) for one in balance.accounts),
            (_("Still to receive"), balance.to_receive),
            (_("Paid in advance"), balance.paid_ahead),
        ]
        aside = [(one.name, one) for one in balance.reserves]
        owes = [
            (_("Still to pay"), balance.to_pay),
            (_("Received in advance"), balance.received_ahead),
            *aside,
        ]
        lines: Sequence[tuple[str, StatementLine]] = has
        sign = [1] * len(has)
        if key.measure is Measure.LIABILITIES:
            lines = [*owes, (_("Own capital"), balance.general)]
            sign = [1] * len(lines)
        elif key.measure is Measure.CAPITAL:
            lines, sign = [*has, *owes], [*sign, *([-1] * len(owes))]
        elif key.measure is Measure.RESERVE:
            lines = [one for one in aside if one[0] == key.of]
        rows = tuple(
            (name, format_money(way * one.amount))
            for (name, one), way in zip(lines, sign, strict=False)
            if one.amount
        )
        columns = (_("Item"), _("Amount"))
        return Lines(Behind.LINES, columns, rows, (0,) * len(rows), len(rows))


_OTHERS: dict[Measure, Callable[[int], Condition]] = {
    Measure.RESULT: money_conditions.of_year,
    Measure.TO_RECEIVE: lambda year: money_conditions.moves_later(year, comes_in=True),
    Measure.TO_PAY: lambda year: money_conditions.moves_later(year, comes_in=False),
    Measure.PAID_AHEAD: lambda year: money_conditions.moved_before(year, comes_in=False),
    Measure.RECEIVED_AHEAD: lambda year: money_conditions.moved_before(year, comes_in=True),
}


def _condition(key: FigureKey) -> Condition:
    kind = _KINDS.get(key.measure)
    if kind is None:
        return _OTHERS[key.measure](key.year)
    return money_conditions.of_kind(key.year, kind, key.of if key.part is Part.CATEGORY else None)


def _in_account(account: Account | None, year: int) -> tuple[Condition, bool]:
    """What moved between the opening balance and the end of a year.

    Before the opening balance there was as much less as moved up to it: such bookings are turned.
    """
    end = datetime.date(year, 12, 31)
    if account is None or account.id is None:
        return money_conditions.none(), False
    opened = account.opened_on
    if opened is None or opened <= end:
        return money_conditions.in_account(account.id, opened, end), False
    first, last = end + datetime.timedelta(1), opened - datetime.timedelta(1)
    return money_conditions.in_account(account.id, first, last), True


def _opening(account: Account | None) -> list[tuple[int, tuple[str, ...]]]:
    if account is None or not account.opening:
        return []
    day = format_day_short(account.opened_on) if account.opened_on else ""
    return [(0, (day, _("Opening balance"), "", format_money(account.opening)))]


def _booked(row: BookingRow, turned: bool) -> tuple[int, tuple[str, ...]]:
    words = " · ".join(part for part in (row.counterparty, row.description) if part)
    day = format_day_short(row.day) if row.day else _("Not paid yet")
    amount = format_money(-row.amount if turned else row.amount)
    return row.id, (day, words, row.category, amount)

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The money behind a figure of a dossier: letters, payments and lines of the budget."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from decimal import Decimal
from typing import TypeAlias

from buurthuis_admin.domain.figure_keys import FigureKey, Measure, Part
from buurthuis_admin.domain.money import ZERO
from buurthuis_admin.domain.subsidies import BudgetLine, Expense, Subsidy, Target
from buurthuis_admin.i18n import _, format_day_short, format_money, format_number

OF_RECEIPTS = frozenset({Measure.WITH_RECEIPT, Measure.WITHOUT_RECEIPT})
_SPENDING = OF_RECEIPTS | {Measure.SPENT}
_ENTITLED = frozenset({Measure.TO_COME, Measure.TO_REPAY, Measure.TO_SPEND})
# The day, what it was for and how much, so that the amounts add up to the figure.
Line: TypeAlias = tuple[datetime.date | None, str, Decimal]
Shown: TypeAlias = tuple[str, str, str, str]


def rows_of(dossier: Subsidy, key: FigureKey) -> list[Shown]:
    """The lines behind a figure: day, dossier, what for, and how much."""
    name = f"{dossier.funder} {dossier.reference}".strip()
    amount = format_number if key.part is Part.TARGET else format_money
    return [
        (format_day_short(day) if day else "", name, what, amount(much))
        for day, what, much in _lines(dossier, key)
    ]


def _lines(dossier: Subsidy, key: FigureKey) -> Iterator[Line]:
    if key.measure is Measure.RECEIVED:
        yield from _received(dossier, key)
    if key.measure is Measure.REQUESTED and dossier.requested is not None:
        yield dossier.applied_on, _("Application"), dossier.requested
    if key.measure in (Measure.AWARDED, Measure.LEFT_OVER) and dossier.awarded is not None:
        yield dossier.decided_on, _("Decision"), dossier.awarded
    if key.measure in (Measure.PLANNED, Measure.DIFFERENCE):
        yield from ((None, one.name, one.planned) for one in budget_lines(dossier, key))
    if key.measure is Measure.PROMISED and (target := target_of(dossier, key)) is not None:
        yield dossier.decided_on, target.indicator, target.promised
    if key.measure in _ENTITLED:
        yield from _balance(dossier, key)
    if key.measure in _SPENDING | {Measure.LEFT_OVER, Measure.DIFFERENCE, Measure.TO_SPEND}:
        sign = 1 if key.measure in _SPENDING else -1
        for one in expenses(dossier, key):
            yield one.day, one.description, sign * one.amount


def _balance(dossier: Subsidy, key: FigureKey) -> Iterator[Line]:
    """What is ours by the last letter, beside what came in where that is asked."""
    settled = dossier.settled is not None
    words = _("Settlement") if settled else _("Decision")
    sign = -1 if key.measure is Measure.TO_REPAY else 1
    if dossier.entitled:
        day = dossier.settled_on if settled else dossier.decided_on
        yield day, words, sign * dossier.entitled
    if key.measure is not Measure.TO_SPEND:
        yield from ((day, what, -sign * much) for day, what, much in _received(dossier, key))


def _received(dossier: Subsidy, key: FigureKey) -> Iterator[Line]:
    for one in dossier.instalments:
        if one.received is None or (key.part is Part.PAYMENT and str(one.id) != key.of):
            continue
        yield one.day, one.remark or _("Payment"), one.received or ZERO


def budget_lines(dossier: Subsidy, key: FigureKey) -> list[BudgetLine]:
    """The lines of the budget that a figure is about."""
    lines = dossier.budget_lines
    return [one for one in lines if key.part is not Part.LINE or str(one.id) == key.of]


def expenses(dossier: Subsidy, key: FigureKey) -> list[Expense]:
    """The expenses that a figure is about; those of no line are outside the budget."""
    if key.part is Part.PAYMENT:
        return [one for one in dossier.expenses if str(one.id) == key.of]
    if key.part is not Part.LINE:
        return list(dossier.expenses)
    known = {one.id for one in dossier.budget_lines}
    return [
        one
        for one in dossier.expenses
        if key.of == (str(one.budget_line_id) if one.budget_line_id in known else "")
    ]


def target_of(dossier: Subsidy, key: FigureKey) -> Target | None:
    """The agreement that a figure is about."""
    return next((one for one in dossier.targets if str(one.id) == key.of), None)


def part_name(dossier: Subsidy, key: FigureKey) -> str:
    """What the part of a dossier is called."""
    if key.part is Part.LINE:
        named = budget_lines(dossier, key)
        return named[0].name if named else _("Not in the budget")
    if key.part is Part.TARGET:
        target = target_of(dossier, key)
        return target.indicator if target else ""
    if key.part is Part.PAYMENT and key.measure in (Measure.SPENT, Measure.PAID):
        return next((one.description for one in expenses(dossier, key)), "")
    return ""

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Subsidies with all that lies in the dossier: asked for and kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import Connection, select

from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.money import ZERO
from buurthuis_admin.domain.subsidies import (
    BudgetLine,
    Expense,
    Instalment,
    Subsidy,
    SubsidyState,
    Target,
)
from buurthuis_admin.domain.text import clean, fold
from buurthuis_admin.storage import tables
from buurthuis_admin.storage.rows import AnyRow, delete_others, upsert
from buurthuis_admin.storage.values import amount_of, day_of, day_to_number, hundredths

Part = TypeVar("Part")


def subsidies(connection: Connection) -> list[Subsidy]:
    """Every dossier, the newest decision first, then by funder."""
    instalments = _parts(connection, tables.Instalment, _instalment)
    lines = _parts(connection, tables.BudgetLine, _budget_line)
    expenses = _parts(connection, tables.Expense, _expense)
    targets = _parts(connection, tables.Target, _target)
    table, funder = tables.Subsidy.__table__, tables.Funder.__table__
    question = (
        select(table, funder.c.name.label("funder"))
        .join(funder, funder.c.id == table.c.funder_id)
        .order_by(table.c.decided_on.desc(), funder.c.folded_name, table.c.id)
    )
    return [
        _subsidy(row, instalments[row.id], lines[row.id], expenses[row.id], targets[row.id])
        for row in connection.execute(question)
    ]


def save(connection: Connection, subsidy: Subsidy) -> int:
    """Keep a dossier and all in it; what it does not hold any more is deleted."""
    funder_id = funder_of(connection, subsidy.funder)
    values = subsidy_values(subsidy) | {"funder_id": funder_id}
    number = upsert(connection, tables.Subsidy, subsidy.id, values)
    _save_parts(connection, tables.Instalment, number, subsidy.instalments, instalment_values)
    lines = _save_parts(
        connection, tables.BudgetLine, number, subsidy.budget_lines, budget_line_values
    )
    kept = [
        {"id": one.id, **expense_values(one), "budget_line_id": lines.get(one.budget_line_id)}
        for one in subsidy.expenses
    ]
    _save_rows(connection, tables.Expense, number, kept)
    _save_parts(connection, tables.Target, number, subsidy.targets, target_values)
    return number


def funder_of(connection: Connection, name: str) -> int:
    """The funder of this name, however it is typed; made when there is none yet."""
    table = tables.Funder
    known = connection.scalar(select(table.id).where(table.folded_name == fold(name)))
    if known is not None:
        return known
    return upsert(connection, table, None, {"name": clean(name), "folded_name": fold(name)})


def subsidy_values(subsidy: Subsidy) -> dict[str, object]:
    """The row of a dossier, without its id and funder."""
    period = subsidy.period
    return {
        "reference": subsidy.reference,
        "purpose": subsidy.purpose,
        "activity_id": subsidy.activity_id,
        "state": subsidy.state.value,
        "requested": hundredths(subsidy.requested),
        "awarded": hundredths(subsidy.awarded),
        "applied_on": day_to_number(subsidy.applied_on),
        "decided_on": day_to_number(subsidy.decided_on),
        "due_on": day_to_number(subsidy.due_on),
        "period_start": day_to_number(period.start if period else None),
        "period_end": day_to_number(period.end if period else None),
        "remark": subsidy.remark,
    }


def instalment_values(instalment: Instalment) -> dict[str, object]:
    """The row of an instalment, without its id and dossier."""
    return {
        "booking_id": instalment.booking_id,
        "expected": hundredths(instalment.expected),
        "received": hundredths(instalment.received),
        "day": day_to_number(instalment.day),
        "remark": instalment.remark,
    }


def budget_line_values(line: BudgetLine) -> dict[str, object]:
    """The row of a budget line, without its id and dossier."""
    return {"position": line.position, "name": line.name, "planned": hundredths(line.planned)}


def expense_values(expense: Expense) -> dict[str, object]:
    """The row of an expense, without its id, dossier and budget line."""
    return {
        "booking_id": expense.booking_id,
        "percentage": hundredths(expense.percentage),
        "day": day_to_number(expense.day),
        "description": expense.description,
        "amount": hundredths(expense.amount),
    }


def target_values(target: Target) -> dict[str, object]:
    """The row of an agreed result, without its id and dossier."""
    return {
        "indicator": target.indicator,
        "promised": hundredths(target.promised),
        "explanation": target.explanation,
    }


def _save_parts(
    connection: Connection,
    table: type[Any],
    subsidy_id: int,
    parts: tuple[Any, ...],
    values: Callable[[Any], dict[str, object]],
) -> dict[int | None, int]:
    """Write the parts of one kind; returns the id of each under the id that it came with."""
    rows = [{"id": part.id, **values(part)} for part in parts]
    written = _save_rows(connection, table, subsidy_id, rows)
    return {part.id: number for part, number in zip(parts, written, strict=True)}


def _save_rows(
    connection: Connection, table: type[Any], subsidy_id: int, rows: list[dict[str, Any]]
) -> list[int]:
    delete_others(connection, table, table.subsidy_id == subsidy_id, [row["id"] for row in rows])
    return [
        upsert(connection, table, row.pop("id"), row | {"subsidy_id": subsidy_id}) for row in rows
    ]


def _parts(
    connection: Connection, table: type[Any], part: Callable[[AnyRow], Part]
) -> defaultdict[int, list[Part]]:
    source = table.__table__
    order = [source.c.position] if "position" in source.c else []
    found: defaultdict[int, list[Part]] = defaultdict(list)
    for row in connection.execute(select(source).order_by(*order, source.c.id)):
        found[row.subsidy_id].append(part(row))
    return found


def _instalment(row: AnyRow) -> Instalment:
    return Instalment(
        id=row.id,
        booking_id=row.booking_id,
        expected=amount_of(row.expected),
        received=amount_of(row.received),
        day=day_of(row.day),
        remark=row.remark,
    )


def _budget_line(row: AnyRow) -> BudgetLine:
    planned = amount_of(row.planned) or ZERO
    return BudgetLine(id=row.id, position=row.position, name=row.name, planned=planned)


def _expense(row: AnyRow) -> Expense:
    return Expense(
        id=row.id,
        budget_line_id=row.budget_line_id,
        booking_id=row.booking_id,
        percentage=amount_of(row.percentage),
        day=day_of(row.day),
        description=row.description,
        amount=amount_of(row.amount) or ZERO,
    )


def _target(row: AnyRow) -> Target:
    return Target(
        id=row.id,
        indicator=row.indicator,
        promised=amount_of(row.promised) or ZERO,
        explanation=row.explanation,
    )


def _subsidy(
    row: AnyRow,
    instalments: list[Instalment],
    lines: list[BudgetLine],
    expenses: list[Expense],
    targets: list[Target],
) -> Subsidy:
    start, end = day_of(row.period_start), day_of(row.period_end)
    return Subsidy(
        id=row.id,
        funder=row.funder,
        reference=row.reference,
        purpose=row.purpose,
        activity_id=row.activity_id,
        state=SubsidyState(row.state),
        requested=amount_of(row.requested),
        awarded=amount_of(row.awarded),
        applied_on=day_of(row.applied_on),
        decided_on=day_of(row.decided_on),
        due_on=day_of(row.due_on),
        period=Period(start, end) if start and end else None,
        remark=row.remark,
        instalments=tuple(instalments),
        budget_lines=tuple(lines),
        expenses=tuple(expenses),
        targets=tuple(targets),
    )

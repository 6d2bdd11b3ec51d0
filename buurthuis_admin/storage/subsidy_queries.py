# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Subsidies with all that lies in the dossier: asked for and kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from sqlalchemy import Connection, delete, insert, select

from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.funders import key_of
from buurthuis_admin.domain.money import ZERO
from buurthuis_admin.domain.subsidies import (
    BudgetLine,
    Condition,
    Expense,
    Indicator,
    Instalment,
    Subsidy,
    SubsidyState,
    Target,
)
from buurthuis_admin.domain.text import clean
from buurthuis_admin.storage import funder_queries, tables
from buurthuis_admin.storage.rows import AnyRow, delete_others, upsert
from buurthuis_admin.storage.values import amount_of, day_of, day_to_number, hundredths

Part = TypeVar("Part")


def subsidies(connection: Connection, subsidy_id: int | None = None) -> list[Subsidy]:
    """Every dossier, or one; the newest decision first, then by funder."""
    activities = _target_activities(connection, subsidy_id)
    parts: dict[str, defaultdict[int, list[Any]]] = {
        "instalments": _parts(connection, tables.Instalment, subsidy_id, _instalment),
        "budget_lines": _parts(connection, tables.BudgetLine, subsidy_id, _budget_line),
        "expenses": _parts(connection, tables.Expense, subsidy_id, _expense),
        "targets": _parts(
            connection, tables.Target, subsidy_id, lambda row: _target(row, activities[row.id])
        ),
        "conditions": _parts(connection, tables.Condition, subsidy_id, _condition),
    }
    table, funder = tables.Subsidy.__table__, tables.Funder.__table__
    question = (
        select(table, funder.c.name.label("funder"))
        .join(funder, funder.c.id == table.c.funder_id)
        .order_by(table.c.decided_on.desc(), funder.c.folded_name, table.c.id)
    )
    if subsidy_id is not None:
        question = question.where(table.c.id == subsidy_id)
    return [
        _subsidy(row, {name: tuple(found[row.id]) for name, found in parts.items()})
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
    targets = [
        {"id": one.id, **target_values(one), "position": place}
        for place, one in enumerate(subsidy.targets)
    ]
    numbers = _save_rows(connection, tables.Target, number, targets)
    for target_id, target in zip(numbers, subsidy.targets, strict=True):
        _save_activities(connection, target_id, target.activities)
    _save_parts(connection, tables.Condition, number, subsidy.conditions, condition_values)
    return number


def _save_activities(connection: Connection, target_id: int, activities: Iterable[int]) -> None:
    table, wanted = tables.TargetActivity, set(activities)
    mine = table.target_id == target_id
    known = set(connection.scalars(select(table.activity_id).where(mine)))
    gone = delete(table).where(mine, table.activity_id.in_(known - wanted))
    connection.execute(gone)
    for activity_id in sorted(wanted - known):
        connection.execute(insert(table).values(target_id=target_id, activity_id=activity_id))


def remove(connection: Connection, subsidy_id: int) -> None:
    """Delete a dossier with all in it."""
    connection.execute(delete(tables.Subsidy).where(tables.Subsidy.id == subsidy_id))


def funder_of(connection: Connection, name: str) -> int:
    """The funder of this name, however it is typed; made when there is none yet."""
    known = funder_queries.named(connection, name)
    if known is not None:
        return known
    values = {"name": clean(name), "folded_name": key_of(name)}
    return upsert(connection, tables.Funder, None, values)


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
        "goal": subsidy.goal,
        "plan": subsidy.plan,
        "outcome": subsidy.outcome,
        "withdrawn_on": day_to_number(subsidy.withdrawn_on),
        "interim_due_on": day_to_number(subsidy.interim_due_on),
        "interim_on": day_to_number(subsidy.interim_on),
        "accounted_on": day_to_number(subsidy.accounted_on),
        "settled_on": day_to_number(subsidy.settled_on),
        "settled": hundredths(subsidy.settled),
    }


def instalment_values(instalment: Instalment) -> dict[str, object]:
    """The row of an instalment, without its id and dossier."""
    return {
        "booking_id": instalment.booking_id,
        "expected": hundredths(instalment.expected),
        "received": hundredths(instalment.received),
        "day": day_to_number(instalment.day),
        "remark": instalment.remark,
        "expected_on": day_to_number(instalment.expected_on),
    }


def budget_line_values(line: BudgetLine) -> dict[str, object]:
    """The row of a budget line, without its id and dossier."""
    return {
        "position": line.position,
        "name": line.name,
        "planned": hundredths(line.planned),
        "explanation": line.explanation,
    }


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
        "kind": target.kind.value,
        "age_from": target.age_from,
        "age_to": target.age_to,
        "area": target.area,
        "starts": day_to_number(target.starts),
        "ends": day_to_number(target.ends),
    }


def condition_values(condition: Condition) -> dict[str, object]:
    """The row of a condition, without its id and dossier."""
    return {
        "words": condition.words,
        "due_on": day_to_number(condition.due_on),
        "done_on": day_to_number(condition.done_on),
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
    connection: Connection,
    table: type[Any],
    subsidy_id: int | None,
    part: Callable[[AnyRow], Part],
) -> defaultdict[int, list[Part]]:
    source = table.__table__
    order = [source.c.position] if "position" in source.c else []
    question = select(source).order_by(*order, source.c.id)
    if subsidy_id is not None:
        question = question.where(source.c.subsidy_id == subsidy_id)
    found: defaultdict[int, list[Part]] = defaultdict(list)
    for row in connection.execute(question):
        found[row.subsidy_id].append(part(row))
    return found


def _target_activities(
    connection: Connection, subsidy_id: int | None
) -> defaultdict[int, list[int]]:
    table = tables.TargetActivity
    question = select(table.target_id, table.activity_id).order_by(table.activity_id)
    if subsidy_id is not None:
        question = question.join(tables.Target, tables.Target.id == table.target_id)
        question = question.where(tables.Target.subsidy_id == subsidy_id)
    found: defaultdict[int, list[int]] = defaultdict(list)
    for target_id, activity_id in connection.execute(question):
        found[target_id].append(activity_id)
    return found


def _instalment(row: AnyRow) -> Instalment:
    return Instalment(
        id=row.id,
        booking_id=row.booking_id,
        expected=amount_of(row.expected),
        received=amount_of(row.received),
        day=day_of(row.day),
        remark=row.remark,
        expected_on=day_of(row.expected_on),
    )


def _budget_line(row: AnyRow) -> BudgetLine:
    planned = amount_of(row.planned) or ZERO
    return BudgetLine(
        id=row.id,
        position=row.position,
        name=row.name,
        planned=planned,
        explanation=row.explanation,
    )


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


def _condition(row: AnyRow) -> Condition:
    return Condition(
        id=row.id, words=row.words, due_on=day_of(row.due_on), done_on=day_of(row.done_on)
    )


def _target(row: AnyRow, activities: Iterable[int]) -> Target:
    return Target(
        id=row.id,
        indicator=row.indicator,
        promised=amount_of(row.promised) or ZERO,
        explanation=row.explanation,
        kind=Indicator(row.kind),
        activities=tuple(activities),
        age_from=row.age_from,
        age_to=row.age_to,
        area=row.area,
        starts=day_of(row.starts),
        ends=day_of(row.ends),
    )


def _subsidy(row: AnyRow, parts: dict[str, Any]) -> Subsidy:
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
        goal=row.goal,
        plan=row.plan,
        outcome=row.outcome,
        withdrawn_on=day_of(row.withdrawn_on),
        interim_due_on=day_of(row.interim_due_on),
        interim_on=day_of(row.interim_on),
        accounted_on=day_of(row.accounted_on),
        settled_on=day_of(row.settled_on),
        settled=amount_of(row.settled),
        **parts,
    )

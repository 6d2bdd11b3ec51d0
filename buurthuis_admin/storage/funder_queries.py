# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Funders with their rules: asked for and kept."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, delete, func, select

from buurthuis_admin.domain.funders import (
    Deadline,
    Fact,
    Funder,
    FunderKind,
    ReportPart,
    Source,
    Threshold,
    key_of,
)
from buurthuis_admin.domain.money import ZERO
from buurthuis_admin.domain.text import clean, fold
from buurthuis_admin.storage import tables
from buurthuis_admin.storage.rows import AnyRow, delete_others, upsert
from buurthuis_admin.storage.values import amount_of, day_of, day_to_number, hundredths


def funders(connection: Connection) -> list[Funder]:
    """Every funder with its rules, by name."""
    thresholds: defaultdict[int, list[Threshold]] = defaultdict(list)
    table = tables.FunderThreshold.__table__
    for row in connection.execute(select(table).order_by(table.c.amount)):
        thresholds[row.funder_id].append(_threshold(row))
    sources: defaultdict[int, list[Source]] = defaultdict(list)
    table = tables.FunderSource.__table__
    for row in connection.execute(select(table).order_by(table.c.id)):
        sources[row.funder_id].append(_source(row))
    table = tables.Funder.__table__
    question = select(table).order_by(table.c.folded_name)
    return [
        _funder(row, tuple(thresholds[row.id]), tuple(sources[row.id]))
        for row in connection.execute(question)
    ]


def save(connection: Connection, funder: Funder) -> int:
    """Keep a funder and its rules; what it does not hold any more is deleted."""
    number = upsert(connection, tables.Funder, funder.id, _values(funder))
    thresholds = [{"id": one.id, **_threshold_values(one)} for one in funder.thresholds]
    _save_rows(connection, tables.FunderThreshold, number, thresholds)
    sources = [{"id": one.id, **_source_values(one)} for one in funder.sources]
    _save_rows(connection, tables.FunderSource, number, sources)
    return number


def is_used(connection: Connection, funder_id: int) -> bool:
    """Whether there are dossiers of this funder."""
    count = select(func.count()).where(tables.Subsidy.funder_id == funder_id)
    return bool(connection.scalar(count))


def remove(connection: Connection, funder_id: int) -> None:
    """Delete a funder of which there is no dossier."""
    connection.execute(delete(tables.Funder).where(tables.Funder.id == funder_id))


def named(connection: Connection, name: str) -> int | None:
    """The id of the funder with this name, however it is typed."""
    table, key = tables.Funder, key_of(name)
    # Files of the first versions have keys with spaces in them.
    found = table.folded_name.in_({key, fold(name)})
    return connection.scalar(select(table.id).where(found).order_by(table.folded_name != key))


def _save_rows(
    connection: Connection, table: type[Any], funder_id: int, rows: list[dict[str, Any]]
) -> None:
    delete_others(connection, table, table.funder_id == funder_id, [row["id"] for row in rows])
    for row in rows:
        upsert(connection, table, row.pop("id"), row | {"funder_id": funder_id})


def _values(funder: Funder) -> dict[str, object]:
    return {
        "name": clean(funder.name),
        "folded_name": key_of(funder.name),
        "remark": funder.remark,
        "kind": funder.kind.value,
        "contact": funder.contact,
        "email": funder.email,
        "phone": funder.phone,
        "website": funder.website,
        "deadline_month": funder.deadline.month,
        "deadline_day": funder.deadline.day,
        "deadline_weeks": funder.deadline.weeks,
        "advance_percentage": funder.advance_percentage,
        "explain_percentage": funder.explain_percentage,
        "file_kinds": " ".join(funder.file_kinds),
        "largest_file": funder.largest_file,
        "line_order": "\n".join(funder.line_order),
        "own_words": "\n".join(funder.own_words),
    }


def _threshold_values(one: Threshold) -> dict[str, object]:
    asked = {part.value: int(part in one.parts) for part in ReportPart}
    return {"amount": hundredths(one.amount), **asked}


def _source_values(one: Source) -> dict[str, object]:
    return {
        "fact": one.fact.value,
        "source": one.source,
        "checked_on": day_to_number(one.checked_on),
    }


def _threshold(row: AnyRow) -> Threshold:
    asked = frozenset(part for part in ReportPart if getattr(row, part.value))
    amount: Decimal = amount_of(row.amount) or ZERO
    return Threshold(id=row.id, amount=amount, parts=asked)


def _source(row: AnyRow) -> Source:
    return Source(
        id=row.id,
        fact=Fact(row.fact),
        source=row.source,
        checked_on=day_of(row.checked_on),
    )


def _funder(row: AnyRow, thresholds: tuple[Threshold, ...], sources: tuple[Source, ...]) -> Funder:
    return Funder(
        id=row.id,
        name=row.name,
        remark=row.remark,
        kind=FunderKind(row.kind),
        contact=row.contact,
        email=row.email,
        phone=row.phone,
        website=row.website,
        deadline=Deadline(month=row.deadline_month, day=row.deadline_day, weeks=row.deadline_weeks),
        advance_percentage=row.advance_percentage,
        explain_percentage=row.explain_percentage,
        file_kinds=tuple(row.file_kinds.split()),
        largest_file=row.largest_file,
        line_order=tuple(row.line_order.splitlines()),
        own_words=tuple(row.own_words.splitlines()),
        thresholds=thresholds,
        sources=sources,
    )

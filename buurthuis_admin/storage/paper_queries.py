# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Papers of dossiers and bookings: asked for and kept; their bytes are in ``contents``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection

from sqlalchemy import ColumnElement, Connection, delete, select

from buurthuis_admin.domain.dates import day_from_number, day_number
from buurthuis_admin.domain.papers import Paper, PaperKind
from buurthuis_admin.domain.subsidies import Expense
from buurthuis_admin.storage import tables
from buurthuis_admin.storage.rows import AnyRow, upsert

_TABLE = tables.Paper.__table__


def papers(
    connection: Connection, *, subsidy_id: int | None = None, booking_id: int | None = None
) -> list[Paper]:
    """The papers of a dossier, of a booking, or all; the oldest first."""
    wanted: list[ColumnElement[bool]] = []
    if subsidy_id is not None:
        wanted.append(_TABLE.c.subsidy_id == subsidy_id)
    if booking_id is not None:
        wanted.append(_TABLE.c.booking_id == booking_id)
    question = select(_TABLE).where(*wanted).order_by(_TABLE.c.added_on, _TABLE.c.id)
    return [_paper(row) for row in connection.execute(question)]


def receipts(connection: Connection, expenses: Collection[Expense]) -> dict[int, list[Paper]]:
    """The receipts of expenses, by the id of the expense: its own, and those of its payment."""
    own, paid = defaultdict(list), defaultdict(list)
    ids = [one.id for one in expenses]
    bookings = [one.booking_id for one in expenses if one.booking_id is not None]
    question = select(_TABLE).where(
        _TABLE.c.expense_id.in_(ids) | _TABLE.c.booking_id.in_(bookings)
    )
    for row in connection.execute(question.order_by(_TABLE.c.added_on, _TABLE.c.id)):
        known = _paper(row)
        if known.expense_id is not None:
            own[known.expense_id].append(known)
        else:
            paid[known.booking_id].append(known)
    return {
        one.id: [*own.get(one.id, ()), *paid.get(one.booking_id, ())]
        for one in expenses
        if one.id is not None and (one.id in own or one.booking_id in paid)
    }


def same_content(connection: Connection, sha256: str) -> list[Paper]:
    """The papers with exactly these bytes: one receipt that was handed in twice."""
    question = select(_TABLE).where(_TABLE.c.sha256 == sha256).order_by(_TABLE.c.id)
    return [_paper(row) for row in connection.execute(question)]


def paper(connection: Connection, paper_id: int) -> Paper | None:
    """One paper; None when it is not there any more."""
    row = connection.execute(select(_TABLE).where(_TABLE.c.id == paper_id)).first()
    return None if row is None else _paper(row)


def save(connection: Connection, paper: Paper) -> int:
    """Keep what is known of a paper; returns its id."""
    values = {
        "subsidy_id": paper.subsidy_id,
        "booking_id": paper.booking_id,
        "expense_id": paper.expense_id,
        "title": paper.title,
        "kind": paper.kind.value,
        "media_type": paper.media_type,
        "sha256": paper.sha256,
        "size": paper.size,
        "added_on": day_number(paper.added_on),
    }
    return upsert(connection, tables.Paper, paper.id, values)


def remove(connection: Connection, paper_id: int) -> None:
    """Take a paper away; its bytes stay as long as the history names them."""
    connection.execute(delete(tables.Paper).where(tables.Paper.id == paper_id))


def _paper(row: AnyRow) -> Paper:
    return Paper(
        id=row.id,
        subsidy_id=row.subsidy_id,
        booking_id=row.booking_id,
        expense_id=row.expense_id,
        title=row.title,
        kind=PaperKind(row.kind),
        media_type=row.media_type,
        sha256=row.sha256,
        size=row.size,
        added_on=day_from_number(row.added_on),
    )

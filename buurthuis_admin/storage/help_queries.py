# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Neighbours who help each other, and how often in a period."""

from __future__ import annotations

from decimal import Decimal

from sqlalchemy import Connection, case, distinct, func, select

from buurthuis_admin.domain.dates import Period, day_from_number, day_number
from buurthuis_admin.domain.figures import NeighbourHelpFigures
from buurthuis_admin.domain.helping import HelpGiven, HelpKind, HelpState, NeighbourHelp
from buurthuis_admin.storage import tables
from buurthuis_admin.storage.people_queries import people
from buurthuis_admin.storage.rows import upsert
from buurthuis_admin.storage.values import day_of, day_to_number, hundredths


def newest(connection: Connection, limit: int) -> list[NeighbourHelp]:
    """What is open first, then the newest."""
    table = tables.NeighbourHelp.__table__
    is_open = table.c.state == HelpState.OPEN.value
    order = (is_open.desc(), table.c.day.desc(), table.c.id.desc())
    rows = connection.execute(select(table).order_by(*order).limit(limit)).all()
    given = _given(connection, [row.id for row in rows])
    ids = {row.person_id for row in rows}
    ids |= {one.person_id for found in given.values() for one in found}
    known = people(connection, sorted(number for number in ids if number is not None))
    names = {one.id: one.name.full for one in known}
    return [
        NeighbourHelp(
            id=row.id,
            kind=HelpKind(row.kind),
            person_id=row.person_id,
            name=names.get(row.person_id, ""),
            what=row.what,
            day=day_from_number(row.day),
            state=HelpState(row.state),
            closed_on=day_of(row.closed_on),
            given=tuple(
                HelpGiven(
                    person_id=one.person_id,
                    name=names.get(one.person_id, ""),
                    day=one.day,
                    hours=one.hours,
                )
                for one in given.get(row.id, ())
            ),
        )
        for row in rows
    ]


def _given(connection: Connection, ids: list[int]) -> dict[int, list[HelpGiven]]:
    table = tables.HelpGiven.__table__
    question = select(table).where(table.c.neighbour_help_id.in_(ids)).order_by(table.c.id)
    found: dict[int, list[HelpGiven]] = {}
    for row in connection.execute(question):
        one = HelpGiven(
            person_id=row.person_id,
            day=day_from_number(row.day),
            hours=Decimal(row.hours).scaleb(-2),
        )
        found.setdefault(row.neighbour_help_id, []).append(one)
    return found


def save(connection: Connection, one: NeighbourHelp) -> int:
    """Keep what is asked or offered, without who helped."""
    values = {
        "kind": one.kind.value,
        "person_id": one.person_id,
        "what": one.what,
        "day": day_number(one.day),
        "state": one.state.value,
        "closed_on": day_to_number(one.closed_on),
    }
    return upsert(connection, tables.NeighbourHelp, one.id, values)


def add_given(connection: Connection, help_id: int, one: HelpGiven) -> int:
    """Keep who helped, or who was helped."""
    values = {
        "neighbour_help_id": help_id,
        "person_id": one.person_id,
        "day": day_number(one.day),
        "hours": hundredths(one.hours),
    }
    return upsert(connection, tables.HelpGiven, None, values)


def figures(connection: Connection, period: Period) -> NeighbourHelpFigures:
    """Requests of a period, and the help that was given in it, by whom."""
    asked, given = tables.NeighbourHelp, tables.HelpGiven
    days = (day_number(period.start), day_number(period.end))
    requests = select(func.count()).where(
        asked.kind == HelpKind.REQUEST.value, asked.day.between(*days)
    )
    helped = requests.where(asked.state == HelpState.HELPED.value)
    helper = case((asked.kind == HelpKind.REQUEST.value, given.person_id), else_=asked.person_id)
    totals = (
        select(func.coalesce(func.sum(given.hours), 0), func.count(distinct(helper)))
        .join(asked, asked.id == given.neighbour_help_id)
        .where(given.day.between(*days))
    )
    hours, helpers = connection.execute(totals).one()
    return NeighbourHelpFigures(
        requests=connection.scalar(requests) or 0,
        helped=connection.scalar(helped) or 0,
        hours=Decimal(hours).scaleb(-2),
        helpers=helpers,
    )

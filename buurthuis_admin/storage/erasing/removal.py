# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""People leave the file: their rows, the history, every text, and what is left behind on disk."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from buurthuis_admin.domain.privacy import RemovalKind
from buurthuis_admin.storage import merging, settings_store
from buurthuis_admin.storage.erasing import (
    bookings,
    files,
    fingerprints,
    history,
    people,
    texts,
)
from buurthuis_admin.storage.erasing.traces import Scrubber, Traces, traces_of
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.history.recorded import BY_NAME
from buurthuis_admin.storage.unit_of_work import UnitOfWork

# Why somebody is kept although the time is over: a text about them, by their id.
KEPT_PEOPLE = "retention_kept"


def remove(
    unit: UnitOfWork,
    ids: Sequence[int],
    kind: RemovalKind,
    today: datetime.date,
    instead: str,
    money_since: int,
) -> None:
    """Make people anonymous, or erase them, everywhere in the file.

    ``instead`` is written in the place of the names of who is erased; names in the cash and bank
    book stay from the year ``money_since`` on. The caller commits, and
    calls ``leave_nothing_behind`` then.
    """
    connection = unit.connection
    everyone = [*ids, *merging.made_one_with(connection, ids)]
    fingerprints.keep(connection, everyone, kind)
    belongings = [history.belongings(connection, number) for number in everyone]
    changes = {number: history.changes_of(connection, number) for number in everyone}
    traces = [_traces(connection, number, kind, instead) for number in everyone]
    bookings.cut_loose(connection, everyone)
    named = set().union(*(files.naming(connection, b.person_id, b.entities) for b in belongings))
    files.drop(connection, named | files.turned_back(connection))
    for found in belongings[: len(ids)]:  # the others are no people of their own any more
        people.forget_sources(connection, found.entities)
        act = people.erase if kind is RemovalKind.ERASED else people.anonymise
        act(connection, found.person_id, today)
    _forget_reasons(connection, ids)
    sheets = _clean_texts(connection, traces, money_since)
    files.drop(connection, files.of_sheets(connection, sheets))
    history.rename_in_sentences(connection, changes, traces)
    for found in belongings:
        history.empty(connection, found)
    history.scrub(connection, Scrubber(traces))


def leave_nothing_behind(file: AdministrationFile) -> None:
    """Write the file anew without its free places, and empty the log beside it.

    What is deleted is overwritten at once (secure_delete); what was in the log, and what a page
    kept between two rows when it was rearranged, goes here.
    """
    with file.reading() as connection:
        bare: Any = connection.connection.driver_connection
        try:
            bare.execute("VACUUM")
        finally:  # on a full disk the log at least is emptied
            bare.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _traces(connection: Connection, number: int, kind: RemovalKind, instead: str) -> Traces:
    anonymous = f"{people.ANONYMOUS} {number}"
    return traces_of(connection, number, instead if kind is RemovalKind.ERASED else anonymous)


def _clean_texts(connection: Connection, traces: Sequence[Traces], money_since: int) -> set[int]:
    """Gives the sheets of which a row that waited, or once did, named somebody."""
    texts.scrub(connection, Scrubber(traces), money_since)
    return {sheet for one in traces for sheet in texts.forget_unclear_rows(connection, one.own)}


def _forget_reasons(connection: Connection, ids: Sequence[int]) -> None:
    kept: dict[str, Any] = settings_store.settings(connection).get(KEPT_PEOPLE, {})
    left = {number: why for number, why in kept.items() if int(number) not in ids}
    if left != kept:
        settings_store.save(connection, {KEPT_PEOPLE: left})
        connection.exec_driver_sql(
            "UPDATE row_changes SET before = NULL, after = NULL "
            "WHERE table_number = ? AND row_word = ?",
            (BY_NAME["settings"].number, KEPT_PEOPLE),
        )

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Traces of people in the texts of other rows: remarks, leaders of activities, names of files."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, Text

from buurthuis_admin.storage.erasing.bookings import must_stay
from buurthuis_admin.storage.erasing.traces import Scrubber
from buurthuis_admin.storage.history.recorded import BY_NAME, RECORDED, Recorded

# What is worked out of other columns, and what is a key or a word of ours, is no text to clean.
_NOT_TEXTS = frozenset(
    {"sort_key", "search_text", "folded_name", "state", "name_use", "sex", "sha256", "kind", "at"}
    | {"fact", "media_type"}
)
# Names of people themselves: those of others are theirs, and a household is called after a family.
_NAMES = frozenset({"initials", "first", "prefix", "last", "partner_prefix", "partner_last"})
_UNCLEAR = BY_NAME["unclear_rows"].number
_ESCAPED = re.compile(r"\\+u([0-9a-f]{4})")
_BOOK = "bookings"
_JSON = frozenset({("settings", "value"), ("unclear_rows", "cells"), ("unclear_rows", "details")})


@dataclass(frozen=True, slots=True)
class Mention:
    """A text of a row in which somebody is mentioned."""

    one: Recorded
    column: str
    key: tuple[int | str, ...]
    text: str


def scrub(connection: Connection, scrubber: Scrubber, money_since: int) -> None:
    """Take traces out of every text of every row, but not out of the book that the law asks for."""
    for found in list(mentions(connection, scrubber)):
        one = found.one
        if one.name == _BOOK and must_stay(connection, int(found.key[0]), money_since):
            continue
        as_json = (one.name, found.column) in _JSON
        clean = scrubber.scrub_json if as_json else scrubber.scrub
        where = " AND ".join(f"{key} = ?" for key in (*one.keys, *one.words))
        connection.exec_driver_sql(
            f"UPDATE main.{one.name} SET {found.column} = ? WHERE {where}",
            (clean(found.text), *found.key),
        )
    _forget_drafts(connection, scrubber)


def mentions(connection: Connection, scrubber: Scrubber) -> Iterator[Mention]:
    """Every text of every row in which there is a trace."""
    for one in RECORDED.values():
        for column in one.table.columns:
            fixed = (*_NOT_TEXTS, *_NAMES, *one.keys, *one.words)
            if isinstance(column.type, Text) and column.name not in fixed:
                yield from _in_column(connection, scrubber, one, column.name)


def _in_column(
    connection: Connection, scrubber: Scrubber, one: Recorded, column: str
) -> Iterator[Mention]:
    keys = ", ".join((*one.keys, *one.words))
    rows = connection.exec_driver_sql(
        f"SELECT {column}, {keys} FROM main.{one.name} "
        f"WHERE {column} IS NOT NULL AND {column} <> ''"
    )
    for text, *key in rows.all():
        if scrubber.mentions(text):
            yield Mention(one, column, tuple(key), text)


def _forget_drafts(connection: Connection, scrubber: Scrubber) -> None:
    """What was typed about them and not saved goes as a whole."""
    rows = connection.exec_driver_sql("SELECT key, content FROM drafts").all()
    gone = [(key,) for key, content in rows if scrubber.mentions(f"{key} {content}")]
    if gone:
        connection.exec_driver_sql("DELETE FROM drafts WHERE key = ?", gone)


def forget_unclear_rows(connection: Connection, own: Collection[str]) -> set[int]:
    """Rows of a spreadsheet that wait for an answer and hold all words of a name, in any cells.

    Their history goes too: of a row that was answered the cells are left there alone. Gives the
    sheets on which such rows stand.
    """
    wanted = [frozenset(name.casefold().replace(",", " ").split()) for name in own if " " in name]
    rows = connection.exec_driver_sql("SELECT id, cells || ' ' || details FROM unclear_rows").all()
    gone = [(number,) for number, text in rows if _holds(text, wanted)]
    told = connection.exec_driver_sql(
        "SELECT id, coalesce(before, '') || ' ' || coalesce(after, ''), row_key FROM row_changes "
        "WHERE table_number = ? AND (before IS NOT NULL OR after IS NOT NULL)",
        (_UNCLEAR,),
    ).all()
    emptied = [(number,) for number, text, _key in told if _holds(text, wanted)]
    keys = {key for _number, text, key in told if _holds(text, wanted)} | {key for (key,) in gone}
    sheets = _sheets_of(connection, keys)
    if gone:
        connection.exec_driver_sql("DELETE FROM main.unclear_rows WHERE id = ?", gone)
        connection.exec_driver_sql(
            "UPDATE row_changes SET before = NULL, after = NULL "
            f"WHERE table_number = {_UNCLEAR} AND row_key = ? AND row_key_2 = 0",
            gone,
        )
    if emptied:
        statement = "UPDATE row_changes SET before = NULL, after = NULL WHERE id = ?"
        connection.exec_driver_sql(statement, emptied)
    return sheets


def _sheets_of(connection: Connection, rows: Collection[int]) -> set[int]:
    known = ", ".join(map(str, sorted(rows))) or "NULL"
    question = f"SELECT sheet_id FROM main.unclear_rows WHERE id IN ({known})"
    return set(connection.exec_driver_sql(question).scalars())


def _holds(text: str, names: Collection[frozenset[str]]) -> bool:
    """Whether all words of one of the names stand in a text, in any order."""
    # What JSON writes as \u00e9 is read as it is meant, and so is JSON within JSON.
    plain = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    words = frozenset("".join(c if c.isalnum() else " " for c in plain.casefold()).split())
    return any(name <= words for name in names)

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who left, remembered by keyed hashes that tell nothing by themselves.

The hash is of the id of the person, and its key is a secret of the administration together with
the token of the change that added them, both drawn at random. Every copy of the file that holds
the person holds both, and no other does: so it is known again in a backup, also after the file
got another key, and whoever is given the same id after an older backup was restored is not
erased in the place of somebody else.
"""

from __future__ import annotations

import datetime
import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection

from buurthuis_admin.domain.privacy import RemovalKind
from buurthuis_admin.storage.history.recorded import BY_NAME, INSERTED

_DRAWN = "SELECT value FROM identity WHERE key = 'fingerprints'"
_ADDED = (
    "SELECT r.row_key, coalesce(r.last_key, r.row_key), c.token FROM row_changes r "
    "JOIN change_sets c ON c.id = r.change_set_id WHERE r.table_number = ? AND r.operation = ? "
    "AND r.row_key_2 = 0 ORDER BY r.id"
)
_KEEP = (
    "INSERT INTO erasures (at, fingerprint, kind) VALUES (?, ?, ?) "
    "ON CONFLICT (fingerprint) DO UPDATE SET kind = excluded.kind WHERE excluded.kind = 'erased'"
)


@dataclass(frozen=True, slots=True)
class KeptRemoval:
    """That somebody left: the keyed hash, how, and when (UTC, ISO 8601)."""

    fingerprint: str
    kind: RemovalKind
    at: str

    @property
    def day(self) -> datetime.date:
        """The day they left."""
        return datetime.datetime.fromisoformat(self.at).date()


def keep(connection: Connection, ids: Iterable[int], kind: RemovalKind) -> None:
    """Remember that these people leave; while they are still there or after."""
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    of_people = _fingerprints(connection, ids)
    connection.exec_driver_sql(_KEEP, [(now, print_, kind.value) for print_ in of_people])


def add(connection: Connection, kept: Iterable[KeptRemoval]) -> None:
    """Remember what another copy of the file remembers."""
    rows = [(one.at, one.fingerprint, one.kind.value) for one in kept]
    if rows:
        connection.exec_driver_sql(_KEEP, rows)


def known(connection: Connection) -> list[KeptRemoval]:
    """All that is remembered, the oldest first."""
    rows = connection.exec_driver_sql("SELECT fingerprint, kind, at FROM erasures ORDER BY id")
    return [KeptRemoval(print_, RemovalKind(kind), at) for print_, kind, at in rows]


def to_do_again(connection: Connection) -> dict[int, KeptRemoval]:
    """People who are here and had left: who, and how they left."""
    kept = {one.fingerprint: one for one in known(connection)}
    rows = connection.exec_driver_sql("SELECT id, anonymised_on IS NOT NULL FROM main.people")
    here = {int(number): bool(anonymous) for number, anonymous in rows} if kept else {}
    found: dict[int, KeptRemoval] = {}
    for (number, anonymous), print_ in zip(
        here.items(), _fingerprints(connection, here), strict=True
    ):
        one = kept.get(print_)
        if one is not None and (one.kind is RemovalKind.ERASED or not anonymous):
            found[number] = one
    return found


def _fingerprints(connection: Connection, ids: Iterable[int]) -> list[str]:
    tokens = _tokens(connection)
    secret = connection.exec_driver_sql(_DRAWN).scalar_one()
    return [_fingerprint(number, f"{secret} {tokens.get(number, '')}") for number in ids]


def _fingerprint(number: int, key: str) -> str:
    return hmac.new(key.encode(), f"person {number}".encode(), hashlib.sha256).hexdigest()


def _tokens(connection: Connection) -> dict[int, str]:
    """The token of the change that first added each person; none for those of before schema 2."""
    tokens: dict[int, str] = {}
    rows = connection.exec_driver_sql(_ADDED, (BY_NAME["people"].number, INSERTED))
    for first, last, token in rows:
        for number in range(first, last + 1):
            tokens.setdefault(number, token)
    return tokens

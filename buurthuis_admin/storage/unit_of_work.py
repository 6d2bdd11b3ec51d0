# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""One change of the administration: whole, or not at all."""

from __future__ import annotations

import contextlib
import datetime
from collections.abc import Iterator
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Transaction

from buurthuis_admin.domain.history import ChangeKind
from buurthuis_admin.storage.history.triggers import SET_CURRENT

_BEGIN = (
    "INSERT INTO change_sets (at, sentence, kind, reverts_id, token, first_row) VALUES "
    "(?, ?, ?, ?, lower(hex(randomblob(8))), (SELECT coalesce(max(id), 0) + 1 FROM row_changes))"
)
_RECORDED = (
    "SELECT 1 FROM row_changes WHERE id >= (SELECT first_row FROM change_sets WHERE id = ?) LIMIT 1"
)
_FORGET = "DELETE FROM change_sets WHERE id = ?"


class UnitOfWork:
    """A transaction with a name. Leaving it without ``commit`` undoes everything.

    ``sentence`` says in the user's words what is done; the undo bar and the list of recent
    changes show it. It stands in ``change_sets`` under ``change_set_id``, and all rows that are
    written inside are recorded under that number (``storage.history``).
    """

    def __init__(
        self,
        connection: Connection,
        sentence: str,
        kind: ChangeKind | None = None,
        reverts_id: int | None = None,
    ) -> None:
        self.connection = connection
        # These few statements come with every tap at the door: past SQLAlchemy, at a tenth.
        self._driver: Any = connection.connection.driver_connection
        self.sentence = sentence
        self._kind = kind = kind or ChangeKind.CHANGE
        self._transaction = connection.begin()
        try:
            self.change_set_id = self._begin_change_set(kind, reverts_id)
        except BaseException:
            self._transaction.rollback()
            raise

    def _begin_change_set(self, kind: ChangeKind, reverts_id: int | None) -> int:
        now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        values = (now, self.sentence, kind.value, reverts_id)
        number = int(self._driver.execute(_BEGIN, values).lastrowid)
        self._driver.execute(SET_CURRENT, (number,))
        return number

    def commit(self) -> None:
        """Keep everything; the file has it on disk when this returns.

        A change that changed nothing leaves no trace in the list of changes.
        """
        if self._kind is ChangeKind.CHANGE and not self._did_something():
            self._driver.execute(_FORGET, (self.change_set_id,))
        self._driver.execute(SET_CURRENT, (None,))
        _keep(self.connection, self._transaction)

    def _did_something(self) -> bool:
        return self._driver.execute(_RECORDED, (self.change_set_id,)).fetchone() is not None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._transaction.is_active:
            self._transaction.rollback()


@contextlib.contextmanager
def whole(connection: Connection) -> Iterator[None]:
    """A transaction without a name, kept when it is left without an error."""
    transaction = connection.begin()
    try:
        yield
        _keep(connection, transaction)
    except BaseException:
        transaction.rollback()
        raise


def _keep(connection: Connection, transaction: Transaction) -> None:
    """Commit by the driver first.

    SQLAlchemy gives up a transaction that it cannot commit and leaves it open: on a disk that was
    full once, every later change would fail as well. This way it can still be rolled back.
    """
    bare: Any = connection.connection.driver_connection
    bare.execute("COMMIT")
    transaction.commit()

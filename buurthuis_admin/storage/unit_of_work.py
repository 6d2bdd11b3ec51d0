# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""One change of the administration: whole, or not at all."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection

from buurthuis_admin.domain.history import ChangeKind
from buurthuis_admin.storage.history.under_way import now

_BEGIN = (
    "INSERT INTO change_sets (at, sentence, kind, reverts_id, token, first_row) VALUES "
    "(?, ?, ?, ?, lower(hex(randomblob(8))), (SELECT coalesce(max(id), 0) + 1 FROM row_changes))"
)
_RECORDED = (
    "SELECT 1 FROM row_changes WHERE id >= (SELECT first_row FROM change_sets WHERE id = ?) LIMIT 1"
)
_FORGET = "DELETE FROM change_sets WHERE id = ?"


class _Transaction:
    """A transaction of the driver. Whoever uses SQLAlchemy inside finds it under way.

    Past SQLAlchemy, because a tap at the door waits for it, and because SQLAlchemy gives up a
    transaction that it cannot commit and leaves it open: on a disk that was full once, every
    later change would fail as well.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        driver: Any = connection.connection.driver_connection
        driver.execute("BEGIN")
        self.driver = driver

    def commit(self) -> None:
        self.driver.execute("COMMIT")
        if self._connection.in_transaction():
            self._connection.commit()

    def rollback(self) -> None:
        if self.driver.in_transaction:
            self.driver.execute("ROLLBACK")
        if self._connection.in_transaction():
            self._connection.rollback()


class UnitOfWork:
    """A transaction with a name. Leaving it without ``commit`` undoes everything.

    ``sentence`` says in the user's words what is done; the undo bar and the list of recent
    changes show it. It stands in ``change_sets`` under ``change_set_id``, and all rows that are
    written inside are recorded under that number (``storage.history``).

    A ``single`` one writes one row, whose name is two numbers, and is told with it: it has no
    number until it is there. Anything else that is written inside is refused.
    """

    def __init__(
        self,
        connection: Connection,
        sentence: str,
        kind: ChangeKind | None = None,
        reverts_id: int | None = None,
        *,
        single: bool = False,
    ) -> None:
        self.connection = connection
        self.sentence = sentence
        self.change_set_id = 0
        self._kind = kind or ChangeKind.CHANGE
        self._transaction = _Transaction(connection)
        self._driver = self._transaction.driver
        self._finished = False
        try:
            if single:
                self._driver.under_way.begin_single(sentence)
            else:
                self._begin_change_set(reverts_id)
        except BaseException:
            self._give_up()
            raise

    def _begin_change_set(self, reverts_id: int | None) -> None:
        values = (now(), self.sentence, self._kind.value, reverts_id)
        self.change_set_id = int(self._driver.execute(_BEGIN, values).lastrowid)
        self._driver.under_way.begin(self.change_set_id)

    def commit(self) -> None:
        """Keep everything; the file has it on disk when this returns.

        A change that changed nothing leaves no trace in the list of changes.
        """
        if self.change_set_id and self._kind is ChangeKind.CHANGE and not self._did_something():
            self._driver.execute(_FORGET, (self.change_set_id,))
        self._transaction.commit()
        self._driver.under_way.end()
        self._finished = True

    def _did_something(self) -> bool:
        return self._driver.execute(_RECORDED, (self.change_set_id,)).fetchone() is not None

    def _give_up(self) -> None:
        self._driver.under_way.end()
        self._transaction.rollback()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if not self._finished:
            self._give_up()


@contextlib.contextmanager
def whole(connection: Connection) -> Iterator[None]:
    """A transaction without a name, kept when it is left without an error."""
    transaction = _Transaction(connection)
    try:
        yield
        transaction.commit()
    except BaseException:
        transaction.rollback()
        raise

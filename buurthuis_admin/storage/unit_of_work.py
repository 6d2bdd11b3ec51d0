# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""One change of the administration: whole, or not at all."""

from __future__ import annotations

import datetime
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, insert

from buurthuis_admin.storage import tables


class UnitOfWork:
    """A transaction with a name. Leaving it without ``commit`` undoes everything.

    ``sentence`` says in the user's words what is done; undo and the list of recent changes
    show it. It stands in ``change_sets`` under ``change_set_id``.
    """

    def __init__(self, connection: Connection, sentence: str) -> None:
        self.connection = connection
        self.sentence = sentence
        self._transaction = connection.begin()
        self.change_set_id = self._begin_change_set()

    def _begin_change_set(self) -> int:
        now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
        statement = insert(tables.ChangeSet).values(at=now, sentence=self.sentence)
        try:
            key = self.connection.execute(statement).inserted_primary_key
        except BaseException:
            self._transaction.rollback()
            raise
        assert key is not None
        return int(key[0])

    def commit(self) -> None:
        """Keep everything; the file has it on disk when this returns."""
        self._transaction.commit()

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

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The one connection of an open file: bare at first, with SQLAlchemy on it once that is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine


class Line:
    """Held for as long as the file is open: taking one each time would be a third of a tap."""

    def __init__(self, bare: Any, *, reading: bool) -> None:
        self._bare = bare
        self._reading = reading
        self._engine: Engine | None = None
        self._full: Connection | None = None
        self._closed = False

    @property
    def bare(self) -> Any:
        """The connection of the driver, for questions that come before anything heavy is loaded."""
        return self._bare

    @property
    def full(self) -> Connection:
        """The connection of SQLAlchemy; loads it the first time."""
        if self._full is None:
            self._full = self._make_full()
        return self._full

    def _make_full(self) -> Connection:
        from buurthuis_admin.storage.engines import engine_on

        try:
            self._engine = engine_on(self._bare, reading=self._reading)
            return self._engine.connect()
        except BaseException:
            self.close()  # the disk is gone: whoever asks next connects again
            raise

    @property
    def closed(self) -> bool:
        """Whether nothing can be asked any more."""
        return self._closed or (self._full is not None and self._full.closed)

    def close(self) -> None:
        """Let go of the file; twice is allowed."""
        self._closed = True
        if self._full is not None:
            self._full.close()
        if self._engine is not None:
            self._engine.dispose()
        self._bare.close()

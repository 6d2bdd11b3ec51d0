# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""An administration that is being opened while the window is still loading."""

from __future__ import annotations

from concurrent.futures import Future
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from buurthuis_admin.services.administration import Administration


class Opening:
    """Begins at once, in a thread of its own: making a key of a password takes its time."""

    def __init__(self, path: Path, password: str) -> None:
        self._asked = (path, password)
        self.password = password
        self._opened: Future[Administration] | None = Future()
        Thread(target=self._open, args=(self._opened,), name="opening").start()

    def _open(self, opened: Future[Administration]) -> None:
        try:
            from buurthuis_admin.storage.early_key import early_key

            early = early_key(*self._asked)
            from buurthuis_admin.services.administration import open_administration

            opened.set_result(open_administration(*self._asked, early))
        except BaseException as error:  # noqa: BLE001 - told to whoever takes it
            opened.set_exception(error)

    def take(self, path: Path, password: str) -> Administration:
        """The administration, when it is ready; opened now when this is not what was asked.

        Raises a UserError that says what to do.
        """
        from buurthuis_admin.services.administration import open_administration

        opened, self._opened = self._opened, None
        if opened is not None and self._asked == (path, password):
            return opened.result()
        if opened is not None:
            _close(opened)
        return open_administration(path, password)

    def give_up(self) -> None:
        """Close it when nobody took it."""
        opened, self._opened = self._opened, None
        if opened is not None:
            _close(opened)


def load() -> None:
    """Load what an open administration needs, while somebody is still typing the password."""
    from buurthuis_admin.services import administration, today  # noqa: F401


def _close(opened: Future[Administration]) -> None:
    if opened.exception() is None:
        opened.result().close()

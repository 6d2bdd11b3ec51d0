# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The change that is being made on a connection; the triggers ask for it by functions.

Functions and no table: a tap at the door waits for every statement.
"""

from __future__ import annotations

import datetime
import secrets
from dataclasses import dataclass
from typing import Any

import sqlcipher3.dbapi2 as driver


@dataclass(slots=True)
class UnderWay:
    """Nothing, a change set (by its number), or a change of a single row (by its sentence).

    A single row is kept within its change set, which its trigger makes: one page of the disk less
    to encrypt, and that is what every tap at the door waits for. A second row, or one that cannot
    be kept so, is refused, because there is no number and only one token.
    """

    number: int | None = None
    sentence: str | None = None
    _token: str | None = None

    def begin(self, number: int) -> None:
        """A change set was made; what is written belongs to it."""
        self.number, self.sentence = number, None

    def begin_single(self, sentence: str) -> None:
        """One row is about to be written."""
        self.number, self.sentence, self._token = None, sentence, secrets.token_hex(8)

    def end(self) -> None:
        """Kept or taken back: from here on nothing may be written."""
        self.number = self.sentence = self._token = None

    def take_token(self) -> str | None:
        """The token of the change of a single row, once."""
        token, self._token = self._token, None
        return token


class Recording(driver.Connection):  # type: ignore[misc]  # the driver has no types
    """A connection that knows which change is being made on it."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.under_way = UnderWay()
        self.create_function("change_number", 0, lambda: self.under_way.number)
        self.create_function("single_sentence", 0, lambda: self.under_way.sentence)
        self.create_function("single_token", 0, self.under_way.take_token)
        self.create_function("time_now", 0, now)


def now() -> str:
    """This moment as the history keeps it (UTC, ISO 8601)."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")

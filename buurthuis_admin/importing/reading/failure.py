# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Why a file cannot be read, as the child tells it; problems.py makes sentences of it."""

from __future__ import annotations

from enum import Enum


class Reason(Enum):
    """The one thing that keeps a file from being read."""

    MISSING = "missing"
    LOCKED = "locked"
    PROTECTED = "protected"
    DAMAGED = "damaged"
    EMPTY = "empty"
    UNKNOWN_KIND = "unknown_kind"
    TOO_LARGE = "too_large"
    TOO_MUCH_MEMORY = "too_much_memory"


class CannotRead(Exception):
    """The file cannot be read; ``cell`` names where a sheet is too large."""

    def __init__(self, reason: Reason, *, sheet: str = "", cell: str = "") -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.sheet = sheet
        self.cell = cell


class DeclaredEntity(CannotRead):
    """The XML declares entities, which no spreadsheet does and every XML bomb does."""

    def __init__(self) -> None:
        super().__init__(Reason.DAMAGED)

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Judges the repeats of a large OpenDocument sheet before calamine unfolds them."""

from __future__ import annotations

import re

from buurthuis_admin.importing.reading.failure import CannotRead, DeclaredEntity, Reason

_MANY = rb'-repeated="(\d{4,})"'
_MANY_ROWS = re.compile(rb"<table:table-row\b[^<>]*number-rows" + _MANY + rb"[^<>]*>")
_MANY_CELLS = re.compile(
    rb"<table:(?:covered-)?table-cell\b[^<>]*number-columns" + _MANY + rb"[^<>]*>"
)
_ROW_END = b"</table:table-row>"
_TABLE_END = b"</table:table>"
_VALUES = (b"office:value", b"<text:p")


def judge(content: bytes) -> None:
    """Refuse a thousand or more repeats that hold a value, or have one behind them.

    Programs write such repeats for the empty rest of a row and of a sheet only.
    """
    if b"<!ENTITY" in content:
        raise DeclaredEntity
    for match in _MANY_ROWS.finditer(content):
        _refuse_values(content, match.start(), _TABLE_END)
    for match in _MANY_CELLS.finditer(content):
        _refuse_values(content, match.start(), _ROW_END)


def _refuse_values(content: bytes, start: int, end: bytes) -> None:
    stop = content.find(end, start)
    stop = len(content) if stop < 0 else stop
    if any(content.find(value, start, stop) >= 0 for value in _VALUES):
        raise CannotRead(Reason.TOO_LARGE)

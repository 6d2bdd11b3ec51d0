# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is told of a table that was pasted into a grid."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex

from buurthuis_admin.i18n import format_number, ngettext

_NAMED = 5  # of what was not understood


def spread(table: list[list[str]], indexes: Sequence[QModelIndex]) -> list[list[str]]:
    """One text is for all cells that are chosen (row by row); a table is as it is."""
    if not len(table) == len(table[0]) == 1:
        return table
    columns = [one.column() for one in indexes]
    width = max(columns) - min(columns) + 1
    return [table[0] * width] * (indexes[-1].row() - indexes[0].row() + 1)


def paste_account(changed: int, unclear: Sequence[str], outside: int) -> str:
    """How many cells were changed, which were not understood, and what had no place."""
    told = ngettext("{count} cell changed.", "{count} cells changed.", changed)
    parts = [told.format(count=format_number(changed))]
    if unclear:
        told = ngettext(
            "{count} not understood and left as it was: {cells}.",
            "{count} not understood and left as they were: {cells}.",
            len(unclear),
        )
        cells = ", ".join(unclear[:_NAMED])
        more = ", …" if len(unclear) > _NAMED else ""
        parts.append(told.format(count=format_number(len(unclear)), cells=f"{cells}{more}"))
    if outside:
        told = ngettext(
            "{count} fell outside the month or below the last row.",
            "{count} fell outside the month or below the last row.",
            outside,
        )
        parts.append(told.format(count=format_number(outside)))
    return " ".join(parts)

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Small groups kept back where figures leave the house, so that nobody can be recognised."""

from __future__ import annotations

from collections.abc import Sequence

from buurthuis_admin.domain.centre import SMALLEST_GROUP_SHOWN


def suppress(cells: Sequence[int], *, total_shown: bool) -> list[bool]:
    """Which numbers of people to keep back: the small ones, and what would betray them.

    A small group has 1 to 4 people. Where the total of the cells is shown too, more cells are
    kept back, the smallest first, until the total no longer tells what a hidden cell holds. Who
    reads the table knows which of them are small, and that the others have 5 people or more.
    """
    hidden = [_is_small(cell) for cell in cells]
    if not total_shown or not any(hidden):
        return hidden
    others = (at for at in sorted(range(len(cells)), key=cells.__getitem__) if not hidden[at])
    for at in others:
        if not _told_by_total([cell for cell, hide in zip(cells, hidden, strict=True) if hide]):
            break
        hidden[at] = hidden[at] or cells[at] > 0
    return hidden


def _is_small(cell: int) -> bool:
    return 0 < cell < SMALLEST_GROUP_SHOWN


def _told_by_total(hidden: Sequence[int]) -> bool:
    """Whether the sum of the hidden cells leaves only one possibility for each of them."""
    if len(hidden) == 1:
        return True
    small = [cell for cell in hidden if _is_small(cell)]
    least = len(small) + SMALLEST_GROUP_SHOWN * (len(hidden) - len(small))
    all_full = len(small) == len(hidden) and all(cell == SMALLEST_GROUP_SHOWN - 1 for cell in small)
    return sum(hidden) == least or all_full

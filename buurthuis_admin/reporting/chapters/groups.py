# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Groups of people in tables and charts, with the small ones kept back.

'< 5' stands for 1 to 4 people; '*' for another group that is kept back because the small one
could be worked out from it and the total. Where even that would tell, every one of them is '*'.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from buurthuis_admin.domain.suppression import gives_away, is_small, suppress
from buurthuis_admin.i18n import _, format_number
from buurthuis_admin.reporting.wording import people_text

KEPT_BACK = "*"


@dataclass(frozen=True, slots=True)
class Cell:
    """A number of people as a report may show it; ``value`` is None where it is kept back."""

    value: int | None
    text: str


def shown_groups(numbers: Sequence[int], *, total_shown: bool = True) -> tuple[Cell, ...]:
    """Numbers of people that add up to a total which stands below them."""
    hidden = suppress(numbers, total_shown=total_shown)
    all_alike = total_shown and gives_away(numbers, hidden)
    return tuple(
        _kept_back(number, all_alike) if keep else Cell(number, format_number(number))
        for number, keep in zip(numbers, hidden, strict=True)
    )


def _kept_back(number: int, all_alike: bool) -> Cell:
    return Cell(None, people_text(number) if is_small(number) and not all_alike else KEPT_BACK)


def anything_kept_back(*columns: Sequence[Cell]) -> bool:
    """Whether a column has a group that is kept back for the sake of another."""
    return any(cell.text == KEPT_BACK for column in columns for cell in column)


def anything_small(*columns: Sequence[Cell]) -> bool:
    """Whether a column has a group that is too small to be shown."""
    return any(
        cell.value is None and cell.text != KEPT_BACK for column in columns for cell in column
    )


def kept_back_note() -> str:
    """What the sign of a group that is kept back means."""
    text = _("{sign} is kept back, because a small group could be worked out from it.")
    return text.format(sign=KEPT_BACK)

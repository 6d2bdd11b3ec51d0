# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Small groups kept back where a table leaves the house, so that nobody can be pointed out.

A group of 1 to 4 people is shown as '< 5'. Where the total stands below the groups, a single
small one could still be worked out; then the next larger group is kept back too, shown as a
sign that means '5 or more' (or 'none or 5 and more', when a group of nobody had to help).
"""

from __future__ import annotations

from collections.abc import Sequence

from buurthuis_admin.domain.centre import SMALLEST_GROUP_SHOWN


def suppress(numbers: Sequence[int], *, total_shown: bool = True) -> tuple[bool, ...]:
    """Which groups to keep back; they add up to the total, and nobody is in two of them.

    When the total is itself a small group it counts as not shown, for it is '< 5' too. Ask
    ``gives_away`` whether the total can stay: of 4 and 4 a total of 8 tells everything.
    """
    hidden = [is_small(number) for number in numbers]
    if not total_shown or sum(numbers) < SMALLEST_GROUP_SHOWN:
        return tuple(hidden)
    for place in _helpers(numbers):
        if not gives_away(numbers, hidden):
            break
        hidden[place] = True
    return tuple(hidden)


def is_small(number: int) -> bool:
    """Whether a group is shown as '< 5'. Nobody is not a group that can be pointed out."""
    return 0 < number < SMALLEST_GROUP_SHOWN


def gives_away(numbers: Sequence[int], hidden: Sequence[bool]) -> bool:
    """Whether a group that is kept back can be worked out from the others and the total."""
    kept_back = [number for number, keep in zip(numbers, hidden, strict=True) if keep]
    small = sum(map(is_small, kept_back))
    large = len(kept_back) - small
    rest = _Rest(sum(kept_back), with_nobody=0 in kept_back)
    return (small > 0 and rest.known_small(small, large)) or (
        large > 0 and rest.known_large(small, large)
    )


def _helpers(numbers: Sequence[int]) -> list[int]:
    """Places of the groups that can be kept back for another: the smallest first, nobody last."""
    places = [place for place, number in enumerate(numbers) if not is_small(number)]
    return sorted(places, key=lambda place: (numbers[place] == 0, numbers[place]))


class _Rest:
    """What a reader knows: the sum of what is kept back, and of each whether it is small."""

    def __init__(self, total: int, *, with_nobody: bool) -> None:
        self._total, self._with_nobody = total, with_nobody

    def known_small(self, small: int, large: int) -> bool:
        """Whether a small group can have one size only."""
        sizes = range(1, SMALLEST_GROUP_SHOWN)
        return sum(self._possible(self._total - size, small - 1, large) for size in sizes) < 2

    def known_large(self, small: int, large: int) -> bool:
        """Whether a large group can have one size only."""
        sizes = [*([0] if self._with_nobody else []), *range(SMALLEST_GROUP_SHOWN, self._total + 1)]
        return sum(self._possible(self._total - size, small, large - 1) for size in sizes) < 2

    def _possible(self, total: int, small: int, large: int) -> bool:
        """Whether so many small and large groups can add up to a total."""
        highest = small * (SMALLEST_GROUP_SHOWN - 1)
        if small <= total <= highest and (large == 0 or self._with_nobody):
            return True
        fewest = SMALLEST_GROUP_SHOWN * (1 if self._with_nobody else large)
        return large > 0 and total >= small + fewest

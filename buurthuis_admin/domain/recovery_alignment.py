# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which signs of a typed text are which group of a recovery code.

A person leaves out a sign, a space or a whole group, or pastes the letters of the rows along.
Cutting the text by six would then call every group behind the mistake wrong. So all ways to part
the text are weighed, and the one that asks the fewest mistakes names the group that is wrong.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from buurthuis_admin.domain.recovery_groups import (
    GROUP_SIGNS,
    GROUPS,
    LABELS,
    is_group,
    read_signs,
)

# What a mistake costs. A wrong group is the least unlikely; two groups that changed places are
# two wrong ones, not one missing and one too many. A separator is evidence, never proof.
_WRONG, _WRONG_LENGTH, _MISSING, _SURPLUS = 1000, 1100, 1200, 1200
_LABEL, _SEPARATOR = 30, 5
_LONGEST_LABEL = 2  # 'A', '1', 'B2'
_LONGEST_GROUP = 2 * GROUP_SIGNS  # one that was typed twice
MOST_SIGNS = 3 * GROUPS * GROUP_SIGNS  # more is another text
_BETWEEN = re.compile(r"[\W_]+")

Signs: TypeAlias = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Alignment:
    """The signs of each group, and what is amiss by the names of the groups."""

    groups: tuple[Signs, ...]
    surplus: int = 0

    @property
    def missing(self) -> tuple[str, ...]:
        """The groups of which nothing was typed."""
        return tuple(label for label, group in self._named() if not group)

    @property
    def wrong(self) -> tuple[str, ...]:
        """The groups of which something else was typed."""
        return tuple(
            label
            for at, (label, group) in enumerate(self._named())
            if group and not is_group(at, group)
        )

    def _named(self) -> Iterator[tuple[str, Signs]]:
        return zip(LABELS, self.groups, strict=True)


@dataclass(frozen=True, slots=True)
class _Step:
    """The cheapest way to a place: what it cost and the step that led there."""

    cost: int
    group: int
    start: int
    before: _Step | None = None


def align(text: str) -> Alignment:
    """The most likely groups of a text."""
    tokens = [read_signs(token) for token in _BETWEEN.split(_plain(text)) if token]
    signs = tuple(sign for token in tokens for sign in token)
    if len(signs) > MOST_SIGNS:
        kept = tuple(signs[at * GROUP_SIGNS : (at + 1) * GROUP_SIGNS] for at in range(GROUPS))
        return Alignment(kept, len(signs) // GROUP_SIGNS - GROUPS)
    return _Alignment(signs, tokens).found()


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


class _Alignment:
    """The search: places in the text against groups done, always along the cheapest way."""

    def __init__(self, signs: Signs, tokens: list[Signs]) -> None:
        self.signs = signs
        self.token_at: dict[int, int] = {}  # where a token begins, and its length
        start = 0
        for token in tokens:
            self.token_at[start] = len(token)
            start += len(token)
        # Separators up to each place, so that those within a group are a difference.
        self.separators = [0] * (len(signs) + 2)
        for place in range(len(signs) + 1):
            self.separators[place + 1] = self.separators[place] + self._is_separated(place)

    def _is_separated(self, place: int) -> bool:
        return place in self.token_at or place == len(self.signs)

    def found(self) -> Alignment:
        """The groups along the cheapest way through the whole text."""
        ways: dict[int, _Step] = {0: _Step(0, 0, 0)}
        for group in range(GROUPS):
            self._skip_tokens(ways, group)
            ways = self._ways_behind(ways, group)
        self._skip_tokens(ways, GROUPS)
        return self._traced(ways[len(self.signs)])

    def _skip_tokens(self, ways: dict[int, _Step], group: int) -> None:
        """Pass over a label of the sheet, or a group too many, before the next group."""
        for start in sorted(self.token_at):
            step = ways.get(start)
            length = self.token_at[start]
            if step is not None and length:
                cost = _LABEL if length <= _LONGEST_LABEL else _SURPLUS
                skipped = _Step(step.cost + cost, group, start, step)
                _keep_cheapest(ways, start + length, skipped)

    def _ways_behind(self, ways: dict[int, _Step], group: int) -> dict[int, _Step]:
        """Every place where a group may end, with the cheapest way there."""
        behind: dict[int, _Step] = {}
        for start, step in ways.items():
            for length in range(min(_LONGEST_GROUP, len(self.signs) - start) + 1):
                cost = step.cost + self._cost(group, start, length)
                _keep_cheapest(behind, start + length, _Step(cost, group + 1, start, step))
        return behind

    def _cost(self, group: int, start: int, length: int) -> int:
        if not length:
            return _MISSING
        end = start + length
        within = self.separators[end] - self.separators[start + 1]
        cost = _SEPARATOR * (within + (not self._is_separated(end)))
        if length != GROUP_SIGNS:
            return cost + _WRONG_LENGTH + abs(length - GROUP_SIGNS)
        return cost + (0 if is_group(group, self.signs[start:end]) else _WRONG)

    def _traced(self, last: _Step) -> Alignment:
        groups: dict[int, Signs] = {}
        surplus = 0
        step, end = last, len(self.signs)
        while step.before is not None:
            piece = self.signs[step.start : end]
            if step.group > step.before.group:
                groups[step.group - 1] = piece
            else:
                surplus += len(piece) > _LONGEST_LABEL
            step, end = step.before, step.start
        return Alignment(tuple(groups[at] for at in range(GROUPS)), surplus)


def _keep_cheapest(ways: dict[int, _Step], place: int, step: _Step) -> None:
    known = ways.get(place)
    if known is None or step.cost < known.cost:
        ways[place] = step

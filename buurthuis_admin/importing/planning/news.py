# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is news in the end, when several lists of a box speak of the same thing.

The list of 2022 gives an old address and that of 2024 the new one. Read for the first time the
newest has the last word; read again, the old list must not change anything back and forth. So
what counts is the difference between what was known and what will be known after all lists.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

from buurthuis_admin.importing.outcome import Reason, RowFate
from buurthuis_admin.importing.planning.fates import Fates
from buurthuis_admin.importing.records import Source

Draft = TypeVar("Draft")
State = dict[object, object]


def _nothing(_draft: object, _keys: set[object]) -> None:
    """For things of which it is not told what changed."""


class News(Generic[Draft]):
    """Keeps what known things were before the box, and which rows said what of them."""

    def __init__(
        self,
        state_of: Callable[[Draft], State],
        told: Callable[[Draft, set[object]], Reason | None] = _nothing,
    ) -> None:
        self._state_of, self._told = state_of, told
        self._first: dict[int, tuple[Draft, State]] = {}
        self._said: list[tuple[Draft, list[Source], set[object]]] = []

    def before(self, draft: Draft) -> State:
        """The state of a known thing, before a row is taken over into it."""
        state = self._state_of(draft)
        self._first.setdefault(id(draft), (draft, state))
        return state

    def after(self, draft: Draft, before: State, sources: Iterable[Source]) -> None:
        """Note what the rows at these places changed."""
        self._said.append((draft, list(sources), _differences(before, self._state_of(draft))))

    def settle(self, fates: Fates) -> list[tuple[Draft, set[object]]]:
        """Say what becomes of the rows; gives what differs in the end, thing by thing."""
        news = {
            place: _differences(state, self._state_of(draft))
            for place, (draft, state) in self._first.items()
        }
        for draft, sources, keys in self._said:
            changed = keys & news[id(draft)]
            fate = RowFate.CHANGED if changed else RowFate.UNCHANGED
            reason = self._told(draft, changed) if changed else None
            for source in sources:
                fates.set(source, fate, reason)
        return [(draft, news[place]) for place, (draft, _state) in self._first.items()]


def _differences(one: State, other: State) -> set[object]:
    return {key for key in one.keys() | other.keys() if one.get(key) != other.get(key)}

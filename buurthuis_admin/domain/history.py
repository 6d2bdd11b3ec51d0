# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was changed, by whom it can be told: change sets and the fields they touched."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class ChangeKind(StrEnum):
    """What a change set does to earlier ones."""

    CHANGE = "change"
    UNDO = "undo"  # takes back one change
    REDO = "redo"  # takes back one undo
    FINAL = "final"  # cannot be taken back: an erasure, or a restored backup


class Operation(StrEnum):
    """What happened to one row."""

    ADDED = "added"
    CHANGED = "changed"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """One change as the list of recent changes shows it; ``at`` is UTC.

    ``undone``: a later undo took it back and was itself not taken back.
    """

    id: int
    at: datetime.datetime
    sentence: str
    kind: ChangeKind = ChangeKind.CHANGE
    reverts_id: int | None = None
    undone: bool = False
    rows: int = 0

    @property
    def can_be_turned_back(self) -> bool:
        """Whether it may be tried; what was changed since is found out then."""
        return not self.undone and self.rows > 0 and self.kind is not ChangeKind.FINAL


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one row: its column, and the value before and after as they are stored."""

    column: str
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row that was added, changed or deleted.

    ``table`` and ``key`` say which; ``name`` is what a person calls it ('Gerda Smit'), '' when
    it has none; ``count`` > 1: that many rows from ``key`` on were added at once.
    """

    table: str
    key: tuple[int | str, ...]
    operation: Operation
    name: str = ""
    fields: tuple[FieldChange, ...] = ()
    count: int = 1


@dataclass(frozen=True, slots=True)
class TurnBack:
    """What turning back a change would do: so many rows, and which stay.

    ``kept`` names what was changed since, or is used by something newer: it stays as it is.
    """

    change: ChangeSet
    rows: int
    kept: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """Which changes are in force, worked out from who reverts whom.

    ``undone``: taken back by a change set that is itself in force. ``without_effect``: those,
    and the change sets that took them back: of both together nothing is left.
    """

    undone: frozenset[int]
    without_effect: frozenset[int]


def standing(reverting: Iterable[tuple[int, int]]) -> Standing:
    """The standing of all changes; each pair is a change set and the earlier one it takes back.

    The newest is in force; what it takes back is not, and so takes back nothing itself.
    """
    undone: set[int] = set()
    without_effect: set[int] = set()
    for change_set, reverted in sorted(reverting, reverse=True):
        if change_set not in undone:
            undone.add(reverted)
            without_effect |= {change_set, reverted}
    return Standing(frozenset(undone), frozenset(without_effect))

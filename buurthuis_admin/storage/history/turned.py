# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What turning back did or would do, and how far it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

NAMED_AT_MOST = 200

# Told after each part: so many rows done of so many. It may raise Cancelled.
Watch = Callable[[int, int], None]


def unwatched(_done: int, _total: int) -> None:
    """Nobody looks on."""


class CannotTurnBack(Exception):
    """Something that was deleted cannot come back: its place is taken (``name``)."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__("a deleted row cannot come back")


@dataclass(slots=True)
class Turned:
    """What turning back did: so many rows; ``kept`` names what was changed since and stays."""

    rows: int = 0
    kept: dict[str, None] = field(default_factory=dict)

    @property
    def knows_enough(self) -> bool:
        """Whether more names would not be kept."""
        return len(self.kept) >= NAMED_AT_MOST

    def keep(self, name: str) -> None:
        """Remember a name once, in order."""
        if name and not self.knows_enough:
            self.kept[name] = None

    def add(self, other: Turned) -> None:
        """What was done besides."""
        self.rows += other.rows
        for name in other.kept:
            self.keep(name)

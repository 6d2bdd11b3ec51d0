# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A measurement beside its floor, as every benchmark prints it."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Ratio:
    """Our time and that of the least that the same work can cost, in seconds."""

    name: str
    ours: float
    floor: float
    target: float

    @property
    def value(self) -> float:
        return self.ours / self.floor

    def show(self) -> bool:
        """Print the line; whether the target is reached."""
        print(
            f"RATIO {self.name} {self.value:.2f} target {self.target:g} "
            f"(ours {self.ours * 1000:.1f} ms, floor {self.floor * 1000:.1f} ms)",
            flush=True,
        )
        return self.value <= self.target

    def grow(self, size: int) -> None:
        """Print how it is at another size."""
        print(
            f"GROWTH {self.name} {size}: ours {self.ours * 1000:.1f} ms, "
            f"floor {self.floor * 1000:.1f} ms",
            flush=True,
        )


def seconds(work: Callable[[], object]) -> float:
    """How long a piece of work takes, once."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def median_seconds(work: Callable[[], object], rounds: int) -> float:
    """How long it takes in the middle of several rounds."""
    return statistics.median(seconds(work) for _round in range(rounds))

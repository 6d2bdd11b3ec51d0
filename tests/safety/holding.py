# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a trial of the lab ends with: how often a promise held, and the first times it did not."""

from __future__ import annotations

import traceback
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

SHOWN = 12


class Skipped(Exception):
    """A trial cannot be done on this computer; the message says why."""


@dataclass(slots=True)
class Held:
    """The count of one trial. ``notes`` are told, and wrong with nothing."""

    name: str
    tried: int = 0
    faults: list[str] = field(default_factory=list)
    notes: Counter[str] = field(default_factory=Counter)

    def count(self, where: str, problem: str) -> None:
        """One case: '' when the promise held."""
        self.tried += 1
        if problem:
            self.faults.append(f"{where}: {problem}")

    def add(self, cases: Iterable[tuple[str, str]]) -> None:
        """Many cases."""
        for where, problem in cases:
            self.count(where, problem)

    @property
    def holds(self) -> bool:
        """Whether the promise held each time, and was tried at all."""
        return self.tried > 0 and not self.faults

    def show(self) -> None:
        """The line that everybody looks for, and what went wrong above it."""
        for fault, times in _alike(self.faults).most_common(SHOWN):
            print(f"  {times} x {fault}")
        for note, times in self.notes.most_common(SHOWN):
            print(f"  ({times} x {note})")
        word = "HOLDS" if self.holds else "BREAKS"
        print(f"{word} {self.name} {self.tried - len(self.faults)} of {self.tried}", flush=True)


def _alike(faults: Iterable[str]) -> Counter[str]:
    """The faults with the same problem told once, with the first place where it was."""
    first: dict[str, str] = {}
    counted: Counter[str] = Counter()
    for fault in faults:
        problem = fault.partition(": ")[2]
        counted[first.setdefault(problem, fault)] += 1
    return counted


def problem_of(check: Callable[[], None]) -> str:
    """What a check raises, in one line; '' when it raises nothing."""
    try:
        check()
    except BaseException as error:  # noqa: BLE001  (whatever it is, it is told)
        where = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__}: {str(error)[:300]} (in {where.name})".replace("\n", " ")
    return ""

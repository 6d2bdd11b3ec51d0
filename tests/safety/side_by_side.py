# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Cases on two processors, in processes that are forked and so have everything loaded."""

from __future__ import annotations

import contextlib
import os
import pickle
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

PROCESSES = 2
Case = TypeVar("Case")


def side_by_side(cases: Sequence[Callable[[], Case]]) -> Iterator[Case]:
    """The results of all cases, in the order of the cases.

    Not ``multiprocessing``: its helpers would be threads, and what is forked beside a thread may
    hang. Each process takes every so many-eth case.
    """
    pipes = [_started(cases[first::PROCESSES]) for first in range(PROCESSES)]
    results: list[list[Case]] = [_ended(*pipe) for pipe in pipes]
    for number in range(len(cases)):
        yield results[number % PROCESSES][number // PROCESSES]


def _started(cases: Sequence[Callable[[], Case]]) -> tuple[int, int]:
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    code = 1
    with contextlib.suppress(KeyboardInterrupt):
        content = pickle.dumps([case() for case in cases])
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(content)
        code = 0
    os._exit(code)


def _ended(child: int, reading: int) -> list[Any]:
    with os.fdopen(reading, "rb") as pipe:
        content = pipe.read()
    if os.waitpid(child, 0)[1]:
        raise RuntimeError("a process of the lab ended before its work was done")
    results: list[Any] = pickle.loads(content)
    return results

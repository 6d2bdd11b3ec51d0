# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The program is killed, or a write fails, at every call that a scenario makes on its folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tests.safety.chance import evenly
from tests.safety.holding import Held, problem_of
from tests.safety.side_by_side import side_by_side
from tests.safety.tracing import WRITING, Call, Ran, Workplace, run

# What a full disk refuses, and what a disk that is gone does besides.
_TAKING_ROOM = frozenset({"write", "pwrite64", "mkdir", "rename", "link"})
_LASTING = frozenset({"write", "pwrite64", "ftruncate", "truncate", "fsync", "fdatasync"}) | {
    *("rename", "unlink", "mkdir", "rmdir", "link")
}
MANY = 150  # writes; with more of them not each fails in every way
_LASTS = ("ENOSPC", "ENODEV")  # a disk that is full or gone is so for all later calls too
_ERRORS = {"ENOSPC": _TAKING_ROOM, "EIO": _LASTING, "ENODEV": _LASTING}


@dataclass(frozen=True, slots=True)
class Trouble:
    """Faults for one run, and what to call them."""

    where: str
    faults: tuple[str, ...]
    is_kill: bool = False


def kill_at_every_call(work: Workplace, wanted: int | None = None) -> Held:
    """Nothing acknowledged is lost, whichever call the program is killed at."""
    held = Held(f"kill-{work.scenario.name}")
    points = [call for call in work.record() if _counts(call)]
    troubles = [
        Trouble(f"{point.name} {point.number}", (_kill(point),), is_kill=True)
        for point in evenly(points, wanted, held.name)
    ]
    return _tried(held, work, troubles)


def fail_at_every_write(work: Workplace, wanted: int | None = None) -> Held:
    """A write that fails, once or from then on, costs nothing and is told in a sentence."""
    held = Held(f"fails-{work.scenario.name}")
    calls = work.record()
    troubles = [
        trouble
        for number, (error, names) in enumerate(_ERRORS.items())
        for trouble in _share(list(_troubles(calls, error, names, wanted)), number)
    ]
    return _tried(held, work, troubles)


def _share(troubles: Sequence[Trouble], number: int) -> Sequence[Trouble]:
    """Of a long scenario each error takes its turn: every write fails, in one of the ways."""
    return troubles if len(troubles) <= MANY else troubles[number :: len(_ERRORS)]


def _counts(call: Call) -> bool:
    made = call.name == "openat" and "O_CREAT" in call.arguments
    return call.inside and (call.name in WRITING or made)


def _kill(point: Call) -> str:
    return f"{point.name}:signal=KILL:when={point.number}"


def _troubles(
    calls: Sequence[Call], error: str, names: frozenset[str], wanted: int | None
) -> Iterator[Trouble]:
    points = [
        (place, call)
        for place, call in enumerate(calls)
        if _counts(call) and (call.name in names or call.name == "openat")
    ]
    for place, point in evenly(points, wanted, error):
        where = f"{error} at {point.name} {point.number}"
        if point.name in names and error in _LASTS:
            yield Trouble(f"{where} and on", tuple(_from(calls[place:], error, names)))
        else:
            yield Trouble(where, (f"{point.name}:error={error}:when={point.number}",))


def _from(later: Sequence[Call], error: str, names: frozenset[str]) -> Iterator[str]:
    """Every call of these names fails from here on; strace counts each name by itself."""
    first: dict[str, int] = {}
    for call in later:
        if call.name in names and call.inside:
            first.setdefault(call.name, call.number)
    for name, number in first.items():
        yield f"{name}:error={error}:when={number}+"


def _tried(held: Held, work: Workplace, troubles: Sequence[Trouble]) -> Held:
    cases: list[Callable[[], tuple[str, str]]] = [
        lambda trouble=trouble: _case(work, trouble)  # type: ignore[misc]
        for trouble in troubles
    ]
    held.add(side_by_side(cases))
    return held


def _case(work: Workplace, trouble: Trouble) -> tuple[str, str]:
    ran = run(work.scenario, work.fresh(), trouble.faults, contents=False)
    problem = _told_wrong(ran, trouble)
    return trouble.where, problem or problem_of(lambda: work.scenario.verify(work.folder, ran.told))


def _told_wrong(ran: Ran, trouble: Trouble) -> str:
    if ran.crashed:
        return "no sentence but a crash: " + ran.crashed[0].rstrip("\\n").rpartition("\\n")[2]
    if trouble.is_kill and not ran.killed:
        return "the lab did not kill it"
    return ""

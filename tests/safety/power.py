# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Power cuts replayed: the disk is built as each cut may leave it, opened, and looked at."""

from __future__ import annotations

import hashlib
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.safety.chance import dice, evenly
from tests.safety.disk import FOLDER, Bytes, Cut, Recording, cuts
from tests.safety.holding import Held, problem_of
from tests.safety.side_by_side import side_by_side
from tests.safety.tracing import Workplace

SECTOR = 512
POINTS = 4  # looked at for each disk that is wanted: a write leaves many disks
ROUNDS = 400  # at most, of states by chance at every point
State = tuple[int, tuple[tuple[int, int, int], ...]]
"""How many loose changes of names there are, and which loose writes, each from byte to byte."""


def replay_power_cuts(work: Workplace, wanted: int) -> Held:
    """About ``wanted`` different disks, spread over all points where the power may go."""
    calls = work.record()
    recording = Recording.of(work.template, work.folder, calls)
    _check_model(recording, work.folder)
    states = _states(recording, wanted)
    held = Held(f"power-cut-{work.scenario.name}")
    cases: list[Callable[[], tuple[str, str]]] = [
        lambda cut=cut, state=state, where=where: (  # type: ignore[misc]
            where,
            _problem(work, recording, cut, state),
        )
        for where, cut, state in states
    ]
    held.add(side_by_side(cases))
    return held


def _check_model(recording: Recording, folder: Path) -> None:
    """With everything on the disk the model must be what is really there, byte for byte."""
    last = list(cuts(recording.events))[-1]
    everything = [event for _place, event in (*last.bytes, *last.loose_bytes)]
    names = _names(recording, last, len(last.loose_names))
    modelled = {name: _content(recording, inode, everything) for name, inode in names.items()}
    found = {
        path.relative_to(folder).as_posix(): None if path.is_dir() else path.read_bytes()
        for path in folder.rglob("*")
    }
    # The scenario was verified since, and that opens the file: then the slot is wrapped anew.
    if set(modelled) != set(found):
        raise AssertionError(f"the model of the disk has {set(modelled)}, there is {set(found)}")


def _states(recording: Recording, wanted: int) -> list[tuple[str, Cut, State]]:
    """Different disks, each with the most that was acknowledged by then."""
    chance = dice("power cuts")
    points = evenly([*enumerate(cuts(recording.events))], wanted * POINTS, "points")
    before = {point: _before(cut) for point, cut in points}
    found: dict[tuple[bytes, State, frozenset[str]], tuple[str, Cut, State]] = {}
    for make in (_telling, *[_by_chance] * ROUNDS):
        for point, cut in points:
            for state in make(cut, chance):
                key = before[point], state, cut.acknowledged
                found.setdefault(key, (f"cut after event {point}, {state}", cut, state))
        if len(found) >= wanted:
            break
    return [*evenly([*found.values()], wanted, "disks")]


def _before(cut: Cut) -> bytes:
    """What is on the disk whatever happens: cuts that have this alike may leave the same disk."""
    return hashlib.sha256(repr((len(cut.names), [p for p, _e in cut.bytes])).encode()).digest()


def _whole(place: int, event: Bytes) -> tuple[int, int, int]:
    return place, 0, len(event.content or b"")


def _telling(cut: Cut, _chance: random.Random) -> Iterator[State]:
    """Nothing, everything, everything but one, one alone, the last one torn."""
    loose = [_whole(*one) for one in cut.loose_bytes]
    for names in {0, len(cut.loose_names)}:
        yield names, ()
        yield names, tuple(loose)
        for n in range(len(loose)):
            yield names, (*loose[:n], *loose[n + 1 :])
            yield names, (loose[n],)
        if loose:
            place, _start, end = loose[-1]
            for torn in range(SECTOR, end, SECTOR):
                yield names, (*loose[:-1], (place, 0, torn))
                yield names, (*loose[:-1], (place, torn, end))


def _by_chance(cut: Cut, chance: random.Random) -> Iterator[State]:
    """Some of the writes, some of these torn."""
    names = chance.randint(0, len(cut.loose_names))
    yield (
        names,
        tuple(_torn(_whole(*one), chance) for one in cut.loose_bytes if chance.random() < 0.6),
    )


def _torn(whole: tuple[int, int, int], chance: random.Random) -> tuple[int, int, int]:
    place, _start, end = whole
    if end <= SECTOR or chance.random() < 0.7:
        return whole
    middle = chance.randrange(SECTOR, end, SECTOR)
    return chance.choice(((place, 0, middle), (place, middle, end)))


def _problem(work: Workplace, recording: Recording, cut: Cut, state: State) -> str:
    folder = work.folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    _build(folder, recording, cut, state)
    return problem_of(lambda: work.scenario.verify(folder, cut.acknowledged))


def _build(folder: Path, recording: Recording, cut: Cut, state: State) -> None:
    names, chosen = state
    parts = {place: (start, end) for place, start, end in chosen}
    applied = [*cut.bytes]
    for place, event in cut.loose_bytes:
        if place in parts:
            whole = event.content is None or parts[place] == (0, len(event.content))
            applied.append((place, event if whole else event.torn(*parts[place])))
    events = [event for _place, event in sorted(applied, key=lambda one: one[0])]
    for name, inode in sorted(_names(recording, cut, names).items()):
        if inode == FOLDER:
            (folder / name).mkdir()
        else:
            (folder / name).write_bytes(_content(recording, inode, events))


def _names(recording: Recording, cut: Cut, loose: int) -> dict[str, int]:
    names = dict(recording.before)
    for change in (*cut.names, *cut.loose_names[:loose]):
        for name, inode in change.now:
            names.pop(name, None)
            if inode is not None:
                names[name] = inode
    return names


def _content(recording: Recording, inode: int, events: list[Bytes]) -> bytes:
    if inode == FOLDER:
        return b""
    content = bytearray(recording.contents[inode])
    for event in events:
        if event.inode == inode:
            event.apply(content)
    return bytes(content)

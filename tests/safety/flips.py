# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bytes of a closed file flipped, and its end cut off: the right content, or a FileProblem."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from buurthuis_admin.domain.centre import CentreSettings
from buurthuis_admin.services.administration import create_administration
from buurthuis_admin.storage import copying, slots
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.problems import FileProblem
from tests.safety.chance import dice
from tests.safety.holding import Held, problem_of
from tests.safety.scenario import FILE, PASSWORD, Broken, named
from tests.safety.side_by_side import side_by_side
from tests.safety.tracing import ROOT

PAGE = 4096
_SEARCH = "SELECT rowid FROM people_search WHERE people_search MATCH '\"berg\"*' ORDER BY 1"
Change = tuple[str, int, int]
"""'flip' with a place and what it is XORed with, or 'cut' with the new length."""


def flip_and_cut(wanted: int) -> Held:
    """No silent wrong reading, no crash, and nothing put in the place of the damaged file."""
    home = Path(tempfile.mkdtemp(prefix="safety-flips-", dir=ROOT))
    try:
        whole = _make(home)
        right = _digest(home / FILE)
        cases: list[Callable[[], tuple[str, str, str]]] = [
            lambda change=change: _case(home, whole, right, change)  # type: ignore[misc]
            for change in _changes(len(whole), wanted)
        ]
        held = Held("flips")
        for where, problem, outcome in side_by_side(cases):
            held.count(where, problem)
            held.notes[outcome] += 1
        return held
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _make(home: Path) -> bytes:
    """A closed file with something in it."""
    administration = create_administration(home / FILE, PASSWORD)
    administration.settings.save(CentreSettings(name="De Linde", town="Waterdam"))
    for number in range(30):
        administration.members.save(named(f"Berg {number}"))
    administration.close()
    return (home / FILE).read_bytes()


def _changes(size: int, wanted: int) -> Iterator[Change]:
    """Half of them anywhere, a quarter where it hurts most (first page and key slot), cuts."""
    chance = dice("flips")
    ends = [*range(PAGE), *range(size - slots.SIZE, size)]
    for number in range(wanted):
        kind = number % 8
        if kind == 0:
            yield "cut", chance.choice((chance.randrange(size), size - chance.randrange(1, 600))), 0
        elif kind in (1, 2):
            yield "flip", chance.choice(ends), 1 << chance.randrange(8)
        else:
            yield "flip", chance.randrange(size), chance.randrange(1, 256)


def _changed(whole: bytes, change: Change) -> bytes:
    kind, place, mask = change
    if kind == "cut":
        return whole[:place]
    return b"".join((whole[:place], bytes([whole[place] ^ mask]), whole[place + 1 :]))


def _case(home: Path, whole: bytes, right: str, change: Change) -> tuple[str, str, str]:
    folder = Path(tempfile.mkdtemp(prefix="case-", dir=home))
    outcome = ["?"]
    try:
        problem = problem_of(lambda: _look(folder, whole, change, right, outcome))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return f"{change}", problem, outcome[0]


def _look(folder: Path, whole: bytes, change: Change, right: str, outcome: list[str]) -> None:
    path, damaged = folder / FILE, _changed(whole, change)
    path.write_bytes(damaged)
    try:
        found = _digest(path)
    except FileProblem as problem:
        outcome[0] = type(problem).__name__
    else:
        outcome[0] = "right content"
        if found != right:
            raise Broken("other content, without a word")
    _check_left_alone(path, damaged, whole)


def _digest(path: Path) -> str:
    """Everything that stands in the file, read through the program itself."""
    file = AdministrationFile.open(path, PASSWORD)
    try:
        digest = hashlib.sha256()
        with file.reading() as connection:
            bare = connection.connection.driver_connection
            assert bare is not None
            for table in copying.contents(bare).rows:
                digest.update(table.encode())
                for row in bare.execute(f'SELECT * FROM "{table}" ORDER BY 1'):
                    digest.update(repr(row).encode())
            for row in bare.execute(_SEARCH):
                digest.update(repr(row).encode())
        return digest.hexdigest()
    finally:
        file.close()


def _check_left_alone(path: Path, damaged: bytes, whole: bytes) -> None:
    """The pages are as they were, or mended: the slot knows the salt that begins the file."""
    left = path.read_bytes()
    pages = len(damaged) // PAGE * PAGE
    if left[:pages] not in (damaged[:pages], whole[:pages]):
        raise Broken("the damaged file was changed")
    others = [other.name for other in path.parent.iterdir() if other != path]
    if others not in ([], [f"{FILE}-slot"]):
        raise Broken(f"beside the damaged file stand {others}")

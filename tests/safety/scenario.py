# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a scenario is: a piece of work on an administration, and what must be true afterwards.

A new one is a subclass with ``act`` and ``check``, named in ``registry``; docs/development.md has
an example.
"""

from __future__ import annotations

import contextlib
import functools
import os
import shutil
import tempfile
import traceback
from abc import ABC, abstractmethod
from collections.abc import Iterator
from pathlib import Path

from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Person, PersonDetail
from buurthuis_admin.errors import UserError
from buurthuis_admin.services.administration import (
    Administration,
    create_administration,
    open_administration,
)

FILE = "De Linde.buurthuis"
PASSWORD = "vier koeien zwemmen"
KNOWN = "Sinds altijd"  # somebody who was there before every scenario


class Broken(Exception):
    """A promise that does not hold; the message says which."""


class Told:
    """What the program told the person: kept, or refused with a sentence.

    ``writev`` on a pipe, a call that the faults leave alone: what was told before the fault is
    known whatever happens next.
    """

    def __init__(self, pipe: int) -> None:
        self._pipe = pipe

    def _tell(self, word: str, text: str) -> None:
        os.writev(self._pipe, [f"{word} {text}".replace("\n", "\\n").encode() + b"\n"])

    @contextlib.contextmanager
    def trying(self, label: str) -> Iterator[None]:
        """One change: acknowledged when it comes to its end, refused by a UserError."""
        try:
            yield
        except UserError as error:
            self._tell("REFUSED", f"{label}: {error}")
        else:
            self._tell("ACK", label)

    def stopped(self, error: UserError) -> None:
        """The file could not be opened, or not be closed well."""
        self._tell("REFUSED", str(error))

    def crashed(self) -> None:
        """Any other exception: a person would see a crash."""
        self._tell("CRASHED", traceback.format_exc())


class Scenario(ABC):
    """Work on the administration ``FILE`` in a folder of its own."""

    name: str

    def prepare(self, folder: Path) -> None:
        """Make what is there beforehand: an administration with one person."""
        (folder / FILE).write_bytes(_with_one_person())

    @abstractmethod
    def act(self, folder: Path, told: Told) -> None:
        """Do the work. Each change stands in a ``with told.trying(label)``.

        A UserError outside of these ends the work; any other exception breaks the promise.
        """

    def verify(self, folder: Path, acknowledged: frozenset[str]) -> None:
        """Look at what is left. Raises Broken, or whatever opening says."""
        with contextlib.closing(self.open(folder)) as administration:
            check_sound(administration)
            if KNOWN not in people(administration):
                raise Broken("the person of before is gone")
            self.check(administration, acknowledged)

    def open(self, folder: Path) -> Administration:
        """Open what is left, as a person would."""
        return open_administration(folder / FILE, PASSWORD)

    @abstractmethod
    def check(self, administration: Administration, acknowledged: frozenset[str]) -> None:
        """Look whether everything acknowledged is there, whole. Raises Broken."""


@functools.cache
def _with_one_person() -> bytes:
    """A closed file: to make one costs more than most trials."""
    with tempfile.TemporaryDirectory() as home:
        path = Path(home) / FILE
        administration = create_administration(path, PASSWORD)
        administration.members.save(named(KNOWN))
        administration.close()
        return path.read_bytes()


@contextlib.contextmanager
def beside(folder: Path) -> Iterator[Path]:
    """A copy of what is left, to look at in a way that changes it."""
    copy = folder.with_name(f"{folder.name}-copy")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder, copy)
    try:
        yield copy
    finally:
        shutil.rmtree(copy)


def named(last: str) -> PersonDetail:
    """Somebody with this surname."""
    return PersonDetail(person=Person(name=PersonName(first="Jan", last=last)))


def people(administration: Administration) -> set[str]:
    """The surnames of everybody."""
    return {detail.person.name.last for detail in administration.members.all_people()}


def check_sound(administration: Administration) -> None:
    """What SQLite itself says of the whole file, the search index included."""
    with administration._file.reading() as connection:
        said = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
        orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if list(said) != ["ok"] or orphans:
        raise Broken(f"integrity_check says {said}, {len(orphans)} rows lost their owner")


def check_present(wanted: set[str], found: set[str]) -> None:
    """Raise Broken when something that was acknowledged is not there."""
    if wanted - found:
        raise Broken(f"acknowledged and lost: {', '.join(sorted(wanted - found))}")

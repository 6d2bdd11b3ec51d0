# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A disk as a power cut leaves it: what was synced is there, of the rest any part may be.

Read from the calls of a recorded run. The model is that of a file system with a journal (ext4,
NTFS, APFS): names change in the order of the calls and may lag behind; the bytes of a file may
reach the disk in any order, each write torn at any 512 bytes, until the file is synced.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from tests.safety.tracing import Call, texts_of

_NUMBER = re.compile(r"(?<=[ (])-?\d+$")
_FIRST = re.compile(r"(?:AT_FDCWD|(\d+))(?:<[^>]*>)?")
_UNSEEN = ("sendfile", "copy_file_range", "pwritev", "pwritev2", "sync_file_range", "fallocate")


@dataclass(frozen=True, slots=True)
class Bytes:
    """A change of the content of file ``inode``: bytes at a place, or (None) another length."""

    inode: int
    place: int
    content: bytes | None

    def apply(self, file: bytearray) -> None:
        """Change the content."""
        end = self.place + len(self.content or b"")
        if self.content is None:
            del file[self.place :]
        file.extend(bytes(max(0, end - len(file))))
        if self.content is not None:
            file[self.place : end] = self.content

    def torn(self, start: int, end: int) -> Bytes:
        """Only a part of the bytes."""
        assert self.content is not None
        return replace(self, place=self.place + start, content=self.content[start:end])


@dataclass(frozen=True, slots=True)
class Names:
    """A change in a folder: what names stand for from now on (None: nothing; -1: a folder)."""

    now: tuple[tuple[str, int | None], ...]


@dataclass(frozen=True, slots=True)
class Synced:
    """A file is on the disk; -1: a folder, and with it all changes of names before it."""

    inode: int


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """The person was told that it is kept."""

    label: str


Event = Bytes | Names | Synced | Acknowledged
FOLDER = -1


@dataclass(slots=True)
class _Handle:
    inode: int
    place: int
    appends: bool


@dataclass(slots=True)
class Recording:
    """The events of a run, and the disk before it."""

    folder: Path
    contents: list[bytes] = field(default_factory=list)
    before: dict[str, int] = field(default_factory=dict)
    events: list[Event] = field(default_factory=list)
    _names: dict[str, int] = field(default_factory=dict)
    _sizes: list[int] = field(default_factory=list)
    _handles: dict[int, _Handle] = field(default_factory=dict)

    @classmethod
    def of(cls, template: Path, folder: Path, calls: Sequence[Call]) -> Recording:
        """Read what the calls did to ``folder``, which began as a copy of ``template``."""
        recording = cls(folder)
        for path in sorted(template.rglob("*")):
            name = path.relative_to(template).as_posix()
            inode = FOLDER if path.is_dir() else recording._new(path.read_bytes())
            recording.before[name] = recording._names[name] = inode
        for call in calls:
            recording._read(call)
        return recording

    def _new(self, content: bytes = b"") -> int:
        self.contents.append(content)
        self._sizes.append(len(content))
        return len(self.contents) - 1

    def _read(self, call: Call) -> None:
        if call.result < 0 or not (call.inside or call.name in ("writev", "openat")):
            return
        if call.name in _UNSEEN:
            raise AssertionError(f"the lab does not know what {call.name} does to the disk")
        getattr(self, f"_{call.name}")(call)

    def _name(self, path: bytes) -> str:
        return os.path.relpath(os.fsdecode(path), self.folder)

    def _handle(self, call: Call) -> _Handle | None:
        first = _FIRST.match(call.arguments)
        assert first is not None
        assert first[1] is not None
        return self._handles.get(int(first[1]))

    def _bytes(self, inode: int, place: int, content: bytes | None) -> None:
        self.events.append(Bytes(inode, place, content))
        end = place + len(content or b"")
        self._sizes[inode] = end if content is None else max(self._sizes[inode], end)

    def _change(self, *now: tuple[str, int | None]) -> None:
        self.events.append(Names(now))
        for name, inode in now:
            self._names.pop(name, None)
            if inode is not None:
                self._names[name] = inode

    # One method for each call, by its name.

    def _openat(self, call: Call) -> None:
        self._handles.pop(call.result, None)
        if not call.inside:
            return
        name = self._name(texts_of(call.arguments)[0])
        inode = self._names.get(name)
        if inode is None and "O_CREAT" in call.arguments:
            inode = self._new()
            self._change((name, inode))
        elif inode is not None and inode != FOLDER and "O_TRUNC" in call.arguments:
            self._bytes(inode, 0, None)
        self._handles[call.result] = _Handle(
            FOLDER if inode is None else inode, 0, "O_APPEND" in call.arguments
        )

    def _lseek(self, call: Call) -> None:
        handle = self._handle(call)
        if handle is not None:
            handle.place = call.result

    def _write(self, call: Call) -> None:
        handle = self._handle(call)
        if handle is None:
            return
        if handle.appends:
            handle.place = self._sizes[handle.inode]
        content = texts_of(call.arguments)[0][: call.result]
        self._bytes(handle.inode, handle.place, content)
        handle.place += len(content)

    def _pwrite64(self, call: Call) -> None:
        handle, place = self._handle(call), _NUMBER.search(call.arguments)
        assert handle is not None
        assert place is not None
        content = texts_of(call.arguments)[0][: call.result]
        self._bytes(handle.inode, int(place[0]), content)

    def _writev(self, call: Call) -> None:
        texts = b"".join(texts_of(call.arguments))
        if texts.startswith(b"ACK "):
            self.events.append(Acknowledged(texts[4:].decode().rstrip("\n")))

    def _ftruncate(self, call: Call) -> None:
        handle, size = self._handle(call), _NUMBER.search(call.arguments)
        assert handle is not None
        assert size is not None
        self._bytes(handle.inode, int(size[0]), None)

    def _truncate(self, call: Call) -> None:
        size = _NUMBER.search(call.arguments)
        assert size is not None
        self._bytes(self._names[self._name(texts_of(call.arguments)[0])], int(size[0]), None)

    def _fsync(self, call: Call) -> None:
        handle = self._handle(call)
        assert handle is not None
        self.events.append(Synced(handle.inode))

    _fdatasync = _fsync

    def _rename(self, call: Call) -> None:
        old, new = map(self._name, texts_of(call.arguments))
        moved = {
            name: inode
            for name, inode in self._names.items()
            if name == old or name.startswith(f"{old}/")
        }
        gone = [(name, None) for name in moved]
        self._change(*gone, *((new + name[len(old) :], inode) for name, inode in moved.items()))

    _renameat = _renameat2 = _rename

    def _link(self, call: Call) -> None:
        old, new = map(self._name, texts_of(call.arguments))
        self._change((new, self._names[old]))

    def _unlink(self, call: Call) -> None:
        self._change((self._name(texts_of(call.arguments)[0]), None))

    _unlinkat = _rmdir = _unlink

    def _mkdir(self, call: Call) -> None:
        self._change((self._name(texts_of(call.arguments)[0]), FOLDER))


@dataclass(frozen=True, slots=True)
class Cut:
    """The disk at one point: what is surely there, and what may be."""

    names: tuple[Names, ...]
    bytes: tuple[tuple[int, Bytes], ...]
    loose_names: tuple[Names, ...]
    loose_bytes: tuple[tuple[int, Bytes], ...]
    acknowledged: frozenset[str]


def cuts(events: Sequence[Event]) -> Iterator[Cut]:
    """The power cut after each event, from none to the last."""
    for point in range(len(events) + 1):
        yield _cut(events[:point])


def _cut(past: Sequence[Event]) -> Cut:
    synced = {event.inode: place for place, event in enumerate(past) if isinstance(event, Synced)}
    sure: list[tuple[int, Bytes]] = []
    loose: list[tuple[int, Bytes]] = []
    names: tuple[list[Names], list[Names]] = ([], [])
    for place, event in enumerate(past):
        if isinstance(event, Bytes):
            (sure if place < synced.get(event.inode, -1) else loose).append((place, event))
        elif isinstance(event, Names):
            names[place > synced.get(FOLDER, -1)].append(event)
    told = frozenset(event.label for event in past if isinstance(event, Acknowledged))
    return Cut(tuple(names[0]), tuple(sure), tuple(names[1]), tuple(loose), told)

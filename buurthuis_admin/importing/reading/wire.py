# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""How parent and child talk: frames of a length and a pickle, over the child's pipes.

Pickle, because it alone carries dates, text and sharing at the speed of C (marshal knows no
dates and its own manual warns of hostile data). The parent does not trust it: a hole in a
reader could hand the child to a hostile file. So the parent's unpickler knows only the classes
below, all plain data, and nothing in a message can call anything else.
"""

from __future__ import annotations

import io
import pickle
import struct
from dataclasses import dataclass
from typing import Any, BinaryIO

from buurthuis_admin.garbage import no_search
from buurthuis_admin.importing.reading.failure import Reason

MAX_FRAME = 400 * 2**20
_LENGTH = struct.Struct("<Q")
_HERE = "buurthuis_admin.importing"
_KNOWN = {
    *(("datetime", name) for name in ("date", "datetime", "time", "timedelta")),
    *(
        (f"{_HERE}.workbook", name)
        for name in ("Workbook", "Sheet", "MergedRange", "ReadNote", "ReadCode", "FileFormat")
    ),
    *((f"{_HERE}.reading.wire", name) for name in ("Request", "Refusal")),
    (f"{_HERE}.reading.failure", "Reason"),
}


@dataclass(frozen=True, slots=True)
class Request:
    """Read this file; the child keeps itself to the seconds too, should the parent be gone."""

    path: str
    seconds: float
    file_size: int


@dataclass(frozen=True, slots=True)
class Refusal:
    """The file cannot be read."""

    reason: Reason
    sheet: str = ""
    cell: str = ""


class Disconnected(Exception):
    """The other side is gone, or says what it cannot mean."""


class _InFrames:
    """The bytes of a message, frame by frame, through functions of Python.

    Unpickling half a million cells in one go would hold the interpreter for half a second, and
    the window with it. Between two frames another thread can have its turn.
    """

    def __init__(self, data: bytes) -> None:
        self._bytes = io.BytesIO(data)

    def read(self, size: int) -> bytes:
        return self._bytes.read(size)

    def readline(self) -> bytes:
        return self._bytes.readline()


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in _KNOWN:
            raise pickle.UnpicklingError("a class that no message holds")
        return super().find_class(module, name)


def send(stream: BinaryIO, message: object) -> None:
    """Write one message."""
    data = pickle.dumps(message, protocol=5)
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def receive(stream: BinaryIO) -> Any:
    """Read one message; raises Disconnected at the end of the stream."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise Disconnected
    (length,) = _LENGTH.unpack(head)
    if length > MAX_FRAME:
        raise Disconnected
    data = stream.read(length)
    if len(data) < length:
        raise Disconnected
    # Searches would walk over half a million new cells again and again: four times slower.
    with no_search(stays=False):
        try:
            return _Unpickler(_InFrames(data)).load()
        except Exception as error:  # a damaged pickle raises nearly anything
            raise Disconnected from error

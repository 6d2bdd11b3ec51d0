# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A zip file that is judged by what it declares before anything in it is unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib

from buurthuis_admin.importing.reading.failure import CannotRead, Reason

MAX_ENTRIES = 5_000
MAX_UNPACKED = 300 * 2**20
MAX_RATIO = 200
"""A sheet of one repeated value packs about 1 to 100; bombs pack 1 to 1000."""
RATIO_FROM = 30 * 2**20
"""Below this much unpacked, the ratio does no harm."""
_ENCRYPTED = 0x1

_UNPACKING_ERRORS = (
    zipfile.BadZipFile,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
    zlib.error,
)


class Archive:
    """The parts of a zip file by their name in lower case, with forward slashes."""

    def __init__(self, content: bytes) -> None:
        """Open and judge; raises CannotRead."""
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(content))
        except _UNPACKING_ERRORS as error:
            raise CannotRead(Reason.DAMAGED) from error
        self._judge(len(content))
        self._entries = {_plain(entry.filename): entry for entry in self.zip.infolist()}

    def _judge(self, packed: int) -> None:
        entries = self.zip.infolist()
        unpacked = sum(entry.file_size for entry in entries)
        if len(entries) > MAX_ENTRIES or unpacked > MAX_UNPACKED:
            raise CannotRead(Reason.TOO_LARGE)
        if unpacked > RATIO_FROM and unpacked > packed * MAX_RATIO:
            raise CannotRead(Reason.TOO_LARGE)
        if any(entry.flag_bits & _ENCRYPTED for entry in entries):
            raise CannotRead(Reason.PROTECTED)

    @property
    def unpacked_size(self) -> int:
        """What all parts together declare to be, in bytes."""
        return sum(entry.file_size for entry in self._entries.values())

    def names(self) -> list[str]:
        """The names of the parts."""
        return list(self._entries)

    def read(self, name: str) -> bytes | None:
        """The unpacked part, or None where there is none of that name."""
        entry = self._entries.get(_plain(name))
        if entry is None:
            return None
        try:
            return self.zip.read(entry)
        except _UNPACKING_ERRORS as error:
            raise CannotRead(Reason.DAMAGED) from error


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()

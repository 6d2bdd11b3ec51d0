# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a file is an administration of ours, found out without changing a byte of it."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from buurthuis_admin.storage import durable, problems, sqlite
from buurthuis_admin.storage.keys import PAGE_SIZE, FileKey
from buurthuis_admin.storage.schema import SCHEMA_VERSION

_PLAIN_SQLITE = b"SQLite format 3\0"
# How well-known kinds of files begin. An encrypted file begins with chance.
_FOREIGN = (
    _PLAIN_SQLITE,
    b"PK\x03\x04",  # zip, and so xlsx, docx, ods
    b"PK\x05\x06",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",  # xls, doc
    b"%PDF-",
    b"\x89PNG\r\n",
    b"\xff\xd8\xff",
    b"GIF8",
    b"II*\0",
    b"\x1f\x8b\x08",
    b"7z\xbc\xaf\x27\x1c",
    b"Rar!",
    b"\x7fELF",
    b"\0\1\0\0Standard",  # Access
    b"\xef\xbb\xbf",  # text with a byte order mark
)
_HEAD = 64
_PRINTABLE = frozenset(range(0x20, 0x7F)) | {0x09, 0x0A, 0x0D}


def check_outside(path: Path) -> None:
    """Look at what shows without a key: there, not empty, readable, not of another program."""
    if not path.exists():
        raise problems.AdministrationMissing(path)
    if not path.is_file():
        raise problems.NotAnAdministration(path)
    size = path.stat().st_size
    if size == 0:
        raise problems.AdministrationEmpty(path)
    with problems.explained(path), path.open("rb") as file:
        head = file.read(_HEAD)
    if _is_foreign(head):
        raise problems.NotAnAdministration(path)


def _is_foreign(head: bytes) -> bool:
    return head.startswith(_FOREIGN) or all(sign in _PRINTABLE for sign in head)


def check_inside(path: Path, key: FileKey) -> int:
    """Look at what shows with the key: whose file it is; returns the version of its schema.

    Raises WrongPassword and its kin by way of ``sqlite.explained``.
    """
    if not sqlite.left_beside(path):
        return _look(path, key)
    # After a crash the last changes stand beside the file. Without them its first page may be
    # torn, may promise pages that are not there yet, or be from before a newer program came.
    try:
        with durable.draft_beside(path) as draft:
            return _look_with_all(path, key, draft)
    except OSError:
        return _look(path, key)  # there is no room for a copy


def _look(path: Path, key: FileKey) -> int:
    # As a file that nobody may change: SQLite then makes no log beside it and takes no lock.
    connection = sqlite.connect(path, key, "ro&immutable=1")
    try:
        version = _version(connection, path)
        pages = sqlite.number_of(connection, "page_count")
    finally:
        connection.close()
    # After a crash the end may still stand in the log; without one the file was cut off.
    if pages * PAGE_SIZE > path.stat().st_size and not sqlite.left_beside(path):
        raise problems.AdministrationDamaged(path)
    return version


def _look_with_all(path: Path, key: FileKey, draft: Path) -> int:
    """Look at a copy, so that the file itself stays as it is until it is accepted."""
    shutil.copyfile(path, draft)
    for left in sqlite.left_beside(path):
        shutil.copyfile(left, draft.with_name(left.name.replace(path.name, draft.name, 1)))
    connection = sqlite.connect(draft, key, "rw")
    try:
        return _version(connection, path)
    finally:
        connection.close()


def _version(connection: Any, path: Path) -> int:
    if sqlite.number_of(connection, "application_id") != sqlite.APPLICATION_ID:
        raise problems.NotAnAdministration(path)
    version = sqlite.number_of(connection, "user_version")
    if version > SCHEMA_VERSION:
        raise problems.AdministrationNewer(path)
    return version


def check_is_encrypted(path: Path) -> None:
    """Raise EncryptionMissing when the file was written in the clear.

    Another SQLite library in the same process can take the place of SQLCipher and ignore the
    key without a word (Signal Desktop #5097).
    """
    with path.open("rb") as file:
        if file.read(len(_PLAIN_SQLITE)) == _PLAIN_SQLITE:
            raise problems.EncryptionMissing("")

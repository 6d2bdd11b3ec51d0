# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The key of an administration file: a random data key and the salt that begins the file.

SQLCipher gets both as they are, so that opening costs no derivation. The password only wraps
the data key (``storage.slots``); the recovery sheet holds both in print.
"""

from __future__ import annotations

import hashlib
import os
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

SALT_BYTES = 16  # SQLCipher keeps the salt in the first bytes of the file
KEY_BYTES = 32
PAGE_SIZE = 4096  # that of SQLCipher 4: a file is a whole number of pages and, closed, its slot
_OLD_ITERATIONS = 256_000  # the default of SQLCipher 4: PBKDF2-HMAC-SHA512


@dataclass(frozen=True, slots=True)
class FileKey:
    """The key of one file; it never shows in a traceback or a log."""

    key: bytes = field(repr=False)
    salt: bytes = field(repr=False)

    @property
    def pragma(self) -> str:
        """The statement that gives SQLCipher the raw key: hexadecimal digits only."""
        return f"PRAGMA key = \"x'{self.key.hex()}{self.salt.hex()}'\""


def new_key() -> FileKey:
    """The key of a file that does not exist yet."""
    return FileKey(os.urandom(KEY_BYTES), os.urandom(SALT_BYTES))


def salt_of(path: Path) -> bytes:
    """The salt of an existing file; OSError when it cannot be read."""
    with path.open("rb") as file:
        return file.read(SALT_BYTES)


def as_typed(password: str) -> bytes:
    """The bytes of a password: the same letters on another system come in one composition."""
    return unicodedata.normalize("NFC", password).encode()


def key_of_first_version(password: str, salt: bytes) -> FileKey:
    """The key of a file of before the key slots: SQLCipher derived it from the password."""
    key = hashlib.pbkdf2_hmac("sha512", as_typed(password), salt, _OLD_ITERATIONS, KEY_BYTES)
    return FileKey(key, salt)

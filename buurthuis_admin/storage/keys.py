# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""From the password to the key of the file, exactly as SQLCipher 4 derives it.

The key is derived once per opening and handed to every connection as raw key and salt: a
connection then costs no second derivation, and no password ever stands in an SQL text.
"""

from __future__ import annotations

import hashlib
import os
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

SALT_BYTES = 16  # SQLCipher keeps the salt in the first bytes of the file
_KEY_BYTES = 32
_ITERATIONS = 256_000  # the default of SQLCipher 4: PBKDF2-HMAC-SHA512


@dataclass(frozen=True, slots=True)
class FileKey:
    """The key of one file; it never shows in a traceback or a log."""

    key: bytes = field(repr=False)
    salt: bytes = field(repr=False)

    @property
    def pragma(self) -> str:
        """The statement that gives SQLCipher the raw key: hexadecimal digits only."""
        return f"PRAGMA key = \"x'{self.key.hex()}{self.salt.hex()}'\""


def new_key(password: str) -> FileKey:
    """The key of a file that does not exist yet, with a salt of its own."""
    return _derive(password, os.urandom(SALT_BYTES))


def key_of(path: Path, password: str) -> FileKey:
    """The key of an existing file; OSError when it cannot be read."""
    with path.open("rb") as file:
        return _derive(password, file.read(SALT_BYTES))


def _derive(password: str, salt: bytes) -> FileKey:
    # The same letters typed on another system may come in another composition.
    typed = unicodedata.normalize("NFC", password).encode()
    return FileKey(hashlib.pbkdf2_hmac("sha512", typed, salt, _ITERATIONS, _KEY_BYTES), salt)

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The key slot: the data key of a file, wrapped by the password.

argon2id (RFC 9106) makes a key of the password, AES-256-GCM wraps the data key with it. The
salt of the file and all settings are authenticated, so a slot fits one file and cannot be
weakened. Everything is written twice: one damaged spot does not shut anybody out.
"""

from __future__ import annotations

import hashlib
import os
import struct
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from buurthuis_admin.storage.keys import KEY_BYTES, SALT_BYTES, FileKey, as_typed

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_MAGIC = b"BuurSlot"
_FORMAT = 1
_TAG = 16
_HEAD = struct.Struct("<8sHIIIQ16s16s12s")  # magic … generation, file salt, own salt, nonce
_WRAPPED = KEY_BYTES + _TAG
_SUM = 8
_COPY = _HEAD.size + _WRAPPED + _SUM
SIZE = 2 * _COPY


@dataclass(frozen=True, slots=True)
class Work:
    """What one attempt at a password costs: memory in KiB, rounds, lanes."""

    memory: int
    rounds: int
    lanes: int

    @property
    def reasonable(self) -> bool:
        """Whether a slot that asks this may be tried: nobody can make us use all memory."""
        enough = 1 <= self.lanes <= 16 and 1 <= self.rounds <= 32
        return enough and 8 * self.lanes <= self.memory <= 1 << 20


STANDARD = Work(memory=64 * 1024, rounds=3, lanes=4)  # about 0,1 s on a laptop of 2020


class WrongKey(Exception):
    """The password does not open this slot."""


@dataclass(frozen=True, slots=True)
class KeySlot:
    """One wrapped key. A higher ``generation`` replaces a lower one of the same file."""

    work: Work
    generation: int
    file_salt: bytes
    salt: bytes
    nonce: bytes
    wrapped: bytes = field(repr=False)

    @classmethod
    def wrap(
        cls, key: FileKey, password: str, *, generation: int = 1, work: Work | None = None
    ) -> KeySlot:
        """Wrap the key of a file by a password."""
        work = work or STANDARD
        empty = cls(work, generation, key.salt, os.urandom(SALT_BYTES), os.urandom(12), b"")
        wrapped = _cipher(empty, password).encrypt(empty.nonce, key.key, empty.head)
        return cls(work, generation, key.salt, empty.salt, empty.nonce, wrapped)

    def unwrap(self, password: str) -> FileKey:
        """The key of the file. Raises WrongKey; takes as long for a wrong password."""
        from cryptography.exceptions import InvalidTag

        try:
            key = _cipher(self, password).decrypt(self.nonce, self.wrapped, self.head)
        except InvalidTag:
            raise WrongKey from None
        return FileKey(key, self.file_salt)

    @property
    def head(self) -> bytes:
        """The settings of the slot, as they are written and authenticated."""
        work = self.work
        return _HEAD.pack(
            _MAGIC,
            _FORMAT,
            work.memory,
            work.rounds,
            work.lanes,
            self.generation,
            self.file_salt,
            self.salt,
            self.nonce,
        )

    def to_bytes(self) -> bytes:
        """``SIZE`` bytes: the slot twice, each with its checksum."""
        content = self.head + self.wrapped
        return 2 * (content + _sum(content))

    @classmethod
    def from_bytes(cls, content: bytes) -> KeySlot | None:
        """The slot in the bytes, from the copy that is whole; None when neither is."""
        for start in (0, _COPY):
            slot = _read(content[start : start + _COPY])
            if slot is not None:
                return slot
        return None


def _read(copy: bytes) -> KeySlot | None:
    if len(copy) != _COPY or _sum(copy[:-_SUM]) != copy[-_SUM:]:
        return None
    magic, form, memory, rounds, lanes, generation, file_salt, salt, nonce = _HEAD.unpack(
        copy[: _HEAD.size]
    )
    work = Work(memory, rounds, lanes)
    if magic != _MAGIC or form != _FORMAT or not work.reasonable:
        return None
    wrapped = copy[_HEAD.size : -_SUM]
    return KeySlot(work, generation, file_salt, salt, nonce, wrapped)


def _sum(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()[:_SUM]


def _cipher(slot: KeySlot, password: str) -> AESGCM:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    derivation = Argon2id(
        salt=slot.salt,
        length=KEY_BYTES,
        iterations=slot.work.rounds,
        lanes=slot.work.lanes,
        memory_cost=slot.work.memory,
    )
    return AESGCM(derivation.derive(as_typed(password)))

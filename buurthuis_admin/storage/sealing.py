# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bytes that stay in memory for a while, encrypted by the key of the file (AES-256-GCM)."""

from __future__ import annotations

import hashlib
import os

from buurthuis_admin.storage.keys import FileKey

_NONCE = 12


def seal(key: FileKey, content: bytes) -> bytes:
    """Encrypt; each time it gives something else."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(_NONCE)
    return nonce + AESGCM(_own_key(key)).encrypt(nonce, content, None)


def unseal(key: FileKey, sealed: bytes) -> bytes:
    """Decrypt; raises InvalidTag when it was sealed by another key."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    return AESGCM(_own_key(key)).decrypt(sealed[:_NONCE], sealed[_NONCE:], None)


def _own_key(key: FileKey) -> bytes:
    # Never the key of the pages itself for another purpose.
    return hashlib.sha256(b"sealed drafts\0" + key.key).digest()

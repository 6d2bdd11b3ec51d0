# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keys as they are told to people."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

GO_KEYS, LOCK_KEYS, HELP_KEYS = "Ctrl+K", "Ctrl+L", "F1"


def native_keys(keys: str) -> str:
    """Keys as this computer calls them."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A JPEG without what the camera wrote in it; its picture is not touched."""

from __future__ import annotations

from collections.abc import Iterator

_START, _END = b"\xff\xd8", b"\xff\xd9"
_PLAIN_FRAMES = frozenset({0xC0, 0xC1})  # in others, parts may stand between the scans
_SCAN = 0xDA
_KEPT_NOTES = frozenset({0xE0, 0xEE})  # which colours the numbers stand for
_NOTES = frozenset({*range(0xE0, 0xF0), 0xFE})
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def without_notes(jpeg: bytes) -> bytes | None:
    """The same picture without place, date, camera, small preview and whatever follows its end.

    None when it is not built in the plain way, so that it must be written anew.
    """
    try:
        return b"".join(_parts(jpeg))
    except (ValueError, IndexError):
        return None


def _parts(jpeg: bytes) -> Iterator[bytes]:
    """Raises ValueError or IndexError where the file is not what it should be."""
    if not jpeg.startswith(_START):
        raise ValueError
    yield _START
    at = len(_START)
    while True:
        if jpeg[at] != 0xFF:
            raise ValueError
        kind = jpeg[at + 1]
        end = at + 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
        if kind in _FRAMES and kind not in _PLAIN_FRAMES:
            raise ValueError
        if kind == _SCAN:
            # In a scan 0xFF is followed by 0 or by a restart, so this is the end and nothing else.
            yield jpeg[at : jpeg.index(_END, end)] + _END
            return
        if kind not in _NOTES or kind in _KEPT_NOTES:
            yield jpeg[at:end]
        at = end

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Times of the day as people type them."""

from __future__ import annotations

import datetime
import re

_PARTS = re.compile(r"(\d{1,2})(?:\s*(?:[:.,]|u(?:ur)?)\s*(\d{2})?)?\s*(?:u(?:ur)?)?")
_TOGETHER = re.compile(r"(\d{1,2})(\d{2})")


def parse_time(text: str) -> datetime.time | None:
    """'10', '10:30', '10.30 uur', '10u30' and '1030'; None for nothing, ValueError for the rest."""
    typed = text.strip().lower()
    if not typed:
        return None
    match = _PARTS.fullmatch(typed) or _TOGETHER.fullmatch(typed)
    if match is None:
        raise ValueError(f"not a time: {text!r}")
    return datetime.time(int(match[1]), int(match[2] or 0))

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Schema version 3: rooms, closing days, and what an activity asks and gets."""

from __future__ import annotations


def create() -> None:
    """Make the tables."""

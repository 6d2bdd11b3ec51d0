# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Schema version 3: the cash and bank book, and expenses that are shared."""

from __future__ import annotations


def create() -> None:
    """Make the tables."""

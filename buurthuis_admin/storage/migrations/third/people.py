# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Schema version 3: letters and reminders, tasks, neighbour help."""

from __future__ import annotations


def create() -> None:
    """Make the tables."""

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Schema version 3: rules of funders, steps and papers of a dossier."""

from __future__ import annotations


def create() -> None:
    """Make the tables."""

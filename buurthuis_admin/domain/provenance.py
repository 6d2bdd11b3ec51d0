# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where something came from: the row of an old sheet that said so."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Origin:
    """A row of a sheet; ``row`` as a person sees it, the first is 1."""

    file: str
    sheet: str
    row: int

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The ways to an administration that the start page offers; the composition root fills them in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from buurthuis_admin.services.administration import Administration


SUFFIX = ".buurthuis"


def _with_sheet(path: Path, text: str) -> Administration:
    from buurthuis_admin.services.administration import open_with_sheet

    return open_with_sheet(path, text)


@dataclass(frozen=True, slots=True)
class Doors:
    """Each runs in the background and raises a UserError when it cannot be done."""

    open: Callable[[Path, str], Administration]
    create: Callable[[Path, str, str, str], Administration]  # place, password, name, town
    example: Callable[[], Administration]
    open_with_sheet: Callable[[Path, str], Administration] = _with_sheet

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where something came from: the row of an old sheet that said so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Origin:
    """A row of a sheet; ``row`` as a person sees it, the first is 1."""

    file: str
    sheet: str
    row: int
    # By which the bytes of the file can be asked for; '' when they are gone.
    sha256: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A spreadsheet that was read and of which the bytes are still here."""

    name: str
    sha256: str


def kept_files(origins: Iterable[Origin]) -> list[KeptFile]:
    """The files behind rows that can still be looked at, each once."""
    found = (KeptFile(one.file, one.sha256) for one in origins if one.sha256)
    return list(dict.fromkeys(found))

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Conflict copies: what a synchronised folder makes when two laptops changed the same file.

Each service has its own way of naming them. A name alone proves nothing, so whoever finds one
compares the contents and overwrites neither.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Scheme(StrEnum):
    """Whose way of naming it is."""

    NEXTCLOUD = "Nextcloud"
    DROPBOX = "Dropbox"
    ONEDRIVE = "OneDrive"
    SYNCTHING = "Syncthing"
    COPY = "copy"  # made by hand in the file manager, or by Google Drive


@dataclass(frozen=True, slots=True)
class ConflictCopy:
    """A file that is, by its name, another version of an administration."""

    name: str
    original: str
    scheme: Scheme


@dataclass(frozen=True, slots=True)
class Side:
    """What was changed in one version since both were the same: how often, and what last.

    ``at`` is UTC; None when nothing was.
    """

    changes: int
    at: datetime.datetime | None = None
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class OtherVersion:
    """A conflict copy held against the administration; ``common`` is when both were the same.

    ``readable`` is False for a copy that has another key or is damaged; it is left alone.
    """

    path: Path
    scheme: Scheme
    readable: bool = True
    common: datetime.datetime | None = None
    here: Side = Side(0)
    there: Side = Side(0)


# What stands between the stem and the suffix. The order matters: the most telling first.
_MARKS: tuple[tuple[Scheme, re.Pattern[str]], ...] = (
    (Scheme.SYNCTHING, re.compile(r"\.sync-conflict-\d{8}-\d{6}(?:-[A-Z2-7]{7})?")),
    (Scheme.NEXTCLOUD, re.compile(r" \(conflicted copy \d{4}-\d\d-\d\d \d{6}\)")),
    (Scheme.NEXTCLOUD, re.compile(r"_conflict-\d{8}-\d{6}")),
    (
        Scheme.DROPBOX,
        re.compile(
            r" \((?:[^()]*['\u2019]s )?(?:[Cc]onflicted copy|[Cc]onflicterende kopie"
            r"|[Cc]ase [Cc]onflict)(?: (?:of|van) [^()]*)?"
            r"(?: \d{4}-\d\d-\d\d)?(?: \(\d+\))?(?: \d+)?\)"
        ),
    ),
    (Scheme.DROPBOX, re.compile(r" \([^()]*(?:conflicterende kopie|in conflict)[^()]*\)")),
    (Scheme.ONEDRIVE, re.compile(r"-(?:DESKTOP|LAPTOP|PC|MacBook)[-A-Za-z0-9]*(?:-\d+)?")),
    (Scheme.COPY, re.compile(r" \[Conflict(?: \d+)?\]")),
    (Scheme.COPY, re.compile(r" \(\d{1,2}\)")),
    (Scheme.COPY, re.compile(r" ?[-(] ?(?:[Kk]opie|[Cc]opy)(?: ?\(?\d+\)?)?\)?")),
)
_COPY_FIRST = re.compile(r"(?:Kopie van|Copy of) ")


def conflict_copy(name: str, original: str) -> ConflictCopy | None:
    """What a file is to the administration called ``original``; None when it is no copy of it."""
    stem, dot, suffix = original.rpartition(".")
    if not dot:
        stem, suffix = original, ""
    end = f"{dot}{suffix}"
    if name == original or not name.endswith(end):
        return None
    bare = name[: len(name) - len(end)] if end else name
    if _COPY_FIRST.sub("", bare, count=1) == stem:
        return ConflictCopy(name, original, Scheme.COPY)
    if not bare.startswith(stem):
        return None
    mark = bare[len(stem) :]
    for scheme, pattern in _MARKS:
        if pattern.fullmatch(mark):
            return ConflictCopy(name, original, scheme)
    return None


def conflict_copies(names: Iterable[str], original: str, computer: str = "") -> list[ConflictCopy]:
    """All copies of an administration among the names in its folder, in order.

    OneDrive puts the name of a computer behind the stem; that of this ``computer`` is known.
    """
    found = []
    for name in sorted(names):
        copy = conflict_copy(name, original) or _of_computer(name, original, computer)
        if copy is not None:
            found.append(copy)
    return found


def _of_computer(name: str, original: str, computer: str) -> ConflictCopy | None:
    stem, dot, suffix = original.rpartition(".")
    if computer and dot and name == f"{stem}-{computer}.{suffix}":
        return ConflictCopy(name, original, Scheme.ONEDRIVE)
    return None

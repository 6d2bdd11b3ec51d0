# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands in the papers of privacy: the answer to a request, and the processing register."""

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldSection:
    """One kind of what is held on a person: rows of words under headings."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldOnPerson:
    """All that is held on a person, with what the law wants to be told beside it (art. 15)."""

    name: str
    centre: str
    address: str
    contact: str
    officer: str
    made_on: datetime.date
    sections: tuple[HeldSection, ...]
    purposes: tuple[tuple[str, str, str], ...]  # purpose, on what ground, how long
    rights: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Processing:
    """One entry of the processing register (AVG art. 30)."""

    title: str
    purpose: str
    ground: str
    people: str
    data: tuple[str, ...]
    recipients: str
    retention: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessingRegister:
    """The whole register."""

    centre: str
    address: str
    contact: str
    officer: str
    made_on: datetime.date
    entries: tuple[Processing, ...]
    measures: tuple[str, ...]

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The lines of the list of people: all that the first page needs, and quick to load."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from buurthuis_admin.domain.dates import PartialDate


class MemberFilter(StrEnum):
    """The chips above the list of people."""

    ALL = "all"
    MEMBERS = "members"
    FORMER = "former"
    PARTICIPANTS = "participants"
    VOLUNTEERS = "volunteers"
    NOT_SEEN = "not seen"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """One line of the list of people."""

    id: int
    name: str
    number: str
    town: str
    activities: str
    last_seen: datetime.date | None
    standing: MemberFilter
    born: PartialDate | None = None
    address: str = ""
    postcode: str = ""
    phones: tuple[str, ...] = ()
    email: str = ""

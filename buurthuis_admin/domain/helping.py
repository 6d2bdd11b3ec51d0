# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Neighbours who help each other outside the activities: who asks or offers, and who helped."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class HelpKind(StrEnum):
    """Whether somebody asks for help or offers it."""

    REQUEST = "request"
    OFFER = "offer"


class HelpState(StrEnum):
    """How far it is: closed is ended without anybody having helped."""

    OPEN = "open"
    HELPED = "helped"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpGiven:
    """The other of the two: who helped with a request, or who was helped by an offer."""

    person_id: int | None
    name: str = ""
    day: datetime.date
    hours: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class NeighbourHelp:
    """What a neighbour asks or offers. Without a name, the person has left."""

    id: int | None = None
    kind: HelpKind = HelpKind.REQUEST
    person_id: int | None
    name: str = ""
    what: str
    day: datetime.date
    state: HelpState = HelpState.OPEN
    closed_on: datetime.date | None = None
    given: tuple[HelpGiven, ...] = ()

    @property
    def hours(self) -> Decimal:
        """All hours that were given."""
        return sum((one.hours for one in self.given), Decimal(0))

    @property
    def others(self) -> str:
        """Who helped, or who was helped."""
        return ", ".join(dict.fromkeys(one.name for one in self.given if one.name))

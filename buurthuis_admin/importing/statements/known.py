# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the administration knows that a line of a bank statement may be about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from buurthuis_admin.domain.names import PersonName


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownMember:
    """A member who may pay a contribution; ``owed`` is what is not paid yet, by year."""

    person_id: int
    membership_id: int
    name: PersonName
    number: str = ""
    ibans: frozenset[str] = frozenset()
    fee: Decimal | None = None
    owed: Mapping[int, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownSubsidy:
    """A dossier that money may come in for, or be spent on."""

    id: int
    funder: str
    name: str
    reference: str = ""
    expected: tuple[Decimal, ...] = ()
    payers: frozenset[str] = frozenset()
    paid: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownOpen:
    """A booking of money that has not moved yet."""

    id: int
    amount: Decimal
    name: str
    iban: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """All of it. ``learned`` is the last category by IBAN, apart for in (True) and out."""

    members: tuple[KnownMember, ...] = ()
    subsidies: tuple[KnownSubsidy, ...] = ()
    open: tuple[KnownOpen, ...] = ()
    learned: Mapping[tuple[str, bool], int] = field(default_factory=dict)
    categories: Mapping[int, str] = field(default_factory=dict)
    own_ibans: frozenset[str] = frozenset()
    transfer: int | None = None

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""People at one address as one household: proposed here, decided by a person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from buurthuis_admin.domain.people import Address, PersonDetail
from buurthuis_admin.domain.text import fold, squeeze

LARGEST = 12  # more people at one address live in a house of many, each with a door of their own


@dataclass(frozen=True, slots=True)
class HouseholdProposal:
    """People who live together by their address; ``household_id`` when some are one already."""

    address: Address
    people: tuple[PersonDetail, ...]
    name: str
    household_id: int | None = None


def propose(people: Iterable[PersonDetail]) -> list[HouseholdProposal]:
    """Addresses where two or more live who are not all of one household yet."""
    at: dict[tuple[str, ...], list[PersonDetail]] = {}
    for one in people:
        key = _key(one.person.address)
        if key is not None and not one.person.archived:
            at.setdefault(key, []).append(one)
    found = (_proposal(ones) for ones in at.values() if 1 < len(ones) <= LARGEST)
    return [one for one in found if one is not None]


def _key(address: Address) -> tuple[str, ...] | None:
    """What is the same for one front door, however it was typed."""
    house = "".join(fold(address.house).split())  # '12 A' is 12a, and 1-2 is not 12
    if not house:
        return None
    if address.postcode:
        return squeeze(address.postcode), house
    if address.street and address.town:
        return fold(address.street), house, fold(address.town)
    return None


def _proposal(people: list[PersonDetail]) -> HouseholdProposal | None:
    households = {one.person.household_id for one in people}
    known = sorted(number for number in households if number is not None)
    if len(households) == 1 and known:
        return None
    if len(known) > 1:
        return None  # two families at one address were kept apart by somebody
    named = next((one.household.name for one in people if one.household), "")
    surnames = dict.fromkeys(one.person.name.surname for one in people if one.person.name.surname)
    return HouseholdProposal(
        people[0].person.address,
        tuple(people),
        named or " / ".join(surnames) or people[0].person.name.full,
        known[0] if known else None,
    )

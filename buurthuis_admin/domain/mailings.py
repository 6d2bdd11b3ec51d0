# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who gets post: people or households, and letters with fields that differ for each of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from buurthuis_admin.domain.people import Address, PersonDetail

_FIELD = re.compile(r"\{([^{}\n]*)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """Somebody or a household that gets one letter or label; ``fields`` are for the text."""

    name: str
    greeting: str
    address: Address
    fields: Mapping[str, str] = field(default_factory=dict)

    @property
    def lines(self) -> tuple[str, ...]:
        """Name and address as they stand on an envelope."""
        return tuple(line for line in (self.name, *address_lines(self.address)) if line)


def address_lines(address: Address) -> tuple[str, ...]:
    """Street, and postcode with town in capitals as the post asks; only what is known."""
    place = "  ".join(part for part in (_postcode(address.postcode), address.town.upper()) if part)
    return tuple(line for line in (address.line, place) if line)


def _postcode(postcode: str) -> str:
    bare = postcode.replace(" ", "").upper()
    return f"{bare[:4]} {bare[4:]}" if re.fullmatch(r"\d{4}[A-Z]{2}", bare) else postcode


def can_be_posted(address: Address) -> bool:
    """Whether post arrives at what is known of an address."""
    return bool(address.line and (address.postcode or address.town))


def by_household(people: Iterable[PersonDetail]) -> list[list[PersonDetail]]:
    """People of one household together, where the first of them stood; others alone."""
    groups: dict[tuple[str, int], list[PersonDetail]] = {}
    for one in people:
        household = one.person.household_id
        key = ("person", one.person.id or 0) if household is None else ("household", household)
        groups.setdefault(key, []).append(one)
    return list(groups.values())


def fill_in(text: str, fields: Mapping[str, str]) -> str:
    """The text with each {field} replaced; what is typed in a value stays as it is."""
    return _FIELD.sub(lambda found: fields.get(found[1].strip().lower(), found[0]), text)


def unknown_fields(text: str, known: Sequence[str]) -> list[str]:
    """Fields of a text that nobody knows, as they were typed."""
    found = (match for match in _FIELD.finditer(text) if match[1].strip().lower() not in known)
    return list(dict.fromkeys(match[0] for match in found))

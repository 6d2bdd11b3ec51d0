# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The code on a recovery sheet: data key and salt as eighteen groups that a person can type.

54 bytes (version, key, salt and the first five bytes of their SHA-256) are eighteen groups of
three bytes, on the sheet in rows A to F of three. ``recovery_groups`` is about one group,
``recovery_alignment`` finds the groups in a text with mistakes.
"""

from __future__ import annotations

import hashlib
import random as _random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from buurthuis_admin.domain.recovery_alignment import Alignment, align
from buurthuis_admin.domain.recovery_groups import (
    COLUMNS,
    GROUP_BYTES,
    GROUPS,
    LABELS,
    ROWS,
    is_group,
    read_group,
    read_signs,
    write_group,
)
from buurthuis_admin.errors import BuurthuisError

VERSION = 1
KEY_BYTES, SALT_BYTES, SUM_BYTES = 32, 16, 5
TYPED_BACK = 3


class RecoveryError(BuurthuisError):
    """What was typed is not the code of a recovery sheet."""


class RecoveryTypingError(RecoveryError):
    """Groups that are wrong or missing, by their names on the sheet ('B2'), or more than there are.

    It never holds what was typed.
    """

    def __init__(
        self, wrong: Sequence[str] = (), missing: Sequence[str] = (), surplus: int = 0
    ) -> None:
        self.wrong, self.missing, self.surplus = tuple(wrong), tuple(missing), surplus
        super().__init__(f"wrong {self.wrong}, missing {self.missing}, too many {surplus}")


class RecoveryMismatchError(RecoveryError):
    """Each group may be sound, but they do not belong together: groups of two sheets, say."""


class RecoveryVersionError(RecoveryError):
    """A sound code that a newer program made."""


@dataclass(frozen=True, slots=True)
class RecoveryCode:
    """The groups in their order. They open the administration, so no ``repr`` shows them."""

    groups: tuple[str, ...] = field(repr=False)

    @property
    def text(self) -> str:
        """All groups on one line; what the square code of the sheet holds."""
        return " ".join(self.groups)

    @property
    def rows(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The letter of each row with its groups."""
        width = len(COLUMNS)
        return tuple(
            (letter, self.groups[at * width : (at + 1) * width]) for at, letter in enumerate(ROWS)
        )

    def has(self, label: str, text: str) -> bool:
        """Whether a text is the group of a name: what the typing back asks."""
        return read_signs(text) == read_signs(self.groups[LABELS.index(label)])

    def wrong_among(self, typed: Mapping[str, str]) -> tuple[str, ...]:
        """The names of the groups that were typed back differently."""
        return tuple(label for label, text in typed.items() if not self.has(label, text))


def encode(key: bytes, salt: bytes) -> RecoveryCode:
    """The code of a data key and its salt."""
    if len(key) != KEY_BYTES or len(salt) != SALT_BYTES:
        raise ValueError("a recovery code holds a key of 32 and a salt of 16 bytes")
    payload = bytes([VERSION]) + key + salt
    content = payload + _sum_of(payload)
    pieces = (content[at : at + GROUP_BYTES] for at in range(0, len(content), GROUP_BYTES))
    return RecoveryCode(tuple(write_group(at, piece) for at, piece in enumerate(pieces)))


def decode(typed: str | Sequence[str]) -> tuple[bytes, bytes]:
    """Key and salt of a code: a text as it was typed, pasted or scanned, or a text for each group.

    RecoveryTypingError names the groups to look at; the other errors are about the whole.
    """
    found = align(typed) if isinstance(typed, str) else _of_fields(typed)
    if found.wrong or found.missing or found.surplus:
        raise RecoveryTypingError(found.wrong, found.missing, found.surplus)
    content = b"".join(map(read_group, found.groups))
    payload, total = content[:-SUM_BYTES], content[-SUM_BYTES:]
    if _sum_of(payload) != total:
        raise RecoveryMismatchError("the groups do not belong together")
    if payload[0] != VERSION:
        raise RecoveryVersionError(f"a recovery code of version {payload[0]}")
    return payload[1 : 1 + KEY_BYTES], payload[1 + KEY_BYTES :]


def check_group(place: str | int, text: str) -> bool:
    """Whether a text can be the group of a name ('B2') or of a place from 0: to check on typing."""
    return is_group(LABELS.index(place) if isinstance(place, str) else place, read_signs(text))


def choose_groups_to_type_back(
    code: RecoveryCode, number: int = TYPED_BACK, random: _random.Random | None = None
) -> tuple[str, ...]:
    """The names of some groups in the order of the sheet, each of another row while there are."""
    chance = random or _random.SystemRandom()
    if number <= len(ROWS):
        rows = sorted(chance.sample(ROWS, number))
        return tuple(row + chance.choice(COLUMNS) for row in rows)
    return tuple(sorted(chance.sample(LABELS, min(number, len(code.groups)))))


def _of_fields(fields: Sequence[str]) -> Alignment:
    """The groups of a form that has a field for each."""
    groups = [read_signs(text) for text in fields]
    surplus = sum(bool(group) for group in groups[GROUPS:])
    missing = [()] * (GROUPS - len(groups))
    return Alignment((*groups[:GROUPS], *missing), surplus)


def _sum_of(payload: bytes) -> bytes:
    return hashlib.sha256(payload).digest()[:SUM_BYTES]

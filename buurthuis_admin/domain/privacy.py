# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the privacy law (AVG) asks to keep: consents, requests, data breaches."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum


class RequestKind(StrEnum):
    """What a person may ask of the centre (AVG, articles 15 to 21)."""

    ACCESS = "access"
    RECTIFY = "rectify"
    ERASE = "erase"
    RESTRICT = "restrict"
    PORTABILITY = "portability"
    OBJECT = "object"


@dataclass(frozen=True, slots=True)
class Consent:
    """That a person agreed to one use of their data: for what, when, and how they said so."""

    purpose: str
    given_on: datetime.date
    how: str = ""
    withdrawn_on: datetime.date | None = None
    remark: str = ""
    id: int | None = None
    person_id: int | None = None

    def holds_on(self, day: datetime.date) -> bool:
        """Whether it was given and not yet taken back."""
        return self.given_on <= day and (self.withdrawn_on is None or day < self.withdrawn_on)

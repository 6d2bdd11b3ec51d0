# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two versions of one administration, made when two laptops both changed a copy."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Branch:
    """What happened in one version since both were the same.

    ``last_at`` is the moment of its newest change (UTC, ISO 8601), '' when nothing happened.
    """

    changes: int
    last_at: str = ""
    last_sentence: str = ""


@dataclass(frozen=True, slots=True)
class Fork:
    """This version, the other, and when both were last the same ('' when they never were)."""

    together_until: str
    here: Branch
    there: Branch

    @property
    def other_has_nothing_new(self) -> bool:
        """Whether everything in the other version is in this one too."""
        return self.there.changes == 0

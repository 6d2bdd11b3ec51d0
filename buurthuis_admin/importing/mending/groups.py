# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Problems of a box that are mended in one way, gathered over all of its sheets."""

from __future__ import annotations

from dataclasses import dataclass

from buurthuis_admin.importing.corrections import Answer, CellPlace, ProblemKey
from buurthuis_admin.importing.mending.spelling import Cluster


@dataclass(frozen=True, slots=True)
class Trouble:
    """One cell with a problem: what stands there, what would mend it, and what was answered."""

    place: CellPlace
    shown: str
    proposal: str | None = None
    answer: Answer | None = None


@dataclass(frozen=True, slots=True)
class ProblemGroup:
    """All problems with one repair. Those of spelling are clusters, the others cells."""

    key: ProblemKey
    troubles: tuple[Trouble, ...] = ()
    clusters: tuple[Cluster, ...] = ()  # those without an answer

    @property
    def waiting(self) -> int:
        """How many have no answer yet."""
        return len(self.clusters) + sum(trouble.answer is None for trouble in self.troubles)

    @property
    def count(self) -> int:
        """How many there are, with an answer or without."""
        return len(self.clusters) + len(self.troubles)

    @property
    def proposals(self) -> tuple[Trouble, ...]:
        """The ones without an answer that have a proposal."""
        return tuple(t for t in self.troubles if t.answer is None and t.proposal is not None)

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a trial leaves to chance: always the same for a seed, so that it can be looked at again.

The long form has one seed of its own. The short form has another each time it is run: in the
course of many runs it looks at far more than one run could.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TypeVar

SEED = 20261126
_chosen = [SEED]
Case = TypeVar("Case")


def use(seed: int) -> None:
    """From now on, in this process and those that are forked from it."""
    _chosen[0] = seed


def dice(name: str) -> random.Random:
    """Numbers for a use, whatever else was left to chance before."""
    return random.Random(f"{_chosen[0]} {name}")


def evenly(cases: Sequence[Case], wanted: int | None, name: str) -> Sequence[Case]:
    """So many of the cases, one by chance out of each equal part of them; None: all of them."""
    if wanted is None or wanted >= len(cases):
        return cases
    bounds = [part * len(cases) // wanted for part in range(wanted + 1)]
    chance = dice(name)
    return [cases[chance.randrange(*bounds[part : part + 2])] for part in range(wanted)]

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Spellings that may be one: 'Waterdam', 'waterdam' and 'Wtrdam'."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

from buurthuis_admin.domain.text import squeeze

_NEARLY = 94  # however often both stand there
_ALIKE = 84  # when one is rare
_SHORTEST = 5  # shorter names differ by a letter too easily: Ede and Epe
_RARE = 3  # a slip is rarer than this part of the right spelling
_MOST = 1000  # so many names are no towns: only those that differ by capitals are put together


@dataclass(frozen=True, slots=True)
class Cluster:
    """Spellings with how often each stands there, the most frequent first; which seems right."""

    spellings: tuple[tuple[str, int], ...]
    right: str


def clusters(counts: Mapping[str, int], fixed: frozenset[str] = frozenset()) -> list[Cluster]:
    """The groups of more than one spelling; ``fixed`` spellings are right as they are."""
    by_key: dict[str, Counter[str]] = {}
    for spelling, count in counts.items():
        if squeeze(spelling) and spelling not in fixed:
            by_key.setdefault(squeeze(spelling), Counter())[spelling] += count
    groups: dict[str, list[str]] = {}
    for key in sorted(by_key, key=lambda one: (-by_key[one].total(), one)):
        alike = (other for other in groups if _same(key, other, by_key))
        home = next(alike, None) if len(by_key) <= _MOST else None
        groups.setdefault(home or key, []).append(key)
    found = []
    for keys in groups.values():
        spellings = [item for key in keys for item in by_key[key].items()]
        if len(spellings) > 1:
            found.append(_cluster(spellings))
    return found


def _same(rare: str, usual: str, by_key: Mapping[str, Counter[str]]) -> bool:
    """Whether the rarer of two keys may be a slip of the more usual one."""
    if min(len(rare), len(usual)) < _SHORTEST or rare[0] != usual[0]:
        return False
    if [s for s in rare if s.isdigit()] != [s for s in usual if s.isdigit()]:
        return False  # 'Yoga 1' and 'Yoga 2'
    few, many = by_key[rare].total(), by_key[usual].total()
    alike = fuzz.ratio(rare, usual)
    return alike >= _NEARLY or (alike >= _ALIKE and few * _RARE <= max(many, _RARE))


def _cluster(spellings: list[tuple[str, int]]) -> Cluster:
    ordered = sorted(spellings, key=lambda one: (-one[1], one[0].islower(), one[0].isupper(), one))
    return Cluster(tuple(ordered), ordered[0][0])

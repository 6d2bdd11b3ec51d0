# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Activities by all the names that sheets have for them."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz, process

from buurthuis_admin.domain.text import squeeze
from buurthuis_admin.importing.outcome import RowFate
from buurthuis_admin.importing.planning.drafts import ActivityDraft
from buurthuis_admin.importing.planning.fates import Fates
from buurthuis_admin.importing.planning.news import News, State
from buurthuis_admin.importing.records import ActivityRecord, Source

_SPELLING = 88
_FIELDS = (
    "theme", "target_group", "room", "leader", "weekday_and_time", "capacity", "own_contribution",
)  # fmt: skip


class Activities:
    """Finds the activity of a name; one that nobody knows becomes a new one."""

    def __init__(
        self, known: Iterable[ActivityDraft], fates: Fates, right: frozenset[str] = frozenset()
    ) -> None:
        self._right = frozenset(map(squeeze, right))
        self._by_key = {squeeze(activity.name): activity for activity in known}
        self._fates = fates
        self.new: list[ActivityDraft] = []

    def find(self, name: str, source: Source) -> ActivityDraft:
        """The activity of this name, or of nearly this name (with a question)."""
        key = squeeze(name)
        known = self._by_key.get(key)
        if known is not None:
            return known
        alike = self._alike(key) if key not in self._right else None
        if alike is not None:
            self._fates.ask(
                source, "activity_spelling", "taken_as_activity", name=name, activity=alike.name
            )
            self._by_key[key] = alike
            return alike
        activity = ActivityDraft(name)
        activity.sources.append(source)
        self._by_key[key] = activity
        self.new.append(activity)
        return activity

    def _alike(self, key: str) -> ActivityDraft | None:
        if len(key) < 6:
            return None
        found = process.extractOne(
            key, list(self._by_key), scorer=fuzz.ratio, score_cutoff=_SPELLING
        )
        if found is None or _differ_in_number(key, found[0]):
            return None
        return self._by_key[found[0]]

    def plan(self, records: list[ActivityRecord]) -> list[ActivityDraft]:
        """Fill in what lists of activities say; gives the known ones that change."""
        news: News[ActivityDraft] = News(_state_of)
        for record in records:
            activity = self.find(record.name, record.source)
            if activity.id is None:
                _fill(activity, record)
                self._fates.set(record.source, RowFate.NEW)
                continue
            before = news.before(activity)
            _fill(activity, record)
            news.after(activity, before, [record.source])
            activity.sources.append(record.source)
        return [activity for activity, changed in news.settle(self._fates) if changed]

    def purpose(self, text: str) -> ActivityDraft | None:
        """The activity that the purpose of a subsidy names, if it is one that is known."""
        return self._by_key.get(squeeze(text)) if text else None


def _differ_in_number(one: str, other: str) -> bool:
    """'Yoga 1' and 'Yoga 2' are two activities, however alike."""
    digits = [[sign for sign in text if sign.isdigit()] for text in (one, other)]
    return digits[0] != digits[1]


def _state_of(activity: ActivityDraft) -> State:
    return {name: getattr(activity, name) for name in _FIELDS}


def _fill(activity: ActivityDraft, record: ActivityRecord) -> None:
    for name in _FIELDS:
        new = getattr(record, name)
        if new:
            setattr(activity, name, new)

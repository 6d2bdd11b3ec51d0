# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows of subsidy lists against the dossiers that are known."""

from __future__ import annotations

from collections.abc import Iterable

from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.money import ZERO
from buurthuis_admin.domain.text import squeeze
from buurthuis_admin.importing.outcome import RowFate
from buurthuis_admin.importing.planning.activities import Activities
from buurthuis_admin.importing.planning.drafts import SubsidyDraft
from buurthuis_admin.importing.planning.fates import Fates
from buurthuis_admin.importing.planning.news import News, State
from buurthuis_admin.importing.records import Source, SubsidyRecord

_FIELDS = (
    "purpose", "reference", "state", "requested", "awarded", "applied_on", "decided_on", "due_on",
    "period", "remark",
)  # fmt: skip


def plan_subsidies(
    records: Iterable[SubsidyRecord],
    known: Iterable[SubsidyDraft],
    activities: Activities,
    fates: Fates,
) -> list[SubsidyDraft]:
    """The dossiers that are new or change."""
    drafts = list(known)
    fresh: list[SubsidyDraft] = []
    news: News[SubsidyDraft] = News(_state_of)
    for record in records:
        rows = record.rows or [record.source.row]
        sources = [Source(record.source.file, record.source.sheet, row) for row in rows]
        draft = next((item for item in drafts if _same(item, record)), None)
        if draft is None:
            draft = SubsidyDraft(record.funder, record.reference, record.purpose)
            drafts.append(draft)
            fresh.append(draft)
        before = news.before(draft) if draft.id is not None else None
        _merge(draft, record)
        if draft.activity is None:
            draft.activity = activities.purpose(draft.purpose)
        draft.sources.append(record.source)
        if before is not None:
            news.after(draft, before, sources)
        for source in sources if before is None else ():
            fates.set(source, RowFate.NEW)
    return [*fresh, *(draft for draft, changed in news.settle(fates) if changed)]


def _state_of(draft: SubsidyDraft) -> State:
    state: State = {name: getattr(draft, name) for name in _FIELDS}
    money = {"received": draft.received, "spent": draft.spent, "budget": draft.has_budget}
    return state | money


def _same(draft: SubsidyDraft, record: SubsidyRecord) -> bool:
    """One dossier: the same funder and reference; without one, the same purpose and year."""
    if squeeze(draft.funder) != squeeze(record.funder):
        return False
    if draft.reference and record.reference:
        return squeeze(draft.reference) == squeeze(record.reference)
    if draft.period and record.period and not draft.period.overlaps(record.period):
        return False
    return squeeze(draft.purpose) == squeeze(record.purpose) or bool(
        record.budget and not record.purpose
    )


def _merge(draft: SubsidyDraft, record: SubsidyRecord) -> None:
    """Take over what the row says; a dossier on the lists of two years runs over both."""
    period = record.period
    if period is not None and draft.period is not None:
        period = Period(min(period.start, draft.period.start), max(period.end, draft.period.end))
    for name in (*_FIELDS, "received", "spent"):
        new = period if name == "period" else getattr(record, name)
        if new is not None and new != "":
            setattr(draft, name, new)
    if record.budget and not draft.has_budget:
        draft.budget, draft.has_budget = record.budget, True
        if draft.spent == ZERO:
            draft.spent = sum((post.actual for post in record.budget), ZERO)

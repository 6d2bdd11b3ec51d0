# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows of subsidy lists against the dossiers that are known."""

from __future__ import annotations

from collections.abc import Iterable

from buurthuis_admin.domain.money import ZERO
from buurthuis_admin.domain.text import squeeze
from buurthuis_admin.importing.outcome import RowFate
from buurthuis_admin.importing.planning.activities import Activities
from buurthuis_admin.importing.planning.drafts import SubsidyDraft
from buurthuis_admin.importing.planning.fates import Fates
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
    touched: list[SubsidyDraft] = []
    for record in records:
        draft = next((item for item in drafts if _same(item, record)), None)
        news = draft is None
        if draft is None:
            draft = SubsidyDraft(record.funder, record.reference, record.purpose)
            drafts.append(draft)
        changes = _merge(draft, record)
        if draft.activity is None:
            draft.activity = activities.purpose(draft.purpose)
        draft.sources.append(record.source)
        fate = RowFate.NEW if news else RowFate.CHANGED if changes else RowFate.UNCHANGED
        for row in record.rows or [record.source.row]:
            fates.set(Source(record.source.file, record.source.sheet, row), fate)
        if (news or changes) and draft not in touched:
            touched.append(draft)
    return touched


def _same(draft: SubsidyDraft, record: SubsidyRecord) -> bool:
    """One dossier: the same funder and reference; without one, the same purpose and year."""
    if squeeze(draft.funder) != squeeze(record.funder):
        return False
    if draft.reference and record.reference:
        return squeeze(draft.reference) == squeeze(record.reference)
    if draft.period and record.period and not draft.period.overlaps(record.period):
        return False
    return squeeze(draft.purpose) == squeeze(record.purpose) or bool(record.budget and not record.purpose)


def _merge(draft: SubsidyDraft, record: SubsidyRecord) -> bool:
    changed = False
    for name in _FIELDS:
        new, old = getattr(record, name), getattr(draft, name)
        if new is None or new == "" or new == old:
            continue
        draft.changed[name] = (old, new)
        setattr(draft, name, new)
        changed = True
    for name in ("received", "spent"):
        new = getattr(record, name)
        if new is not None and new != getattr(draft, name):
            draft.changed[name] = (getattr(draft, name), new)
            setattr(draft, name, new)
            changed = True
    if record.budget and not draft.has_budget:
        draft.budget, draft.has_budget = record.budget, True
        if draft.spent == ZERO:
            draft.spent = sum((post.actual for post in record.budget), ZERO)
        changed = True
    return changed

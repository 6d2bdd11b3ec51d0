# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows of members lists against the people that are known."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import replace

from buurthuis_admin.domain.merging import MergeField
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.text import fold
from buurthuis_admin.importing.outcome import Reason, RowFate
from buurthuis_admin.importing.planning.drafts import (
    ContributionDraft,
    MembershipDraft,
    PersonDraft,
)
from buurthuis_admin.importing.planning.fates import Fates
from buurthuis_admin.importing.planning.identities import Identities
from buurthuis_admin.importing.planning.matching import People
from buurthuis_admin.importing.planning.news import News, State
from buurthuis_admin.importing.records import PersonRecord, Source

_FIELDS = (
    "sex", "born", "street", "house", "postcode", "town", "neighbourhood", "phone", "mobile",
    "email", "iban", "remark",
)  # fmt: skip

_KEPT = {MergeField.ADDRESS: ("street", "house", "postcode", "town", "neighbourhood")}


def plan_people(records: list[PersonRecord], who: Identities, fates: Fates) -> None:
    """Add the new people of members lists, and note what changes in the known ones."""
    who.expect(records)
    drafts: list[PersonDraft] = []
    news: News[PersonDraft] = News(_state_of, _told)
    for record in records:
        _mend_period(record, fates)
        draft = _one(record, who, fates, news)
        drafts.append(draft)
        if record.household_with is not None:
            other = drafts[record.household_with]
            if draft.id is None and draft is not other:
                draft.household = other
    for draft, changed in news.settle(fates):
        _keep_only(draft, changed)


def _one(
    record: PersonRecord, who: Identities, fates: Fates, news: News[PersonDraft]
) -> PersonDraft:
    match, keep = who.of_record(record)
    if match.question:
        default = "kept_apart" if match.person is None else "taken_as_one"
        name, number = record.name.full, record.number
        fates.ask(record.source, match.question, default, name=name, number=number)
    if match.person is None:
        draft = _new(record)
        who.people.add(draft)
        fates.set(record.source, RowFate.NEW)
    else:
        draft = match.person
        repeated = _repeated(draft, record)
        if match.question or (repeated and not _tells_apart(record)):
            who.note(draft, record, Reason(match.question or "row_double"))
        _take_over(draft, record, who.people, fates, news, keep, repeated=repeated)
    who.take(record, draft)
    return draft


def _take_over(
    draft: PersonDraft,
    record: PersonRecord,
    people: People,
    fates: Fates,
    news: News[PersonDraft],
    keep: Collection[MergeField],
    *,
    repeated: bool,
) -> None:
    """Let a row add to somebody who is known, or who will be new anyway."""
    if draft.id is not None:
        before = news.before(draft)
        _merge(draft, record, people, keep)
        news.after(draft, before, [record.source])
    else:
        changed = _merge(draft, record, people, keep)
        fate = RowFate.CHANGED if changed else RowFate.UNCHANGED
        fates.set(record.source, fate, Reason("row_double") if repeated else None)
    draft.sources.append(record.source)


def _repeated(draft: PersonDraft, record: PersonRecord) -> bool:
    """Whether somebody stands on this sheet already."""
    last = draft.sources[-1] if draft.sources else None
    return last is not None and (last.file, last.sheet) == (record.source.file, record.source.sheet)


def _tells_apart(record: PersonRecord) -> bool:
    """Whether a row says more than a name, by which somebody is known again."""
    return bool(record.born or record.postcode or record.number)


def _state_of(draft: PersonDraft) -> State:
    """Everything that a members list can change, each under a key of its own."""
    state: State = {name: getattr(draft, name) for name in _FIELDS}
    state |= {"name": draft.name, "volunteer": draft.volunteer, "tasks": draft.tasks}
    for place, membership in enumerate(draft.memberships):
        state["membership", place] = (
            membership.number,
            membership.kind,
            membership.start,
            membership.end,
            membership.end_reason,
            membership.fee,
        )
        for year, paid in membership.contributions.items():
            state["paid", place, year] = (paid.amount, paid.paid)
    return state


def _told(draft: PersonDraft, keys: set[object]) -> Reason:
    """What a row changes: field, old and new, as JSON for the sentence."""
    told = [(name, *map(_plain, draft.changed[name])) for name in sorted(draft.changed, key=str)
            if name in keys]  # fmt: skip
    more = {key[0] if isinstance(key, tuple) else str(key) for key in keys - set(draft.changed)}
    told += [(name, "", "") for name in sorted(more)]
    return Reason("person_changes", {"changes": json.dumps(told)})


def _plain(value: object) -> str:
    if isinstance(value, PersonName):
        return value.full
    return "" if value is None else str(value)


def _keep_only(draft: PersonDraft, news: set[object]) -> None:
    """Forget the changes that a later list of the box took back."""
    draft.changed = {name: change for name, change in draft.changed.items() if name in news}
    draft.volunteer_changed = bool(news & {"volunteer", "tasks"})
    for place, membership in enumerate(draft.memberships):
        membership.changed = ("membership", place) in news
        for year, paid in membership.contributions.items():
            paid.changed = ("paid", place, year) in news


def _new(record: PersonRecord) -> PersonDraft:
    draft = PersonDraft(
        record.name,
        record.sex,
        record.born,
        record.street,
        record.house,
        record.postcode,
        record.town,
        record.neighbourhood,
        record.phone,
        record.mobile,
        record.email,
        record.iban,
        record.remark,
        volunteer=bool(record.volunteer),
        tasks=record.tasks,
    )
    draft.sources.append(record.source)
    if record.member:
        membership = MembershipDraft(
            record.number, record.kind, record.joined, record.left, record.left_reason, record.fee
        )
        _contribute(membership, record)
        draft.memberships.append(membership)
    return draft


def _mend_period(record: PersonRecord, fates: Fates) -> None:
    if record.joined and record.left and record.left.last_day < record.joined.first_day:
        fates.ask(
            record.source,
            "left_before_joined",
            "start_left_empty",
            joined=str(record.joined),
            left=str(record.left),
        )
        record.joined = None


def _merge(
    draft: PersonDraft, record: PersonRecord, people: People, keep: Collection[MergeField] = ()
) -> bool:
    """Take over what the row says; a blank overwrites nothing. Whether anything changed."""
    changed = MergeField.NAME not in keep and _merge_name(draft, record.name, people)
    kept = {name for one in keep for name in _KEPT.get(one, (one.value,))}
    for name in _FIELDS:
        if name in kept:
            continue
        new = getattr(record, name)
        old = getattr(draft, name)
        if not new or new == old or (name == "born" and _says_less(old, new)):
            continue
        note_change(draft, name, old, new)
        setattr(draft, name, new)
        changed = True
    if changed:
        people.marked(draft)
    if record.volunteer and not draft.volunteer:
        draft.volunteer = draft.volunteer_changed = changed = True
    if record.tasks and record.tasks != draft.tasks and draft.volunteer:
        draft.tasks, draft.volunteer_changed, changed = record.tasks, True, True
    return _merge_membership(draft, record, people) or changed


def _says_less(old: object, new: object) -> bool:
    """A year of birth does not replace the whole date."""
    return old is not None and str(old).startswith(str(new))


def _merge_name(draft: PersonDraft, new: PersonName, people: People) -> bool:
    old = draft.name
    merged = replace(
        old,
        initials=new.initials or old.initials,
        first=new.first or old.first,
        prefix=new.prefix or old.prefix,
        last=new.last or old.last,
    )
    same = fold(merged.full) == fold(old.full) and merged.initials == old.initials
    if merged == old or same:
        return False
    note_change(draft, "name", old, merged)
    draft.name = merged
    if merged.first and not old.first:
        people.named(draft)
    return True


def note_change(draft: PersonDraft, name: str, old: object, new: object) -> None:
    """Remember what a field was before this import, and what it will be."""
    first = draft.changed[name][0] if name in draft.changed else old
    draft.changed[name] = (first, new)


def _merge_membership(draft: PersonDraft, record: PersonRecord, people: People) -> bool:
    if not record.member:
        return False
    membership = _membership_of(draft, record)
    if membership is None:
        membership = MembershipDraft(
            record.number, record.kind, record.joined, record.left, record.left_reason, record.fee
        )
        _contribute(membership, record)
        draft.memberships.append(membership)
        if record.number:
            people.number(record.number, draft)
        return True
    changed = False
    for name, new in (
        ("number", record.number),
        ("kind", record.kind),
        ("start", record.joined),
        ("end", record.left),
        ("end_reason", record.left_reason),
        ("fee", record.fee),
    ):
        if (
            new
            and new != getattr(membership, name)
            and not _says_less(getattr(membership, name), new)
        ):
            setattr(membership, name, new)
            membership.changed = changed = True
    return _contribute(membership, record) or changed


def _membership_of(draft: PersonDraft, record: PersonRecord) -> MembershipDraft | None:
    """The membership that a row speaks of; None when it is a new one."""
    for membership in draft.memberships:
        start = membership.start
        if record.joined is None or start is None or start.agrees_with(record.joined):
            return membership
    last = draft.memberships[-1] if draft.memberships else None
    if last is None or record.joined is None:
        return last
    if last.end is not None and record.joined.first_day > last.end.first_day:
        return None
    return last


def _contribute(membership: MembershipDraft, record: PersonRecord) -> bool:
    """Note who paid, for the year of the list. Whether that is news."""
    if record.year is None or (record.paid is None and record.fee is None):
        return False
    known = membership.contributions.get(record.year)
    if known is None:
        membership.contributions[record.year] = ContributionDraft(record.fee, record.paid)
        return True
    changed = False
    for name, new in (("amount", record.fee), ("paid", record.paid)):
        if new is not None and new != getattr(known, name):
            setattr(known, name, new)
            known.changed = changed = True
    return changed


def new_participant(name: PersonName, source: Source) -> PersonDraft:
    """Somebody who stands on an attendance sheet and on no members list."""
    draft = PersonDraft(name)
    draft.sources.append(source)
    return draft

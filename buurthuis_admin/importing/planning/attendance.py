# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Meetings and who came to them, against those that are known."""

from __future__ import annotations

import datetime
from collections import defaultdict
from dataclasses import dataclass, field

from buurthuis_admin.domain.activities import TALLY_BROUGHT, AttendanceStatus, SessionState
from buurthuis_admin.importing.outcome import RowFate
from buurthuis_admin.importing.planning.activities import Activities
from buurthuis_admin.importing.planning.drafts import (
    ActivityDraft,
    Known,
    PersonDraft,
    Plan,
    SessionDraft,
)
from buurthuis_admin.importing.planning.fates import Fates
from buurthuis_admin.importing.planning.mentions import Mentions
from buurthuis_admin.importing.records import (
    EnrolmentRecord,
    HeadCountRecord,
    PresenceRecord,
    Records,
    SessionKey,
    SessionRecord,
    Source,
)

# A person said twice of one meeting: what counts.
_STRONGER = {
    AttendanceStatus.UNKNOWN: 0,
    AttendanceStatus.ABSENT: 1,
    AttendanceStatus.EXCUSED: 2,
    AttendanceStatus.PRESENT: 3,
}
_Counted = dict[tuple[str, str], int]  # by file and sheet


@dataclass(slots=True)
class AttendancePlanner:
    """Turns sessions, presences and counts into drafts of sessions."""

    known: Known
    activities: Activities
    mentions: Mentions
    fates: Fates
    plan: Plan
    sessions: dict[tuple[int, datetime.date, int], SessionDraft] = field(default_factory=dict)
    counted: dict[tuple[SessionDraft, str], _Counted] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(int))
    )

    def run(self, records: Records) -> None:
        """Plan everything about meetings."""
        for session in records.sessions:
            self._session(session)
        for presence in records.presences:
            self._presence(presence)
        for count in records.head_counts:
            self._count(count)
        self._settle_counts()
        for enrolment in records.enrolments:
            self._enrolment(enrolment)
        self.plan.sessions = [
            session
            for session in self.sessions.values()
            if session.id is None or session.changed or session.attendance or session.counts
        ]

    def _draft(self, key: SessionKey, source: Source) -> SessionDraft:
        activity = self.activities.find(key.activity, source)
        place = (id(activity), key.day, key.ordinal)
        draft = self.sessions.get(place)
        if draft is None:
            draft = self._known(activity, key) or SessionDraft(activity, key.day)
            self.sessions[place] = draft
        return draft

    def _known(self, activity: ActivityDraft, key: SessionKey) -> SessionDraft | None:
        if activity.id is None:
            return None
        same_day = self.known.sessions.get((activity.id, key.day), [])
        return same_day[key.ordinal] if key.ordinal < len(same_day) else None

    def _session(self, record: SessionRecord) -> None:
        draft = self._draft(record.key, record.source)
        if not draft.sources:
            draft.sources.append(record.source)
        state = SessionState.CANCELLED if record.cancelled else SessionState.HELD
        news = draft.id is None
        if draft.state is not state and (draft.id is not None or record.cancelled):
            draft.state, draft.changed = state, True
        for name, new in (("reason", record.reason), ("remark", record.remark)):
            if new and new != getattr(draft, name):
                setattr(draft, name, new)
                draft.changed = True
        if news:
            self.fates.set(record.source, RowFate.NEW)
        else:
            self.fates.set(record.source, RowFate.CHANGED if draft.changed else RowFate.UNCHANGED)

    def _presence(self, record: PresenceRecord) -> None:
        draft = self._draft(record.session, record.source)
        person = self.mentions.person(record.person)
        if record.brought:
            place = (record.source.file, record.source.sheet)
            self.counted[draft, TALLY_BROUGHT][place] += record.brought
        before = draft.attendance.get(person)
        known = draft.known_attendance.get(person.id) if person.id is not None else None
        if before is None and known is record.status:
            self.fates.set(record.source, RowFate.UNCHANGED)
            return
        if before is None or _STRONGER[record.status] > _STRONGER[before]:
            draft.attendance[person] = record.status
        self.fates.set(record.source, RowFate.NEW if known is None else RowFate.CHANGED)

    def _count(self, record: HeadCountRecord) -> None:
        draft = self._draft(record.session, record.source)
        place = (record.source.file, record.source.sheet)
        self.counted[draft, record.tally_type][place] += record.number
        known = draft.known_counts.get(record.tally_type)
        if draft.id is None or known is None:
            self.fates.set(record.source, RowFate.NEW)
        else:
            self.fates.set(record.source, RowFate.UNCHANGED)

    def _settle_counts(self) -> None:
        """Two sheets that count the same visitors count them once."""
        for (draft, tally), places in self.counted.items():
            number = max(places.values())
            source = draft.sources[0] if draft.sources else Source(*next(iter(places)), 1)
            if len(places) > 1:
                self.fates.ask(
                    source,
                    "counted_on_two_sheets",
                    "largest_taken",
                    day=draft.day.isoformat(),
                    activity=draft.activity.name,
                    number=number,
                )
            known = draft.known_counts.get(tally)
            if number == known:
                continue
            draft.counts[tally] = number
            if known is not None:
                self.fates.set(source, RowFate.CHANGED)

    def _enrolment(self, record: EnrolmentRecord) -> None:
        activity = self.activities.find(record.activity, record.source)
        person = self.mentions.person(record.person)
        known = (
            activity.id is not None
            and person.id is not None
            and (activity.id, person.id) in self.known.enrolled
        )
        if known or (activity, person) in self._enrolled:
            self.fates.set(record.source, RowFate.UNCHANGED)
            return
        self._enrolled.add((activity, person))
        self.plan.enrolments.append((activity, person))
        self.fates.set(record.source, RowFate.NEW)

    _enrolled: set[tuple[ActivityDraft, PersonDraft]] = field(default_factory=set)

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""From what was understood to a plan: pure, so that it can be shown before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from buurthuis_admin.domain.activities import AttendanceStatus
from buurthuis_admin.importing.headings import Field
from buurthuis_admin.importing.kinds.base import gathered
from buurthuis_admin.importing.outcome import (
    BoxOutcome,
    FileOutcome,
    RowFate,
    SheetOutcome,
)
from buurthuis_admin.importing.planning.activities import Activities
from buurthuis_admin.importing.planning.answers import NO_ANSWERS, Answers
from buurthuis_admin.importing.planning.attendance import AttendancePlanner
from buurthuis_admin.importing.planning.drafts import (
    HoursDraft,
    Known,
    MembershipDraft,
    PersonDraft,
    Plan,
    RowState,
    WaitingDraft,
)
from buurthuis_admin.importing.planning.fates import Fates
from buurthuis_admin.importing.planning.identities import Identities
from buurthuis_admin.importing.planning.matching import People
from buurthuis_admin.importing.planning.mentions import Mentions
from buurthuis_admin.importing.planning.people import plan_people
from buurthuis_admin.importing.planning.subsidies import plan_subsidies
from buurthuis_admin.importing.records import HoursRecord, PersonMention, Records, Source
from buurthuis_admin.importing.set_aside import packed, set_aside, table_of
from buurthuis_admin.importing.understand import Understood
from buurthuis_admin.importing.workbook import Workbook

_SETTLED = {
    RowState.WAITING: RowFate.QUESTION,
    RowState.ANSWERED: RowFate.UNCHANGED,
    RowState.LEFT_OUT: RowFate.EXCLUDED,
}


@dataclass(frozen=True, slots=True)
class Planned:
    """The plan, and what it means for every row; who is who is kept for ``find_doubles``."""

    plan: Plan
    outcome: BoxOutcome
    who: Identities

    def let_go(self) -> None:
        """Forget all of it when it is written, some at a time: it holds the window otherwise."""
        self.plan.people.clear()
        self.plan.named.clear()
        self.who.let_go()


def make_plan(
    understood: Understood,
    known: Known,
    workbooks: Sequence[Workbook],
    problems: Sequence[FileOutcome] = (),
    answers: Answers = NO_ANSWERS,
) -> Planned:
    """Compare what a box says with what is known. ``problems`` are the files without a reading."""
    fates = Fates(understood.reading)
    plan = Plan(waiting=_waiting(understood, known, answers))
    aside = frozenset((*known.settled, *answers.waiting))
    records = set_aside(understood.reading.records, aside)
    people = People(known.people)
    who = Identities(people, answers, known.by_row)
    plan_people(records.people, who, fates)
    mentions = Mentions(who, fates)
    mentions.resolve(_mentioned(records))
    activities = Activities(known.activities, fates, _kept_apart(understood))
    changed_activities = activities.plan(records.activities)
    AttendancePlanner(known, activities, mentions, fates, plan).run(records)
    plan.subsidies = plan_subsidies(records.subsidies, known.subsidies, activities, fates)
    plan.hours = _plan_hours(records.hours, known.hours, activities, mentions, fates)
    plan.activities = [*activities.new, *changed_activities]
    plan.people = [person for person in people.all if _has_news(person)]
    plan.named = [person for person in people.all if person.sources]
    plan.different = who.different()
    fates.drop_questions(aside)
    _settle(known, answers, fates)
    return Planned(plan, _outcome(plan, understood, fates, workbooks, problems), who)


def _waiting(understood: Understood, known: Known, answers: Answers) -> list[WaitingDraft]:
    """The rows to keep until somebody answers; those that wait already are not kept twice."""
    made = []
    for source, reason in answers.waiting.items():
        found = table_of(understood.tables, source)
        if found is not None and source not in known.settled:
            made.append(WaitingDraft(source, reason, packed(found, source.row - 1)))
    return made


def _settle(known: Known, answers: Answers, fates: Fates) -> None:
    """Say of the rows that were set aside how it stands with them."""
    for source, reason in answers.waiting.items():
        fates.settle(source, RowFate.QUESTION, reason)
    for source, settled in known.settled.items():
        fates.settle(source, _SETTLED[settled.state], settled.reason)


def _kept_apart(understood: Understood) -> frozenset[str]:
    """The names of activities that a person said are right as they are."""
    chosen = understood.mending.spellings
    return frozenset(one.right for one in chosen if one.field is Field.ACTIVITY)


def _has_news(person: PersonDraft) -> bool:
    return bool(
        person.id is None
        or person.changed
        or person.volunteer_changed
        or any(map(_membership_has_news, person.memberships))
    )


def _membership_has_news(membership: MembershipDraft) -> bool:
    paid = membership.contributions.values()
    return (
        membership.id is None or membership.changed or any(c.id is None or c.changed for c in paid)
    )


def _mentioned(records: Records) -> Iterable[tuple[PersonMention, Source]]:
    for presence in records.presences:
        yield presence.person, presence.source
    for enrolment in records.enrolments:
        yield enrolment.person, enrolment.source
    for hours in records.hours:
        yield hours.person, hours.source


def _plan_hours(
    records: Sequence[HoursRecord],
    known: Sequence[HoursDraft],
    activities: Activities,
    mentions: Mentions,
    fates: Fates,
) -> list[HoursDraft]:
    drafts = {(id(h.person), h.day, id(h.activity), h.task): h for h in known}
    touched: list[HoursDraft] = []
    fresh: set[int] = set()
    for record in records:
        person = mentions.person(record.person)
        activity = activities.find(record.activity, record.source) if record.activity else None
        key = (id(person), record.day, id(activity), record.task)
        draft = drafts.get(key)
        if draft is None:
            draft = HoursDraft(
                person, record.day, record.hours, activity, record.task, source=record.source
            )
            drafts[key] = draft
            fresh.add(id(draft))
            touched.append(draft)
            fates.set(record.source, RowFate.NEW)
            if not person.volunteer:
                person.volunteer = person.volunteer_changed = True
        elif id(draft) in fresh:
            draft.hours += record.hours  # the same day twice in one box: two times worked
            fates.set(record.source, RowFate.NEW)
        elif draft.hours == record.hours:
            fates.set(record.source, RowFate.UNCHANGED)
        else:
            draft.hours, draft.changed = record.hours, True
            touched.append(draft)
            fates.set(record.source, RowFate.CHANGED)
    return touched


def _outcome(
    plan: Plan,
    understood: Understood,
    fates: Fates,
    workbooks: Sequence[Workbook],
    problems: Sequence[FileOutcome],
) -> BoxOutcome:
    files = [
        FileOutcome(file=book.file_name, sheets=tuple(_sheets(book, understood, fates)))
        for book in workbooks
    ]
    visits = sum(
        sum(status is AttendanceStatus.PRESENT for status in session.attendance.values())
        + sum(session.counts.values())
        for session in plan.sessions
    )
    return BoxOutcome(
        files=(*files, *problems),
        questions=gathered(fates.questions),
        people_new=sum(person.id is None for person in plan.people),
        people_changed=sum(person.id is not None for person in plan.people),
        sessions_new=sum(session.id is None for session in plan.sessions),
        visits_new=visits,
        subsidies_new=sum(subsidy.id is None for subsidy in plan.subsidies),
        rows_waiting=len(plan.waiting),
    )


def _sheets(book: Workbook, understood: Understood, fates: Fates) -> Iterable[SheetOutcome]:
    for sheet in book.sheets:
        tables = [
            table.outcome
            for table in understood.tables
            if (table.file, table.sheet.name) == (book.file_name, sheet.name)
        ]
        yield SheetOutcome(
            file=book.file_name,
            sheet=sheet.name,
            hidden=sheet.hidden,
            tables=tuple(tables),
            rows=fates.of(book.file_name, sheet.name, range(1, sheet.height + 1)),
        )

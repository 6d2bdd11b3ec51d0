# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""An administration made of lists in memory, with the doors of the real one."""

from __future__ import annotations

import datetime
import functools
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from buurthuis_admin.domain.activities import (
    Activity,
    ActivityRow,
    AttendanceStatus,
    HeadCount,
    SessionRow,
    SessionState,
)
from buurthuis_admin.domain.centre import CentreSettings
from buurthuis_admin.domain.dates import PartialDate
from buurthuis_admin.domain.figures import ActivityFigures, Count, MemberFigures, YearFigures
from buurthuis_admin.domain.merging import PossibleDouble
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import (
    Address,
    MemberFilter,
    Membership,
    Person,
    PersonDetail,
    PersonRow,
)
from buurthuis_admin.domain.provenance import KeptFile, Origin
from buurthuis_admin.domain.text import fold
from buurthuis_admin.errors import Cancelled
from buurthuis_admin.importing.kinds.base import Reading
from buurthuis_admin.importing.outcome import (
    BoxOutcome,
    ColumnGuess,
    FileOutcome,
    RowAccount,
    RowFate,
    SheetKind,
    SheetOutcome,
    TableOutcome,
)
from buurthuis_admin.importing.planning.answers import NO_ANSWERS, Answers
from buurthuis_admin.importing.planning.doubles import BoxDouble
from buurthuis_admin.importing.understand import Understood
from tests.gui.fake_planning import FakeEnrolments, FakeLists, FakeSchedule
from tests.gui.fake_reports import FakeReports, FakeSubsidies
from tests.gui.fake_waiting import FakeWaitingRows
from tests.gui.quiet import (
    TODAY,
    FakeBackups,
    FakeDrafts,
    FakeHistory,
    FakePrivacy,
    FakeSecurity,
    FakeToday,
    FakeVersions,
    FakeWhereabouts,
)

FIRST = "Fatma Łukasz Joëlle Hendrik Ayşe Oksana Wiesława Ingrid Cornelis Şükran Thérèse".split()
LAST = ["Yılmaz", "Wiśniewski", "van den Berg", "de Vries", "Öztürk", "Jansen", "El Amrani"]
ACTIVITIES = ["Koffieochtend", "Taalcafé", "Stoelyoga", "Samen eten"]
STANDINGS = [MemberFilter.MEMBERS] * 4 + [MemberFilter.FORMER, MemberFilter.PARTICIPANTS]
YEARS = [2024, 2025]


class Observers:
    """Tells what changed, as the real administration does: on the thread of the writer."""

    def __init__(self) -> None:
        self._callbacks: list[Callable[[frozenset[str]], None]] = []

    def subscribe(self, callback: Callable[[frozenset[str]], None]) -> None:
        self._callbacks.append(callback)

    def tell(self, *areas: str) -> None:
        for callback in self._callbacks:
            callback(frozenset(areas))


@functools.cache
def made_up_person(number: int) -> PersonDetail:
    """Somebody, always the same for a number."""
    prefix, _space, last = LAST[number % len(LAST)].rpartition(" ")
    name = PersonName(first=FIRST[number % len(FIRST)], prefix=prefix, last=last)
    person = Person(
        id=number + 1,
        name=name,
        born=PartialDate(1940 + number % 50, number % 12 + 1),
        address=Address(street="Lindelaan", house=str(number + 1), postcode="3512 AB", town="Dorp"),
        mobile=f"06{number:08d}",
        remark="Drinkt thee." if number % 3 == 0 else "",
    )
    start = PartialDate(2010 + number % 14)
    return PersonDetail(
        person=person, memberships=(Membership(number=f"{number + 1:04d}", start=start),)
    )


@dataclass
class FakeMembers:
    people: list[PersonDetail]
    changed: Observers
    threads: set[str] = field(default_factory=set)
    pages: list[tuple[int, int]] = field(default_factory=list)

    def _found(self, query: str, chosen: MemberFilter) -> list[PersonRow]:
        self.threads.add(threading.current_thread().name)
        rows = [self._row(number, detail) for number, detail in enumerate(self.people)]
        wanted = fold(query).split()
        return [
            row
            for row in rows
            if all(word in fold(f"{row.name} {row.number}") for word in wanted)
            and chosen in (MemberFilter.ALL, row.standing)
        ]

    def _row(self, number: int, detail: PersonDetail) -> PersonRow:
        assert detail.person.id is not None
        return PersonRow(
            id=detail.person.id,
            name=detail.person.name.full,
            number=detail.memberships[-1].number if detail.memberships else "",
            town=detail.person.address.town,
            activities=", ".join(ACTIVITIES[: number % 3 + 1]),
            last_seen=TODAY - datetime.timedelta(days=number % 400),
            standing=STANDINGS[number % len(STANDINGS)],
        )

    def count(self, query: str = "", filter: MemberFilter = MemberFilter.ALL) -> int:  # noqa: A002
        return len(self._found(query, filter))

    def everyone(self) -> int:
        return self.counts()[MemberFilter.ALL]

    def counts(self, query: str = "") -> dict[MemberFilter, int]:
        return {chosen: len(self._found(query, chosen)) for chosen in MemberFilter}

    def page(self, query: str, chosen: MemberFilter, offset: int, limit: int) -> list[PersonRow]:
        self.pages.append((offset, limit))
        return self._found(query, chosen)[offset : offset + limit]

    def detail(self, person_id: int) -> PersonDetail:
        return next(one for one in self.people if one.person.id == person_id)

    def last_year_seen(self, person_id: int) -> int | None:
        return 2025 if person_id % 5 else None

    def visits_by_month(self, person_id: int, year: int) -> tuple[int, ...]:
        return (3, 4, 4, 2, 5, 4, 0, 1, 4, 4, 3, 2)

    def activities_of(self, person_id: int, year: int) -> list[tuple[str, int]]:
        return [("Koffieochtend", 30), ("Taalcafé", 6)]

    def save(self, detail: PersonDetail) -> int:
        person_id = detail.person.id or len(self.people) + 1
        kept = replace(detail, person=replace(detail.person, id=person_id))
        self.people = [one for one in self.people if one.person.id != person_id] + [kept]
        self.changed.tell("people")
        return person_id


@dataclass
class FakeActivities:
    changed: Observers
    kept: list[Activity] = field(
        default_factory=lambda: [
            Activity(id=number, name=name) for number, name in enumerate(ACTIVITIES, start=1)
        ]
    )

    def years(self) -> list[int]:
        return YEARS

    def rows(self, year: int | None) -> list[ActivityRow]:
        return [
            ActivityRow(
                id=one.id or 0,
                name=one.name,
                theme=one.theme,
                sessions=40,
                visits=480,
                unique=37,
                last_session=datetime.date(year or 2025, 12, 18),
            )
            for one in self.kept
        ]

    def get(self, activity_id: int) -> Activity:
        return next(one for one in self.kept if one.id == activity_id)

    def sessions(
        self, activity_id: int, year: int | None, offset: int, limit: int
    ) -> list[SessionRow]:
        first = datetime.date(year or 2025, 1, 7)
        made = [
            SessionRow(
                id=number + 1,
                day=first + datetime.timedelta(weeks=number),
                state=SessionState.CANCELLED if number == 1 else SessionState.HELD,
                named=12,
                anonymous=5,
                remark="Met muziek" if number == 0 else "",
            )
            for number in range(40)
        ]
        return made[offset : offset + limit]

    def session_count(self, activity_id: int, year: int | None) -> int:
        return 40

    def attendance(self, session_id: int) -> list[tuple[str, AttendanceStatus]]:
        return [(f"{first} {LAST[0]}", AttendanceStatus.PRESENT) for first in FIRST]

    def head_counts(self, session_id: int) -> list[HeadCount]:
        return [HeadCount(session_id=session_id, number=5)]

    def save(self, activity: Activity) -> int:
        self.kept = [activity if one.id == activity.id else one for one in self.kept]
        self.changed.tell("activities")
        return activity.id or 0


class FakeStatistics:
    def years(self) -> list[int]:
        return YEARS

    def year(self, year: int) -> YearFigures:
        if year not in YEARS:
            return YearFigures(year=year)
        extra = year - YEARS[0]
        count = Count(sessions=160, named_visits=1900 + extra, anonymous_visits=20, unique=210)
        activity = ActivityFigures(id=1, name="Koffieochtend", count=count, months=(160,) * 12)
        members = MemberFigures(on_first_day=380, on_last_day=412, joined=40, left=8)
        return YearFigures(
            year=year,
            persons=500,
            members=members,
            total=count,
            activities=(activity,),
            months=(Count(sessions=13, named_visits=160, unique=80),) * 12,
        )


@dataclass
class FakeSettings:
    changed: Observers
    kept: CentreSettings = field(
        default_factory=lambda: CentreSettings(name="Buurthuis De Linde", town="Waterdam")
    )

    def centre(self) -> CentreSettings:
        return self.kept

    def save(self, settings: CentreSettings) -> None:
        self.kept = settings
        self.changed.tell("settings")


@dataclass(frozen=True)
class FakePrepared:
    outcome: BoxOutcome
    answers: Answers = NO_ANSWERS
    understood: Understood = field(default_factory=lambda: Understood((), Reading()))


def made_up_outcome() -> BoxOutcome:
    """A box of one list that was understood and one file that cannot be read."""
    fates = [RowFate.EXCLUDED, *[RowFate.NEW] * 5, RowFate.CHANGED, RowFate.UNCHANGED]
    columns = (
        ColumnGuess(0, "Naam", "name", 0.98, ("Fatma Yılmaz", "Jan de Vries")),
        ColumnGuess(1, "tel", "mobile", 0.6, ("612345678",)),
        ColumnGuess(2, "x", "", 0.0),
    )
    table = TableOutcome(
        kind=SheetKind.MEMBERS, first_row=3, last_row=9, orientation="list", columns=columns
    )
    sheet = SheetOutcome(
        file="leden 2025.xlsx",
        sheet="Blad1",
        tables=(table,),
        rows=tuple(RowAccount(number, fate) for number, fate in enumerate(fates, start=2)),
    )
    return BoxOutcome(
        files=(
            FileOutcome(file="leden 2025.xlsx", sheets=(sheet,)),
            FileOutcome(file="foto.xls", problem="‘foto.xls’ is a picture, not a spreadsheet."),
        ),
        people_new=5,
        people_changed=1,
    )


@dataclass(frozen=True)
class FakeProgress:
    done: int
    total: int
    file: str


@dataclass
class FakeImports:
    changed: Observers
    outcome: BoxOutcome = field(default_factory=made_up_outcome)
    asked: list[Path] = field(default_factory=list)
    hold: threading.Event = field(default_factory=threading.Event)
    holding: bool = False
    applied: int = 0

    def doubles(self, _prepared: FakePrepared) -> list[BoxDouble]:
        return []

    def prepare(
        self,
        paths: Sequence[Path],
        *,
        progress: Callable[[FakeProgress], None] = lambda _progress: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> FakePrepared:
        self.asked = list(paths)
        progress(FakeProgress(0, 2, "leden 2025.xlsx"))
        while self.holding and not self.hold.wait(0.005):
            if cancelled():
                raise Cancelled
        return FakePrepared(self.outcome)

    def apply(self, prepared: FakePrepared) -> BoxOutcome:
        self.applied += 1
        self.changed.tell("people", "activities")
        return replace(prepared.outcome, written=True)


@dataclass
class FakeProvenance:
    """Everybody and every session came from one row each."""

    def of_change(self, _change_set_id: int) -> list[KeptFile]:
        return []

    def of_person(self, person_id: int) -> list[Origin]:
        return [Origin("leden 2025.xlsx", "Blad1", person_id + 1)]

    def of_session(self, session_id: int) -> list[Origin]:
        return [Origin("yoga 2025.xlsx", "januari", session_id + 3)]


class FakeMerging:
    """Nobody is there twice."""

    def doubles(self) -> list[PossibleDouble]:
        return []


class FakeAdministration:
    """The real one's attributes, in memory."""

    def __init__(self, path: Path, people: int = 412, report: bytes = b"") -> None:
        self.path = path
        self.changed = Observers()
        self.members = FakeMembers([made_up_person(one) for one in range(people)], self.changed)
        self.activities = FakeActivities(self.changed)
        self.statistics = FakeStatistics()
        self.settings = FakeSettings(self.changed)
        self.imports = FakeImports(self.changed)
        self.reports = FakeReports(report)
        self.subsidies = FakeSubsidies()
        self.history = FakeHistory()
        self.privacy = FakePrivacy()
        self.drafts = FakeDrafts()
        self.whereabouts = FakeWhereabouts()
        self.versions = FakeVersions()
        self.security = FakeSecurity()
        self.read_only = False
        self.backups = FakeBackups()
        self.today = FakeToday()
        self.merging = FakeMerging()
        self.provenance = FakeProvenance()
        self.schedule = FakeSchedule()
        self.enrolments = FakeEnrolments()
        self.centre_lists = FakeLists()
        self.waiting_rows = FakeWaitingRows()
        self.read_only = False
        self.closed = False

    def numbers(self) -> dict[str, int]:
        return {"rows of people": 412}

    def close(self) -> None:
        self.closed = True

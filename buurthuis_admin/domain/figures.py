# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The figures of a year, as the statistics give them and the report and the screen show them.

Counting rules (PRODUCT.md, printed in every report): visits = named present + head counts;
unique = distinct named present; members on a date = people with a membership on that date;
age = on 31 December of the year.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from buurthuis_admin.domain.centre import CentreSettings
from buurthuis_admin.domain.money import ZERO
from buurthuis_admin.domain.reports import Composition
from buurthuis_admin.domain.subsidies import Subsidy
from buurthuis_admin.domain.year_statement import YearStatement


@dataclass(frozen=True, slots=True)
class Count:
    """Sessions and visits of something: an activity, a theme, a month, the whole year."""

    sessions: int = 0
    named_visits: int = 0
    anonymous_visits: int = 0
    unique: int = 0

    @property
    def visits(self) -> int:
        """Named and anonymous visits together."""
        return self.named_visits + self.anonymous_visits

    @property
    def average(self) -> Decimal:
        """Visits per session, to one decimal; 0 when there were none."""
        if not self.sessions:
            return Decimal(0)
        return (Decimal(self.visits) / self.sessions).quantize(Decimal("0.1"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityFigures:
    """The year of one activity. ``months`` has visits for January to December."""

    id: int
    name: str
    theme: str = ""
    count: Count = Count()
    months: tuple[int, ...] = (0,) * 12
    cancelled: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleGroup:
    """People of one age band or postcode area: unique participants, their visits, members."""

    key: str
    participants: int = 0
    visits: int = 0
    members: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberFigures:
    """Members over a year."""

    on_first_day: int = 0
    on_last_day: int = 0
    joined: int = 0
    left: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class VolunteerFigures:
    """Volunteers over a year: registered during it, who had hours, and how many hours."""

    registered: int = 0
    active: int = 0
    hours: Decimal = Decimal(0)
    hours_by_activity: Mapping[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class NeighbourHelpFigures:
    """Requests of neighbours over a year, those that were helped, the hours, and who helped."""

    requests: int = 0
    helped: int = 0
    hours: Decimal = Decimal(0)
    helpers: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SubsidyFigures:
    """The dossiers of a year; the sums leave out nothing (a rejected one was asked for)."""

    dossiers: tuple[Subsidy, ...] = ()

    @property
    def requested(self) -> Decimal:
        """What was asked for."""
        return sum((item.requested or ZERO for item in self.dossiers), ZERO)

    @property
    def awarded(self) -> Decimal:
        """What was granted."""
        return sum((item.awarded or ZERO for item in self.dossiers), ZERO)

    @property
    def received(self) -> Decimal:
        """What came in."""
        return sum((item.received for item in self.dossiers), ZERO)

    @property
    def spent(self) -> Decimal:
        """What went out."""
        return sum((item.spent for item in self.dossiers), ZERO)

    @property
    def left(self) -> Decimal:
        """What is awarded and not spent."""
        return self.awarded - self.spent


@dataclass(frozen=True, slots=True, kw_only=True)
class YearFigures:
    """All figures of one year. ``persons`` counts everybody known by name, whenever."""

    year: int
    persons: int = 0
    members: MemberFigures = MemberFigures()
    total: Count = Count()
    activities: tuple[ActivityFigures, ...] = ()  # most visits first, then by name
    themes: Mapping[str, Count] = field(default_factory=dict)  # '' is 'no theme'
    months: tuple[Count, ...] = (Count(),) * 12
    age_bands: tuple[PeopleGroup, ...] = ()  # in the order of the bands, then UNKNOWN_BAND
    postcode_areas: tuple[PeopleGroup, ...] = ()  # by key; '' is unknown, last
    volunteers: VolunteerFigures = VolunteerFigures()
    neighbour_help: NeighbourHelpFigures = NeighbourHelpFigures()
    subsidies: SubsidyFigures = SubsidyFigures()
    cancelled_sessions: int = 0

    @property
    def empty(self) -> bool:
        """Whether nothing at all is known of the year."""
        return not (
            self.total.sessions
            or self.members.on_last_day
            or self.members.on_first_day
            or self.subsidies.dossiers
            or self.volunteers.hours
            or self.neighbour_help.requests
            or self.neighbour_help.hours
        )


def held(figures: YearFigures) -> tuple[ActivityFigures, ...]:
    """The activities that were there in the year: most visits first, then by name."""
    return tuple(item for item in figures.activities if item.count.sessions or item.count.visits)


@dataclass(frozen=True, slots=True, kw_only=True)
class YearReportData:
    """What a year report is made of: the year, the one before (None: nothing known), the centre."""

    centre: CentreSettings
    figures: YearFigures
    before: YearFigures | None
    made_on: datetime.date
    earlier: tuple[YearFigures, ...] = ()  # the years before that one, the newest first
    statement: YearStatement | None = None
    composition: Composition = field(default_factory=Composition)
    pictures: Mapping[str, bytes] = field(default_factory=dict)  # by SHA-256

    @property
    def visits_before(self) -> YearFigures | None:
        """The year before, to compare visits with: None when no meeting of it is known.

        The dates of memberships often tell of years whose attendance nobody kept.
        """
        return self.before if self.before is not None and self.before.total.sessions else None

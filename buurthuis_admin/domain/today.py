# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What asks for attention today: meetings, money, terms, and the state of the file."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from buurthuis_admin.domain.activities import SessionState
from buurthuis_admin.domain.backups import BackupState
from buurthuis_admin.domain.dossier_track import MomentKind, terms
from buurthuis_admin.domain.money import ZERO
from buurthuis_admin.domain.privacy import Deadline, Urgency, urgency_of
from buurthuis_admin.domain.subsidies import Subsidy

UNFILLED_DAYS = 14  # how far back a meeting without attendance is asked for
RECENT = 5
_LONG_PAST = datetime.timedelta(days=365)


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A session as a line; ``filled``: attendance or a number of visitors is known."""

    session_id: int
    activity_id: int
    activity: str
    day: datetime.date
    starts_at: datetime.time | None = None
    state: SessionState = SessionState.HELD
    room: str = ""
    leader: str = ""
    enrolled: int = 0
    visits: int = 0
    filled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SubsidyTerm:
    """A dossier that is still open: what is to come in or to go back, and its nearest term."""

    subsidy_id: int
    name: str
    to_come: Decimal
    due_on: datetime.date | None
    urgency: Urgency
    what: MomentKind | None = None
    to_repay: Decimal = ZERO


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Everything on the page of today. ``sheet_missing``: no recovery sheet was typed back.

    ``waiting_rows``: how many rows of spreadsheets wait for an answer.
    """

    day: datetime.date
    meetings: tuple[Meeting, ...] = ()
    week: tuple[Meeting, ...] = ()  # what comes after today, up to and including Sunday
    unfilled: tuple[Meeting, ...] = ()
    recent: tuple[Meeting, ...] = ()
    subsidies: tuple[SubsidyTerm, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    backups: BackupState = field(default_factory=BackupState)
    sheet_missing: bool = False
    waiting_rows: int = 0
    read_only: bool = False

    @property
    def to_come(self) -> Decimal:
        """All money that was awarded and did not come in yet."""
        return sum((one.to_come for one in self.subsidies), ZERO)


def subsidy_terms(subsidies: Iterable[Subsidy], today: datetime.date) -> list[SubsidyTerm]:
    """The open dossiers, the nearest term first; what ended more than a year ago comes last."""
    found = [_term(one, today) for one in subsidies if _is_open(one)]
    return sorted(found, key=lambda one: _nearness(one, today))


def _is_open(subsidy: Subsidy) -> bool:
    money = bool(subsidy.to_come or subsidy.to_repay)
    return money or next(terms(subsidy), None) is not None


def _term(subsidy: Subsidy, today: datetime.date) -> SubsidyTerm:
    # What is accounted for has no term any more: only its money is waited for.
    nearest = next(terms(subsidy), None)
    due = nearest.day if nearest else None
    return SubsidyTerm(
        subsidy_id=subsidy.id or 0,
        name=_name(subsidy),
        to_come=subsidy.to_come,
        to_repay=subsidy.to_repay,
        due_on=due,
        what=nearest.kind if nearest else None,
        urgency=Urgency.CALM if due is None else urgency_of(due, today),
    )


def _name(subsidy: Subsidy) -> str:
    """What it is for, and of which year: the same comes back every year."""
    name = subsidy.purpose or subsidy.funder
    day = subsidy.period.start if subsidy.period else subsidy.decided_on
    return f"{name} {day.year}" if day else name


def _nearness(term: SubsidyTerm, today: datetime.date) -> tuple[int, int, str]:
    if term.due_on is None:
        return 1, 0, term.name
    if today - term.due_on > _LONG_PAST:
        return 2, -term.due_on.toordinal(), term.name
    return 0, term.due_on.toordinal(), term.name

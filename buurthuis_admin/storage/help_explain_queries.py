# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stands behind the figures of neighbour help and of volunteers: see ``explain_queries``."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import ColumnElement, case, func, select

from buurthuis_admin.domain.dates import Period, day_number
from buurthuis_admin.domain.helping import HelpKind, HelpState
from buurthuis_admin.storage import searching
from buurthuis_admin.storage.figures_queries import hours_within
from buurthuis_admin.storage.rows import Question
from buurthuis_admin.storage.tables import (
    HelpGiven,
    NeighbourHelp,
    Person,
    Volunteer,
    VolunteerHours,
)

# Of a request the one who gave it helped, of an offer the one who made it.
_HELPER = case(
    (NeighbourHelp.kind == HelpKind.REQUEST.value, HelpGiven.person_id),
    else_=NeighbourHelp.person_id,
)


def requests(period: Period, *, helped: bool) -> Question:
    """Requests for help. Each row: id of who asked or None, day, what, state."""
    asked = NeighbourHelp
    question = select(asked.person_id, asked.day, asked.what, asked.state).where(
        asked.kind == HelpKind.REQUEST.value, asked.day.between(*_days(period))
    )
    if helped:
        question = question.where(asked.state == HelpState.HELPED.value)
    return question.order_by(asked.day, asked.id)


def given(period: Period) -> Question:
    """Help that was given. Each row: id of who helped or None, day, what, hours in hundredths."""
    return (
        select(_HELPER, HelpGiven.day, NeighbourHelp.what, HelpGiven.hours)
        .join(NeighbourHelp, NeighbourHelp.id == HelpGiven.neighbour_help_id)
        .where(_in(period))
        .order_by(HelpGiven.day, HelpGiven.id)
    )


def helpers(period: Period) -> Question:
    """People who helped. Each row: id, hours in hundredths."""
    return (
        select(Person.id, func.sum(HelpGiven.hours))
        .select_from(HelpGiven)
        .join(NeighbourHelp, NeighbourHelp.id == HelpGiven.neighbour_help_id)
        .join(Person, Person.id == _HELPER)
        .where(_in(period))
        .group_by(Person.id)
        .order_by(Person.sort_key, Person.id)
    )


def active(period: Period, activities: Collection[int] | None) -> Question:
    """Volunteers of whom hours are known. Each row: id, hours in hundredths."""
    question = (
        select(Person.id, func.sum(VolunteerHours.hours))
        .join(VolunteerHours, VolunteerHours.person_id == Person.id)
        .where(hours_within(period), VolunteerHours.hours > 0)
    )
    if activities is not None:
        question = question.where(VolunteerHours.activity_id.in_(activities))
    return question.group_by(Person.id).order_by(Person.sort_key, Person.id)


def registered(period: Period) -> Question:
    """People who were registered as a volunteer. Each row: id, first and last day."""
    return (
        select(Person.id, Volunteer.since, Volunteer.until)
        .join(Volunteer, Volunteer.person_id == Person.id)
        .where(searching.volunteers_on(period.start, period.end))
        .order_by(Person.sort_key, Person.id)
    )


def _in(period: Period) -> ColumnElement[bool]:
    return HelpGiven.day.between(*_days(period))


def _days(period: Period) -> tuple[int, int]:
    return day_number(period.start), day_number(period.end)

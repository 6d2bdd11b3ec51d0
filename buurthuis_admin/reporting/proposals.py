# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Headings to choose from: each true for the figures, the most telling first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from buurthuis_admin.domain.figures import YearFigures
from buurthuis_admin.domain.reports import Chapter
from buurthuis_admin.i18n import _, month_name
from buurthuis_admin.reporting import findings
from buurthuis_admin.reporting.chapters.participants import ages_finding, areas_finding
from buurthuis_admin.reporting.headings import members_heading, subsidies_heading
from buurthuis_admin.reporting.wording import capitalised

Slot = tuple[Chapter, str]


def slot_words() -> dict[Slot, str]:
    """The headings that can be changed, and what each stands over."""
    return {
        (Chapter.IN_SHORT, "activities"): _("Heading over the chart of activities"),
        (Chapter.IN_SHORT, "months"): _("Heading over the chart of months"),
        (Chapter.PARTICIPANTS, "ages"): _("Heading over the ages"),
        (Chapter.PARTICIPANTS, "areas"): _("Heading over where people live"),
        (Chapter.MEMBERS, "members"): _("Heading over the members"),
        (Chapter.SUBSIDIES, "subsidies"): _("Heading over the subsidies"),
    }


def proposals(slot: Slot, figures: YearFigures, before: YearFigures | None) -> tuple[str, ...]:
    """The headings that hold for these figures, without doubles.

    ``before``: the year to compare visits with, when there is one.
    """
    maker = _MAKERS.get(slot)
    return tuple(dict.fromkeys(maker(figures, before))) if maker else ()


def _activities(figures: YearFigures, before: YearFigures | None) -> Iterator[str]:
    if grower := findings.hardest_grower(figures, before):
        yield _("{activity} grew the most").format(activity=grower.name)
        yield _("{activity} drew more visits than last year").format(activity=grower.name)
    if busiest := findings.busiest_activity(figures):
        yield _("{activity} drew the most visits").format(activity=busiest.name)
    yield _("Visits by activity")


def _months(figures: YearFigures, _before: YearFigures | None) -> Iterator[str]:
    if findings.summer_is_quieter(figures):
        yield _("Summer is quieter")
    if month := findings.busiest_month(figures):
        yield _("{month} was the busiest month").format(month=capitalised(month_name(month)))
    yield _("Visits by month")


def _ages(figures: YearFigures, _before: YearFigures | None) -> Iterator[str]:
    yield ages_finding(figures)
    yield _("The age of the participants")
    yield _("Young and old take part") if _all_ages(figures) else _("Participants by age")


def _all_ages(figures: YearFigures) -> bool:
    """Whether every age band but the unknown one has five people or more."""
    known = [group for group in figures.age_bands if group.key[:1].isdigit()]
    return bool(known) and all(group.participants >= 5 for group in known)


def _areas(figures: YearFigures, before: YearFigures | None) -> Iterator[str]:
    yield areas_finding(figures, before)
    yield _("Where the participants live")
    yield _("Participants by postcode area")


def _members(figures: YearFigures, _before: YearFigures | None) -> Iterator[str]:
    yield members_heading(figures.members)
    yield _("Members")


def _subsidies(figures: YearFigures, _before: YearFigures | None) -> Iterator[str]:
    yield subsidies_heading(figures.subsidies.dossiers)
    yield _("Subsidies by funder")


_MAKERS: Mapping[Slot, Callable[[YearFigures, YearFigures | None], Iterator[str]]] = {
    (Chapter.IN_SHORT, "activities"): _activities,
    (Chapter.IN_SHORT, "months"): _months,
    (Chapter.PARTICIPANTS, "ages"): _ages,
    (Chapter.PARTICIPANTS, "areas"): _areas,
    (Chapter.MEMBERS, "members"): _members,
    (Chapter.SUBSIDIES, "subsidies"): _subsidies,
}

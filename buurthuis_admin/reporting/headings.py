# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Headings that say what the figures show, each true for any figures it is given.

Where no finding holds, the heading names its subject instead.
"""

from __future__ import annotations

from collections.abc import Sequence

from buurthuis_admin.domain.figures import MemberFigures, YearFigures
from buurthuis_admin.domain.subsidies import Subsidy
from buurthuis_admin.domain.suppression import is_small
from buurthuis_admin.i18n import _, month_name, ngettext
from buurthuis_admin.reporting import findings
from buurthuis_admin.reporting.findings import MainGroup
from buurthuis_admin.reporting.wording import (
    age_band_name,
    capitalised,
    number_word,
)


def activities_heading(figures: YearFigures, before: YearFigures | None) -> str:
    """Over the visits of each activity."""
    if grower := findings.hardest_grower(figures, before):
        return _("{activity} grew the most").format(activity=grower.name)
    if busiest := findings.busiest_activity(figures):
        return _("{activity} drew the most visits").format(activity=busiest.name)
    return _("Visits by activity")


def months_heading(figures: YearFigures) -> str:
    """Over the visits of each month."""
    if findings.summer_is_quieter(figures):
        return _("Summer is quieter")
    if month := findings.busiest_month(figures):
        return _("{month} was the busiest month").format(month=capitalised(month_name(month)))
    return _("Visits by month")


def ages_heading(main: MainGroup | None) -> str:
    """Over the participants of each age band."""
    if main is None:
        return _("The age of the participants")
    band = age_band_name(main.key)
    if main.key.endswith("+"):
        age = main.key[:-1]
        if main.majority:
            return _("Most participants are {age} or older").format(age=age)
        return _("The largest group is {age} or older").format(age=age)
    if main.majority:
        return _("Most participants are {band} old").format(band=band)
    return _("The largest group is {band} old").format(band=band)


def areas_heading(main: MainGroup | None) -> str:
    """Over the participants of each postcode area."""
    if main is None:
        return _("Where the participants live")
    if main.majority:
        return _("Most participants live in {area}").format(area=main.key)
    return _("The largest group lives in {area}").format(area=main.key)


def members_heading(members: MemberFigures) -> str:
    """Over the members at the start and the end of the year."""
    first, last = members.on_first_day, members.on_last_day
    if is_small(first) or is_small(last) or not first:
        return _("Members")
    if last > first:
        return _("The number of members grew")
    if last < first:
        return _("The number of members fell")
    return _("The number of members stayed the same")


def subsidies_heading(dossiers: Sequence[Subsidy]) -> str:
    """Over the dossiers."""
    found = findings.decisions(dossiers)
    total, granted = found.applications, found.granted
    if not total:
        return _("Subsidies by funder")
    if total == 1:
        return _one_application(granted)
    if granted == total:
        return _("All {total} applications were granted").format(total=number_word(total))
    if not granted:
        return _("None of the {total} applications has been granted").format(
            total=number_word(total)
        )
    text = ngettext(
        "{granted} of the {total} applications was granted",
        "{granted} of the {total} applications were granted",
        granted,
    )
    return capitalised(text.format(granted=number_word(granted), total=number_word(total)))


def _one_application(granted: int) -> str:
    if granted:
        return _("The application was granted")
    return _("The application has not been granted")

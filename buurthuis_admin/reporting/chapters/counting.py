# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""'How we counted': the rules behind every figure, in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from buurthuis_admin.domain.figures import YearFigures, YearReportData
from buurthuis_admin.i18n import _, format_day_long
from buurthuis_admin.reporting.content import Block, BulletList, Heading, Keep, Paragraph
from buurthuis_admin.reporting.findings import hardest_grower
from buurthuis_admin.reporting.wording import people_text


def counting(data: YearReportData) -> tuple[Block, ...]:
    """The chapter, with the rules that this report needs."""
    return (
        Keep((Heading(_("How we counted"), name="counting"), BulletList(tuple(_rules(data))))),
        Paragraph(_made(data)),
    )


def _rules(data: YearReportData) -> Iterator[str]:
    figures = data.figures
    if figures.total.visits or figures.total.sessions:
        yield from _visit_rules(figures)
    if figures.members.on_first_day or figures.members.on_last_day:
        yield _(
            "Members on a date: people whose membership began on or before that date and had "
            "not ended; the last day of a membership still counts."
        )
    if figures.volunteers.hours:
        yield _("Volunteer hours: the hours that were written down, by the day they were worked.")
    if figures.subsidies.dossiers:
        yield _(
            "Subsidies: received and spent are the sums of the payments in each dossier. A "
            "dossier belongs to each year that its period touches."
        )
    if hardest_grower(figures, data.visits_before) is not None:
        yield _(
            "Grew the most: the largest difference in visits with the year before. An activity "
            "without visits in that year is new and does not count as growth."
        )
    yield _(
        "Small groups: 1 to 4 people are shown as {sign}, so that nobody can be recognised. A "
        "group, or visits, from which they could be worked out are kept back too."
    ).format(sign=people_text(1))


def _visit_rules(figures: YearFigures) -> Iterator[str]:
    yield _("Visits: everybody present at a session, by name or in a head count.")
    if figures.total.unique:
        yield _(
            "Different people: everybody known by name who was present at least once. Visitors "
            "counted without a name are not among them."
        )
    yield _("Average: visits divided by sessions that were held.")
    if figures.total.unique or figures.members.on_last_day:
        yield _("Age: the age on 31 December {year}.").format(year=figures.year)


def _made(data: YearReportData) -> str:
    text = _(
        "Made on {day} with Buurthuis Administratie from the centre's own administration: "
        "attendance lists, head counts, the list of members and the subsidy dossiers."
    )
    return text.format(day=format_day_long(data.made_on))

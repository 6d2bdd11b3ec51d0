# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The cover: which centre, which year, and how the centre is registered."""

from __future__ import annotations

from collections.abc import Iterator

from buurthuis_admin.domain.figures import YearReportData
from buurthuis_admin.domain.reports import Chapter
from buurthuis_admin.i18n import _, format_day_long
from buurthuis_admin.reporting.content import Block, Cover
from buurthuis_admin.reporting.wording import centre_and_town, enumeration, mark_of


def cover(data: YearReportData) -> tuple[Block, ...]:
    """The first page."""
    return (
        Cover(
            title=report_title(data.figures.year),
            subtitle=data.composition.part(Chapter.COVER).strip() or centre_and_town(data.centre),
            lines=(_period(data.figures.year), *_funders(data)),
            foot=tuple(_foot(data)),
            logo=mark_of(data.centre),
        ),
    )


def report_title(year: int) -> str:
    """'Year report 2022'."""
    return _("Year report {year}").format(year=year)


def _period(year: int) -> str:
    return _("The period from 1 January to 31 December {year}").format(year=year)


def _funders(data: YearReportData) -> tuple[str, ...]:
    """For whom the report is: the funders, and the numbers of their decisions."""
    names = list(dict.fromkeys(item.funder for item in data.figures.subsidies.dossiers))
    if not 0 < len(names) <= 4:
        return ()
    return (_("With subsidy applications to {funders}").format(funders=enumeration(names)),)


def _foot(data: YearReportData) -> Iterator[str]:
    centre = data.centre
    address = " ".join(part for part in (centre.postcode, centre.town) if part)
    where = ", ".join(part for part in (centre.street, address) if part)
    registered = " · ".join(
        text.format(number=number)
        for text, number in (
            (_("Chamber of Commerce {number}"), centre.chamber_of_commerce_number),
            (_("RSIN {number}"), centre.rsin),
        )
        if number
    )
    board = _("Board: {names}").format(names=enumeration(centre.board)) if centre.board else ""
    adopted = data.composition.part(Chapter.COVER, "adopted").strip()
    if adopted:
        made = _("Adopted on {day}").format(day=adopted)
    else:
        made = _("Made on {day}").format(day=format_day_long(data.made_on))
    yield from (line for line in (centre.name, where, registered, board, made) if line)

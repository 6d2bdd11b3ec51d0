# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The year report: figures of a year to a document, in the language that is in force."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from buurthuis_admin.domain.figures import YearReportData
from buurthuis_admin.domain.reports import WRITTEN, YEAR_CHAPTERS, Chapter
from buurthuis_admin.i18n import _, current_language
from buurthuis_admin.reporting.chapters.activities import activities
from buurthuis_admin.reporting.chapters.counting import counting
from buurthuis_admin.reporting.chapters.cover import cover, report_title
from buurthuis_admin.reporting.chapters.finances import finances
from buurthuis_admin.reporting.chapters.in_short import in_short
from buurthuis_admin.reporting.chapters.members import members
from buurthuis_admin.reporting.chapters.neighbour_help import neighbour_help
from buurthuis_admin.reporting.chapters.participants import participants
from buurthuis_admin.reporting.chapters.subsidies import subsidies
from buurthuis_admin.reporting.chapters.volunteers import volunteers
from buurthuis_admin.reporting.chapters.written import addition, anbi, audit, written
from buurthuis_admin.reporting.chapters.years import years
from buurthuis_admin.reporting.columns import without_blanks
from buurthuis_admin.reporting.content import Block, Document
from buurthuis_admin.reporting.corrections import correct
from buurthuis_admin.reporting.wording import centre_and_town

Maker = Callable[[YearReportData], Sequence[Block]]

COUNTED: Mapping[Chapter, Maker] = {
    Chapter.COVER: cover,
    Chapter.IN_SHORT: in_short,
    Chapter.ACTIVITIES: activities,
    Chapter.PARTICIPANTS: participants,
    Chapter.MEMBERS: members,
    Chapter.VOLUNTEERS: volunteers,
    Chapter.NEIGHBOUR_HELP: neighbour_help,
    Chapter.SUBSIDIES: subsidies,
    Chapter.FINANCES: finances,
    Chapter.YEARS: years,
    Chapter.AUDIT: lambda data: audit(data.composition, data.figures.year),
    Chapter.COUNTING: counting,
}


def compose(data: YearReportData) -> Document:
    """The report on a year. A chapter without figures or text is left out."""
    title = report_title(data.figures.year)
    name = data.centre.name
    blocks = [block for chapter in YEAR_CHAPTERS for block in chapter_blocks(chapter, data)]
    return Document(
        title=f"{title}, {name}" if name else title,
        language=current_language(),
        created=data.made_on,
        author=name,
        subject=_("What {centre} did in {year}, in figures").format(
            centre=centre_and_town(data.centre) or _("the centre"), year=data.figures.year
        ),
        running_title=" · ".join(part for part in (name, title) if part),
        page_words=_("Page {page} of {pages}"),
        blocks=correct(blocks, data.composition.corrections),
    )


def chapter_blocks(chapter: Chapter, data: YearReportData) -> list[Block]:
    """One chapter; nothing when it is left out or there is nothing for it."""
    if data.composition.hidden(chapter):
        return []
    if chapter is Chapter.ANBI:
        return anbi(data.composition, data.pictures, data.centre)
    if chapter in WRITTEN:
        return written(chapter, data.composition, data.pictures)
    maker = COUNTED.get(chapter)
    counted = list(without_blanks(maker(data))) if maker else []
    if not counted or chapter is Chapter.AUDIT:
        return counted
    return [*counted, *addition(chapter, data.composition, data.pictures)]


def has_figures(chapter: Chapter, data: YearReportData) -> bool:
    """Whether anything is counted for a chapter."""
    maker = COUNTED.get(chapter)
    return bool(maker and maker(data))

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The year report: figures of a year to a document, in the language that is in force."""

from __future__ import annotations

from buurthuis_admin.domain.figures import YearReportData
from buurthuis_admin.i18n import _, current_language
from buurthuis_admin.reporting.chapters.activities import activities
from buurthuis_admin.reporting.chapters.counting import counting
from buurthuis_admin.reporting.chapters.cover import cover, report_title
from buurthuis_admin.reporting.chapters.in_short import in_short
from buurthuis_admin.reporting.chapters.members import members
from buurthuis_admin.reporting.chapters.participants import participants
from buurthuis_admin.reporting.chapters.subsidies import subsidies
from buurthuis_admin.reporting.chapters.volunteers import volunteers
from buurthuis_admin.reporting.content import Document
from buurthuis_admin.reporting.wording import centre_and_town

CHAPTERS = (
    cover, in_short, activities, participants, members, volunteers, subsidies, counting,
)  # fmt: skip


def compose(data: YearReportData) -> Document:
    """The report on a year. A chapter without figures is left out."""
    title = report_title(data.figures.year)
    name = data.centre.name
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
        blocks=tuple(block for chapter in CHAPTERS for block in chapter(data)),
    )

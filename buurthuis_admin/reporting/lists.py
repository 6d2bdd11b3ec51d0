# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A list on paper: participants of an activity, volunteers, or what a list of the screen has."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from buurthuis_admin.i18n import _, format_day_long, language, ngettext
from buurthuis_admin.reporting.content import (
    Align,
    Block,
    Column,
    Document,
    Heading,
    Lead,
    Paragraph,
    Row,
    Source,
    Table,
)
from buurthuis_admin.reporting.pdf import render


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperList:
    """What is on the paper. ``about`` (an activity) stands above it, before the kind of list.

    ``counted`` says how many lines there are of what is not people.
    """

    kind: str
    about: str = ""
    centre: str
    made_on: datetime.date
    columns: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    counted: str = ""
    internal: bool = True  # False for what is handed to somebody outside


def list_as_pdf(paper: PaperList, language_code: str) -> bytes:
    """The list as PDF, in a language."""
    with language(language_code):
        return render(compose_list(paper, language_code))


def compose_list(paper: PaperList, language_code: str) -> Document:
    """What the paper says, in the current language."""
    heading = paper.about or paper.kind
    return Document(
        title=", ".join(part for part in (paper.kind, paper.about) if part),
        language=language_code,
        created=paper.made_on,
        author=paper.centre,
        running_title=f"{heading} · {format_day_long(paper.made_on)}",
        page_words=_("Page {page} of {pages}"),
        blocks=tuple(_blocks(paper, heading)),
    )


def _blocks(paper: PaperList, heading: str) -> Iterator[Block]:
    yield Heading(heading)
    told = ngettext("{count} person", "{count} people", len(paper.lines))
    counted = paper.counted or told.format(count=len(paper.lines))
    yield Lead(f"{paper.kind}: {counted}" if paper.about else counted)
    if not paper.lines:
        nobody = _("Nobody is on the list yet.")
        yield Paragraph(_("Nothing on this list yet.") if paper.counted else nobody)
        return
    yield Table(
        columns=tuple(Column(word, Align.START) for word in paper.columns),
        rows=tuple(Row(line) for line in paper.lines),
        summary=paper.kind,
    )
    if paper.internal:
        yield Source(_("For internal use. Destroy this paper when it is not needed any more."))

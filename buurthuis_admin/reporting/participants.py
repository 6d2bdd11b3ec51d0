# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The list of an activity on paper, for who leads it."""

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
class ParticipantsList:
    """What is on the paper: a name, a telephone number and a remark for each line."""

    activity: str
    centre: str
    made_on: datetime.date
    lines: tuple[tuple[str, str, str], ...]


def participants_report(paper: ParticipantsList, language_code: str) -> bytes:
    """The list as PDF, in a language."""
    with language(language_code):
        return render(compose_participants(paper, language_code))


def compose_participants(paper: ParticipantsList, language_code: str) -> Document:
    """What the paper says, in the current language."""
    title = _("List of participants")
    return Document(
        title=f"{title}, {paper.activity}",
        language=language_code,
        created=paper.made_on,
        author=paper.centre,
        running_title=f"{paper.activity} · {format_day_long(paper.made_on)}",
        page_words=_("Page {page} of {pages}"),
        blocks=tuple(_blocks(paper, title)),
    )


def _blocks(paper: ParticipantsList, title: str) -> Iterator[Block]:
    yield Heading(paper.activity)
    people = ngettext("{count} person", "{count} people", len(paper.lines))
    yield Lead(f"{title}: {people.format(count=len(paper.lines))}")
    if not paper.lines:
        yield Paragraph(_("Nobody is on the list yet."))
        return
    columns = (_("Name"), _("Telephone"), _("Remark"))
    yield Table(
        columns=tuple(Column(word, Align.START) for word in columns),
        rows=tuple(Row(line) for line in paper.lines),
        summary=title,
    )
    yield Source(_("For internal use. Destroy this paper when it is not needed any more."))

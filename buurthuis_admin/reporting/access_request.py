# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The answer to somebody who asks what is kept about them (AVG art. 15)."""

from __future__ import annotations

from collections.abc import Iterator

from buurthuis_admin.domain.privacy_papers import HeldOnPerson, HeldSection
from buurthuis_admin.i18n import _, format_day_long, language
from buurthuis_admin.reporting.content import (
    Align,
    Block,
    BulletList,
    Column,
    Document,
    Heading,
    Keep,
    Lead,
    Paragraph,
    Row,
    Source,
    Table,
)
from buurthuis_admin.reporting.pdf import render


def access_report(held: HeldOnPerson, language_code: str) -> bytes:
    """The paper as PDF, in a language. The same data give the same bytes."""
    with language(language_code):
        return render(compose_access_report(held, language_code))


def compose_access_report(held: HeldOnPerson, language_code: str) -> Document:
    """What the paper says, in the current language."""
    title = _("What we keep about you")
    return Document(
        title=title,
        language=language_code,
        created=held.made_on,
        author=held.centre,
        running_title=f"{title} · {format_day_long(held.made_on)}",
        page_words=_("Page {page} of {pages}"),
        blocks=tuple(_blocks(held, title)),
    )


def _blocks(held: HeldOnPerson, title: str) -> Iterator[Block]:
    yield Heading(title)
    yield Lead(_("For {name}").format(name=held.name))
    day = format_day_long(held.made_on)
    yield Paragraph(
        _(
            "You asked which data we keep about you. This is everything that stands in our "
            "administration on {day}. What is empty is left out."
        ).format(day=day)
    )
    yield from _who(held)
    for section in held.sections:
        yield from _section(section)
    yield Heading(_("Why we keep it, and for how long"), 2)
    yield Table(
        columns=tuple(
            Column(word, Align.START)
            for word in (_("What for"), _("On what ground"), _("How long"))
        ),
        rows=tuple(Row(cells) for cells in held.purposes),
        summary=_("Each use of personal data, with its ground and how long the data are kept."),
    )
    yield Keep((Heading(_("Your rights"), 2), BulletList(held.rights)))


def _who(held: HeldOnPerson) -> Iterator[Block]:
    lines = [
        _("Responsible: {centre}").format(
            centre=", ".join(filter(None, (held.centre, held.address)))
        )
        if held.centre
        else "",
        _("Questions: {contact}").format(contact=held.contact) if held.contact else "",
        _("Data protection officer: {officer}").format(officer=held.officer)
        if held.officer
        else "",
    ]
    told = tuple(line for line in lines if line)
    if told:
        yield BulletList(told)


def _section(section: HeldSection) -> Iterator[Block]:
    table = Table(
        columns=tuple(Column(heading, Align.START) for heading in section.headings),
        rows=tuple(Row(cells) for cells in section.rows),
        summary=section.title,
    )
    yield Keep((Heading(section.title, 2), table))
    if section.note:
        yield Source(section.note)

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The processing register (verwerkingsregister, AVG art. 30) on paper."""

from __future__ import annotations

from collections.abc import Iterator

from buurthuis_admin.domain.privacy_papers import Processing, ProcessingRegister
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
    Table,
)
from buurthuis_admin.reporting.pdf import render


def register_report(register: ProcessingRegister, language_code: str) -> bytes:
    """The register as PDF, in a language. The same register gives the same bytes."""
    with language(language_code):
        return render(compose_register(register, language_code))


def compose_register(register: ProcessingRegister, language_code: str) -> Document:
    """What the register says, in the current language."""
    title = _("Processing register")
    return Document(
        title=f"{title}, {register.centre}" if register.centre else title,
        language=language_code,
        created=register.made_on,
        author=register.centre,
        running_title=f"{title} · {format_day_long(register.made_on)}",
        page_words=_("Page {page} of {pages}"),
        blocks=tuple(_blocks(register, title)),
    )


def _blocks(register: ProcessingRegister, title: str) -> Iterator[Block]:
    yield Heading(title)
    if register.centre:
        yield Lead(register.centre)
    yield Paragraph(
        _(
            "Which personal data we use, for what and for how long (GDPR, article 30). Made on "
            "{day} from the fields that are filled in."
        ).format(day=format_day_long(register.made_on))
    )
    yield _facts(
        (
            (_("Responsible"), ", ".join(filter(None, (register.centre, register.address)))),
            (_("Contact for privacy"), register.contact),
            (_("Data protection officer"), register.officer or _("none: not required of us")),
        ),
        _("Who is responsible"),
    )
    if not register.entries:
        yield Paragraph(_("No personal data are kept yet."))
    for entry in register.entries:
        yield Keep((Heading(entry.title, 2), _entry(entry)))
    yield Keep((Heading(_("How the data are protected"), 2), BulletList(register.measures)))


def _entry(entry: Processing) -> Table:
    return _facts(
        (
            (_("What for"), entry.purpose),
            (_("On what ground"), entry.ground),
            (_("Of whom"), entry.people),
            (_("Which data"), ", ".join(entry.data)),
            (_("Who receives them"), entry.recipients),
            (_("Outside the European Union"), _("No")),
            (_("How long"), entry.retention),
        ),
        entry.title,
    )


def _facts(lines: tuple[tuple[str, str], ...], summary: str) -> Table:
    """Facts with their names before them."""
    return Table(
        columns=(Column(_("Subject"), Align.START), Column(_("What applies"), Align.START)),
        rows=tuple(Row(line) for line in lines if line[1]),
        summary=summary,
    )

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The handbook on paper: chapters in plain Markdown, set as a report."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence

from buurthuis_admin.i18n import _, language
from buurthuis_admin.reporting.content import (
    Block,
    BulletList,
    Cover,
    Document,
    Heading,
    PageBreak,
    Paragraph,
)
from buurthuis_admin.reporting.pdf import render

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_HEADING = re.compile(r"(#{1,3}) (.*)")


def handbook_report(chapters: Sequence[str], language_code: str, made_on: datetime.date) -> bytes:
    """The chapters as PDF, in a language."""
    with language(language_code):
        return render(compose_handbook(chapters, language_code, made_on))


def compose_handbook(
    chapters: Sequence[str], language_code: str, made_on: datetime.date
) -> Document:
    """A cover and each chapter on a page of its own, in the current language."""
    title = _("Handbook")
    program = _("Community Centre Administration")
    blocks: list[Block] = [Cover(title=title, subtitle=program)]
    for chapter in chapters:
        blocks += (PageBreak(), *blocks_of(chapter))
    return Document(
        title=title,
        language=language_code,
        created=made_on,
        author=program,
        running_title=title,
        page_words=_("Page {page} of {pages}"),
        blocks=tuple(blocks),
    )


def blocks_of(markdown: str) -> Iterator[Block]:
    """Headings, paragraphs and lists; a link is its words, as paper has none."""
    items: list[str] = []
    for line in (*markdown.splitlines(), ""):
        text = plain(line)
        if line.startswith("- "):
            items.append(text[2:])
            continue
        if items:
            yield BulletList(tuple(items))
            items = []
        heading = _HEADING.fullmatch(text)
        if heading is not None:
            yield Heading(heading[2], len(heading[1]))
        elif text:
            yield Paragraph(text)


def plain(markdown: str) -> str:
    """A line without its marks for links and weight."""
    return _LINK.sub(r"\1", markdown).replace("**", "").strip()

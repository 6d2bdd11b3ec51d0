# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people wrote and the photos they chose, as blocks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from buurthuis_admin.domain.centre import CentreSettings
from buurthuis_admin.domain.reports import TEXT, WRITTEN, Chapter, Composition
from buurthuis_admin.domain.simple_text import Form, Piece, read_simple_text
from buurthuis_admin.i18n import _
from buurthuis_admin.reporting.content import (
    Block,
    BulletList,
    Heading,
    Lines,
    PageBreak,
    Paragraph,
    Picture,
)

_NEW_PAGE = frozenset({Chapter.FOREWORD, Chapter.ANBI})  # stories stand beside the counts


def written(chapter: Chapter, added: Composition, pictures: Mapping[str, bytes]) -> list[Block]:
    """A chapter that is nothing but a text and photos; nothing when there are none."""
    inside = [*text_blocks(added.printed(chapter)), *photo_blocks(chapter, added, pictures)]
    if not inside:
        return []
    start: list[Block] = [PageBreak()] if chapter in _NEW_PAGE else []
    return [*start, Heading(written_title(chapter), name=chapter.value), *inside]


def anbi(added: Composition, pictures: Mapping[str, bytes], centre: CentreSettings) -> list[Block]:
    """The page that the tax office asks of a public benefit organisation, with what is known."""
    blocks = written(Chapter.ANBI, added, pictures)
    place = " ".join(part for part in (centre.postcode, centre.town) if part)
    known = (
        (_("Name: {words}"), centre.name),
        (_("RSIN {number}"), centre.rsin),
        (_("Chamber of Commerce {number}"), centre.chamber_of_commerce_number),
        (_("Contact: {words}"), ", ".join(part for part in (centre.street, place) if part)),
        (_("Board: {names}"), ", ".join(centre.board)),
    )
    facts = tuple(
        words.format(words=fact, number=fact, names=fact) for words, fact in known if fact
    )
    at = next((at for at, one in enumerate(blocks, 1) if isinstance(one, Heading)), 0)
    return [*blocks[:at], BulletList(facts), *blocks[at:]] if blocks and facts else blocks


def addition(chapter: Chapter, added: Composition, pictures: Mapping[str, bytes]) -> list[Block]:
    """What stands below the figures of a counted chapter."""
    if chapter in WRITTEN or chapter is Chapter.COVER:
        return []
    return [
        *text_blocks(added.part(chapter, TEXT)),
        *photo_blocks(chapter, added, pictures),
    ]


def text_blocks(text: str, level: int = 2) -> Iterator[Block]:
    """The blocks of a text in its simple form; headings in it stand at a level."""
    items: list[str] = []
    for piece in read_simple_text(text):
        if piece.form is Form.ITEM:
            items.append(piece.text)
            continue
        if items:
            yield BulletList(tuple(items))
            items = []
        yield Heading(piece.text, level) if piece.form is Form.HEADING else _paragraph(piece)
    if items:
        yield BulletList(tuple(items))


def _paragraph(piece: Piece) -> Paragraph:
    spans = tuple((span.text, span.strong) for span in piece.spans)
    if any(strong for _text, strong in spans):
        return Paragraph(piece.text, spans)
    return Paragraph.of(piece.text)


def photo_blocks(
    chapter: Chapter, added: Composition, pictures: Mapping[str, bytes]
) -> Iterator[Block]:
    """The photos of a chapter that are there; one whose bytes were dropped is left out."""
    for number, photo in enumerate(added.photos_of(chapter), 1):
        content = pictures.get(photo.sha256)
        if content:
            yield Picture(
                content=content,
                width=photo.width,
                height=photo.height,
                alt=photo.alt or photo.caption or _("Photo {number}").format(number=number),
                caption=photo.caption,
            )


def written_title(chapter: Chapter) -> str:
    """The heading over a written chapter."""
    return {
        Chapter.FOREWORD: _("Foreword"),
        Chapter.ORGANISATION: _("Organisation and board"),
        Chapter.STORIES: _("Stories"),
        Chapter.PARTNERS: _("Working together"),
        Chapter.ANBI: _("ANBI: public benefit organisation"),
        Chapter.OUTLOOK: _("Outlook"),
    }[chapter]


def audit(added: Composition, year: int) -> list[Block]:
    """The statement of the audit committee, with lines to sign on."""
    text = added.part(Chapter.AUDIT).strip()
    if not text:
        return []
    signers = [name.strip() for name in added.part(Chapter.AUDIT, "members").split(",")]
    lines = tuple(name for name in signers if name) or (_("Name and signature"),) * 2
    title = _("Statement of the audit committee over {year}").format(year=year)
    return [Heading(title, name=Chapter.AUDIT.value), *text_blocks(text), Lines(lines)]

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Post as PDF: labels, envelopes, letters and member cards, and the list of birthdays."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from buurthuis_admin.domain.labels import CARD_SHEET, EnvelopeSize, LabelSheet
from buurthuis_admin.domain.mailings import Recipient, fill_in
from buurthuis_admin.i18n import _, format_day_long, language, month_name
from buurthuis_admin.reporting.content import (
    Align,
    Block,
    Column,
    Document,
    Envelope,
    Heading,
    Label,
    Labels,
    LetterHead,
    Lined,
    Mark,
    PageBreak,
    Paragraph,
    Row,
    Table,
)
from buurthuis_admin.reporting.pdf import render


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """What is the same for all that is made in one go."""

    centre: str
    sender: tuple[str, ...]
    made_on: datetime.date
    language: str
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Birthday:
    """Somebody's birthday; ``age`` is what they become in the year, '' when not known."""

    month: int
    day: int
    name: str
    age: str


def labels(post: Post, recipients: Sequence[Recipient], sheet: LabelSheet, first: int) -> bytes:
    """Sheets of address labels; ``first`` (from 0) is the first that is still on the sheet."""
    made = tuple(Label(one.lines) for one in recipients)
    with language(post.language):
        return _render(post, _("Address labels"), [Labels(sheet=sheet, labels=made, first=first)])


def cards(post: Post, made: Sequence[Label]) -> bytes:
    """Member cards to cut out."""
    with language(post.language):
        return _render(post, _("Member cards"), [Labels(sheet=CARD_SHEET, labels=tuple(made))])


def envelopes(post: Post, recipients: Sequence[Recipient], size: EnvelopeSize) -> bytes:
    """An envelope for each, with the address of the centre in its corner."""
    fronts = (Envelope(size=size, address=one.lines, sender=post.sender) for one in recipients)
    with language(post.language):
        return _render(post, _("Envelopes"), _apart(fronts))


def letters(post: Post, recipients: Sequence[Recipient], text: str) -> bytes:
    """A letter to each; each begins on a page of its own."""
    with language(post.language):
        return _render(post, _("Letters"), list(_letters(post, recipients, text)))


def birthdays(post: Post, found: Sequence[Birthday]) -> bytes:
    """Birthdays by month."""
    with language(post.language):
        foot = _("Page {page} of {pages}")
        return _render(post, _("Birthdays"), list(_birthdays(post, found)), foot)


def _apart(blocks: Iterator[Envelope]) -> list[Block]:
    apart: list[Block] = []
    for block in blocks:
        apart += [block, PageBreak()]
    return apart[:-1]


def _letters(post: Post, recipients: Sequence[Recipient], text: str) -> Iterator[Block]:
    for at, one in enumerate(recipients):
        if at:
            yield PageBreak()
        yield LetterHead(
            sender=post.sender,
            address=one.lines,
            dated=format_day_long(post.made_on),
            logo=post.mark,
        )
        yield Lined(fill_in(text, one.fields))


def _birthdays(post: Post, found: Sequence[Birthday]) -> Iterator[Block]:
    yield Heading(_("Birthdays"))
    if not found:
        yield Paragraph(_("Of none of these people the day of birth is known."))
    in_order = sorted(found, key=lambda one: (one.month, one.day, one.name))
    columns = (
        Column(_("Day"), Align.END),
        Column(_("Name"), Align.START),
        Column(_("Becomes in {year}").format(year=post.made_on.year), Align.END),
    )
    for month, ones in groupby(in_order, key=lambda one: one.month):
        name = month_name(month)
        title = name[:1].upper() + name[1:]
        yield Heading(title, 2)
        rows = tuple(Row((str(one.day), one.name, one.age)) for one in ones)
        yield Table(columns=columns, rows=rows, summary=title)


def _render(post: Post, title: str, blocks: Sequence[Block], foot: str = "") -> bytes:
    """A letter has no foot: how many pages all of them are is nothing to who gets one."""
    whole = f"{title}, {post.centre}" if post.centre else title
    return render(
        Document(
            title=whole,
            language=post.language,
            created=post.made_on,
            author=post.centre,
            running_title=whole if foot else "",
            page_words=foot,
            blocks=tuple(blocks),
        )
    )

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report on a subsidy: one dossier to a document, in the language that is in force."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from buurthuis_admin.domain.dossier_report import DossierReportData, Receipt
from buurthuis_admin.domain.reports import DOSSIER_CHAPTERS, WRITTEN, Chapter
from buurthuis_admin.domain.subsidies import Indicator
from buurthuis_admin.i18n import _, current_language, format_day_long
from buurthuis_admin.reporting.chapters import dossier_money, dossier_opening, dossier_results
from buurthuis_admin.reporting.chapters.dossier_opening import dossier_title, period_words
from buurthuis_admin.reporting.chapters.written import addition, written
from buurthuis_admin.reporting.columns import without_blanks
from buurthuis_admin.reporting.content import Block, BulletList, Document, Heading, Keep, Paragraph
from buurthuis_admin.reporting.corrections import correct
from buurthuis_admin.reporting.wording import people_text

Maker = Callable[[DossierReportData], Sequence[Block]]


def _counting(data: DossierReportData) -> list[Block]:
    """The rules behind the figures of this report."""
    rules = list(_rules(data))
    made = _("Made on {day} with Buurthuis Administratie from the centre's own administration.")
    return [
        Keep((Heading(_("How we counted"), name="counting"), BulletList(tuple(rules)))),
        Paragraph(made.format(day=format_day_long(data.made_on))),
    ]


def _rules(data: DossierReportData) -> Iterator[str]:
    """The rules that this report needs."""
    counted, kinds = data.figures, {one.target.kind for one in data.agreements}
    visits = counted is not None and counted.total.sessions + counted.total.visits > 0
    people = counted is not None and counted.total.unique > 0
    if visits or Indicator.VISITS in kinds:
        yield _("Visits: everybody present at a session, by name or in a head count.")
    if people or kinds & _OF_PEOPLE:
        yield _(
            "Different people: everybody known by name who was present at least once. Visitors "
            "counted without a name are not among them."
        )
    if Indicator.NEW_PEOPLE in kinds:
        yield _("New people: those of them who had not come to these activities before the period.")
    if visits:
        yield _("Average: visits divided by sessions that were held.")
    if people or Indicator.AGE_BAND in kinds:
        yield _("Age: the age on 31 December of the year in which the period ends.")
    if data.figures is not None and data.figures.volunteers.hours:
        yield _("Volunteer hours: the hours that were written down, by the day they were worked.")
    yield _("Spent: the sum of the payments, or of the parts of them, that belong to this subsidy.")
    yield _(
        "Small groups: 1 to 4 people are shown as {sign}, so that nobody can be recognised. A "
        "group, or visits, from which they could be worked out are kept back too."
    ).format(sign=people_text(1))


_OF_PEOPLE = frozenset({Indicator.PEOPLE, Indicator.NEW_PEOPLE, Indicator.AGE_BAND})


COUNTED: Mapping[Chapter, Maker] = {
    Chapter.COVER: dossier_opening.cover,
    Chapter.LETTER: dossier_opening.letter,
    Chapter.IN_SHORT: dossier_opening.in_short,
    Chapter.AGREEMENTS: dossier_results.agreements,
    Chapter.ACTIVITIES: dossier_results.activities,
    Chapter.PARTICIPANTS: dossier_results.participants,
    Chapter.VOLUNTEERS: dossier_results.volunteers,
    Chapter.FINANCES: dossier_money.finances,
    Chapter.COUNTING: _counting,
    Chapter.SIGNATURE: dossier_money.signature,
    Chapter.RECEIPTS: dossier_money.receipts,
}
_OF_PEOPLE = frozenset(
    {Indicator.PEOPLE, Indicator.NEW_PEOPLE, Indicator.AGE_BAND, Indicator.NEIGHBOURHOOD}
)
_OWN_TEXT = frozenset({Chapter.LETTER, Chapter.SIGNATURE, Chapter.RECEIPTS})


def compose_dossier(data: DossierReportData) -> Document:
    """The report on a dossier. A chapter without figures or text is left out."""
    title = dossier_title(data)
    chapters = data.composition.in_order(DOSSIER_CHAPTERS)
    made = {chapter: dossier_blocks(chapter, data) for chapter in chapters}
    blocks = [block for chapter in chapters for block in made[chapter]]
    corrected = correct(blocks, data.composition.corrections)
    notes = corrected[len(blocks) :]
    at = _end_of_counting(made)
    return _document(data, title, (*corrected[:at], *notes, *corrected[at : len(blocks)]))


def _end_of_counting(made: Mapping[Chapter, Sequence[Block]]) -> int:
    """How many blocks stand before what was corrected by hand: it belongs to how we counted.

    Without that chapter it stands before the receipts, which are papers of others.
    """
    before = 0
    for chapter, blocks in made.items():
        if chapter is Chapter.RECEIPTS:
            break
        before += len(blocks)
        if chapter is Chapter.COUNTING and blocks:
            break
    return before


def compose_receipts(data: DossierReportData, receipts: Sequence[Receipt]) -> Document:
    """Some receipts as a document of their own, for a funder of small files."""
    title = _("Receipts of {title}").format(title=dossier_title(data))
    listed = dossier_money.receipts_table(data, receipts)
    pages = dossier_money.receipt_pages(receipts)
    return _document(data, title, (Heading(_("Receipts")), listed, *pages))


def _document(data: DossierReportData, title: str, blocks: Sequence[Block]) -> Document:
    name = data.centre.name
    return Document(
        title=f"{title}, {name}" if name else title,
        language=current_language(),
        created=data.made_on,
        author=name,
        subject=" ".join(
            part for part in (data.subsidy.funder, data.subsidy.reference, period_words(data))
            if part
        ),
        running_title=" · ".join(part for part in (name, title) if part),
        page_words=_("Page {page} of {pages}"),
        blocks=tuple(blocks),
    )  # fmt: skip


def dossier_blocks(chapter: Chapter, data: DossierReportData) -> list[Block]:
    """One chapter; nothing when it is left out or there is nothing for it."""
    if data.composition.hidden(chapter):
        return []
    if chapter in WRITTEN:
        return written(chapter, data.composition, data.pictures)
    maker = COUNTED.get(chapter)
    counted = list(without_blanks(maker(data))) if maker else []
    if not counted or chapter in _OWN_TEXT:
        return counted
    return [*counted, *addition(chapter, data.composition, data.pictures)]

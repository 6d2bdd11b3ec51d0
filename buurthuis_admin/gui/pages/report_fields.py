# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which fields each chapter of a report has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from buurthuis_admin.domain.reports import (
    FINAL,
    LEAD,
    TEXT,
    WITHOUT_BEFORE,
    WRITTEN,
    Chapter,
    ReportKey,
)
from buurthuis_admin.i18n import _
from buurthuis_admin.reporting.proposals import slot_words


class FieldKind(Enum):
    """How a field is filled in."""

    LINE = auto()
    TEXT = auto()
    LEAD = auto()  # a sentence that is made, and can be written anew
    HEADING = auto()  # a heading that is made, with other proposals
    CHOICE = auto()  # yes or no; kept as 'yes'


@dataclass(frozen=True, slots=True)
class Field:
    """One field: the name under which it is kept, its label, and a line of help."""

    name: str
    kind: FieldKind
    label: str
    help: str = ""


_NO_ADDITION = frozenset({Chapter.COVER, Chapter.RECEIPTS})
_WHOLE_TEXT = WRITTEN | {Chapter.AUDIT, Chapter.LETTER, Chapter.SIGNATURE}
_WITH_LEAD = frozenset(
    {
        Chapter.IN_SHORT,
        Chapter.ACTIVITIES,
        Chapter.PARTICIPANTS,
        Chapter.VOLUNTEERS,
        Chapter.NEIGHBOUR_HELP,
        Chapter.SUBSIDIES,
        Chapter.YEARS,
        Chapter.AGREEMENTS,
        Chapter.FINANCES,
    }
)


def fields_of(chapter: Chapter, key: ReportKey) -> Iterator[Field]:
    """The fields of a chapter of a report, in the order in which they stand on the screen."""
    yield from _special(chapter)
    if chapter is Chapter.COVER and key.subsidy_id is not None:
        yield Field(FINAL, FieldKind.CHOICE, _("This is the final report already"))
    if chapter in _WITH_LEAD:
        yield Field(LEAD, FieldKind.LEAD, _("Opening sentence"))
    for (of, slot), words in slot_words().items():
        if of is chapter:
            yield Field(f"heading.{slot}", FieldKind.HEADING, words)
    if chapter is Chapter.IN_SHORT and key.year is not None:
        yield Field(WITHOUT_BEFORE, FieldKind.CHOICE, _("Leave out the mark of last year"))
    if chapter not in _NO_ADDITION:
        yield _text(chapter)


def _special(chapter: Chapter) -> Iterator[Field]:
    if chapter is Chapter.COVER:
        yield Field(TEXT, FieldKind.LINE, _("Line under the title"), _("The name and the town"))
        yield Field(
            "adopted",
            FieldKind.LINE,
            _("Adopted on"),
            _("The day on which the board adopted the report, for example 14 February 2027"),
        )
    if chapter is Chapter.AUDIT:
        yield Field(
            "members",
            FieldKind.LINE,
            _("Members of the audit committee"),
            _("Names with commas between them. Each gets a line to sign on."),
        )


def _text(chapter: Chapter) -> Field:
    label = _("Text") if chapter in _WHOLE_TEXT else _("More to tell")
    return Field(TEXT, FieldKind.TEXT, label, _hint(chapter))


def _hint(chapter: Chapter) -> str:
    """What is usually told in a chapter."""
    return {
        Chapter.FOREWORD: _(
            "Half a page: what was special about this year, and whom do you thank?"
        ),
        Chapter.ORGANISATION: _("Who is in the board, who works here, and how are decisions made?"),
        Chapter.STORIES: _(
            "One or two stories of visitors say more than figures. Ask whether you may tell them."
        ),
        Chapter.PARTNERS: _("With whom did you work, and on what?"),
        Chapter.AUDIT: _("What the audit committee found. It signs on paper."),
        Chapter.ANBI: _("Aim, policy, board and pay policy, as the tax office asks them."),
        Chapter.OUTLOOK: _("What are the plans for next year?"),
        Chapter.LETTER: _("Left empty, a short letter is made from the dossier."),
        Chapter.SIGNATURE: _("Left empty, the board declares that the report is true."),
    }.get(chapter, _("Anything that the figures do not say by themselves."))


def example_text(chapter: Chapter) -> str:
    """A text to start from, for chapters whose words are much the same everywhere."""
    return {
        Chapter.AUDIT: _(
            "We looked at the books of the centre and compared them with the bank statements "
            "and the receipts. We found no differences. We propose to discharge the treasurer."
        ),
        Chapter.ANBI: _(
            "## Aim\nThe centre lets neighbours meet and help each other.\n"
            "## Policy\nThe policy stands in the plan of the board.\n"
            "## Board and pay\nThe board is not paid. Costs are paid back against receipts."
        ),
    }.get(chapter, "")

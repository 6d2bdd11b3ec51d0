# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The opening of the report on a subsidy: cover, letter, and all of it in short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from buurthuis_admin.domain.agreements import Agreement
from buurthuis_admin.domain.dossier_report import DossierReportData
from buurthuis_admin.domain.figure_keys import Measure, Part, figure
from buurthuis_admin.domain.funders import FunderKind
from buurthuis_admin.domain.reports import Chapter
from buurthuis_admin.domain.subsidies import SubsidyState
from buurthuis_admin.i18n import _, format_day_long, format_money, format_number, ngettext
from buurthuis_admin.reporting.chapters.agreed_people import AgreedPeople
from buurthuis_admin.reporting.chapters.charting import Scope
from buurthuis_admin.reporting.chapters.in_short import activities_section, months_section
from buurthuis_admin.reporting.chapters.written import text_blocks
from buurthuis_admin.reporting.content import (
    Block,
    Cover,
    Heading,
    KeyFigure,
    KeyFigures,
    Lead,
    LetterHead,
    PageBreak,
    Paragraph,
)
from buurthuis_admin.reporting.told import told
from buurthuis_admin.reporting.wording import centre_and_town, enumeration, mark_of


def dossier_title(data: DossierReportData) -> str:
    """'Accountability: Ontmoeten in de wijk'."""
    purpose = data.subsidy.purpose
    if data.interim:
        named = _("Interim report: {purpose}").format(purpose=purpose)
        return named if purpose else _("Interim report on a subsidy")
    return _("Accountability: {purpose}").format(purpose=purpose) if purpose else _(
        "Accountability of a subsidy"
    )  # fmt: skip


def period_words(data: DossierReportData) -> str:
    """The period of the dossier; '' when none is known."""
    if data.period is None:
        return ""
    return _("{first} to {last}").format(
        first=format_day_long(data.period.start), last=format_day_long(data.period.end)
    )


def cover(data: DossierReportData) -> list[Block]:
    """The first page."""
    lines = [
        _("To {funder}").format(funder=data.subsidy.funder),
        _decision(data),
        period_words(data),
        _("Counted up to {day}").format(day=format_day_long(data.made_on)) if data.interim else "",
    ]
    adopted = data.composition.part(Chapter.COVER, "adopted").strip()
    return [
        Cover(
            title=dossier_title(data),
            subtitle=data.composition.part(Chapter.COVER).strip() or centre_and_town(data.centre),
            lines=tuple(line for line in lines if line),
            foot=tuple(_foot(data, adopted)),
            logo=mark_of(data.centre),
        )
    ]


def _decision(data: DossierReportData) -> str:
    """The number of the letter with the award; a fund does not call that a decision."""
    if not data.subsidy.reference:
        return ""
    fund = data.funder.kind is FunderKind.FUND
    text = _("Reference {number}") if fund else _("Decision {number}")
    return text.format(number=data.subsidy.reference)


def _foot(data: DossierReportData, adopted: str) -> Iterator[str]:
    centre = data.centre
    place = " ".join(part for part in (centre.postcode, centre.town) if part)
    registered = (
        (_("Chamber of Commerce {number}"), centre.chamber_of_commerce_number),
        (_("RSIN {number}"), centre.rsin),
    )
    yield from (part for part in (centre.name, centre.street, place) if part)
    yield from (text.format(number=number) for text, number in registered if number)
    if centre.board:
        yield _("Board: {names}").format(names=enumeration(centre.board))
    if adopted:
        yield _("Adopted on {day}").format(day=adopted)
    else:
        yield _("Made on {day}").format(day=format_day_long(data.made_on))


def letter(data: DossierReportData) -> list[Block]:
    """The letter that goes with it."""
    subsidy, centre = data.subsidy, data.centre
    where = ", ".join(part for part in (centre.town, format_day_long(data.made_on)) if part)
    text = data.composition.part(Chapter.LETTER).strip() or standard_letter(data)
    reference = _("Your reference: {number}").format(number=subsidy.reference)
    place = " ".join(part for part in (centre.postcode, centre.town) if part)
    address = tuple(part for part in (subsidy.funder, data.funder.contact) if part)
    sender = tuple(part for part in (centre.name, centre.street, place) if part)
    return [
        LetterHead(sender=sender, address=address, dated=where),
        Heading(_subject(data), name="letter", modest=True),
        *([Paragraph(reference)] if subsidy.reference else []),
        *text_blocks(text),
        Paragraph(_("With kind regards,")),
        Paragraph(_("the board of {centre}").format(centre=centre.name or _("the centre"))),
        PageBreak(),
    ]


def _subject(data: DossierReportData) -> str:
    purpose = data.subsidy.purpose
    if data.interim:
        words = _("About: interim report on ‘{purpose}’")
        return words.format(purpose=purpose) if purpose else _("About: interim report")
    words = _("About: accountability of ‘{purpose}’")
    return words.format(purpose=purpose) if purpose else _("About: accountability of a subsidy")


def standard_letter(data: DossierReportData) -> str:
    """The letter when nobody wrote one; it claims nothing that is not in the report."""
    parts = [_("Dear sir or madam,"), "", _opening(data)]
    if data.subsidy.left > 0 and data.subsidy.awarded and was_awarded(data):
        words = _("Of the subsidy {left} is left.")
        if data.interim:
            words = _("Of the subsidy {left} is still to be spent.")
        left = money_told(data, data.subsidy.left, Measure.LEFT_OVER)
        parts += ["", words.format(left=left)]
    if was_awarded(data):  # else the opening says what the report tells
        parts += ["", _("This report tells what we did, what it cost, and how we counted.")]
    return "\n".join(parts)


def year_of(data: DossierReportData) -> int:
    """The year whose ages and figures the report tells."""
    return (data.period.end if data.period else data.made_on).year


def was_awarded(data: DossierReportData) -> bool:
    """Whether the funder said yes, as far as is known."""
    return data.subsidy.state not in _WITHOUT_AWARD


_WITHOUT_AWARD = frozenset(
    {
        SubsidyState.DRAFT,
        SubsidyState.APPLIED,
        SubsidyState.REJECTED,
        SubsidyState.WITHDRAWN,
    }
)


def _opening(data: DossierReportData) -> str:
    if data.subsidy.state is SubsidyState.REJECTED:
        return _("You rejected our application. This report tells what we did without it.")
    if data.subsidy.state is SubsidyState.WITHDRAWN:
        return _("We withdrew our application. This report tells what we did without it.")
    if data.subsidy.state is SubsidyState.DRAFT:
        return _("This report tells how we stand.")
    if not was_awarded(data):
        return _("You have not decided on our application yet. This report tells how we stand.")
    if data.interim:
        return _interim_opening(data)
    if data.subsidy.awarded is None:
        return _("With this report we account for the subsidy that you gave us.")
    text = _("You gave us a subsidy of {awarded}. With this report we account for it.")
    return text.format(awarded=money_told(data, data.subsidy.awarded, Measure.AWARDED))


def _interim_opening(data: DossierReportData) -> str:
    if data.subsidy.awarded is None:
        return _("With this report we tell how we stand with the subsidy that you gave us.")
    text = _("You gave us a subsidy of {awarded}. With this report we tell how we stand.")
    return text.format(awarded=money_told(data, data.subsidy.awarded, Measure.AWARDED))


def money_told(data: DossierReportData, amount: Decimal, measure: Measure) -> str:
    """An amount of the dossier, to put in a sentence."""
    number = data.subsidy.id
    name = figure(measure, year_of(data), Part.SUBSIDY, number) if number is not None else ""
    return told(format_money(amount), name)


def in_short(data: DossierReportData) -> list[Block]:
    """The money in four figures, how many agreements were kept, and who came when."""
    lead = data.composition.lead(Chapter.IN_SHORT, kept_sentence(data))
    return [
        Heading(_("In short"), name="in_short"),
        *([Lead.of(lead, "in_short.lead")] if lead else []),
        KeyFigures(tuple(_money(data))),
        *_charts(data),
    ]


def _charts(data: DossierReportData) -> Iterator[Block]:
    """Visits by activity where there are several, and by month within one year."""
    figures, added = data.figures, data.composition
    if figures is None or data.period is None:
        return
    yield from activities_section(figures, None, None, added, scope_of(data))
    if data.period.start.year == data.period.end.year:
        yield from months_section(figures, None, added, scope_of(data))


def scope_of(data: DossierReportData) -> Scope:
    """Over what the figures of a dossier are counted."""
    return Scope(year_of(data), data.subsidy.id or 0, period_words(data), _months(data))


def _months(data: DossierReportData) -> range:
    """The months of a period within one year, as far as they have begun."""
    period = data.period
    if period is None or period.start.year != period.end.year:
        return range(1, 13)
    last = min(period.end, data.made_on)
    return range(period.start.month, last.month + 1 if last >= period.start else 0)


def kept_sentence(data: DossierReportData) -> str:
    """How many of the agreements of which that can be told were reached; '' without any."""
    people = AgreedPeople(data)
    told_of = [(one, people.kept(at)) for at, one in enumerate(data.agreements)]
    counted = [one for one, was_kept in told_of if was_kept is not None]
    if not counted:
        return ""
    reached = [one for one, was_kept in told_of if was_kept]
    kept = len(reached)
    text = _kept_words(kept, len(counted), len(told_of), interim=data.interim)
    if len(told_of) == 1:
        text = _only_kept(bool(kept), data)
    return text.format(
        kept=_number_of(reached, Measure.KEPT, data), all=_number_of(counted, Measure.AGREED, data)
    )


def _only_kept(kept: bool, data: DossierReportData) -> str:
    """Of one agreement; of a subsidy that still runs nothing was missed yet."""
    if kept:
        return _("The agreement was reached.")
    if data.interim:
        return _("The agreement is not reached yet.")
    return _("The agreement was not reached.")


def _kept_words(kept: int, counted: int, every: int, *, interim: bool) -> str:
    """The sentence on several agreements, for its numbers."""
    if counted < every:
        return ngettext(
            "Of the agreements of which a figure stands here ({all}) {kept} was reached.",
            "Of the agreements of which a figure stands here ({all}) {kept} were reached.",
            kept,
        )
    if kept == every:
        both, more = _("Both agreements were reached."), _("All {all} agreements were reached.")
        return more if every > 2 else both
    if interim:
        return ngettext(
            "{kept} of the {all} agreements was reached by now.",
            "{kept} of the {all} agreements were reached by now.",
            kept,
        )
    if not kept:
        return _("None of the {all} agreements was reached.")
    return ngettext(
        "{kept} of the {all} agreements was reached.",
        "{kept} of the {all} agreements were reached.",
        kept,
    )


def _number_of(some: Sequence[Agreement], measure: Measure, data: DossierReportData) -> str:
    """How many agreements these are, to put in a sentence."""
    ids = [one.target.id for one in some]
    name = ""
    if ids and None not in ids and data.subsidy.id is not None:
        name = scope_of(data).figure(measure, Part.TARGETS, ",".join(map(str, ids)))
    return told(format_number(len(some)), name)


def _money(data: DossierReportData) -> Iterator[KeyFigure]:
    subsidy = data.subsidy
    requested, awarded, received, spent, left = (
        figure(measure, year_of(data), Part.SUBSIDY, subsidy.id)
        for measure in (
            Measure.REQUESTED,
            Measure.AWARDED,
            Measure.RECEIVED,
            Measure.SPENT,
            Measure.LEFT_OVER,
        )
    )
    granted = subsidy.awarded is not None and was_awarded(data)
    if not granted and subsidy.requested is not None:
        yield KeyFigure(format_money(subsidy.requested), _("applied for"), explain=requested)
    if granted and subsidy.awarded is not None:
        yield KeyFigure(format_money(subsidy.awarded), _("awarded"), explain=awarded)
    yield KeyFigure(format_money(subsidy.received), _("received"), explain=received)
    yield KeyFigure(format_money(subsidy.spent), _("spent"), explain=spent)
    if granted:
        word = _("still to be spent") if data.interim else _("left")
        word = word if subsidy.left >= 0 else _("spent more than was awarded")
        yield KeyFigure(format_money(abs(subsidy.left)), word, explain=left)

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was agreed and reached, and which activities and people that were."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from buurthuis_admin.domain.agreements import Agreement
from buurthuis_admin.domain.dossier_report import DossierReportData
from buurthuis_admin.domain.figure_keys import Measure, Part
from buurthuis_admin.domain.figures import YearFigures
from buurthuis_admin.domain.reports import Chapter
from buurthuis_admin.domain.subsidies import Indicator
from buurthuis_admin.domain.suppression import is_small
from buurthuis_admin.i18n import MINUS, _, format_day_long, format_number
from buurthuis_admin.reporting.chapters.agreed_people import AgreedPeople, tells_apart
from buurthuis_admin.reporting.chapters.dossier_opening import period_words, scope_of
from buurthuis_admin.reporting.chapters.groups import kept_back_note
from buurthuis_admin.reporting.chapters.participants import (
    ages_section,
    areas_section,
    people_sentence,
)
from buurthuis_admin.reporting.chapters.people import ShownPeople
from buurthuis_admin.reporting.chapters.volunteers import hours_sentence, hours_table
from buurthuis_admin.reporting.columns import without_column
from buurthuis_admin.reporting.content import (
    Align,
    Block,
    Caption,
    Column,
    Heading,
    Lead,
    Row,
    Source,
    Table,
)
from buurthuis_admin.reporting.findings import held
from buurthuis_admin.reporting.wording import (
    EN_DASH,
    hours_text,
    people_text,
)


def agreements(data: DossierReportData) -> list[Block]:
    """Agreed, reached, difference and explanation of every agreement."""
    if not data.agreements:
        return []
    people = AgreedPeople(data)
    note = f" {kept_back_note()}" if people.kept_back else ""
    return [
        Heading(_("Results by agreement"), name="agreements"),
        *_lead(data, Chapter.AGREEMENTS),
        Caption(_agreed_caption(data)),
        Table(
            columns=(
                Column(_("Agreement"), Align.START),
                Column(_("Agreed")),
                Column(_("Reached")),
                Column(_("Expected at the end") if data.interim else _("Difference")),
                Column(_("Explanation"), Align.START),
            ),
            rows=tuple(
                replace(_row(one, people, at, data.interim), explain=_names_of(one, data))
                for at, one in enumerate(data.agreements)
            ),
            summary=_("Each agreement with what was agreed and reached."),
        ),
        Source(
            _("Reached is counted from attendance lists, head counts and hours, never estimated.")
            + _ahead_words(data)
            + note
        ),
    ]


def _names_of(agreed: Agreement, data: DossierReportData) -> tuple[str, ...]:
    """The names of the figures of an agreement."""
    number, dossier = agreed.target.id, data.subsidy.id
    if number is None or dossier is None:
        return ()
    last = Measure.FORECAST if data.interim else Measure.DIFFERENCE
    measures = (Measure.PROMISED, Measure.REACHED, last)
    return ("", *(scope_of(data).figure(one, Part.TARGET, number) for one in measures), "")


def _agreed_caption(data: DossierReportData) -> str:
    if data.interim:
        return _("Agreed, reached up to {day}, and expected at the end of the period").format(
            day=format_day_long(data.made_on)
        )
    return _("Agreed and reached, {period}").format(period=period_words(data)).rstrip(", ")


def _ahead_words(data: DossierReportData) -> str:
    if not data.interim:
        return ""
    told = _("What is expected is what it comes to when it goes on as it went until now.")
    return f" {told}"


def _row(agreed: Agreement, people: AgreedPeople, at: int, interim: bool) -> Row:
    target = agreed.target
    reached = "" if agreed.reached is None else _number(target.kind, agreed.reached)
    compared = agreed.difference is not None and people.exact(at)
    difference = signed(agreed.difference or Decimal(0)) if compared else ""
    if interim:  # of a number that is kept back nothing is foretold either
        ahead = agreed.forecast if people.exact(at) else None
        difference = "" if ahead is None else _number(target.kind, ahead.value)
    standard = _("Reached") if people.kept(at) else ""
    return Row(
        (
            target.indicator,
            _number(target.kind, target.promised),
            people.text(at) or reached or EN_DASH,
            difference or EN_DASH,
            target.explanation.strip() or standard,
        )
    )


def _number(kind: Indicator, number: Decimal) -> str:
    return hours_text(number) if kind is Indicator.VOLUNTEER_HOURS else format_number(number)


def signed(number: Decimal) -> str:
    """A difference with its sign."""
    shown = hours_text(abs(number))
    return f"{'+' if number > 0 else MINUS if number < 0 else ''}{shown}"


def activities(data: DossierReportData) -> list[Block]:
    """The activities of the period."""
    figures = data.figures
    if figures is None or not held(figures):
        return []
    people = ShownPeople(figures)
    rows = [
        Row(
            (
                one.name,
                format_number(one.count.sessions),
                format_number(one.count.visits),
                people.activity(one),
                format_number(one.count.average, 1),
            ),
            explain=_names(data, Part.ACTIVITY, one.id),
        )
        for one in held(figures)
    ]
    count = figures.total
    total = (
        _("Total"),
        format_number(count.sessions),
        format_number(count.visits),
        people_text(count.unique),
        format_number(count.average, 1),
    )
    titles = (_("Ses\u00adsions"), _("Visits"), _("Differ\u00adent people"), _("Average"))
    table = Table(
        columns=(Column(_("Activity"), Align.START), *map(Column, titles)),
        rows=tuple(rows),
        total=Row(total, explain=_names(data, Part.WHOLE, "")),
        summary=_("Each activity with its sessions, visits and different people."),
    )
    return [
        Heading(_("Activities"), name="activities"),
        *_lead(data, Chapter.ACTIVITIES),
        Caption(_("Activities, {period}").format(period=period_words(data))),
        # Of head counts nobody knows who they were: a nought would say that nobody came.
        table if count.unique else without_column(table, 3),
        *([Source(notes)] if (notes := " ".join(_notes(figures, people))) else []),
    ]


def _names(data: DossierReportData, part: Part, of: object) -> tuple[str, ...]:
    """The names of the figures of a line of activities."""
    measures = (Measure.SESSIONS, Measure.VISITS, Measure.UNIQUE, Measure.AVERAGE)
    return ("", *(scope_of(data).figure(measure, part, of) for measure in measures))


def _notes(figures: YearFigures, people: ShownPeople) -> Iterator[str]:
    if figures.total.unique:
        yield _("Somebody who came to two activities counts once in the total of different people.")
    if any(is_small(one.count.unique) for one in held(figures)):
        yield _("A group of 1 to 4 people is shown as {sign}.").format(sign=people_text(1))
    if people.kept_back:
        yield kept_back_note()


def _lead(data: DossierReportData, chapter: Chapter) -> list[Block]:
    text = data.composition.lead(chapter, "")
    return [Lead.of(text, f"{chapter.value}.lead")] if text else []


def participants(data: DossierReportData) -> list[Block]:
    """Who came, by age and by where they live; not what an agreement tells already."""
    figures = data.figures
    if figures is None or not figures.total.unique:
        return []
    added, scope = data.composition, scope_of(data)
    sections: list[Block] = []
    if not tells_apart(data, Indicator.AGE_BAND):
        sections += ages_section(figures, None, added, scope)
    if not tells_apart(data, Indicator.NEIGHBOURHOOD):
        sections += areas_section(figures, None, added, scope)
    if not sections:
        return []
    lead = added.lead(Chapter.PARTICIPANTS, people_sentence(figures, scope))
    return [
        Heading(_("Participants"), name="participants"),
        Lead.of(lead, "participants.lead"),
        *sections,
    ]


def volunteers(data: DossierReportData) -> list[Block]:
    """The hours of volunteers in the period."""
    if data.figures is None or not data.figures.volunteers.hours:
        return []
    figures = data.figures.volunteers
    lead = data.composition.lead(Chapter.VOLUNTEERS, hours_sentence(figures, scope_of(data)))
    return [
        Heading(_("Volunteers"), name="volunteers"),
        Lead.of(lead, "volunteers.lead"),
        *hours_table(figures, None, scope_of(data)),
    ]

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
from buurthuis_admin.domain.figures import Count, YearFigures, held
from buurthuis_admin.domain.reports import Chapter
from buurthuis_admin.domain.subsidies import Indicator, Target
from buurthuis_admin.domain.suppression import is_small
from buurthuis_admin.i18n import MINUS, _, format_day_long, format_number
from buurthuis_admin.reporting.chapters.agreed_people import AgreedPeople, tells_apart
from buurthuis_admin.reporting.chapters.dossier_opening import period_words, scope_of
from buurthuis_admin.reporting.chapters.groups import KEPT_BACK, kept_back_note
from buurthuis_admin.reporting.chapters.participants import (
    ages_section,
    ages_table,
    areas_section,
    areas_table,
    people_sentence,
)
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
from buurthuis_admin.reporting.shown import shown
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
            _promised(target),
            people.text(at) or reached or EN_DASH,
            difference or EN_DASH,
            target.explanation.strip() or standard,
        )
    )


def _promised(target: Target) -> str:
    """What was promised; of what is only put in words that is no number."""
    if target.kind is Indicator.OWN and not target.promised:
        return EN_DASH
    return _number(target.kind, target.promised)


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
    may_be, count = shown(figures), figures.total
    rows = [
        Row(
            _cells(one.name, one.count, may_be.people(one), may_be.visits_of(one.id)),
            explain=_names(data, Part.ACTIVITY, one.id),
        )
        for one in may_be.in_order(held(figures))
    ]
    total = _cells(_("Total"), count, people_text(count.unique), may_be.visits)
    notes = " ".join(_notes(figures))
    titles = (_("Ses\u00adsions"), _("Visits"), _("Differ\u00adent people"), _("Average"))
    table = Table(
        columns=(Column(_("Activity"), Align.START), *map(Column, titles)),
        rows=tuple(rows),
        total=Row(total, explain=_names(data, Part.WHOLE, "")) if len(rows) > 1 else None,
        summary=_("Each activity with its sessions, visits and different people."),
    )
    return [
        Heading(_("Activities"), name="activities"),
        *_lead(data, Chapter.ACTIVITIES),
        Caption(_("Activities, {period}").format(period=period_words(data))),
        # Of head counts nobody knows who they were: a nought would say that nobody came.
        table if count.unique else without_column(table, 3),
        *([Source(notes)] if notes else []),
    ]


def _cells(name: str, count: Count, people: str, told: bool) -> tuple[str, ...]:
    """A line of activities; ``told``: whether its visits may be."""
    return (
        name,
        format_number(count.sessions),
        format_number(count.visits) if told else KEPT_BACK,
        people,
        format_number(count.average, 1) if told else KEPT_BACK,
    )


def _names(data: DossierReportData, part: Part, of: object) -> tuple[str, ...]:
    """The names of the figures of a line of activities."""
    measures = (Measure.SESSIONS, Measure.VISITS, Measure.UNIQUE, Measure.AVERAGE)
    return ("", *(scope_of(data).figure(measure, part, of) for measure in measures))


def _notes(figures: YearFigures) -> Iterator[str]:
    if len(held(figures)) > 1 and figures.total.unique:
        yield _("Somebody who came to two activities counts once in the total of different people.")
    if any(is_small(one.count.unique) for one in held(figures)):
        yield _("A group of 1 to 4 people is shown as {sign}.").format(sign=people_text(1))
    if shown(figures).kept_back:
        yield kept_back_note()


def _lead(data: DossierReportData, chapter: Chapter) -> list[Block]:
    text = data.composition.lead(chapter, "")
    return [Lead.of(text, f"{chapter.value}.lead")] if text else []


def participants(data: DossierReportData) -> list[Block]:
    """Who came, by age and by where they live; not what an agreement tells already."""
    figures, told = data.figures, _told(data)
    if figures is None:
        return []
    makers = {Indicator.AGE_BAND: ages_section, Indicator.NEIGHBOURHOOD: areas_section}
    added, scope = data.composition, scope_of(data)
    sections = [block for one in told for block in makers[one](figures, None, added, scope)]
    if not sections:
        return []
    lead = added.lead(Chapter.PARTICIPANTS, people_sentence(figures, scope))
    return [
        Heading(_("Participants"), name="participants"),
        Lead.of(lead, "participants.lead"),
        *sections,
    ]


def participant_tables(data: DossierReportData) -> list[Table]:
    """The same people as tables for the workbook: in the report charts tell of them."""
    figures = data.figures
    if figures is None:
        return []
    makers = {Indicator.AGE_BAND: ages_table, Indicator.NEIGHBOURHOOD: areas_table}
    tables = [makers[one](figures, scope_of(data)) for one in _told(data)]
    return [table for table in tables if table is not None]


def _told(data: DossierReportData) -> list[Indicator]:
    """In which ways the people are told apart here, and not by an agreement already."""
    if data.figures is None or not data.figures.total.unique:
        return []
    ways = (Indicator.AGE_BAND, Indicator.NEIGHBOURHOOD)
    return [one for one in ways if not tells_apart(data, one)]


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

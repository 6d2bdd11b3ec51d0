# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was agreed and reached, and which activities and people that were."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from buurthuis_admin.domain.agreements import Agreement
from buurthuis_admin.domain.dossier_report import DossierReportData
from buurthuis_admin.domain.figure_keys import Measure, Part, figure
from buurthuis_admin.domain.figures import PeopleGroup, YearFigures
from buurthuis_admin.domain.reports import Chapter
from buurthuis_admin.domain.subsidies import Indicator
from buurthuis_admin.domain.suppression import is_small
from buurthuis_admin.i18n import MINUS, _, format_number
from buurthuis_admin.reporting.chapters.agreed_people import AgreedPeople, tells_apart
from buurthuis_admin.reporting.chapters.dossier_opening import period_words, year_of
from buurthuis_admin.reporting.chapters.groups import (
    KEPT_BACK,
    anything_kept_back,
    anything_small,
    kept_back_note,
    shown_groups,
)
from buurthuis_admin.reporting.chapters.people import ShownPeople
from buurthuis_admin.reporting.content import (
    Align,
    Block,
    Caption,
    Column,
    Heading,
    Lead,
    Paragraph,
    Row,
    Source,
    Table,
)
from buurthuis_admin.reporting.findings import held
from buurthuis_admin.reporting.wording import (
    EN_DASH,
    age_band_name,
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
        Caption(_("Agreed and reached, {period}").format(period=period_words(data)).rstrip(", ")),
        Table(
            columns=(
                Column(_("Agreement"), Align.START),
                Column(_("Agreed")),
                Column(_("Reached")),
                Column(_("Difference")),
                Column(_("Explanation"), Align.START),
            ),
            rows=tuple(
                replace(_row(one, people, at), explain=_names_of(one, data))
                for at, one in enumerate(data.agreements)
            ),
            summary=_("Each agreement with what was agreed and reached."),
        ),
        Source(
            _("Reached is counted from attendance lists, head counts and hours, never estimated.")
            + note
        ),
    ]


def _names_of(agreed: Agreement, data: DossierReportData) -> tuple[str, ...]:
    """The names of the figures of an agreement."""
    number, dossier = agreed.target.id, data.subsidy.id
    if number is None or dossier is None:
        return ()
    measures = (Measure.PROMISED, Measure.REACHED, Measure.DIFFERENCE)
    named = (
        figure(measure, year_of(data), Part.TARGET, number, dossier=dossier) for measure in measures
    )
    return ("", *named, "")


def _row(agreed: Agreement, people: AgreedPeople, at: int) -> Row:
    target = agreed.target
    reached = "" if agreed.reached is None else _number(target.kind, agreed.reached)
    compared = agreed.difference is not None and people.exact(at)
    difference = signed(agreed.difference or Decimal(0)) if compared else ""
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
    return [
        Heading(_("Activities"), name="activities"),
        *_lead(data, Chapter.ACTIVITIES),
        Caption(_("Activities, {period}").format(period=period_words(data))),
        Table(
            columns=(Column(_("Activity"), Align.START), *map(Column, titles)),
            rows=tuple(rows),
            total=Row(total, explain=_names(data, Part.WHOLE, "")),
            summary=_("Each activity with its sessions, visits and different people."),
        ),
        Source(" ".join(_notes(figures, people))),
    ]


def _names(data: DossierReportData, part: Part, of: object) -> tuple[str, ...]:
    """The names of the figures of a line of activities."""
    measures = (Measure.SESSIONS, Measure.VISITS, Measure.UNIQUE, Measure.AVERAGE)
    return ("", *(_figure(data, measure, part, of) for measure in measures))


def _figure(data: DossierReportData, measure: Measure, part: Part, of: object) -> str:
    return figure(measure, year_of(data), part, of, dossier=data.subsidy.id or 0)


def _notes(figures: YearFigures, people: ShownPeople) -> Iterator[str]:
    yield _("Somebody who came to two activities counts once in the total of different people.")
    if any(is_small(one.count.unique) for one in held(figures)):
        yield _("A group of 1 to 4 people is shown as {sign}.").format(sign=people_text(1))
    if people.kept_back:
        yield kept_back_note()


def _lead(data: DossierReportData, chapter: Chapter) -> list[Block]:
    text = data.composition.lead(chapter, "")
    return [Lead(text, f"{chapter.value}.lead")] if text else []


def participants(data: DossierReportData) -> list[Block]:
    """Who came, by age and by where they live."""
    figures = data.figures
    if figures is None or not figures.total.unique:
        return []
    bands = () if tells_apart(data, Indicator.AGE_BAND) else figures.age_bands
    homes_told = tells_apart(data, Indicator.NEIGHBOURHOOD)
    ages = _groups(bands, figures, _("Age"), age_band_name)
    areas = [one for one in figures.postcode_areas if one.participants and not homes_told]
    homes = _groups(areas, figures, _("Postcode area"), lambda key: key or _("Unknown"))
    if not ages and not homes:
        return []
    return [
        Heading(_("Participants"), name="participants"),
        *_lead(data, Chapter.PARTICIPANTS),
        *ages,
        *homes,
    ]


def _groups(
    groups: Sequence[PeopleGroup], figures: YearFigures, title: str, name: object
) -> list[Block]:
    """Different people by group; nothing when all would be kept back."""
    total = figures.total.unique
    cells = shown_groups([one.participants for one in groups], total_shown=not is_small(total))
    if not any(cell.value for cell in cells):
        return []
    assert callable(name)
    rows = tuple(
        Row((name(group.key), cell.text)) for group, cell in zip(groups, cells, strict=True)
    )
    notes = []
    if anything_small(cells):
        notes.append(_("A group of 1 to 4 people is shown as {sign}.").format(sign=people_text(1)))
    if anything_kept_back(cells):
        notes.append(kept_back_note())
    table = Table(
        columns=(Column(title, Align.START), Column(_("Differ\u00adent people"))),
        rows=rows,
        total=Row((_("Total"), people_text(total))),
        summary=_("Different people by group."),
    )
    return [table, *([Source(" ".join(notes))] if notes else [])]


def volunteers(data: DossierReportData) -> list[Block]:
    """The hours of volunteers in the period."""
    if data.figures is None or not data.figures.volunteers.hours:
        return []
    hours = hours_text(data.figures.volunteers.hours)
    people = data.figures.volunteers.active
    if is_small(people) or not people:
        told = _("Volunteers gave {hours} hours.").format(hours=hours)
    else:
        told = _("{people} volunteers gave {hours} hours.").format(
            people=format_number(people), hours=hours
        )
    return [Heading(_("Volunteers"), name="volunteers"), Paragraph(told)]


__all__ = ["KEPT_BACK", "activities", "agreements", "participants", "signed", "volunteers"]

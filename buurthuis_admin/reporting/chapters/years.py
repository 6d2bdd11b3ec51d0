# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Several years side by side: what grew, what shrank."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from buurthuis_admin.domain.figure_keys import Measure, figure
from buurthuis_admin.domain.figures import YearFigures, YearReportData, held
from buurthuis_admin.domain.reports import Chapter
from buurthuis_admin.domain.suppression import is_small
from buurthuis_admin.i18n import _, format_money, format_number
from buurthuis_admin.reporting.chapters.charting import bar_alt
from buurthuis_admin.reporting.chapters.groups import KEPT_BACK, kept_back_note
from buurthuis_admin.reporting.charts import Bar, BarChart
from buurthuis_admin.reporting.content import (
    Align,
    Block,
    Caption,
    Column,
    Heading,
    Keep,
    Lead,
    PageBreak,
    Row,
    Source,
    Table,
)
from buurthuis_admin.reporting.shown import shown
from buurthuis_admin.reporting.told import told
from buurthuis_admin.reporting.wording import hours_text, people_text

YEARS_AT_MOST = 6
FEWEST_YEARS = 3
_PEOPLE = frozenset({Measure.MEMBERS_AT_END, Measure.UNIQUE})


@dataclass(frozen=True, slots=True)
class _Line:
    """One thing that is counted every year, and how it is written."""

    measure: Measure
    word: str
    count: Callable[[YearFigures], Decimal | int]
    write: Callable[[Decimal | int], str]


def years(data: YearReportData) -> tuple[Block, ...]:
    """The chapter; two years stand beside each other in every chapter already."""
    known = known_years(data)
    if len(known) < FEWEST_YEARS:
        return ()
    return (
        PageBreak(),
        Heading(_("Several years"), name="years"),
        *_opening(data.composition.lead(Chapter.YEARS, _lead(known))),
        *comparison(known),
    )


def known_years(data: YearReportData) -> list[YearFigures]:
    """The years that can be compared, the oldest first."""
    before = [data.before] if data.before else []
    return [data.figures, *before, *data.earlier][:YEARS_AT_MOST][::-1]


def comparison(known: Sequence[YearFigures]) -> Iterator[Block]:
    """The table of all figures and a chart of each of the largest two."""
    yield Caption(_("The figures of {first} to {last}").format(
        first=known[0].year, last=known[-1].year
    ))  # fmt: skip
    yield _table(known)
    note = _("A dash: nothing is known of that year. People in groups of 1 to 4 are not shown.")
    all_told = all(shown(year).visits for year in known)
    yield Source(note if all_told else f"{note} {kept_back_note()}")
    for line in _lines():
        if line.measure in (Measure.VISITS, Measure.UNIQUE, Measure.HOURS):
            yield from _chart(line, known)


def _opening(lead: str) -> list[Block]:
    return [Lead.of(lead, "years.lead")] if lead else []


def _lead(known: Sequence[YearFigures]) -> str:
    """From the first year whose visits were counted: zero would be untrue for those before it."""
    counted = [year for year in known if year.total.visits]
    if len(counted) < 2 or counted[-1] is not known[-1]:
        return ""
    first, last = counted[0], counted[-1]
    if not (shown(first).visits and shown(last).visits):
        return ""
    text = _("From {first} to {last} the number of visits went from {before} to {now}.")
    return text.format(
        first=first.year,
        last=last.year,
        before=told(format_number(first.total.visits), figure(Measure.VISITS, first.year)),
        now=told(format_number(last.total.visits), figure(Measure.VISITS, last.year)),
    )


def _lines() -> tuple[_Line, ...]:
    number: Callable[[Decimal | int], str] = format_number
    people: Callable[[Decimal | int], str] = lambda count: people_text(int(count))  # noqa: E731
    hours: Callable[[Decimal | int], str] = lambda count: hours_text(Decimal(count))  # noqa: E731
    euros: Callable[[Decimal | int], str] = (  # noqa: E731
        lambda amount: format_money(Decimal(amount), symbol=False)
    )
    return (
        _Line(Measure.MEMBERS_AT_END, _("Members on 31 December"),
              lambda year: year.members.on_last_day, people),
        _Line(Measure.ACTIVITIES, _("Activities"), lambda year: len(held(year)), number),
        _Line(Measure.SESSIONS, _("Sessions"), lambda year: year.total.sessions, number),
        _Line(Measure.VISITS, _("Visits"), lambda year: year.total.visits, number),
        _Line(Measure.UNIQUE, _("Different people"), lambda year: year.total.unique, people),
        _Line(Measure.HOURS, _("Volunteer hours"), lambda year: year.volunteers.hours, hours),
        _Line(Measure.RECEIVED, _("Subsidies received, in euros"),
              lambda year: year.subsidies.received, euros),
    )  # fmt: skip


def _table(known: Sequence[YearFigures]) -> Table:
    return Table(
        columns=(
            Column(_("What is counted"), Align.START),
            *(Column(str(year.year)) for year in known),
        ),
        rows=tuple(_row(line, known) for line in _lines() if any(map(line.count, known))),
        summary=_("The figures of several years beside each other."),
    )


def _row(line: _Line, known: Sequence[YearFigures]) -> Row:
    cells = (_text(line, year) for year in known)
    names = (figure(line.measure, year.year) for year in known)
    return Row((line.word, *cells), explain=("", *names))


def _chart(line: _Line, known: Sequence[YearFigures]) -> Iterator[Block]:
    counted = list(known)
    while counted and not line.count(counted[0]):  # years before the counting began say nothing
        counted.pop(0)
    if sum(1 for year in counted if line.count(year)) < 2:
        return
    bars = tuple(
        Bar(
            label=str(year.year),
            value=None if _kept_back(line, year) else float(line.count(year)),
            text=_text(line, year),
            explain=figure(line.measure, year.year),
        )
        for year in counted
    )
    caption = _("{measure} in each year").format(measure=line.word)
    chart = BarChart(bars=bars, alt=bar_alt(line.word, caption, bars))
    yield Keep((Heading(line.word, 2), Caption(caption), chart))


def _text(line: _Line, year: YearFigures) -> str:
    count = line.count(year)
    if line.measure is Measure.VISITS and _kept_back(line, year):
        return KEPT_BACK
    return line.write(count) if count else "\N{EN DASH}"


def _kept_back(line: _Line, year: YearFigures) -> bool:
    if line.measure is Measure.VISITS:
        return not shown(year).visits
    return line.measure in _PEOPLE and is_small(int(line.count(year)))

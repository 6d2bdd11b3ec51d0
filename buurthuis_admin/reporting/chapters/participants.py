# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The people: participants by age and by where they live, and the members."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from buurthuis_admin.domain.ages import UNKNOWN_BAND
from buurthuis_admin.domain.figure_keys import Measure, Part, figure
from buurthuis_admin.domain.figures import PeopleGroup, YearFigures, YearReportData
from buurthuis_admin.domain.reports import Chapter, Composition
from buurthuis_admin.domain.suppression import is_small
from buurthuis_admin.i18n import _, format_number, ngettext
from buurthuis_admin.reporting.chapters.charting import Scope, bar_alt, chart_caption
from buurthuis_admin.reporting.chapters.groups import (
    Cell,
    anything_kept_back,
    anything_small,
    kept_back_note,
    shown_groups,
)
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
from buurthuis_admin.reporting.findings import MainGroup, main_group
from buurthuis_admin.reporting.headings import ages_heading, areas_heading
from buurthuis_admin.reporting.told import told
from buurthuis_admin.reporting.wording import age_band_name, people_text

BARS_AT_MOST = 12


@dataclass(frozen=True, slots=True)
class People:
    """A column of a table: whom it counts in which year, and what is shown of each group."""

    title: str
    total: int
    measure: Measure
    year: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Grouping:
    """One way of dividing people into groups, with the words for it."""

    groups: tuple[PeopleGroup, ...]
    before: dict[str, int] | None
    unknown: str
    name: Callable[[str], str]
    heading: Callable[[MainGroup | None], str]
    column: str
    measure: str
    source: str
    slot: str
    part: Part
    scope: Scope
    by_size: bool = False


def participants(data: YearReportData) -> tuple[Block, ...]:
    """The chapter; nothing when nobody is known by name."""
    figures, before = data.figures, data.visits_before
    unique = figures.total.unique
    if not unique:
        return ()
    added, scope = data.composition, Scope(figures.year)
    sections = [
        *ages_section(figures, before, added, scope),
        *areas_section(figures, before, added, scope),
    ]
    made = people_sentence(figures, scope)
    lead = Lead.of(added.lead(Chapter.PARTICIPANTS, made), "participants.lead")
    return (PageBreak(), Heading(_("Participants"), name="participants"), lead, *sections)


def ages_section(
    figures: YearFigures, before: YearFigures | None, added: Composition, scope: Scope
) -> list[Block]:
    """The people by age, in a chart and a table; nothing when nothing can be told."""
    return list(_section(_ages(figures, before, scope), figures, before, added))


def areas_section(
    figures: YearFigures, before: YearFigures | None, added: Composition, scope: Scope
) -> list[Block]:
    """The people by where they live, likewise."""
    return list(_section(_areas(figures, before, scope), figures, before, added))


def ages_table(figures: YearFigures, scope: Scope) -> Table | None:
    """The people of a dossier by age, for a workbook; None when nothing can be told."""
    return _alone(_ages(figures, None, scope), figures)


def areas_table(figures: YearFigures, scope: Scope) -> Table | None:
    """The people of a dossier by where they live, likewise."""
    return _alone(_areas(figures, None, scope), figures)


def _alone(grouping: Grouping, figures: YearFigures) -> Table | None:
    grouping, shown = _in_order(grouping, _columns(grouping, figures, None))
    return _table(grouping, shown) if _tells(grouping, shown) else None


def ages_finding(figures: YearFigures) -> str:
    """The heading over the ages that is made from the figures, as far as they are shown."""
    return _finding(_ages(figures, None, Scope(figures.year)), figures)


def areas_finding(figures: YearFigures, before: YearFigures | None) -> str:
    """The heading over where people live, likewise."""
    return _finding(_areas(figures, before, Scope(figures.year)), figures)


def _finding(grouping: Grouping, figures: YearFigures) -> str:
    grouping, shown = _in_order(grouping, _columns(grouping, figures, None))
    return grouping.heading(_main(grouping, shown[0].cells))


def people_sentence(figures: YearFigures, scope: Scope) -> str:
    """How many different people came, and how many visits were counted without a name."""
    people = told(people_text(figures.total.unique), scope.figure(Measure.UNIQUE))
    if is_small(figures.total.unique):
        return _("Fewer than five different people are known by name.")
    if figures.total.anonymous_visits:
        text = _(
            "{people} different people came by name; {visits} visits were counted without names."
        )
        visits = format_number(figures.total.anonymous_visits)
        return text.format(people=people, visits=told(visits, scope.figure(Measure.ANONYMOUS)))
    return _("{people} different people came at least once.").format(people=people)


def _ages(figures: YearFigures, before: YearFigures | None, scope: Scope) -> Grouping:
    return Grouping(
        groups=figures.age_bands,
        before=_by_key(before.age_bands) if before else None,
        unknown=UNKNOWN_BAND,
        name=age_band_name,
        heading=ages_heading,
        column=_("Age"),
        measure=scope.over(
            _("Different people by age in {year}"), _("Different people by age, {period}")
        ),
        source=_("Age on 31 December {year}.").format(year=figures.year),
        slot="ages",
        part=Part.AGE,
        scope=scope,
    )


def _areas(figures: YearFigures, before: YearFigures | None, scope: Scope) -> Grouping:
    return Grouping(
        groups=tuple(_known_areas(figures, before, members=not scope.period)),
        before=_by_key(before.postcode_areas) if before else None,
        unknown="",
        name=lambda key: key or _("Unknown"),
        heading=areas_heading,
        column=_("Postcode area"),
        measure=scope.over(
            _("Different people by postcode area in {year}"),
            _("Different people by postcode area, {period}"),
        ),
        source=_("The area is the four digits of the postcode."),
        slot="areas",
        part=Part.AREA,
        scope=scope,
        by_size=True,
    )


def _known_areas(
    figures: YearFigures, before: YearFigures | None, *, members: bool
) -> Iterator[PeopleGroup]:
    """The areas that anybody came from, in this year or the one before; the unknown one last."""
    groups = {group.key: group for group in figures.postcode_areas}
    earlier = _by_key(before.postcode_areas) if before else {}
    for key in sorted({*groups, *earlier}, key=lambda key: (not key, key)):
        group = groups.get(key, PeopleGroup(key=key))
        if group.participants or (members and group.members) or earlier.get(key):
            yield group


def _by_key(groups: Sequence[PeopleGroup]) -> dict[str, int]:
    return {group.key: group.participants for group in groups}


def _section(
    grouping: Grouping, figures: YearFigures, before: YearFigures | None, added: Composition
) -> Iterator[Block]:
    """Heading, chart and table; nothing when no group can be shown or all are unknown.

    There is no table where it would only say once more what stands at the bars.
    """
    grouping, shown = _in_order(grouping, _columns(grouping, figures, before))
    if not _tells(grouping, shown):
        return
    made = grouping.heading(_main(grouping, shown[0].cells))
    heading = added.heading(Chapter.PARTICIPANTS, grouping.slot, made)
    chart = _chart(grouping, shown, heading)
    groups = len(grouping.groups)
    source = " ".join((grouping.source, *_left_out(groups), *_notes(shown)))
    caption = chart_caption(grouping.measure, before if grouping.before is not None else None)
    name = f"participants.{grouping.slot}"
    tables = (_table(grouping, shown),) if len(shown) > 1 or groups > BARS_AT_MOST else ()
    yield Keep((Heading(heading, 2, name), Caption(caption), chart, Source(source), *tables))


def _tells(grouping: Grouping, shown: Sequence[People]) -> bool:
    """Whether any group of which something is known can be shown."""
    pairs = zip(shown[0].cells, grouping.groups, strict=True)
    return any(cell.value for cell, group in pairs if group.key != grouping.unknown)


def _columns(
    grouping: Grouping, figures: YearFigures, before: YearFigures | None
) -> tuple[People, ...]:
    """Participants, members and last year's participants, where there are any; small groups
    kept back.

    A dossier is about who came, and members are not of its activities.
    """
    year, groups = figures.year, grouping.groups

    def people(title: str, total: int, of: tuple[Measure, int], numbers: list[int]) -> People:
        cells = shown_groups(numbers, total_shown=not is_small(total))
        return People(title, total, *of, cells)

    came = [group.participants for group in groups]
    columns = [
        people(_("Differ\u00adent people"), figures.total.unique, (Measure.UNIQUE, year), came)
    ]
    members, total = [group.members for group in groups], figures.members.on_last_day
    if not grouping.scope.period and (total or any(members)):
        columns.append(people(_("Members"), total, (Measure.MEMBERS_AT_END, year), members))
    if grouping.before is not None and before is not None:
        earlier = [grouping.before.get(group.key, 0) for group in groups]
        title = _("Different people in {year}").format(year=before.year)
        of = (Measure.UNIQUE, year - 1)
        columns.append(people(title, before.total.unique, of, earlier))
    return tuple(columns)


def _in_order(grouping: Grouping, shown: tuple[People, ...]) -> tuple[Grouping, tuple[People, ...]]:
    """Groups by size where that is asked: as shown, so that their order betrays nothing."""
    if not grouping.by_size:
        return grouping, shown

    def place(at: int) -> tuple[bool, bool, int]:
        cell = shown[0].cells[at]
        return grouping.groups[at].key == grouping.unknown, cell.value is None, -(cell.value or 0)

    order = sorted(range(len(grouping.groups)), key=place)
    groups = tuple(grouping.groups[at] for at in order)
    columns = tuple(
        replace(column, cells=tuple(column.cells[at] for at in order)) for column in shown
    )
    return replace(grouping, groups=groups), columns


def _left_out(groups: int) -> Iterator[str]:
    """What the chart has no room for."""
    if groups > BARS_AT_MOST:
        text = ngettext(
            "{count} more is in the table.", "{count} more are in the table.", groups - BARS_AT_MOST
        )
        yield text.format(count=format_number(groups - BARS_AT_MOST))


def _main(grouping: Grouping, cells: Sequence[Cell]) -> MainGroup | None:
    """The largest group, unless it is kept back or nobody knows."""
    sizes = {group.key: group.participants for group in grouping.groups}
    unknown = sizes.pop(grouping.unknown, 0)
    main = main_group(list(sizes.items()), unknown)
    shown = {group.key for group, cell in zip(grouping.groups, cells, strict=True) if cell.value}
    return main if main and main.key in shown else None


def _chart(grouping: Grouping, shown: Sequence[People], heading: str) -> BarChart:
    nothing: Sequence[Cell | None] = [None] * len(grouping.groups)
    past_years = (column.cells for column in shown if column.year < grouping.scope.year)
    earlier = next(past_years, nothing)
    bars = tuple(
        Bar(
            label=grouping.name(group.key),
            value=cell.value,
            text=cell.text,
            before=past.value if past and past.value and cell.value is not None else None,
            explain=grouping.scope.figure(Measure.UNIQUE, grouping.part, group.key),
        )
        for group, cell, past in zip(grouping.groups, shown[0].cells, earlier, strict=True)
    )[:BARS_AT_MOST]
    return BarChart(bars=bars, alt=bar_alt(heading, grouping.measure, bars))


def _table(grouping: Grouping, shown: Sequence[People]) -> Table:
    rows = [
        Row(
            (grouping.name(group.key), *(column.cells[at].text for column in shown)),
            explain=_names(grouping.scope, grouping.part, group.key, shown),
        )
        for at, group in enumerate(grouping.groups)
    ]
    return Table(
        columns=(
            Column(grouping.column, Align.START),
            *(Column(column.title) for column in shown),
        ),
        rows=tuple(rows),
        total=Row(
            (_("Total"), *(people_text(column.total) for column in shown)),
            explain=_names(grouping.scope, Part.WHOLE, "", shown),
        ),
        summary=grouping.measure,
    )


def _names(scope: Scope, part: Part, of: str, shown: Sequence[People]) -> tuple[str, ...]:
    """The names of the figures of a line."""
    return (
        "",
        *(figure(column.measure, column.year, part, of, dossier=scope.dossier) for column in shown),
    )


def _notes(shown: Sequence[People]) -> Iterator[str]:
    cells = [column.cells for column in shown]
    if anything_small(*cells):
        yield _("A group of 1 to 4 people is shown as {sign}.").format(sign=people_text(1))
    if anything_kept_back(*cells):
        yield kept_back_note()

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The activities: sessions, visits and people of each, by theme."""

from __future__ import annotations

from collections.abc import Iterator

from buurthuis_admin.domain.figure_keys import Measure, Part, figure
from buurthuis_admin.domain.figures import ActivityFigures, Count, YearFigures, YearReportData
from buurthuis_admin.domain.reports import Chapter
from buurthuis_admin.domain.suppression import is_small
from buurthuis_admin.i18n import _, format_number, ngettext
from buurthuis_admin.reporting.chapters.charting import activity_months
from buurthuis_admin.reporting.chapters.groups import kept_back_note
from buurthuis_admin.reporting.chapters.people import ShownPeople
from buurthuis_admin.reporting.content import (
    Align,
    Block,
    Caption,
    Column,
    Heading,
    Keep,
    Lead,
    PageBreak,
    Paragraph,
    Row,
    Simple,
    Source,
    Table,
)
from buurthuis_admin.reporting.findings import held
from buurthuis_admin.reporting.wording import enumeration, people_text

ENDED_NAMED_AT_MOST = 8


def activities(data: YearReportData) -> tuple[Block, ...]:
    """The chapter; nothing when there were no activities."""
    figures, before = data.figures, data.visits_before
    if not held(figures):
        return ()
    return (
        PageBreak(),
        Heading(_("Activities"), name="activities"),
        Lead(data.composition.lead(Chapter.ACTIVITIES, _lead(figures)), "activities.lead"),
        *_table(figures, before),
        *_remarks(figures, before),
        *_months(figures),
    )


def _lead(figures: YearFigures) -> str:
    sessions = ngettext("{count} session", "{count} sessions", figures.total.sessions)
    count = ngettext("{count} activity", "{count} activities", len(held(figures)))
    text = ngettext(
        "{activities} with {sessions} drew an average of {average} visits per session.",
        "{activities} with {sessions} drew an average of {average} visits per session.",
        len(held(figures)),
    )
    return text.format(
        activities=count.format(count=format_number(len(held(figures)))),
        sessions=sessions.format(count=format_number(figures.total.sessions)),
        average=format_number(figures.total.average, 1),
    )


def _table(figures: YearFigures, before: YearFigures | None) -> Iterator[Block]:
    lines = _Lines(figures, before)
    yield Caption(_("Sessions, visits and people by activity in {year}").format(year=figures.year))
    yield Table(
        columns=tuple(lines.columns()),
        rows=tuple(lines.rows()),
        total=lines.total() if len(held(figures)) > 1 else None,
        summary=_("Each activity with its sessions, visits and different people."),
    )
    yield Source(" ".join(_notes(figures, lines.people)))


def _notes(figures: YearFigures, people: ShownPeople) -> Iterator[str]:
    yield _("Source: attendance lists and head counts.")
    if figures.total.unique and len(held(figures)) > 1:
        yield _("Somebody who came to two activities counts once in the total of different people.")
    if any(is_small(item.count.unique) for item in held(figures)):
        yield _("A group of 1 to 4 people is shown as {sign}.").format(sign=people_text(1))
    if people.kept_back:
        yield kept_back_note()


class _Lines:
    """The lines of the table. Columns that would only repeat others are left out."""

    def __init__(self, figures: YearFigures, before: YearFigures | None) -> None:
        self.figures, self.before = figures, before
        self.split = bool(figures.total.named_visits and figures.total.anonymous_visits)
        self.earlier = {item.id: item.count.visits for item in before.activities} if before else {}
        self.people = ShownPeople(figures)
        self.by_name = bool(figures.total.unique)  # of head counts nobody knows who they were

    def columns(self) -> Iterator[Column]:
        yield Column(_("Activity"), Align.START)
        yield Column(_("Ses\u00adsions"))
        if self.split:
            yield Column(_("By name"))
            yield Column(_("Without name"))
        yield Column(_("Visits"))
        if self.by_name:
            yield Column(_("Differ\u00adent people"))
        yield Column(_("Average"))
        if self.before:
            yield Column(_("Visits in {year}").format(year=self.before.year))

    def rows(self) -> Iterator[Row]:
        """The activities, under their themes when there are themes."""
        themes = self._themes()
        if not any(themes) or not set(themes) <= set(self.figures.themes):
            yield from map(self._row, held(self.figures))
            return
        for theme in themes:
            name = theme or _("Without theme")
            count = self.figures.themes[theme]
            people = self.people.theme(theme)
            cells = self.cells(name, count, people, self._theme_before(theme))
            yield Row(cells, strong=True, explain=self.names(Part.THEME, theme))
            yield from map(self._row, self._of(theme))

    def _themes(self) -> list[str]:
        """The themes, most visits first; what has no theme last."""
        found = dict.fromkeys(item.theme for item in held(self.figures))
        return sorted(found, key=lambda theme: (not theme, -self._visits(theme), theme))

    def _visits(self, theme: str) -> int:
        return sum(item.count.visits for item in self._of(theme))

    def _of(self, theme: str) -> list[ActivityFigures]:
        return [item for item in held(self.figures) if item.theme == theme]

    def _theme_before(self, theme: str) -> int:
        """Last year's visits of the theme; 0 when it had none."""
        return self.before.themes.get(theme, Count()).visits if self.before else 0

    def _row(self, item: ActivityFigures) -> Row:
        people = self.people.activity(item)
        cells = self.cells(item.name, item.count, people, self.earlier.get(item.id, 0))
        return Row(cells, explain=self.names(Part.ACTIVITY, item.id))

    def total(self) -> Row:
        """The year as a whole. People of different activities cannot be added."""
        count = self.figures.total
        earlier = self.before.total.visits if self.before else 0
        cells = self.cells(_("Total"), count, people_text(count.unique), earlier)
        return Row(cells, explain=self.names(Part.WHOLE, ""))

    def names(self, part: Part, of: object) -> tuple[str, ...]:
        """The names of the figures of a line."""
        year = self.figures.year
        split = (Measure.NAMED, Measure.ANONYMOUS) if self.split else ()
        unique = (Measure.UNIQUE,) if self.by_name else ()
        measures = (Measure.SESSIONS, *split, Measure.VISITS, *unique, Measure.AVERAGE)
        past = [figure(Measure.VISITS, year - 1, part, of)] if self.before else []
        return ("", *(figure(measure, year, part, of) for measure in measures), *past)

    def cells(self, name: str, count: Count, people: str, before: int) -> tuple[str, ...]:
        """A line of the table."""
        parts = (count.named_visits, count.anonymous_visits) if self.split else ()
        return (
            name,
            format_number(count.sessions),
            *map(format_number, parts),
            format_number(count.visits),
            *([people] if self.by_name else []),
            format_number(count.average, 1),
            *([format_number(before)] if self.before else []),
        )


def _remarks(figures: YearFigures, before: YearFigures | None) -> Iterator[Block]:
    if cancelled := figures.cancelled_sessions:
        text = ngettext(
            "{count} planned session was cancelled.",
            "{count} planned sessions were cancelled.",
            cancelled,
        )
        yield Paragraph(text.format(count=format_number(cancelled)))
    ended = _ended(figures, before)
    if before and 0 < len(ended) <= ENDED_NAMED_AT_MOST:
        text = _("Held in {before} and not in {year}: {activities}.")
        yield Paragraph(
            text.format(before=before.year, year=figures.year, activities=enumeration(ended))
        )


def _ended(figures: YearFigures, before: YearFigures | None) -> list[str]:
    now = {item.id for item in held(figures)}
    return [item.name for item in held(before) if item.id not in now] if before else []


def _months(figures: YearFigures) -> Iterator[Block]:
    chart = activity_months(figures)
    if chart is None:
        return
    caption = _("Visits by month in {year}, all on the same scale; the number is the highest month")
    kept: tuple[Simple, ...] = (
        Heading(_("The year by activity"), 2),
        Caption(caption.format(year=figures.year)),
        chart,
    )
    yield Keep(kept)

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The activities: sessions, visits and people of each, by theme."""

from __future__ import annotations

from collections.abc import Iterator

from buurthuis_admin.domain.figure_keys import Measure, Part, figure
from buurthuis_admin.domain.figures import ActivityFigures, Count, YearFigures, YearReportData, held
from buurthuis_admin.domain.reports import Chapter
from buurthuis_admin.domain.suppression import is_small
from buurthuis_admin.i18n import _, format_number, ngettext
from buurthuis_admin.reporting.chapters.charting import activity_months
from buurthuis_admin.reporting.chapters.groups import KEPT_BACK, kept_back_note
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
from buurthuis_admin.reporting.shown import Shown, shown
from buurthuis_admin.reporting.told import told
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
        Lead.of(data.composition.lead(Chapter.ACTIVITIES, _lead(figures)), "activities.lead"),
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
    if not shown(figures).visits:
        text = _("There were {activities} with {sessions}.")
    return text.format(
        activities=count.format(count=_told(len(held(figures)), Measure.ACTIVITIES, figures)),
        sessions=sessions.format(count=_told(figures.total.sessions, Measure.SESSIONS, figures)),
        average=told(
            format_number(figures.total.average, 1), figure(Measure.AVERAGE, figures.year)
        ),
    )


def _told(number: int, measure: Measure, figures: YearFigures) -> str:
    return told(format_number(number), figure(measure, figures.year))


def _table(figures: YearFigures, before: YearFigures | None) -> Iterator[Block]:
    lines = _Lines(figures, before)
    yield Caption(_("Sessions, visits and people by activity in {year}").format(year=figures.year))
    yield Table(
        columns=tuple(lines.columns()),
        rows=tuple(lines.rows()),
        total=lines.total() if len(held(figures)) > 1 else None,
        summary=_("Each activity with its sessions, visits and different people."),
    )
    yield Source(" ".join(_notes(figures, lines.shown)))


def _notes(figures: YearFigures, may_be: Shown) -> Iterator[str]:
    yield _("Source: attendance lists and head counts.")
    if figures.total.unique and len(held(figures)) > 1:
        yield _("Somebody who came to two activities counts once in the total of different people.")
    if any(is_small(item.count.unique) for item in held(figures)):
        yield _("A group of 1 to 4 people is shown as {sign}.").format(sign=people_text(1))
    if may_be.kept_back:
        yield kept_back_note()


class _Lines:
    """The lines of the table. Columns that would only repeat others are left out."""

    def __init__(self, figures: YearFigures, before: YearFigures | None) -> None:
        self.figures, self.before = figures, before
        self.split = bool(figures.total.named_visits and figures.total.anonymous_visits)
        self.earlier = {item.id: item.count.visits for item in before.activities} if before else {}
        self.shown = shown(figures)
        self.shown_before = shown(before) if before else None
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
            yield from map(self._row, self.shown.in_order(held(self.figures)))
            return
        for theme in themes:
            name = theme or _("Without theme")
            count = self.figures.themes[theme]
            people = self.shown.people_of_theme(theme)
            told = self.shown.visits_of_theme(theme)
            cells = self.cells(name, count, people, self._theme_before(theme), told)
            yield Row(cells, strong=True, explain=self.names(Part.THEME, theme))
            yield from map(self._row, self._of(theme))

    def _themes(self) -> list[str]:
        """The themes, most visits first; what has no theme, or may not be told, last."""
        found = dict.fromkeys(item.theme for item in held(self.figures))
        told = self.shown.visits_of_theme
        return sorted(
            found,
            key=lambda theme: (not theme, -self._visits(theme) if told(theme) else 1, theme),
        )

    def _visits(self, theme: str) -> int:
        return sum(item.count.visits for item in self._of(theme))

    def _of(self, theme: str) -> list[ActivityFigures]:
        return self.shown.in_order(item for item in held(self.figures) if item.theme == theme)

    def _theme_before(self, theme: str) -> str:
        """Last year's visits of the theme; 0 when it had none."""
        if not (self.before and self.shown_before):
            return ""
        count = self.before.themes.get(theme, Count())
        return _visits(count.visits, self.shown_before.visits_of_theme(theme))

    def _row(self, item: ActivityFigures) -> Row:
        people = self.shown.people(item)
        may_be = self.shown_before
        before = _visits(self.earlier.get(item.id, 0), not may_be or may_be.visits_of(item.id))
        told = self.shown.visits_of(item.id)
        cells = self.cells(item.name, item.count, people, before, told)
        return Row(cells, explain=self.names(Part.ACTIVITY, item.id))

    def total(self) -> Row:
        """The year as a whole. People of different activities cannot be added."""
        count = self.figures.total
        may_be = self.shown_before
        earlier = self.before.total.visits if self.before else 0
        before = _visits(earlier, not may_be or may_be.visits)
        people = people_text(count.unique)
        cells = self.cells(_("Total"), count, people, before, self.shown.visits)
        return Row(cells, explain=self.names(Part.WHOLE, ""))

    def names(self, part: Part, of: object) -> tuple[str, ...]:
        """The names of the figures of a line."""
        year = self.figures.year
        split = (Measure.NAMED, Measure.ANONYMOUS) if self.split else ()
        unique = (Measure.UNIQUE,) if self.by_name else ()
        measures = (Measure.SESSIONS, *split, Measure.VISITS, *unique, Measure.AVERAGE)
        past = [figure(Measure.VISITS, year - 1, part, of)] if self.before else []
        return ("", *(figure(measure, year, part, of) for measure in measures), *past)

    def cells(
        self, name: str, count: Count, people: str, before: str, told: bool
    ) -> tuple[str, ...]:
        """A line of the table; ``told``: whether its visits may be."""
        without_name = format_number(count.anonymous_visits)
        parts = (_visits(count.named_visits, told), without_name) if self.split else ()
        return (
            name,
            format_number(count.sessions),
            *parts,
            _visits(count.visits, told),
            *([people] if self.by_name else []),
            format_number(count.average, 1) if told else KEPT_BACK,
            *([before] if self.before else []),
        )


def _visits(number: int, told: bool) -> str:
    return format_number(number) if told else KEPT_BACK


def _remarks(figures: YearFigures, before: YearFigures | None) -> Iterator[Block]:
    if cancelled := figures.cancelled_sessions:
        text = ngettext(
            "{count} planned session was cancelled.",
            "{count} planned sessions were cancelled.",
            cancelled,
        )
        yield Paragraph.of(text.format(count=_told(cancelled, Measure.CANCELLED, figures)))
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

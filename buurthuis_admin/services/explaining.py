# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""From a figure back to what was counted: the sessions, people, hours or payments behind it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from buurthuis_admin.domain.ages import UNKNOWN_BAND, AgeBand
from buurthuis_admin.domain.dates import Period, day_from_number
from buurthuis_admin.domain.explanations import Behind, Explanation
from buurthuis_admin.domain.figure_keys import FigureKey, Measure, Part
from buurthuis_admin.domain.figures import YearFigures
from buurthuis_admin.domain.subsidies import Subsidy
from buurthuis_admin.i18n import _, format_day_short, format_money, format_number
from buurthuis_admin.services.explain_words import sentence, title
from buurthuis_admin.services.settings import SettingsService
from buurthuis_admin.services.statistics import StatisticsService
from buurthuis_admin.services.subsidies import SubsidyService
from buurthuis_admin.storage import activity_queries, explain_queries, people_queries
from buurthuis_admin.storage.explain_queries import Condition
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.rows import AnyRow, Question
from buurthuis_admin.storage.values import partial_of

AT_ONCE = 200
_OF_SESSIONS = frozenset(
    {
        Measure.SESSIONS,
        Measure.CANCELLED,
        Measure.VISITS,
        Measure.NAMED,
        Measure.ANONYMOUS,
        Measure.AVERAGE,
    }
)
_OF_MEMBERS = frozenset(
    {Measure.MEMBERS_AT_START, Measure.MEMBERS_AT_END, Measure.JOINED, Measure.LEFT}
)


class ExplainService:
    """Explains the figures of one administration."""

    def __init__(
        self,
        file: AdministrationFile,
        settings: SettingsService,
        statistics: StatisticsService,
        subsidies: SubsidyService,
    ) -> None:
        self._file, self._settings = file, settings
        self._statistics, self._subsidies = statistics, subsidies

    def explain(self, name: str, offset: int = 0, limit: int = AT_ONCE) -> Explanation:
        """A part of what stands behind a figure. Raises ValueError for no name of a figure."""
        key = FigureKey.parse(name)
        if key.measure in _OF_SESSIONS:
            return self._sessions(key, offset, limit)
        if key.measure is Measure.UNIQUE:
            return self._visitors(key, offset, limit)
        if key.measure in _OF_MEMBERS:
            return self._members(key, offset, limit)
        if key.measure in (Measure.HOURS, Measure.VOLUNTEERS):
            return self._hours(key, offset, limit)
        if key.measure is Measure.ACTIVITIES:
            return self._activities(key)
        return self._payments(key, offset, limit)

    def _of_part(self, key: FigureKey) -> Condition:
        """The sessions that a figure is about."""
        if key.part is Part.MONTH:
            return explain_queries.of_year(key.year, int(key.of))
        year = explain_queries.of_year(key.year)
        if key.part is Part.ACTIVITY:
            return year & explain_queries.of_activity(int(key.of))
        if key.part is Part.THEME:
            return year & explain_queries.with_theme(key.of)
        return year

    def _people_of_part(self, key: FigureKey) -> list[Condition]:
        """The people that a figure is about; all of them when it says nothing of people."""
        if key.part is Part.AREA:
            return [explain_queries.living_in(key.of)]
        if key.part is not Part.AGE:
            return []
        bands = self._settings.centre().age_bands
        spans = {band.key: _born(band, key.year) for band in bands}
        if key.of == UNKNOWN_BAND:
            return [explain_queries.born_outside(list(spans.values()))]
        return [explain_queries.born_between(*spans.get(key.of, (1, 0)))]

    def _sessions(self, key: FigureKey, offset: int, limit: int) -> Explanation:
        cancelled = key.measure is Measure.CANCELLED
        question = explain_queries.sessions(self._of_part(key), cancelled=cancelled)
        with self._file.reading() as connection:
            count = explain_queries.count(connection, question)
            found = explain_queries.page(connection, question, offset, limit)
            names = {
                one.id: one.name
                for one in activity_queries.activities(connection, [row[2] for row in found])
            }
        rows = tuple(
            (
                format_day_short(day_from_number(day), weekday=True),
                names.get(activity, ""),
                format_number(named),
                format_number(anonymous),
                format_number(named + anonymous),
            )
            for _id, day, activity, named, anonymous in found
        )
        columns = (_("Date"), _("Activity"), _("By name"), _("Without name"), _("Visits"))
        ids = tuple(activity for _id, _day, activity, *_counts in found)
        return self._made(key, Behind.SESSIONS, columns, rows, ids, count)

    def _visitors(self, key: FigureKey, offset: int, limit: int) -> Explanation:
        question = explain_queries.visitors(self._of_part(key), self._people_of_part(key))
        found, count, names = self._people(question, offset, limit)
        rows = tuple((names[row[0]], format_number(row[1])) for row in found)
        columns = (_("Name"), _("Visits"))
        return self._made(key, Behind.PEOPLE, columns, rows, _ids(found), count)

    def _members(self, key: FigureKey, offset: int, limit: int) -> Explanation:
        period = Period.year(key.year)
        condition = {
            Measure.MEMBERS_AT_START: explain_queries.members_on(period, first=True),
            Measure.MEMBERS_AT_END: explain_queries.members_on(period, first=False),
            Measure.JOINED: explain_queries.joined(key.year),
            Measure.LEFT: explain_queries.left(key.year),
        }[key.measure]
        question = explain_queries.members(condition, self._people_of_part(key))
        found, count, names = self._people(question, offset, limit)
        rows = tuple(
            (names[person], number, _partial(starts), _partial(ends))
            for person, number, starts, ends in found
        )
        columns = (_("Name"), _("Member number"), _("Member since"), _("Member until"))
        return self._made(key, Behind.PEOPLE, columns, rows, _ids(found), count)

    def _people(
        self, question: Question, offset: int, limit: int
    ) -> tuple[Sequence[AnyRow], int, dict[int, str]]:
        with self._file.reading() as connection:
            count = explain_queries.count(connection, question)
            found = explain_queries.page(connection, question, offset, limit)
            people = people_queries.people(connection, [row[0] for row in found])
        return found, count, {one.id or 0: one.name.sorted for one in people}

    def _hours(self, key: FigureKey, offset: int, limit: int) -> Explanation:
        activity = key.of if key.part is Part.TASK else None
        question = explain_queries.hours(key.year, activity)
        found, count, names = self._people(question, offset, limit)
        rows = tuple(
            (
                names[person],
                _partial(day),
                name or task or _("Other work"),
                format_number(Decimal(hours).scaleb(-2), 2),
            )
            for person, day, name, hours, task in found
        )
        columns = (_("Name"), _("Date"), _("Activity"), _("Hours"))
        return self._made(key, Behind.HOURS, columns, rows, _ids(found), count)

    def _activities(self, key: FigureKey) -> Explanation:
        figures: YearFigures = self._statistics.year(key.year)
        held = [one for one in figures.activities if one.count.sessions or one.count.visits]
        rows = tuple(
            (one.name, format_number(one.count.sessions), format_number(one.count.visits))
            for one in held
        )
        columns = (_("Activity"), _("Meetings"), _("Visits"))
        ids = tuple(one.id for one in held)
        return self._made(key, Behind.ACTIVITIES, columns, rows, ids, len(held))

    def _payments(self, key: FigureKey, offset: int, limit: int) -> Explanation:
        dossiers = [
            one
            for one in self._subsidies.dossiers(key.year)
            if key.part is not Part.SUBSIDY or str(one.id) == key.of
        ]
        rows = [row for dossier in dossiers for row in _payments_of(dossier, key.measure)]
        columns = (_("Date"), _("Subsidy"), _("What for"), _("Amount"))
        shown = tuple(tuple(words) for _id, *words in rows[offset : offset + limit])
        ids = tuple(number for number, *_words in rows[offset : offset + limit])
        return self._made(key, Behind.PAYMENTS, columns, shown, ids, len(rows))

    def _made(
        self,
        key: FigureKey,
        behind: Behind,
        columns: tuple[str, ...],
        rows: tuple[tuple[str, ...], ...],
        ids: tuple[int, ...],
        count: int,
    ) -> Explanation:
        return Explanation(
            title=title(key, self._name_of(key)),
            sentence=sentence(key.measure, count),
            behind=behind,
            columns=columns,
            rows=rows,
            ids=ids,
            count=count,
        )

    def _name_of(self, key: FigureKey) -> str:
        """The name of the part, where the key has only its id."""
        if key.part is Part.ACTIVITY:
            with self._file.reading() as connection:
                found = activity_queries.activities(connection, [int(key.of)])
            return found[0].name if found else ""
        if key.part is Part.SUBSIDY:
            names = {str(one.id): one.funder for one in self._subsidies.dossiers()}
            return names.get(key.of, "")
        return key.of


def _born(band: AgeBand, year: int) -> tuple[int, int]:
    """The years of birth of an age band on 31 December of a year."""
    return (1 if band.high is None else year - band.high), year - band.low


def _partial(number: int | None) -> str:
    known = partial_of(number)
    if known is None:
        return ""
    return format_day_short(known.first_day) if known.complete else str(known)


def _ids(found: Sequence[AnyRow]) -> tuple[int, ...]:
    return tuple(row[0] for row in found)


def _payments_of(dossier: Subsidy, measure: Measure) -> list[tuple[int, str, str, str, str]]:
    number, name = dossier.id or 0, f"{dossier.funder} {dossier.reference}".strip()
    if measure is Measure.SPENT:
        return [
            (
                number,
                format_day_short(one.day) if one.day else "",
                name,
                one.description,
                format_money(one.amount),
            )
            for one in dossier.expenses
        ]
    return [
        (
            number,
            format_day_short(one.day) if one.day else "",
            name,
            one.remark or _("Payment"),
            format_money(one.received),
        )
        for one in dossier.instalments
        if one.received is not None
    ]

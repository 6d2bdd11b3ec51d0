# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""From a figure back to what was counted: the sessions, people, hours or payments behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from buurthuis_admin.domain.ages import UNKNOWN_BAND, AgeBand
from buurthuis_admin.domain.agreements import period_of
from buurthuis_admin.domain.dates import Period, day_from_number
from buurthuis_admin.domain.explanations import Behind, Explanation, Lines
from buurthuis_admin.domain.figure_keys import FigureKey, Measure, Part
from buurthuis_admin.domain.figures import YearFigures
from buurthuis_admin.domain.subsidies import Expense, Indicator, Subsidy, Target
from buurthuis_admin.i18n import _, format_day_short, format_number
from buurthuis_admin.services.agreements import activities_of as activities_counted
from buurthuis_admin.services.agreements import area_test
from buurthuis_admin.services.dossier_reports import activities_of
from buurthuis_admin.services.explain_words import partial_day, sentence, title
from buurthuis_admin.services.explaining_book import OF_THE_BOOK, BookExplainer
from buurthuis_admin.services.explaining_help import OF_HELP, HelpExplainer
from buurthuis_admin.services.explaining_money import (
    OF_RECEIPTS,
    expenses,
    part_name,
    rows_of,
    target_of,
)
from buurthuis_admin.services.explaining_sums import SumExplainer
from buurthuis_admin.services.money import MoneyService
from buurthuis_admin.services.settings import SettingsService
from buurthuis_admin.services.statistics import StatisticsService
from buurthuis_admin.services.subsidies import SubsidyService
from buurthuis_admin.storage import (
    activity_queries,
    agreement_queries,
    explain_queries,
    people_queries,
)
from buurthuis_admin.storage.explain_queries import Condition
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.rows import AnyRow, Question

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
        money: MoneyService,
    ) -> None:
        self._file, self._settings = file, settings
        self._statistics, self._subsidies = statistics, subsidies
        self._book = BookExplainer(file, money.year_statement)
        self._help, self._sums = HelpExplainer(file), SumExplainer(statistics, subsidies)

    def explain(self, name: str, offset: int = 0, limit: int = AT_ONCE) -> Explanation:
        """A part of what stands behind a figure. Raises ValueError for no name of a figure."""
        key = FigureKey.parse(name)
        if (made := self._sums.lines(key)) is not None:
            return self._made(key, made)
        if key.measure is Measure.REACHED or _is_of_target(key):
            return self._reached(key, offset, limit)
        if key.measure in _OF_SESSIONS:
            return self._sessions(key, self._of_part(key), offset, limit)
        if key.measure is Measure.UNIQUE:
            people = self._people_of_part(key)
            return self._visitors(key, self._of_part(key), people, offset, limit)
        if key.measure in _OF_MEMBERS:
            return self._members(key, offset, limit)
        if key.measure is Measure.HOURS:
            period, activities = self._scope(key)
            activity = key.of if key.part is Part.TASK else None
            question = explain_queries.hours(period, activity, activities)
            return self._hours(key, question, offset, limit)
        if key.measure is Measure.ACTIVITIES:
            return self._activities(key)
        if key.measure in OF_HELP:
            scope = self._scope(key)
            return self._made(key, self._help.lines(key.measure, *scope, offset, limit))
        if key.measure in OF_THE_BOOK:
            return self._made(key, self._book.lines(key, offset, limit))
        if key.measure is Measure.PAID:
            return self._made(key, self._book.shares(_expense_of(self._dossier(key), key)))
        return self._payments(key, offset, limit)

    def titles(self, names: Sequence[str]) -> list[str]:
        """What figures are called, in a list to choose from."""
        return [self._title(FigureKey.parse(name)) for name in names]

    def _dossier(self, key: FigureKey) -> Subsidy | None:
        """The dossier whose period and activities a figure counts."""
        return self._subsidies.get(key.dossier) if key.dossier else None

    def _scope(self, key: FigureKey) -> tuple[Period, frozenset[int] | None]:
        """The days and the activities that a figure counts; None is all of them."""
        dossier = self._dossier(key)
        if dossier is None or dossier.period is None:
            return Period.year(key.year), None
        return dossier.period, activities_of(dossier)

    def _of_part(self, key: FigureKey) -> Condition:
        """The sessions that a figure is about."""
        if key.part is Part.MONTH:
            of_month = explain_queries.of_year(key.year, int(key.of))
            return of_month & explain_queries.within(*self._scope(key))
        if key.part is Part.ACTIVITY_MONTH:
            activity, _sign, month = key.of.partition("-")
            of_month = explain_queries.of_year(key.year, int(month))
            return of_month & explain_queries.of_activity(int(activity))
        whole = explain_queries.within(*self._scope(key))
        if key.part is Part.ACTIVITY:
            return whole & explain_queries.of_activity(int(key.of))
        if key.part is Part.THEME:
            return whole & explain_queries.with_theme(key.of)
        return whole

    def _reached(self, key: FigureKey, offset: int, limit: int) -> Explanation:
        """What was counted for an agreement."""
        dossier = self._dossier(key)
        target = target_of(dossier, key) if dossier else None
        period = period_of(target, dossier.period) if dossier and target else None
        if dossier is None or target is None or period is None:
            return self._payments(key, offset, limit)
        activities = activities_counted(target, dossier)
        if target.kind is Indicator.VOLUNTEER_HOURS:
            question = explain_queries.hours(period, None, activities)
            return self._hours(key, question, offset, limit)
        condition = explain_queries.within(period, activities)
        if target.kind in (Indicator.SESSIONS, Indicator.VISITS):
            return self._sessions(key, condition, offset, limit)
        people = self._people_of_target(target, period, activities)
        return self._visitors(key, condition, people, offset, limit)

    def _people_of_target(
        self, target: Target, period: Period, activities: tuple[int, ...] | None
    ) -> list[Condition]:
        """Which of the people who came an agreement counts, as ``AgreementCounter`` does."""
        with self._file.reading() as connection:
            if target.kind is Indicator.NEW_PEOPLE:
                before = agreement_queries.came_before(connection, period.start, activities)
                return [explain_queries.not_among(before)]
            if target.kind is Indicator.NEIGHBOURHOOD:
                lives = area_test(target.area)
                homes = agreement_queries.homes(connection)
                there = [one for one, postcode, area in homes if lives(postcode, area)]
                return [explain_queries.among(there)]
        if target.kind is Indicator.AGE_BAND:
            year, oldest = period.end.year, target.age_to
            first = 1 if oldest is None else year - oldest
            return [explain_queries.born_between(first, year - (target.age_from or 0))]
        return []

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

    def _sessions(
        self, key: FigureKey, condition: Condition, offset: int, limit: int
    ) -> Explanation:
        cancelled = key.measure is Measure.CANCELLED
        question = explain_queries.sessions(condition, cancelled=cancelled)
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
        return self._made(key, Lines(Behind.SESSIONS, columns, rows, _ids(found), count))

    def _visitors(
        self,
        key: FigureKey,
        condition: Condition,
        people: Sequence[Condition],
        offset: int,
        limit: int,
    ) -> Explanation:
        question = explain_queries.visitors(condition, people)
        found, count, names = self._people(question, offset, limit)
        rows = tuple((names[row[0]], format_number(row[1])) for row in found)
        columns = (_("Name"), _("Visits"))
        return self._made(key, Lines(Behind.PEOPLE, columns, rows, _ids(found), count))

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
            (names[person], number, partial_day(starts), partial_day(ends))
            for person, number, starts, ends in found
        )
        columns = (_("Name"), _("Member number"), _("Member since"), _("Member until"))
        return self._made(key, Lines(Behind.PEOPLE, columns, rows, _ids(found), count))

    def _people(
        self, question: Question, offset: int, limit: int
    ) -> tuple[Sequence[AnyRow], int, dict[int, str]]:
        with self._file.reading() as connection:
            count = explain_queries.count(connection, question)
            found = explain_queries.page(connection, question, offset, limit)
            people = people_queries.people(connection, [row[0] for row in found])
        return found, count, {one.id or 0: one.name.sorted for one in people}

    def _hours(self, key: FigureKey, question: Question, offset: int, limit: int) -> Explanation:
        found, count, names = self._people(question, offset, limit)
        rows = tuple(
            (
                names[person],
                partial_day(day),
                name or task or _("Other work"),
                format_number(Decimal(hours).scaleb(-2), 2),
            )
            for person, day, name, hours, task in found
        )
        columns = (_("Name"), _("Date"), _("Activity"), _("Hours"))
        return self._made(key, Lines(Behind.HOURS, columns, rows, _ids(found), count))

    def _activities(self, key: FigureKey) -> Explanation:
        figures: YearFigures = self._statistics.year(key.year)
        held = [one for one in figures.activities if one.count.sessions or one.count.visits]
        rows = tuple(
            (one.name, format_number(one.count.sessions), format_number(one.count.visits))
            for one in held
        )
        columns = (_("Activity"), _("Meetings"), _("Visits"))
        ids = tuple(one.id for one in held)
        return self._made(key, Lines(Behind.ACTIVITIES, columns, rows, ids, len(held)))

    def _payments(self, key: FigureKey, offset: int, limit: int) -> Explanation:
        dossiers = [one for one in self._subsidies.dossiers() if _is_about(one, key)]
        if key.measure in OF_RECEIPTS:
            dossiers = [self._with_receipts(one, key) for one in dossiers]
        rows = [(one.id or 0, row) for one in dossiers for row in rows_of(one, key)]
        columns = (_("Date"), _("Subsidy"), _("What for"), _("Amount"))
        part = rows[offset : offset + limit]
        shown, ids = tuple(row for _id, row in part), tuple(number for number, _row in part)
        return self._made(key, Lines(Behind.PAYMENTS, columns, shown, ids, len(rows)))

    def _with_receipts(self, dossier: Subsidy, key: FigureKey) -> Subsidy:
        """The dossier with only the expenses that have a receipt, or only those without."""
        there = self._subsidies.dossier(dossier.id or 0).receipts
        wanted = key.measure is Measure.WITH_RECEIPT
        kept = [one for one in dossier.expenses if bool(there.get(one.id or 0)) is wanted]
        return replace(dossier, expenses=tuple(kept))

    def _made(self, key: FigureKey, lines: Lines) -> Explanation:
        return Explanation(
            title=self._title(key),
            sentence=sentence(lines.behind, lines.count),
            behind=lines.behind,
            columns=lines.columns,
            rows=lines.rows,
            ids=lines.ids,
            count=lines.count,
        )

    def _title(self, key: FigureKey) -> str:
        dossier = self._dossier(key)
        return title(key, self._name_of(key, dossier), dossier.funder if dossier else "")

    def _name_of(self, key: FigureKey, dossier: Subsidy | None) -> str:
        """The name of the part, where the key has only its id."""
        if key.part in (Part.ACTIVITY, Part.ACTIVITY_MONTH):
            number, _sign, _month = key.of.partition("-")
            with self._file.reading() as connection:
                found = activity_queries.activities(connection, [int(number)])
            return found[0].name if found else ""
        if dossier is not None and key.part in (Part.LINE, Part.TARGET, Part.PAYMENT):
            return part_name(dossier, key)
        if key.part is Part.SUBSIDY:
            names = {str(one.id): one.funder for one in self._subsidies.dossiers()}
            return names.get(key.of, "")
        return key.of


def _born(band: AgeBand, year: int) -> tuple[int, int]:
    """The years of birth of an age band on 31 December of a year."""
    return (1 if band.high is None else year - band.high), year - band.low


def _ids(found: Sequence[AnyRow]) -> tuple[int, ...]:
    return tuple(row[0] for row in found)


def _expense_of(dossier: Subsidy | None, key: FigureKey) -> Expense | None:
    """The expense that a whole payment is of."""
    return next(iter(expenses(dossier, key)), None) if dossier else None


def _is_of_target(key: FigureKey) -> bool:
    return key.measure is Measure.DIFFERENCE and key.part is Part.TARGET


def _is_about(dossier: Subsidy, key: FigureKey) -> bool:
    """Whether a figure of money is about a dossier: one of its own, or all those of a year."""
    if key.dossier:
        return dossier.id == key.dossier
    if key.part is Part.SUBSIDY:
        return str(dossier.id) == key.of
    return dossier.concerns(key.year)

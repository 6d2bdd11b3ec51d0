# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who stands behind the figures of neighbour help and of volunteers."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal

from buurthuis_admin.domain.dates import Period, day_from_number
from buurthuis_admin.domain.explanations import Behind, Lines
from buurthuis_admin.domain.figure_keys import Measure
from buurthuis_admin.domain.helping import HelpState
from buurthuis_admin.i18n import _, format_day_short, format_number
from buurthuis_admin.services.explain_words import partial_day
from buurthuis_admin.services.help_labels import help_state_word
from buurthuis_admin.storage import explain_queries, help_explain_queries, people_queries
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.rows import AnyRow, Question

OF_HELP = frozenset(
    {
        Measure.HELP_REQUESTS,
        Measure.HELPED,
        Measure.HELPERS,
        Measure.HELP_HOURS,
        Measure.VOLUNTEERS,
        Measure.REGISTERED,
    }
)


class HelpExplainer:
    """Explains who helped in one administration."""

    def __init__(self, file: AdministrationFile) -> None:
        self._file = file

    def lines(
        self,
        measure: Measure,
        period: Period,
        activities: Collection[int] | None,
        offset: int,
        limit: int,
    ) -> Lines:
        """What stands behind a figure. ``activities``: of which the volunteers are."""
        if measure in (Measure.HELP_REQUESTS, Measure.HELPED):
            helped = measure is Measure.HELPED
            question = help_explain_queries.requests(period, helped=helped)
            return self._requests(*self._read(question, offset, limit))
        if measure is Measure.HELP_HOURS:
            return self._hours(*self._read(help_explain_queries.given(period), offset, limit))
        if measure is Measure.REGISTERED:
            question = help_explain_queries.registered(period)
            return self._registered(*self._read(question, offset, limit))
        if measure is Measure.HELPERS:
            question = help_explain_queries.helpers(period)
        else:
            question = help_explain_queries.active(period, activities)
        return self._people(*self._read(question, offset, limit))

    def _read(
        self, question: Question, offset: int, limit: int
    ) -> tuple[Sequence[AnyRow], int, dict[int, str]]:
        """Rows that begin with a person, how many there are, and the names."""
        with self._file.reading() as connection:
            count = explain_queries.count(connection, question)
            found = explain_queries.page(connection, question, offset, limit)
            ids = sorted({row[0] for row in found if row[0] is not None})
            people = people_queries.people(connection, ids)
        return found, count, {one.id or 0: one.name.sorted for one in people}

    def _requests(self, found: Sequence[AnyRow], count: int, names: dict[int, str]) -> Lines:
        rows = tuple(
            (
                format_day_short(day_from_number(day)),
                names.get(person, ""),
                what,
                help_state_word(HelpState(state)),
            )
            for person, day, what, state in found
        )
        columns = (_("Date"), _("Name"), _("What it is about"), _("State"))
        return Lines(Behind.REQUESTS, columns, rows, _ids(found), count)

    def _hours(self, found: Sequence[AnyRow], count: int, names: dict[int, str]) -> Lines:
        rows = tuple(
            (
                names.get(person, ""),
                format_day_short(day_from_number(day)),
                what,
                _hours(hours),
            )
            for person, day, what, hours in found
        )
        columns = (_("Name"), _("Date"), _("What it is about"), _("Hours"))
        return Lines(Behind.HOURS, columns, rows, _ids(found), count)

    def _registered(self, found: Sequence[AnyRow], count: int, names: dict[int, str]) -> Lines:
        rows = tuple(
            (names[person], partial_day(since), partial_day(until))
            for person, since, until in found
        )
        columns = (_("Name"), _("Volunteer since"), _("Volunteer until"))
        return Lines(Behind.PEOPLE, columns, rows, _ids(found), count)

    def _people(self, found: Sequence[AnyRow], count: int, names: dict[int, str]) -> Lines:
        rows = tuple((names[person], _hours(hours)) for person, hours in found)
        return Lines(Behind.PEOPLE, (_("Name"), _("Hours")), rows, _ids(found), count)


def _hours(hundredths: int) -> str:
    return format_number(Decimal(hundredths).scaleb(-2), 2)


def _ids(found: Sequence[AnyRow]) -> tuple[int, ...]:
    return tuple(row[0] or 0 for row in found)

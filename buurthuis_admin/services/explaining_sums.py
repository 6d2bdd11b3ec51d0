# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Figures that are made from figures: what differs from another year, how much was kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from buurthuis_admin.domain.agreements import Basis, Forecast
from buurthuis_admin.domain.explanations import Behind, Lines
from buurthuis_admin.domain.figure_keys import FigureKey, Measure, Part
from buurthuis_admin.domain.figures import YearFigures
from buurthuis_admin.i18n import _, format_number
from buurthuis_admin.services.explain_words import title
from buurthuis_admin.services.statistics import StatisticsService
from buurthuis_admin.services.subsidies import SubsidyService

# What a report compares with another year.
_COMPARED: Mapping[Measure, Callable[[YearFigures], Decimal]] = {
    Measure.UNIQUE: lambda figures: Decimal(figures.total.unique),
    Measure.HOURS: lambda figures: figures.volunteers.hours,
}


class SumExplainer:
    """Explains figures by the figures that they were made from."""

    def __init__(self, statistics: StatisticsService, subsidies: SubsidyService) -> None:
        self._statistics, self._subsidies = statistics, subsidies

    def lines(self, key: FigureKey) -> Lines | None:
        """What stands behind a figure; None for one that was counted and not made."""
        if key.measure is Measure.FORECAST:
            return self.forecast(key)
        if key.part is Part.CHANGE:
            return self.change(key)
        return self.agreements(key) if key.part is Part.TARGETS else None

    def change(self, key: FigureKey) -> Lines:
        """This year and the one that is taken from it."""
        rows = []
        for year, sign in ((key.year, 1), (int(key.of), -1)):
            counted = sign * _COMPARED[key.measure](self._statistics.year(year))
            rows.append((title(FigureKey(key.measure, year), ""), _number(counted)))
        return Lines(Behind.LINES, (_("What was counted"), _("Number")), tuple(rows), (0, 0), 2)

    def forecast(self, key: FigureKey) -> Lines:
        """What was reached, and what the rest of the period brings when it goes on like this."""
        found = self._subsidies.dossier(key.dossier).agreements
        agreed = next((one for one in found if str(one.target.id) == key.of), None)
        columns = (_("What was counted"), _("Number"))
        if agreed is None or agreed.forecast is None or agreed.reached is None:
            return Lines(Behind.LINES, columns, (), (), 0)
        ahead = agreed.forecast
        rows = (
            (_("Reached by now"), _number(agreed.reached)),
            (_rest_words(ahead), _number(ahead.value - agreed.reached)),
        )
        return Lines(Behind.LINES, columns, rows, (0, 0), 2)

    def agreements(self, key: FigureKey) -> Lines:
        """The agreements that a number of them is about."""
        wanted = set(key.of.split(","))
        found = self._subsidies.dossier(key.dossier).agreements
        rows = tuple(
            (
                one.target.indicator,
                _number(one.target.promised),
                "" if one.reached is None else _number(one.reached),
            )
            for one in found
            if str(one.target.id) in wanted
        )
        columns = (_("Agreement"), _("Agreed"), _("Reached"))
        return Lines(Behind.AGREEMENTS, columns, rows, (0,) * len(rows), len(rows))


def _rest_words(ahead: Forecast) -> str:
    """What is still to come, and by what that goes."""
    words = _("In the days that are left ({left} of {total})")
    if ahead.basis is Basis.SESSIONS:
        words = _("In the meetings that are left ({left} of {total})")
    return words.format(
        left=format_number(ahead.total - ahead.done), total=format_number(ahead.total)
    )


def _number(number: Decimal) -> str:
    whole = number == number.to_integral_value()
    return format_number(number, 0 if whole else 2)

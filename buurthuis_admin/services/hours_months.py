# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A month of hours of volunteers as a grid, changed cell by cell or by what is pasted."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal

from buurthuis_admin.domain.cell_grid import GridPerson
from buurthuis_admin.domain.dates import PartialDate, day_from_number, day_number
from buurthuis_admin.domain.hours_grid import Cell, HoursGrid
from buurthuis_admin.domain.people import VolunteerHours
from buurthuis_admin.domain.text import clean
from buurthuis_admin.i18n import format_number, month_name, ngettext
from buurthuis_admin.importing.kinds.programme import parse_hours
from buurthuis_admin.services.changes import ACTIVITIES, PEOPLE, Changes
from buurthuis_admin.storage import volunteer_queries
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.people_queries import people

_HOURS_OF_A_DAY = 24


def read_hours(text: str) -> Decimal | None:
    """Hours of one day as they are typed: 2, 2,5 or 2:30; None for an empty text.

    Raises ValueError for what is no number of hours, for nothing, and for more than a day has.
    """
    if not clean(text):
        return None
    hours = parse_hours(clean(text))
    if hours is None or not 0 < hours <= _HOURS_OF_A_DAY:
        raise ValueError(text)
    return hours


class HoursMonthService:
    """Reads a month, and writes its cells."""

    def __init__(self, file: AdministrationFile, changes: Changes) -> None:
        self._file, self._changes = file, changes

    def grid(self, day: datetime.date) -> HoursGrid:
        """The month of a day, with the volunteers of its year and who else gave hours in it."""
        first = HoursGrid(first_day=day.replace(day=1))
        with self._file.reading() as connection:
            found = volunteer_queries.in_year(connection, day.year)
            entries = volunteer_queries.hours_between(
                connection, day_number(first.columns[0]), day_number(first.columns[-1])
            )
        cells = [((person, day_from_number(on)), hours) for _id, person, on, hours in entries]
        hours: dict[Cell, Decimal] = {}
        for cell, number in cells:
            hours[cell] = hours.get(cell, Decimal(0)) + number
        count = Counter(cell for cell, _number in cells)
        return HoursGrid(
            first_day=first.first_day,
            people=tuple(GridPerson(one.id or 0, one.name.sorted) for one, _volunteer in found),
            hours=hours,
            split=frozenset(cell for cell, times in count.items() if times > 1),
        )

    def row_for(self, person_id: int) -> GridPerson:
        """The row of somebody who has none yet."""
        with self._file.reading() as connection:
            (person,) = people(connection, [person_id])
        return GridPerson(person_id, person.name.sorted)

    def set_cells(self, first_day: datetime.date, cells: Mapping[Cell, Decimal | None]) -> None:
        """Keep some cells as one change; None empties. A cell of several entries stays."""
        days = [day_number(day) for _person, day in cells]
        sentence = ngettext(
            "{count} cell of hours filled in: {month}",
            "{count} cells of hours filled in: {month}",
            len(cells),
        )
        month = f"{month_name(first_day.month)} {first_day.year}"
        told = sentence.format(count=format_number(len(cells)), month=month)
        with self._file.unit_of_work(told) as unit:
            known: dict[tuple[int, int], list[int]] = {}
            for number, person, on, _hours in volunteer_queries.hours_between(
                unit.connection, min(days), max(days)
            ):
                known.setdefault((person, on), []).append(number)
            for (person, day), hours in cells.items():
                ids = known.get((person, day_number(day)), [])
                if len(ids) > 1:
                    continue
                if hours is not None and ids:
                    volunteer_queries.change_hours(unit.connection, ids[0], hours)
                elif hours is not None:
                    entry = VolunteerHours(person_id=person, day=PartialDate.of(day), hours=hours)
                    volunteer_queries.save_hours(unit.connection, entry)
                elif ids:
                    volunteer_queries.delete_hours(unit.connection, ids[0])
            unit.commit()
        self._changes.tell(PEOPLE, ACTIVITIES)

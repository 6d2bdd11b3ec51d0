# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Attendance, as many ways as there are lists behind the door."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

from tests.boxes.world import Group, World, Written
from tools.made_up import MadeUp
from tools.sheets import Cell, SheetRows

_MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
_DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
_LONG_DAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
Naming = Callable[[MadeUp], str]


def _marks(group: Group, person: MadeUp, yes: Cell = "x", no: Cell = None) -> list[Cell]:
    return [yes if person in m.here else no for m in group.meetings]


def _totals(group: Group) -> list[Cell]:
    return [len(m.here) for m in group.meetings]


def real_dates(world: World) -> list[Written]:
    """A file for each activity, with real dates and totals."""
    files = []
    for group in world.groups:
        rows: list[Sequence[Cell]] = [[f"Presentielijst {group.name} {world.year}"], []]
        rows.append(["Naam", *(m.day for m in group.meetings), "Totaal"])
        rows += [
            [p.full, *_marks(group, p), sum(p in m.here for m in group.meetings)]
            for p in group.people
        ]
        rows.append(["Aantal", *_totals(group)])
        files.append(
            Written(f"Presentie {group.name} {world.year}.xlsx", [SheetRows("Blad1", rows)])
        )
    return files


def year_in_file_name(world: World) -> list[Written]:
    """'3 jan', and the year in the name of the file alone."""
    files = []
    for group in world.groups:
        days = [f"{m.day.day} {_MONTHS[m.day.month - 1][:3]}" for m in group.meetings]
        rows: list[Sequence[Cell]] = [["deelnemer", *days]]
        rows += [[p.full, *_marks(group, p, "v", "-")] for p in group.people]
        files.append(
            Written(
                f"{group.name} {world.year}.xlsx",
                [SheetRows("Blad1", rows), SheetRows("Blad2", [])],
            )
        )
    return files


def weekday_and_day(world: World) -> list[Written]:
    """'di 3-1' under a title with the year; names as 'Berg, Jan van den'."""
    files = []
    for group in world.groups:
        days = [f"{_DAYS[m.day.weekday()]} {m.day.day}-{m.day.month}" for m in group.meetings]
        rows: list[Sequence[Cell]] = [[f"{group.name} {world.year}"], ["Naam", *days, "Tot."]]
        rows += [[p.surname_first, *_marks(group, p, 1, 0), None] for p in group.people]
        rows.append(["totaal", *_totals(group)])
        files.append(Written(f"{group.name}.ods", [SheetRows("Presentie", rows)]))
    return files


def week_numbers(world: World) -> list[Written]:
    """'wk 3', the weekday and the year in the title."""
    files = []
    for group in world.groups:
        weekday = _LONG_DAYS[group.meetings[0].day.weekday()]
        weeks = [f"wk {m.day.isocalendar().week}" for m in group.meetings]
        rows: list[Sequence[Cell]] = [
            [f"{group.name} {weekday} {world.year}"],
            [],
            ["Naam", *weeks],
        ]
        rows += [[p.full, *_marks(group, p, 1)] for p in group.people]
        files.append(Written(f"{group.name}.xlsx", [SheetRows("Blad1", rows)]))
    return files


def months_over_days(world: World) -> list[Written]:
    """Months in merged cells, the days below them."""
    files = []
    for group in world.groups:
        months: list[Cell] = []
        for at, m in enumerate(group.meetings):
            new = not at or group.meetings[at - 1].day.month != m.day.month
            months.append(_MONTHS[m.day.month - 1] if new else None)
        rows: list[Sequence[Cell]] = [[f"Aanwezigheid {group.name} {world.year}"], [None, *months]]
        rows.append(["Naam", *(m.day.day for m in group.meetings)])
        rows += [[p.full, *_marks(group, p, "X")] for p in group.people]
        files.append(Written(f"{group.name} {world.year}.xlsx", [SheetRows("lijst", rows)]))
    return files


def school_year(world: World) -> list[Written]:
    """A season of two years: September to June, '3-9' without a year."""
    files = []
    for group in world.groups:
        first = datetime.date(world.year - 1, 9, 7)
        for at, m in enumerate(group.meetings):
            m.day = first + datetime.timedelta(weeks=at)
        days = [f"{m.day.day}-{m.day.month}" for m in group.meetings]
        rows: list[Sequence[Cell]] = [
            [f"{group.name} seizoen {world.year - 1}-{world.year}"],
            ["naam", *days],
        ]
        rows += [[p.full, *_marks(group, p)] for p in group.people]
        files.append(Written(f"{group.name}.xlsx", [SheetRows("Blad1", rows)]))
    return files


def month_sheets(world: World) -> list[Written]:
    """A sheet for each month with the numbers of the days; some have one meeting."""
    files = []
    for group in world.groups:
        sheets = []
        for number, month in enumerate(_MONTHS, 1):
            meetings = [m for m in group.meetings if m.day.month == number]
            if not meetings:
                continue
            rows: list[Sequence[Cell]] = [[f"{group.name} - {month} {world.year}"]]
            rows.append(["lidnr", "naam", *(m.day.day for m in meetings)])
            rows += [
                [p.number, p.full, *("ja" if p in m.here else "nee" for m in meetings)]
                for p in group.people
            ]
            rows.append([None, "totaal", *(len(m.here) for m in meetings)])
            sheets.append(SheetRows(month, rows))
        files.append(Written(f"{group.name} {world.year}.xlsx", sheets))
    return files


def sheet_per_activity(world: World) -> list[Written]:
    """One file, a sheet for each activity, the year in the file name."""
    sheets = []
    for group in world.groups:
        rows: list[Sequence[Cell]] = [["Naam", *(m.day for m in group.meetings)]]
        rows += [[p.full, *_marks(group, p, "✓")] for p in group.people]
        sheets.append(SheetRows(group.name, rows))
    return [Written(f"presentie {world.year}.xlsx", sheets)]


def below_each_other(world: World) -> list[Written]:
    """All activities on one sheet, one below the other."""
    rows: list[Sequence[Cell]] = [[f"Presentielijsten {world.year}"], []]
    for group in world.groups:
        rows += [[group.name], ["Naam", *(m.day for m in group.meetings)]]
        rows += [[p.full, *_marks(group, p)] for p in group.people]
        rows += [["Totaal", *_totals(group)], []]
    return [Written(f"aanwezigheid {world.year}.xlsx", [SheetRows("alles", rows)])]


def beside_each_other(world: World) -> list[Written]:
    """All activities on one sheet, one beside the other."""
    height = max(len(g.people) for g in world.groups) + 2
    rows: list[list[Cell]] = [[] for _ in range(height)]
    for group in world.groups:
        block: list[Sequence[Cell]] = [[group.name], ["Naam", *(m.day for m in group.meetings)]]
        block += [[p.full, *_marks(group, p)] for p in group.people]
        width = 2 + len(group.meetings)
        for at, row in enumerate(rows):
            cells = list(block[at]) if at < len(block) else []
            row.extend(cells + [None] * (width - len(cells)))
    return [Written(f"presentie {world.year}.xlsx", [SheetRows("Blad1", rows)])]


def dates_down(world: World) -> list[Written]:
    """Dates down and people across, with a total beside and totals of months between."""
    files = []
    for group in world.groups:
        rows: list[Sequence[Cell]] = [[f"{group.name} {world.year}"], []]
        rows.append(["Datum", *(p.full for p in group.people), "Totaal"])
        for m in group.meetings:
            rows.append([m.day, *("x" if p in m.here else None for p in group.people), len(m.here)])
        rows.append(["Totaal", *(sum(p in m.here for m in group.meetings) for p in group.people)])
        files.append(Written(f"{group.name} {world.year}.ods", [SheetRows("Blad1", rows)]))
    return files


def list_with_numbers(world: World) -> list[Written]:
    """A line for each visit, with the number of the member."""
    rows: list[Sequence[Cell]] = [["datum", "activiteit", "lidnr", "naam"]]
    for group in world.groups:
        rows += [
            [m.day, group.name, p.number, p.surname_first] for m in group.meetings for p in m.here
        ]
    return [Written(f"bezoek_{world.year}.csv", [SheetRows("x", rows)])]


def list_with_status(world: World) -> list[Written]:
    """A line for each person and day, with 'aanwezig', 'afgemeld' or 'afwezig'."""
    rows: list[Sequence[Cell]] = [["Activiteit", "Datum", "Naam deelnemer", "Aanwezigheid"]]
    for group in world.groups:
        for m in group.meetings:
            for at, p in enumerate(group.people):
                away = "afgemeld" if at % 2 else "afwezig"
                day = f"{m.day.day}-{m.day.month}-{m.day.year}"
                rows.append([group.name, day, p.full, "aanwezig" if p in m.here else away])
    return [Written(f"registratie {world.year}.csv", [SheetRows("x", rows)], "\t", "utf-8")]


def list_per_sheet(world: World) -> list[Written]:
    """A sheet for each activity with lines of a date and a name."""
    sheets = []
    for group in world.groups:
        lines: list[Sequence[Cell]] = [["datum", "naam"]]
        lines += [[m.day, p.full] for m in group.meetings for p in m.here]
        sheets.append(SheetRows(group.name, lines))
    return [Written(f"Deelnemers {world.year}.xlsx", sheets)]


def many_marks(world: World) -> list[Written]:
    """Excused in five ways, a meeting that was cancelled, guests in a row, two in a cell."""
    files = []
    excuses = ("afg", "vk", "z", "ziek", "afw", "n", "-", None)
    for group in world.groups:
        cancelled = 3
        rows: list[Sequence[Cell]] = [[f"Presentie {group.name} {world.year}"], []]
        rows.append(["Naam", *(m.day for m in group.meetings), "totaal"])
        for number, p in enumerate(group.people):
            marks: list[Cell] = []
            for at, m in enumerate(group.meetings):
                if at == cancelled:
                    marks.append("vervallen" if number == 0 else None)
                elif p in m.here:
                    two = number == 1 and at % 4 == 0
                    marks.append(2 if two else "x")
                    m.guests += two
                else:
                    marks.append(excuses[(at + number) % len(excuses)])
            rows.append([p.full, *marks])
        guests: list[Cell] = []
        for at, m in enumerate(group.meetings):
            brought = 0 if at == cancelled else at % 3
            guests.append(brought or None)
            m.guests += brought
        rows.append(["Gasten", *guests])
        del_day = group.meetings.pop(cancelled)
        totals: list[Cell] = [m.visits for m in group.meetings]
        totals.insert(cancelled, 0)
        rows.append(["Totaal", *totals])
        assert del_day not in group.meetings
        files.append(Written(f"{group.name} {world.year}.xlsx", [SheetRows(group.name, rows)]))
    return files


def a_with_totals(world: World) -> list[Written]:
    """'a' is 'aanwezig' on one list and 'afwezig' on the others: the totals tell."""
    files = []
    for number, group in enumerate(world.groups):
        yes, no = ("a", None) if number == 0 else ("p", "a")
        rows: list[Sequence[Cell]] = [
            [f"{group.name} {world.year}"],
            ["Naam", *(m.day for m in group.meetings)],
        ]
        rows += [[p.full, *_marks(group, p, yes, no)] for p in group.people]
        rows.append(["Aantal aanwezig", *_totals(group)])
        files.append(Written(f"{group.name}.xlsx", [SheetRows("Blad1", rows)]))
    return files


def initials_only(world: World) -> list[Written]:
    """'J. van den Berg' where the list of members has first names."""
    files = []
    for group in world.groups:
        letters = [(p.first[0], p.prefix, p.last) for p in world.people]
        group.people = [
            p for p in group.people if letters.count((p.first[0], p.prefix, p.last)) == 1
        ]
        for m in group.meetings:
            m.here = [p for p in m.here if p in group.people] or group.people[:1]
        rows: list[Sequence[Cell]] = [[group.name], ["Naam", *(m.day for m in group.meetings)]]
        for p in group.people:
            name = " ".join(part for part in (p.initials, p.prefix, p.last) if part)
            rows.append([name, *_marks(group, p)])
        files.append(Written(f"{group.name} {world.year}.xlsx", [SheetRows("Blad1", rows)]))
    return files


STYLES: tuple[Callable[[World], list[Written]], ...] = (
    real_dates,
    year_in_file_name,
    weekday_and_day,
    week_numbers,
    months_over_days,
    school_year,
    month_sheets,
    sheet_per_activity,
    below_each_other,
    beside_each_other,
    dates_down,
    list_with_numbers,
    list_with_status,
    list_per_sheet,
    many_marks,
    a_with_totals,
    initials_only,
)

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Head counts and subsidies, in their many ways."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from tests.boxes.world import World, Written
from tools.sheets import Cell, SheetRows

_MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()


def month_totals(world: World) -> list[Written]:
    """Date, number, remark, and a total after each month."""
    rows: list[Sequence[Cell]] = [
        [f"Inloop tellingen {world.year}"],
        [],
        ["Datum", "Aantal", "Opmerking"],
    ]
    month, total = 1, 0
    for day, counts in world.inloop:
        if day.month != month:
            rows += [[f"Totaal {_MONTHS[month - 1]}", total], []]
            month, total = day.month, 0
        total += sum(counts.values())
        rows.append([day, sum(counts.values()), "regen" if day.day % 5 == 0 else None])
    rows.append(["Totaal", 999])
    return [Written(f"Inloop {world.year}.ods", [SheetRows("Inloop", rows)])]


def tally_columns(world: World) -> list[Written]:
    """Children, adults and their total."""
    rows: list[Sequence[Cell]] = [["datum", "kinderen", "volwassenen", "totaal", "bijzonderheden"]]
    for day, counts in world.inloop:
        rows.append([day, *counts.values(), sum(counts.values()), None])
    return [Written(f"inloop {world.year}.csv", [SheetRows("x", rows)])]


def rough_numbers(world: World) -> list[Written]:
    """'±15', '12 + 3', 'dicht', and days as 'ma 3 jan' under the year of the title."""
    rows: list[Sequence[Cell]] = [
        [f"Bezoekersaantallen inloop {world.year}"],
        ["Dag", "Aantal bezoekers", "opm."],
    ]
    for at, (day, counts) in enumerate(world.inloop):
        number = sum(counts.values())
        weekday = ("ma", "di", "wo", "do", "vr", "za", "zo")[day.weekday()]
        texts: tuple[Cell, ...] = (
            number,
            f"±{number}",
            f"{number - 2} + 2",
            f"ca. {number}",
            str(number),
        )
        rows.append(
            [f"{weekday} {day.day} {_MONTHS[day.month - 1][:3]}", texts[at % len(texts)], None]
        )
        if at % 9 == 4:
            closed = day + datetime.timedelta(days=1)
            rows.append([f"{closed.day} {_MONTHS[closed.month - 1]}", "dicht", "feestdag"])
    return [Written(f"Inloop {world.year}.xlsx", [SheetRows("Blad1", rows)])]


def morning_and_afternoon(world: World) -> list[Written]:
    """Two lines of one day are two meetings."""
    rows: list[Sequence[Cell]] = [["Datum", "Dagdeel", "Bezoekers"]]
    doubled = []
    for at, (day, counts) in enumerate(world.inloop):
        rows.append([day, "ochtend", sum(counts.values())])
        doubled.append((day, counts))
        if at % 5 == 0:
            rows.append([day, "middag", 6])
            doubled.append((day, {"volwassenen": 6}))
    world.inloop = doubled
    return [Written(f"Inloop {world.year}.xlsx", [SheetRows("Inloop", rows)])]


def without_heading(world: World) -> list[Written]:
    """A title, and then dates and numbers."""
    rows: list[Sequence[Cell]] = [[f"Inloop {world.year}"], []]
    rows += [[day, sum(counts.values())] for day, counts in world.inloop]
    return [Written("Inloop.xlsx", [SheetRows("Blad1", rows)])]


def dates_across(world: World) -> list[Written]:
    """Dates across, one row for each activity."""
    rows: list[Sequence[Cell]] = [
        [f"Tellingen {world.year}"],
        ["Activiteit", *(day for day, _ in world.inloop), "Totaal"],
    ]
    rows.append(["Inloop", *(sum(counts.values()) for _, counts in world.inloop), None])
    return [Written(f"tellingen {world.year}.xlsx", [SheetRows("Blad1", rows)])]


def sheets_of_months(world: World) -> list[Written]:
    """A sheet for each month, with the number of the day."""
    sheets = []
    for number, month in enumerate(_MONTHS, 1):
        rows: list[Sequence[Cell]] = [[f"Inloop {month} {world.year}"], ["dag", "aantal"]]
        rows += [
            [day.day, sum(counts.values())] for day, counts in world.inloop if day.month == number
        ]
        rows.append(["totaal", 0])
        sheets.append(SheetRows(month, rows))
    return [Written(f"Inloop {world.year}.xlsx", sheets)]


COUNT_STYLES: tuple[Callable[[World], list[Written]], ...] = (
    month_totals,
    tally_columns,
    rough_numbers,
    morning_and_afternoon,
    without_heading,
    dates_across,
    sheets_of_months,
)


# --- subsidies -------------------------------------------------------------------------------

Truth = list[dict[str, Any]]


def _dossiers(world: World) -> Truth:
    y = world.year
    return [
        _dossier("Gemeente Waterdam", f"Z/{y}18", "Inloop", 24500, 24500, 19600, "18345.67", f"{y}-02-13", f"{y + 1}-04-01"),
        _dossier("Oranje Fonds", "OF-76331", "Taalcafé", 7500, 6000, 6000, "5478.52", f"{y}-01-21", f"{y + 1}-05-01"),
        _dossier("VSBfonds", "VSB 24570", "Bingo", 4800, 0, 0, "0", f"{y}-02-06", None),
        _dossier("Rabo Coöperatiefonds", "RCF-61895", "Eetclub", 750, None, 0, "0", None, None),
        _dossier("KNHM", "KMP82612", "Moestuin", 1250, 1250, 1250, "12.50", f"{y}-09-01", f"{y + 1}-03-01"),
    ]  # fmt: skip


def _dossier(
    funder: str, reference: str, purpose: str, requested: int, awarded: int | None, received: int,
    spent: str, decided: str | None, due: str | None,
) -> dict[str, Any]:  # fmt: skip
    return {
        "funder": funder, "reference": reference, "purpose": purpose, "requested": float(requested),
        "awarded": None if awarded is None else float(awarded), "received": float(received),
        "spent": float(Decimal(spent)), "decided": decided, "due": due,
    }  # fmt: skip


def _amount(value: float | None, style: int) -> Cell:
    if not value:
        return None
    whole = f"{int(value):,}".replace(",", ".")
    cents = round(value * 100) % 100
    if style == 0:
        return f"€ {whole},{cents:02}"
    if style == 1:
        return f"{whole},-" if not cents else f"{whole},{cents:02}"
    return f"{int(value)},{cents:02}"


def _day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


def plain_subsidies(world: World) -> tuple[list[Written], Truth]:
    """Numbers, real dates, and words for refused and waiting."""
    truth = _dossiers(world)
    rows: list[Sequence[Cell]] = [[f"Subsidies {world.year}"], []]
    rows.append(
        [
            "Fonds",
            "Kenmerk",
            "Project",
            "Aangevraagd",
            "Toegekend",
            "Datum beschikking",
            "Ontvangen",
            "Besteed",
            "Verantwoorden voor",
        ]
    )
    words = {"VSBfonds": "afgewezen", "Rabo Coöperatiefonds": "in behandeling"}
    for d in truth:
        award: Cell = words.get(d["funder"], d["awarded"])
        rows.append(
            [
                d["funder"],
                d["reference"],
                d["purpose"],
                d["requested"],
                award,
                _day(d["decided"]),
                d["received"],
                d["spent"],
                _day(d["due"]),
            ]
        )
    rows.append(["Totaal", None, None, sum(d["requested"] for d in truth)])
    return [Written(f"subsidies {world.year}.xlsx", [SheetRows("Subsidies", rows)])], truth


def text_amounts(world: World) -> tuple[list[Written], Truth]:
    """Amounts and dates as text in three ways, other headings."""
    truth = _dossiers(world)
    rows: list[Sequence[Cell]] = [
        [
            "Subsidiegever",
            "Dossiernr",
            "t.b.v.",
            "Aanvraag €",
            "Beschikt €",
            "d.d.",
            "Voorschot ontv.",
            "Uitgegeven",
            "Eindverantw. uiterlijk",
            "opm",
        ]
    ]
    months = "januari februari maart april mei juni juli augustus september oktober november december".split()
    for at, d in enumerate(truth):
        due = _day(d["due"])
        decided = _day(d["decided"])
        words = {2: "afgewezen", 3: "nog niet bekend"}
        rows.append(
            [
                d["funder"],
                d["reference"],
                d["purpose"],
                _amount(d["requested"], at % 3),
                words.get(at) or _amount(d["awarded"], at % 3),
                f"{decided.day}-{decided.month}-{decided.year}" if decided else None,
                _amount(d["received"], (at + 1) % 3),
                _amount(d["spent"], (at + 2) % 3),
                f"vóór {due.day} {months[due.month - 1]} {due.year}" if due else None,
                None,
            ]
        )
    rows.append(["Totaal", None, None, "€ 38.800,00"])
    return [Written(f"fondsen {world.year}.csv", [SheetRows("x", rows)])], truth


def state_column(world: World) -> tuple[list[Written], Truth]:
    """A column with how far each is, zero for refused, a remainder."""
    truth = _dossiers(world)
    rows: list[Sequence[Cell]] = [["OVERZICHT FONDSEN"], [str(world.year)], []]
    rows.append(
        [
            "Naam fonds",
            "Referentie",
            "Doel",
            "Aangevraagd bedrag",
            "Toegekend bedrag",
            "Beschikking d.d.",
            "Ontvangen",
            "Besteed",
            "Restant",
            "Verantwoording uiterlijk",
            "Status",
        ]
    )
    for d in truth:
        state = {None: "lopend", 0.0: "afgewezen"}.get(d["awarded"], "toegekend")
        rest = (d["awarded"] or 0) - d["spent"] if d["awarded"] else None
        rows.append(
            [
                d["funder"],
                d["reference"],
                d["purpose"],
                d["requested"],
                d["awarded"],
                _day(d["decided"]),
                d["received"] or None,
                d["spent"] or None,
                rest,
                _day(d["due"]),
                state,
            ]
        )
    return [Written(f"Fondsenwerving {world.year}.ods", [SheetRows("overzicht", rows)])], truth


SUBSIDY_STYLES: tuple[Callable[[World], tuple[list[Written], Truth]], ...] = (
    plain_subsidies,
    text_amounts,
    state_column,
)

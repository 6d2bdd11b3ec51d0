# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The layouts of the example box: how each of its lists looks, one function for each."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from tools.made_up import MadeUp
from tools.sheets import Cell, SheetRows

MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()
_SHORT_DAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")


@dataclass
class Dossier:
    """A subsidy, as the list of its year has it."""

    funder: str
    reference: str
    purpose: str
    requested: Decimal
    awarded: Decimal | None = None
    received: Decimal = Decimal(0)
    spent: Decimal = Decimal(0)
    decided: datetime.date | None = None
    due: datetime.date | None = None
    word: str = ""  # in the place of the award

    def truth(self) -> dict[str, object]:
        """As the subsidies of a truth.json."""
        return {
            "funder": self.funder,
            "reference": self.reference,
            "purpose": self.purpose,
            "requested": float(self.requested),
            "awarded": None if self.awarded is None else float(self.awarded),
            "received": float(self.received),
            "spent": float(self.spent),
            "decided": self.decided.isoformat() if self.decided else None,
            "due": self.due.isoformat() if self.due else None,
        }


@dataclass(frozen=True)
class Offer:
    """An activity: when it is, and how many come in each year (0: it was not there yet)."""

    name: str
    theme: str
    target_group: str
    room: str
    leader: str
    weekday: int
    every: int  # weeks
    regulars: tuple[int, int, int]
    ages: tuple[int, int]  # in 2024
    named: bool = True
    times: str = "10.00 - 12.00"


@dataclass
class Meeting:
    """One meeting: who came, and how many without a name."""

    day: datetime.date
    people: list[MadeUp] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    cancelled: bool = False

    @property
    def visits(self) -> int:
        """Everybody who came."""
        return len(self.people) + sum(self.counts.values())


@dataclass
class Course:
    """An activity in a year: its meetings and the people on its list."""

    offer: Offer
    year: int
    group: list[MadeUp]
    meetings: list[Meeting]


# --- people ----------------------------------------------------------------------------------


def members_2022(people: Iterable[MadeUp], paid: Mapping[int, bool]) -> list[SheetRows]:
    """Titles, a wide list, and those who left below the word OPGEZEGD."""
    head = (
        "Lidnr|Achternaam|Tussenv.|Voorl.|Roepnaam|Straat + nr|PC|Woonpl.|Tel.|Mob.|E-mail|Geb.dat|m/v|"
        "Lid sinds|Opgezegd per|Betaald j/n|Opm."
    ).split("|")
    rows: list[Sequence[Cell]] = [
        ["BUURTHUIS DE LINDE - ledenlijst"],
        ["bijgewerkt t/m december 2022"],
        [],
        head,
    ]
    known = sorted(people, key=lambda p: p.last)
    stayed = [p for p in known if p.left is None or p.left.year > 2022]
    gone = [p for p in known if p not in stayed]
    rows += [_row_2022(p, paid) for p in stayed]
    rows += [[], ["Aantal leden:", len(stayed)], [], ["OPGEZEGD"]]
    rows += [_row_2022(p, paid) for p in gone]
    return [SheetRows("Blad1", rows), SheetRows("Blad2", []), SheetRows("Blad3", [])]


def _row_2022(p: MadeUp, paid: Mapping[int, bool]) -> list[Cell]:
    left = p.left if p.left and p.left.year <= 2022 else None
    return [
        p.number, p.last, p.prefix or None, p.initials, p.first, p.address, p.postcode, p.town,
        p.phone or None, p.mobile or None, p.email or None, p.born, p.sex.lower(), p.joined, left,
        "j" if paid[p.number] else "n", "vrijwilliger" if p.volunteer else None,
    ]  # fmt: skip


def members_2023(people: Iterable[MadeUp], paid: Mapping[int, bool]) -> list[SheetRows]:
    """An export: one row of headings, everything in its own column."""
    head = (
        "relatienr|voorletters|roepnaam|tussenvoegsel|achternaam|geslacht|geboortedatum|straat|huisnummer|"
        "postcode|woonplaats|telefoon|mobiel|e-mailadres|lid sinds|lid tot|betaald"
    ).split("|")
    rows: list[Sequence[Cell]] = [head]
    for p in sorted(people, key=lambda p: p.number):
        left = p.left if p.left and p.left.year <= 2023 else None
        rows.append(
            [
                f"{p.number:04}",
                p.initials,
                p.first,
                p.prefix,
                p.last,
                "vrouw" if p.sex == "V" else "man",
                p.born,
                p.street,
                p.house,
                p.postcode.replace(" ", ""),
                p.town.upper(),
                p.phone,
                p.mobile.replace("-", ""),
                p.email,
                p.joined,
                left,
                "ja" if paid[p.number] else "nee",
            ]  # fmt: skip
        )
    return [SheetRows("export", rows)]


def members_2024(people: Iterable[MadeUp], paid: Mapping[int, bool]) -> list[SheetRows]:
    """Two sheets, with headings that are broken over lines."""
    head = (
        "Lid\nnummer|Naam |Voor-\nnaam|voor-\nvoegsel|Straat|Huisnr|Postcode |Plaats|Tel. thuis|06-nr|Mail|"
        "Geboorte datum|Geslacht|Ingang|Contr. betaald"
    ).split("|")
    known = sorted(people, key=lambda p: p.number)
    stayed: list[Sequence[Cell]] = [head]
    gone: list[Sequence[Cell]] = [[*head, "Per"]]
    for p in known:
        row: list[Cell] = [
            p.number, p.last, p.first, p.prefix or None, p.street, p.house, p.postcode, p.town,
            p.phone or None, p.mobile or None, p.email or None, p.born, p.sex, p.joined,
            "ja" if paid[p.number] else "nee",
        ]  # fmt: skip
        if p.left is None:
            stayed.append(row)
        else:
            gone.append([*row, p.left])
    return [SheetRows("Actief", stayed), SheetRows("Opgezegd", gone)]


# --- attendance ------------------------------------------------------------------------------


def people_down(course: Course) -> list[SheetRows]:
    """People down, dates across, a total below."""
    meetings = course.meetings
    rows: list[Sequence[Cell]] = [[f"Presentielijst {course.offer.name} {course.year}"], []]
    rows.append(["Naam", *(m.day for m in meetings), "Totaal"])
    for person in course.group:
        marks: list[Cell] = ["x" if person in m.people else None for m in meetings]
        rows.append([person.full, *marks, sum(mark is not None for mark in marks)])
    rows.append(
        ["Aantal", *(len(m.people) for m in meetings), sum(len(m.people) for m in meetings)]
    )
    return [SheetRows(course.offer.name, rows)]


def month_sheets(course: Course) -> list[SheetRows]:
    """A sheet for each month, with the days as numbers."""
    sheets = []
    for number, month in enumerate(MONTHS, 1):
        meetings = [m for m in course.meetings if m.day.month == number]
        if not meetings:
            continue
        rows: list[Sequence[Cell]] = [[f"{course.offer.name} - {month} {course.year}"]]
        rows.append(["naam", *(m.day.day for m in meetings)])
        for person in course.group:
            rows.append([person.surname_first, *(int(person in m.people) for m in meetings)])
        rows.append(["totaal", *(len(m.people) for m in meetings)])
        sheets.append(SheetRows(month, rows))
    return sheets


def sheet_per_activity(courses: Iterable[Course]) -> list[SheetRows]:
    """A sheet for each activity, its days as 'di 3 jan' under the year of the title."""
    sheets = []
    for course in courses:
        days = [
            f"{_SHORT_DAYS[m.day.weekday()]} {m.day.day} {MONTHS[m.day.month - 1][:3]}"
            for m in course.meetings
        ]
        rows: list[Sequence[Cell]] = [
            [f"Presentie {course.offer.name} {course.year}"],
            ["Naam", *days],
        ]
        for person in course.group:
            rows.append(
                [person.full, *("v" if person in m.people else "-" for m in course.meetings)]
            )
        sheets.append(SheetRows(course.offer.name, rows))
    return sheets


def dates_down(course: Course) -> list[SheetRows]:
    """Dates down, people across."""
    rows: list[Sequence[Cell]] = [[f"{course.offer.name} {course.year}"], []]
    rows.append(["Datum", *(p.full for p in course.group), "Totaal"])
    for m in course.meetings:
        rows.append([m.day, *("x" if p in m.people else None for p in course.group), len(m.people)])
    return [SheetRows("Presentie", rows)]


def plain_list(courses: Iterable[Course]) -> list[SheetRows]:
    """A line for each visit."""
    rows: list[Sequence[Cell]] = [["datum", "activiteit", "naam", "aanwezig"]]
    lines = []
    for course in courses:
        for m in course.meetings:
            for p in course.group:
                lines.append((m.day, course.offer.name, p.full, "ja" if p in m.people else "nee"))
    rows += sorted(lines)
    return [SheetRows("aanwezig", rows)]


def head_counts(course: Course) -> list[SheetRows]:
    """A line for each day with how many came, and a total after each month."""
    kinds = list(course.meetings[0].counts)
    several = len(kinds) > 1
    head = [
        "Datum",
        *(kinds if several else ["Aantal"]),
        *(["Totaal"] if several else []),
        "Opmerking",
    ]
    rows: list[Sequence[Cell]] = [[f"{course.offer.name} tellingen {course.year}"], [], head]
    month, total = 1, 0
    for m in (*course.meetings, None):
        if m is None or m.day.month != month:
            rows.append(
                [f"Totaal {MONTHS[month - 1]}", *([None] * (len(kinds) if several else 0)), total]
            )
            month, total = (m.day.month, 0) if m else (0, 0)
        if m is None:
            break
        number = sum(m.counts.values())
        total += number
        remark = "vakantie" if m.day.month == 7 else None
        rows.append([m.day, *m.counts.values(), *([number] if several else []), remark])
    return [SheetRows(course.offer.name, rows)]


# --- the rest --------------------------------------------------------------------------------


def activities(offers: Iterable[Offer]) -> list[SheetRows]:
    """What the centre offers."""
    names = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
    rows: list[Sequence[Cell]] = [["Activiteiten Buurthuis De Linde"], []]
    rows.append(["Activiteit", "Thema", "Doelgroep", "Dag", "Tijd", "Ruimte", "Begeleider", "Max"])
    for at, o in enumerate(offers):
        most = 25 if at % 2 else None
        rows.append(
            [o.name, o.theme, o.target_group, names[o.weekday - 1], o.times, o.room, o.leader, most]
        )
    return [SheetRows("Aanbod", rows)]


def hours(year: int, worked: Iterable[tuple[MadeUp, list[float]]]) -> list[SheetRows]:
    """Volunteers down, months across."""
    rows: list[Sequence[Cell]] = [
        [f"Uren vrijwilligers {year}"],
        [],
        ["Naam", *(m[:3] for m in MONTHS), "Totaal"],
    ]
    sums = [0.0] * 12
    for person, months in worked:
        rows.append([person.full, *(hours or None for hours in months), sum(months)])
        sums = [total + hours for total, hours in zip(sums, months, strict=True)]
    rows.append(["Totaal", *sums, sum(sums)])
    return [SheetRows("Uren", rows)]


def subsidies(year: int, dossiers: Iterable[Dossier]) -> list[SheetRows]:
    """A line for each subsidy; an amount is a number, and a refusal is a word."""
    head = (
        "Fonds|Kenmerk|Project|Aangevraagd|Toegekend|Datum beschikking|Ontvangen|Besteed|Verantwoorden voor"
    ).split("|")
    rows: list[Sequence[Cell]] = [[f"Subsidies {year}"], head]
    known = list(dossiers)
    for d in known:
        award: Cell = d.word or (float(d.awarded) if d.awarded is not None else None)
        rows.append(
            [
                d.funder,
                d.reference,
                d.purpose,
                float(d.requested),
                award,
                d.decided,
                float(d.received) or None,
                float(d.spent) or None,
                d.due,
            ]  # fmt: skip
        )
    rows.append(["Totaal", None, None, float(sum(d.requested for d in known))])
    return [SheetRows("Subsidies", rows)]

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Make the example: the box of old spreadsheets of Buurthuis De Linde in Waterdam, 2022 to 2024.

All of it is made up, and every run gives the same files. What the box holds is written down in
``tests/data/example_truth.json``, for the tests. Run it as ``python tools/example_box.py``.
"""

from __future__ import annotations

import datetime
import json
import sys
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tools import example_layouts as layouts
from tools.example_layouts import Course, Meeting, Offer
from tools.made_up import Dice, MadeUp, make_people
from tools.sheets import SheetRows, write_sheets

ROOT = Path(__file__).resolve().parents[1]
BOX = ROOT / "resources" / "example"
TRUTH = ROOT / "tests" / "data" / "example_truth.json"
YEARS = (2022, 2023, 2024)
_SEED = 20240610
_MEMBERS = 168
_GUESTS = 12  # they come, and stand on no list of members


OFFERS = (
    Offer("Koffieochtend", "Eenzaamheid", "Ouderen", "Grote zaal", "Corrie Mulder", 2, 1, (17, 18, 19), (55, 99)),
    Offer("Huiswerkbegeleiding", "Jeugd", "Kinderen 8-16", "Lokaal 1", "Samira Haddou", 3, 1, (9, 11, 14), (8, 17)),
    Offer("Taalcafé", "Educatie", "Nieuwkomers", "Lokaal 2", "Petra de Groot", 4, 1, (8, 12, 17), (18, 70)),
    Offer("Eetclub", "Ontmoeting", "Iedereen", "Keuken", "Winston Pinas", 1, 2, (22, 18, 13), (40, 99), times="17.30 - 20.00"),
    Offer("Repair Café", "Duurzaamheid", "Iedereen", "Grote zaal", "Kees Visser", 6, 4, (9, 11, 12), (25, 90)),
    Offer("Stoelyoga", "Gezondheid", "55+", "Kleine zaal", "Els Bakker", 5, 1, (0, 11, 15), (55, 99)),
    Offer("Spreekuur geldzaken", "Armoede", "Iedereen", "Kantoor", "Youssef Bouzid", 2, 1, (0, 4, 6), (18, 99), named=False),
    Offer("Inloop", "Ontmoeting", "Iedereen", "Huiskamer", "Greet Smit", 3, 1, (19, 21, 22), (0, 99), named=False),
)  # fmt: skip
_SECOND_DAY = {"Inloop": 5}


class World:
    """Three years of the community centre."""

    def __init__(self) -> None:
        self.dice = Dice(_SEED)
        everybody = make_people(self.dice, _MEMBERS + _GUESTS, YEARS[-1])
        self.members, self.guests = everybody[:_MEMBERS], everybody[_MEMBERS:]
        for person in self.members:
            if person.left and person.left.year < YEARS[0]:
                person.left = datetime.date(self.dice.pick(YEARS), 12, 31)
            if person.left and person.left < person.joined:
                person.left = None
        self.paid = {
            year: {p.number: self.dice.chance(0.88) for p in self.on_list(year)} for year in YEARS
        }
        self.volunteers = [p for p in self.members if p.volunteer and p.born.year < 2004]
        for person in self.members:
            person.volunteer = person in self.volunteers
        self.courses = [
            self._course(offer, at)
            for at in range(len(YEARS))
            for offer in OFFERS
            if offer.regulars[at]
        ]
        self.hours = {year: self._hours(year) for year in YEARS}
        self.subsidies = {year: self._subsidies(year) for year in YEARS}

    def on_list(self, year: int) -> list[MadeUp]:
        """Who stands on the members list of a year: members, and those who left in it."""
        end = datetime.date(year, 12, 31)
        return [
            p for p in self.members if p.joined <= end and (p.left is None or p.left.year >= year)
        ]

    def of(self, year: int, name: str) -> Course:
        """An activity in a year."""
        return next(c for c in self.courses if c.year == year and c.offer.name == name)

    def _course(self, offer: Offer, at: int) -> Course:
        year, size = YEARS[at], offer.regulars[at]
        low, high = offer.ages
        suitable = [p for p in self.on_list(year) if low <= 2024 - p.born.year <= high]
        suitable += [p for p in self.guests if low <= 2024 - p.born.year <= high]
        group = self.dice.some(suitable, round(size * 1.25)) if offer.named else []
        group.sort(key=lambda p: (p.last, p.first))
        meetings = [self._meeting(offer, day, group, size) for day in self._days(offer, year)]
        return Course(offer, year, group, meetings)

    def _days(self, offer: Offer, year: int) -> list[datetime.date]:
        weekdays = {offer.weekday, _SECOND_DAY.get(offer.name, offer.weekday)}
        closed = {
            (month, day) for month, days in ((1, range(1, 4)), (12, range(24, 32))) for day in days
        }
        days = []
        for number in range(366):
            day = datetime.date(year, 1, 1) + datetime.timedelta(days=number)
            if (
                day.year != year
                or day.isoweekday() not in weekdays
                or (day.month, day.day) in closed
            ):
                continue
            summer = day.month == 7 or (day.month == 8 and day.day < 20)
            if summer and offer.name not in ("Inloop", "Koffieochtend"):
                continue
            if offer.every == 1 or day.isocalendar().week % offer.every == 1:
                days.append(day)
        return [day for day in days if self.dice.chance(0.97)]

    def _meeting(self, offer: Offer, day: datetime.date, group: list[MadeUp], size: int) -> Meeting:
        share = 0.5 if day.month in (7, 8) else 0.72 if day.month == 12 else 0.8
        if offer.named:
            here = [p for p in group if self.dice.chance(share)]
            return Meeting(day, here or group[:2])
        number = max(1, round(size * share * self.dice.number(70, 150) / 100))
        if offer.name != "Inloop":
            return Meeting(day, counts={"visitors": number})
        children = round(number * self.dice.number(10, 35) / 100) if day.year > YEARS[0] else 0
        if day.year == YEARS[0]:
            return Meeting(day, counts={"visitors": number})
        return Meeting(day, counts={"kinderen": children, "volwassenen": number - children})

    def _hours(self, year: int) -> list[tuple[MadeUp, list[float]]]:
        here = [
            p
            for p in self.volunteers
            if p.joined.year < year and (p.left is None or p.left.year >= year)
        ]
        months = (1.0, 1.0, 1.0, 1.0, 1.0, 0.8, 0.3, 0.5, 1.0, 1.0, 1.0, 0.6)
        result = []
        for person in here:
            usual = self.dice.number(4, 18)
            result.append(
                (
                    person,
                    [
                        round(2 * usual * share * self.dice.number(70, 130) / 100) / 2
                        for share in months
                    ],
                )
            )
        return result

    def _subsidies(self, year: int) -> list[layouts.Dossier]:
        growth = year - YEARS[0]
        awarded = [
            (
                "Gemeente Waterdam",
                f"Z/{year % 100}{4101 + growth}",
                "Inloop",
                24500 + 500 * growth,
                1.0,
            ),
            ("Oranje Fonds", f"OF-{31171 + growth}", "Taalcafé", 6000 + 1500 * growth, 0.8),
            ("Fonds Buurtkracht", f"FB/{14853 + growth}", "Huiswerkbegeleiding", 7500, 1.0),
        ]
        dossiers = [self._dossier(year, *item) for item in awarded]
        refused = layouts.Dossier(
            "Rabo Coöperatiefonds", f"RCF-{20012 + growth}", "Eetclub", Decimal(2500)
        )
        refused.word, refused.awarded = "afgewezen", Decimal(0)
        refused.decided = datetime.date(year, 4, 11)
        dossiers.append(refused)
        if year == YEARS[-1]:
            waiting = layouts.Dossier("VSBfonds", "VSB 57125", "Stoelyoga", Decimal(4800))
            waiting.word = "in behandeling"
            dossiers.append(waiting)
        return dossiers

    def _dossier(
        self, year: int, funder: str, reference: str, purpose: str, asked: int, share: float
    ) -> layouts.Dossier:
        dossier = layouts.Dossier(funder, reference, purpose, Decimal(asked))
        dossier.awarded = Decimal(asked) if share == 1 else Decimal(asked) - 500
        dossier.received = dossier.awarded * Decimal(str(share))
        dossier.spent = (
            dossier.awarded * self.dice.number(88, 104) / 100 - Decimal("13.45")
        ).quantize(Decimal("0.01"))
        dossier.decided = datetime.date(year, self.dice.number(1, 3), self.dice.number(3, 27))
        dossier.due = datetime.date(year + 1, self.dice.pick((4, 5)), 1)
        return dossier


# --- what the box holds, for the tests -------------------------------------------------------


def truth_of(world: World) -> dict[str, object]:
    """The figures of each year, and the people as they are known in the end."""
    named = {p.number for c in world.courses for m in c.meetings for p in m.people}
    guests = [
        p for p in world.guests if p.number in named or any(p in c.group for c in world.courses)
    ]
    listed = [p for p in world.members if any(p in world.on_list(year) for year in YEARS)]
    return {
        "persons": len(listed) + len(guests),
        "years": {str(year): _year(world, year) for year in YEARS},
        "people": [_person(world, p) for p in listed],
    }


def _person(world: World, person: MadeUp) -> dict[str, object]:
    last = max(year for year in YEARS if person in world.on_list(year))
    worked = any(person is who for year in YEARS for who, _hours in world.hours[year])
    said = person in world.on_list(YEARS[0])  # only the first list has a word for it
    volunteer = person.volunteer and (worked or said)
    return {**person.truth(), "paid": world.paid[last][person.number], "volunteer": volunteer}


def _year(world: World, year: int) -> dict[str, object]:
    courses = [c for c in world.courses if c.year == year]
    meetings = [m for c in courses for m in c.meetings]
    end = datetime.date(year, 12, 31)
    named = sum(len(m.people) for m in meetings)
    visits = sum(m.visits for m in meetings)
    return {
        "members_active_31_dec": sum(p.active(end) for p in world.members),
        "sessions": len(meetings),
        "visits": visits,
        "named_visits": named,
        "anonymous_visits": visits - named,
        "unique_named_participants": len({p.number for m in meetings for p in m.people}),
        "per_activity": {
            c.offer.name: {
                "sessions": len(c.meetings),
                "visits": sum(m.visits for m in c.meetings),
                "unique": len({p.number for m in c.meetings for p in m.people}),
            }
            for c in courses
        },
        "subsidies": [dossier.truth() for dossier in world.subsidies[year]],
        "volunteer_hours": sum(sum(hours) for _, hours in world.hours[year]),
    }


# --- the box ---------------------------------------------------------------------------------


def files_of(world: World) -> dict[str, list[SheetRows]]:
    """Every file of the box with its sheets."""
    files: dict[str, list[SheetRows]] = {
        "Ledenlijst 2022 def.xlsx": layouts.members_2022(world.on_list(2022), world.paid[2022]),
        "export_leden_2023.csv": layouts.members_2023(world.on_list(2023), world.paid[2023]),
        "Ledenadministratie 2024.ods": layouts.members_2024(world.on_list(2024), world.paid[2024]),
        "Activiteiten 2023-2024.xlsx": layouts.activities(OFFERS),
    }
    for year in YEARS:
        files[f"Presentie Koffieochtend {year}.xlsx"] = layouts.people_down(
            world.of(year, "Koffieochtend")
        )
        files[f"Huiswerkbegeleiding {year}.xlsx"] = layouts.month_sheets(
            world.of(year, "Huiswerkbegeleiding")
        )
        files[f"Vrijwilligersuren {year}.{'ods' if year == 2023 else 'xlsx'}"] = layouts.hours(
            year, world.hours[year]
        )
        files[f"Subsidies {year}.xlsx"] = layouts.subsidies(year, world.subsidies[year])
        files[f"Inloop {year}.{'ods' if year == 2022 else 'xlsx'}"] = layouts.head_counts(
            world.of(year, "Inloop")
        )
    files["aanwezig 2022.csv"] = layouts.plain_list(
        [world.of(2022, name) for name in ("Taalcafé", "Eetclub", "Repair Café")]
    )
    for year in YEARS[1:]:
        courses = [world.of(year, name) for name in ("Taalcafé", "Eetclub", "Repair Café")]
        files[f"Presentielijsten {year}.xlsx"] = layouts.sheet_per_activity(courses)
        files[f"Stoelyoga {year}.xlsx"] = layouts.dates_down(world.of(year, "Stoelyoga"))
        files[f"Spreekuur geldzaken {year}.ods"] = layouts.head_counts(
            world.of(year, "Spreekuur geldzaken")
        )
    return files


def make(box: Path, truth: Path | None = None) -> None:
    """Write the box into a folder, and what is in it into a file."""
    world = World()
    box.mkdir(parents=True, exist_ok=True)
    for name, sheets in files_of(world).items():
        write_sheets(box / name, sheets)
    if truth is not None:
        text = json.dumps(truth_of(world), ensure_ascii=False, indent=1)
        truth.write_text(text + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    make(BOX, TRUTH)

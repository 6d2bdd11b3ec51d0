# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A year of a made-up centre with five dossiers, as a plain list of what happened.

The script that plays it and the sums that check it both start from this list, and share nothing
else. Amounts are whole cents.
"""

from __future__ import annotations

import datetime
import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

YEAR = 2024
FIRST, LAST = datetime.date(YEAR, 1, 1), datetime.date(YEAR, 12, 31)
# Names in five scripts and ways of writing: each must stand on the cover as it was typed.
BOARD = (
    "فاطمة الزهراء",
    "Şükrü Öğüt-Yıldız",
    "Łukasz Żółć",
    "Їжак Ґалаґан",
    "Nguyễn Thị Hường",
)


@dataclass(frozen=True)
class Came:
    """A session: who was there by name, how many others, what a volunteer gave for it."""

    activity: str
    day: datetime.date
    people: tuple[int, ...]
    heads: int = 0


@dataclass(frozen=True)
class Asked:
    """A dossier is begun; ``targets`` are words, what is counted, and how much was promised."""

    funder: str
    purpose: str
    cents: int
    day: datetime.date
    activity: str = ""
    lines: tuple[tuple[str, int], ...] = ()
    targets: tuple[tuple[str, str, int], ...] = ()


@dataclass(frozen=True)
class Told:
    """A letter of the funder: 'award', 'reject', 'settle', or ours: 'account'."""

    funder: str
    step: str
    day: datetime.date
    cents: int = 0
    reference: str = ""


@dataclass(frozen=True)
class Moved:
    """Money of a subsidy: what came in, or (negative) what was paid back."""

    funder: str
    day: datetime.date
    cents: int


@dataclass(frozen=True)
class Paid:
    """A payment with its receipt; a share is a funder, a budget line, and cents or a percentage.

    A percentage is in hundredths: 3333 is 33.33 %.
    """

    day: datetime.date
    cents: int
    what: str
    shares: tuple[tuple[str, str, str, int], ...] = ()
    receipt: str = "jpg"


@dataclass(frozen=True)
class Wrote:
    """A text in a report: of a dossier, or of the year when ``funder`` is ''."""

    funder: str
    chapter: str
    text: str


Event: TypeAlias = Came | Asked | Told | Moved | Paid | Wrote

GEMEENTE, ORANJE, VSB = "Gemeente Utrecht", "Oranje Fonds", "VSBfonds"
KNHM, CULTUUR = "KNHM foundation", "Cultuurfonds"
COFFEE, FOOD, TALK = "Koffieochtend", "Samen eten", "Taalcafé"
PEOPLE = 60


def events() -> list[Event]:
    """All that happened, by day."""
    happened = [*_sessions(), *_dossiers(), *_payments()]
    return [*sorted(happened, key=lambda one: one.day), *_texts()]


def _day(month: int, day: int = 1, year: int = YEAR) -> datetime.date:
    return datetime.date(year, month, day)


def _sessions() -> Iterator[Came]:
    chance = random.Random(6)  # the same year each time
    for activity, first, weeks, regulars in (
        (COFFEE, _day(1, 4), 50, range(40)),
        (FOOD, _day(2, 7), 40, range(20, 55)),
        (TALK, _day(3, 5), 30, range(45, PEOPLE)),
    ):
        for week in range(weeks):
            here = tuple(one for one in regulars if chance.random() < 0.4)
            day = first + datetime.timedelta(weeks=week)
            if day <= LAST:
                yield Came(activity, day, here, chance.randrange(4))


def _dossiers() -> Iterator[Asked | Told | Moved]:
    before = YEAR - 1
    yield Asked(
        GEMEENTE, "Ontmoeten in de wijk", 1_250_000, _day(9, 1, before),
        lines=(("Huur van de zaal", 600_000), ("Koffie en thee", 250_000), ("Docenten", 350_000)),
        targets=(
            ("Bijeenkomsten", "sessions", 110),
            ("Bezoeken", "visits", 2500),
            ("Verschillende deelnemers", "people", 55),
        ),
    )  # fmt: skip
    yield Told(GEMEENTE, "award", _day(11, 20, before), 1_200_000, "2023-04417")
    yield Moved(GEMEENTE, _day(1, 15), 960_000)
    yield Asked(
        ORANJE, "Samen eten", 500_000, _day(10, 2, before), FOOD,
        (("Boodschappen", 400_000), ("Keuken", 100_000)),
        (("Maaltijden", "sessions", 40), ("Gasten", "people", 30)),
    )  # fmt: skip
    yield Told(ORANJE, "award", _day(12, 5, before), 500_000, "OF-88123")
    yield Moved(ORANJE, _day(1, 30), 500_000)
    yield Asked(
        VSB, "Taal aan tafel", 300_000, _day(11, 3, before), TALK, (("Lesboeken", 120_000),
        ("Docent", 130_000)), (("Lessen", "sessions", 28),),
    )  # fmt: skip
    yield Told(VSB, "award", _day(1, 10), 250_000, "VSB/24/071")
    yield Moved(VSB, _day(2, 1), 200_000)
    yield Asked(KNHM, "Een tuin voor de straat", 150_000, _day(3, 1), lines=(("Planten", 150_000),))
    yield Told(KNHM, "reject", _day(4, 12))
    yield Asked(CULTUUR, "Verhalen van de straat", 80_050, _day(4, 2), COFFEE, (("Druk", 80_050),))
    yield Told(CULTUUR, "award", _day(5, 1), 80_050, "CF 5")
    yield Moved(CULTUUR, _day(5, 20), 80_050)
    # How they ended, the year after: one is paid back in part.
    after = YEAR + 1
    yield Told(GEMEENTE, "account", _day(2, 14, after))
    yield Told(GEMEENTE, "settle", _day(5, 6, after), 1_200_000)
    yield Moved(GEMEENTE, _day(5, 20, after), 240_000)
    yield Told(ORANJE, "account", _day(2, 20, after))
    yield Told(ORANJE, "settle", _day(4, 1, after), 452_187)
    yield Moved(ORANJE, _day(4, 15, after), -47_813)
    yield Told(VSB, "account", _day(3, 1, after))
    yield Told(CULTUUR, "account", _day(3, 2, after))
    yield Told(CULTUUR, "settle", _day(4, 2, after), 80_050)


def _payments() -> Iterator[Paid]:
    for month in range(1, 13):
        yield Paid(
            _day(month, 3), 50_000 + month * 37, f"Huur {month}",
            ((GEMEENTE, "Huur van de zaal", "cents", 48_000),),
        )  # fmt: skip
        yield Paid(
            _day(month, 11), 33_335 + month, f"Boodschappen {month}",
            (
                (ORANJE, "Boodschappen", "percent", 7777),
                (GEMEENTE, "Koffie en thee", "percent", 2223),
            ),
            "pdf" if month % 4 == 0 else "jpg",
        )  # fmt: skip
        yield Paid(
            _day(month, 19), 10_001, f"Docent {month}",
            (
                (VSB, "Docent", "percent", 3333),
                (GEMEENTE, "Docenten", "percent", 3333),
                *(((CULTUUR, "Druk", "percent", 3333),) if month > 4 else ()),
            ),
        )  # fmt: skip
    yield Paid(_day(6, 6), 104_250, "Fornuis", ((ORANJE, "Keuken", "cents", 99_999),), "pdf")
    yield Paid(_day(9, 2), 118_775, "Lesboeken", ((VSB, "Lesboeken", "cents", 118_775),))
    yield Paid(_day(10, 1), 7_550, "Vlag", ((GEMEENTE, "", "cents", 7_550),))
    yield Paid(_day(12, 1), 2_500, "Eigen koffie")


def _texts() -> Iterator[Wrote]:
    for chapter in ("foreword", "organisation", "stories", "outlook"):
        yield Wrote("", chapter, f"Tekst van {chapter}.\n\nMet **vet** erin, van {BOARD[4]}.")
    for funder in (GEMEENTE, ORANJE, VSB, CULTUUR):
        yield Wrote(funder, "stories", f"Het verhaal van {BOARD[1]} en {BOARD[3]} voor {funder}.")

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A made-up community centre of one year, that the styles write down in many ways."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from typing import Any

from tools.made_up import Dice, MadeUp, make_people
from tools.sheets import SheetRows


@dataclass
class Written:
    """A file in the making, with how it is to be written."""

    name: str
    sheets: list[SheetRows]
    delimiter: str = ";"
    encoding: str = "utf-8-sig"


@dataclass
class Meeting:
    """A meeting: who came, who was excused, how many came without a name."""

    day: datetime.date
    here: list[MadeUp] = field(default_factory=list)
    excused: list[MadeUp] = field(default_factory=list)
    guests: int = 0

    @property
    def visits(self) -> int:
        return len(self.here) + self.guests


@dataclass
class Group:
    """An activity: the people on its list and its meetings."""

    name: str
    people: list[MadeUp]
    meetings: list[Meeting]


@dataclass
class World:
    """What a box is about."""

    year: int
    dice: Dice
    people: list[MadeUp]
    groups: list[Group]
    inloop: list[tuple[datetime.date, dict[str, int]]]

    def stayed(self) -> list[MadeUp]:
        return [p for p in self.people if p.left is None]

    def gone(self) -> list[MadeUp]:
        return [p for p in self.people if p.left is not None]


_NAMES = ("Koffieochtend", "Taalcafé", "Stoelyoga", "Schilderclub")


def make_world(seed: int, year: int, *, plain_letters: bool = False) -> World:
    """Sixty people, three activities and an 'inloop'; ``plain_letters`` for cp1252."""
    dice = Dice(seed)
    people = [p for p in make_people(dice, 75, year) if not plain_letters or _is_western(p)][:60]
    for person in people:
        if person.left and person.left < person.joined:
            person.left = None
    groups = []
    for at, name in enumerate(dice.some(_NAMES, 3)):
        chosen = dice.some([p for p in people if p.left is None], 9 + at)
        chosen.sort(key=lambda p: (p.last, p.first))
        start = datetime.date(year, 1, 6 + at)
        days = [start + datetime.timedelta(weeks=week) for week in range(0, 50, 2 + at)]
        meetings = [_meeting(dice, day, chosen) for day in days]
        groups.append(Group(name, chosen, meetings))
    inloop = [
        _count(dice, datetime.date(year, 1, 5) + datetime.timedelta(days=9 * n)) for n in range(38)
    ]
    return World(year, dice, people, groups, inloop)


def _is_western(person: MadeUp) -> bool:
    try:
        person.full.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


def _meeting(dice: Dice, day: datetime.date, people: list[MadeUp]) -> Meeting:
    here = [p for p in people if dice.chance(0.7)] or people[:2]
    return Meeting(day, here)


def _count(dice: Dice, day: datetime.date) -> tuple[datetime.date, dict[str, int]]:
    return day, {"kinderen": dice.number(0, 8), "volwassenen": dice.number(4, 25)}


def figures(world: World, inloop: bool = True) -> dict[str, Any]:
    """The figures of the year, in the form of truth.json."""
    per: dict[str, dict[str, int]] = {}
    for group in world.groups:
        meetings = [m for m in group.meetings if m.day.year == world.year]
        if not meetings:
            continue
        per[group.name] = {
            "sessions": len(meetings),
            "visits": sum(m.visits for m in meetings),
            "unique": len({p.number for m in meetings for p in m.here}),
        }
    if inloop:
        visits = sum(sum(counts.values()) for _, counts in world.inloop)
        per["Inloop"] = {"sessions": len(world.inloop), "visits": visits, "unique": 0}
    here = [p for g in world.groups for m in g.meetings if m.day.year == world.year for p in m.here]
    visits = sum(line["visits"] for line in per.values())
    return {
        "year": world.year,
        "sessions": sum(line["sessions"] for line in per.values()),
        "visits": visits,
        "named_visits": len(here),
        "anonymous_visits": visits - len(here),
        "unique_named_participants": len({p.number for p in here}),
        "per_activity": per,
    }

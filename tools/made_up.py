# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Made-up people of a neighbourhood, for the example and for the tests. Nobody of them exists.

Everything follows from a seed by ``Random.random`` alone, which is the same on every Python.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

T = TypeVar("T")

# Given names (women, men) and surnames as neighbours have them, roughly by how often.
_DUTCH = (
    "Annie Truus Joke Wil Petra Marijke Els Ria Mien Noor Sanne Lotte Zoë Hélène Renée Greet Corrie",
    "Jan Piet Kees Henk Willem Gerrit Theo Johan Bram Daan Sem Ruben Cornelis André Björn Ad Joop",
    (
        "de Vries|Jansen|van den Berg|Bakker|van Dijk|Visser|Smit|de Boer|Mulder|de Groot|Bos|Vos|"
        "Peters|Hendriks|van Leeuwen|Dekker|Brouwer|de Wit|Dijkstra|Smits|den Hartog|van der Linden|"
        "Scholten|Prins|Huisman|Kuiper|Veenstra|Kramer|ter Horst|op den Kamp|van 't Hoff|IJpelaar|"
        "Jansen-de Bruin|Willems|Koning|Jacobs|van der Meer|ten Brink"
    ),
)
_TURKISH = (
    "Fatma Ayşe Emine Hatice Elif",
    "Mehmet Mustafa Yusuf Emre Ömer",
    "Yılmaz|Kaya|Demir|Şahin|Çelik|Öztürk|Aydın",
)
_ARABIC = (
    "Fatima Khadija Samira Naima",
    "Mohammed Rachid Hassan Youssef",
    "el Amrani|Bouzid|Haddou|el Idrissi|Chaoui|ben Ali",
)
_SURINAMESE = (
    "Shanti Sushila Hetty Usha",
    "Radjesh Winston Anand Orlando",
    "Ramdin|Bisoen|Sewnath|Kartosen|Pinas|Mahabier",
)
_POLISH = (
    "Agnieszka Małgorzata Olga",
    "Paweł Łukasz Piotr",
    "Kowalski|Nowak|Wójcik|Wiśniewska|Zieliński",
)
_OTHERS = ("Iryna Maria Mei", "João Oleksandr Tuan", "Silva|Shevchenko|Nguyễn|Teklu|Kovač")
_PEOPLES = (
    (_DUTCH,) * 11 + (_TURKISH,) * 3 + (_ARABIC,) * 3 + (_SURINAMESE,) * 3 + (_POLISH, _OTHERS)
)
_STREETS = (
    "Kerkpad|Molenweg|Zandweg|Lindelaan|Oude Gracht|1e Dwarsstraat|Burg. Jansenplein|Kastanjestraat|"
    "Prinses Irenelaan|Plein 1945|Van der Goesstraat|Laan van Meerdervoort"
).split("|")
_ADDITIONS = ("", "", "", "", "", "A", "B", "a", "-II", " hs", " bis", "")
_AREAS = (*range(3511, 3516), 3521, 3524)
_LETTERS = "ABCDEGHJK"
_PREFIXES = (
    "van den",
    "van der",
    "van 't",
    "op den",
    "van",
    "de",
    "den",
    "ter",
    "ten",
    "el",
    "ben",
)


class Dice:
    """Chance that is the same everywhere."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)

    def chance(self, share: float) -> bool:
        """True in a share of the cases."""
        return self._random.random() < share

    def number(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return low + int(self._random.random() * (high - low + 1))

    def pick(self, items: Sequence[T]) -> T:
        """One of them."""
        return items[int(self._random.random() * len(items))]

    def some(self, items: Sequence[T], count: int) -> list[T]:
        """So many different ones, in their own order."""
        left = list(range(len(items)))
        chosen = [
            left.pop(int(self._random.random() * len(left))) for _ in range(min(count, len(left)))
        ]
        return [items[index] for index in sorted(chosen)]

    def day(self, first: datetime.date, last: datetime.date) -> datetime.date:
        """A day of a period."""
        return first + datetime.timedelta(days=self.number(0, (last - first).days))


@dataclass(slots=True)
class MadeUp:
    """A made-up person, in the forms of ``truth.json`` of the sample boxes."""

    number: int
    first: str
    prefix: str
    last: str
    sex: str
    born: datetime.date
    street: str
    house: str
    postcode: str
    phone: str
    mobile: str
    email: str
    joined: datetime.date
    left: datetime.date | None
    paid: bool
    volunteer: bool
    town: str = "Waterdam"

    @property
    def initials(self) -> str:
        """'W.' of Winston."""
        return f"{self.first[0]}."

    @property
    def full(self) -> str:
        """'Jan van den Berg'."""
        return " ".join(part for part in (self.first, self.prefix, self.last) if part)

    @property
    def surname_first(self) -> str:
        """'Berg, Jan van den'."""
        return f"{self.last}, {self.first} {self.prefix}".strip()

    @property
    def address(self) -> str:
        """Street and number."""
        return f"{self.street} {self.house}"

    def active(self, day: datetime.date) -> bool:
        """Whether a member on a day."""
        return self.joined <= day and (self.left is None or self.left >= day)

    def truth(self) -> dict[str, object]:
        """The fields as ``people`` of a truth.json has them."""
        return {
            "number": self.number,
            "first": self.first,
            "prefix": self.prefix,
            "last": self.last,
            "sex": self.sex,
            "born": self.born.isoformat(),
            "street": self.street,
            "house": self.house,
            "postcode": self.postcode,
            "town": self.town,
            "phone": self.phone,
            "mobile": self.mobile,
            "email": self.email,
            "joined": self.joined.isoformat(),
            "left": self.left.isoformat() if self.left else None,
            "paid": self.paid,
            "volunteer": self.volunteer,
        }


def make_people(dice: Dice, count: int, year: int, first_number: int = 100) -> list[MadeUp]:
    """So many different people who were members before the end of a year or still are."""
    people: list[MadeUp] = []
    names: set[str] = set()
    number = first_number
    while len(people) < count:
        person = _make(dice, number, year)
        if person.full in names:
            continue
        names.add(person.full)
        people.append(person)
        number += dice.number(1, 3)
    return people


def _make(dice: Dice, number: int, year: int) -> MadeUp:
    women, men, surnames = dice.pick(_PEOPLES)
    sex = "V" if dice.chance(0.58) else "M"
    first = dice.pick((women if sex == "V" else men).split())
    prefix, last = _parted(dice.pick(surnames.split("|")))
    joined = dice.day(datetime.date(year - 14, 1, 5), datetime.date(year, 10, 31))
    left = None
    if dice.chance(0.1):
        left = datetime.date(dice.number(max(joined.year, year - 4), year), 12, 31)
    mobile = f"06-{dice.number(10000000, 59999999)}" if dice.chance(0.8) else ""
    return MadeUp(
        number,
        first,
        prefix,
        last,
        sex,
        _birthday(dice, joined.year),
        dice.pick(_STREETS),
        f"{dice.number(1, 200)}{dice.pick(_ADDITIONS)}",
        f"{dice.pick(_AREAS)} {dice.pick(_LETTERS)}{dice.pick(_LETTERS)}",
        f"030-{dice.number(2100000, 2999999)}" if dice.chance(0.5) else "",
        mobile,
        _email(dice, first, last) if dice.chance(0.6) else "",
        joined,
        left,
        dice.chance(0.85),
        dice.chance(0.12),
    )


def _parted(surname: str) -> tuple[str, str]:
    for prefix in _PREFIXES:
        if surname.startswith(prefix + " "):
            return prefix, surname.removeprefix(prefix + " ")
    return "", surname


def _birthday(dice: Dice, joined: int) -> datetime.date:
    """More old people and children than working people, as in a community centre."""
    low, high = dice.pick(((2008, 2016), (1990, 2006), (1960, 1989), (1935, 1959), (1935, 1959)))
    year = min(dice.number(low, high), joined - 1)
    return dice.day(datetime.date(year, 1, 1), datetime.date(year, 12, 31))


_PLAIN = str.maketrans("şŞçÇöÖüÜğĞıİéèëôãáóńłŁśźćčěễ", "sScCoOuUgGiIeeeoaaonlLszccee")


def _email(dice: Dice, first: str, last: str) -> str:
    plain = f"{first}.{last}".translate(_PLAIN).lower()
    bare = "".join(sign for sign in plain if sign.isascii() and (sign.isalnum() or sign == "."))
    return f"{bare}{dice.number(10, 99)}@voorbeeld.nl"

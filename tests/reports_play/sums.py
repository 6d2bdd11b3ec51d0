# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the year must come to: plain Python over the list of events, nothing of the program."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from fractions import Fraction

from tests.reports_play.events import YEAR, Asked, Came, Event, Moved, Paid, Told


@dataclass
class Dossier:
    """What a dossier must say; all in cents."""

    asked: Asked
    state: str = "applied"
    reference: str = ""
    awarded: int | None = None
    settled: int | None = None
    received: int = 0
    repaid: int = 0
    spent: Counter[str] = field(default_factory=Counter)
    receipts: int = 0

    @property
    def left(self) -> int:
        return (self.awarded or 0) - sum(self.spent.values())


def dossiers(happened: list[Event]) -> dict[str, Dossier]:
    """Every dossier by its funder."""
    found: dict[str, Dossier] = {}
    for event in happened:
        match event:
            case Asked():
                found[event.funder] = Dossier(event)
            case Told():
                _letter(found[event.funder], event)
            case Moved():
                found[event.funder].received += event.cents
                found[event.funder].repaid -= min(0, event.cents)
            case Paid():
                for (funder, line, _way, _number), cents in zip(
                    event.shares, parts(event), strict=True
                ):
                    found[funder].spent[line] += cents
                    found[funder].receipts += 1
    return found


def _letter(dossier: Dossier, letter: Told) -> None:
    dossier.state = letter.step
    if letter.step == "award":
        dossier.awarded, dossier.reference = letter.cents, letter.reference
    if letter.step == "reject":
        dossier.awarded = 0
    if letter.step == "settle":
        dossier.settled = letter.cents


def parts(paid: Paid) -> list[int]:
    """The shares of a payment in cents; what percentages lose goes where most was lost."""
    exact = [
        Fraction(paid.cents * number, 10_000) if way == "percent" else Fraction(number)
        for _funder, _line, way, number in paid.shares
    ]
    whole = [int(one) for one in exact]
    missing = int(sum(exact) + Fraction(1, 2)) - sum(whole)
    order = sorted(range(len(exact)), key=lambda at: (whole[at] - exact[at], at))
    for at in order[:missing]:
        whole[at] += 1
    return whole


def reached(happened: list[Event], kind: str, activity: str) -> int:
    """What an agreement came to."""
    came = [e for e in happened if isinstance(e, Came) and activity in ("", e.activity)]
    return {
        "sessions": len(came),
        "visits": sum(len(one.people) + one.heads for one in came),
        "people": len({person for one in came for person in one.people}),
    }[kind]


def booked(happened: list[Event]) -> tuple[int, int]:
    """What came in and what went out in the year."""
    moved = [e.cents for e in happened if isinstance(e, Moved) and e.day.year == YEAR]
    paid = [e.cents for e in happened if isinstance(e, Paid) and e.day.year == YEAR]
    return sum(moved), sum(paid)

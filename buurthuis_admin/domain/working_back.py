# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a reader works out from sessions and visits about a small group, and what to keep back.

Sessions are no people and always stand there. Somebody is at a session once, so three visits in
one session are three people, and '< 5' beside them hides nothing. Visits add up to those of the
theme and the year: where one line is kept back another must be, or subtracting tells it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from buurthuis_admin.domain.centre import SMALLEST_GROUP_SHOWN
from buurthuis_admin.domain.suppression import is_small

_MANY = 10**9
_LARGEST_SMALL = SMALLEST_GROUP_SHOWN - 1


@dataclass(slots=True, eq=False)
class Line:
    """A line of a table: its sessions, visits by name and different people; what is in it.

    A small number of people is shown as '< 5', or where even that tells as the sign of what is
    kept back: ``people_hidden``, which also keeps back a large number that tells a small one.
    ``visits_hidden`` and the small ones of ``people_hidden`` are what ``keep_back`` decides.
    """

    sessions: int
    visits: int
    people: int
    inside: tuple[Line, ...] = ()
    people_hidden: bool = False
    visits_hidden: bool = False
    above: Line | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        for line in self.inside:
            line.above = self

    def walk(self) -> Iterator[Line]:
        """This line and everything in it."""
        yield self
        for line in self.inside:
            yield from line.walk()


@dataclass(slots=True)
class _Range:
    """Between which numbers a reader knows a number to be."""

    low: int
    high: int

    def at_least(self, low: int) -> bool:
        """Whether it became narrower."""
        if low <= self.low:
            return False
        self.low = low
        return True

    def at_most(self, high: int) -> bool:
        """Whether it became narrower."""
        if high >= self.high:
            return False
        self.high = high
        return True


class _Reader:
    """What somebody knows who has the table and thinks it over until nothing new comes."""

    def __init__(self, whole: Line, *, visits: bool = True) -> None:
        self._lines = list(whole.walk())
        self._people = {id(line): _people_seen(line) for line in self._lines}
        self._visits = {
            id(line): _visits_seen(line) if visits else _Range(0, _MANY) for line in self._lines
        }
        while self._sound and sum(map(self._think, self._lines)):
            pass

    @property
    def _sound(self) -> bool:
        """Whether the table can be true at all: who reads nonsense learns nothing from it."""
        known = (*self._people.values(), *self._visits.values())
        return all(one.low <= one.high for one in known)

    def knows(self, line: Line) -> bool:
        """Whether a small group of a line can have one size only.

        Who knows this rule knows of kept back visits that they are few or many for the sessions.
        So both must be possible: one person, and the most that are still a small group.
        """
        people = self._people[id(line)]
        if line.visits_hidden and not line.people_hidden:
            return people.low > 1 or people.high < _LARGEST_SMALL
        return people.low >= people.high

    def _think(self, line: Line) -> bool:
        learned = self._within(line)
        if line.inside:
            learned |= self._add_up(line) | self._overlap(line)
        return learned

    def _within(self, line: Line) -> bool:
        """Each came at least once, and at most to every session."""
        people, visits = self._people[id(line)], self._visits[id(line)]
        times = line.sessions or _MANY
        return any(
            [
                visits.at_least(people.low),
                people.at_most(visits.high),
                visits.at_most(min(people.high * times, _MANY)),
                people.at_least(-(-visits.low // times)),
            ]
        )

    def _add_up(self, line: Line) -> bool:
        """The visits of what is in a line are together those of the line."""
        whole, parts = self._visits[id(line)], [self._visits[id(one)] for one in line.inside]
        low, high = sum(part.low for part in parts), sum(part.high for part in parts)
        learned = [whole.at_least(low), whole.at_most(high)]
        for part in parts:
            least, most = whole.low - (high - part.high), whole.high - (low - part.low)
            learned += [part.at_least(least), part.at_most(most)]
        return any(learned)

    def _overlap(self, line: Line) -> bool:
        """Everybody of a line is in at least one of what is in it, and may be in all of them."""
        whole, parts = self._people[id(line)], [self._people[id(one)] for one in line.inside]
        high = sum(part.high for part in parts)
        learned = [whole.at_least(max(part.low for part in parts)), whole.at_most(high)]
        for part in parts:
            least = whole.low - (high - part.high)
            learned += [part.at_least(least), part.at_most(whole.high)]
        return any(learned)


def _people_seen(line: Line) -> _Range:
    small = is_small(line.people)
    if line.people_hidden:
        return _Range(1 if small else SMALLEST_GROUP_SHOWN, _MANY)
    if small:
        return _Range(1, _LARGEST_SMALL)
    return _Range(line.people, line.people)


def _visits_seen(line: Line) -> _Range:
    return _Range(0, _MANY) if line.visits_hidden else _Range(line.visits, line.visits)


def keep_back(whole: Line) -> None:
    """Mark what is kept back, until no small group can be worked out."""
    small = [line for line in whole.walk() if is_small(line.people)]
    while small:
        reader = _Reader(whole)
        told = [line for line in small if reader.knows(line)]
        if not (_keep_visits_back(told) or _keep_people_back(whole, told) or _call_help(told)):
            return


def _keep_visits_back(told: Sequence[Line]) -> bool:
    """Whether there were visits to keep back of the lines that are told themselves."""
    shown = [line for line in told if not line.visits_hidden]
    for line in shown:
        line.visits_hidden = True
    return bool(shown)


def _keep_people_back(whole: Line, told: Sequence[Line]) -> bool:
    """Whether there were small groups that other people tell: of 4 and 4 a total of 8 is enough.

    Then not even that they are small may be told, of any of those that stand together.
    """
    reader = _Reader(whole, visits=False)
    known = [line for line in told if reader.knows(line) and not line.people_hidden]
    for line in known:
        for beside in line.above.inside if line.above else (line,):
            beside.people_hidden |= is_small(beside.people)
    return bool(known)


def _call_help(told: Sequence[Line]) -> bool:
    """Whether there was another line whose visits can be kept back for one of these."""
    helper = next((one for line in told for one in _helpers(line)), None)
    if helper is not None:
        helper.visits_hidden = True
    return helper is not None


def _helpers(line: Line) -> list[Line]:
    """Lines whose visits can be kept back for another one: the nearest, then the fewest visits."""
    above = line.above
    beside = above.inside if above else ()
    for places in (line.inside, beside, (above,) if above else ()):
        if found := [one for one in places if one.visits and not one.visits_hidden]:
            return sorted(found, key=lambda one: (not one.people_hidden, one.visits))
    return _helpers(above) if above else []

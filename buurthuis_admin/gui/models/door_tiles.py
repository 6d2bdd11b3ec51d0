# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The people of a session as tiles: those of the list first, then who was found beyond it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from buurthuis_admin.domain.attendance import Mark, Visitor
from buurthuis_admin.domain.text import words
from buurthuis_admin.gui.wording import mark_word
from buurthuis_admin.i18n import _, format_day_short

VisitorRole = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex


class Shown(StrEnum):
    """Which people have a tile."""

    REGULAR = "regular"
    PRESENT = "present"
    EVERYBODY = "everybody"


class DoorTiles(QAbstractListModel):
    """Holds everybody on the list; a chip and the letters typed say who is shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._people: list[Visitor] = []
        self._words: list[list[str]] = []
        self._place: dict[int, int] = {}
        self._found: list[Visitor] = []
        self._shown: list[Visitor] = []
        self._chip = Shown.REGULAR
        self._typed: list[str] = []
        self.tell_last_visit = False

    # What is known.

    @property
    def people(self) -> Sequence[Visitor]:
        """Everybody on the list, shown or not."""
        return self._people

    @property
    def shown(self) -> Sequence[Visitor]:
        """Those who have a tile now, in order."""
        return self._shown

    def person(self, person_id: int) -> Visitor | None:
        """Somebody on the list; None when they are not on it."""
        place = self._place.get(person_id)
        return None if place is None else self._people[place]

    def with_number(self, number: int) -> Visitor | None:
        """Who stands on a row of the sheet."""
        return next((one for one in self._people if one.number == number), None)

    def counts(self) -> dict[Shown, int]:
        """How many are under each chip."""
        return {
            Shown.REGULAR: sum(1 for one in self._people if one.regular),
            Shown.PRESENT: sum(1 for one in self._people if _came(one)),
            Shown.EVERYBODY: len(self._people),
        }

    def row_of(self, person_id: int) -> int:
        """Where the tile of somebody is; -1 when they have none."""
        places = (row for row, one in enumerate(self._shown) if one.person_id == person_id)
        return next(places, -1)

    def visitor_at(self, row: int) -> Visitor | None:
        """Whose tile it is."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    # What changes.

    def show_people(self, people: Sequence[Visitor]) -> None:
        """Show another list, or the same one with other marks."""
        self._people = list(people)
        self._words = [words(one.name) for one in self._people]
        self._place = {one.person_id: place for place, one in enumerate(self._people)}
        self._found = [one for one in self._found if one.person_id not in self._place]
        self._choose()

    def show_chip(self, chip: Shown) -> None:
        """Show those under a chip."""
        self._chip = chip
        self._choose()

    def show_typed(self, text: str) -> None:
        """Show whose names have words that begin so; of everybody on the list then."""
        self._typed = words(text)
        self._found = []
        self._choose()

    def show_found(self, found: Sequence[Visitor]) -> None:
        """Add people from beyond the list behind those that are shown."""
        self._found = [one for one in found if one.person_id not in self._place]
        self._choose()

    def set_mark(self, visitor: Visitor, mark: Mark | None) -> None:
        """Show another mark; somebody from beyond the list comes onto it."""
        place = self._place.get(visitor.person_id)
        if place is None:
            self._add(replace(visitor, mark=mark, regular=True))
            return
        self._people[place] = replace(self._people[place], mark=mark)
        row = self.row_of(visitor.person_id)
        if row >= 0:
            self._shown[row] = self._people[place]
            self.dataChanged.emit(self.index(row), self.index(row))

    def _add(self, visitor: Visitor) -> None:
        self._place[visitor.person_id] = len(self._people)
        self._people.append(visitor)
        self._words.append(words(visitor.name))
        self._found = [one for one in self._found if one.person_id != visitor.person_id]
        self._choose()

    def _choose(self) -> None:
        chosen = [*self._matching(), *self._found]
        if [one.person_id for one in chosen] == [one.person_id for one in self._shown]:
            self._shown = chosen
            if chosen:
                self.dataChanged.emit(self.index(0), self.index(len(chosen) - 1))
            return
        self.beginResetModel()
        self._shown = chosen
        self.endResetModel()

    def _matching(self) -> list[Visitor]:
        if self._typed:
            return [
                one
                for one, own in zip(self._people, self._words, strict=True)
                if all(any(word.startswith(typed) for word in own) for typed in self._typed)
            ]
        return [one for one in self._people if _under(self._chip, one)]

    # As Qt asks of a model.

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many tiles there are."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a tile shows; all of it is spoken."""
        visitor = self.visitor_at(index.row()) if index.isValid() else None
        if visitor is None:
            return None
        if role == VisitorRole:
            return visitor
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return visitor.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(visitor)
        return None

    def _spoken(self, visitor: Visitor) -> str:
        number = "" if visitor.number is None else _("number {row}").format(row=visitor.number)
        parts = (visitor.name, visitor.street, number, self.state_of(visitor))
        return ", ".join(part for part in parts if part)

    def state_of(self, visitor: Visitor) -> str:
        """The last line of a tile: the state, or when somebody came last if that may be seen."""
        if visitor.mark is not None:
            return mark_word(visitor.mark)
        if not visitor.regular and visitor.person_id not in self._place:
            return _("not on the list yet")
        if self.tell_last_visit and visitor.last_visit is not None:
            day = format_day_short(visitor.last_visit)
            return _("Last on {day}").format(day=day)
        return _("Not yet")


def _came(visitor: Visitor) -> bool:
    return visitor.mark is not None and visitor.mark.came


def _under(chip: Shown, visitor: Visitor) -> bool:
    if chip is Shown.PRESENT:
        return _came(visitor)
    return chip is Shown.EVERYBODY or visitor.regular

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The lists of the centre that planning and counting choose from."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from buurthuis_admin.domain.activities import (
    TALLY_BROUGHT,
    TALLY_ERASED,
    TALLY_VISITORS,
    TallyType,
)
from buurthuis_admin.domain.planning import ClosingDay, Room
from buurthuis_admin.domain.text import clean, fold
from buurthuis_admin.errors import UserError
from buurthuis_admin.i18n import _
from buurthuis_admin.services.changes import ACTIVITIES, SETTINGS, Changes
from buurthuis_admin.storage import planning_queries, tables
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.unit_of_work import UnitOfWork

Result = TypeVar("Result")
OWN_TALLY_TYPES = frozenset({TALLY_VISITORS, TALLY_BROUGHT, TALLY_ERASED})


class NameMissingInList(UserError):
    """A line of a list needs a name."""

    def __init__(self) -> None:
        super().__init__(_("Fill in a name."))


class NameInListTwice(UserError):
    """Two lines of one name could not be told apart."""

    def __init__(self, name: str) -> None:
        super().__init__(_("‘{name}’ is on this list already.").format(name=name))


class LastBeforeFirst(UserError):
    """Days in a row end on or after the first one."""

    def __init__(self) -> None:
        super().__init__(_("The last day lies before the first day. Change one of the two."))


class InUse(UserError):
    """What was counted keeps its name."""

    def __init__(self, name: str) -> None:
        text = _("‘{name}’ was counted already, so it stays on the list.")
        super().__init__(text.format(name=name))


class CentreLists:
    """Rooms, closing days and kinds of visitors."""

    def __init__(self, file: AdministrationFile, changes: Changes) -> None:
        self._file, self._changes = file, changes

    def rooms(self) -> list[Room]:
        """The rooms by name."""
        with self._file.reading() as connection:
            return planning_queries.rooms(connection)

    def room_names(self) -> list[str]:
        """Every room that can be chosen: those on the list, and those in use."""
        with self._file.reading() as connection:
            known = [room.name for room in planning_queries.rooms(connection)]
            used = planning_queries.room_names_in_use(connection)
        folded = {fold(name) for name in known}
        return sorted([*known, *(name for name in used if fold(name) not in folded)], key=fold)

    def save_room(self, room: Room) -> int:
        """Keep a room. Raises NameMissingInList and NameInListTwice."""
        others = [one.name for one in self.rooms() if one.id != room.id]
        check_name(room.name, others)
        return self._write(
            _("Room {name}").format(name=clean(room.name)),
            lambda unit: planning_queries.save_room(unit.connection, room),
        )

    def delete_room(self, room: Room) -> None:
        """Take a room off the list; meetings keep its name."""
        self._delete(_("Room {name} taken off the list"), room.name, tables.Room, room.id)

    def closing_days(self) -> list[ClosingDay]:
        """The days on which nothing is held, the first one first."""
        with self._file.reading() as connection:
            return planning_queries.closing_days(connection)

    def save_closing_day(self, one: ClosingDay) -> int:
        """Keep days on which nothing is held. Raises NameMissingInList and LastBeforeFirst."""
        check_name(one.name, ())
        if one.last_day < one.first_day:
            raise LastBeforeFirst
        return self._write(
            _("Closing days: {name}").format(name=clean(one.name)),
            lambda unit: planning_queries.save_closing_day(unit.connection, one),
        )

    def delete_closing_day(self, one: ClosingDay) -> None:
        """The centre is open on these days after all."""
        self._delete(_("Closing days {name} taken off"), one.name, tables.ClosingDay, one.id)

    def tally_types(self) -> list[TallyType]:
        """The kinds of visitors in their order; those of the program are named by a key."""
        with self._file.reading() as connection:
            return planning_queries.tally_types(connection)

    def save_tally_type(self, one: TallyType) -> int:
        """Keep a kind of visitor. Raises NameMissingInList and NameInListTwice."""
        others = [kind.name for kind in self.tally_types() if kind.id != one.id]
        check_name(one.name, others)
        return self._write(
            _("Kind of visitor {name}").format(name=clean(one.name)),
            lambda unit: planning_queries.save_tally_type(unit.connection, one),
        )

    def delete_tally_type(self, one: TallyType) -> None:
        """Take a kind of visitor off the list. Raises InUse."""
        with self._file.reading() as connection:
            used = planning_queries.used_tally_types(connection)
        if one.id in used:
            raise InUse(one.name)
        self._delete(_("Kind of visitor {name} taken off"), one.name, tables.TallyType, one.id)

    def _delete(
        self, sentence: str, name: str, table: type[tables.Base], row_id: int | None
    ) -> None:
        self._write(
            sentence.format(name=name),
            lambda unit: planning_queries.delete_row(unit.connection, table, row_id or 0),
        )

    def _write(self, sentence: str, write: Callable[[UnitOfWork], Result]) -> Result:
        with self._file.unit_of_work(sentence) as unit:
            result = write(unit)
            unit.commit()
        self._changes.tell(SETTINGS, ACTIVITIES)
        return result


def check_name(name: str, others: list[str] | tuple[()]) -> None:
    """A line of a list has a name of its own. Raises NameMissingInList and NameInListTwice."""
    if not clean(name):
        raise NameMissingInList
    if fold(clean(name)) in {fold(other) for other in others}:
        raise NameInListTwice(clean(name))

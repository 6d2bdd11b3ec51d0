# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was changed, and taking it back: the undo bar, 'Recent changes', a person's history."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from buurthuis_admin.domain.history import ChangeKind, ChangeSet, Operation, RowChange, TurnBack
from buurthuis_admin.errors import UserError
from buurthuis_admin.i18n import _
from buurthuis_admin.services.changes import EVERYTHING, Changes
from buurthuis_admin.storage.bulk import Connection
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.history import people_history, reading, turning_back
from buurthuis_admin.storage.history.naming import name_of
from buurthuis_admin.storage.history.recorded import BY_NAME
from buurthuis_admin.storage.history.turned import CannotTurnBack as CannotComeBack
from buurthuis_admin.storage.history.turned import Watch, unwatched

if TYPE_CHECKING:
    from buurthuis_admin.services.history_words import ToldRow

Answer = TypeVar("Answer")


class NothingToUndo(UserError):
    """Everything that can be undone has been."""

    def __init__(self) -> None:
        super().__init__(_("There is nothing to undo."))


class NothingToRedo(UserError):
    """Nothing was undone, or something else was changed since."""

    def __init__(self) -> None:
        super().__init__(_("There is nothing to do again."))


class CannotTurnBack(UserError):
    """The change is gone, was final, or something has taken the place of what it removed."""

    def __init__(self, sentence: str) -> None:
        text = _(
            "“{change}” cannot be turned back any more, because something else has taken its "
            "place since. Nothing was changed; mend it by hand."
        )
        super().__init__(text.format(change=sentence))


@dataclass(frozen=True, slots=True)
class TurnedBack:
    """A change that was taken back, and the names of what stays because it changed since."""

    sentence: str
    kept: tuple[str, ...]


class HistoryService:
    """The history of one administration."""

    def __init__(self, file: AdministrationFile, changes: Changes) -> None:
        self._file, self._changes = file, changes

    def recent(self, offset: int, limit: int) -> list[ChangeSet]:
        """A part of all changes, the newest first."""
        return self._ask(lambda connection: reading.change_sets(connection, offset, limit))

    def count(self) -> int:
        """How many changes there ever were."""
        return self._ask(reading.count)

    def search(self, text: str) -> list[int]:
        """The numbers of the changes whose sentence or day has these words, the newest first."""
        return self._ask(lambda connection: reading.found(connection, text))

    def these(self, ids: Sequence[int]) -> list[ChangeSet]:
        """These changes, the newest first."""
        return self._ask(lambda connection: reading.change_sets_of(connection, ids))

    def of_person(self, person_id: int) -> list[ChangeSet]:
        """All changes that concern one person, the newest first."""
        return self._ask(lambda connection: people_history.change_sets(connection, person_id))

    def rows(self, change_set_id: int, offset: int, limit: int) -> list[RowChange]:
        """A part of what a change did, row by row and field by field."""
        return self._ask(
            lambda connection: reading.row_changes(connection, change_set_id, offset, limit)
        )

    def told(self, change_set_id: int, offset: int, limit: int) -> list[ToldRow]:
        """As ``rows``, in words: labels of fields, and values as a person reads them."""
        return self._ask(lambda one: _told(one, change_set_id, offset, limit))

    def summary(self, change_set_id: int) -> list[tuple[str, Operation, int]]:
        """How many rows of each table a change added, changed and deleted."""
        return self._ask(lambda connection: reading.summary(connection, change_set_id))

    def place(self, change_set_id: int) -> int:
        """Where a change stands in ``recent``."""
        return self._ask(lambda connection: reading.place(connection, change_set_id))

    def get(self, change_set_id: int) -> ChangeSet:
        """One change. Raises CannotTurnBack when there is none of this number."""
        return self._get(change_set_id)

    def to_undo(self) -> ChangeSet | None:
        """The change that Ctrl+Z takes back."""
        return self._ask(lambda one: _found(one, reading.latest_to_undo(one)))

    def to_redo(self) -> ChangeSet | None:
        """The undo that Ctrl+Shift+Z takes back; its ``reverts_id`` is what is done again."""
        return self._ask(lambda one: _found(one, reading.latest_to_redo(one)))

    def undo(self, watch: Watch = unwatched) -> TurnedBack:
        """Take back the newest change. Raises NothingToUndo and CannotTurnBack.

        ``watch`` is told how far it is, and stops it by raising Cancelled: nothing is changed.
        """
        change = self.to_undo()
        if change is None:
            raise NothingToUndo
        return self._turn(change, change.sentence, ChangeKind.UNDO, watch)

    def redo(self, watch: Watch = unwatched) -> TurnedBack:
        """Do again what was undone last. Raises NothingToRedo and CannotTurnBack."""
        undone = self.to_redo()
        if undone is None or undone.reverts_id is None:
            raise NothingToRedo
        original = self._get(undone.reverts_id)
        return self._turn(undone, original.sentence, ChangeKind.REDO, watch)

    def preview(self, change_set_id: int, watch: Watch = unwatched) -> TurnBack:
        """What turning back an earlier change would do. Raises CannotTurnBack."""
        change = self._get(change_set_id)
        turned = self._ask(lambda one: turning_back.preview(one, change_set_id, watch))
        return TurnBack(change, turned.rows, tuple(turned.kept))

    def turn_back(self, change_set_id: int, watch: Watch = unwatched) -> TurnedBack:
        """Take back an earlier change, an import for one; what changed since stays.

        Can itself be undone. Raises CannotTurnBack.
        """
        change = self._get(change_set_id)
        if not change.can_be_turned_back:
            raise CannotTurnBack(change.sentence)
        if change.kind is ChangeKind.UNDO and change.reverts_id is not None:
            return self._turn(change, self._get(change.reverts_id).sentence, ChangeKind.REDO, watch)
        return self._turn(change, change.sentence, ChangeKind.UNDO, watch)

    def _get(self, change_set_id: int) -> ChangeSet:
        found = self._ask(lambda one: reading.change_set(one, change_set_id))
        if found is None:
            raise CannotTurnBack(str(change_set_id))
        return found

    def _turn(self, change: ChangeSet, sentence: str, kind: ChangeKind, watch: Watch) -> TurnedBack:
        words = _("Done again: {change}") if kind is ChangeKind.REDO else _("Undone: {change}")
        try:
            with self._file.unit_of_work(words.format(change=sentence), kind, change.id) as unit:
                turned = turning_back.turn_back(unit.connection, change.id, watch)
                unit.commit()
        except CannotComeBack as error:
            raise CannotTurnBack(sentence) from error
        self._changes.tell(*EVERYTHING)
        return TurnedBack(sentence, tuple(turned.kept))

    def _ask(self, question: Callable[[Connection], Answer]) -> Answer:
        with self._file.reading() as connection:
            return question(connection)


def _found(connection: Connection, number: int | None) -> ChangeSet | None:
    return None if number is None else reading.change_set(connection, number)


def _told(connection: Connection, change_set_id: int, offset: int, limit: int) -> list[ToldRow]:
    from buurthuis_admin.services.history_words import tell

    def named(table: str, row_id: int) -> str:
        return name_of(connection, BY_NAME[table], {"id": row_id})

    return [
        tell(row, dict(BY_NAME[row.table].references), named)
        for row in reading.row_changes(connection, change_set_id, offset, limit)
    ]

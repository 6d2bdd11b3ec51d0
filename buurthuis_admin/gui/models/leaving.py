# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The people who may go, with a tick before each name."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from buurthuis_admin.domain.retention import MayGo
from buurthuis_admin.gui.models.rows import Column, RowsModel
from buurthuis_admin.i18n import _, format_day_short
from buurthuis_admin.services.privacy_words import contact_word

_Index = QModelIndex | QPersistentModelIndex
_CHECK = Qt.ItemDataRole.CheckStateRole


class LeavingModel(RowsModel[MayGo]):
    """``ticked_changed`` is sent when a tick is put or taken away."""

    ticked_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_columns(), parent)
        self._ticked: set[int] = set()

    @property
    def ticked(self) -> list[int]:
        """The ids of those who are ticked, in the order of the list."""
        return [one.person_id for one in self.rows if one.person_id in self._ticked]

    def tick_all(self, *, on: bool) -> None:
        """Tick everybody, or nobody."""
        self._ticked = {one.person_id for one in self.rows} if on else set()
        if self.rows:
            last = self.index(len(self.rows) - 1, 0)
            self.dataChanged.emit(self.index(0, 0), last, [_CHECK])
        self.ticked_changed.emit()

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """The first column has the tick."""
        found = super().flags(index)
        if index.isValid() and index.column() == 0:
            found |= Qt.ItemFlag.ItemIsUserCheckable
        return found

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows, and the tick."""
        if role == _CHECK and index.isValid() and index.column() == 0:
            ticked = self.rows[index.row()].person_id in self._ticked
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return super().data(index, role)

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Put or take away a tick."""
        if role != _CHECK or not index.isValid() or index.column() != 0:
            return False
        person = self.rows[index.row()].person_id
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._ticked.add(person)
        else:
            self._ticked.discard(person)
        self.dataChanged.emit(index, index, [_CHECK])
        self.ticked_changed.emit()
        return True


def _columns() -> list[Column[MayGo]]:
    return [
        Column(_("Name"), lambda one: one.name),
        Column(_("Why"), _reason),
        Column(_("Could go since"), lambda one: format_day_short(one.since)),
        Column(_("Amounts kept until"), _money),
    ]


def _reason(one: MayGo) -> str:
    return _("{what}, last on {day}").format(
        what=contact_word(one.contact), day=format_day_short(one.last_day)
    )


def _money(one: MayGo) -> str:
    return "" if one.money_until is None else str(one.money_until)

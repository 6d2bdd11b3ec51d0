# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which columns a list shows: a button with a menu of ticks, remembered on this computer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu

from buurthuis_admin.gui.preferences import Preferences
from buurthuis_admin.gui.widgets.table import Table
from buurthuis_admin.gui.widgets.texts import button
from buurthuis_admin.i18n import _

_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Ticks(QMenu):
    """A menu that stays open while ticks are put and taken away; Esc closes it."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick the line under the mouse."""
        if not self._tick():
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick the line that is chosen."""
        if event.key() not in _KEYS or not self._tick():
            super().keyPressEvent(event)

    def _tick(self) -> bool:
        active = self.activeAction()  # none where the mouse is beside the lines
        act = next((one for one in self.actions() if one is active), None)
        if act is None or not act.isCheckable():
            return False
        act.trigger()
        return True


class ColumnChoice(QObject):
    """For one table: ``button`` opens the menu. The first column is always shown.

    ``columns`` are keys with words, in the order of the table; ``name`` is that of the list in the
    preferences. ``changed`` is sent when other columns are shown.
    """

    changed = Signal()

    def __init__(
        self,
        table: Table,
        columns: Sequence[tuple[str, str]],
        standard: Sequence[str],
        name: str,
        preferences: Preferences,
    ) -> None:
        super().__init__(table)
        self._table, self._name, self._preferences = table, name, preferences
        self._all, self._standard = [key for key, _words in columns], list(standard)
        self.button = button(_("Columns"), "columns")
        self.menu = _Ticks(self.button)
        self.acts: dict[str, QAction] = {}
        for key, words in columns[1:]:
            act = self.acts[key] = self.menu.addAction(words)
            act.setCheckable(True)
            act.triggered.connect(lambda _on=False: self._choose(self._ticked()))
        self.menu.addSeparator()
        self.usual = self.menu.addAction(_("The usual columns"))
        self.usual.triggered.connect(lambda _on=False: self._choose(self._standard))
        self.button.clicked.connect(self._open)
        self._show()

    @property
    def keys(self) -> list[str]:
        """The columns that are shown, in the order of the table."""
        kept = self._preferences.columns(self._name) or self._standard
        return [key for key in self._all if key in kept or key == self._all[0]]

    @property
    def shown(self) -> list[int]:
        """The same as places in the table."""
        keys = self.keys
        return [place for place, key in enumerate(self._all) if key in keys]

    def _ticked(self) -> list[str]:
        return [self._all[0], *(key for key, act in self.acts.items() if act.isChecked())]

    def _choose(self, keys: list[str]) -> None:
        self._preferences.keep_columns(self._name, keys if keys != self._standard else [])
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        keys = self.keys
        for key, act in self.acts.items():
            act.setChecked(key in keys)
        self._table.show_columns(self.shown, chosen=keys != self._standard)

    def _open(self) -> None:
        self.menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height())))
        self.menu.setActiveAction(next(iter(self.acts.values())))

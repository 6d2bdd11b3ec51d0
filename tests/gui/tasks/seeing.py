# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where things stand on the screen, by the words that a person reads there."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QListView,
    QMenu,
    QScrollArea,
    QTableView,
    QWidget,
)

_SOON = 600  # milliseconds


def clocks(top: QWidget) -> list[QTimer]:
    """Clocks that wait for the typing to come to a rest."""
    found = top.findChildren(QTimer)
    return [one for one in found if one.isSingleShot() and 0 <= one.interval() <= _SOON]


def name_of(widget: QWidget) -> str:
    """What something is called aloud, or the word on it."""
    word = widget.accessibleName()
    if not word and isinstance(widget, QAbstractButton):
        word = widget.text()
    return word.replace("&", "")


def tile_of(tiles: QListView, word: str) -> QModelIndex:
    """The tile of somebody."""
    model = tiles.model()
    words = [str(model.index(at, 0).data()) for at in range(model.rowCount())]
    found = [at for at, text in enumerate(words) if word in text]
    assert found, f"no {word!r} at the door: {words}"
    return model.index(found[0], 0)


def row_of(table: QAbstractItemView, text: str) -> int:
    """The row in which a text stands."""
    model = table.model()
    columns = model.columnCount() if isinstance(table, QTableView) else 1  # a list hides its count
    rows = [
        [str(model.index(at, column).data() or "") for column in range(columns)]
        for at in range(model.rowCount())
    ]
    found = [at for at, words in enumerate(rows) if any(text in word for word in words)]
    assert found, f"no {text!r} in {table.accessibleName()!r}: {rows}"
    return found[0]


def column_of(table: QTableView, head: str) -> int:
    """The column that has a word in its head."""
    model, across = table.model(), Qt.Orientation.Horizontal
    heads = [str(model.headerData(at, across)) for at in range(model.columnCount(QModelIndex()))]
    found = [at for at, word in enumerate(heads) if head in word.split()]
    assert found, f"no {head!r} among {heads}"
    return found[0]


def action_of(word: str) -> tuple[QMenu, QAction]:
    """A line of the menu that is open."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu), "no menu is open"
    words = [one.text().replace("&", "") for one in menu.actions()]
    assert word in words, f"no {word!r} in the menu: {words}"
    return menu, menu.actions()[words.index(word)]


def areas_around(widget: QWidget) -> list[QScrollArea]:
    """The areas that scroll around a widget, the innermost first."""
    areas, above = [], widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea) and above.viewport().isAncestorOf(widget):
            areas.append(above)
        above = above.parentWidget()
    return areas

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every control is at least 44 by 44 pixels, a tile 96."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractItemView, QListView, QTableView, QWidget

from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.tiles import TileView
from tests.accessibility.seeing import Looked, controls, told

CONTROL, TILE = 44, 96


def look(shown: QWidget, _place: str) -> Looked:
    """Controls, and the rows and tiles inside lists."""
    for one in controls(shown):
        yield f"{told(one)} {one.size().toTuple()}", min(one.width(), one.height()) >= CONTROL
        if isinstance(one, QAbstractItemView):
            yield from _inside(one)


def _inside(view: QAbstractItemView) -> Looked:
    model = view.model()
    if view.model() is None or not model.rowCount():
        return
    area = view.visualRect(model.index(0, 0))
    if isinstance(view, TileView):
        size = view.gridSize()
        least = scaled(TILE)
        yield f"tile {size.toTuple()}", min(size.width(), size.height()) >= least
    elif isinstance(view, QTableView | QListView) and not area.isEmpty():
        yield f"row of {told(view)} {area.height()}", area.height() >= CONTROL

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Several years side by side in a table; the charts stand in the preview."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from buurthuis_admin.gui.models.rows import Column, RowsModel
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.table import Table
from buurthuis_admin.gui.widgets.texts import clear, label
from buurthuis_admin.i18n import _
from buurthuis_admin.reporting.content import Row
from buurthuis_admin.reporting.content import Table as Figures

_NAME, _YEAR = 0, 96


class ComparePane(QWidget):
    """The figures of each year in a column; the oldest years give way where there is no room."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, scaled(24), 0)
        self.told = label("", "muted")
        self.table: Table | None = None
        self.model: RowsModel[Row] | None = None

    def show_figures(self, figures: Figures) -> None:
        """Show a table of years."""
        clear(self._column)
        self.model = RowsModel[Row](
            [
                Column(column.title, _cell(place), number=place > 0)
                for place, column in enumerate(figures.columns)
            ]
        )
        self.model.show_rows(figures.rows)
        self.table = Table(_("Years side by side"))
        widths = [_NAME, *([_YEAR] * (len(figures.columns) - 1))]
        self.table.show_model(self.model, widths, range(1, len(figures.columns) - 2))
        self._column.addWidget(self.table, 1)

    def say(self, text: str) -> None:
        """Show a sentence in place of a table."""
        clear(self._column)
        self.table = self.model = None
        self._column.addWidget(label(text, "muted"))
        self._column.addStretch(1)


def _cell(place: int) -> Callable[[Row], str]:
    return lambda row: _text(row.cells, place)


def _text(cells: Sequence[str], place: int) -> str:
    return cells[place]

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The key figures of a year beside the preview of its report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QGridLayout, QWidget

from buurthuis_admin.domain.figures import YearFigures
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.scroll import ScrollColumn
from buurthuis_admin.gui.widgets.texts import card, clear, label
from buurthuis_admin.i18n import _, format_change, format_money, format_number


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A number with its word, and how it compares to the year before."""

    number: str
    word: str
    change: str


def key_figures(figures: YearFigures, before: YearFigures | None) -> list[KeyFigure]:
    """The numbers that a board asks for first."""
    previous = before if before is not None and not before.empty else None
    counted: list[tuple[str, Callable[[YearFigures], int]]] = [
        (_("members on 31 December"), lambda year: year.members.on_last_day),
        (_("visits"), lambda year: year.total.visits),
        (_("different people with a name"), lambda year: year.total.unique),
        (_("meetings"), lambda year: year.total.sessions),
        (_("hours by volunteers"), lambda year: int(year.volunteers.hours)),
    ]
    made = [
        KeyFigure(
            format_number(count(figures)),
            word,
            _change(count(figures), count(previous), previous.year) if previous else "",
        )
        for word, count in counted
    ]
    awarded = format_money(figures.subsidies.awarded)
    return [*made, KeyFigure(awarded, _("awarded in subsidies"), "")]


def _change(now: int, before: int, year: int) -> str:
    if now == before:
        return _("the same as in {year}").format(year=year)
    return _("{change} compared with {year}").format(change=format_change(now - before), year=year)


class FiguresColumn(ScrollColumn):
    """The key figures as cards, two side by side where there is room."""

    def __init__(self) -> None:
        super().__init__(margins=(24, 8, 24, 20), gap=12)
        self.nothing = label("", "muted")
        self._cards = QWidget()
        self._grid = QGridLayout(self._cards)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(scaled(12))
        self.column.addWidget(self.nothing)
        self.column.addWidget(self._cards)
        self.column.addStretch(1)
        self.nothing.hide()

    def show_figures(self, figures: YearFigures, before: YearFigures | None) -> None:
        """Show the figures of a year."""
        clear(self._grid)
        self.nothing.hide()
        self._cards.show()
        for place, figure in enumerate(key_figures(figures, before)):
            self._grid.addWidget(_figure_card(figure), place // 2, place % 2)

    def say(self, text: str) -> None:
        """Show a sentence in place of figures."""
        self._cards.hide()
        self.nothing.setText(text)
        self.nothing.show()


def _figure_card(figure: KeyFigure) -> QWidget:
    frame, column = card(gap=2, margin=16)
    column.addWidget(label(figure.number, "figure"))
    column.addWidget(label(figure.word, "strong"))
    column.addWidget(label(figure.change, "muted"))
    column.addStretch(1)
    return frame

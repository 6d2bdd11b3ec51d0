# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Chips: a choice of one out of a few, each with its count. They are radio buttons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.flow import FlowLayout, flow_policy
from buurthuis_admin.gui.widgets.word_button import WordRadio
from buurthuis_admin.i18n import format_number

Key = TypeVar("Key")
_SIDES = 34
_HEIGHT = 44


class Chip(WordRadio):
    """One choice. It keeps the width of its bold form, so that nothing jumps when chosen."""

    def __init__(self, word: str) -> None:
        super().__init__(word)
        self.setProperty("kind", "chip")
        self.setAccessibleName(word)
        self._one_line = QSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(self._one_line)
        self.toggled.connect(self._embolden)

    def sizeHint(self) -> QSize:
        """Room for the bold text."""
        width = self._width_of(self.text()) + scaled(_SIDES)
        return QSize(max(width, scaled(_HEIGHT)), scaled(_HEIGHT))

    def _embolden(self, chosen: bool) -> None:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)
        self.setFont(font)

    def _width_of(self, text: str) -> int:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return QFontMetrics(font).horizontalAdvance(text)

    def hitButton(self, pos: object) -> bool:
        """The whole chip can be clicked."""
        return bool(self.rect().contains(pos))  # type: ignore[call-overload]


class Chips(QWidget, Generic[Key]):
    """A row of chips; ``chosen`` is sent with the key of a chip that the person picks."""

    chosen = Signal(object)

    def __init__(self, words: Sequence[tuple[Key, str]], name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._words = dict(words)
        self._chips: dict[Key, Chip] = {}
        self._group = QButtonGroup(self)
        flow = FlowLayout(8, self)
        flow_policy(self)
        for key, word in words:
            chip = Chip(word)
            self._chips[key] = chip
            self._group.addButton(chip)
            flow.add(chip)
            chip.clicked.connect(lambda _checked, key=key: self.chosen.emit(key))
        self.choose(words[0][0])

    def choose(self, key: Key) -> None:
        """Show a chip as the chosen one, without telling."""
        self._chips[key].setChecked(True)

    @property
    def current(self) -> Key:
        """The key of the chosen chip."""
        return next(key for key, chip in self._chips.items() if chip.isChecked())

    def chip(self, key: Key) -> Chip:
        """The chip of a key."""
        return self._chips[key]

    def set_counts(self, counts: Mapping[Key, int]) -> None:
        """Put a count behind every word of which it is known."""
        for key, count in counts.items():
            chip = self._chips[key]
            text = f"{self._words[key]} {format_number(count)}"
            chip.setText(text)
            chip.setAccessibleName(text)
            chip.updateGeometry()

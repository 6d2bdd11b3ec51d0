# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Buttons whose words go on to the next line where there is no room for them on one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
)

from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.theme.tokens import CONTROL

_SELDOM_WIDER = 260  # pixels at 100 %
_WIDE_LETTER = 14  # pixels at 100 %, with its share of the icon and of the space around
_PART = re.compile("[^ \N{ZERO WIDTH SPACE}]*[ \N{ZERO WIDTH SPACE}]?")


if TYPE_CHECKING:  # beside a class of Qt it has to be one of Python's own
    _Button = QPushButton
else:
    _Button = object


class _Words(_Button):
    """Large texts and long names of files: all that it says is still there to be read.

    It goes on after a space, or after a zero width space (``texts.breakable``). Up to ``one_line``
    pixels at 100 % it has the width of its words, on one line.
    """

    element = QStyle.ControlElement.CE_PushButton

    def __init__(self, text: str = "", one_line: int = _SELDOM_WIDER) -> None:
        super().__init__(text)
        self._least = one_line
        self._one_line = self.sizePolicy()
        self._wraps = False

    def setText(self, text: str) -> None:
        """As Qt's own; a long one may have more lines."""
        super().setText(text)
        self._choose_policy()

    def changeEvent(self, event: QEvent) -> None:
        """Other letters need another width."""
        super().changeEvent(event)
        # This comes often while a page is made; of a short word ``showEvent`` looks soon enough.
        if len(self.text()) * _WIDE_LETTER > self._least and event.type() in (
            QEvent.Type.FontChange,
            QEvent.Type.StyleChange,
        ):
            self._choose_policy()

    def showEvent(self, event: QShowEvent) -> None:
        """Now the style sheet has given it its letters."""
        super().showEvent(event)
        self._choose_policy()

    def _choose_policy(self) -> None:
        # Of one line the height is fixed, as Qt has it; of more it follows from the width.
        wraps = self.sizeHint().width() > scaled(self._least)
        if wraps is not self._wraps:
            self._wraps = wraps
            lines = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            lines.setHeightForWidth(True)
            self.setSizePolicy(lines if wraps else self._one_line)

    def minimumSizeHint(self) -> QSize:
        """Its words on one line; of a long text as much as reads well on more lines."""
        if not self._wraps:
            return super().minimumSizeHint()
        size = self.sizeHint()
        around = size.width() - self._width_of(self.text())
        longest = max(map(self._width_of, _parts(self.text())), default=0)
        least = max(scaled(self._least), longest + around)
        return QSize(min(size.width(), least), size.height())

    def heightForWidth(self, width: int) -> int:
        """The height of all of its lines."""
        more = len(self._lines(width)) - 1
        return self.sizeHint().height() + more * self.fontMetrics().lineSpacing()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines, as the style draws a button."""
        if not self._wraps:
            super().paintEvent(event)
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = "\n".join(self._lines(self.width()))
        QStylePainter(self).drawControl(self.element, option)

    def _lines(self, width: int) -> list[str]:
        room = width - (self.sizeHint().width() - self._width_of(self.text()))
        lines = [""]
        for part in _parts(self.text()):
            if lines[-1] and self._width_of((lines[-1] + part).rstrip()) > room:
                lines.append(part)
            else:
                lines[-1] += part
        return [line.rstrip() for line in lines]

    def _width_of(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text)


class WordButton(_Words, QPushButton):
    """A button."""


class LinkButton(WordButton):
    """A button that looks like a link, never narrower than can be clicked with ease.

    Not by the style sheet: its least width would stand in the way of that of the words.
    """

    def sizeHint(self) -> QSize:
        """Its words, or the least."""
        return super().sizeHint().expandedTo(QSize(scaled(CONTROL), 0))

    def minimumSizeHint(self) -> QSize:
        """The same, of a long text the most that reads well."""
        return super().minimumSizeHint().expandedTo(QSize(scaled(CONTROL), 0))


class WordCheck(_Words, QCheckBox):
    """A box to tick."""

    element = QStyle.ControlElement.CE_CheckBox


class WordRadio(_Words, QRadioButton):
    """One choice of a few."""

    element = QStyle.ControlElement.CE_RadioButton


def _parts(text: str) -> list[str]:
    return _PART.findall(text)

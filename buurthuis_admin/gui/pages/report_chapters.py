# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The chapters of a report with their state: a list, or one field where there is little room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from buurthuis_admin.domain.reports import Chapter, ChapterState
from buurthuis_admin.gui.theme.current import scaled, tokens
from buurthuis_admin.gui.theme.icons import icon
from buurthuis_admin.gui.widgets.flow import FlowLabel, flow_row
from buurthuis_admin.i18n import _
from buurthuis_admin.services.report_words import chapter_name

_ROW = 60
_DONE = frozenset({ChapterState.COMPLETE, ChapterState.NOTHING, ChapterState.LEFT_OUT})


def state_word(state: ChapterState) -> str:
    """How far a chapter is, in a word."""
    return {
        ChapterState.COMPLETE: _("Complete"),
        ChapterState.TO_DO: _("Still to do"),
        ChapterState.FROM_BEFORE: _("From last year: look at it"),
        ChapterState.NOTHING: _("Nothing to tell"),
        ChapterState.LEFT_OUT: _("Left out"),
    }[state]


def state_icon(state: ChapterState) -> tuple[str, str]:
    """The icon of a state and its colour."""
    return {
        ChapterState.COMPLETE: ("check-circle", "ok"),
        ChapterState.TO_DO: ("circle-dashed", "warn"),
        ChapterState.FROM_BEFORE: ("clock-counter-clockwise", "warn"),
        ChapterState.NOTHING: ("minus-circle", "text2"),
        ChapterState.LEFT_OUT: ("eye-slash", "text2"),
    }[state]


class Progress(QWidget):
    """A bar of as many parts as there are chapters; those that are done are filled."""

    def __init__(self) -> None:
        super().__init__()
        self._done = self._all = 0
        self.setFixedHeight(scaled(8))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_progress(self, done: int, whole: int) -> None:
        """Fill the first parts."""
        self._done, self._all = done, whole
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the parts."""
        painter = QPainter(self)
        gap = scaled(3)
        width = (self.width() - gap * max(0, self._all - 1)) / max(1, self._all)
        for number in range(self._all):
            colour = tokens().accent if number < self._done else tokens().border
            left = round(number * (width + gap))
            painter.fillRect(left, 0, max(1, round(width)), self.height(), QColor(colour))


class ChapterList(QWidget):
    """``chosen`` is sent with the chapter that the person picks."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._chapters: tuple[Chapter, ...] = ()
        self._current: Chapter | None = None
        self.title = FlowLabel(_("Chapters"), "heading")
        self.count = FlowLabel("", "muted")
        self.progress = Progress()
        self.list = QListWidget()
        self.list.setProperty("kind", "navigation")
        self.list.setAccessibleName(_("Chapters"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setWordWrap(True)
        self.list.setIconSize(QSize(scaled(30), scaled(24)))
        self.field = QComboBox()
        self.field.setAccessibleName(_("Chapter"))
        self.field.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        self._heading = flow_row(self.title, self.count)
        column.addWidget(self._heading)
        column.addWidget(self.progress)
        column.addWidget(self.list, 1)
        column.addWidget(self.field)
        self.list.currentRowChanged.connect(self._picked)
        self.field.currentIndexChanged.connect(self._picked)

    @property
    def current(self) -> Chapter | None:
        """The chapter that is worked on."""
        return self._current

    @property
    def chooser(self) -> QWidget:
        """What is used to choose a chapter: the list, or the field where there is little room."""
        return self.field if self.field.isVisibleTo(self) else self.list

    def show_states(self, states: Mapping[Chapter, ChapterState]) -> None:
        """Show the chapters and how far they are; the one that was chosen stays chosen."""
        self._chapters = tuple(states)
        if self._current not in states:
            self._current = self._chapters[0] if self._chapters else None
        done = sum(1 for state in states.values() if state in _DONE)
        self.count.setText(_("{done} of {all}").format(done=done, all=len(states)))
        self.progress.show_progress(done, len(states))
        for widget in (self.list, self.field):
            widget.blockSignals(True)
            widget.clear()
        for chapter, state in states.items():
            self._add(chapter_name(chapter), state)
        self._mark()

    def _add(self, name: str, state: ChapterState) -> None:
        word = state_word(state)
        image, colour = state_icon(state)
        item = QListWidgetItem(icon(image, colour), f"{name}\n{word}")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}: {word}")
        item.setSizeHint(QSize(0, scaled(_ROW)))
        self.list.addItem(item)
        self.field.addItem(icon(image, colour), f"{name} ({word})")

    def choose(self, chapter: Chapter) -> None:
        """Go to a chapter, and tell."""
        if chapter in self._chapters and chapter is not self._current:
            self._current = chapter
            self._mark()
            self.chosen.emit(chapter)

    def neighbours(self) -> tuple[Chapter | None, Chapter | None]:
        """The chapters before and after the one that is worked on."""
        if self._current is None:
            return None, None
        place = self._chapters.index(self._current)
        before = self._chapters[place - 1] if place else None
        after = self._chapters[place + 1] if place + 1 < len(self._chapters) else None
        return before, after

    def show_as_field(self, narrow: bool) -> None:
        """One field in place of the list, where there is no room for both."""
        self._heading.setVisible(not narrow)
        self.list.setVisible(not narrow)
        self.progress.setVisible(not narrow)
        self.field.setVisible(narrow)

    def _mark(self) -> None:
        place = self._chapters.index(self._current) if self._current in self._chapters else -1
        self.list.blockSignals(True)
        self.field.blockSignals(True)
        self.list.setCurrentRow(place)
        self.field.setCurrentIndex(place)
        self.list.blockSignals(False)
        self.field.blockSignals(False)

    def _picked(self, place: int) -> None:
        if 0 <= place < len(self._chapters):
            self.choose(self._chapters[place])


def chapters_in(states: Mapping[Chapter, ChapterState]) -> Sequence[Chapter]:
    """The chapters that will be in the report as it is now."""
    out = (ChapterState.LEFT_OUT, ChapterState.NOTHING, ChapterState.TO_DO)
    return [chapter for chapter, state in states.items() if state not in out]

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Beside the list of a session: who came without a name, the remark, and whether it was held."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from buurthuis_admin.domain.activities import SessionState
from buurthuis_admin.domain.attendance import DoorList
from buurthuis_admin.gui.door_desk import DoorDesk, kinds_of
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.counter import Counter
from buurthuis_admin.gui.widgets.field_names import field_name
from buurthuis_admin.gui.widgets.texts import announce, button, card, clear, label
from buurthuis_admin.gui.widgets.total_box import total_sentence
from buurthuis_admin.gui.wording import tally_word
from buurthuis_admin.i18n import _

_REST = 1000  # milliseconds after the last key of a remark


class CountsCard(QWidget):
    """A counter for each kind of visitor."""

    def __init__(self, desk: DoorDesk) -> None:
        super().__init__()
        self._desk = desk
        self.counters: dict[str, Counter] = {}
        frame, column = card(gap=8)
        column.addWidget(label(_("Without a name"), "heading"))
        column.addWidget(label(_("Count whom you do not know by name"), "muted"))
        self._column = QVBoxLayout()
        self._column.setSpacing(scaled(8))
        column.addLayout(self._column)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        desk.shown.connect(self._show)
        desk.changed.connect(self._follow)

    def _show(self, door: DoorList) -> None:
        kinds = [count.tally_type for count in kinds_of(door)]
        if kinds != list(self.counters):
            clear(self._column)
            self.counters = {kind: self._counter(kind) for kind in kinds}
        self._follow()

    def _counter(self, kind: str) -> Counter:
        word = tally_word(kind)
        made = Counter(word[:1].upper() + word[1:])
        made.changed.connect(lambda number: self._count(kind, number))
        self._column.addWidget(made)
        return made

    def _count(self, kind: str, number: int) -> None:
        self._desk.count(kind, number)
        announce(self, total_sentence(self._desk.total))

    def _follow(self) -> None:
        for kind, counter in self.counters.items():
            counter.show_number(self._desk.number_of(kind))


class RemarkCard(QWidget):
    """The remark of a session, kept by itself; the link that says that it did not take place."""

    cancel_asked = Signal()
    history_asked = Signal()

    def __init__(self, desk: DoorDesk) -> None:
        super().__init__()
        self._desk = desk
        self._kept = ""
        self._session: int | None = None
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(scaled(72))
        self.text.installEventFilter(self)
        self.cancel = button(_("This meeting did not take place"), "", "link")
        self.history = button(_("What was changed"), "", "link")
        frame, column = card(gap=4)
        named = field_name(_("Remark"), self.text, empty=True, kind="strong")
        for widget in (named, self.text):
            column.addWidget(widget)
        column.addWidget(self.cancel)
        column.addWidget(self.history)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self.keep)
        self.text.textChanged.connect(self._rest.start)
        self.cancel.clicked.connect(self.cancel_asked)
        self.history.clicked.connect(self.history_asked)
        desk.shown.connect(self._show)

    def _show(self, door: DoorList) -> None:
        self.cancel.setVisible(door.session.state is not SessionState.CANCELLED)
        same, self._session = door.session.id == self._session, door.session.id
        if same and self.text.hasFocus():
            return  # what was read may be from before the last keys: those stay
        known = self._kept = door.session.remark
        if self.text.toPlainText().strip() != known:
            self.text.setPlainText(known)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the remark when the focus leaves it."""
        if watched is self.text and event.type() is QEvent.Type.FocusOut:
            self.keep()
        return super().eventFilter(watched, event)

    def keep(self) -> None:
        """Write what was typed, when it differs."""
        self._rest.stop()
        typed = self.text.toPlainText().strip()
        if self._desk.door is not None and typed != self._kept:
            self._kept = typed
            self._desk.remark(typed)

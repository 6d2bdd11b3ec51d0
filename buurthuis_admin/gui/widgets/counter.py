# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A number with a large minus and plus beside it, that can be typed as well."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QIntValidator, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.texts import label, square_button
from buurthuis_admin.i18n import _

MOST = 99_999
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Plus: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_Minus: -1}


class Counter(QWidget):
    """``changed`` is sent with each number that a person makes of it."""

    changed = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._number = 0
        self.less = square_button("minus", _("One less: {what}").format(what=name))
        self.more = square_button("plus", _("One more: {what}").format(what=name))
        for one in (self.less, self.more):
            one.setProperty("kind", "step")
        self.field = _NumberField()
        self.field.setAccessibleName(name)
        named = label(name, "strong")
        named.setBuddy(self.field)
        row = QHBoxLayout()
        row.setSpacing(scaled(8))
        for widget in (self.less, self.field, self.more):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(4))
        column.addWidget(named)
        column.addLayout(row)
        self.less.clicked.connect(lambda: self._step(-1))
        self.more.clicked.connect(lambda: self._step(1))
        self.field.stepped.connect(self._step)
        self.field.editingFinished.connect(self._typed)
        self.show_number(0)

    @property
    def number(self) -> int:
        """What was counted."""
        return self._number

    def show_number(self, number: int) -> None:
        """Show another number without telling; what is being typed stays."""
        self._number = number
        if not (self.field.hasFocus() and self.field.isModified()):
            self.field.setText(str(number))
        self.less.setEnabled(number > 0)

    def _step(self, by: int) -> None:
        self._tell(self._read() + by)

    def _typed(self) -> None:
        self._tell(self._read())

    def _read(self) -> int:
        text = self.field.text()
        return int(text) if text.isdecimal() else self._number

    def _tell(self, number: int) -> None:
        wanted = min(max(number, 0), MOST)
        changed = wanted != self._number
        self.field.setModified(False)
        self.show_number(wanted)
        if changed:
            self.changed.emit(wanted)


class _NumberField(QLineEdit):
    """Digits alone; arrows, plus and minus step."""

    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__("0")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setValidator(QIntValidator(0, MOST, self))
        self.setMinimumWidth(scaled(64))
        self.setProperty("kind", "figure")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(scaled(54))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A form of fields added one by one: one column, the label above, and what may stay empty."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from buurthuis_admin.domain.text import clean
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.field_names import field_name
from buurthuis_admin.gui.widgets.form_dialog import FormDialog, Problem
from buurthuis_admin.gui.widgets.scroll import ScrollColumn
from buurthuis_admin.gui.widgets.texts import button, label
from buurthuis_admin.i18n import _

Key = TypeVar("Key")
Spin = TypeVar("Spin", bound=QAbstractSpinBox)
_BEFORE = 11  # pixels at 100 % before the text, as the style sheet has it


class FieldForm(FormDialog):
    """Fields scroll, the buttons stay in view. ``save`` and ``cancel`` are the buttons."""

    def __init__(self, title: str, parent: QWidget, save: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.title = label(title, "heading")
        self.save = button(save or _("Save"), "", "primary")
        self.cancel = button(_("Cancel"))
        self.save.clicked.connect(self._asked)
        self.cancel.clicked.connect(self.reject)
        self._parts: dict[str, QWidget] = {}
        self._scroll = ScrollColumn(margins=(24, 12, 24, 12), gap=4)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, scaled(16), 0, 0)
        outer.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(scaled(24), 0, scaled(24), 0)
        top.addWidget(self.title)
        outer.addLayout(top)
        self._scroll.column.addWidget(self.summary)
        self._fields_column = QVBoxLayout()
        self._fields_column.setSpacing(scaled(4))
        self._scroll.column.addLayout(self._fields_column)
        self._scroll.column.addStretch(1)
        outer.addWidget(self._scroll, 1)
        self.above_buttons = QVBoxLayout()
        self.put_footer(outer, self.save, self.cancel).insertLayout(0, self.above_buttons)

    def _asked(self) -> None:
        if self.fits():
            self.keep()

    def keep(self) -> None:
        """Check what was typed and keep it."""
        raise NotImplementedError(self.windowTitle())

    def field(
        self, name: str, word: str, widget: QWidget, *, hint: str = "", empty: bool = False
    ) -> None:
        """Add a field below the others; ``empty``: it may be left empty."""
        named = field_name(word, widget, empty=empty)
        widget.setObjectName(name)
        told = label()
        around = self._parts[name] = QWidget()
        column = QVBoxLayout(around)
        column.setContentsMargins(0, 0, 0, scaled(8))
        column.setSpacing(scaled(4))
        for one in (named, *([label(hint, "small")] if hint else []), widget, told):
            column.addWidget(one)
        self._fields_column.addWidget(around)
        self.add_field(name, widget, told)

    def show_field(self, name: str, *, shown: bool) -> None:
        """A field that has a meaning only with what was chosen elsewhere."""
        self._parts[name].setVisible(shown)

    def tell(self, name: str, sentence: str) -> None:
        """Tell what is not right with one field."""
        self.show_problems([Problem(name, sentence)])

    def part(self, widget: QWidget) -> None:
        """Add something that is no field: a sentence, a row of boxes."""
        self._fields_column.addWidget(widget)
        self._fields_column.addSpacing(scaled(8))


def line_edit(text: str = "") -> QLineEdit:
    """A field of one line that shows its text from the beginning."""
    made = QLineEdit(text)
    made.setCursorPosition(0)
    return made


def roomy(field: Spin) -> Spin:
    """A field with buttons whose text begins where that of others does.

    Qt leaves the padding of the style sheet out of these.
    """
    field.lineEdit().setTextMargins(scaled(_BEFORE), 0, 0, 0)
    return field


class Choice(QComboBox, Generic[Key]):
    """A choice of one; ``key`` is what stands for it. Qt itself would make a text of a key."""

    def __init__(self, words: Sequence[tuple[Key, str]], chosen: Key) -> None:
        super().__init__()
        self._keys: list[Key] = []
        for key, word in words:
            self.add(key, word)
        if chosen in self._keys:
            self.setCurrentIndex(self._keys.index(chosen))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def add(self, key: Key, word: str) -> None:
        """One more at the end."""
        self._keys.append(key)
        self.addItem(word)

    @property
    def key(self) -> Key:
        """What is chosen."""
        return self._keys[self.currentIndex()]

    def choose(self, key: Key) -> None:
        """Choose by the key."""
        self.setCurrentIndex(self._keys.index(key))


def suggestions(words: list[str], text: str) -> QComboBox:
    """A choice out of a list in which something else can be typed too."""
    made = QComboBox()
    made.setEditable(True)
    made.addItems(["", *words])
    made.setCurrentText(text)
    made.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    edit = made.lineEdit()
    if edit is not None:
        edit.setCursorPosition(0)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made


def typed(field: QLineEdit | QComboBox) -> str:
    """What stands in a field, without needless spaces."""
    return clean(field.text() if isinstance(field, QLineEdit) else field.currentText())

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A form out of a list of fields: one column, the label above, checked when it is saved."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from buurthuis_admin.gui.pages.privacy_fields import Reading
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.field_names import field_name
from buurthuis_admin.gui.widgets.form_dialog import FormDialog
from buurthuis_admin.gui.widgets.scroll import ScrollColumn
from buurthuis_admin.gui.widgets.texts import button, label
from buurthuis_admin.gui.widgets.word_button import WordCheck
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _

_TEXT_LINES = 110  # pixels at 100 %


class FieldKind(Enum):
    """How a field is filled in."""

    LINE = "line"
    TEXT = "text"
    CHOICE = "choice"
    OPEN_CHOICE = "open_choice"
    TICK = "tick"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field: its name, its label, and what stands in it at first.

    ``choices`` are keys with their words; ``value`` is then a key. ``hint`` stands below the
    label. ``needed``: it may not be left empty.
    """

    name: str
    label: str
    value: str = ""
    kind: FieldKind = FieldKind.LINE
    choices: tuple[tuple[str, str], ...] = ()
    hint: str = ""
    needed: bool = False


class FieldsForm(FormDialog):
    """Sends ``saved`` once it is kept. A form that can take away what it shows has ``remover``."""

    saved = Signal()

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        workspace: Workspace,
        parent: QWidget,
        *,
        save: str = "",
        remover: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.setWindowTitle(title)
        self._entries = {one.name: one for one in fields}
        self.fields: dict[str, QWidget] = {}
        self._groups: dict[str, QWidget] = {}
        self.save = button(save or _("Save"), "", "primary")
        self.cancel = button(_("Cancel"))
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.reject)
        self._lay_out(title, remover)
        self.fit_screen(580, min(760, 230 + 104 * len(fields)))
        if fields:
            self.fields[fields[0].name].setFocus()

    def _lay_out(self, title: str, remover: tuple[str, Callable[[], object]] | None) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(scaled(24), scaled(16), scaled(24), 0)
        top.setSpacing(scaled(8))
        top.addWidget(label(title, "heading"))
        self.put_summary(top)
        outer.addLayout(top)
        scroll = ScrollColumn(margins=(24, 16, 24, 16), gap=16)
        for one in self._entries.values():
            self._groups[one.name] = self._group(one)
            scroll.column.addWidget(self._groups[one.name])
        self.extra = QVBoxLayout()
        self.extra.setSpacing(scaled(4))
        scroll.column.addLayout(self.extra)
        scroll.column.addStretch(1)
        outer.addWidget(scroll, 1)
        self.put_footer(outer, self.save, self.cancel, self._remover(remover))

    def _remover(self, remover: tuple[str, Callable[[], object]] | None) -> QPushButton | None:
        if remover is None:
            return None
        word, remove = remover
        self.remove = button(word, "trash")
        self.remove.clicked.connect(partial(self._write, remove))
        return self.remove

    def show_field(self, name: str, shown: bool) -> None:
        """Show a field with its label, or hide it."""
        self._groups[name].setVisible(shown)

    def _group(self, one: Field) -> QWidget:
        around = QWidget()
        group = QVBoxLayout(around)
        group.setContentsMargins(0, 0, 0, 0)
        group.setSpacing(scaled(4))
        field = self.fields[one.name] = _widget(one)
        field.setObjectName(one.name)
        told = label("", "problem")
        if one.kind is not FieldKind.TICK:
            optional = not one.needed and one.kind is not FieldKind.CHOICE
            group.addWidget(field_name(one.label, field, empty=optional))
        if one.hint:
            group.addWidget(label(one.hint, "muted"))
        group.addWidget(field)
        group.addWidget(told)
        self.add_field(one.name, field, told)
        return around

    # What stands in the fields.

    def text(self, name: str) -> str:
        """What stands in a field; of a choice its key, of a tick '1' or ''."""
        field = self.fields[name]
        if isinstance(field, QPlainTextEdit):
            return field.toPlainText()
        if isinstance(field, QCheckBox):
            return "1" if field.isChecked() else ""
        if isinstance(field, QComboBox):
            key = field.currentData()
            typed = field.currentText()
            known = field.isEditable() and field.findText(typed) != field.currentIndex()
            return typed if key is None or known else str(key)
        assert isinstance(field, QLineEdit)
        return field.text()

    def put(self, name: str, text: str) -> None:
        """Put something into a field."""
        _put(self.fields[name], text)

    def read(self, reading: Reading) -> Callable[[], object]:
        """Read the fields; gives what keeps them (done in the background)."""
        raise NotImplementedError

    def _save(self) -> None:
        if not self.fits():
            return
        texts: Mapping[str, str] = {name: self.text(name) for name in self.fields}
        reading = Reading(texts, datetime.date.today())  # noqa: DTZ011 - the day of the person
        write = self.read(reading)
        self.show_problems(reading.problems)
        if not reading.problems:
            self._write(write)

    def _write(self, write: Callable[[], object], _on: bool = False) -> None:
        self.workspace.writers.run(self, write, lambda _done: self._kept())

    def _kept(self) -> None:
        self.saved.emit()
        self.accept()


def _widget(one: Field) -> QWidget:
    made: QWidget
    if one.kind is FieldKind.TEXT:
        made = QPlainTextEdit()
        made.setTabChangesFocus(True)
        made.setFixedHeight(scaled(_TEXT_LINES))
    elif one.kind is FieldKind.TICK:
        made = WordCheck(one.label)
    elif one.kind is FieldKind.LINE:
        made = QLineEdit()
    else:
        made = QComboBox()
        made.setEditable(one.kind is FieldKind.OPEN_CHOICE)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(16)
        for key, word in one.choices:
            made.addItem(word, key)
    made.setAccessibleName(one.label)
    _put(made, one.value)
    return made


def _put(field: QWidget, text: str) -> None:
    if isinstance(field, QPlainTextEdit):
        field.setPlainText(text)
    elif isinstance(field, QCheckBox):
        field.setChecked(bool(text))
    elif isinstance(field, QComboBox):
        place = field.findData(text, Qt.ItemDataRole.UserRole)
        if place >= 0:
            field.setCurrentIndex(place)
        elif field.isEditable():
            field.setCurrentText(text)
    elif isinstance(field, QLineEdit):
        field.setText(text)
        field.setCursorPosition(0)

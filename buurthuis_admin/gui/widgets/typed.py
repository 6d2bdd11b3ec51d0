# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was typed in the fields of a form or a page, as texts by name, and back again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import count

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QDateTimeEdit,
    QDoubleSpinBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTextEdit,
    QWidget,
)

_TEXTS = (QLineEdit, QPlainTextEdit, QTextEdit)
_FIELDS = (*_TEXTS, QComboBox, QAbstractSpinBox, QAbstractButton)


def fields_in(parent: QWidget) -> dict[str, QWidget]:
    """The fields in a form by name; those without a name of their own by what is read aloud."""
    found: dict[str, QWidget] = {}
    for field in parent.findChildren(QWidget):
        if isinstance(field, _FIELDS) and _can_be_filled(field):
            found[_free_name(field.objectName() or field.accessibleName(), found)] = field
    return found


def named(fields: Iterable[QWidget]) -> dict[str, QWidget]:
    """Fields by their names."""
    found: dict[str, QWidget] = {}
    for field in fields:
        found[_free_name(field.objectName() or field.accessibleName(), found)] = field
    return found


def _can_be_filled(field: QWidget) -> bool:
    if isinstance(field, QAbstractButton):
        return field.isCheckable()
    # What can be chosen or counted has an edit of its own inside.
    return not isinstance(field.parentWidget(), QComboBox | QAbstractSpinBox)


def _free_name(name: str, taken: Mapping[str, QWidget]) -> str:
    if name not in taken:
        return name
    return next(more for number in count(2) if (more := f"{name} {number}") not in taken)


def is_touched(field: QWidget) -> bool:
    """Whether somebody typed in it since it was filled."""
    if isinstance(field, QLineEdit):
        return field.isModified()
    if isinstance(field, QPlainTextEdit | QTextEdit):
        return field.document().isModified()
    return False


def touch(field: QWidget, *, touched: bool = True) -> None:
    """Count a field as typed in, or as kept."""
    if isinstance(field, QLineEdit):
        field.setModified(touched)
    elif isinstance(field, QPlainTextEdit | QTextEdit):
        field.document().setModified(touched)


def text_of(field: QWidget) -> str:
    """What stands in a field; '1' for what is ticked."""
    if isinstance(field, QPlainTextEdit | QTextEdit):
        return field.toPlainText()
    if isinstance(field, QComboBox):
        return field.currentText()
    if isinstance(field, QAbstractButton):
        return "1" if field.isChecked() else ""
    assert isinstance(field, QLineEdit | QAbstractSpinBox)
    return field.text()


def put_text(field: QWidget, text: str) -> None:
    """Put back what ``text_of`` gave."""
    if isinstance(field, QPlainTextEdit | QTextEdit):
        field.setPlainText(text)
    elif isinstance(field, QComboBox):
        field.setCurrentText(text)
    elif isinstance(field, QAbstractButton):
        field.setChecked(bool(text))
    elif isinstance(field, QSpinBox | QDoubleSpinBox):
        field.setValue(field.valueFromText(text))  # type: ignore[arg-type]
    elif isinstance(field, QDateTimeEdit):
        field.setDateTime(field.dateTimeFromText(text))
    elif isinstance(field, QLineEdit):
        field.setText(text)

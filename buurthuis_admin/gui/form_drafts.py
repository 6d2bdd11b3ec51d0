# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Takes down what was typed in the forms that are open, and puts it back."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from buurthuis_admin.gui.widgets.dialogs import open_dialog
from buurthuis_admin.gui.widgets.form_dialog import FormDialog
from buurthuis_admin.i18n import _
from buurthuis_admin.services.drafts import FormDraft

OTHER = "other"  # a form that cannot be opened again: its texts are shown
_FIELDS = (QLineEdit, QPlainTextEdit, QComboBox, QCheckBox, QSpinBox)


def open_forms(window: QWidget) -> list[FormDialog]:
    """The forms over a window that hold something typed."""
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, FormDialog) and widget.isVisible() and _is_over(widget, window)
    ]


def _is_over(form: FormDialog, window: QWidget) -> bool:
    parent = form.parentWidget()
    return parent is not None and parent.window() is window


def take_down(form: FormDialog) -> FormDraft:
    """What stands in a form now, and where the cursor is."""
    focus = cast("QWidget | None", form.focusWidget())  # there may be none
    if not form.draft_kind:
        texts = {
            field.accessibleName() or name: _text(field) for name, field in _fields(form).items()
        }
        return FormDraft(OTHER, 0, {name: text for name, text in texts.items() if text})
    return FormDraft(
        form.draft_kind,
        form.draft_subject,
        {name: _text(field) for name, field in _fields(form).items()},
        focus.objectName() if focus is not None else "",
    )


def put_back(form: FormDialog, draft: FormDraft) -> None:
    """Put what was typed into a form that was opened anew."""
    fields = _fields(form)
    for name, text in draft.texts.items():
        if name in fields:
            _set_text(fields[name], text)
    if draft.focus in fields:
        fields[draft.focus].setFocus()


def show_texts(parent: QWidget, draft: FormDraft) -> None:
    """Show what was typed in a form that cannot be opened again, to copy it from."""
    dialog = QMessageBox(parent)
    dialog.setIcon(QMessageBox.Icon.NoIcon)
    dialog.setWindowTitle(_("Not saved yet"))
    dialog.setText(_("You had typed this and not saved it. Copy what you need."))
    dialog.setInformativeText("\n".join(f"{name}: {text}" for name, text in draft.texts.items()))
    dialog.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    close = dialog.addButton(_("Close"), QMessageBox.ButtonRole.RejectRole)
    close.setAccessibleName(_("Close"))
    open_dialog(dialog)


def _fields(form: FormDialog) -> dict[str, QWidget]:
    found = form.findChildren(QWidget)
    return {one.objectName(): one for one in found if isinstance(one, _FIELDS) and _own(one)}


def _own(field: QWidget) -> bool:
    # A combo box that can be typed in has an edit of its own inside.
    return bool(field.objectName()) and not field.objectName().startswith("qt_")


def _text(field: QWidget) -> str:
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    if isinstance(field, QComboBox):
        return field.currentText()
    if isinstance(field, QCheckBox):
        return "1" if field.isChecked() else ""
    assert isinstance(field, (QLineEdit, QSpinBox))
    return field.text()


def _set_text(field: QWidget, text: str) -> None:
    if isinstance(field, QPlainTextEdit):
        field.setPlainText(text)
    elif isinstance(field, QComboBox):
        field.setCurrentText(text)
    elif isinstance(field, QCheckBox):
        field.setChecked(bool(text))
    elif isinstance(field, QSpinBox):
        field.setValue(field.valueFromText(text))
    elif isinstance(field, QLineEdit):
        field.setText(text)

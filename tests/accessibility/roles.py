# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every control says what it is: a list is a list, a chip a radio button, a table one table."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QListView,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTableView,
    QTextBrowser,
    QTextEdit,
    QTreeView,
    QWidget,
)

from tests.accessibility.seeing import Looked, controls, told

_Role = QAccessible.Role
_WANTED: tuple[tuple[type[QWidget], tuple[QAccessible.Role, ...]], ...] = (
    (QMainWindow, (_Role.Window, _Role.Client)),
    (QDialog, (_Role.Dialog, _Role.AlertMessage)),
    (QTableView, (_Role.Table,)),
    (QTreeView, (_Role.Tree,)),
    (QListView, (_Role.List,)),
    (QRadioButton, (_Role.RadioButton,)),
    (QCheckBox, (_Role.CheckBox,)),
    (QPushButton, (_Role.Button, _Role.ButtonMenu, _Role.CheckBox)),
    (QComboBox, (_Role.ComboBox,)),
    (QAbstractSpinBox, (_Role.SpinBox,)),
    (QLineEdit, (_Role.EditableText,)),
    (QTextBrowser, (_Role.StaticText, _Role.EditableText, _Role.Document)),
    (QPlainTextEdit, (_Role.EditableText,)),
    (QTextEdit, (_Role.EditableText,)),
)
_NOTHING = (_Role.NoRole, _Role.Client)


def look(shown: QWidget, _place: str) -> Looked:
    """By the interface that a screen reader uses."""
    for one in (shown, *controls(shown)):
        interface = QAccessible.queryAccessibleInterface(one)
        role = interface.role()
        wanted = next((roles for kind, roles in _WANTED if isinstance(one, kind)), None)
        right = role not in _NOTHING if wanted is None else role in wanted
        yield f"{told(one)} is a {role.name}", right

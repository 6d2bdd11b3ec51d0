# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A text that the user reads but that is not in the catalogue."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tools.checks.source import PACKAGE, Source, python_in

# Classes whose first text argument is shown, and methods whose text arguments are.
SHOWN_BY_CLASS = {
    "QLabel",
    "QPushButton",
    "QCheckBox",
    "QRadioButton",
    "QGroupBox",
    "QToolButton",
    "QAction",
}
SHOWN_BY_METHOD = {
    "addAction",
    "addButton",
    "addItem",
    "addItems",
    "addRow",
    "addTab",
    "critical",
    "information",
    "insertItem",
    "insertTab",
    "question",
    "setAccessibleDescription",
    "setAccessibleName",
    "setDetailedText",
    "setHeaderLabels",
    "setHorizontalHeaderLabels",
    "setInformativeText",
    "setItemText",
    "setLabelText",
    "setPlaceholderText",
    "setPrefix",
    "setStatusTip",
    "setSuffix",
    "setTabText",
    "setText",
    "setTitle",
    "setToolTip",
    "setWhatsThis",
    "setWindowTitle",
    "showMessage",
    "warning",
}
# Methods of the same name that show nothing.
LOGGERS = {"log", "logger", "logging", "warnings"}
WORD = re.compile(r"[^\W\d_]{2,}")


def find(sources: list[Source]) -> Iterator[str]:
    """Literal words handed to a widget without ``_``."""
    for source in python_in(sources, f"{PACKAGE}/gui", f"{PACKAGE}/app.py"):
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Call) and _shows(node.func):
                for text in _literals(node):
                    yield f"{source.name}:{node.lineno}: {text!r} is not in the catalogue"


def _shows(called: ast.expr) -> bool:
    if isinstance(called, ast.Name):
        return called.id in SHOWN_BY_CLASS
    if not isinstance(called, ast.Attribute):
        return False
    owner = called.value.id if isinstance(called.value, ast.Name) else ""
    return (
        called.attr in SHOWN_BY_CLASS | SHOWN_BY_METHOD and owner.lower().strip("_") not in LOGGERS
    )


def _literals(call: ast.Call) -> Iterator[str]:
    for argument in call.args:
        for part in argument.elts if isinstance(argument, ast.List | ast.Tuple) else [argument]:
            text = _literal(part)
            if WORD.search(text):
                yield text


def _literal(node: ast.expr) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(_literal(part) for part in node.values)
    return ""

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The name above a field, and behind it in small letters that it may be left empty."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from buurthuis_admin.gui.theme.current import scaled, tokens
from buurthuis_admin.gui.theme.tokens import SMALL
from buurthuis_admin.gui.widgets.texts import label
from buurthuis_admin.i18n import _

_MARKED = '{word} <span style="{look}">{mark}</span>'
_OPTIONAL = "optional"  # a property of a label in Qt Designer, and of each field


def field_name(words: str, field: QWidget, *, empty: bool = False, kind: str = "") -> QLabel:
    """The label of a field, which tells its name aloud too. ``empty``: it may be left empty."""
    named = label(words, kind)
    named.setBuddy(field)
    field.setAccessibleName(words)
    if empty:
        _mark(named, field)
    return named


def mark_optional(form: QWidget) -> None:
    """The same for labels that were made in Qt Designer with the property ``optional``."""
    for named in form.findChildren(QLabel):
        field = named.buddy()
        if named.property(_OPTIONAL) and field is not None:
            _mark(named, field)


def description(field: QWidget) -> str:
    """What is told aloud of a field with which nothing is wrong."""
    return _("may be left empty") if field.property(_OPTIONAL) else ""


def _mark(named: QLabel, field: QWidget) -> None:
    field.setProperty(_OPTIONAL, True)
    field.setAccessibleDescription(description(field))
    look = f"color: {tokens().text2}; font-size: {scaled(SMALL)}px; font-weight: normal"
    mark = escape(_("({words})").format(words=description(field)))
    named.setTextFormat(Qt.TextFormat.RichText)
    named.setText(_MARKED.format(word=escape(named.text()), look=look, mark=mark))

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is not right is told at the top with the focus there, linked, and at each field in words."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from buurthuis_admin.gui.widgets.form_dialog import FormDialog, Problem
from tests.accessibility.seeing import Looked


def look(shown: QWidget, _place: str) -> Looked:
    """Every form is told that all of its fields are wrong, each in words of its own."""
    if not isinstance(shown, FormDialog):
        return
    form = type(shown).__name__
    fields = [
        (name, one) for name, one in shown._fields.items() if one.isVisible() and one.isEnabled()
    ]
    words = {name: f"This is not right with {name}" for name, _field in fields}
    shown.show_problems([Problem(name, sentence) for name, sentence in words.items()])
    QApplication.processEvents()
    if not fields:
        return
    yield f"{form}: the summary has the focus", QApplication.focusWidget() is shown.summary
    heard = shown.summary.accessibleName()
    links = {one.text(): one for one in shown.summary.findChildren(QPushButton)}
    for name, field in fields:
        sentence = words[name]
        yield f"{form}.{name}: in the summary", sentence in heard
        yield f"{form}.{name}: at the field", field.accessibleDescription() == sentence
        yield f"{form}.{name}: in sight", shown._told[name].text() == sentence
        if sentence in links:
            links[sentence].click()
        now = QApplication.focusWidget()
        led = now is not None and (now is field or field.isAncestorOf(now))
        yield f"{form}.{name}: the line leads there", sentence in links and led
    yield (
        f"{form}: saving is never disabled",
        all(one.isEnabled() for one in shown.findChildren(QPushButton) if one.isVisible()),
    )
    shown.show_problems([])
    QApplication.processEvents()

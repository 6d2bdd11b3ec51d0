# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the tests of the page of the reports ask of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QPlainTextEdit, QPushButton

from buurthuis_admin.domain.reports import (
    ReportKey,
)
from buurthuis_admin.gui.pages.reports import ReportsPage
from buurthuis_admin.services.compositions import CompositionService

Settle = Callable[[], None]
YEAR = ReportKey(year=2025)


def added(page: ReportsPage) -> CompositionService:
    return page._workspace.administration.compositions


def text_field(page: ReportsPage, name: str) -> QPlainTextEdit:
    widget = page.editor.widget_of(name)
    assert isinstance(widget, QPlainTextEdit)
    return widget


def button_named(page: ReportsPage, words: str) -> QPushButton:
    return next(
        one
        for one in page.findChildren(QPushButton)
        if one.accessibleName() == words and one.isVisible()
    )


def open_dialogs(page: ReportsPage, kind: type[QDialog]) -> list[QDialog]:
    return [one for one in page.findChildren(kind) if one.isVisible()]


def pages_text(page: ReportsPage) -> str:
    pdf = page.preview.pdf
    texts = []
    for number in range(pdf.pages):
        pdf.go_to(number)
        texts.append(pdf.text())
    return " ".join(" ".join(texts).split())

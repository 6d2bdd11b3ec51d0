# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whatever can be dragged can be done with a button as well."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from buurthuis_admin.gui.pages.import_start import ChooseView, DropFrame
from buurthuis_admin.gui.places import IMPORT
from buurthuis_admin.gui.window import MainWindow
from tests.accessibility.seeing import Looked, visible

_TEXTS = (QLineEdit, QPlainTextEdit, QTextEdit)  # text is pasted there with the keyboard


def look(shown: QWidget, place: str) -> Looked:
    """Everything that takes what is dropped on it, or that can be dragged."""
    for one in (shown, *visible(shown)):
        if isinstance(one, QAbstractItemView):
            yield f"{one.accessibleName()!r} in {place} cannot be dragged", not one.dragEnabled()
        elif one.acceptDrops() and not isinstance(one, _TEXTS) and not _part_of_text(one):
            yield f"drop on {type(one).__name__} in {place}", _has_button(one)


def _part_of_text(one: QWidget) -> bool:
    return isinstance(one.parentWidget(), _TEXTS)


def _has_button(one: QWidget) -> bool:
    if isinstance(one, MainWindow):  # files go to the page of reading in
        return one.shell is None or one.shell.page(IMPORT) is not None
    if isinstance(one, DropFrame):
        view = one.parentWidget()
        while view is not None and not isinstance(view, ChooseView):
            view = view.parentWidget()
        return view is not None and _asks_for_files(view)
    return False


def _asks_for_files(page: ChooseView) -> bool:
    """Whether a button of the page asks which files to read."""
    asked: list[str] = []

    def files(*_words: object, **_more: object) -> tuple[list[str], str]:
        asked.append("files")
        return [], ""

    def folder(*_words: object, **_more: object) -> str:
        asked.append("folder")
        return ""

    before = QFileDialog.getOpenFileNames, QFileDialog.getExistingDirectory
    QFileDialog.getOpenFileNames = files  # type: ignore[method-assign]
    QFileDialog.getExistingDirectory = folder  # type: ignore[method-assign]
    try:
        page.files.click()
        page.folder.click()
    finally:
        QFileDialog.getOpenFileNames, QFileDialog.getExistingDirectory = before  # type: ignore[method-assign]
    return {"files", "folder"} <= set(asked)

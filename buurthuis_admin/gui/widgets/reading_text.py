# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A text to read, in plain Markdown: room between its lines, and links that can be seen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser

from buurthuis_admin.gui.theme.current import scaled

_LINE = 115  # per cent
_BELOW = 6
_LARGER = {1: 2, 2: 1}  # steps of Qt above the text itself


class ReadingText(QTextBrowser):
    """Links are told by ``anchorClicked`` and opened by nobody else."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(scaled(200))

    def show_markdown(self, text: str) -> None:
        """Show a text from its beginning."""
        self.setMarkdown(text)
        self.document().setDocumentMargin(scaled(16))
        block = self.document().begin()
        while block.isValid():
            _set(block)
            block = block.next()
        self.moveCursor(QTextCursor.MoveOperation.Start)


def _set(block: QTextBlock) -> None:
    cursor = QTextCursor(block)
    level = block.blockFormat().headingLevel()
    spaced = QTextBlockFormat()
    spaced.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    above = 20 if level > 1 else 0
    spaced.setTopMargin(scaled(above))
    spaced.setBottomMargin(scaled(_BELOW))
    cursor.mergeBlockFormat(spaced)
    for part in block:  # type: ignore[attr-defined]
        fragment = part.fragment()
        cursor.setPosition(fragment.position())
        cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(_letters(fragment.charFormat(), level))


def _letters(now: QTextCharFormat, level: int) -> QTextCharFormat:
    """The font has a half bold of its own; a bold would be drawn over it."""
    made = QTextCharFormat()
    if level or now.fontWeight() > QFont.Weight.Normal:
        made.setFontWeight(QFont.Weight.DemiBold)
    if level:
        larger = _LARGER.get(level, 0)
        made.setProperty(QTextCharFormat.Property.FontSizeAdjustment, larger)
    if now.isAnchor():
        made.setFontUnderline(True)
    return made

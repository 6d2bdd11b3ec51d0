# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the colours of a sheet mean, and being crossed out: asked once for the sheet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from buurthuis_admin.gui.pages.import_controls import add_choice
from buurthuis_admin.gui.theme.current import scaled, tokens
from buurthuis_admin.gui.widgets.texts import card, label
from buurthuis_admin.i18n import _, format_number, ngettext
from buurthuis_admin.importing.corrections import STRUCK, StyleMeaning, TableCorrection
from buurthuis_admin.importing.found_table import FoundTable
from buurthuis_admin.importing.outcome import SheetKind
from buurthuis_admin.importing.style_words import meaning_name, style_name
from buurthuis_admin.importing.styles import WornStyle, meanings_for, worn_styles

_MOST = 12
_SIDE = 20
Say = Callable[[TableCorrection], None]


class Swatch(QWidget):
    """A patch of the colour that is spoken of beside it."""

    def __init__(self, colour: str) -> None:
        super().__init__()
        self._colour = colour
        self.setFixedSize(scaled(_SIDE), scaled(_SIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The colour with a line around it, as it may be that of the page."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(tokens().text2))
        painter.setBrush(QColor(self._colour))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)


def add_colours(column: QVBoxLayout, found: FoundTable, say: Say) -> None:
    """Add a card with a choice for each colour; none for a sheet without colours."""
    worn = worn_styles(found.sheet, found.table, found.found, found.said)
    if not worn or found.found.kind in (SheetKind.UNKNOWN, SheetKind.EMPTY):
        return
    frame, inner = card()
    inner.addWidget(label(_("What the colours mean"), "heading"))
    for style in sorted(worn, key=lambda one: not one.telling)[:_MOST]:
        _add_colour(inner, found, style, say)
    column.addWidget(frame)


def _add_colour(column: QVBoxLayout, found: FoundTable, worn: WornStyle, say: Say) -> None:
    def chosen(meaning: StyleMeaning) -> None:
        say(found.said.with_style(worn.style, meaning))

    choices = [(one, meaning_name(one)) for one in meanings_for(found.found.kind)]
    swatch = Swatch(worn.style) if worn.style != STRUCK else None
    examples = ", ".join(worn.examples)
    told = _("for example {examples}").format(examples=examples) if examples else ""
    add_choice(column, _word(found, worn), choices, worn.meaning, chosen, told, swatch)


def _word(found: FoundTable, worn: WornStyle) -> str:
    name = style_name(worn.style)
    if worn.style != STRUCK and _several_of_this_word(found, worn.style):
        name = f"{name} {worn.style}"
    if found.found.kind is SheetKind.ATTENDANCE:
        told = ngettext("{style}, {count} cell", "{style}, {count} cells", worn.count)
    else:
        told = ngettext("{style}, {count} row", "{style}, {count} rows", worn.count)
    return told.format(style=name, count=format_number(worn.count))


def _several_of_this_word(found: FoundTable, style: str) -> bool:
    colours = {one for one in found.sheet.fills.values() if one != style}
    return any(style_name(one) == style_name(style) for one in colours)

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""One row of a change as a block: its name, and each field before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from buurthuis_admin.domain.history import Operation
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.texts import label
from buurthuis_admin.i18n import _

if TYPE_CHECKING:
    from buurthuis_admin.services.history_words import ToldField, ToldRow


def row_block(row: ToldRow) -> QWidget:
    """A title, and below it a line per field."""
    block = QWidget()
    grid = QGridLayout(block)
    grid.setContentsMargins(0, scaled(6), 0, scaled(6))
    grid.setHorizontalSpacing(scaled(16))
    grid.setVerticalSpacing(scaled(4))
    grid.addWidget(label(row.title, "strong"), 0, 0, 1, 3)
    for column, share in enumerate((2, 3, 3)):
        grid.setColumnStretch(column, share)
    if row.operation is Operation.CHANGED and row.fields:
        grid.addWidget(label(_("Before"), "small"), 1, 1)
        grid.addWidget(label(_("After"), "small"), 1, 2)
    for field in row.fields:
        _add_field(grid, field, row.operation)
    return block


def _add_field(grid: QGridLayout, field: ToldField, operation: Operation) -> None:
    line = grid.rowCount()
    top = Qt.AlignmentFlag.AlignTop
    if field.label:
        grid.addWidget(label(field.label, "muted"), line, 0, top)
    if operation is not Operation.CHANGED:
        value = field.after if operation is Operation.ADDED else field.before
        first, columns = (1, 2) if field.label else (0, 3)
        grid.addWidget(_value(value, field.label), line, first, 1, columns, top)
        return
    before = _("{field}, before").format(field=field.label).removeprefix(", ")
    after = _("{field}, after").format(field=field.label).removeprefix(", ")
    grid.addWidget(_value(field.before, before), line, 1, top)
    grid.addWidget(_value(field.after, after), line, 2, top)


def _value(text: str, heading: str) -> QLabel:
    made = label(text or _("empty"), "" if text else "muted")
    made.setAccessibleName(f"{heading}: {made.text()}".removeprefix(": "))
    return made

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A choice or a line with its word above it, as the cards about a sheet have them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.flow import FlowLabel, flow_row
from buurthuis_admin.gui.widgets.texts import label

_LEAST_LETTERS, _SIDES = 12, 32


def add_choice(
    column: QVBoxLayout,
    word: str,
    choices: Sequence[tuple[Any, str]],
    current: Any,
    chosen: Callable[[Any], None],
    told: str = "",
    beside: QWidget | None = None,
    name: str = "",
) -> QComboBox:
    """Add a choice; ``told`` stands under its word, ``beside`` next to it.

    ``name`` is for a screen reader, where the word alone is not enough.
    """
    box = QComboBox()
    for value, text in choices:
        box.addItem(text, value)
    # As wide as its column, not as its longest choice; the list that opens is.
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(_LEAST_LETTERS)
    box.view().setMinimumWidth(box.view().sizeHintForColumn(0) + scaled(_SIDES))
    values = [value for value, _text in choices]
    box.setCurrentIndex(values.index(current) if current in values else -1)
    box.setAccessibleName(name or word)
    box.setAccessibleDescription(told)
    box.activated.connect(lambda at: chosen(values[at]))
    named = FlowLabel(word, "strong")
    named.setBuddy(box)
    column.addWidget(flow_row(named, beside) if beside is not None else named)
    if told:
        column.addWidget(label(told, "small"))
    column.addWidget(box)
    return box


def add_line(column: QVBoxLayout, word: str) -> QLineEdit:
    """Add a line to type in, with room under it for what is not right."""
    field = QLineEdit()
    field.setAccessibleName(word)
    named = label(word, "strong")
    named.setBuddy(field)
    problem = label("", "problem")
    problem.hide()
    field.setProperty("problem_label", problem)
    column.addWidget(named)
    column.addWidget(field)
    column.addWidget(problem)
    return field

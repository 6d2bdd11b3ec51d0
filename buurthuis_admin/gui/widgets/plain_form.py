# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A form of which the fields are put together in the program, for what changes with the data."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.field_names import field_name
from buurthuis_admin.gui.widgets.form_dialog import FormDialog
from buurthuis_admin.gui.widgets.scroll import ScrollColumn
from buurthuis_admin.gui.widgets.texts import button, label
from buurthuis_admin.i18n import _

Field = TypeVar("Field", bound=QWidget)


class PlainForm(FormDialog):
    """Title, fields below each other, and the buttons; ``save_asked`` is what saving does."""

    def __init__(self, title: str, parent: QWidget, save: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        top = QVBoxLayout()
        top.setContentsMargins(scaled(24), scaled(16), scaled(24), 0)
        self.title = label(title, "heading")
        top.addWidget(self.title)
        self.put_summary(top)
        outer.addLayout(top)
        self.body = ScrollColumn(margins=(24, 16, 24, 16), gap=16)
        outer.addWidget(self.body, 1)
        self.save = button(save or _("Save"), "", "primary")
        self.cancel = button(_("Cancel"))
        self.save.clicked.connect(self._asked)
        self.cancel.clicked.connect(self.reject)
        self.put_footer(outer, self.save, self.cancel)

    def _asked(self) -> None:
        if self.fits():
            self.save_asked()

    def save_asked(self) -> None:
        """Read the fields and keep them, or tell what is not right."""
        raise NotImplementedError

    def field(
        self, name: str, words: str, widget: Field, *, hint: str = "", empty: bool = False
    ) -> Field:
        """One more field with its label above it and room for what is not right below it."""
        group, told = field_group(words, widget, hint, empty=empty)
        widget.setObjectName(name)
        self.add_field(name, widget, told)
        self.body.column.addWidget(group)
        return widget


def field_group(
    words: str, widget: QWidget, hint: str = "", *, empty: bool = False
) -> tuple[QWidget, QLabel]:
    """A field under its label; gives also the label for what is not right."""
    group = QWidget()
    column = QVBoxLayout(group)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(scaled(4))
    told = label("", "problem")
    told.hide()
    column.addWidget(field_name(words, widget, empty=empty))
    if hint:
        column.addWidget(label(hint, "small"))
    column.addWidget(widget)
    column.addWidget(told)
    return group, told

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The photos of a chapter: add, describe, move and take out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from buurthuis_admin.domain.reports import Photo
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.field_names import field_name
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.texts import button, card, clear, label, square_button
from buurthuis_admin.gui.widgets.word_button import WordCheck
from buurthuis_admin.i18n import _


class PhotoList(QWidget):
    """``changed`` is sent with a photo and 'save', 'remove', 'up' or 'down'."""

    add_asked = Signal()
    changed = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self._photos: list[Photo] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, scaled(8), 0, 0)
        self._column.setSpacing(scaled(8))
        self.add = button(_("Add a photo…"), "image")
        self.add.clicked.connect(self.add_asked)
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(scaled(12))
        self._column.addWidget(label(_("Photos"), "strong"))
        self._column.addWidget(self._list)
        self._column.addWidget(flow_row(self.add))

    def show_photos(self, photos: Sequence[Photo]) -> None:
        """Show the photos; what is being typed about one that did not change is left alone."""
        if list(photos) == self._photos:
            return
        self._photos = list(photos)
        clear(self._rows)
        for number, photo in enumerate(photos, 1):
            self._rows.addWidget(self._card(number, photo))
        self._list.setVisible(bool(photos))

    def _card(self, number: int, photo: Photo) -> QWidget:
        frame, column = card(gap=6, margin=16)
        column.addWidget(label(_("Photo {number}").format(number=number), "strong"))
        caption = self._line(column, _("Caption"), photo.caption, empty=True)
        alt = self._line(column, _("What is on it, for who cannot see it"), photo.alt)
        agreed = WordCheck(_("Everybody on it agrees to be shown"))
        agreed.setAccessibleName(agreed.text())
        agreed.setChecked(photo.people_agreed)
        column.addWidget(agreed)
        if not photo.people_agreed:
            column.addWidget(
                label(_("Ask whoever can be recognised; for under sixteen ask a parent."), "muted")
            )

        def save() -> None:
            now = replace(
                photo,
                caption=caption.text().strip(),
                alt=alt.text().strip(),
                people_agreed=agreed.isChecked(),
            )
            if now != photo:
                self.changed.emit(now, "save")

        caption.editingFinished.connect(save)
        alt.editingFinished.connect(save)
        agreed.toggled.connect(lambda _on: save())
        column.addWidget(self._buttons(number, photo))
        return frame

    def _line(
        self, column: QVBoxLayout, words: str, text: str, *, empty: bool = False
    ) -> QLineEdit:
        line = QLineEdit(text)
        column.addWidget(field_name(words, line, empty=empty))
        column.addWidget(line)
        return line

    def _buttons(self, number: int, photo: Photo) -> QWidget:
        up = square_button("arrow-up", _("Move photo {number} up").format(number=number))
        down = square_button("arrow-down", _("Move photo {number} down").format(number=number))
        remove = button(_("Take out"), "trash")
        remove.setAccessibleName(_("Take out photo {number}").format(number=number))
        up.clicked.connect(lambda: self.changed.emit(photo, "up"))
        down.clicked.connect(lambda: self.changed.emit(photo, "down"))
        remove.clicked.connect(lambda: self.changed.emit(photo, "remove"))
        return flow_row(up, down, remove)

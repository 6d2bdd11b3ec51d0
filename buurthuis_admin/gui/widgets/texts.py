# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Small makers of labels, buttons and cards, so that pages read as what they show."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QIcon,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.theme.icons import icon
from buurthuis_admin.gui.widgets.word_button import LinkButton, WordButton

NAME_SIGNS = "_-/\\"  # after which the long name of a file may go on to the next line


def label(text: str = "", kind: str = "", *, wrap: bool = True) -> QLabel:
    """A text. ``kind``: title, heading, strong, muted, small, figure or problem."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    if kind:
        made.setProperty("kind", kind)
    return made


def value_label(text: str = "") -> QLabel:
    """A text out of the administration, which can be selected and copied."""
    made = label(text)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def button(text: str, image: str = "", kind: str = "") -> QPushButton:
    """A button with a word and perhaps an icon. ``kind``: primary, link or none."""
    made = LinkButton(text) if kind == "link" else WordButton(text)
    made.setAccessibleName(text)
    made.setAutoDefault(False)
    if kind:
        made.setProperty("kind", kind)
    if image:
        made.setIcon(_icon_of(image, kind))
        # Qt leaves 4 px between icon and text: a wider icon, drawn at its left, makes it more.
        made.setIconSize(QSize(scaled(26 if text else 20), scaled(20)))
    return made


def _icon_of(image: str, kind: str) -> QIcon:
    """An icon in the colour of the words of a button of a kind."""
    return icon(image, {"primary": "on_accent", "link": "link"}.get(kind, "text"))


def change_kind(made: QPushButton, image: str, kind: str) -> None:
    """Make a button one of another kind, its icon too."""
    restyle(made, "kind", kind)
    made.setIcon(_icon_of(image, kind))


def square_button(image: str, name: str) -> QPushButton:
    """A button with an icon alone; its word is read aloud and shown when pointed at."""
    made = button("", image, "square")
    made.setAccessibleName(name)
    made.setToolTip(name)
    return made


def icon_label(image: str, token: str, size: int = 20) -> QLabel:
    """An icon as a picture beside a text that says the same."""
    return IconLabel(image, token, size)


def path_label(path: object = "") -> QLabel:
    """The place of a file; a long one goes on to the next line at a slash."""
    return label(breakable(path), "muted")


def breakable(path: object, after: str = "/\\") -> str:
    """A path, or a name, that may be broken after each of these signs, where it looks the same."""
    return re.sub(f"([{re.escape(after)}])", "\\1\N{ZERO WIDTH SPACE}", str(path))


class IconLabel(QLabel):
    """An icon that follows light and dark."""

    def __init__(self, image: str, token: str, size: int) -> None:
        super().__init__()
        self._icon = icon(image, token)
        self.setFixedSize(scaled(size), scaled(size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon over the whole label."""
        painter = QPainter(self)
        self._icon.paint(painter, self.rect())


def card(kind: str = "card", *, gap: int = 8, margin: int = 20) -> tuple[QFrame, QVBoxLayout]:
    """A framed part of a page and the column inside it. ``kind``: card, warn, info, ok, error."""
    frame = QFrame()
    frame.setProperty("kind", kind)
    column = QVBoxLayout(frame)
    side, height = scaled(margin), scaled(max(12, margin - 4))
    column.setContentsMargins(side, height, side, height)
    column.setSpacing(scaled(gap))
    return frame, column


def line() -> QFrame:
    """A divider."""
    made = QFrame()
    made.setProperty("kind", "line")
    return made


def clear(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        inner = item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and style the widget anew."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say a text that changed without the focus going there."""
    if QAccessible.isActive() and text:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))

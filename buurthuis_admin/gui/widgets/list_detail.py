# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A list and the detail beside it; in a narrow window one takes the place of the other."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.texts import button

# The list and detail layout needs a window of 1200 px (UI.md); the sidebar takes 216 of it.
WIDE_ENOUGH = 1200 - 216
_LEAST_HEIGHT = 200
_FREE = 16_777_215  # Qt's own 'no greatest width'


class ListDetail(QWidget):
    """Puts ``listing`` and ``detail`` side by side while there is room.

    Where there is not, ``open_detail`` shows the detail in place of the list, with a way back.
    The detail has a fixed ``width`` at 100 %, or with ``share`` at least that and its share.
    With ``alone`` there is never room for both: the detail is a page of its own.
    """

    narrow_changed = Signal(bool)

    def __init__(
        self,
        listing: QWidget,
        detail: QWidget,
        back: str,
        *,
        home: QWidget,
        width: int = 400,
        share: tuple[int, int] | None = None,
        kind: str = "detail",
        alone: bool = False,
    ) -> None:
        super().__init__()
        self._listing = listing
        self._home = home
        self._panel = QFrame()
        self._panel.setProperty("kind", kind)
        self._wide_width = scaled(width)
        self._shares = share is not None
        self._alone = self._narrow = alone
        self._opened = False
        self.back = button(back, "caret-left", "link")
        self.back.clicked.connect(self.close_detail)
        column = QVBoxLayout(self._panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        bar = QHBoxLayout()
        bar.setContentsMargins(scaled(24), scaled(8), scaled(24), 0)
        bar.addWidget(self.back)
        bar.addStretch(1)
        column.addLayout(bar)
        column.addWidget(detail, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(listing, share[0] if share else 1)
        row.addWidget(self._panel, share[1] if share else 0)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self._panel)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.close_detail)
        self._arrange()

    @property
    def narrow(self) -> bool:
        """Whether only one of the two is shown."""
        return self._narrow

    @property
    def opened(self) -> bool:
        """Whether the detail was brought in front."""
        return self._opened

    def open_detail(self) -> None:
        """Bring the detail in front; where both are shown this changes nothing."""
        self._opened = True
        self._arrange()
        if self._narrow:
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_detail(self) -> None:
        """Back to the list; ``home`` in it gets the focus."""
        self._opened = False
        self._arrange()
        self._home.setFocus(Qt.FocusReason.BacktabFocusReason)

    def focus_home(self) -> None:
        """The list gets the focus, or the way back to it where the detail stands in its place."""
        hidden = self._narrow and self._opened
        (self.back if hidden else self._home).setFocus(Qt.FocusReason.OtherFocusReason)

    def minimumSizeHint(self) -> QSize:
        """Room for one of the two: a narrow window shows no more."""
        listing, panel = self._listing.minimumSizeHint(), self._panel.minimumSizeHint()
        return listing.expandedTo(panel).expandedTo(QSize(0, scaled(_LEAST_HEIGHT)))

    def event(self, event: QEvent) -> bool:
        """What is inside asks for another size."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._look_whether_narrow()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Decide anew whether there is room for both."""
        super().resizeEvent(event)
        self._look_whether_narrow()

    def _look_whether_narrow(self) -> None:
        detail = max(self._wide_width, self._panel.minimumSizeHint().width())
        both = self._listing.minimumSizeHint().width() + detail
        narrow = self._alone or self.width() < max(scaled(WIDE_ENOUGH), both)
        if not narrow and not self._narrow:
            self._give_width()  # what is in the detail now may be wider than what was
        if narrow != self._narrow:
            self._narrow = narrow
            self._arrange()
            self.narrow_changed.emit(narrow)

    def _arrange(self) -> None:
        self.back.setVisible(self._narrow)
        self._listing.setVisible(not (self._narrow and self._opened))
        self._panel.setVisible(not self._narrow or self._opened)
        self._give_width()

    def _give_width(self) -> None:
        # A least width of ours hides from Qt that the content of the detail may need more.
        width = max(self._wide_width, self._panel.minimumSizeHint().width())
        self._panel.setMinimumWidth(0 if self._narrow else width)
        self._panel.setMaximumWidth(_FREE if self._narrow or self._shares else width)

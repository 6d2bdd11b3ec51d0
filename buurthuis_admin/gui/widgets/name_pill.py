# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A cell with a name and a state: beside each other, or below where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QTableView

from buurthuis_admin.gui.theme.current import scaled, tokens
from buurthuis_admin.gui.theme.tokens import ROW
from buurthuis_admin.gui.widgets.pill import (
    PillRole,
    PillText,
    RowDelegate,
    draw_ground,
    draw_pill,
    pill_size,
)

_SIDE, _BETWEEN, _ABOVE = 12, 12, 8
_FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_Index = QModelIndex | QPersistentModelIndex


class NamePillDelegate(RowDelegate):
    """Draws the text of a cell whole, on more lines where it is long, and its pill with it.

    The rows must be as high as it asks for: ``resizeRowsToContents`` once the width is known.
    """

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The ground of the row, the name, and the pill."""
        plain = QStyleOptionViewItem(option)
        self.initStyleOption(plain, index)
        text, font = plain.text, QFont(plain.font)
        draw_ground(painter, plain)
        self.draw_bar(painter, option)
        painter.save()
        painter.setFont(font)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(QColor(tokens().on_accent_soft if chosen else tokens().text))
        name, pill = self._areas(QRectF(option.rect), font, text, index.data(PillRole))
        painter.drawText(name, _FLAGS, text)
        painter.restore()
        if pill is not None:
            draw_pill(painter, pill, index.data(PillRole))

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As high as the lines of the name and its pill need in this column."""
        plain = QStyleOptionViewItem(option)
        self.initStyleOption(plain, index)
        view = option.widget
        width = view.columnWidth(index.column()) if isinstance(view, QTableView) else 0
        area = QRectF(0, 0, width, 0)
        name, pill = self._areas(area, plain.font, plain.text, index.data(PillRole))
        used = name if pill is None else name.united(pill)
        return QSize(width, max(scaled(ROW), round(used.height()) + 2 * scaled(_ABOVE)))

    def _areas(
        self, cell: QRectF, font: QFont, text: str, pill: object
    ) -> tuple[QRectF, QRectF | None]:
        """Where the name and the pill stand in a cell; its height 0: as high as they need."""
        inner = cell.adjusted(scaled(_SIDE), 0, -scaled(_SIDE), 0)
        metrics = QFontMetrics(font)
        beside = metrics.horizontalAdvance(text) + scaled(_BETWEEN)
        width = max(1, round(inner.width()))
        lines = metrics.boundingRect(0, 0, width, 10_000, _FLAGS, text).height()
        if not isinstance(pill, PillText):
            height = max(float(lines), inner.height())
            return QRectF(inner.x(), inner.y(), inner.width(), height), None
        size = pill_size(pill)
        if beside + size.width() <= inner.width():
            height = max(float(lines), float(size.height()), inner.height())
            name = QRectF(inner.x(), inner.y(), beside, height)
            top = inner.y() + (height - size.height()) / 2
            return name, QRectF(inner.x() + beside, top, size.width(), size.height())
        both = lines + scaled(4) + size.height()
        top = inner.y() + max(0.0, (inner.height() - both) / 2)
        name = QRectF(inner.x(), top, inner.width(), lines)
        shown = min(float(size.width()), inner.width())
        return name, QRectF(inner.x(), top + lines + scaled(4), shown, size.height())

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A choice that is as wide as its longest word where there is room, and narrower where not."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox

from buurthuis_admin.gui.theme.current import scaled

_LEAST = 160  # pixels at 100 %


class GivingBox(QComboBox):
    """The list that opens shows all of a word."""

    def minimumSizeHint(self) -> QSize:
        """Room for the beginning of a word."""
        size = super().minimumSizeHint()
        return QSize(min(size.width(), scaled(_LEAST)), size.height())

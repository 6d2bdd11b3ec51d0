# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Only this meeting, this one and those that follow, or all of the series."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from buurthuis_admin.domain.series import Scope
from buurthuis_admin.gui.widgets.texts import label
from buurthuis_admin.gui.widgets.word_button import WordRadio
from buurthuis_admin.i18n import _


class ScopeChoice(QWidget):
    """``changed`` is sent when another one is chosen."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("For which meetings"))
        self._group = QButtonGroup(self)
        self._boxes: dict[Scope, QRadioButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label(_("For which meetings"), "strong"))
        for scope, word in (
            (Scope.ONE, _("Only this one")),
            (Scope.FOLLOWING, _("This one and all that follow")),
            (Scope.ALL, _("All of the series")),
        ):
            box = self._boxes[scope] = WordRadio(word)
            box.setAccessibleName(word)
            self._group.addButton(box)
            column.addWidget(box)
        self._boxes[Scope.ONE].setChecked(True)
        self._group.buttonToggled.connect(lambda _box, on: self.changed.emit() if on else None)

    @property
    def scope(self) -> Scope:
        """What is chosen."""
        return next(scope for scope, box in self._boxes.items() if box.isChecked())

    def box(self, scope: Scope) -> QRadioButton:
        """The choice of a scope."""
        return self._boxes[scope]

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Opening with the recovery sheet: one field for everything, and which group is wrong."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from buurthuis_admin.domain.recovery import RecoveryError, decode
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.flow import answer_row
from buurthuis_admin.gui.widgets.form_dialog import FormDialog
from buurthuis_admin.gui.widgets.tall import tall_column
from buurthuis_admin.gui.widgets.texts import announce, button, label, restyle
from buurthuis_admin.i18n import _
from buurthuis_admin.services import recovery_words

_REST = 400  # milliseconds after the last key


class SheetForm(FormDialog):
    """``typed`` is sent with the text once it is a code without a typing error."""

    typed = Signal(str)

    def __init__(self, path: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Open with the recovery sheet"))
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(_("The groups of the sheet"))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(scaled(200))
        self.told = label("", "muted")
        self.enter = button(_("Open"), "", "primary")
        self.cancel = button(_("Cancel"))
        named = label(_("The groups of the sheet"))
        named.setBuddy(self.text)
        column = tall_column(self, gap=8)
        told = _(
            "Type the groups of the recovery sheet of {file}, from A1 to F3. Capitals, spaces and "
            "lines do not matter; a scanner may do it too."
        )
        for widget in (
            label(_("Open with the recovery sheet"), "heading"),
            label(told.format(file=path.name), "muted"),
            named,
            self.text,
            self.told,
            answer_row(self.cancel, self.enter),
        ):
            column.addWidget(widget)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._look)
        self.text.textChanged.connect(self._rest.start)
        self.enter.clicked.connect(self._open)
        self.cancel.clicked.connect(self.reject)
        self.fit_screen(560, 520)
        self.text.setFocus()

    def problem(self) -> str:
        """What is not right with what was typed; '' when it is a code."""
        try:
            decode(self.text.toPlainText())
        except RecoveryError as error:
            return recovery_words.explain(error)
        return ""

    def _look(self) -> None:
        problem = self.problem()
        self.tell(problem or _("All groups are right."), wrong=bool(problem))

    def tell(self, text: str, *, wrong: bool) -> None:
        """Say something under the field."""
        self.told.setText(text)
        restyle(self.told, "kind", "problem" if wrong else "muted")
        self.text.setAccessibleDescription(text if wrong else "")
        announce(self, text)

    def _open(self) -> None:
        problem = self.problem()
        if problem:
            self.tell(problem, wrong=True)
            self.text.setFocus()
            return
        self.typed.emit(self.text.toPlainText())
        self.accept()

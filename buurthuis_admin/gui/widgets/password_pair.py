# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two fields for a new password, with advice while it is typed and a phrase to choose."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.flow import FlowLabel, flow_policy, flow_row
from buurthuis_admin.gui.widgets.texts import announce, button, label, restyle
from buurthuis_admin.gui.widgets.word_button import WordCheck
from buurthuis_admin.i18n import _
from buurthuis_admin.services.password_strength import PasswordStrength

Judge = Callable[[str, str], PasswordStrength]
_REST = 250  # milliseconds after the last key


class PasswordAdvice(QWidget):
    """What is thought of the password in a field, and a phrase that would do."""

    def __init__(self, field: QLineEdit, again: QLineEdit, judge: Judge) -> None:
        super().__init__()
        from buurthuis_admin.services.password_words import random_phrase

        self._field, self._again, self._judge = field, again, judge
        self.phrase = random_phrase()
        self.text = label("", "muted")
        self.take = button(_("Use this phrase"), "", "link")
        self.offered = label(self.phrase, "strong", wrap=False)  # one line, as it is typed
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(4))
        column.addWidget(self.text)
        column.addWidget(FlowLabel(_("For example these words, made up just now:"), "muted"))
        column.addWidget(flow_row(self.offered, self.take))
        flow_policy(self)
        field.textChanged.connect(lambda _text: self._rest.start())
        self.take.clicked.connect(self._use_phrase)
        self.text.hide()

    def judgement(self) -> PasswordStrength:
        """How strong what is typed is."""
        return self._judge(self._field.text(), self.phrase)

    def _tell(self) -> None:
        self.text.setVisible(bool(self._field.text()))
        if not self._field.text():
            return
        found = self.judgement()
        self.text.setText(found.advice)
        restyle(self.text, "kind", "muted" if found.acceptable else "problem")
        announce(self, found.advice)

    def _use_phrase(self) -> None:
        self._field.setText(self.phrase)
        self._again.setText(self.phrase)
        for field in (self._field, self._again):
            field.setEchoMode(QLineEdit.EchoMode.Normal)


class PasswordPair(QWidget):
    """A new password typed twice. ``problem`` says what is not right yet; '' when all is."""

    def __init__(self, judge: Judge) -> None:
        super().__init__()
        self.password, self.again = QLineEdit(), QLineEdit()
        self.told = label("", "problem")
        self.shown = WordCheck(_("Show the password"))
        self.advice = PasswordAdvice(self.password, self.again, judge)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(4))
        for field, word in (
            (self.password, _("New password")),
            (self.again, _("The same password again")),
        ):
            named = label(word)
            named.setBuddy(field)
            field.setAccessibleName(word)
            field.setEchoMode(QLineEdit.EchoMode.Password)
            column.addWidget(named)
            column.addWidget(field)
            if field is self.password:
                column.addWidget(self.advice)
        column.addWidget(self.told)
        column.addWidget(self.shown)
        flow_policy(self)
        self.told.hide()
        self.shown.toggled.connect(self._show)

    def problem(self) -> str:
        """What is not right; told at the fields too."""
        found = self.advice.judgement()
        problem = ""
        if not found.acceptable:
            problem = found.advice
        elif self.password.text() != self.again.text():
            problem = _("The two passwords differ. Type the same one twice.")
        self.tell(problem)
        return problem

    def tell(self, problem: str) -> None:
        """Show a problem at the fields; '' for none."""
        self.told.setText(problem)
        self.told.setVisible(bool(problem))
        self.password.setAccessibleDescription(problem)
        restyle(self.password, "problem", "true" if problem else "false")
        if problem:
            announce(self, problem)
            self.password.setFocus()

    def clear(self) -> None:
        """Empty both fields."""
        self.password.clear()
        self.again.clear()

    def _show(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.password.setEchoMode(mode)
        self.again.setEchoMode(mode)

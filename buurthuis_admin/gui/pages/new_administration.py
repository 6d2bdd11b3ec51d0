# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The dialog for a new administration."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from buurthuis_admin.domain.text import clean, squeeze
from buurthuis_admin.gui.doors import SUFFIX
from buurthuis_admin.gui.forms.ui_new_administration import Ui_NewAdministrationForm
from buurthuis_admin.gui.widgets.form_dialog import FormDialog, Problem
from buurthuis_admin.gui.widgets.password_pair import PasswordAdvice
from buurthuis_admin.i18n import _
from buurthuis_admin.services.password_strength import judge

_FIELDS = ("centre", "town", "password", "again")


def problems_with(centre: str, password: str, again: str) -> list[Problem]:
    """What is not right with the answers."""
    problems = []
    if not clean(centre):
        problems.append(Problem("centre", _("Fill in the name of the centre.")))
    strength = judge(password, (clean(centre),))
    if not strength.acceptable:
        problems.append(Problem("password", strength.advice))
    elif password != again:
        problems.append(Problem("again", _("The two passwords differ. Type the same one twice.")))
    return problems


class NewAdministrationForm(FormDialog):
    """``decided`` is sent with place, password, name of the centre, and its town."""

    decided = Signal(object, str, str, str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.ui = Ui_NewAdministrationForm()
        self.ui.setupUi(self)
        self.finish_ui(self.ui.top)
        for name in _FIELDS:
            self.add_field(name, getattr(self.ui, name), getattr(self.ui, f"{name}_problem"))
        self.advice = PasswordAdvice(
            self.ui.password,
            self.ui.again,
            lambda typed, example: judge(typed, (clean(self.ui.centre.text()),), example),
        )
        self.ui.password_group.addWidget(self.advice)
        self.ui.show_password.toggled.connect(self._show_password)
        self.ui.save.clicked.connect(self._check)
        self.ui.cancel.clicked.connect(self.reject)
        self.fit_screen(560, 700)
        self.ui.centre.setFocus()

    def _show_password(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.ui.password.setEchoMode(mode)
        self.ui.again.setEchoMode(mode)

    def _check(self) -> None:
        centre, town, password, again = (getattr(self.ui, name).text() for name in _FIELDS)
        problems = self.with_unfit(problems_with(centre, password, again))
        self.show_problems(problems)
        if problems:
            return
        name = f"{squeeze(centre) or 'buurthuis'}{SUFFIX}"
        path, _kind = QFileDialog.getSaveFileName(
            self, _("Where to keep the administration"), name, administration_files()
        )
        if path:
            file = Path(path).with_suffix(SUFFIX)
            self.decided.emit(file, password, clean(centre), clean(town))
            self.accept()


def administration_files() -> str:
    """What the file dialogs list."""
    return _("Administrations ({pattern})").format(pattern=f"*{SUFFIX}") + ";;" + _("All files (*)")

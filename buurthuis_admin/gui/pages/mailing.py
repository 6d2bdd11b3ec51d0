# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The button 'With these people…': what can be done for many at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from buurthuis_admin.gui.pages.mailing_choices import LetterChoices, Mailing, mailing_words
from buurthuis_admin.gui.widgets.dialogs import open_dialog
from buurthuis_admin.gui.widgets.texts import announce
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _

Ids = Callable[[], Sequence[int]]


class MailingMenu(QMenu):
    """``chosen`` gives what reads the ids of those who are chosen now, in the background."""

    saved = Signal(str)

    def __init__(self, chosen: Callable[[], Ids], workspace: Workspace, page: QWidget) -> None:
        super().__init__(page)
        self._chosen, self._workspace, self._page = chosen, workspace, page
        self.setAccessibleName(_("With these people…"))
        self.acts: dict[str, QAction] = {}
        self._letter = ""  # what was typed last, also when the dialog was closed
        for mailing, word in mailing_words().items():
            self._act(mailing.value, word, partial(self._open, mailing))
        self.addSeparator()
        self._act("addresses", _("E-mail addresses"), self._addresses)
        self._act("excel", _("This list as Excel"), self._ask_where)

        self.addSeparator()
        self._act("households", _("Households by address"), self._households)

        self._act("contribution", _("Contribution not paid"), self._contribution)

    def _act(self, key: str, word: str, act: Callable[[], object]) -> None:
        made = self.acts[key] = QAction(_("{act}…").format(act=word), self)
        made.triggered.connect(lambda _on=False: act())
        self.addAction(made)

    def open_below(self, opener: QPushButton) -> None:
        """Show the menu under its button, with the first line chosen for the keyboard."""
        self.popup(opener.mapToGlobal(QPoint(0, opener.height())))
        self.setActiveAction(self.actions()[0])

    def _open(self, mailing: Mailing) -> None:
        from buurthuis_admin.gui.pages.mailing_dialog import MailingDialog

        choices = LetterChoices(self._letter) if mailing is Mailing.LETTERS else None
        if choices is not None:
            choices.typed.connect(self._keep_letter)
        open_dialog(MailingDialog(mailing, self._chosen(), self._workspace, self._page, choices))

    def _keep_letter(self, text: str) -> None:
        self._letter = text

    def _addresses(self) -> None:
        from buurthuis_admin.gui.pages.mailing_addresses import AddressesDialog

        open_dialog(AddressesDialog(self._chosen(), self._workspace, self._page))

    def _households(self) -> None:
        from buurthuis_admin.gui.pages.mailing_households import HouseholdsDialog

        open_dialog(HouseholdsDialog(self._chosen(), self._workspace, self._page))

    def _contribution(self) -> None:
        from buurthuis_admin.gui.pages.mailing_contribution import ContributionDialog

        open_dialog(ContributionDialog(self._chosen(), self._workspace, self._page))

    def _ask_where(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(
            self._page, _("Save as Excel"), _("people") + ".xlsx", _("Excel files (*.xlsx)")
        )
        if path:
            self.save_list(Path(path))

    def save_list(self, path: Path) -> None:
        """Write the list of those who are chosen."""
        ids, exports = self._chosen(), self._workspace.administration.exports
        self._workspace.readers.run(
            self, lambda: exports.chosen_people(path, ids()), lambda _done: self._saved(path)
        )

    def _saved(self, path: Path) -> None:
        told = _("Saved as {file}").format(file=path.name)
        self.saved.emit(told)
        announce(self._page, told)

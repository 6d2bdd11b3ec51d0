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
from buurthuis_admin.i18n import _, format_number, ngettext
from buurthuis_admin.services.people_columns import STANDARD

Ids = Callable[[], Sequence[int]]
_ALWAYS = ("excel", "print")  # of the archive too


class MailingMenu(QMenu):
    """``chosen`` gives what reads the ids of those who are chosen now, in the background.

    ``columns`` gives the keys of the columns that the list shows now.
    """

    saved = Signal(str)

    def __init__(
        self,
        chosen: Callable[[], Ids],
        workspace: Workspace,
        page: QWidget,
        columns: Callable[[], Sequence[str]] = lambda: STANDARD,
    ) -> None:
        super().__init__(page)
        self._columns = columns
        self._chosen, self._workspace, self._page = chosen, workspace, page
        self.setAccessibleName(_("With these people…"))
        self.acts: dict[str, QAction] = {}
        self._letter = ""  # what was typed last, also when the dialog was closed
        for mailing, word in mailing_words().items():
            self._act(mailing.value, word, partial(self._open, mailing))
        self.addSeparator()
        self._act("addresses", _("E-mail addresses"), self._addresses)
        self._act("print", _("Print this list"), self._print)
        self._act("excel", _("This list as Excel"), self._ask_where)
        self.addSeparator()
        self._act("households", _("Households by address"), self._households)
        self._act("contribution", _("Contribution not paid"), self._contribution)
        self.addSeparator()
        archive = self.acts["archive"] = self.addAction(_("Put in the archive"))
        archive.triggered.connect(lambda _on=False: self.archive(on=True))
        back = self.acts["back"] = self.addAction(_("Take out of the archive"))
        back.triggered.connect(lambda _on=False: self.archive(on=False))

    def _act(self, key: str, word: str, act: Callable[[], object]) -> None:
        made = self.acts[key] = QAction(_("{act}…").format(act=word), self)
        made.triggered.connect(lambda _on=False: act())
        self.addAction(made)

    def open_below(self, opener: QPushButton, *, archived: bool = False) -> None:
        """Show the menu under its button, with the first line chosen for the keyboard.

        ``archived``: it is the archive that is listed, which gets no post.
        """
        for key, act in self.acts.items():
            act.setVisible(key in _ALWAYS or (key == "back") is archived)
        self.popup(opener.mapToGlobal(QPoint(0, opener.height())))
        self.setActiveAction(next(one for one in self.acts.values() if one.isVisible()))

    def archive(self, *, on: bool) -> None:
        """Put those who are chosen in the archive, or bring them back; the undo bar tells it."""
        ids, members = self._chosen(), self._workspace.administration.members
        self._workspace.writers.run(self, lambda: members.archive(ids(), on=on), lambda _done: None)

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

    def _print(self) -> None:
        from buurthuis_admin.gui.pages.pages_dialog import PagesDialog

        mailings, ids, columns = (
            self._workspace.administration.mailings,
            self._chosen(),
            self._columns(),
        )

        def make() -> tuple[bytes, str]:
            made = mailings.people_list(ids(), columns)
            told = ngettext("{count} person", "{count} people", made.count)
            return made.content, told.format(count=format_number(made.count))

        open_dialog(PagesDialog(_("List of people"), self._workspace, self._page, make=make))

    def _ask_where(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(
            self._page, _("Save as Excel"), _("people") + ".xlsx", _("Excel files (*.xlsx)")
        )
        if path:
            self.save_list(Path(path))

    def save_list(self, path: Path) -> None:
        """Write the list of those who are chosen."""
        ids, exports = self._chosen(), self._workspace.administration.exports
        columns = self._columns()
        self._workspace.readers.run(
            self,
            lambda: exports.chosen_people(path, ids(), columns),
            lambda _done: self._saved(path),
        )

    def _saved(self, path: Path) -> None:
        told = _("Saved as {file}").format(file=path.name)
        self.saved.emit(told)
        announce(self._page, told)

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The recovery sheet on the page of safety: printed, and part of it typed back."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QFrame, QLineEdit, QVBoxLayout, QWidget

from buurthuis_admin.domain.recovery import check_group
from buurthuis_admin.gui.printing import PrintJob
from buurthuis_admin.gui.widgets.flow import flow_policy, flow_row
from buurthuis_admin.gui.widgets.texts import announce, button, card, clear, label, restyle
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, current_language
from buurthuis_admin.services.safe_file import write_safely

if TYPE_CHECKING:
    from buurthuis_admin.services.security import SecurityService

_GROUP = "group_"  # begins the name of a field


class RecoveryCard(QWidget):
    """Whether the sheet is there, the buttons to make it, and the groups to type back."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.state = label("", "strong")
        self.told = label("", "muted")
        self.save = button(_("Save as PDF"), "download-simple")
        self.print = button(_("Print"), "printer", "primary")
        self.check = button(_("Type part of it back"), "keyboard")
        self.done = button(_("Check"), "", "primary")
        self.fields: dict[str, QLineEdit] = {}
        frame, column = card()
        self.frame: QFrame = frame
        column.addWidget(label(_("Recovery sheet"), "heading"))
        column.addWidget(
            label(
                _(
                    "With this sheet the administration opens when nobody knows the password any "
                    "more. Without password and sheet nobody gets in, not even we: there is no "
                    "back door. Keep it in a closed envelope with the board, not beside the laptop."
                ),
                "muted",
            )
        )
        column.addWidget(self.state)
        column.addWidget(flow_row(self.print, self.save, self.check))
        self._typing = QWidget()
        self._groups = QVBoxLayout(self._typing)
        self._groups.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._typing)
        column.addWidget(self.told)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)
        flow_policy(self)
        self._typing.hide()
        self.told.hide()
        self.save.clicked.connect(self._choose_place)
        self.print.clicked.connect(self._choose_printer)
        self.check.clicked.connect(self._ask_groups)
        self.done.clicked.connect(self._check)

    @property
    def _security(self) -> SecurityService:
        return self._workspace.administration.security

    def refresh(self) -> None:
        """Read whether the sheet was typed back."""
        security = self._security
        self._workspace.readers.run(self, lambda: security.sheet_confirmed, self._show)

    def _show(self, confirmed: bool) -> None:
        self.state.setText(
            _("The sheet is there: part of it was typed back.")
            if confirmed
            else _("Not done yet: print the sheet, and type part of it back once.")
        )

    def tell(self, text: str, *, problem: bool = False) -> None:
        """Say what came of it."""
        self.told.setText(text)
        self.told.setVisible(bool(text))
        restyle(self.told, "kind", "problem" if problem else "muted")
        announce(self, text)

    # Making it.

    def _choose_place(self) -> None:
        proposed = _("Recovery sheet") + ".pdf"
        path, _kind = QFileDialog.getSaveFileName(
            self, _("Save the recovery sheet"), proposed, "PDF (*.pdf)"
        )
        if path:
            self.save_to(Path(path))

    def save_to(self, path: Path) -> None:
        """Save the sheet as a PDF."""
        security, language = self._security, current_language()
        self._workspace.readers.run(
            self,
            lambda: write_safely(path, security.sheet(language)),
            lambda _done: self.tell(
                _("Saved: {path}. Print it, and then delete this file.").format(path=path)
            ),
        )

    def _choose_printer(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        if dialog.exec():
            self.print_on(printer)

    def print_on(self, printer: QPrinter) -> None:
        """Print the sheet."""
        security, language = self._security, current_language()
        self._workspace.readers.run(
            self, lambda: security.sheet(language), lambda content: self._print(content, printer)
        )

    def _print(self, content: bytes, printer: QPrinter) -> None:
        readers = self._workspace.readers
        job = PrintJob(content, printer, readers, done=self._printed, parent=self)
        job.start()

    def _printed(self, well: bool) -> None:
        if well:
            self.tell(_("The sheet is at the printer. Type part of it back when you have it."))
        else:
            self.tell(_("The printer did not take the sheet. Look at the printer."), problem=True)

    # Typing it back.

    def _ask_groups(self) -> None:
        self.ask_for(self._security.groups_to_type())

    def ask_for(self, groups: tuple[str, ...]) -> None:
        """Show a field for each of these groups of the sheet."""
        clear(self._groups)
        self.fields = {}
        for group in groups:
            field = QLineEdit()
            word = _("Group {group}").format(group=group)
            named = label(word)
            named.setBuddy(field)
            field.setAccessibleName(word)
            field.setObjectName(f"{_GROUP}{group}")
            field.editingFinished.connect(lambda one=group: self._look(one))
            self.fields[group] = field
            self._groups.addWidget(named)
            self._groups.addWidget(field)
        self._groups.addWidget(flow_row(self.done))
        self.done.show()
        self._typing.show()
        next(iter(self.fields.values())).setFocus()

    def groups_typed(self) -> dict[str, str]:
        """What was typed in each group that is asked, by the name of its field."""
        return {field.objectName(): field.text() for field in self.fields.values()}

    def ask_again(self, texts: Mapping[str, str]) -> None:
        """Ask the groups again of which these are the fields."""
        groups = tuple(name.removeprefix(_GROUP) for name in texts if name.startswith(_GROUP))
        if groups:
            self.ask_for(groups)

    def _look(self, group: str) -> None:
        """A typing error shows at once, before the sheet itself is compared."""
        field = self.fields.get(group)
        if field is None or not field.text().strip():
            return
        right = check_group(group, field.text())
        restyle(field, "problem", "false" if right else "true")
        if not right:
            self.tell(_wrong((group,)), problem=True)

    def _check(self) -> None:
        typed = {group: field.text() for group, field in self.fields.items()}
        security = self._security
        self._workspace.writers.run(self, lambda: security.confirm_sheet(typed), self._checked)

    def _checked(self, wrong: tuple[str, ...]) -> None:
        for group, field in self.fields.items():
            restyle(field, "problem", "true" if group in wrong else "false")
        if wrong:
            self.tell(_wrong(wrong), problem=True)
            self.fields[wrong[0]].setFocus()
            return
        self._typing.hide()
        self.fields = {}
        self.tell(_("That is right. Keep the sheet in a safe place."))
        self.refresh()


def _wrong(groups: tuple[str, ...]) -> str:
    return _("This is not what the sheet says: {groups}. Compare it sign by sign.").format(
        groups=", ".join(groups)
    )

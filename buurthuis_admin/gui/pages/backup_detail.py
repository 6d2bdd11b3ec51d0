# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""One backup: what is in it, what putting it back would change, and the button that does it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from buurthuis_admin.domain.backups import Backup, Difference
from buurthuis_admin.gui.backup_words import difference_lines, facts
from buurthuis_admin.gui.runners import Task
from buurthuis_admin.gui.widgets.flow import flow_policy, flow_row
from buurthuis_admin.gui.widgets.page import section
from buurthuis_admin.gui.widgets.scroll import ScrollColumn
from buurthuis_admin.gui.widgets.texts import (
    announce,
    breakable,
    button,
    clear,
    label,
    path_label,
)
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_moment, format_number, ngettext

_CHANGES = 15


class BackupDetail(ScrollColumn):
    """``restore_asked`` is sent with the backup that is shown.

    One that was made under another key asks for its password; ``unlocked`` brings it then.
    """

    restore_asked = Signal(object)
    unlocked = Signal(object)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._task: Task[Difference] | None = None
        self.backup: Backup | None = None
        self.title = label("", "heading")
        self.where = path_label()
        self.restore = button(_("Put this backup back"), "arrow-counter-clockwise", "primary")
        self.check = button(_("Read it from end to end"), "check-circle")
        self.secret = QLineEdit()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret.setAccessibleName(_("Password of this backup, or the text of its sheet"))
        self.unlock = button(_("Open it with this"), "key")
        self._asking = self._question()
        self.told = label("", "muted")
        self._facts = QVBoxLayout()
        self._differences = QVBoxLayout()
        for one in (self.title, self._facts, self.where, flow_row(self.restore, self.check)):
            if isinstance(one, QVBoxLayout):
                self.column.addLayout(one)
            else:
                self.column.addWidget(one)
        self.column.addWidget(self.told)
        self.column.addWidget(self._asking)
        self.column.addLayout(self._differences)
        self.column.addStretch(1)
        self.restore.clicked.connect(lambda: self.restore_asked.emit(self.backup))
        self.check.clicked.connect(self._check)
        self.unlock.clicked.connect(self._unlock)
        self.secret.returnPressed.connect(self._unlock)
        self.show_backup(None)

    def show_backup(self, backup: Backup | None) -> None:
        """Show a backup; what differs from it follows."""
        self.backup = backup
        self.body.setVisible(backup is not None)
        for layout in (self._facts, self._differences):
            clear(layout)
        self.told.setText("")
        self.told.hide()
        if backup is None:
            return
        self.title.setText(_("Backup of {moment}").format(moment=format_moment(backup.at)))
        for text in facts(backup):
            self._facts.addWidget(label(text))
        self.where.setText(breakable(backup.path))
        self.secret.clear()
        for one in (self.restore, self.check):
            one.setVisible(backup.readable)
        self._asking.setVisible(not backup.readable)
        if backup.readable:
            self._compare(backup)
        else:
            self.tell(
                _(
                    "It was made with another key than this administration has now, or it is "
                    "damaged. Type its password, or choose another backup."
                )
            )

    def _question(self) -> QWidget:
        asking = QWidget()
        column = QVBoxLayout(asking)
        column.setContentsMargins(0, 0, 0, 0)
        named = label(self.secret.accessibleName())
        named.setBuddy(self.secret)
        column.addWidget(named)
        column.addWidget(self.secret)
        column.addWidget(flow_row(self.unlock))
        flow_policy(asking)
        return asking

    def _unlock(self) -> None:
        backup, secret = self.backup, self.secret.text()
        if backup is None or not secret:
            self.tell(_("Type the password of this backup first."))
            self.secret.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        service = self._workspace.administration.backups
        self.unlock.setEnabled(False)
        self._workspace.readers.run(
            self, lambda: service.unlock(backup.path, secret), self._opened, self._not_opened
        )

    def _opened(self, backup: Backup) -> None:
        self.unlock.setEnabled(True)
        self.unlocked.emit(backup)
        self.restore.setFocus(Qt.FocusReason.OtherFocusReason)

    def _not_opened(self, error: BaseException) -> None:
        self.unlock.setEnabled(True)
        self.tell(self._workspace.errors.sentence(error))
        self.secret.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, text: str) -> None:
        """Say how it goes, aloud too."""
        self.told.setText(text)
        self.told.setVisible(bool(text))
        announce(self, text)

    def _compare(self, backup: Backup) -> None:
        if self._task is not None:
            self._task.cancel()
        service = self._workspace.administration.backups
        self._task = self._workspace.readers.run(
            self, lambda: service.compare(backup.path), self._compared, self._not_read
        )

    def _compared(self, difference: Difference) -> None:
        clear(self._differences)
        lines = difference_lines(difference)
        if not lines and not difference.changes:
            self._differences.addWidget(section(_("Nothing was changed since")))
            return
        self._differences.addWidget(section(_("When you put it back")))
        for text in lines or [_("The numbers stay the same.")]:
            self._differences.addWidget(label(text))
        self._differences.addWidget(label(_("Putting it back can itself be undone."), "muted"))
        self._show_changes(difference)

    def _show_changes(self, difference: Difference) -> None:
        if not difference.changes:
            return
        count = difference.changes_count
        told = ngettext("{count} change since", "{count} changes since", count)
        self._differences.addWidget(section(told.format(count=format_number(count))))
        for sentence in difference.changes[:_CHANGES]:
            self._differences.addWidget(label(sentence))
        if count > _CHANGES:
            self._differences.addWidget(label("…", "muted"))

    def _not_read(self, error: BaseException) -> None:
        self.tell(str(error))

    def _check(self) -> None:
        backup = self.backup
        if backup is None:
            return
        service = self._workspace.administration.backups
        self.check.setEnabled(False)
        self.tell(_("The backup is being read…"))
        self._workspace.readers.run(
            self, lambda: service.is_whole(backup.path), lambda whole: self._checked(backup, whole)
        )

    def _checked(self, backup: Backup, whole: bool) -> None:
        self.check.setEnabled(True)
        if backup is self.backup:
            self.tell(
                _("It is whole: everything in it can be read.")
                if whole
                else _("It is damaged. Choose another backup.")
            )

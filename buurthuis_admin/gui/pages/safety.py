# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The page of safety: the password, the recovery sheet, the lock, and a new key after a leak."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from buurthuis_admin.errors import UserError
from buurthuis_admin.gui.pages.recovery_card import RecoveryCard
from buurthuis_admin.gui.preferences import LOCK_MINUTES
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.page import Page, PageHeader
from buurthuis_admin.gui.widgets.password_pair import PasswordPair
from buurthuis_admin.gui.widgets.scroll import ScrollColumn
from buurthuis_admin.gui.widgets.texts import announce, button, card, label, restyle
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, ngettext
from buurthuis_admin.services.password_strength import PasswordStrength, judge

if TYPE_CHECKING:
    from buurthuis_admin.services.security import Rekeyed, SecurityService

_WIDTH = 720


class SafetyPage(Page):
    """``lock_asked`` locks now; ``lock_minutes_changed`` has the program wait so long from now."""

    lock_asked = Signal()
    lock_minutes_changed = Signal(int)
    typed_is_secret = True

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_("Safety"))
        self._workspace = workspace
        self._known: tuple[str, ...] = (workspace.administration.path.stem,)
        self.old = QLineEdit()
        self.pair = PasswordPair(self._judge)
        self.change = button(_("Change the password"), "", "primary")
        self.changed = label("", "muted")
        self.sheet = RecoveryCard(workspace)
        self.minutes = QComboBox()
        self.lock = button(_("Lock now (Ctrl+L)"), "lock-simple")
        self.new_pair = PasswordPair(self._judge)
        self.rekey = button(_("Make a new key"), "key")
        self.rekeyed = label("", "muted")
        scroll = ScrollColumn(gap=16, widest=_WIDTH)
        scroll.column.addWidget(PageHeader(_("Safety")))
        cards = (self._password_card(), self.sheet, self._lock_card(), self._leak_card())
        for part in cards:
            scroll.column.addWidget(part)
        scroll.column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(scroll)
        self._connect()
        self.refresh()

    @property
    def _security(self) -> SecurityService:
        return self._workspace.administration.security

    def _password_card(self) -> QWidget:
        frame, column = card()
        column.addWidget(label(_("Password"), "heading"))
        self._reason = label("", "muted")
        column.addWidget(self._reason)
        self._old_label = label(_("Present password"))
        self._old_label.setBuddy(self.old)
        self.old.setAccessibleName(_("Present password"))
        self.old.setEchoMode(QLineEdit.EchoMode.Password)
        for widget in (self._old_label, self.old, self.pair, flow_row(self.change), self.changed):
            column.addWidget(widget)
        return frame

    def _lock_card(self) -> QWidget:
        frame, column = card()
        column.addWidget(label(_("Locking"), "heading"))
        told = _("When nobody touches the laptop the program locks. What you had typed is kept.")
        column.addWidget(label(told, "muted"))
        for minutes in LOCK_MINUTES:
            words = ngettext("after {count} minute", "after {count} minutes", minutes)
            self.minutes.addItem(words.format(count=minutes), minutes)
        named = label(_("Lock"))
        named.setBuddy(self.minutes)
        self.minutes.setAccessibleName(_("Lock"))
        chosen = self.minutes.findData(self._workspace.preferences.lock_minutes)
        self.minutes.setCurrentIndex(chosen)
        column.addWidget(named)
        column.addWidget(flow_row(self.minutes, self.lock))
        return frame

    def _leak_card(self) -> QWidget:
        frame, column = card()
        column.addWidget(label(_("Has the password or the sheet leaked?"), "heading"))
        column.addWidget(
            label(
                _(
                    "Another password alone does not help against somebody who has an old backup "
                    "with the old password. A new key does: the administration and its backups are "
                    "encrypted anew, the old password and the old sheet open nothing any more. "
                    "Print a new sheet afterwards."
                ),
                "muted",
            )
        )
        for widget in (self.new_pair, flow_row(self.rekey), self.rekeyed):
            column.addWidget(widget)
        return frame

    def _connect(self) -> None:
        self.change.clicked.connect(self._change)
        self.rekey.clicked.connect(self._replace_key)
        self.lock.clicked.connect(self.lock_asked)
        self.minutes.activated.connect(self._minutes_chosen)

    def focus_first(self) -> None:
        """The first field of the password; the print button of a sheet that is not there yet."""
        by_sheet = self._security.by_sheet
        target = self.pair.password if by_sheet else self.old
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def own_fields(self) -> list[QWidget]:
        """The passwords and what is typed back of the sheet."""
        pairs = (self.pair, self.new_pair)
        return [
            self.old,
            *(field for pair in pairs for field in (pair.password, pair.again)),
            *self.sheet.fields.values(),
        ]

    def typed(self) -> dict[str, str]:
        """What was typed; of the sheet every group that is asked, when one was typed."""
        texts, groups = super().typed(), self.sheet.groups_typed()
        return {**groups, **texts} if groups.keys() & texts.keys() else texts

    def type_again(self, texts: Mapping[str, str]) -> None:
        """Put back what was typed; the groups of the sheet are asked first."""
        self.sheet.ask_again(texts)
        super().type_again(texts)

    def refresh(self) -> None:
        """Read how it stands."""
        by_sheet = self._security.by_sheet
        for widget in (self.old, self._old_label):
            widget.setVisible(not by_sheet)
        self._reason.setText(
            _("You came in with the recovery sheet. Choose a new password now.") if by_sheet else ""
        )
        self._reason.setVisible(by_sheet)
        self.changed.setVisible(bool(self.changed.text()))
        self.rekeyed.setVisible(bool(self.rekeyed.text()))
        self.sheet.refresh()
        settings = self._workspace.administration.settings

        def read() -> str:
            judge("")  # loads its lists of words here, and not at the first key
            return settings.centre().name

        self._workspace.readers.run(self, read, self._know)

    def _know(self, centre: str) -> None:
        self._known = (centre, self._workspace.administration.path.stem)

    def _judge(self, password: str, example: str) -> PasswordStrength:
        return judge(password, self._known, example)

    # The password.

    def _change(self) -> None:
        if self.pair.problem():
            return
        security, old, new = self._security, self.old.text(), self.pair.password.text()
        by_sheet = security.by_sheet

        def work() -> None:
            if by_sheet:
                security.set_password(new)
            else:
                security.change_password(old, new)

        self._workspace.writers.run(
            self, work, lambda _done: self._password_changed(), self._not_changed
        )

    def _password_changed(self) -> None:
        self.old.clear()
        self.pair.clear()
        self.all_kept()
        self.pair.tell("")
        restyle(self.old, "problem", "false")
        self._say(
            self.changed,
            _(
                "The password was changed. Backups of before open with the old password too, "
                "and with the recovery sheet."
            ),
        )
        self.refresh()

    def _not_changed(self, error: BaseException) -> None:
        if isinstance(error, UserError):
            self.pair.tell(str(error))
        else:
            self._workspace.errors.show(error, self)

    # A new key.

    def _replace_key(self) -> None:
        if self.new_pair.problem():
            return
        security, password = self._security, self.new_pair.password.text()
        self.rekey.setEnabled(False)
        self._say(self.rekeyed, _("One moment, everything is being encrypted anew…"))
        self._workspace.writers.run(
            self, lambda: security.replace_key(password), self._key_replaced, self._not_replaced
        )

    def _key_replaced(self, done: Rekeyed) -> None:
        self.rekey.setEnabled(True)
        self.new_pair.clear()
        self.all_kept()
        told = ngettext(
            "There is a new key, and {count} backup has it too. Print a new recovery sheet now.",
            "There is a new key, and {count} backups have it too. Print a new recovery sheet now.",
            done.made_anew,
        ).format(count=done.made_anew)
        if done.left:
            told += " " + _("These backups could not be made anew: {names}").format(
                names=", ".join(path.name for path in done.left)
            )
        self._say(self.rekeyed, told)
        self.refresh()

    def _not_replaced(self, error: BaseException) -> None:
        self.rekey.setEnabled(True)
        self._say(self.rekeyed, "")
        if isinstance(error, UserError):
            self.new_pair.tell(str(error))
        else:
            self._workspace.errors.show(error, self)

    def _minutes_chosen(self, _index: int) -> None:
        minutes = int(self.minutes.currentData())
        self._workspace.preferences.lock_minutes = minutes
        self.lock_minutes_changed.emit(minutes)

    def _say(self, where: QLabel, text: str) -> None:
        where.setText(text)
        where.setVisible(bool(text))
        announce(self, text)

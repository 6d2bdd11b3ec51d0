# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is shown when a file cannot be opened: what is wrong, what is left, and the way back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from buurthuis_admin.domain.backups import Backup, SecondPlace
from buurthuis_admin.gui.backup_words import kind_word, place_word, reason_word
from buurthuis_admin.gui.models.rows import Column, RowsModel
from buurthuis_admin.gui.pages.new_administration import administration_files
from buurthuis_admin.gui.places import BACKUPS
from buurthuis_admin.gui.runners import Runner
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.page import Page
from buurthuis_admin.gui.widgets.scroll import ScrollColumn
from buurthuis_admin.gui.widgets.table import Table
from buurthuis_admin.gui.widgets.texts import announce, breakable, button, card, clear, label
from buurthuis_admin.i18n import _, format_day_short, format_number, format_time

if TYPE_CHECKING:
    from buurthuis_admin.gui.errors import ErrorPresenter
    from buurthuis_admin.services.damage import Left, Salvaged

_WIDTH = 900
Result = TypeVar("Result")


class DamagePage(Page):
    """``restored`` is sent with the administration that was put back; ``left`` to go back."""

    restored = Signal(object)
    left = Signal()

    def __init__(
        self,
        path: Path,
        problem: str,
        secret: str,
        runner: Runner,
        errors: ErrorPresenter,
        second: SecondPlace | None = None,
    ) -> None:
        super().__init__(_("The administration cannot be opened"))
        self.help_key = BACKUPS
        self._path, self._runner, self._errors = path, runner, errors
        self._second = second
        self._salvaged: list[Salvaged] = []
        self.model = RowsModel(_columns(), self)
        self.table = Table(_("Backups that were found"))
        self.secret = QLineEdit(secret)
        self.restore = button(_("Put this backup back"), "arrow-counter-clockwise", "primary")
        self.other = button(_("Choose another backup…"), "folder-open")
        self.look = button(_("Look what can still be read"), "eye")
        self.save = button(_("Save it as Excel…"), "download-simple")
        self.back = button(_("Back"), "caret-left", "link")
        self.told = label("", "problem")
        self.nothing = label(
            _("No backups were found beside it. Choose one from a stick or another folder.")
        )
        self.left_over = QVBoxLayout()
        self._lay_out(problem)
        self._connect()
        self._read()

    def _lay_out(self, problem: str) -> None:
        scroll = ScrollColumn(margins=(24, 32, 24, 24), gap=16)
        middle = QHBoxLayout(self)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addStretch(1)
        middle.addWidget(scroll, 1000)
        middle.addStretch(1)
        scroll.setMaximumWidth(scaled(_WIDTH))
        title = _("“{name}” cannot be opened").format(name=self._path.stem)
        for widget in (
            flow_row(self.back),
            label(title, "title"),
            self._problem_card(problem),
            self._backups_card(),
            self._left_card(),
        ):
            scroll.column.addWidget(widget)
        scroll.column.addStretch(1)

    def _problem_card(self, problem: str) -> QWidget:
        frame, column = card("error", margin=16)
        column.addWidget(label(problem, "strong"))
        column.addWidget(
            label(_("Nothing was changed. Put a backup back, and you can go on from there."))
        )
        column.addWidget(label(breakable(self._path), "muted"))
        return frame

    def _backups_card(self) -> QWidget:
        frame, column = card(gap=12)
        words = label(_("Password, or the text of the recovery sheet"))
        words.setBuddy(self.secret)
        self.secret.setAccessibleName(words.text())
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret.setMinimumSize(QSize(scaled(220), scaled(44)))
        self.table.show_model(self.model, (178, 0, 186), (2,))
        told = _("The file that cannot be opened stays: it gets “beschadigd” behind its name.")
        for widget in (
            label(_("Backups"), "heading"),
            self.nothing,
            self.table,
            words,
            self.secret,
            self.told,
            flow_row(self.restore, self.other),
            label(told, "muted"),
        ):
            column.addWidget(widget)
        self.told.hide()
        self.nothing.hide()
        return frame

    def _left_card(self) -> QWidget:
        frame, column = card(gap=8)
        column.addWidget(label(_("What can still be read"), "heading"))
        column.addWidget(
            label(_("Useful when the newest backup is old: what you did since may be in here."))
        )
        column.addLayout(self.left_over)
        column.addWidget(flow_row(self.look, self.save))
        self.save.hide()
        frame.setVisible(self._path.is_file() and self._path.stat().st_size > 0)
        return frame

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self.restore.clicked.connect(self._restore_chosen)
        self.secret.returnPressed.connect(self._restore_chosen)
        self.other.clicked.connect(self._choose_other)
        self.look.clicked.connect(self._look)
        self.save.clicked.connect(self._save)

    def focus_first(self) -> None:
        """The list of backups, or the button to choose one."""
        target = self.table if self.model.rows else self.other
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self) -> None:
        from buurthuis_admin.services.damage import nearby_backups, second_folders

        path, second = self._path, self._second
        self._runner.run(self, lambda: nearby_backups(path, second_folders(second)), self._show)

    def _show(self, found: list[Backup]) -> None:
        self.model.show_rows(found)
        self.table.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self.restore.setVisible(bool(found))
        if found:
            self.table.selectRow(0)
        self.focus_first()

    # The way back.

    def _restore_chosen(self) -> None:
        place = self.table.current_row
        if 0 <= place < len(self.model.rows):
            self._bring_back(self.model.rows[place].path)

    def _choose_other(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(
            self, _("Choose another backup"), "", administration_files()
        )
        if chosen:
            self._bring_back(Path(chosen))

    def _bring_back(self, backup: Path) -> None:
        from buurthuis_admin.services.damage import bring_back, today

        path, secret = self._path, self.secret.text()
        if self._asks_secret(secret):
            return
        self._tell(_("One moment, the backup is being put back…"))
        self._run(lambda: bring_back(path, backup, secret, today()), self.restored.emit)

    def _asks_secret(self, secret: str) -> bool:
        if not secret:
            self._tell(_("Type the password of this administration."))
            self.secret.setFocus(Qt.FocusReason.OtherFocusReason)
        return not secret

    # What is left.

    def _look(self) -> None:
        from buurthuis_admin.services.damage import read_what_is_left

        path, secret = self._path, self.secret.text()
        if not self._asks_secret(secret):
            self._tell(_("One moment, the file is being read…"))
            self._run(lambda: read_what_is_left(path, secret), self._show_left)

    def _show_left(self, salvaged: list[Salvaged]) -> None:
        from buurthuis_admin.services.damage import summary

        self._tell("")
        self._salvaged = salvaged
        clear(self.left_over)
        lines = [_left_line(one) for one in summary(salvaged)]
        for text in lines:
            self.left_over.addWidget(label(text))
        announce(self, " ".join(lines))
        self.save.show()

    def _save(self) -> None:
        from buurthuis_admin.services.damage import save_what_is_left

        name = _("{name} - what could be read").format(name=self._path.stem) + ".xlsx"
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Save it as Excel…"), str(self._path.with_name(name)), "Excel (*.xlsx)"
        )
        if chosen:
            salvaged, target = self._salvaged, Path(chosen)
            saved = _("Saved: {path}").format(path=breakable(target))
            self._run(lambda: save_what_is_left(salvaged, target), lambda _done: self._tell(saved))

    def _run(self, work: Callable[[], Result], then: Callable[[Result], None]) -> None:
        self._allow(False)

        def done(result: Result) -> None:
            self._allow(True)
            then(result)

        self._runner.run(self, work, done, self._failed)

    def _failed(self, error: BaseException) -> None:
        self._allow(True)
        self._tell(self._errors.sentence(error))

    def _tell(self, text: str) -> None:
        self.told.setText(text)
        self.told.setVisible(bool(text))
        announce(self, text)

    def _allow(self, allowed: bool) -> None:
        for one in (self.restore, self.other, self.look, self.save, self.back):
            one.setEnabled(allowed)


def _left_line(one: Left) -> str:
    text = _("{kind}: all {count}") if one.whole else _("{kind}: {count}, and some are lost")
    return text.format(kind=kind_word(one.kind), count=format_number(one.rows))


def _columns() -> list[Column[Backup]]:
    return [
        Column(_("When"), _when),
        Column(_("Why"), lambda one: reason_word(one.reason)),
        Column(_("Where"), lambda one: place_word(one.place)),
    ]


def _when(backup: Backup) -> str:
    here = backup.at.astimezone()
    return f"{format_day_short(here.date())} {format_time(here.time())}"

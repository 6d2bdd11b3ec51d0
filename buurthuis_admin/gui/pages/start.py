# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The first page: open the administration, make a new one, or look at the example."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from buurthuis_admin.errors import UserError
from buurthuis_admin.gui.doors import Doors
from buurthuis_admin.gui.errors import ErrorPresenter
from buurthuis_admin.gui.pages.new_administration import (
    NewAdministrationForm,
    administration_files,
)
from buurthuis_admin.gui.places import START
from buurthuis_admin.gui.runners import Runner
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.dialogs import open_dialog
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.page import Page
from buurthuis_admin.gui.widgets.scroll import ScrollColumn
from buurthuis_admin.gui.widgets.texts import (
    announce,
    breakable,
    button,
    card,
    label,
    path_label,
    restyle,
)
from buurthuis_admin.i18n import _

if TYPE_CHECKING:
    from buurthuis_admin.services.administration import Administration

_WIDTH = 840


class StartPage(Page):
    """``opened`` is sent with the administration once a door gave one."""

    opened = Signal(object)
    proposed = Signal(object)  # another file, of which the password is asked
    damaged = Signal(object, str, str)  # the file, what is wrong, what was typed
    # With one that was just made, or opened by its sheet: safety comes first.
    opened_for_safety = Signal(object)

    def __init__(
        self, doors: Doors, runner: Runner, errors: ErrorPresenter, path: Path | None
    ) -> None:
        super().__init__(_("Start"))
        self.help_key = START
        self._doors = doors
        self._runner = runner
        self._errors = errors
        self._path = path
        self.told = label("", "problem")
        self.busy = label("", "muted")
        self.where = path_label()
        self.password = QLineEdit()
        self.show_password = button(_("Show"), "eye")
        self.open = button(_("Open"), "", "primary")
        self.forgotten = button(_("Password forgotten? Open with the recovery sheet"), "", "link")
        self.backups = button(_("It is certainly right: look for backups"), "", "link")
        self.other = button(_("Open another administration"), "folder-open")
        self.new = button(_("New administration"), "plus")
        self.example = button(_("Look at the example"), "eye")
        self._lay_out()
        self._connect()
        self.choose(path)

    def _lay_out(self) -> None:
        scroll = ScrollColumn(margins=(24, 64, 24, 24), gap=16)
        middle = QHBoxLayout(self)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addStretch(1)
        middle.addWidget(scroll, 1000)
        middle.addStretch(1)
        scroll.setMaximumWidth(scaled(_WIDTH))
        for widget in (
            label(_("Community Centre Administration"), "title"),
            label(
                _(
                    "A box of old spreadsheets becomes a year report. "
                    "Everything stays on this computer."
                ),
                "muted",
            ),
            self._open_card(),
            self._other_card(),
        ):
            scroll.column.addWidget(widget)
        scroll.column.addStretch(1)

    def _open_card(self) -> QWidget:
        frame, column = card(gap=8)
        self._card = frame
        self.name = label("", "heading")
        password_label = label(_("Password"))
        password_label.setBuddy(self.password)
        self.password.setAccessibleName(_("Password"))
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setMinimumSize(QSize(scaled(220), scaled(44)))
        row = flow_row(self.password, self.show_password, self.open)
        told = (self.told, self.backups, self.forgotten)
        for widget in (self.name, self.where, password_label, row, *told):
            column.addWidget(widget)
        self.backups.hide()
        return frame

    def _other_card(self) -> QWidget:
        frame, column = card(gap=12)
        self._first_time = label(
            _("You have no administration on this computer yet. Start with one of these."), ""
        )
        column.addWidget(self._first_time)
        column.addWidget(flow_row(self.new, self.other, self.example, gap=12))
        told = _("The example is a made-up centre with three years of lists. Change what you like.")
        column.addWidget(label(told, "muted"))
        column.addWidget(self.busy)
        self.busy.hide()
        return frame

    def _connect(self) -> None:
        self.password.returnPressed.connect(self._open)
        self.open.clicked.connect(self._open)
        self.show_password.clicked.connect(self._toggle_password)
        self.forgotten.clicked.connect(self._ask_sheet)
        self.backups.clicked.connect(self._look_for_backups)
        self.other.clicked.connect(self._choose_other)
        self.new.clicked.connect(self._make_new)
        self.example.clicked.connect(
            lambda: self._enter(self._doors.example, _("The example is being made…"))
        )

    def focus_first(self) -> None:
        """The password when there is something to open, else the first button."""
        target = self.password if self._path is not None else self.new
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, path: Path | None) -> None:
        """Propose an administration to open."""
        self._path = path
        self.proposed.emit(path)
        self._card.setVisible(path is not None)
        self._first_time.setVisible(path is None)
        self._tell("")
        self.password.clear()
        if path is not None:
            self.name.setText(_("Open {name}").format(name=path.stem))
            self.where.setText(breakable(path))
            self.password.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell_failure(self, error: BaseException, password: str) -> None:
        """The proposed administration could not be opened with this password."""
        self.password.setText(password)
        self._failed(error)

    def _toggle_password(self) -> None:
        hidden = self.password.echoMode() is QLineEdit.EchoMode.Password
        mode = QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password
        self.password.setEchoMode(mode)
        word = _("Hide") if hidden else _("Show")
        self.show_password.setText(word)
        self.show_password.setAccessibleName(word)

    def _choose_other(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(
            self, _("Open another administration"), "", administration_files()
        )
        if path:
            self.choose(Path(path))

    def _make_new(self) -> None:
        form = NewAdministrationForm(self)
        form.decided.connect(
            lambda path, password, centre, town: self._enter(
                lambda: self._doors.create(path, password, centre, town),
                _("The administration is being made…"),
                self.opened_for_safety,
            )
        )
        open_dialog(form)

    def _ask_sheet(self) -> None:
        from buurthuis_admin.gui.pages.sheet_form import SheetForm

        path = self._path
        if path is None:
            return
        form = SheetForm(path, self)
        form.typed.connect(
            lambda text: self._enter(
                lambda: self._doors.open_with_sheet(path, text),
                _("One moment, it is being opened…"),
                self.opened_for_safety,
            )
        )
        open_dialog(form)

    def _open(self) -> None:
        path, password = self._path, self.password.text()
        if path is None:
            return
        if not password:
            self._tell(_("Type the password of this administration."))
            return
        self._enter(lambda: self._doors.open(path, password), _("One moment, it is being opened…"))

    def _enter(
        self,
        door: Callable[[], Administration],
        busy: str,
        through: SignalInstance | None = None,
    ) -> None:
        self._tell("")
        self._allow(busy)
        announce(self, busy)
        entered = through or self.opened
        self._runner.run(self, door, lambda found: self._entered(found, entered), self._failed)

    def _entered(self, administration: Administration, through: SignalInstance) -> None:
        self._allow("")
        through.emit(administration)

    def _failed(self, error: BaseException) -> None:
        from buurthuis_admin.services.damage import is_damage, may_be_cut_off

        self._allow("")
        if is_damage(error) and self._path is not None:
            self.damaged.emit(self._path, str(error), self.password.text())
        elif isinstance(error, UserError) and self._path is not None:
            self._tell(str(error))
            self.backups.setVisible(may_be_cut_off(error))
        else:
            self._errors.show(error, self)

    def _look_for_backups(self) -> None:
        self.damaged.emit(self._path, self.told.text(), self.password.text())

    def _allow(self, busy: str) -> None:
        self.busy.setText(busy)
        self.busy.setVisible(bool(busy))
        for widget in (self.open, self.other, self.new, self.example):
            widget.setEnabled(not busy)

    def _tell(self, problem: str) -> None:
        self.backups.hide()
        self.told.setText(problem)
        self.told.setVisible(bool(problem))
        restyle(self.password, "problem", "true" if problem else "false")
        self.password.setAccessibleDescription(problem)
        if problem:
            announce(self, problem)
            self.password.setFocus(Qt.FocusReason.OtherFocusReason)
            self.password.selectAll()

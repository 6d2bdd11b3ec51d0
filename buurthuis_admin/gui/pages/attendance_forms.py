# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The short forms of attendance: a new name, a reason, a meeting of today, the way out."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QTimeEdit, QWidget

from buurthuis_admin.domain.activities import Activity
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.field_form import roomy
from buurthuis_admin.gui.widgets.flow import answer_row, enter_means
from buurthuis_admin.gui.widgets.form_dialog import FormDialog, Problem
from buurthuis_admin.gui.widgets.tall import tall_column
from buurthuis_admin.gui.widgets.texts import button, label
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _


class ShortForm(FormDialog):
    """A title, an explanation, one field, and two buttons. ``typed`` is sent with the text."""

    typed = Signal(str)

    def __init__(
        self, title: str, told: str, field: str, verb: str, missing: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._missing = missing
        self.field = QLineEdit()
        self.field.setAccessibleName(field)
        self.field.setMinimumHeight(scaled(44))
        self.save = button(verb, "", "primary")
        self.cancel = button(_("Cancel"))
        named = label(field)
        named.setBuddy(self.field)
        problem = label("", "problem")
        self.column = tall_column(self, gap=8)
        self.put_summary(self.column)
        for widget in (label(title, "heading"), label(told, "muted"), named, self.field, problem):
            self.column.addWidget(widget)
        self.column.addStretch(1)
        self.column.addWidget(answer_row(self.cancel, self.save))
        enter_means(self.save, self.cancel)
        self.add_field("field", self.field, problem)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.reject)
        self.fit_screen(520, 320)
        self.field.setFocus()

    def refuse(self, sentence: str) -> None:
        """Say why it is not right; what was typed stays."""
        self.show_problems([Problem("field", sentence)])

    def _save(self) -> None:
        if not self.fits():
            return
        if not self.field.text().strip():
            self.refuse(self._missing)
            return
        self.show_problems([])
        self.accept_text(self.field.text().strip())

    def accept_text(self, text: str) -> None:
        """Tell what was typed and go away."""
        self.typed.emit(text)
        self.accept()


def new_name_form(typed: str, parent: QWidget) -> ShortForm:
    """Somebody of whom only the name is known."""
    form = ShortForm(
        _("New name"),
        _("The name is enough. The rest can be filled in later on the page of the members."),
        _("Name"),
        _("Add and mark as present"),
        _("Fill in a name."),
        parent,
    )
    form.field.setText(typed)
    return form


def cancel_form(parent: QWidget) -> ShortForm:
    """Why a meeting did not take place."""
    return ShortForm(
        _("This meeting did not take place"),
        _("It is not counted in the figures. You can still take this back later."),
        _("Reason"),
        _("Did not take place"),
        _("Fill in why the meeting did not take place."),
        parent,
    )


class LeaveForm(ShortForm):
    """The way out of the full screen: the password of the administration."""

    left = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(
            _("Leave the full screen"),
            _("Type the password of this administration to go back to everything else."),
            _("Password"),
            _("Leave"),
            _("Type the password of this administration."),
            parent,
        )
        self._workspace = workspace
        self.field.setEchoMode(QLineEdit.EchoMode.Password)

    def accept_text(self, text: str) -> None:
        """Look whether it is the password; that takes a moment and happens in the background."""
        security = self._workspace.administration.security
        self.save.setEnabled(False)
        self._workspace.readers.run(self, lambda: security.fits(text), self._looked)

    def _looked(self, fits: bool) -> None:
        self.save.setEnabled(True)
        if fits:
            self.accept()
            self.left.emit()
        else:
            self.refuse(_("This is not the password. Type it again."))
            self.field.selectAll()


class StartForm(FormDialog):
    """The meeting of today of an activity; ``started`` is sent with the session."""

    started = Signal(int)

    def __init__(
        self, activities: Sequence[Activity], workspace: Workspace, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setWindowTitle(_("Meeting of today"))
        self.activity = QComboBox()
        self.activity.setAccessibleName(_("Activity"))
        self.activity.setMinimumHeight(scaled(44))
        for one in activities:
            self.activity.addItem(one.name, one.id)
        self.time = roomy(QTimeEdit())
        self.time.setAccessibleName(_("Begins at"))
        self.time.setDisplayFormat("HH:mm")
        self.time.setMinimumHeight(scaled(44))
        self.save = button(_("Open the list"), "", "primary")
        self.cancel = button(_("Cancel"))
        problem = label("", "problem")
        column = tall_column(self, gap=8)
        self.put_summary(column)
        column.addWidget(label(_("Meeting of today"), "heading"))
        told = _("If this activity already meets today, that meeting is opened.")
        column.addWidget(label(told, "muted"))
        for name, field in ((_("Activity"), self.activity), (_("Begins at"), self.time)):
            named = label(name)
            named.setBuddy(field)
            column.addWidget(named)
            column.addWidget(field)
        column.addWidget(problem)
        column.addStretch(1)
        column.addWidget(answer_row(self.cancel, self.save))
        enter_means(self.save, self.cancel)
        self.add_field("activity", self.activity, problem)
        self.save.clicked.connect(self._save)
        self.cancel.clicked.connect(self.reject)
        self.fit_screen(520, 380)
        self.activity.setFocus()

    def _save(self) -> None:
        chosen = self.activity.currentData()
        if chosen is None:
            sentence = _("There is no activity yet. Make one on the page of the activities.")
            self.show_problems([Problem("activity", sentence)])
            return
        self.show_problems([])
        meetings = self._workspace.administration.meetings
        chosen_time = self.time.time()
        time = datetime.time(chosen_time.hour(), chosen_time.minute())
        self._workspace.writers.run(self, lambda: meetings.start(chosen, time), self._started)

    def _started(self, session_id: int) -> None:
        self.accept()
        self.started.emit(session_id)


def when_done(form: ShortForm, then: Callable[[str], None]) -> ShortForm:
    """Go on with what was typed once the form is gone and the focus is back."""
    form.typed.connect(then, Qt.ConnectionType.QueuedConnection)
    return form

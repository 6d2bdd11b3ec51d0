# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The form for changing an activity."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from buurthuis_admin.domain.activities import Activity
from buurthuis_admin.domain.text import clean
from buurthuis_admin.gui.forms.ui_activity import Ui_ActivityForm
from buurthuis_admin.gui.widgets.form_dialog import FormDialog, Problem
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _

_FIELDS = ("name", "target_group", "leader", "room")


class ActivityForm(FormDialog):
    """``saved`` is sent once the activity is kept."""

    saved = Signal()
    draft_kind = "activity"

    def __init__(
        self, activity: Activity, themes: Sequence[str], workspace: Workspace, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._before = activity
        self.draft_subject = activity.id or 0
        self._workspace = workspace
        self.ui = Ui_ActivityForm()
        self.ui.setupUi(self)
        self.put_summary(self.ui.top)
        self._fill(themes)
        self.ui.save.clicked.connect(self._save)
        self.ui.cancel.clicked.connect(self.reject)
        self.fit_screen(560, 660)
        self.ui.theme.setFocus()

    def _fill(self, themes: Sequence[str]) -> None:
        self.ui.theme.addItems(["", *themes])
        self.ui.theme.setCurrentText(self._before.theme)
        self.ui.theme_problem.hide()
        for name in _FIELDS:
            getattr(self.ui, name).setText(getattr(self._before, name))
            problem = getattr(self.ui, f"{name}_problem")
            assert isinstance(problem, QLabel)
            self.add_field(name, getattr(self.ui, name), problem)

    def _save(self) -> None:
        texts = {name: clean(getattr(self.ui, name).text()) for name in _FIELDS}
        problems = (
            [] if texts["name"] else [Problem("name", _("Fill in the name of the activity."))]
        )
        self.show_problems(problems)
        if not problems:
            changed = replace(
                self._before,
                name=texts["name"],
                theme=clean(self.ui.theme.currentText()),
                target_group=texts["target_group"],
                leader=texts["leader"],
                room=texts["room"],
            )
            activities = self._workspace.administration.activities
            self._workspace.writers.run(
                self, lambda: activities.save(changed), lambda _kept: self._kept()
            )

    def _kept(self) -> None:
        self.saved.emit()
        self.accept()

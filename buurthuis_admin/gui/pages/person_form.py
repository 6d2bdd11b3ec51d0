# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The form for a new person and for changing one."""

from __future__ import annotations

import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from buurthuis_admin.domain.centre import CentreSettings
from buurthuis_admin.domain.people import PersonDetail
from buurthuis_admin.gui.forms.ui_person import Ui_PersonForm
from buurthuis_admin.gui.pages.person_fields import (
    TEXT_FIELDS,
    Reading,
    new_person,
    read_person,
    texts_of,
)
from buurthuis_admin.gui.widgets.form_dialog import FormDialog, Problem
from buurthuis_admin.gui.wording import sex_words
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _
from buurthuis_admin.importing.values.bsn import holds_bsn
from buurthuis_admin.services.members import NumberTaken


class PersonForm(FormDialog):
    """``saved`` is sent with the id of the person once it is kept."""

    saved = Signal(int)
    draft_kind = "person"

    def __init__(self, detail: PersonDetail | None, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._before = detail or new_person()
        self.draft_subject = self._before.person.id or 0
        self.ui = Ui_PersonForm()
        self.ui.setupUi(self)
        self.finish_ui(self.ui.top)
        title = _("Change details") if detail else _("New person")
        self.setWindowTitle(title)
        self.ui.title.setText(title)
        self._fill()
        self.ui.save.clicked.connect(self._save)
        self.ui.cancel.clicked.connect(self.reject)
        self.fit_screen(600, 760)
        self.ui.first.setFocus()

    def _fill(self) -> None:
        for name, text in texts_of(self._before).items():
            edit, problem = self._edit(name), getattr(self.ui, f"{name}_problem")
            assert isinstance(problem, QLabel)
            edit.setText(text)
            edit.setCursorPosition(0)
            self.add_field(name, edit, problem)
        for sex, word in sex_words():
            self.ui.sex.addItem(word, sex)
            if sex == self._before.person.sex:
                self.ui.sex.setCurrentIndex(self.ui.sex.count() - 1)
        self._offer_kinds()
        self.ui.remark.setPlainText(self._before.person.remark)
        self.ui.sex_problem.hide()
        self.add_field("remark", self.ui.remark, self.ui.remark_problem)

    def _offer_kinds(self) -> None:
        """The kinds of contribution can be chosen; another word can be typed."""
        kinds = self.ui.kind
        latest = self._before.memberships[-1:]
        kinds.setCurrentText(latest[0].kind if latest else "")
        kinds.setInsertPolicy(kinds.InsertPolicy.NoInsert)
        self.add_field("kind", kinds, self.ui.kind_problem)

        def offer(centre: CentreSettings) -> None:
            typed = kinds.currentText()
            kinds.addItems(
                ["", *(one.name for one in centre.contribution_types if not one.retired)]
            )
            kinds.setCurrentText(typed)

        settings = self._workspace.administration.settings
        self._workspace.readers.run(self, settings.centre, offer)

    def _edit(self, name: str) -> QLineEdit:
        edit = getattr(self.ui, name)
        assert isinstance(edit, QLineEdit)
        return edit

    def _save(self) -> None:
        texts = {name: self._edit(name).text() for name in TEXT_FIELDS}
        texts["kind"] = self.ui.kind.currentText()
        reading = Reading(texts, datetime.date.today())  # noqa: DTZ011 - the day of the person
        sex = sex_words()[self.ui.sex.currentIndex()][0]
        remark = self.ui.remark.toPlainText()
        changed = read_person(self._before, reading, sex=sex, remark=remark)
        if holds_bsn(remark):
            sentence = _("A citizen service number (BSN) may not be kept. Take it out.")
            reading.problems.append(Problem("remark", sentence))
        problems = self.with_unfit(reading.problems)
        self.show_problems(problems)
        if not problems:
            members = self._workspace.administration.members
            self._workspace.writers.run(
                self, lambda: members.save(changed), self._kept, self._refused
            )

    def _refused(self, error: BaseException) -> None:
        if isinstance(error, NumberTaken):
            self.show_problems([Problem("number", str(error))])
        else:
            self._workspace.errors.show(error, self)

    def _kept(self, person_id: int) -> None:
        self.saved.emit(person_id)
        self.accept()

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Hours of volunteers, typed one after another without leaving the row."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QVBoxLayout, QWidget

from buurthuis_admin.domain.dates import PartialDate
from buurthuis_admin.domain.people import VolunteerHours
from buurthuis_admin.domain.volunteering import HoursRow
from buurthuis_admin.errors import UserError
from buurthuis_admin.gui.field_reading import FieldReading
from buurthuis_admin.gui.models.rows import Column
from buurthuis_admin.gui.pages.page_part import ListPart
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.field_form import line_edit, suggestions, typed
from buurthuis_admin.gui.widgets.field_names import description, field_name
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.form_dialog import Problem, with_unfit
from buurthuis_admin.gui.widgets.texts import announce, button, card, label, restyle
from buurthuis_admin.gui.wording import partial_date
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_day
from buurthuis_admin.services.volunteers import hours_figure


class HoursEntry(QWidget):
    """The row: Enter keeps it and begins the next, with the same day and activity.

    ``kept`` is sent with the words of what was kept.
    """

    kept = Signal(str)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._names = QStringListModel(self)
        self.name = line_edit()
        self.day = line_edit(format_day(workspace.administration.volunteers.day()))
        self.hours = line_edit()
        self.what = suggestions([], "")
        self.keep = button(_("Keep"), "check", "primary")
        self.told = label("", "problem")
        self.told.hide()
        self._lay_out()
        self._connect()

    @property
    def fields(self) -> Sequence[QWidget]:
        """The fields, in the order of the keyboard."""
        return (self.name, self.day, self.hours, self.what)

    def _lay_out(self) -> None:
        frame, column = card(gap=8)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(frame)
        column.addWidget(label(_("Write hours down"), "strong"))
        column.addWidget(
            label(_("Enter keeps the row and begins the next, with the same day."), "muted")
        )
        groups = (
            _group("name", _("Name"), self.name, 240),
            _group("day", _("Date"), self.day, 140),
            _group("hours", _("Hours"), self.hours, 90),
            _group("what", _("Activity or task"), self.what, 260, empty=True),
            _group("", "", self.keep, 0),
        )
        column.addWidget(flow_row(*groups, gap=12))
        column.addWidget(self.told)

    def _connect(self) -> None:
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.name.setCompleter(completer)
        self.keep.clicked.connect(self.take)
        for field in (self.name, self.day, self.hours):
            field.returnPressed.connect(self._enter)
        edit = self.what.lineEdit()
        if edit is not None:
            edit.returnPressed.connect(self._enter)

    def show_choices(self, choices: tuple[list[str], list[str]]) -> None:
        """Names of volunteers and of activities to choose from."""
        names, activities = choices
        self._names.setStringList(names)
        text = self.what.currentText()
        self.what.clear()
        self.what.addItems(["", *activities])
        self.what.setCurrentText(text)

    def _enter(self) -> None:
        """The next field that is still needed, or else the row is kept."""
        for field in (self.name, self.day, self.hours):
            if not typed(field):
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.take()

    def take(self) -> None:
        """Check the row and keep it."""
        volunteers = self._workspace.administration.volunteers
        reading = FieldReading(volunteers.day())
        name = reading.name("name", typed(self.name), _("Fill in who gave these hours."))
        day = reading.needed_day("day", typed(self.day))
        hours = reading.hours("hours", typed(self.hours))
        problems = with_unfit({one.objectName(): one for one in self.fields}, reading.problems)
        self.show_problems(problems)
        if problems or day is None or hours is None:
            return
        what = typed(self.what)

        def work() -> str:
            entry = VolunteerHours(
                person_id=volunteers.find(name), day=PartialDate.of(day), hours=hours
            )
            volunteers.add_hours(entry, what)
            return name

        self._workspace.writers.run(self, work, self._done, self._refused)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Tell what is not right under the row, and go to the first field that it is about."""
        by_name = {problem.field: problem.sentence for problem in problems}
        for field in self.fields:
            sentence = by_name.get(field.objectName(), "")
            restyle(field, "problem", "true" if sentence else "false")
            field.setAccessibleDescription(sentence or description(field))
        told = " ".join(problem.sentence for problem in problems)
        self.told.setText(told)
        self.told.setVisible(bool(told))
        if problems:
            first = next(one for one in self.fields if one.objectName() == problems[0].field)
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, told)

    def _done(self, name: str) -> None:
        told = _("{hours} hours of {name} kept.").format(hours=typed(self.hours), name=name)
        self.name.clear()
        self.hours.clear()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.kept.emit(told)

    def _refused(self, error: BaseException) -> None:
        if isinstance(error, UserError):
            self.show_problems([Problem("name", str(error))])
        else:
            self._workspace.errors.show(error, self)


def _group(name: str, words: str, field: QWidget, width: int, *, empty: bool = False) -> QWidget:
    """A field under its label; the button stands level with the fields."""
    group = QWidget()
    column = QVBoxLayout(group)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(scaled(4))
    named = field_name(words, field, empty=empty) if words else label()
    column.addWidget(named)
    column.addWidget(field)
    if words:
        field.setObjectName(name)
    if isinstance(field, QLineEdit | QComboBox):
        field.setMinimumWidth(scaled(width))
        field.setMinimumHeight(scaled(44))
    return group


class HoursPart(ListPart[HoursRow]):
    """The row to type in, and below it what was written down last."""

    def __init__(self, workspace: Workspace) -> None:
        columns: list[Column[HoursRow]] = [
            Column(_("Name"), lambda row: row.name),
            Column(_("Date"), lambda row: partial_date(row.day)),
            Column(_("Hours"), lambda row: hours_figure(row.hours), number=True),
            Column(_("Activity or task"), lambda row: row.what),
        ]
        words = (_("Hours written down last"), _("No hours were written down yet."))
        super().__init__(workspace, columns, words, (0, 170, 90, 0), (3,))
        self.entry = HoursEntry(workspace)
        self.remove = button(_("Take the chosen row away"), "trash")
        self.column.addWidget(self.entry)
        self.lay_out(self.remove, of_row=(self.remove,))
        self.entry.kept.connect(self._kept)
        self.remove.clicked.connect(self._remove)

    def refresh(self) -> None:
        """Read the hours, and what can be chosen."""
        administration, readers = self.workspace.administration, self.workspace.readers
        volunteers = administration.volunteers
        readers.run(self, volunteers.last_hours, self.show_rows)

        def choices() -> tuple[list[str], list[str]]:
            activities = [one.name for one in administration.activities.all() if not one.archived]
            return volunteers.names(), activities

        readers.run(self, choices, self.entry.show_choices)

    def _kept(self, told: str) -> None:
        self.tell(told)
        self.refresh()

    def _remove(self) -> None:
        row = self.chosen
        if row is None:
            self.tell(_("Choose a row first."))
            return
        volunteers = self.workspace.administration.volunteers
        self.workspace.writers.run(
            self, lambda: volunteers.delete_hours(row), lambda _done: self.refresh()
        )

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The form of a volunteer: the tasks, from when until when, and the certificate of conduct."""

from __future__ import annotations

import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from buurthuis_admin.domain.dates import PartialDate
from buurthuis_admin.domain.people import Volunteer
from buurthuis_admin.domain.volunteering import VolunteerRow
from buurthuis_admin.errors import UserError
from buurthuis_admin.gui.field_reading import FieldReading
from buurthuis_admin.gui.widgets.field_form import FieldForm, line_edit, typed
from buurthuis_admin.gui.widgets.form_dialog import too_long
from buurthuis_admin.gui.wording import date_for_field
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_day

_LONGEST = 200


class VolunteerForm(FieldForm):
    """Of somebody who is on the list (``row``), or of somebody by name; ``saved`` when kept."""

    saved = Signal()

    def __init__(self, row: VolunteerRow | None, workspace: Workspace, parent: QWidget) -> None:
        title = _("Add a volunteer") if row is None else _("Volunteer {name}")
        super().__init__(title if row is None else title.format(name=row.name), parent)
        self._row, self._workspace = row, workspace
        self._volunteers = workspace.administration.volunteers
        self.name = line_edit()
        known = row or VolunteerRow(person_id=0, name="", sorted_name="")
        self.tasks = line_edit(known.tasks)
        self.since = line_edit(_partial(known.since))
        self.until = line_edit(_partial(known.until))
        self.seen = line_edit(_whole(known.vog_seen_on))
        self.valid = line_edit(_whole(known.vog_valid_until))
        if row is None:
            hint = _("Somebody who is in the administration.")
            self.field("name", _("Name"), self.name, hint=hint)
        hint = _("For example: bar, garden, language coach.")
        self.field("tasks", _("Tasks"), self.tasks, hint=hint, empty=True)
        self.field("since", _("Volunteer since"), self.since, empty=True)
        self.field("until", _("Volunteer until"), self.until, empty=True)
        hint = _("Keep only the dates, not the certificate itself.")
        word = _("Certificate of conduct seen on")
        self.field("seen", word, self.seen, hint=hint, empty=True)
        hint = _("Three months before this day it stands on the page Today.")
        word = _("Certificate of conduct valid until")
        self.field("valid", word, self.valid, hint=hint, empty=True)
        self.fit_screen(560, 720)
        (self.name if row is None else self.tasks).setFocus()

    def keep(self) -> None:
        """Check what was typed and keep it."""
        reading = FieldReading(self._volunteers.day())
        row, name = self._row, ""
        if row is None:
            name = reading.name("name", typed(self.name), _("Fill in who is a volunteer."))
        one = self._read(reading)
        self.show_problems(reading.problems)
        if reading.problems:
            return
        service = self._volunteers

        def work() -> None:
            service.add(name, one) if row is None else service.register(row.person_id, one)

        self._workspace.writers.run(self, work, lambda _done: self._kept(), self._refused)

    def _read(self, reading: FieldReading) -> Volunteer:
        tasks = typed(self.tasks)
        if told := too_long(tasks, _LONGEST):
            reading.wrong("tasks", told)
        since = reading.partial("since", typed(self.since))
        until = reading.partial("until", typed(self.until))
        if since and until and until.last_day < since.first_day:
            reading.wrong("until", _("The end lies before the start."))
        seen = reading.day("seen", typed(self.seen))
        valid = reading.day("valid", typed(self.valid))
        if seen and valid and valid < seen:
            reading.wrong("valid", _("This day lies before the day on which it was seen."))
        return Volunteer(
            tasks=tasks, since=since, until=until, vog_seen_on=seen, vog_valid_until=valid
        )

    def _kept(self) -> None:
        self.saved.emit()
        self.accept()

    def _refused(self, error: BaseException) -> None:
        if isinstance(error, UserError) and self._row is None:
            self.tell("name", str(error))
        else:
            self._workspace.errors.show(error, self)


def _partial(day: PartialDate | None) -> str:
    return date_for_field(day) if day else ""


def _whole(day: datetime.date | None) -> str:
    return format_day(day) if day else ""

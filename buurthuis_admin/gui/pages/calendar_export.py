# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Saving meetings as a calendar file that a telephone or mail program can read."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from buurthuis_admin.domain.activities import Activity
from buurthuis_admin.domain.dates import Period
from buurthuis_admin.gui.field_reading import FieldReading
from buurthuis_admin.gui.widgets.field_form import Choice, FieldForm, line_edit, typed
from buurthuis_admin.gui.widgets.texts import label
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_day


class What(StrEnum):
    """Of what the meetings are saved."""

    EVERYTHING = "everything"
    ACTIVITY = "activity"
    ROOM = "room"


_EVERYTHING = (What.EVERYTHING, 0, "")


class CalendarExport(FieldForm):
    """Which days and what of them; then where the file goes."""

    def __init__(
        self,
        period: Period,
        workspace: Workspace,
        parent: QWidget,
        activity: Activity | None = None,
    ) -> None:
        super().__init__(_("Save calendar"), parent, _("Save as a file"))
        self._workspace = workspace
        words = [(_EVERYTHING, _("All meetings"))]
        if activity is not None:
            words.insert(0, ((What.ACTIVITY, activity.id or 0, ""), activity.name))
        self.what = Choice(words, words[0][0])
        self.first = line_edit(format_day(period.start))
        self.last = line_edit(format_day(period.end))
        told = _("Telephones and mail programs can read this file (iCalendar, .ics).")
        self.part(label(told, "muted"))
        self.field("what", _("Which meetings"), self.what)
        self.field("first", _("First day"), self.first)
        self.field("last", _("Last day"), self.last)
        self.fit_screen(520, 560)
        self.what.setFocus()
        lists = workspace.administration.centre_lists
        workspace.readers.run(self, lists.room_names, self._add_rooms)

    def _add_rooms(self, names: list[str]) -> None:
        for name in names:
            self.what.add((What.ROOM, 0, name), _("Room {name}").format(name=name))

    def keep(self) -> None:
        """Check the days and ask where the file goes."""
        reading = FieldReading(self._workspace.administration.schedule.today())
        first = reading.needed_day("first", typed(self.first))
        last = reading.needed_day("last", typed(self.last))
        if first and last and last < first:
            reading.wrong("last", _("The last day lies before the first day."))
        self.show_problems(reading.problems)
        if first is None or last is None or reading.problems:
            return
        name = _("Calendar") + ".ics"
        path, _kind = QFileDialog.getSaveFileName(
            self, _("Save calendar"), name, "iCalendar (*.ics)"
        )
        if path:
            self.write(Path(path), Period(first, last))

    def write(self, path: Path, period: Period) -> None:
        """Write the file."""
        exports = self._workspace.administration.planning_exports
        _kind, number, room = self.what.key
        activity_id = number or None
        self._workspace.readers.run(
            self,
            lambda: exports.calendar(path, period, activity_id, room),
            lambda _count: self.accept(),
        )

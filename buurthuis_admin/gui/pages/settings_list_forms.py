# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The forms of one line of the lists in the settings."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from buurthuis_admin.domain.planning import CalendarSession, ClosingDay, ClosingKind, Room
from buurthuis_admin.errors import UserError
from buurthuis_admin.gui.field_reading import FieldReading
from buurthuis_admin.gui.widgets.field_form import Choice, FieldForm, line_edit, typed
from buurthuis_admin.gui.widgets.word_button import WordCheck
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_day


class ListForm(FieldForm):
    """A form with a name: what is wrong with it is told there."""

    def __init__(self, title: str, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(title, parent)
        self._workspace = workspace
        self._today = workspace.administration.schedule.today()

    def _keep(self, work: Callable[[], object]) -> None:
        self._workspace.writers.run(self, work, lambda _done: self.accept(), self._refused)

    def _refused(self, error: BaseException) -> None:
        if isinstance(error, UserError):
            self.tell("name", str(error))
        else:
            self._workspace.errors.show(error, self)


class NameForm(ListForm):
    """A line that is nothing but a name."""

    def __init__(
        self,
        title: str,
        name: str,
        keep: Callable[[str], object],
        workspace: Workspace,
        parent: QWidget,
    ) -> None:
        super().__init__(title, workspace, parent)
        self._save = keep
        self.name = line_edit(name)
        self.field("name", _("Name"), self.name)
        self.fit_screen(480, 380)
        self.name.setFocus()

    def keep(self) -> None:
        """Check the name and keep it."""
        reading = FieldReading(self._today)
        name = reading.name("name", typed(self.name), _("Fill in a name."))
        self.show_problems(reading.problems)
        if not reading.problems:
            self._keep(lambda: self._save(name))


class RoomForm(ListForm):
    """A room of the building."""

    def __init__(self, room: Room | None, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(_("Room"), workspace, parent)
        self._before = room or Room(name="")
        capacity = self._before.capacity
        self.name = line_edit(self._before.name)
        self.capacity = line_edit("" if capacity is None else str(capacity))
        self.field("name", _("Name"), self.name)
        self.field("capacity", _("How many people fit in it"), self.capacity, empty=True)
        self.fit_screen(480, 460)
        self.name.setFocus()

    def keep(self) -> None:
        """Check what was typed and keep it."""
        reading = FieldReading(self._today)
        name = reading.name("name", typed(self.name), _("Fill in a name."))
        capacity = reading.number("capacity", typed(self.capacity), 1)
        self.show_problems(reading.problems)
        if not reading.problems:
            room = replace(self._before, name=name, capacity=capacity)
            lists = self._workspace.administration.centre_lists
            self._keep(lambda: lists.save_room(room))


class ClosingForm(ListForm):
    """Days on which nothing is held, and what happens with meetings that were planned on them."""

    def __init__(self, one: ClosingDay | None, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(_("Closing days"), workspace, parent)
        self._before = one
        self.name = line_edit(one.name if one else "")
        self.first = line_edit(format_day(one.first_day) if one else "")
        self.last = line_edit(format_day(one.last_day) if one else "")
        words: list[tuple[ClosingKind, str]] = [
            (ClosingKind.CLOSED, _("The centre is closed")),
            (ClosingKind.SCHOOL, _("School holiday; a series can go on if you say so")),
        ]
        self.kind = Choice(words, one.kind if one else ClosingKind.CLOSED)
        self.cancel_planned = WordCheck(_("Meetings planned on these days do not go on"))
        self.cancel_planned.setObjectName("cancel_planned")
        self.cancel_planned.setAccessibleName(self.cancel_planned.text())
        self.field("name", _("Name"), self.name, hint=_("For example: Summer closing."))
        self.field("first", _("First day"), self.first)
        self.field("last", _("Last day"), self.last, hint=_("Empty: it is one day."), empty=True)
        self.field("kind", _("Kind of closing"), self.kind)
        self.part(self.cancel_planned)
        self.fit_screen(520, 640)
        self.name.setFocus()

    def keep(self) -> None:
        """Check what was typed and keep it."""
        reading = FieldReading(self._today)
        name = reading.name("name", typed(self.name), _("Fill in a name."))
        first = reading.needed_day("first", typed(self.first))
        last = reading.day("last", typed(self.last)) or first
        if first and last and last < first:
            reading.wrong("last", _("The last day lies before the first day."))
        self.show_problems(reading.problems)
        if first is None or last is None or reading.problems:
            return
        kept = self._closing(name, first, last)
        administration, cancel = self._workspace.administration, self.cancel_planned.isChecked()

        def work() -> None:
            administration.centre_lists.save_closing_day(kept)
            found: list[CalendarSession] = administration.schedule.planned_on(kept)
            if cancel and found:
                administration.schedule.cancel_all(found, kept.name)

        self._keep(work)

    def _closing(self, name: str, first: datetime.date, last: datetime.date) -> ClosingDay:
        return ClosingDay(
            id=self._before.id if self._before else None,
            name=name,
            first_day=first,
            last_day=last,
            kind=self.kind.key,
        )

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The form for a new activity and for changing one."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from buurthuis_admin.domain.activities import Activity
from buurthuis_admin.errors import UserError
from buurthuis_admin.gui.field_reading import FieldReading
from buurthuis_admin.gui.widgets.field_form import FieldForm, line_edit, suggestions, typed
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_money


@dataclass(frozen=True, slots=True)
class Choices:
    """What the lists of the centre offer."""

    themes: Sequence[str] = ()
    target_groups: Sequence[str] = ()
    rooms: Sequence[str] = ()


class ActivityForm(FieldForm):
    """``saved`` is sent with the id once the activity is kept."""

    saved = Signal(int)
    draft_kind = "activity"

    def __init__(
        self, activity: Activity | None, choices: Choices, workspace: Workspace, parent: QWidget
    ) -> None:
        super().__init__(_("Change activity") if activity else _("New activity"), parent)
        before = self._before = activity or Activity(name="")
        self.draft_subject = before.id or 0
        self._workspace = workspace
        money = before.own_contribution
        self.name = line_edit(before.name)
        self.theme = suggestions(list(choices.themes), before.theme)
        self.target_group = suggestions(list(choices.target_groups), before.target_group)
        self.room = suggestions(list(choices.rooms), before.room)
        self.leader = line_edit(before.leader)
        self.capacity = line_edit("" if before.capacity is None else str(before.capacity))
        self.contribution = line_edit("" if money is None else format_money(money, symbol=False))
        self._lay_out()
        self.fit_screen(560, 760)
        self.name.setFocus()

    def _lay_out(self) -> None:
        self.field("name", _("Name"), self.name)
        self.field("theme", _("Theme"), self.theme, empty=True)
        self.field("target_group", _("Target group"), self.target_group, empty=True)
        self.field("room", _("Room"), self.room, empty=True)
        self.field("leader", _("Led by"), self.leader, empty=True)
        self.field(
            "capacity",
            _("How many people can take part"),
            self.capacity,
            hint=_("When it is full, others come on the waiting list."),
            empty=True,
        )
        self.field(
            "contribution",
            _("Own contribution for a season"),
            self.contribution,
            hint=_("For example 12,50."),
            empty=True,
        )

    def keep(self) -> None:
        """Check what was typed and keep it."""
        reading = FieldReading(datetime.date.today())  # noqa: DTZ011 - the day of the person
        changed = replace(
            self._before,
            name=reading.name("name", typed(self.name), _("Fill in the name of the activity.")),
            theme=typed(self.theme),
            target_group=typed(self.target_group),
            room=typed(self.room),
            leader=typed(self.leader),
            capacity=reading.number("capacity", typed(self.capacity), 1),
            own_contribution=reading.money("contribution", typed(self.contribution)),
        )
        self.show_problems(reading.problems)
        if not reading.problems:
            activities = self._workspace.administration.activities
            self._workspace.writers.run(
                self, lambda: activities.save(changed), self._kept, self._refused
            )

    def _refused(self, error: BaseException) -> None:
        """A name that is taken stands at its field; anything else is told as all errors are."""
        if isinstance(error, UserError):
            self.tell("name", str(error))
        else:
            self._workspace.errors.show(error, self)

    def _kept(self, activity_id: int) -> None:
        self.saved.emit(activity_id)
        self.accept()

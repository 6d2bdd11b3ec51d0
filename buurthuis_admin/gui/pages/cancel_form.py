# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Why a meeting does not go on, and for how much of its series."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from buurthuis_admin.domain.planning import CalendarSession
from buurthuis_admin.domain.series import Scope
from buurthuis_admin.gui.field_reading import FieldReading
from buurthuis_admin.gui.pages.scope_choice import ScopeChoice
from buurthuis_admin.gui.widgets.dialogs import open_dialog
from buurthuis_admin.gui.widgets.field_form import FieldForm, suggestions, typed
from buurthuis_admin.gui.widgets.texts import label
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_day_long


def open_cancel(workspace: Workspace, parent: QWidget, session_id: int) -> None:
    """Ask why a meeting does not go on."""
    schedule = workspace.administration.schedule
    workspace.readers.run(
        parent,
        lambda: schedule.shown(session_id),
        lambda found: open_dialog(CancelForm(found, workspace, parent)),
    )


class CancelForm(FieldForm):
    """What was held or counted already is passed by."""

    def __init__(self, session: CalendarSession, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(_("Does not go on"), parent, _("Does not go on"))
        self._session, self._workspace = session, workspace
        self.reason = suggestions(
            [_("Nobody to lead it"), _("Too few people"), _("Room not free"), _("Bad weather")], ""
        )
        self.scope = ScopeChoice()
        day = format_day_long(session.day, weekday=True)
        self.part(label(f"{session.activity}, {day}", "strong"))
        self.field("reason", _("Why"), self.reason, hint=_("It is shown in the calendar."))
        if session.series_id is not None:
            self.part(self.scope)
        self.fit_screen(520, 560)
        self.reason.setFocus()

    def keep(self) -> None:
        """Check that there is a reason and keep it."""
        schedule = self._workspace.administration.schedule
        reading = FieldReading(schedule.today())
        missing = _("Write why it does not go on, or choose a reason.")
        reason = reading.name("reason", typed(self.reason), missing)
        self.show_problems(reading.problems)
        if reading.problems:
            return
        scope = self.scope.scope if self._session.series_id is not None else Scope.ONE
        self._workspace.writers.run(
            self,
            lambda: schedule.cancel(self._session.id, scope, reason),
            lambda _count: self.accept(),
        )

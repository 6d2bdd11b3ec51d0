# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Putting somebody on a list, tying somebody to an activity, and what somebody pays."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from buurthuis_admin.domain.activities import Activity, EnrolmentState
from buurthuis_admin.domain.planning import Helper, HelperRole, OwnContribution, Participant
from buurthuis_admin.errors import UserError
from buurthuis_admin.gui.field_reading import FieldReading
from buurthuis_admin.gui.widgets.field_form import Choice, FieldForm, line_edit, typed
from buurthuis_admin.gui.widgets.person_picker import PersonPicker
from buurthuis_admin.gui.widgets.texts import label
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_day, format_money


class _PersonForm(FieldForm):
    """A form in which a person is chosen."""

    def __init__(self, title: str, save: str, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(title, parent, save)
        self._workspace = workspace
        self.picker = PersonPicker(workspace)
        self.field("person", _("Who"), self.picker)
        self.picker.opened.connect(self.keep)
        self.fit_screen(560, 640)
        self.picker.search.setFocus()

    def _chosen(self) -> int | None:
        person = self.picker.person
        if person is None:
            self.tell("person", _("Choose somebody out of the list."))
            return None
        return person.id

    def _refused(self, error: BaseException) -> None:
        if isinstance(error, UserError):
            self.tell("person", str(error))
        else:
            self._workspace.errors.show(error, self)


class EnrolForm(_PersonForm):
    """``added`` is sent with what became of it: on the list, or on the waiting list."""

    added = Signal(object)

    def __init__(self, activity: Activity, workspace: Workspace, parent: QWidget) -> None:
        title = _("Put somebody on the list of {activity}").format(activity=activity.name)
        super().__init__(title, _("Add"), workspace, parent)
        self._activity = activity

    def keep(self) -> None:
        """Put the chosen person on the list."""
        person_id = self._chosen()
        if person_id is None:
            return
        enrolments = self._workspace.administration.enrolments
        self._workspace.writers.run(
            self,
            lambda: enrolments.add(self._activity.id or 0, person_id),
            self._kept,
            self._refused,
        )

    def _kept(self, state: EnrolmentState) -> None:
        self.added.emit(state)
        self.accept()


class HelperForm(_PersonForm):
    """Somebody who leads an activity or helps with it."""

    def __init__(self, activity: Activity, workspace: Workspace, parent: QWidget) -> None:
        title = _("Leader or volunteer of {activity}").format(activity=activity.name)
        super().__init__(title, _("Add"), workspace, parent)
        self._activity = activity
        words: list[tuple[HelperRole, str]] = [
            (HelperRole.VOLUNTEER, _("Volunteer")),
            (HelperRole.LEADER, _("Leader")),
        ]
        self.role = Choice(words, HelperRole.VOLUNTEER)
        self.field("role", _("Helps as"), self.role)

    def keep(self) -> None:
        """Tie the chosen person to the activity."""
        person_id = self._chosen()
        if person_id is None:
            return
        helper = Helper(
            activity_id=self._activity.id or 0,
            person_id=person_id,
            role=self.role.key,
        )
        enrolments = self._workspace.administration.enrolments
        self._workspace.writers.run(
            self,
            lambda: enrolments.save_helper(helper),
            lambda _id: self.accept(),
            self._refused,
        )


class ContributionForm(FieldForm):
    """What somebody pays for the season, and when it was paid."""

    def __init__(
        self,
        activity: Activity,
        participant: Participant,
        season: int,
        workspace: Workspace,
        parent: QWidget,
    ) -> None:
        super().__init__(_("Own contribution"), parent)
        self._workspace = workspace
        self._today = workspace.administration.schedule.today()
        self._before = participant.contribution or OwnContribution(
            activity_id=activity.id or 0,
            person_id=participant.person_id,
            season=season,
            amount=activity.own_contribution or Decimal(0),
        )
        paid_on = self._before.paid_on
        self.amount = line_edit(format_money(self._before.amount, symbol=False))
        self.paid_on = line_edit(format_day(paid_on) if paid_on else "")
        self.remark = line_edit(self._before.remark)
        season_words = _("{name}, season {first}-{last}").format(
            name=participant.name, first=season, last=season + 1
        )
        self.part(label(season_words, "strong"))
        self.field("amount", _("Amount"), self.amount)
        self.field(
            "paid_on", _("Paid on"), self.paid_on, hint=_("Empty: not paid yet."), empty=True
        )
        self.field("remark", _("Remark"), self.remark, empty=True)
        self.fit_screen(480, 560)
        self.amount.setFocus()

    def keep(self) -> None:
        """Check what was typed and keep it."""
        reading = FieldReading(self._today)
        amount = reading.money("amount", typed(self.amount))
        if amount is None and not typed(self.amount):
            reading.wrong("amount", _("Fill in an amount, for example 12,50."))
        paid_on = reading.day("paid_on", typed(self.paid_on))
        if paid_on and paid_on > self._today:
            reading.wrong("paid_on", _("This day is still to come."))
        self.show_problems(reading.problems)
        if amount is None or reading.problems:
            return
        kept = replace(self._before, amount=amount, paid_on=paid_on, remark=typed(self.remark))
        enrolments = self._workspace.administration.enrolments
        self._workspace.writers.run(
            self, lambda: enrolments.save_contribution(kept), lambda _id: self.accept()
        )

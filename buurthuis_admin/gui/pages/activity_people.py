# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who is on the list of an activity, who waits, and who leads and helps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QPushButton, QVBoxLayout, QWidget

from buurthuis_admin.domain.activities import Activity, EnrolmentState
from buurthuis_admin.domain.planning import (
    Helper,
    HelperRole,
    Participant,
    room_left,
)
from buurthuis_admin.gui.models.participants import has_to_pay, participants_model
from buurthuis_admin.gui.pages.enrolment_forms import ContributionForm, EnrolForm, HelperForm
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.theme.tokens import ROW
from buurthuis_admin.gui.widgets.dialogs import open_dialog
from buurthuis_admin.gui.widgets.flow import FlowLabel, flow_row
from buurthuis_admin.gui.widgets.lines import line_of
from buurthuis_admin.gui.widgets.page import section
from buurthuis_admin.gui.widgets.pill import PillDelegate
from buurthuis_admin.gui.widgets.table import Table
from buurthuis_admin.gui.widgets.texts import announce, button, card, clear, label
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, ngettext

_STATE = 1


@dataclass(frozen=True, slots=True)
class _Found:
    activity: Activity
    participants: Sequence[Participant]
    helpers: Sequence[Helper]
    season: int


class PeoplePart(QWidget):
    """The part of the detail with the people; everything is also there by keyboard."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._enrolments = workspace.administration.enrolments
        self._shown: int | None = None
        self._chosen: int | None = None
        self._found: _Found | None = None
        self.places = label("", "muted")
        self.add = button(_("Add participant"), "plus", "primary")
        self.print = button(_("Print the participants"), "printer")
        self.save_excel = button(_("Save as Excel"), "download-simple")
        self.model = participants_model(self._asked)
        self.table = Table(_("List of participants"))
        self.nobody = label(_("Nobody is on the list yet."), "muted")
        self.remove = button(_("Take off the list"))
        self.pay = button(_("Own contribution"))
        self.promote = button(_("Put on the list"))
        self.up = button(_("Earlier"), "caret-up")
        self.down = button(_("Later"), "caret-down")
        self.add_helper = button(_("Add leader or volunteer"), "plus")
        self._helper_rows = QVBoxLayout()
        self._proposal_row = QVBoxLayout()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.table.show_model(self.model, (0, 136, 130), (2,))
        self.table.setItemDelegateForColumn(_STATE, PillDelegate(self.table))
        self.table.setMinimumHeight(scaled(42 + 6 * ROW))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        column.addWidget(self.places)
        column.addWidget(flow_row(self.add))
        column.addLayout(self._proposal_row)
        column.addWidget(self.nobody)
        column.addWidget(self.table)
        self._acts = flow_row(self.remove, self.pay, self.promote, self.up, self.down)
        column.addWidget(self._acts)
        column.addWidget(flow_row(self.print, self.save_excel))
        column.addWidget(section(_("Who leads and helps")))
        column.addLayout(self._helper_rows)
        column.addWidget(flow_row(self.add_helper))

    def _connect(self) -> None:
        self.table.row_chosen.connect(self._row_chosen)
        self.table.row_opened.connect(lambda _row: self._pay())
        self.add.clicked.connect(self._add)
        self.add_helper.clicked.connect(self._add_helper)
        self.remove.clicked.connect(self._remove)
        self.pay.clicked.connect(self._pay)
        self.promote.clicked.connect(lambda: self._with_chosen(self._promote))
        self.up.clicked.connect(lambda: self._with_chosen(lambda one: self._move(one, up=True)))
        self.down.clicked.connect(lambda: self._with_chosen(lambda one: self._move(one, up=False)))
        self.print.clicked.connect(self._print)
        self.save_excel.clicked.connect(self._save_excel)

    # What is shown.

    def show_activity(self, activity_id: int) -> None:
        """Show the people of an activity; of another one the proposal goes."""
        if activity_id != self._shown:
            self._chosen = None
            clear(self._proposal_row)
        self._shown = activity_id
        administration = self._workspace.administration
        self._workspace.readers.run(
            self,
            lambda: _Found(
                administration.activities.get(activity_id),
                administration.enrolments.participants(activity_id),
                administration.enrolments.helpers(activity_id),
                administration.enrolments.season(),
            ),
            self._show,
        )

    def _show(self, found: _Found) -> None:
        if found.activity.id != self._shown:
            return
        self._found = found
        people = found.participants
        self.places.setText(places_words(found.activity, people))
        self.model.show_rows(people)
        self.table.setVisible(bool(people))
        self.nobody.setVisible(not people)
        kept = [row for row, one in enumerate(people) if one.enrolment_id == self._chosen]
        if people:
            self.table.selectRow(kept[0] if kept else 0)
        self._arrange(self.chosen)
        clear(self._helper_rows)
        for helper in found.helpers:
            self._helper_rows.addWidget(self._helper(helper))

    def _asked(self) -> Decimal | None:
        return None if self._found is None else self._found.activity.own_contribution

    def _helper(self, helper: Helper) -> QWidget:
        role = _("leader") if helper.role is HelperRole.LEADER else _("volunteer")
        gone = button(_("Take away"), "", "link")
        gone.setAccessibleName(_("Take away: {name}").format(name=helper.name))
        gone.clicked.connect(lambda: self._write(lambda: self._enrolments.remove_helper(helper)))
        return line_of(FlowLabel(f"{helper.name}, {role}"), right=(gone,))

    @property
    def chosen(self) -> Participant | None:
        """The person whose line is chosen."""
        row = self.table.current_row
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def _row_chosen(self, row: int) -> None:
        if 0 <= row < len(self.model.rows):
            self._chosen = self.model.rows[row].enrolment_id
            self._arrange(self.chosen)

    def _arrange(self, one: Participant | None) -> None:
        waits = one is not None and one.state is EnrolmentState.WAITING
        for widget in (self.remove, self.pay):
            widget.setVisible(one is not None)
        for widget in (self.promote, self.up, self.down):
            widget.setVisible(waits)

    # What is done.

    def _add(self) -> None:
        if self._found is not None:
            form = EnrolForm(self._found.activity, self._workspace, self)
            form.added.connect(self._added)
            open_dialog(form)

    def _added(self, state: EnrolmentState) -> None:
        waits = state is EnrolmentState.WAITING
        announce(self, _("It is full: put on the waiting list.") if waits else _("On the list"))

    def _add_helper(self) -> None:
        if self._found is not None:
            open_dialog(HelperForm(self._found.activity, self._workspace, self))

    def _with_chosen(self, act: Callable[[Participant], None]) -> None:
        if self.chosen is not None:
            act(self.chosen)

    def _pay(self) -> None:
        one, found = self.chosen, self._found
        if one is not None and found is not None:
            open_dialog(ContributionForm(found.activity, one, found.season, self._workspace, self))

    def _remove(self) -> None:
        one = self.chosen
        if one is not None:
            leaves = one.state is EnrolmentState.ENROLLED
            self._workspace.writers.run(
                self,
                lambda: self._enrolments.remove(one.enrolment_id),
                lambda following: self._propose(following if leaves else None),
            )

    def _promote(self, one: Participant) -> None:
        clear(self._proposal_row)
        self._write(lambda: self._enrolments.promote(one.enrolment_id))

    def _move(self, one: Participant, *, up: bool) -> None:
        self._write(lambda: self._enrolments.move(one.enrolment_id, up=up))

    def _write(self, work: Callable[[], object]) -> None:
        self._workspace.writers.run(self, work, lambda _done: None)

    def _propose(self, following: Participant | None) -> None:
        """A place is free: say who is first, and offer to take the step."""
        clear(self._proposal_row)
        if following is None:
            return
        frame, column = card("info", gap=4, margin=12)
        told = _("{name} is first on the waiting list. Put on the list?")
        sentence = told.format(name=following.name)
        column.addWidget(label(sentence))
        take = button(_("Put on the list"), "", "primary")
        later = button(_("Not now"))
        take.setAccessibleName(_("Put {name} on the list").format(name=following.name))
        take.clicked.connect(lambda: self._promote(following))
        later.clicked.connect(lambda: clear(self._proposal_row))
        column.addWidget(flow_row(take, later))
        self._proposal_row.addWidget(frame)
        announce(self, sentence)
        take.setFocus()

    @property
    def proposal(self) -> QPushButton | None:
        """The button that puts the first one who waits on the list, while it is offered."""
        item = self._proposal_row.itemAt(0)
        frame = None if item is None else item.widget()
        return None if frame is None else frame.findChild(QPushButton)

    # On paper and in Excel.

    def _print(self) -> None:
        from buurthuis_admin.gui.pages.pages_dialog import PagesDialog

        exports, shown = self._workspace.administration.planning_exports, self._shown
        if shown is not None:
            pages = PagesDialog(
                self._name(), self._workspace, self, make=lambda: exports.participants_pages(shown)
            )
            open_dialog(pages)

    def _save_excel(self) -> None:
        path = self._ask(_("Save as Excel"), "xlsx", "Excel (*.xlsx)")
        exports, shown = self._workspace.administration.planning_exports, self._shown
        if path is not None and shown is not None:
            self._workspace.readers.run(
                self,
                lambda: exports.participants_workbook(shown, path),
                lambda _done: self._saved(),
            )

    def _ask(self, title: str, ending: str, kinds: str) -> Path | None:
        if self._found is None:
            return None
        name = f"{self._name()}.{ending}"
        path, _kind = QFileDialog.getSaveFileName(self, title, name, kinds)
        return Path(path) if path else None

    def _name(self) -> str:
        """The name of the list, which does for a file too."""
        activity = "" if self._found is None else self._found.activity.name
        name = _("Participants {activity}").format(activity=activity)
        return "".join(sign if sign.isalnum() or sign in " -_" else " " for sign in name)[:80]

    def _saved(self) -> None:
        self.places.setText(_("Saved"))
        announce(self, _("Saved"))


def places_words(activity: Activity, people: Sequence[Participant]) -> str:
    """How many places are taken, who waits, and how many still have to pay."""
    enrolled = sum(one.state is EnrolmentState.ENROLLED for one in people)
    waiting = len(people) - enrolled
    if activity.capacity is None:
        told = ngettext("{count} participant", "{count} participants", enrolled)
        parts = [told.format(count=enrolled)]
    else:
        told = _("{count} of {capacity} places taken")
        parts = [told.format(count=enrolled, capacity=activity.capacity)]
        if room_left(activity.capacity, people) == 0:
            parts.append(_("full"))
    if waiting:
        parts.append(_("{count} on the waiting list").format(count=waiting))
    unpaid = sum(has_to_pay(one, activity.own_contribution) for one in people)
    if unpaid:
        told = ngettext("{count} still has to pay", "{count} still have to pay", unpaid)
        parts.append(told.format(count=unpaid))
    return " · ".join(parts)

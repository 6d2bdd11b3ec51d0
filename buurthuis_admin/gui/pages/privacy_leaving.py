# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The yearly list of people who may go: the administrator ticks, and decides."""

from __future__ import annotations

from dataclasses import dataclass

from buurthuis_admin.domain.privacy import RemovalKind
from buurthuis_admin.domain.retention import MayGo, RetentionRules
from buurthuis_admin.gui.models.leaving import LeavingModel
from buurthuis_admin.gui.pages import removal_dialog
from buurthuis_admin.gui.pages.page_part import PagePart
from buurthuis_admin.gui.pages.privacy_forms import KeepReasonForm, RetentionForm
from buurthuis_admin.gui.widgets.dialogs import open_dialog
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.table import Table
from buurthuis_admin.gui.widgets.texts import button, label
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_number, ngettext
from buurthuis_admin.services.removals import KeptPerson, RetentionList

_WIDTHS = (0, 0, 190, 170)


@dataclass(frozen=True, slots=True)
class Found:
    """The rules, and who may go by them."""

    rules: RetentionRules
    people: RetentionList


class LeavingPart(PagePart):
    """Who may go and why; making anonymous is the way that is offered first."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.rules = label("", "muted")
        self.model = LeavingModel(self)
        self.table = Table(_("List of people who may go"))
        self.table.show_model(self.model, _WIDTHS, (3, 2))
        self.kept = label("", "muted")
        self.anonymise = button(_("Make ticked people anonymous"), "user", "primary")
        self.erase = button(_("Erase ticked people"), "trash")
        self.keep = button(_("Keep the chosen person"), "heart")
        self.all = button(_("Tick everyone"), "check-circle")
        self.change_rules = button(_("Change periods"), "pencil-simple")
        self.done = button(_("Done for this year"), "calendar-blank")
        for widget in (
            self.rules,
            flow_row(self.all, self.anonymise, self.erase, self.keep),
            self.told,
        ):
            self.column.addWidget(widget)
        self.column.addWidget(self.table, 1)
        self.column.addWidget(self.kept)
        self.column.addWidget(flow_row(self.change_rules, self.done))
        self._connect()

    def _connect(self) -> None:
        self.anonymise.clicked.connect(lambda: self._ask(RemovalKind.ANONYMISED))
        self.erase.clicked.connect(lambda: self._ask(RemovalKind.ERASED))
        self.keep.clicked.connect(self._keep)
        self.all.clicked.connect(lambda: self.model.tick_all(on=not self._all_ticked()))
        self.change_rules.clicked.connect(self._change_rules)
        self.done.clicked.connect(self._reviewed)
        self.model.ticked_changed.connect(self._name_all)

    def refresh(self) -> None:
        """Read the rules and who may go by them."""
        removal = self.workspace.administration.privacy.removal
        self.workspace.readers.run(
            self, lambda: Found(removal.rules(), removal.review()), self._show
        )

    def _show(self, found: Found) -> None:
        self._rules = found.rules
        self.rules.setText(_rules_sentence(found.rules))
        people = found.people.may_go
        self.model.show_rows(people)
        self.model.tick_all(on=False)
        self.table.setVisible(bool(people))
        if people:
            self.table.selectRow(0)
        self.tell(_count_sentence(people))
        self.kept.setText(_kept_sentence(found.people.kept))
        self.kept.setVisible(bool(found.people.kept))

    def _all_ticked(self) -> bool:
        return bool(self.model.rows) and len(self.model.ticked) == len(self.model.rows)

    def _name_all(self) -> None:
        self.all.setText(_("Tick nobody") if self._all_ticked() else _("Tick everyone"))
        self.all.setAccessibleName(self.all.text())

    def _ask(self, kind: RemovalKind) -> None:
        ids = self.model.ticked
        if not ids:
            self.tell(_("Tick the people it is about first."))
            return
        dialog = removal_dialog.for_many(len(ids), kind, self)
        dialog.agreed.connect(lambda: self.remove(ids, kind))
        open_dialog(dialog)

    def remove(self, ids: list[int], kind: RemovalKind) -> None:
        """Make these people anonymous, or erase them."""
        removal = self.workspace.administration.privacy.removal
        act = removal.erase if kind is RemovalKind.ERASED else removal.anonymise
        self.tell(busy_words())
        self.workspace.writers.run(self, lambda: act(ids), lambda _done: self.refresh())

    def _keep(self) -> None:
        place = self.table.current_row
        if 0 <= place < len(self.model.rows):
            person = self.model.rows[place]
            self.open_form(KeepReasonForm(person.person_id, self.workspace, self))

    def _change_rules(self) -> None:
        removal = self.workspace.administration.privacy.removal
        self.workspace.readers.run(
            self,
            removal.rules,
            lambda rules: self.open_form(RetentionForm(rules, self.workspace, self)),
        )

    def _reviewed(self) -> None:
        removal = self.workspace.administration.privacy.removal
        self.workspace.writers.run(
            self,
            removal.reviewed,
            lambda _done: self.tell(_("The list is done for this year.")),
        )


def busy_words() -> str:
    """What is told while people are removed: the whole file is written anew."""
    return _("Busy: the file is cleaned. This can take a few seconds.")


def _rules_sentence(rules: RetentionRules) -> str:
    return _(
        "People are kept after the last contact: {membership} years after a membership, {visit} "
        "after a visit, {volunteering} after volunteer work, {other} otherwise. Amounts paid stay "
        "{money} years, without a name once somebody has gone. Files that were read in stay "
        "{files} years, or until somebody in them goes."
    ).format(
        membership=rules.membership,
        visit=rules.visit,
        volunteering=rules.volunteering,
        other=rules.other,
        money=rules.money,
        files=rules.files,
    )


def _count_sentence(people: tuple[MayGo, ...]) -> str:
    if not people:
        return _("Nobody is kept longer than these periods.")
    text = ngettext("{count} person may go.", "{count} people may go.", len(people))
    return text.format(count=format_number(len(people)))


def _kept_sentence(kept: tuple[KeptPerson, ...]) -> str:
    names = "; ".join(
        _("{name} ({reason})").format(name=one.person.name, reason=one.reason) for one in kept
    )
    return _("Kept for a reason: {names}").format(names=names)

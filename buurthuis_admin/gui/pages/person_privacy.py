# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The privacy of one person, at the foot of their page: consents, asking, leaving."""

from __future__ import annotations

import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from buurthuis_admin.domain.privacy import Consent, RemovalKind, RemovalPreview
from buurthuis_admin.gui.runners import Task
from buurthuis_admin.gui.theme.current import scaled
from buurthuis_admin.gui.widgets.dialogs import open_dialog
from buurthuis_admin.gui.widgets.flow import flow_row
from buurthuis_admin.gui.widgets.page import Reopener, section
from buurthuis_admin.gui.widgets.texts import announce, button, clear, label
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_day_long


class PersonPrivacy(QWidget):
    """``removed`` is sent when the person was made anonymous or erased."""

    removed = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._person: int | None = None
        self._task: Task[list[Consent]] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        self._consents = QVBoxLayout()
        self.told = label("", "muted")
        self.told.hide()
        self.add = button(_("Add consent"), "plus")
        self.ask = button(_("Ask for all data"), "download-simple")
        self.anonymise = button(_("Make anonymous"), "user")
        self.erase = button(_("Erase"), "trash")
        column.addWidget(section(_("Privacy")))
        column.addLayout(self._consents)
        column.addWidget(flow_row(self.add, self.ask))
        column.addWidget(flow_row(self.anonymise, self.erase))
        column.addWidget(self.told)
        self.add.clicked.connect(lambda: self._open_consent(None))
        self.ask.clicked.connect(self._choose_folder)
        self.anonymise.clicked.connect(lambda: self._preview(RemovalKind.ANONYMISED))
        self.erase.clicked.connect(lambda: self._preview(RemovalKind.ERASED))

    @property
    def reopens(self) -> dict[str, Reopener]:
        """How a consent is opened again after the lock."""
        from buurthuis_admin.gui.pages.privacy_reopening import reopeners

        return reopeners(self._workspace, self, self.refresh)

    def show_person(self, person_id: int | None) -> None:
        """Show the consents of a person; of nobody, nothing."""
        if person_id != self._person:
            self.told.hide()
        self._person = person_id
        self.setVisible(person_id is not None)
        if person_id is not None:
            self.refresh()

    def refresh(self) -> None:
        """Read the consents anew."""
        person_id, privacy = self._person, self._workspace.administration.privacy
        if self._task is not None:
            self._task.cancel()
        if person_id is not None:
            self._task = self._workspace.readers.run(
                self, lambda: privacy.consents(person_id), self._show
            )

    def _show(self, consents: list[Consent]) -> None:
        clear(self._consents)
        if not consents:
            self._consents.addWidget(label(_("No consent is known."), "muted"))
        for consent in consents:
            change = button(consent.purpose, "", "link")
            change.setAccessibleName(f"{consent.purpose}: {_state(consent)}")
            change.clicked.connect(lambda _on=False, one=consent: self._open_consent(one))
            self._consents.addWidget(flow_row(change))
            self._consents.addWidget(label(_state(consent), "muted"))

    def _open_consent(self, consent: Consent | None) -> None:
        from buurthuis_admin.gui.pages.privacy_forms import ConsentForm

        today = datetime.date.today()  # noqa: DTZ011 - the day of the person
        chosen = consent or Consent("", today, person_id=self._person)
        privacy = self._workspace.administration.privacy

        def show(purposes: list[str]) -> None:
            form = ConsentForm(chosen, purposes, self._workspace, self)
            form.saved.connect(self.refresh)
            open_dialog(form)

        self._workspace.readers.run(self, privacy.purposes, show)

    # Asking what is kept.

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, _("Choose a folder"))
        if chosen:
            self.save_papers(Path(chosen))

    def save_papers(self, folder: Path) -> None:
        """Write everything that is held on this person into a folder, and note the request."""
        person_id, held = self._person, self._workspace.administration.privacy.held
        if person_id is not None:
            self._workspace.writers.run(
                self, lambda: held.save(person_id, folder), self._papers_saved
            )

    def _papers_saved(self, paths: tuple[Path, Path]) -> None:
        from buurthuis_admin.gui.pages.privacy_lists import papers_told

        self._tell(papers_told(paths))

    def _tell(self, text: str) -> None:
        self.told.setText(text)
        self.told.show()
        announce(self, text)

    # Leaving.

    def _preview(self, kind: RemovalKind) -> None:
        person_id, removal = self._person, self._workspace.administration.privacy.removal
        if person_id is not None:
            self._workspace.readers.run(
                self,
                lambda: removal.preview(person_id),
                lambda preview: self._ask(person_id, preview, kind),
            )

    def _ask(self, person_id: int, preview: RemovalPreview, kind: RemovalKind) -> None:
        from buurthuis_admin.gui.pages import removal_dialog

        dialog = removal_dialog.for_one(preview, kind, self)
        dialog.agreed.connect(lambda: self._remove(person_id, kind))
        open_dialog(dialog)

    def _remove(self, person_id: int, kind: RemovalKind) -> None:
        from buurthuis_admin.gui.pages.privacy_leaving import busy_words

        removal = self._workspace.administration.privacy.removal
        act = removal.erase if kind is RemovalKind.ERASED else removal.anonymise
        self._tell(busy_words())
        self._workspace.writers.run(
            self, lambda: act([person_id]), lambda _done: self.removed.emit()
        )


def _state(consent: Consent) -> str:
    if consent.withdrawn_on is not None:
        return _("taken back on {day}").format(day=format_day_long(consent.withdrawn_on))
    return _("given on {day}").format(day=format_day_long(consent.given_on))

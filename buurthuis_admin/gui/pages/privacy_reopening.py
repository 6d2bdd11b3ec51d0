# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the forms of privacy are opened again after the lock, on whichever page they stood."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from PySide6.QtWidgets import QWidget

from buurthuis_admin.domain.privacy import Consent, DataBreach, PrivacyRequest, RequestKind
from buurthuis_admin.gui.widgets.dialogs import open_dialog
from buurthuis_admin.gui.widgets.form_dialog import FormDialog
from buurthuis_admin.gui.widgets.page import Ready, Reopener
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.services.privacy import PrivacyGone


class _Kept(Protocol):
    @property
    def id(self) -> int | None: ...


Row = TypeVar("Row", bound=_Kept)
Make = Callable[[int], Callable[[], FormDialog]]


def reopeners(
    workspace: Workspace, parent: QWidget, kept: Callable[[], None]
) -> dict[str, Reopener]:
    """For each kind of form; ``kept`` is called once such a form is kept."""
    from buurthuis_admin.gui.pages import privacy_forms as forms

    privacy = workspace.administration.privacy

    def consent(subject: int) -> Callable[[], FormDialog]:
        found = _row(subject, (one for _name, one in privacy.all_consents()))
        purposes = privacy.purposes()
        return lambda: forms.ConsentForm(found, purposes, workspace, parent)

    def new_consent(person_id: int) -> Callable[[], FormDialog]:
        new, purposes = Consent("", _today(), person_id=person_id), privacy.purposes()
        return lambda: forms.ConsentForm(new, purposes, workspace, parent)

    def request(subject: int) -> Callable[[], FormDialog]:
        new = PrivacyRequest(kind=RequestKind.ACCESS, received_on=_today())
        found = _row(subject, (one for _name, one in privacy.requests()), new)
        return lambda: forms.PrivacyRequestForm(found, workspace, parent)

    def breach(subject: int) -> Callable[[], FormDialog]:
        now = datetime.datetime.now(datetime.UTC).replace(second=0, microsecond=0)
        new = DataBreach(discovered_at=now, description="")
        found = _row(subject, privacy.breaches(), new)
        return lambda: forms.DataBreachForm(found, workspace, parent)

    def rules(_subject: int) -> Callable[[], FormDialog]:
        found = privacy.removal.rules()
        return lambda: forms.RetentionForm(found, workspace, parent)

    def contacts(_subject: int) -> Callable[[], FormDialog]:
        found = privacy.contacts()
        return lambda: forms.ContactsForm(found, workspace, parent)

    def keep(person_id: int) -> Callable[[], FormDialog]:
        return lambda: forms.KeepReasonForm(person_id, workspace, parent)

    made: dict[str, Make] = {
        forms.CONSENT: consent,
        forms.NEW_CONSENT: new_consent,
        forms.REQUEST: request,
        forms.BREACH: breach,
        forms.RULES: rules,
        forms.CONTACTS: contacts,
        forms.KEEP: keep,
    }
    return {kind: _reopener(workspace, parent, make, kept) for kind, make in made.items()}


def _reopener(
    workspace: Workspace, parent: QWidget, make: Make, kept: Callable[[], None]
) -> Reopener:
    def reopen(subject: int, ready: Ready) -> None:
        def show(build: Callable[[], FormDialog]) -> None:
            form = build()
            form.accepted.connect(kept)
            open_dialog(form)
            ready(form)

        workspace.readers.run(parent, lambda: make(subject), show)

    return reopen


def _row(subject: int, rows: Iterable[Row], new: Row | None = None) -> Row:
    found = new if not subject else next((one for one in rows if one.id == subject), None)
    if found is None:
        raise PrivacyGone
    return found


def _today() -> datetime.date:
    return datetime.date.today()  # noqa: DTZ011 - the day of the person

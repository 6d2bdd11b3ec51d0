# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The forms of privacy: a consent, a request, a data breach, the rules, who to ask."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from buurthuis_admin.domain.privacy import (
    STANDARD_WAYS,
    Consent,
    DataBreach,
    PrivacyRequest,
    RequestKind,
)
from buurthuis_admin.domain.retention import RetentionRules
from buurthuis_admin.gui.forms.ui_consent import Ui_ConsentForm
from buurthuis_admin.gui.forms.ui_data_breach import Ui_DataBreachForm
from buurthuis_admin.gui.forms.ui_keep_reason import Ui_KeepReasonForm
from buurthuis_admin.gui.forms.ui_privacy_contacts import Ui_PrivacyContactsForm
from buurthuis_admin.gui.forms.ui_privacy_request import Ui_PrivacyRequestForm
from buurthuis_admin.gui.forms.ui_retention import Ui_RetentionForm
from buurthuis_admin.gui.pages.privacy_fields import Reading
from buurthuis_admin.gui.widgets.form_dialog import FormDialog, Problem
from buurthuis_admin.gui.workspace import Workspace
from buurthuis_admin.i18n import _, format_day
from buurthuis_admin.services.privacy import PrivacyContacts
from buurthuis_admin.services.privacy_words import request_word

# The kinds of forms, for drafts.
CONSENT, NEW_CONSENT, REQUEST, BREACH = "consent", "new consent", "request", "breach"
RULES, CONTACTS, KEEP = "retention", "privacy contacts", "keep reason"


class _Ui(Protocol):
    top: QVBoxLayout
    title: QLabel
    save: QPushButton
    cancel: QPushButton

    def setupUi(self, form: Any, /) -> None: ...


class PrivacyForm(FormDialog):
    """Base of the forms: fills the fields, reads them, and sends ``saved`` once it is kept."""

    saved = Signal()

    def __init__(
        self, ui: _Ui, title: str, texts: Mapping[str, str], workspace: Workspace, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._names = list(texts)
        self.ui: Any = ui
        ui.setupUi(self)
        self.finish_ui(ui.top)
        self.setWindowTitle(title)
        ui.title.setText(title)
        for name, text in texts.items():
            self._put(name, text)
            self.add_field(name, getattr(ui, name), getattr(ui, f"{name}_problem"))
        ui.save.clicked.connect(self._save)
        ui.cancel.clicked.connect(self.reject)

    def _put(self, name: str, text: str) -> None:
        field = getattr(self.ui, name)
        if isinstance(field, QLineEdit):
            field.setText(text)
            field.setCursorPosition(0)
        elif isinstance(field, QPlainTextEdit):
            field.setPlainText(text)
        else:
            assert isinstance(field, QComboBox)
            field.setCurrentText(text)

    def _text(self, name: str) -> str:
        field = getattr(self.ui, name)
        if isinstance(field, QComboBox):
            return field.currentText()
        return field.toPlainText() if isinstance(field, QPlainTextEdit) else str(field.text())

    def _save(self) -> None:
        texts = {name: self._text(name) for name in self._names}
        reading = Reading(texts, datetime.date.today())  # noqa: DTZ011 - the day of the person
        if not self.fits():
            return
        write = self.read(reading)
        self.show_problems(reading.problems)
        if not reading.problems:
            self._workspace.writers.run(self, write, lambda _done: self._kept())

    def read(self, reading: Reading) -> Callable[[], object]:
        """Read the fields; gives what keeps them (done in the background)."""
        raise NotImplementedError

    def _kept(self) -> None:
        self.saved.emit()
        self.accept()


class ConsentForm(PrivacyForm):
    """What somebody agreed to. A new one is kept apart by the person."""

    def __init__(
        self, consent: Consent, purposes: list[str], workspace: Workspace, parent: QWidget
    ) -> None:
        self._before = consent
        self.draft_kind = CONSENT if consent.id else NEW_CONSENT
        self.draft_subject = consent.id or consent.person_id or 0
        texts = {
            "purpose": consent.purpose,
            "given_on": format_day(consent.given_on),
            "how": consent.how,
            "withdrawn_on": _day(consent.withdrawn_on),
            "remark": consent.remark,
        }
        super().__init__(Ui_ConsentForm(), _("Consent"), texts, workspace, parent)
        self.ui.purpose.addItems(purposes)
        self.ui.how.addItems(["", *STANDARD_WAYS])
        self._put("purpose", consent.purpose)
        self._put("how", consent.how)
        self.fit_screen(560, 620)
        self.ui.purpose.setFocus()

    def read(self, reading: Reading) -> Callable[[], object]:
        """The consent."""
        given = reading.day("given_on", needed=True)
        withdrawn = reading.day("withdrawn_on")
        if given is not None and withdrawn is not None and withdrawn < given:
            sentence = _("It was taken back before it was given. Change one of the two days.")
            reading.problems.append(Problem("withdrawn_on", sentence))
        changed = replace(
            self._before,
            purpose=reading.needed("purpose", _("Fill in what the consent is for.")),
            given_on=given or self._before.given_on,
            how=reading.text("how"),
            withdrawn_on=withdrawn,
            remark=reading.text("remark"),
        )
        privacy = self._workspace.administration.privacy
        return lambda: privacy.save_consent(changed)


class PrivacyRequestForm(PrivacyForm):
    """What somebody asks about their data."""

    draft_kind = REQUEST

    def __init__(self, request: PrivacyRequest, workspace: Workspace, parent: QWidget) -> None:
        self._before = request
        self.draft_subject = request.id or 0
        self._kinds = list(RequestKind)
        texts = {
            "kind": "",
            "received_on": format_day(request.received_on),
            "answered_on": _day(request.answered_on),
            "extended_until": _day(request.extended_until),
            "remark": request.remark,
        }
        title = _("Request about privacy")
        super().__init__(Ui_PrivacyRequestForm(), title, texts, workspace, parent)
        self.ui.kind.addItems([request_word(kind) for kind in self._kinds])
        self.ui.kind.setCurrentIndex(self._kinds.index(request.kind))
        self.fit_screen(560, 640)
        self.ui.kind.setFocus()

    def read(self, reading: Reading) -> Callable[[], object]:
        """The request."""
        received = reading.day("received_on", needed=True)
        answered = reading.day("answered_on")
        if received is not None and answered is not None and answered < received:
            sentence = _("It was answered before it came in. Change one of the two days.")
            reading.problems.append(Problem("answered_on", sentence))
        changed = replace(
            self._before,
            kind=self._kinds[self.ui.kind.currentIndex()],
            received_on=received or self._before.received_on,
            answered_on=answered,
            extended_until=reading.day("extended_until"),
            remark=reading.lines("remark"),
        )
        privacy = self._workspace.administration.privacy
        return lambda: privacy.save_request(changed)


class DataBreachForm(PrivacyForm):
    """What went wrong, and what was done about it."""

    draft_kind = BREACH

    def __init__(self, breach: DataBreach, workspace: Workspace, parent: QWidget) -> None:
        self._before = breach
        self.draft_subject = breach.id or 0
        found, reported = breach.discovered_at.astimezone(), breach.reported_at
        told = None if reported is None else reported.astimezone()
        people = breach.people_affected
        texts = {
            "discovered_day": format_day(found.date()),
            "discovered_time": f"{found:%H:%M}",
            "description": breach.description,
            "kinds_of_data": breach.kinds_of_data,
            "people_affected": "" if people is None else str(people),
            "consequences": breach.consequences,
            "measures": breach.measures,
            "reported_day": "" if told is None else format_day(told.date()),
            "reported_time": "" if told is None else f"{told:%H:%M}",
            "not_reported_reason": breach.not_reported_reason,
            "people_told_on": _day(breach.people_told_on),
            "closed_on": _day(breach.closed_on),
        }
        super().__init__(Ui_DataBreachForm(), _("Data breach"), texts, workspace, parent)
        self.fit_screen(600, 760)
        self.ui.description.setFocus()

    def read(self, reading: Reading) -> Callable[[], object]:
        """The data breach."""
        found = reading.moment("discovered_day", "discovered_time", needed=True)
        changed = replace(
            self._before,
            discovered_at=found or self._before.discovered_at,
            description=reading.needed("description", _("Fill in what happened.")),
            kinds_of_data=reading.text("kinds_of_data"),
            people_affected=reading.number("people_affected"),
            consequences=reading.lines("consequences"),
            measures=reading.lines("measures"),
            reported_at=reading.moment("reported_day", "reported_time"),
            not_reported_reason=reading.text("not_reported_reason"),
            people_told_on=reading.day("people_told_on"),
            closed_on=reading.day("closed_on"),
        )
        privacy = self._workspace.administration.privacy
        return lambda: privacy.save_breach(changed)


class RetentionForm(PrivacyForm):
    """How long people are kept."""

    draft_kind = RULES

    def __init__(self, rules: RetentionRules, workspace: Workspace, parent: QWidget) -> None:
        names = ("membership", "visit", "volunteering", "other", "money", "files")
        texts = {name: str(getattr(rules, name)) for name in names}
        title = _("How long people are kept")
        super().__init__(Ui_RetentionForm(), title, texts, workspace, parent)
        self.fit_screen(560, 620)
        self.ui.membership.setFocus()

    def read(self, reading: Reading) -> Callable[[], object]:
        """The rules."""
        years = {name: reading.number(name, needed=True) or 0 for name in self._names}
        removal = self._workspace.administration.privacy.removal
        return lambda: removal.save_rules(RetentionRules(**years))


class ContactsForm(PrivacyForm):
    """Who answers questions about privacy."""

    draft_kind = CONTACTS

    def __init__(self, contacts: PrivacyContacts, workspace: Workspace, parent: QWidget) -> None:
        texts = {"contact": contacts.contact, "officer": contacts.officer}
        title = _("Who answers questions about privacy")
        super().__init__(Ui_PrivacyContactsForm(), title, texts, workspace, parent)
        self.fit_screen(560, 400)
        self.ui.contact.setFocus()

    def read(self, reading: Reading) -> Callable[[], object]:
        """The contacts."""
        changed = PrivacyContacts(reading.text("contact"), reading.text("officer"))
        privacy = self._workspace.administration.privacy
        return lambda: privacy.save_contacts(changed)


class KeepReasonForm(PrivacyForm):
    """Why somebody is kept who may go."""

    draft_kind = KEEP

    def __init__(self, person_id: int, workspace: Workspace, parent: QWidget) -> None:
        self._person_id = self.draft_subject = person_id
        title = _("Keep this person")
        super().__init__(Ui_KeepReasonForm(), title, {"reason": ""}, workspace, parent)
        self.fit_screen(520, 320)
        self.ui.reason.setFocus()

    def read(self, reading: Reading) -> Callable[[], object]:
        """The reason."""
        reason = reading.needed("reason", _("Fill in why this person is kept."))
        removal = self._workspace.administration.privacy.removal
        return lambda: removal.keep(self._person_id, reason)


def _day(day: datetime.date | None) -> str:
    return "" if day is None else format_day(day)

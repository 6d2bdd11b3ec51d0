# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Privacy: consents, requests, data breaches, and the terms that they set."""

from __future__ import annotations

import dataclasses
import datetime
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from buurthuis_admin.domain.privacy import (
    STANDARD_PURPOSES,
    Consent,
    DataBreach,
    Deadline,
    DeadlineKind,
    PrivacyRequest,
    urgency_of,
)
from buurthuis_admin.errors import UserError
from buurthuis_admin.i18n import _, format_day_long, ngettext
from buurthuis_admin.services import privacy_words
from buurthuis_admin.services.changes import PRIVACY, Changes
from buurthuis_admin.services.removals import RemovalService
from buurthuis_admin.services.settings import SettingsService
from buurthuis_admin.storage import privacy_queries, settings_store
from buurthuis_admin.storage.file import AdministrationFile

if TYPE_CHECKING:
    from buurthuis_admin.services.held_data import HeldDataService
    from buurthuis_admin.services.register import RegisterService

_CONTACT, _OFFICER = "privacy_contact", "privacy_officer"


class PrivacyGone(UserError):
    """A consent, request or data breach that was on the screen is not there any more."""

    def __init__(self) -> None:
        super().__init__(_("This is no longer in the administration. Choose another."))


class PurposeMissing(UserError):
    """A consent is for something."""

    def __init__(self) -> None:
        super().__init__(_("Fill in what the consent is for."))


class BreachMissing(UserError):
    """A data breach needs a few words of what happened."""

    def __init__(self) -> None:
        super().__init__(_("Fill in what happened."))


class ExtendedTooLong(UserError):
    """A term may be extended by two months and no more."""

    def __init__(self, latest: datetime.date) -> None:
        text = _("The answer may be put off until {day} at the latest.")
        super().__init__(text.format(day=format_day_long(latest)))


@dataclass(frozen=True, slots=True)
class PrivacyContacts:
    """Who answers questions about privacy, and the data protection officer where there is one."""

    contact: str = ""
    officer: str = ""


class PrivacyService:
    """The privacy of the people in one administration; ``now`` gives moments in UTC."""

    def __init__(
        self,
        file: AdministrationFile,
        changes: Changes,
        settings: SettingsService,
        now: Callable[[], datetime.datetime] = lambda: datetime.datetime.now(datetime.UTC),
    ) -> None:
        self._file, self._changes, self._settings, self._now = file, changes, settings, now

    def today(self) -> datetime.date:
        """The day, as the clock on the wall has it."""
        return self._now().astimezone().date()

    @cached_property
    def removal(self) -> RemovalService:
        """Who may go, making anonymous, erasing."""
        return RemovalService(self._file, self._changes, self.today)

    @cached_property
    def held(self) -> HeldDataService:
        """All that is held on a person, as PDF and as workbook."""
        from buurthuis_admin.services.held_data import HeldDataService

        return HeldDataService(self._file, self, self._settings)

    @cached_property
    def register(self) -> RegisterService:
        """The processing register."""
        from buurthuis_admin.services.register import RegisterService

        return RegisterService(self._file, self, self._settings)

    # Consents.

    def purposes(self) -> list[str]:
        """What consent is asked for: the usual purposes and those of this centre."""
        with self._file.reading() as connection:
            own = {one.purpose for one in privacy_queries.consents(connection)}
        return [*STANDARD_PURPOSES, *sorted(own - set(STANDARD_PURPOSES))]

    def consents(self, person_id: int) -> list[Consent]:
        """The consents of a person, the newest first."""
        with self._file.reading() as connection:
            return privacy_queries.consents(connection, person_id)

    def all_consents(self) -> list[tuple[str, Consent]]:
        """Every consent with the name of the person, the newest first."""
        with self._file.reading() as connection:
            found = privacy_queries.consents(connection)
            ids = {one.person_id for one in found if one.person_id is not None}
            names = privacy_queries.names(connection, ids)
        return [(names.get(one.person_id or 0, ""), one) for one in found]

    def save_consent(self, consent: Consent) -> int:
        """Keep a consent. Raises PurposeMissing."""
        if not consent.purpose.strip():
            raise PurposeMissing
        consent = dataclasses.replace(consent, purpose=consent.purpose.strip())
        sentence = _("Consent of {name}: {purpose}")
        with self._file.reading() as connection:
            names = privacy_queries.names(connection, [consent.person_id or 0])
        name = names.get(consent.person_id or 0, "")
        with self._file.unit_of_work(sentence.format(name=name, purpose=consent.purpose)) as unit:
            consent_id = privacy_queries.save_consent(unit.connection, consent)
            unit.commit()
        self._changes.tell(PRIVACY)
        return consent_id

    def withdraw(self, consent: Consent, day: datetime.date) -> None:
        """Keep that a consent was taken back."""
        self.save_consent(dataclasses.replace(consent, withdrawn_on=day))

    def delete_consent(self, consent_id: int) -> None:
        """Delete a consent that was entered by mistake."""
        with self._file.unit_of_work(_("Consent deleted")) as unit:
            privacy_queries.delete_consent(unit.connection, consent_id)
            unit.commit()
        self._changes.tell(PRIVACY)

    # Requests.

    def requests(self, person_id: int | None = None) -> list[tuple[str, PrivacyRequest]]:
        """Requests with the name of the person ('' when not known any more), the newest first."""
        with self._file.reading() as connection:
            found = privacy_queries.requests(connection, person_id)
            ids = {one.person_id for one in found if one.person_id is not None}
            names = privacy_queries.names(connection, ids)
        return [(names.get(one.person_id or 0, ""), one) for one in found]

    def save_request(self, request: PrivacyRequest) -> int:
        """Keep a request. Raises ExtendedTooLong."""
        extended = request.extended_until
        if extended is not None and extended > request.latest_extension:
            raise ExtendedTooLong(request.latest_extension)
        new = request.id is None
        sentence = _("Privacy request noted") if new else _("Privacy request changed")
        with self._file.unit_of_work(sentence) as unit:
            request_id = privacy_queries.save_request(unit.connection, request)
            unit.commit()
        self._changes.tell(PRIVACY)
        return request_id

    # Data breaches.

    def breaches(self) -> list[DataBreach]:
        """Every data breach, the newest first."""
        with self._file.reading() as connection:
            return privacy_queries.breaches(connection)

    def save_breach(self, breach: DataBreach) -> int:
        """Keep a data breach. Raises BreachMissing."""
        if not breach.description.strip():
            raise BreachMissing
        sentence = _("Data breach noted") if breach.id is None else _("Data breach changed")
        with self._file.unit_of_work(sentence) as unit:
            breach_id = privacy_queries.save_breach(unit.connection, breach)
            unit.commit()
        self._changes.tell(PRIVACY)
        return breach_id

    def now(self) -> datetime.datetime:
        """The moment, in UTC: hours are counted with it, whatever the clock on the wall does."""
        return self._now()

    # Who to ask.

    def contacts(self) -> PrivacyContacts:
        """Who answers questions about privacy."""
        with self._file.reading() as connection:
            kept = settings_store.settings(connection)
        return PrivacyContacts(kept.get(_CONTACT, ""), kept.get(_OFFICER, ""))

    def save_contacts(self, contacts: PrivacyContacts) -> None:
        """Keep who answers questions about privacy."""
        values = {_CONTACT: contacts.contact.strip(), _OFFICER: contacts.officer.strip()}
        with self._file.unit_of_work(_("Privacy contact changed")) as unit:
            settings_store.save(unit.connection, values)
            unit.commit()
        self._changes.tell(PRIVACY)

    # Terms.

    def deadlines(self, today: datetime.date | None = None) -> list[Deadline]:
        """What has to be done before a day, the first day first."""
        day = today or self.today()
        found = [*self._request_deadlines(day), *self._breach_deadlines()]
        review_by = self.removal.review_by(day)
        if review_by is not None:
            found.append(
                Deadline(
                    kind=DeadlineKind.RETENTION,
                    text=_("Go through the list of people who may go"),
                    day=review_by,
                    urgency=urgency_of(review_by, day),
                )
            )
        return sorted(found, key=lambda one: (one.day, one.kind))

    def _request_deadlines(self, today: datetime.date) -> list[Deadline]:
        return [
            Deadline(
                kind=DeadlineKind.REQUEST,
                text=privacy_words.request_sentence(request.kind, name),
                day=request.answer_by,
                urgency=urgency_of(request.answer_by, today),
                about_id=request.id,
            )
            for name, request in self.requests()
            if request.answered_on is None
        ]

    def _breach_deadlines(self) -> list[Deadline]:
        now = self._now()
        return [
            Deadline(
                kind=DeadlineKind.BREACH,
                text=breach_sentence(breach, now),
                day=breach.report_before.astimezone().date(),
                urgency=breach.urgency(now),
                about_id=breach.id,
            )
            for breach in self.breaches()
            if not breach.settled
        ]


def breach_sentence(breach: DataBreach, now: datetime.datetime) -> str:
    """How many hours are left to report a data breach, or how many it is late."""
    left = breach.hours_left(now)
    if left >= 0:
        return ngettext(
            "Report the data breach: {count} hour left",
            "Report the data breach: {count} hours left",
            left,
        ).format(count=left)
    return ngettext(
        "Report the data breach: {count} hour late",
        "Report the data breach: {count} hours late",
        -left,
    ).format(count=-left)

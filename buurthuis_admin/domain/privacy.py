# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the privacy law (AVG) asks to keep: consents, requests, data breaches, and their terms."""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass
from enum import StrEnum

ANSWER_MONTHS = 1  # AVG art. 12: without delay, and within a month
EXTENSION_MONTHS = 2  # and two more where the request is complex
BREACH_HOURS = 72  # AVG art. 33
SOON_DAYS = 14  # UI.md: a deadline is amber from fourteen days on

# Dutch words that the administrator sees and may replace; they are data, not screen texts.
STANDARD_PURPOSES = (
    "Nieuwsbrief",
    "Foto's en filmpjes",
    "WhatsApp-groep",
    "Verjaardagslijst",
    "Adreslijst voor leden",
)
STANDARD_WAYS = ("Op papier", "Per e-mail", "Mondeling", "Aanmeldformulier", "Door een ouder")


class RequestKind(StrEnum):
    """What a person may ask of the centre (AVG, articles 15 to 21)."""

    ACCESS = "access"
    RECTIFY = "rectify"
    ERASE = "erase"
    RESTRICT = "restrict"
    PORTABILITY = "portability"
    OBJECT = "object"


class RemovalKind(StrEnum):
    """How somebody leaves the administration; the words stand in every file."""

    ERASED = "erased"
    ANONYMISED = "anonymised"


class Urgency(StrEnum):
    """How near a term is."""

    CALM = "calm"
    SOON = "soon"  # amber
    LATE = "late"  # red


@dataclass(frozen=True, slots=True)
class Consent:
    """That a person agreed to one use of their data: for what, when, and how they said so."""

    purpose: str
    given_on: datetime.date
    how: str = ""
    withdrawn_on: datetime.date | None = None
    remark: str = ""
    id: int | None = None
    person_id: int | None = None

    def holds_on(self, day: datetime.date) -> bool:
        """Whether it was given and not yet taken back."""
        return self.given_on <= day and (self.withdrawn_on is None or day < self.withdrawn_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyRequest:
    """That somebody asked something about their data; ``person_id`` None: not known any more."""

    kind: RequestKind
    received_on: datetime.date
    answered_on: datetime.date | None = None
    extended_until: datetime.date | None = None
    remark: str = ""
    id: int | None = None
    person_id: int | None = None

    @property
    def answer_by(self) -> datetime.date:
        """The last day to answer: a calendar month later, or up to where it was extended."""
        return self.extended_until or add_months(self.received_on, ANSWER_MONTHS)

    @property
    def latest_extension(self) -> datetime.date:
        """The last day up to which the term may be extended: two months more."""
        return add_months(self.received_on, ANSWER_MONTHS + EXTENSION_MONTHS)


@dataclass(frozen=True, slots=True, kw_only=True)
class DataBreach:
    """That data came where they should not, or were lost; moments are UTC."""

    discovered_at: datetime.datetime
    description: str
    kinds_of_data: str = ""
    people_affected: int | None = None
    consequences: str = ""
    measures: str = ""
    reported_at: datetime.datetime | None = None
    not_reported_reason: str = ""
    people_told_on: datetime.date | None = None
    closed_on: datetime.date | None = None
    id: int | None = None

    @property
    def report_before(self) -> datetime.datetime:
        """The moment before which it is reported: 72 hours later, whatever the clock does."""
        return self.discovered_at + datetime.timedelta(hours=BREACH_HOURS)

    @property
    def settled(self) -> bool:
        """Whether it was reported, or decided and written down why it need not be."""
        return self.reported_at is not None or bool(self.not_reported_reason.strip())

    def hours_left(self, now: datetime.datetime) -> int:
        """Whole hours until it must be reported; below zero when that is past."""
        return int((self.report_before - now) // datetime.timedelta(hours=1))

    def urgency(self, now: datetime.datetime) -> Urgency:
        """Amber from the first minute on, red when the 72 hours are over."""
        if self.settled:
            return Urgency.CALM
        return Urgency.LATE if now > self.report_before else Urgency.SOON


class DeadlineKind(StrEnum):
    """What has to be done before a day."""

    REQUEST = "request"
    BREACH = "breach"
    RETENTION = "retention"
    CERTIFICATE = "certificate"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """Something of the privacy page that has a last day. ``about_id``: the request or breach."""

    kind: DeadlineKind
    text: str
    day: datetime.date
    urgency: Urgency
    about_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovalPreview:
    """What would be kept and what goes, before somebody is made anonymous or erased.

    ``contribution_until`` is the last year that the tax office may ask for what they paid,
    ``book_until`` that until which their name stays in the cash and bank book.
    """

    name: str
    visits: int
    hours: int
    membership_years: tuple[int, ...] = ()
    contribution_until: int | None = None
    book_until: int | None = None


def urgency_of(day: datetime.date, today: datetime.date) -> Urgency:
    """Red after the day, amber from fourteen days before."""
    if today > day:
        return Urgency.LATE
    return Urgency.SOON if day - today <= datetime.timedelta(days=SOON_DAYS) else Urgency.CALM


def add_months(day: datetime.date, months: int) -> datetime.date:
    """The same day some months later; the last day of a month that is too short."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))

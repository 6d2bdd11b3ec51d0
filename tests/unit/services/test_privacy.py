# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Consents, requests, data breaches, and the yearly list, in a real file."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from buurthuis_admin.domain.privacy import (
    Consent,
    DataBreach,
    DeadlineKind,
    PrivacyRequest,
    RequestKind,
    Urgency,
)
from buurthuis_admin.domain.retention import LastContact, RetentionRules
from buurthuis_admin.services.administration import Administration
from buurthuis_admin.services.privacy import (
    BreachMissing,
    ExtendedTooLong,
    PrivacyService,
    PurposeMissing,
)
from buurthuis_admin.storage import tables
from buurthuis_admin.storage.file import AdministrationFile
from tests.unit.storage.making import person_row, write

NOW = datetime.datetime(2026, 11, 24, 9, 30, tzinfo=datetime.UTC)
TODAY = NOW.date()


class Clock:
    """A clock that stands where a test puts it."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime.datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def privacy(
    file: AdministrationFile, administration: Administration, clock: Clock
) -> PrivacyService:
    for number, name in ((1, "Smit"), (2, "Berg"), (3, "Vries")):
        write(file, tables.Person, person_row("Gerda", name, id=number))
    with file.bookkeeping() as connection:  # added in the summer, whenever the test is run
        connection.exec_driver_sql("UPDATE change_sets SET at = '2026-06-01T10:00:00+00:00'")
    return PrivacyService(file, administration.changed, administration.settings, clock)


def test_consents_are_kept_taken_back_and_deleted(privacy: PrivacyService) -> None:
    privacy.save_consent(Consent(" Nieuwsbrief ", TODAY, "Op papier", person_id=1))
    privacy.save_consent(Consent("Tuinploeg", TODAY, person_id=2))
    (consent,) = privacy.consents(1)
    assert (consent.purpose, consent.how) == ("Nieuwsbrief", "Op papier")
    privacy.withdraw(consent, TODAY)
    assert not privacy.consents(1)[0].holds_on(TODAY)
    assert {name for name, _consent in privacy.all_consents()} == {"Gerda Smit", "Gerda Berg"}
    assert privacy.purposes()[-1] == "Tuinploeg"
    with pytest.raises(PurposeMissing):
        privacy.save_consent(Consent(" ", TODAY, person_id=1))
    assert consent.id is not None
    privacy.delete_consent(consent.id)
    assert privacy.consents(1) == []


def test_the_term_of_a_request_stands_among_the_deadlines(privacy: PrivacyService) -> None:
    request = PrivacyRequest(kind=RequestKind.ACCESS, received_on=TODAY, person_id=1)
    number = privacy.save_request(request)
    request = replace(request, id=number)
    (deadline,) = privacy.deadlines(TODAY)
    assert (deadline.kind, deadline.day) == (DeadlineKind.REQUEST, datetime.date(2026, 12, 24))
    assert "Gerda Smit" in deadline.text
    assert deadline.urgency is Urgency.CALM
    extended = replace(request, extended_until=request.latest_extension)
    privacy.save_request(extended)
    assert privacy.deadlines(TODAY)[0].day == datetime.date(2027, 2, 24)
    with pytest.raises(ExtendedTooLong):
        privacy.save_request(replace(request, extended_until=datetime.date(2027, 2, 25)))
    privacy.save_request(replace(request, answered_on=TODAY))
    assert privacy.deadlines(TODAY) == []


def test_hours_of_a_data_breach_run_down(privacy: PrivacyService, clock: Clock) -> None:
    breach = DataBreach(discovered_at=NOW, description="Laptop gestolen", people_affected=212)
    number = privacy.save_breach(breach)
    clock.now += datetime.timedelta(hours=70, minutes=10)
    (deadline,) = privacy.deadlines(TODAY)
    assert deadline.text == "Report the data breach: 1 hour left"
    assert deadline.urgency is Urgency.SOON
    clock.now += datetime.timedelta(hours=5)
    (deadline,) = privacy.deadlines(TODAY)
    assert deadline.urgency is Urgency.LATE
    assert "late" in deadline.text
    privacy.save_breach(replace(breach, id=number, reported_at=clock.now))
    assert privacy.deadlines(TODAY) == []
    assert privacy.breaches() == [replace(breach, id=number, reported_at=clock.now)]
    with pytest.raises(BreachMissing):
        privacy.save_breach(replace(breach, description=" "))


def test_the_yearly_list(file: AdministrationFile, privacy: PrivacyService) -> None:
    write(file, tables.Membership, {"person_id": 1, "starts": 20100000, "ends": 20200600})
    write(file, tables.Contribution, {"membership_id": 1, "year": 2020, "amount": 1250})
    write(file, tables.Membership, {"person_id": 2, "starts": 20100000})
    removal = privacy.removal
    (gone,) = removal.review().may_go
    assert (gone.person_id, gone.contact) == (1, LastContact.MEMBERSHIP)
    assert gone.last_day == datetime.date(2020, 6, 30)
    assert gone.money_until == 2027
    removal.keep(1, "Erelid")
    review = removal.review()
    assert review.may_go == ()
    assert [(one.person.person_id, one.reason) for one in review.kept] == [(1, "Erelid")]
    removal.keep(1, "")
    assert len(removal.review().may_go) == 1
    removal.save_rules(RetentionRules(membership=10))
    assert removal.review().may_go == ()
    removal.save_rules(RetentionRules())
    removal.anonymise([1])
    assert removal.review().may_go == ()
    assert [row.amount for row in _contributions(file)] == [1250]


def _contributions(file: AdministrationFile) -> list[tables.Contribution]:
    from buurthuis_admin.storage.bulk import all_rows

    with file.reading() as connection:
        return list(all_rows(connection, tables.Contribution))  # type: ignore[arg-type]


def test_the_list_is_asked_for_in_january(privacy: PrivacyService, clock: Clock) -> None:
    assert privacy.deadlines(TODAY) == []
    next_year = datetime.date(2027, 1, 5)
    clock.now = datetime.datetime(2027, 1, 5, 12, tzinfo=datetime.UTC)
    (deadline,) = privacy.deadlines(next_year)
    assert deadline.kind is DeadlineKind.RETENTION
    assert deadline.day == datetime.date(2027, 1, 31)
    privacy.removal.reviewed()
    assert privacy.deadlines(next_year) == []


def test_old_amounts_of_the_anonymous_go_after_the_term(
    file: AdministrationFile, privacy: PrivacyService
) -> None:
    write(file, tables.Membership, {"person_id": 1, "starts": 20100000, "ends": 20120600})
    write(file, tables.Contribution, {"membership_id": 1, "year": 2012, "amount": 1250})
    privacy.removal.anonymise([1])
    assert _contributions(file) == []

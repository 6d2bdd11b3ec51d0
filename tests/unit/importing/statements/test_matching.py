# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from buurthuis_admin.domain.bank_lines import BankLine, Ground, MatchKind, Proposal
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.importing.statements.known import (
    Known,
    KnownMember,
    KnownOpen,
    KnownSubsidy,
)
from buurthuis_admin.importing.statements.matching import Matcher

JAN, GERDA = "NL91ABNA0417164300", "NL32INGB0000012345"
MEMBERS = (
    KnownMember(
        person_id=1,
        membership_id=11,
        name=PersonName(first="Jan", prefix="de", last="Vries"),
        number="0187",
        owed={2026: Decimal(25)},
    ),
    KnownMember(
        person_id=2,
        membership_id=12,
        name=PersonName(first="Gerda", last="Smit"),
        number="12",
        ibans=frozenset({GERDA}),
        fee=Decimal(25),
    ),
    KnownMember(
        person_id=3,
        membership_id=13,
        name=PersonName(first="Piet", prefix="de", last="Vries"),
        number="0200",
    ),
)
KNOWN = Known(
    members=MEMBERS,
    subsidies=(
        KnownSubsidy(
            id=21,
            funder="Gemeente Waterdam",
            name="Gemeente Waterdam, Samen eten",
            reference="2026-01487",
            expected=(Decimal(800),),
            paid=frozenset({"NL1"}),
        ),
        KnownSubsidy(id=22, funder="Oranje Fonds", name="Oranje Fonds"),
    ),
    open=(KnownOpen(id=31, amount=Decimal(-60), name="Energie BV"),),
    learned={("NL2", False): 5, ("NL2", True): 6},
    categories={5: "Huur", 6: "Verhuur", 9: "Overboeking"},
    own_ibans=frozenset({"NL44ABNA0123456789"}),
    transfer=9,
)


def proposal(amount: int, **more: str) -> Proposal:
    line = BankLine(day=datetime.date(2026, 5, 4), amount=Decimal(amount), **more)
    return Matcher(KNOWN).proposal(line)


@pytest.mark.parametrize(
    ("amount", "line", "membership", "sure"),
    [
        (25, {"counterparty": "J. de Vries", "description": "Contributie lidnr 187"}, 11, True),
        (25, {"counterparty": "Hr J de Vries", "description": "contributie 2026"}, 11, True),
        (25, {"counter_iban": GERDA, "description": "voor jullie"}, 12, True),
        (25, {"counterparty": "G. Smit", "description": "lidmaatschap nr 12"}, 12, True),
        (40, {"counterparty": "Mw G Smit-Jansen", "description": "contributie"}, 12, False),
    ],
)
def test_contributions(amount: int, line: dict[str, str], membership: int, sure: bool) -> None:
    found = proposal(amount, **line)
    best = found.matches[0]
    assert (best.kind, best.target) == (MatchKind.CONTRIBUTION, membership)
    assert found.sure is sure
    assert best.year == 2026


def test_two_of_one_name_are_both_offered_and_none_is_chosen() -> None:
    found = proposal(30, counterparty="Fam. de Vries", description="contributie")
    assert not found.sure
    assert found.matches[-1].kind is MatchKind.BOOKING


def test_a_name_alone_is_no_contribution() -> None:
    (only,) = proposal(500, counterparty="Smit Loodgieters BV").matches
    assert (only.kind, only.target) == (MatchKind.BOOKING, None)


@pytest.mark.parametrize(
    "line",
    [
        {"counterparty": "GEMEENTE WATERDAM", "description": "Voorschot"},
        {"counterparty": "Gemeente Waterdam", "description": "beschikking 2026-01487"},
        {"counterparty": "Belastingen", "description": "kenmerk 2026 01487 voorschot"},
    ],
)
def test_an_advance_of_a_subsidy(line: dict[str, str]) -> None:
    found = proposal(800, **line)
    assert found.sure
    assert (found.matches[0].kind, found.matches[0].target) == (MatchKind.INSTALMENT, 21)


def test_a_payment_to_whom_a_subsidy_paid_before_may_be_charged_to_it() -> None:
    found = proposal(-75, counterparty="Docent", counter_iban="NL1")
    assert (found.matches[0].kind, found.matches[0].target) == (MatchKind.EXPENSE, 21)
    assert found.matches[0].grounds == (Ground.EARLIER,)
    assert not found.sure


def test_a_bill_that_was_still_to_be_paid() -> None:
    found = proposal(-60, counterparty="Energie BV Nederland")
    assert found.sure
    assert (found.matches[0].kind, found.matches[0].target) == (MatchKind.OPEN, 31)


def test_a_category_is_learned_apart_for_in_and_out() -> None:
    assert proposal(-90, counter_iban="NL2").matches[0].name == "Huur"
    found = proposal(90, counter_iban="NL2")
    assert (found.matches[0].name, found.sure) == ("Verhuur", True)


def test_money_to_another_account_of_the_centre_is_a_transfer() -> None:
    found = proposal(-500, counter_iban="NL44ABNA0123456789")
    assert (found.matches[0].name, found.sure) == ("Overboeking", True)

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path

import pytest

from buurthuis_admin.domain.bank_lines import Decision, Match, MatchKind
from buurthuis_admin.domain.bookkeeping import BookFilter, Booking
from buurthuis_admin.domain.dossier_steps import Receive
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Contribution, Membership, Person, PersonDetail
from buurthuis_admin.domain.subsidies import (
    BudgetLine,
    Expense,
    Instalment,
    Subsidy,
    SubsidyState,
)
from buurthuis_admin.services.administration import Administration
from buurthuis_admin.services.bank_statements import (
    OtherCurrency,
    PreparedStatement,
    StatementUnreadable,
)
from tests.unit.importing.statements.made_statements import ABN, camt, details, entry, zipped

IBAN = "NL44ABNA0123456789"
VRIES = details("J. de Vries", "NL91ABNA0417164300", "Contributie 2026 lidnr 0187")
WATERDAM = details("Gemeente Waterdam", "NL32INGB0000012345", "Voorschot 2026-01487")
HAMER = details("Bouwmarkt De Hamer", "NL52RABO0125886921", "Verf", side="DBIT")
MAY = camt(
    entry("25.00", VRIES, reference="R1"),
    entry("800.00", WATERDAM, reference="R2", day="2026-05-06"),
    entry("60.00", HAMER, side="DBIT", reference="R3", day="2026-05-07"),
    closing="1765.00",
)


@pytest.fixture
def vries(administration: Administration) -> int:
    return administration.members.save(
        PersonDetail(
            person=Person(name=PersonName(first="Jan", prefix="de", last="Vries")),
            memberships=(Membership(number="0187"),),
            contributions=(Contribution(year=2026, amount=Decimal(25), paid=False),),
        )
    )


@pytest.fixture
def subsidy(administration: Administration) -> int:
    return administration.subsidies.save(
        Subsidy(
            funder="Gemeente Waterdam",
            reference="2026-01487",
            state=SubsidyState.AWARDED,
            instalments=(Instalment(expected=Decimal(800)),),
        )
    )


def prepared(
    administration: Administration, folder: Path, content: bytes = MAY
) -> PreparedStatement:
    path = folder / "afschrift.xml"
    path.write_bytes(content)
    return administration.bank_statements.prepare(path)


def first_choices(found: PreparedStatement) -> list[Decision]:
    return [Decision(line=one.line, match=one.matches[0]) for one in found.proposals]


def test_a_statement_is_written_as_it_was_confirmed(
    administration: Administration, tmp_path: Path, vries: int, subsidy: int
) -> None:
    found = prepared(administration, tmp_path)
    assert [(one.matches[0].kind, one.sure) for one in found.proposals] == [
        (MatchKind.CONTRIBUTION, True),
        (MatchKind.INSTALMENT, True),
        (MatchKind.BOOKING, False),
    ]
    assert administration.money.bookings() == []
    assert administration.bank_statements.apply(found, first_choices(found)) == 3

    (contribution,) = administration.members.detail(vries).contributions
    assert contribution.paid is True
    (dossier,) = administration.subsidies.dossiers()
    assert dossier.received == Decimal(800)
    rows = administration.money.rows(administration.money.find("", BookFilter()))
    assert [(one.counterparty, one.category, one.account) for one in rows] == [
        ("Bouwmarkt De Hamer", "", "Bank"),
        ("Gemeente Waterdam", "Subsidies en fondsen", "Bank"),
        ("J. de Vries", "Contributies", "Bank"),
    ]
    account = administration.money.accounts()[0]
    assert (account.iban, account.opening) == (IBAN, Decimal(1000))
    statement = administration.money.year_statement(2026)
    assert statement.balance.accounts[0].amount == Decimal("1765.00")


def test_reading_it_again_doubles_nothing(
    administration: Administration, tmp_path: Path, vries: int
) -> None:
    found = prepared(administration, tmp_path)
    administration.bank_statements.apply(found, first_choices(found)[:2])
    again = prepared(administration, tmp_path)
    assert (again.known, [one.line.reference for one in again.proposals]) == (2, ["R3"])
    assert administration.bank_statements.apply(found, first_choices(found)) == 1
    assert len(administration.money.bookings()) == 3
    assert prepared(administration, tmp_path).proposals == ()


def test_all_of_it_is_one_step_of_undo(
    administration: Administration, tmp_path: Path, vries: int, subsidy: int
) -> None:
    accounts = administration.money.accounts()
    found = prepared(administration, tmp_path)
    administration.bank_statements.apply(found, first_choices(found))
    administration.history.undo()
    assert administration.money.bookings() == []
    assert administration.money.accounts() == accounts
    assert administration.members.detail(vries).contributions[0].paid is False
    assert administration.subsidies.dossiers()[0].received == 0
    assert len(prepared(administration, tmp_path).proposals) == 3


def test_the_same_days_as_the_other_kind_of_file_are_told_to_be_there(
    administration: Administration, tmp_path: Path
) -> None:
    found = prepared(administration, tmp_path)
    administration.bank_statements.apply(found, first_choices(found))
    other = prepared(administration, tmp_path, ABN.encode())
    assert [(one.line.amount, one.alike) for one in other.proposals] == [
        (Decimal("25.00"), True),
        (Decimal("-12.50"), False),
        (Decimal("5.00"), False),
    ]


def test_the_category_of_last_time_is_proposed(
    administration: Administration, tmp_path: Path
) -> None:
    found = prepared(administration, tmp_path)
    category = administration.money.categories()[7]
    said = Match(kind=MatchKind.BOOKING, target=category.id)
    line = found.proposals[2].line
    administration.bank_statements.apply(found, [Decision(line=line, match=said)])
    june = camt(entry("19.95", HAMER, side="DBIT", day="2026-06-02", reference="R9"))
    (proposal,) = prepared(administration, tmp_path, june).proposals
    assert (proposal.sure, proposal.matches[0].name) == (True, category.name)


def test_a_bill_that_was_open_is_paid(administration: Administration, tmp_path: Path) -> None:
    bill = administration.money.save(
        Booking(year=2025, amount=Decimal(-60), description="Bouwmarkt De Hamer")
    )
    found = prepared(administration, tmp_path)
    assert found.proposals[2].matches[0].kind is MatchKind.OPEN
    administration.bank_statements.apply(found, first_choices(found)[2:])
    booking = administration.money.detail(bill).booking
    assert (booking.day, booking.year) == (datetime.date(2026, 5, 7), 2025)
    assert len(administration.money.bookings()) == 1


def test_an_expense_is_charged_to_the_dossier_that_was_chosen(
    administration: Administration, tmp_path: Path, subsidy: int
) -> None:
    found = prepared(administration, tmp_path)
    said = Match(kind=MatchKind.EXPENSE, target=subsidy)
    line = found.proposals[2].line
    administration.bank_statements.apply(found, [Decision(line=line, match=said)])
    (expense,) = administration.subsidies.dossiers()[0].expenses
    assert (expense.amount, expense.percentage) == (Decimal(60), Decimal(100))


def test_a_second_account_gets_a_name_of_its_own(
    administration: Administration, tmp_path: Path
) -> None:
    for iban in (IBAN, "NL69INGB0123456789", "NL50RABO0123456789"):
        content = camt(entry("1.00", details("X")), iban=iban, opening="7.00", closing="8.00")
        found = prepared(administration, tmp_path, content)
        administration.bank_statements.apply(found, first_choices(found))
    names = [one.name for one in administration.money.accounts()]
    assert names == ["Bank", "Bank 6789", "Bank NL50RABO0123456789", "Kas"]


def test_a_statement_that_lacks_lines_says_so(
    administration: Administration, tmp_path: Path
) -> None:
    assert not prepared(administration, tmp_path).incomplete
    assert prepared(administration, tmp_path, MAY.replace(b"1765.00", b"9.00")).incomplete


def test_files_that_hold_the_same_days_give_each_line_once(
    administration: Administration, tmp_path: Path
) -> None:
    paths = [tmp_path / "a.xml", tmp_path / "b.zip"]
    paths[0].write_bytes(MAY)
    paths[1].write_bytes(zipped(one=MAY, two=camt(entry("2.00", HAMER, side="DBIT"))))
    found = administration.bank_statements.prepare(*paths)
    assert (found.name, found.lines) == ("a.xml, b.zip", 4)
    assert administration.bank_statements.apply(found, first_choices(found)) == 4


def test_what_is_no_statement_is_refused_with_what_to_do(
    administration: Administration, tmp_path: Path
) -> None:
    with pytest.raises(StatementUnreadable, match=r"afschrift\.xml"):
        prepared(administration, tmp_path, b"hello")
    dollars = camt(entry("1.00")).replace(b"<Ccy>EUR", b"<Ccy>USD")
    with pytest.raises(OtherCurrency):
        prepared(administration, tmp_path, dollars)


def test_a_payment_that_was_typed_in_the_dossier_is_found_and_not_counted_twice(
    administration: Administration, subsidy: int, tmp_path: Path
) -> None:
    waiting = administration.subsidies.get(subsidy).instalments[0]
    day = datetime.date(2026, 5, 4)
    step = Receive(day=day, amount=Decimal(800), instalment_id=waiting.id)
    administration.subsidies.take(subsidy, step)
    found = prepared(administration, tmp_path)
    (waterdam,) = [one for one in found.proposals if one.line.amount == 800]
    assert waterdam.matches[0].kind is MatchKind.INSTALMENT
    assert waterdam.matches[0].target == subsidy
    administration.bank_statements.apply(found, first_choices(found))
    dossier = administration.subsidies.get(subsidy)
    assert dossier.received == 800
    (only,) = dossier.instalments
    assert only.booking_id is not None
    assert only.day == datetime.date(2026, 5, 6)


def test_an_expense_that_was_typed_in_the_dossier_gets_its_payment_and_is_not_spent_twice(
    administration: Administration, subsidy: int, tmp_path: Path
) -> None:
    line = BudgetLine(position=0, name="Onderhoud", planned=Decimal(500))
    administration.subsidies.save_lines(subsidy, [line])
    onderhoud = administration.subsidies.get(subsidy).budget_lines[0].id
    for day, amount in ((2, 60), (5, 60), (5, 12)):
        typed = Expense(
            description=f"Verf van de {day}e",
            amount=Decimal(amount),
            day=datetime.date(2026, 5, day),
            budget_line_id=onderhoud,
        )
        administration.subsidies.save_part(subsidy, typed)
    found = prepared(administration, tmp_path)
    (paint,) = [one for one in found.proposals if one.line.amount == -60]
    chosen = Decision(line=paint.line, match=Match(kind=MatchKind.EXPENSE, target=subsidy))
    administration.bank_statements.apply(found, [chosen])
    dossier = administration.subsidies.get(subsidy)
    assert dossier.spent == 132
    (paid,) = [one for one in dossier.expenses if one.booking_id is not None]
    assert (paid.description, paid.budget_line_id) == ("Verf van de 5e", onderhoud)
    assert paid.day == datetime.date(2026, 5, 7)

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import contextlib
import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurthuis_admin.domain.bank_lines import BankLine, with_keys
from buurthuis_admin.importing.reading.failure import CannotRead
from buurthuis_admin.importing.statements.read import is_statement, read_statements
from tests.unit.importing.statements.made_statements import (
    ABN,
    ING,
    RABO,
    camt,
    details,
    entry,
    zipped,
)

VRIES = details("J. de Vries", "NL91ABNA0417164300", "Contributie 2026 lidnr 0187")


def test_the_mt940_of_abn_amro() -> None:
    first, second = read_statements(ABN.encode())
    assert (first.iban, first.opening, first.closing) == (
        "NL44ABNA0123456789",
        Decimal("1000.00"),
        Decimal("1012.50"),
    )
    paid, bought = first.lines
    assert (paid.day, paid.amount) == (datetime.date(2026, 5, 4), Decimal("25.00"))
    assert (paid.counterparty, paid.counter_iban) == ("J. DE VRIES", "NL91ABNA0417164300")
    assert paid.description == "CONTRIBUTIE 2026 LIDNR 0187"
    assert bought.amount == Decimal("-12.50")
    assert bought.description.startswith("BEA NR:3XX123 05.05.26/10.11 BOUWMARKT DE HAMER")
    assert (second.lines[0].amount, second.lines[0].counterparty) == (Decimal("5.00"), "DE HAMER")
    assert first.adds_up
    assert second.adds_up


def test_the_mt940_of_ing() -> None:
    (found,) = read_statements(ING.encode())
    (line,) = found.lines
    assert (found.iban, found.adds_up) == ("NL69INGB0123456789", True)
    assert (line.counterparty, line.counter_iban) == ("GEMEENTE WATERDAM", "NL32INGB0000012345")
    assert (line.description, line.reference) == ("Voorschot 2026-01487", "00000000001005")


def test_the_mt940_of_rabobank() -> None:
    (found,) = read_statements(RABO.encode("cp1252"))
    (line,) = found.lines
    assert (found.iban, found.adds_up) == ("NL50RABO0177955400", True)
    assert (line.amount, line.counterparty) == (Decimal("-250.00"), "J.M.G. Gerritsen")
    assert (line.counter_iban, line.description) == ("NL52RABO0125886921", "Factuur 123")


@pytest.mark.parametrize("version", ["02", "08"])
def test_camt(version: str) -> None:
    bought = details("Bouwmarkt", "NL32INGB0000012345", "Verf", side="DBIT")
    content = camt(
        entry("25.00", VRIES),
        entry("12.50", bought, side="DBIT", day="2026-05-05", reference="R2"),
        entry("99.00", VRIES, status="PDNG"),
        closing="1012.50",
        version=version,
    )
    (found,) = read_statements(content)
    paid, spent = found.lines
    assert (found.iban, found.adds_up) == ("NL44ABNA0123456789", True)
    assert (paid.amount, paid.counterparty, paid.counter_iban) == (
        Decimal("25.00"),
        "J. de Vries",
        "NL91ABNA0417164300",
    )
    assert (paid.description, paid.reference) == ("Contributie 2026 lidnr 0187", "R1")
    assert (spent.amount, spent.counterparty) == (Decimal("-12.50"), "Bouwmarkt")


def test_the_parts_of_a_batch_are_lines() -> None:
    parts = [details(name, amount=amount) for name, amount in (("A", "10.00"), ("B", "15.00"))]
    (found,) = read_statements(camt(entry("25.00", "".join(parts))))
    assert [(one.counterparty, one.amount) for one in found.lines] == [
        ("A", Decimal("10.00")),
        ("B", Decimal("15.00")),
    ]
    whole = read_statements(camt(entry("26.00", "".join(parts))))[0]
    assert [one.amount for one in whole.lines] == [Decimal("26.00")]


def test_a_line_has_the_same_key_each_time_and_no_two_the_same() -> None:
    twice = camt(entry("25.00", VRIES), entry("25.00", VRIES))
    first, second = read_statements(twice)[0].lines
    again, _other = read_statements(twice)[0].lines
    assert first.key == again.key != second.key


def test_a_zip_file_of_statements() -> None:
    packed = zipped(a=camt(entry("25.00", VRIES)), b=ING.encode(), c=b"hello")
    assert [one.iban for one in read_statements(packed)] == [
        "NL44ABNA0123456789",
        "NL69INGB0123456789",
    ]


def test_a_file_is_known_by_its_content(tmp_path: Path) -> None:
    files = {
        "a.txt": (ABN.encode(), True),
        "b.xml": (camt(), True),
        "c.zip": (zipped(a=camt()), True),
        "d.csv": (b"Naam;Bedrag\nJan;12", False),
        "e.xlsx": (zipped(**{"[Content_Types].xml": camt()}), False),
        "f.zip": (b"PK\x03\x04 broken", False),
    }
    for name, (content, wanted) in files.items():
        (tmp_path / name).write_bytes(content)
        assert is_statement(tmp_path / name) is wanted, name
    assert not is_statement(tmp_path / "gone.xml")


BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "content",
    [
        camt().replace(b"<Document", BOMB + b"<Document", 1),
        camt(entry("twelve")),
        camt(entry("1.00", day="yesterday")),
        camt()[:400],
        b"<a>" * 300 + b"camt.053",
        ABN.replace(":61:2605040504C25,00", ":61:rubbish").encode(),
        b"",
        b"Naam;Bedrag",
        b"PK\x03\x04",
    ],
)
def test_what_cannot_be_read_is_said(content: bytes) -> None:
    with pytest.raises(CannotRead):
        read_statements(content)


@given(st.text(alphabet=":/\n-,0123456789CDEURNLABX ", max_size=300))
def test_any_text_is_read_or_refused(text: str) -> None:
    for content in (ABN.replace("/TRTP/STORNO/NAME/DE HAMER", text), f":20:x\n:25:y\n:60F:{text}"):
        with contextlib.suppress(CannotRead):
            read_statements(content.encode())


@given(st.binary(max_size=200), st.integers(0, 1500))
def test_any_damage_is_read_or_refused(rubbish: bytes, place: int) -> None:
    content = camt(entry("25.00", VRIES))
    with contextlib.suppress(CannotRead):
        read_statements(content[:place] + rubbish + content[place + len(rubbish) :])


_LINES = st.lists(
    st.builds(
        BankLine,
        day=st.dates(datetime.date(2026, 1, 1), datetime.date(2026, 1, 3)),
        amount=st.sampled_from((Decimal(1), Decimal("1.00"), Decimal(-1), Decimal(25))),
        counterparty=st.sampled_from(("", "A", "B")),
        description=st.sampled_from(("", "A", "B")),
    ),
    max_size=12,
)


@given(_LINES, st.integers(0, 12))
def test_no_two_lines_share_a_key_and_a_shorter_statement_has_the_same_keys(
    lines: list[BankLine], count: int
) -> None:
    keys = [one.key for one in with_keys("NL1", lines)]
    assert len(set(keys)) == len(lines)
    assert [one.key for one in with_keys("NL1", lines[:count])] == keys[:count]
    assert not set(keys) & {one.key for one in with_keys("NL2", lines)}

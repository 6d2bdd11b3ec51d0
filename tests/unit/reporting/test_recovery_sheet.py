# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The recovery sheet: one page that says what it is and from which the code can be read again."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
from collections.abc import Callable

import pytest

from buurthuis_admin.domain.recovery import decode, encode
from buurthuis_admin.domain.recovery_groups import GROUPS
from buurthuis_admin.i18n import language
from buurthuis_admin.reporting.content import SquareCode
from buurthuis_admin.reporting.pdf import codes
from buurthuis_admin.reporting.recovery_sheet import (
    RecoverySheet,
    compose_recovery_sheet,
    recovery_sheet,
)
from tests.unit.reporting.reading import Node, Read, read

KEY, SALT = bytes(range(32)), bytes(range(100, 116))
SHEET = RecoverySheet(
    centre="Buurthuis De Linde",
    file_name="De Linde.buurthuis",
    made_on=datetime.date(2026, 11, 24),
    code=encode(KEY, SALT),
)


@pytest.fixture(scope="module")
def dutch() -> Read:
    return read(recovery_sheet(SHEET, "nl"))


def cells(pdf: Read) -> list[Node]:
    return pdf.structure().find("TD")


@pytest.mark.parametrize("code", ["nl", "en"])
def test_the_sheet_says_what_it_said(code: str, golden: Callable[[str, str], None]) -> None:
    golden(f"recovery_sheet_{code}.txt", read(recovery_sheet(SHEET, code)).text() + "\n")


def test_same_sheet_same_bytes() -> None:
    assert recovery_sheet(SHEET, "nl") == recovery_sheet(SHEET, "nl")


@pytest.mark.parametrize("code", ["nl", "en"])
def test_it_is_one_page_also_with_long_names(code: str) -> None:
    long = dataclasses.replace(
        SHEET,
        centre="Stichting Wijkcentrum en Ontmoetingsplaats " * 2,
        file_name="Administratie van het wijkcentrum " * 4 + ".buurthuis",
    )
    for sheet in (SHEET, long, dataclasses.replace(SHEET, centre="")):
        assert len(read(recovery_sheet(sheet, code)).reader.pages) == 1


def test_who_listens_hears_each_group_as_one_text(dutch: Read) -> None:
    groups = [str(cell.raw["/ActualText"]) for cell in cells(dutch)]
    assert decode(groups) == (KEY, SALT)


def test_the_table_pasted_from_a_viewer_opens_too(dutch: Read) -> None:
    """Row letters, column numbers and spaces between the signs come along."""
    lines = dutch.text().splitlines()
    start = next(at for at, line in enumerate(lines) if line.startswith("A "))
    table = [line for line in lines[start:] if line[:2] in {f"{row} " for row in "ABCDEF"}]
    assert len(table) == 6
    assert decode("1 2 3\n" + "\n".join(table)) == (KEY, SALT)


def test_the_square_code_holds_the_same_text() -> None:
    with language("nl"):
        blocks = compose_recovery_sheet(SHEET, "nl").blocks
    (square,) = (block for block in blocks if isinstance(block, SquareCode))
    assert decode(square.text) == (KEY, SALT)


def test_the_square_code_is_the_one_that_a_scanner_read() -> None:
    """These modules were read back once with OpenCV; other ones must be read again by hand."""
    rows = codes._modules(SHEET.code.text)
    corner = [True] * 7
    assert rows[0][:7] == rows[0][-7:] == rows[-1][:7] == corner
    bits = "".join("01"[dark] for row in rows for dark in row)
    assert (len(rows), {len(row) for row in rows}) == (45, {45})
    assert (
        hashlib.sha256(bits.encode()).hexdigest()
        == "85a5c3bd02527f2411ef16fb9ab604c37d7abf430ac2b3129a98779595a7f8df"
    )


def test_tagged_and_with_its_fonts_in_it(dutch: Read) -> None:
    assert dutch.catalog["/Lang"] == "nl"
    assert all("+NotoSans" in str(font["/BaseFont"]) for font in dutch.fonts())
    tree = dutch.structure()
    assert [node.tag for node in tree.kids[:3]] == ["H1", "P", "P"]
    assert len(cells(dutch)) == GROUPS
    (figure,) = tree.find("Figure")
    assert "Vierkante code" in str(figure.raw["/Alt"])
    assert "/BBox" in figure.raw["/A"]  # type: ignore[operator]
    heads = [[cell.tag for cell in row.kids] for row in tree.find("TR")]
    assert heads == [["TH"] * 4, *[["TH", "TD", "TD", "TD"]] * 6]


def test_a_name_with_signs_of_markup_is_only_a_name() -> None:
    nasty = dataclasses.replace(SHEET, centre="Jansen & Zn <b", file_name="<img src='/etc'>.x")
    text = read(recovery_sheet(nasty, "nl")).text()
    assert "Jansen & Zn <b" in text
    assert "<img src='/etc'>.x" in text


def test_the_file_properties_do_not_hold_the_code(dutch: Read) -> None:
    said = str(dutch.reader.metadata) + dutch.catalog["/Metadata"].get_data().decode()
    assert not any(group in said for group in SHEET.code.groups)

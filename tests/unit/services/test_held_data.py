# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Somebody who asks gets everything, as paper and as workbook, and the term begins to run."""

from __future__ import annotations

import datetime
import io
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from buurthuis_admin.domain.privacy import RequestKind
from buurthuis_admin.services.administration import Administration
from buurthuis_admin.services.members import PersonGone
from buurthuis_admin.services.privacy import PrivacyContacts
from buurthuis_admin.storage.file import AdministrationFile
from tests.unit.services.test_erasure import CANARIES, OTHER, fill


def words_of(content: bytes) -> str:
    pages = PdfReader(io.BytesIO(content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_paper_and_workbook_hold_everything(
    file: AdministrationFile, administration: Administration, tmp_path: Path
) -> None:
    person_id = fill(file, administration)
    paper, book = administration.privacy.held.save(person_id, tmp_path)
    told = words_of(paper.read_bytes())
    sheets = load_workbook(book)
    cells = " ".join(
        str(cell.value) for sheet in sheets for row in sheet.iter_rows() for cell in row
    )
    for canary in (*CANARIES, "06 12 34 56 78", "Koor", "Blad1", "2.5"):
        if canary != "0612345678":
            assert canary.casefold().replace(" ", "") in told.casefold().replace(" ", ""), canary
            assert canary.casefold() in cells.casefold(), canary
    assert OTHER not in told
    assert OTHER not in cells
    formulas = [cell for sheet in sheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in formulas if cell.value is not None} == {"s"}
    assert "Vogelzang" not in paper.name + book.name


@pytest.mark.language("nl")
def test_the_request_is_noted_once_with_its_term(
    file: AdministrationFile, administration: Administration, tmp_path: Path
) -> None:
    person_id = fill(file, administration)
    privacy = administration.privacy
    for _time in range(2):
        privacy.held.save(person_id, tmp_path)
    kinds = [request.kind for _name, request in privacy.requests()]
    assert sorted(kinds) == [RequestKind.ACCESS, RequestKind.ERASE]
    today = privacy.today()
    days = {one.text: one.day for one in privacy.deadlines(today)}
    answer = next(day for text, day in days.items() if "Kanariela" in text and day > today)
    assert datetime.timedelta(days=28) <= answer - today <= datetime.timedelta(days=31)


def test_nobody_there(administration: Administration, tmp_path: Path) -> None:
    with pytest.raises(PersonGone):
        administration.privacy.held.save(1, tmp_path)
    assert list(tmp_path.glob("*.pdf")) == []


def test_the_register_names_what_is_in_use(
    file: AdministrationFile, administration: Administration
) -> None:
    privacy = administration.privacy
    assert privacy.register.register().entries == ()
    fill(file, administration)
    privacy.save_contacts(PrivacyContacts("Anna, 030 123 45 67", ""))
    register = privacy.register.register()
    members = register.entries[0]
    assert "E-mail" in members.data
    assert "Neighbourhood" not in members.data
    told = words_of(privacy.register.pdf())
    assert "Anna, 030 123 45 67" in told
    assert "2 years after the last visit" in told
    assert not [canary for canary in CANARIES if canary.casefold() in told.casefold()]

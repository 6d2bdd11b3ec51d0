# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""An empty table that was filled in reads back without a question."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from buurthuis_admin.i18n import current_language, use_language
from buurthuis_admin.importing.headings import Field
from buurthuis_admin.importing.outcome import RowFate, SheetKind
from buurthuis_admin.services.imports import ImportService, PreparedImport
from buurthuis_admin.services.templates import save_templates, templates
from buurthuis_admin.storage.file import AdministrationFile

DAY = datetime.date(2020, 3, 3)
KINDS = [
    SheetKind.MEMBERS,
    SheetKind.ATTENDANCE,
    SheetKind.HEAD_COUNTS,
    SheetKind.ACTIVITIES,
    SheetKind.SUBSIDIES,
]
FILLED: dict[Field, object] = {
    Field.NUMBER: "007",
    Field.FIRST: "Jan",
    Field.PREFIX: "van den",
    Field.LAST: "Berg",
    Field.FULL_NAME: "Jan van den Berg",
    Field.BORN: datetime.date(1951, 4, 3),
    Field.STREET: "Kerkpad",
    Field.HOUSE: "3a",
    Field.POSTCODE: "3512 AB",
    Field.TOWN: "Waterdam",
    Field.PHONE: "030-2123456",
    Field.MOBILE: "0612345678",
    Field.EMAIL: "jan@voorbeeld.nl",
    Field.JOINED: datetime.date(2015, 1, 1),
    Field.LEFT: None,
    Field.PAID: "ja",
    Field.VOLUNTEER: "nee",
    Field.DATE: DAY,
    Field.ACTIVITY: "Stoelyoga",
    Field.STATUS: "ja",
    Field.COUNT: 12,
    Field.WEEKDAY: "dinsdag",
    Field.TIME: "10:00",
    Field.ROOM: "Zaal 1",
    Field.LEADER: "Mia",
    Field.TARGET_GROUP: "55+",
    Field.THEME: "Bewegen",
    Field.FUNDER: "Gemeente Waterdam",
    Field.REFERENCE: "Z-2020-1",
    Field.PURPOSE: "Stoelyoga",
    Field.APPLIED_ON: datetime.date(2019, 10, 1),
    Field.REQUESTED: 1500,
    Field.DECIDED: datetime.date(2019, 12, 1),
    Field.AWARDED: 1250.5,
    Field.RECEIVED: 1000,
    Field.SPENT: 900,
    Field.DUE: datetime.date(2021, 4, 1),
    Field.STATE: "toegekend",
}


@pytest.fixture(params=["nl", "en"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    before = current_language()
    use_language(request.param)
    yield request.param
    use_language(before)


@pytest.fixture
def imports(tmp_path: Path) -> Iterator[ImportService]:
    file = AdministrationFile.create(tmp_path / "a.buurthuis", "geheim")
    yield ImportService(file, clock=lambda: datetime.date(2021, 6, 1))
    file.close()


def fill(paths: list[Path]) -> None:
    for path, template in zip(paths, templates(), strict=True):
        book = openpyxl.load_workbook(path)
        book.worksheets[0].append([FILLED.get(field) for field in template.fields])
        book.save(path)


def kinds(prepared: PreparedImport) -> list[SheetKind]:
    return [table.found.kind for table in prepared.understood.tables]


def test_every_table_that_is_filled_in_reads_back_without_a_question(
    language: str, imports: ImportService, tmp_path: Path
) -> None:
    assert language == current_language()
    folder = tmp_path / "tables"
    folder.mkdir()
    paths = save_templates(folder)
    fill(paths)
    prepared = imports.prepare(paths)
    assert kinds(prepared) == KINDS
    assert prepared.outcome.questions == ()
    for file in prepared.outcome.files:
        assert [row.fate for row in file.sheets[0].rows] == [RowFate.EXCLUDED, RowFate.NEW]
    (person,) = prepared.understood.reading.records.people
    assert (person.name.full, person.number, person.mobile) == (
        "Jan van den Berg",
        "007",
        "0612345678",
    )
    for table, template in zip(prepared.understood.tables, templates(), strict=True):
        assert tuple(column.field for column in table.found.columns) == template.fields


def test_a_table_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    first, second = save_templates(tmp_path), save_templates(tmp_path)
    assert len({*first, *second}) == len(KINDS) * 2
    assert all(path.is_file() for path in (*first, *second))


def test_an_empty_table_asks_and_rejects_nothing(imports: ImportService, tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    folder.mkdir()
    outcome = imports.prepare(save_templates(folder)).outcome
    assert outcome.counts[RowFate.REJECTED] == 0
    assert not outcome.changes_something
    assert not outcome.questions

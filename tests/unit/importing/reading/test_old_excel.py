# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Old .xls files, of which there is no writer left: the samples stand for them."""

from __future__ import annotations

from pathlib import Path

import pytest

from buurthuis_admin.importing.reading.failure import CannotRead, Reason
from buurthuis_admin.importing.reading.file_content import read_content
from buurthuis_admin.importing.workbook import FileFormat, ReadCode, Workbook


def read(folder: Path, name: str) -> Workbook:
    return read_content((folder / name).read_bytes(), name)


def test_merged_cells_and_hidden_sheets(shared_samples: Path) -> None:
    book = read(shared_samples / "found", "attendance.xls")
    assert book.file_format is FileFormat.XLS
    assert (0, 0, 0, 16) in {
        (block.first_row, block.first_column, block.last_row, block.last_column)
        for block in book.sheets[0].merged
    }
    visibility = read(shared_samples / "hostile", "062.xls")
    assert [sheet.hidden for sheet in visibility.sheets] == [False, True, True]


def test_error_cells(shared_samples: Path) -> None:
    sheet = read(shared_samples / "hostile", "067.xls").sheets[0]
    assert {"#REF!", "#N/A", "#DIV/0!"} <= set(sheet.error_cells.values())
    assert all(sheet.rows[row][column] is None for row, column in sheet.error_cells)


def test_a_file_older_than_calamine_knows(shared_samples: Path) -> None:
    book = read(shared_samples / "hostile", "048.xls")
    assert book.sheets[0].rows[:2] == ((1234,), (1235.1,))
    assert ReadCode.SECOND_READER in {note.code for note in book.notes}


@pytest.mark.parametrize("name", ["042.xls", "065.xls"])
def test_a_password(shared_samples: Path, name: str) -> None:
    with pytest.raises(CannotRead) as refused:
        read(shared_samples / "hostile", name)
    assert refused.value.reason is Reason.PROTECTED


def test_content_decides_and_the_name_is_told(shared_samples: Path) -> None:
    content = (shared_samples / "found" / "attendance.xls").read_bytes()
    book = read_content(content, "attendance.xlsx")
    assert book.file_format is FileFormat.XLS
    assert book.notes[0].params == {"extension": "xlsx", "actual": "xls"}

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Bytes of files: once each, and as long as anything names them."""

from __future__ import annotations

from sqlalchemy import delete, insert

from buurthuis_admin.storage import contents, tables
from buurthuis_admin.storage.file import AdministrationFile

CONTENT = b"een oude ledenlijst"


def keep(file: AdministrationFile, content: bytes = CONTENT) -> str:
    """Keep a file that a reading in names."""
    with file.unit_of_work("Kept") as unit:
        sha256 = contents.keep(unit.connection, content)
        batch = {"id": 1, "change_set_id": unit.change_set_id, "at": "2026-11-26"}
        unit.connection.execute(insert(tables.ImportBatch), batch)
        row = {"id": 1, "batch_id": 1, "name": "leden.xls", "sha256": sha256, "size": len(content)}
        unit.connection.execute(insert(tables.ImportFile), row)
        unit.commit()
    return sha256


def drop_unused(file: AdministrationFile) -> int:
    with file.unit_of_work("Tidied") as unit:
        dropped = contents.drop_unused(unit.connection)
        unit.commit()
    return dropped


def kept(file: AdministrationFile, sha256: str) -> bytes | None:
    with file.reading() as connection:
        return contents.content_of(connection, sha256)


def test_the_same_file_is_kept_once(file: AdministrationFile) -> None:
    with file.unit_of_work("Twice") as unit:
        first = contents.keep(unit.connection, CONTENT)
        assert contents.keep(unit.connection, CONTENT) == first
        unit.commit()
    assert kept(file, first) == CONTENT


def test_what_a_row_names_stays(file: AdministrationFile) -> None:
    sha256 = keep(file)
    assert drop_unused(file) == 0
    assert kept(file, sha256) == CONTENT


def test_what_the_history_names_stays(file: AdministrationFile) -> None:
    sha256 = keep(file)
    with file.unit_of_work("Removed") as unit:
        unit.connection.execute(delete(tables.ImportFile))
        unit.commit()
    assert drop_unused(file) == 0
    assert kept(file, sha256) == CONTENT


def test_what_nothing_names_goes(file: AdministrationFile) -> None:
    sha256 = keep(file)
    with file.unit_of_work("Another") as unit:
        other = contents.keep(unit.connection, b"something else")
        unit.commit()
    assert drop_unused(file) == 1
    assert kept(file, other) is None
    assert kept(file, sha256) == CONTENT


def test_a_file_is_dropped_whoever_names_it(file: AdministrationFile) -> None:
    sha256 = keep(file)
    with file.unit_of_work("Somebody was erased") as unit:
        contents.drop(unit.connection, sha256)
        unit.commit()
    assert kept(file, sha256) is None

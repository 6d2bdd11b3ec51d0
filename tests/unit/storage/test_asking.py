# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The bare connection of an open file: it asks, and never writes past the history."""

from __future__ import annotations

import datetime
import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver

from buurthuis_admin.storage import listing, tables
from buurthuis_admin.storage.file import AdministrationFile
from tests.unit.storage.making import PASSWORD, person_row, write

TODAY = datetime.date(2024, 6, 1)
DELETE = "DELETE FROM people"
FIRST_PAGE = """
import sys
from pathlib import Path
from buurthuis_admin.domain.people_rows import MemberFilter
from buurthuis_admin.services.administration import open_administration

opened = open_administration(Path(sys.argv[1]), sys.argv[2])
members = opened.members
print(members.everyone(), [row.name for row in members.page("", MemberFilter.ALL, 0, 9)])
opened.close()
print("sqlalchemy" in sys.modules)
"""


def test_nothing_is_written_before_there_is_history(path: Path) -> None:
    file = AdministrationFile.open(path, PASSWORD)
    with file.asking() as bare, pytest.raises(driver.OperationalError):
        bare.execute(DELETE)
    write(file, tables.Person, person_row("Fatma", "Öztürk"))
    with file.asking() as bare, pytest.raises(driver.IntegrityError):
        bare.execute(DELETE)  # outside a unit of work
    file.close()


def test_the_first_page_needs_no_more_than_the_driver(path: Path) -> None:
    file = AdministrationFile.open(path, PASSWORD)
    write(file, tables.Person, person_row("Fatma", "Öztürk"))
    file.close()
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PAGE, str(path), PASSWORD],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines() == ["1 ['Öztürk, Fatma']", "False"]


def test_whoever_is_anonymous_is_in_no_order_and_no_count(path: Path) -> None:
    file = AdministrationFile.open(path, PASSWORD)
    for last in ("Wit", "Aal", "Mol", "Bos"):
        gone = 20240101 if last == "Mol" else None
        write(file, tables.Person, {**person_row("Jan", last), "anonymised_on": gone})
    with file.asking() as bare:
        order = listing.ids_in_order(bare)
        told = [line.name.last for line in listing.lines(bare, order, TODAY)]
        assert listing.part(bare, 1, 9) == order[1:]
        assert listing.everybody(bare) == len(order)
    file.close()
    assert told == ["Aal", "Bos", "Wit"]

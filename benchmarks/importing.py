# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Importing a members list beside its floor: a bare read and one insert of the same rows.

The floor reads the sheet with calamine in this process, and puts the very rows that the import
wrote into the same encrypted tables (indexes, checks and search index included) with one
``executemany`` a table, in one transaction.

And what understanding that list costs (where its table is, what each column holds, every row as
a record) beside the bare read of the same sheet.
"""

from __future__ import annotations

import datetime
import gc
import random
import sys
import tempfile
from pathlib import Path
from typing import Any

import openpyxl
import python_calamine
from sqlalchemy import select

from benchmarks.bare import bare_connection
from benchmarks.data import PASSWORD, made_up_person
from benchmarks.ratio import Ratio, median_seconds, seconds
from buurthuis_admin.importing.reading.process import ReaderProcess
from buurthuis_admin.importing.understand import understand
from buurthuis_admin.services.imports import ImportService
from buurthuis_admin.storage import tables
from buurthuis_admin.storage.file import AdministrationFile

TARGET = 3
UNDERSTAND_TARGET = 2
SIZES = (1_000, 10_000, 50_000)
ROUNDS = 3
HEADINGS = (
    "Lidnr", "Roepnaam", "Tussenv.", "Achternaam", "Geb.dat", "m/v", "Straat", "Huisnr", "PC",
    "Plaats", "Tel.", "Mob.", "E-mail", "Lid sinds", "Opm.",
)  # fmt: skip


def write_list(path: Path, people: int) -> None:
    """A members list of fifteen columns."""
    chance = random.Random(people)
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Leden")
    sheet.append(HEADINGS)
    for number in range(1, people + 1):
        person = made_up_person(chance)
        name, address = person.name, person.address
        assert person.born is not None
        sheet.append(
            [
                number,
                name.first,
                name.prefix or None,
                name.last,
                person.born.first_day,
                chance.choice("mv"),
                address.street,
                address.house,
                address.postcode,
                address.town,
                f"030-{chance.randint(2_000_000, 2_999_999)}",
                person.mobile,
                f"{name.last.lower()}{number}@voorbeeld.nl",
                person.born.first_day.replace(year=chance.randint(2000, 2023)),
                chance.choice((None, None, "komt op de fiets")),
            ]
        )
    book.save(path)


def measure(people: int, folder: Path) -> Ratio:
    """Import and floor, on one list."""
    sheet = folder / f"leden {people}.xlsx"
    write_list(sheet, people)
    ours_file = AdministrationFile.create(folder / f"{people}.buurthuis", PASSWORD)
    service = ImportService(ours_file)
    ours = seconds(lambda: service.apply(service.prepare([sheet])))
    rows = _rows_of(ours_file)
    ours_file.close()
    bare = bare_connection(folder / f"{people}-floor.buurthuis")
    floor = seconds(lambda: _floor(sheet, bare, rows))
    bare.close()
    return Ratio("import", ours, floor, TARGET)


def understanding(people: int, folder: Path) -> Ratio:
    """Understanding the list that ``measure`` left, and its bare read."""
    sheet = folder / f"leden {people}.xlsx"
    with ReaderProcess() as reader:
        book = reader.read(sheet)
    today = datetime.date(2024, 12, 31)
    gc.disable()  # as the import does
    ours = median_seconds(lambda: understand([book], today), ROUNDS)
    floor = median_seconds(lambda: _bare_read(sheet), ROUNDS)
    gc.enable()
    return Ratio("understand", ours, floor, UNDERSTAND_TARGET)


Inserts = list[tuple[str, list[tuple[Any, ...]]]]


def _rows_of(file: AdministrationFile) -> Inserts:
    """What the import wrote, as one statement a table."""
    inserts: Inserts = []
    with file.reading() as connection:
        for table in (tables.Person, tables.Membership):
            columns = list(table.__table__.c)
            rows = [tuple(row) for row in connection.execute(select(*columns))]
            names = ", ".join(column.name for column in columns)
            marks = ", ".join("?" * len(columns))
            inserts.append((f"INSERT INTO {table.__tablename__} ({names}) VALUES ({marks})", rows))
    return inserts


def _floor(sheet: Path, bare: Any, inserts: Inserts) -> None:
    _bare_read(sheet)
    bare.execute("BEGIN")
    for statement, rows in inserts:
        bare.executemany(statement, rows)
    bare.execute("COMMIT")


def _bare_read(sheet: Path) -> None:
    python_calamine.CalamineWorkbook.from_path(str(sheet)).get_sheet_by_index(0).to_python()


def main() -> int:
    """Print the growth and both ratios; 1 when a target is missed."""
    with tempfile.TemporaryDirectory() as folder:
        ratios = {size: measure(size, Path(folder)) for size in SIZES}
        understood = understanding(SIZES[-1], Path(folder))
    for size, ratio in ratios.items():
        ratio.grow(size)
    reached = [ratios[SIZES[-1]].show(), understood.show()]
    return 0 if all(reached) else 1


if __name__ == "__main__":
    sys.exit(main())

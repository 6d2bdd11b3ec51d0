# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""An import is turned back after people of it were changed by hand: those are named and stay."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from buurthuis_admin.domain.activities import Attendance, AttendanceStatus
from buurthuis_admin.domain.people import Membership, Person, PersonDetail
from buurthuis_admin.services.administration import Administration
from buurthuis_admin.storage import tables
from buurthuis_admin.storage.bulk import all_rows, insert_rows
from buurthuis_admin.storage.file import AdministrationFile

TABLES = (tables.Person, tables.Membership, tables.Contribution, tables.Volunteer,
          tables.Attendance, tables.Session, tables.Activity, tables.SourceRow,
          tables.ImportSheet, tables.UnclearRow)  # fmt: skip
HEADINGS = "Lidnr;Roepnaam;Achternaam;Geb.dat;Straat;Huisnr;PC;Plaats;Lid sinds;Opm"
_LETTERS = "abcdefghij"


def surname(number: int) -> str:
    """A name for each number, unlike any other."""
    return "Van" + "".join(_LETTERS[int(sign)] for sign in f"{number:05}")


def write_list(path: Path, people: int, start: int = 1) -> Path:
    lines = [HEADINGS]
    lines += [
        f"{n};Jan;{surname(n)};{n % 28 + 1}-{n % 12 + 1}-19{n % 60 + 30};Kerkpad;{n};3512 AB;"
        f"Waterdam;1-1-2019;"
        for n in range(start, start + people)
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@contextmanager
def opened(folder: Path) -> Iterator[tuple[AdministrationFile, Administration]]:
    file = AdministrationFile.create(folder / "a.buurthuis", "geheim")
    try:
        yield file, Administration(file)
    finally:
        file.close()


def everything(file: AdministrationFile) -> dict[str, set[Any]]:
    with file.reading() as connection:
        return {one.__tablename__: set(map(tuple, all_rows(connection, one))) for one in TABLES}


def _save(administration: Administration, detail: PersonDetail, **changes: Any) -> None:
    person: Person = dataclasses.replace(detail.person, **changes)
    administration.members.save(dataclasses.replace(detail, person=person))


def change_remark(administration: Administration, detail: PersonDetail) -> None:
    _save(administration, detail, remark="komt op de fiets")


def change_name(administration: Administration, detail: PersonDetail) -> None:
    _save(administration, detail, name=dataclasses.replace(detail.person.name, first="Johan"))


def end_membership(administration: Administration, detail: PersonDetail) -> None:
    changed: list[Membership] = [
        dataclasses.replace(one, end_reason="verhuisd") for one in detail.memberships
    ]
    administration.members.save(dataclasses.replace(detail, memberships=tuple(changed)))


def attend(administration: Administration, detail: PersonDetail) -> None:
    """Somebody comes to a meeting that was made by hand."""
    assert detail.person.id is not None
    tick = Attendance(session_id=1, person_id=detail.person.id, status=AttendanceStatus.PRESENT)
    administration.activities.set_attendance(tick)


EDITS: tuple[Callable[[Administration, PersonDetail], None], ...] = (
    change_remark, change_name, end_membership, attend,
)  # fmt: skip


def add_meeting(file: AdministrationFile) -> None:
    with file.unit_of_work("Koor") as unit:
        connection = unit.connection
        insert_rows(connection, tables.Activity, [{"id": 1, "name": "Koor", "folded_name": "koor"}])
        insert_rows(connection, tables.Session, [{"id": 1, "activity_id": 1, "day": 20190307}])
        unit.commit()


def check(folder: Path, people: int, edits: dict[int, int]) -> None:
    """Read a list, change some of it by hand, read another; turn the first back and again."""
    with opened(folder) as (file, administration):
        add_meeting(file)
        imports, history = administration.imports, administration.history
        kept_list = write_list(folder / "eerder.csv", 3, start=90_001)
        imports.apply(imports.prepare([kept_list]))
        before = everything(file)
        imports.apply(imports.prepare([write_list(folder / "leden.csv", people)]))
        (of_import, *_rest) = history.recent(0, 1)
        details = {
            next(m.number for m in one.memberships): one
            for one in administration.members.all_people()
        }
        for number, kind in edits.items():
            EDITS[kind](administration, details[str(number)])
        edited = everything(file)
        preview = history.preview(of_import.id)
        names = {one.person.name.full for one in administration.members.all_people()}
        touched = {name for name in names if any(surname(n) in name for n in edits)}
        assert touched <= set(preview.kept)
        assert not {one for one in preview.kept if one in names} - touched
        assert everything(file) == edited  # a look changes nothing
        turned = history.turn_back(of_import.id)
        assert set(turned.kept) == set(preview.kept)
        left = everything(file)
        for name, rows in before.items():
            assert rows <= left[name], name  # what was there before stays as it was
        people_left = {row[0] for row in left["people"]} - {row[0] for row in before["people"]}
        assert len(people_left) == len(edits)
        assert left["people"] <= edited["people"]  # nobody who stays is changed
        history.turn_back(history.recent(0, 1)[0].id)  # done again
        assert everything(file) == edited


@settings(max_examples=6, deadline=None)
@given(edits=st.dictionaries(st.integers(1, 30), st.integers(0, len(EDITS) - 1), max_size=8))
def test_who_was_changed_by_hand_is_named_and_nothing_else_changes(
    tmp_path_factory: Any, edits: dict[int, int]
) -> None:
    check(tmp_path_factory.mktemp("turned"), 30, edits)


def test_ten_thousand_people_turned_back_after_fifty_edits(tmp_path: Path) -> None:
    chance = random.Random(50)
    chosen = chance.sample(range(1, 10_001), 50)
    check(tmp_path, 10_000, {number: chance.randrange(len(EDITS)) for number in chosen})

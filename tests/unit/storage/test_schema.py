# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, select
from sqlalchemy.exc import IntegrityError

from buurthuis_admin.storage import schema, tables
from buurthuis_admin.storage.file import AdministrationFile
from tests.unit.storage.making import PASSWORD, person_row, write

_OURS = (
    "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL "
    "AND name NOT LIKE 'people_search%' AND name <> 'alembic_version'"
)


def described(connection: Connection) -> dict[str, set[str]]:
    """Every table and index as the set of its parts: constraints have no order."""
    return {name: set(_parts(sql)) for name, sql in connection.exec_driver_sql(_OURS)}


def _parts(sql: str) -> list[str]:
    # A column that was added later stands on the line of the last one before.
    alone = re.sub(r", (\w+ (?:INTEGER|TEXT)\b)", r",\n\1", sql)
    alone = re.sub(r"(?<=\w) (CONSTRAINT ck_)", r",\n\1", alone)
    return [part for part in re.split(r",?\s*\n\s*", alone.replace('"', "")) if part]


def test_the_migrations_make_what_the_models_say(file: AdministrationFile) -> None:
    models = create_engine("sqlite://")
    tables.Base.metadata.create_all(models)
    with models.connect() as wanted, file.reading() as made:
        assert described(made) == described(wanted)
    models.dispose()


def test_alembic_finds_no_difference(file: AdministrationFile) -> None:
    def ours(_object: object, name: str | None, kind: str, *_: object) -> bool:
        return kind != "table" or not (name or "").startswith("people_search")

    with file.reading() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours})
        assert compare_metadata(context, tables.Base.metadata) == []


def test_the_number_of_the_schema_is_that_of_the_newest_migration(file: AdministrationFile) -> None:
    with file.reading() as connection:
        scripts = ScriptDirectory.from_config(schema.configuration(connection))
        assert scripts.get_heads() == [f"{schema.SCHEMA_VERSION:04d}"]
        at = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one()
    assert at == f"{schema.SCHEMA_VERSION:04d}"


def test_every_table_is_strict(file: AdministrationFile) -> None:
    with file.reading() as connection:
        rows = connection.exec_driver_sql("PRAGMA table_list").all()
    loose = [row.name for row in rows if (row.schema, row.type, row.strict) == ("main", "table", 0)]
    assert sorted(loose) == ["alembic_version", "sqlite_schema"]


@pytest.fixture(scope="module")
def filled_file(empty_administration: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One row of everything that the rows below refer to; to copy."""
    path = tmp_path_factory.mktemp("filled") / "filled.buurthuis"
    file = AdministrationFile.open(Path(shutil.copy(empty_administration, path)), PASSWORD)
    write(file, tables.Person, person_row(id=1))
    write(file, tables.Membership, {"id": 1, "person_id": 1})
    write(file, tables.Activity, {"id": 1, "name": "Inloop", "folded_name": "inloop"})
    write(file, tables.Activity, {"id": 2, "name": "Bingo", "folded_name": "bingo"})
    write(
        file,
        tables.Series,
        {"id": 1, "activity_id": 2, "rule": "FREQ=WEEKLY", "first_day": 20240101},
    )
    write(file, tables.Session, {"id": 1, "activity_id": 1, "day": 20240105})
    write(file, tables.Attendance, {"session_id": 1, "person_id": 1, "status": 1})
    write(file, tables.Enrolment, {"activity_id": 1, "person_id": 1})
    write(file, tables.TallyType, {"id": 1, "name": "visitors"})
    write(file, tables.HeadCount, {"session_id": 1, "tally_type_id": 1, "number": 3})
    write(file, tables.Funder, {"id": 1, "name": "Gemeente", "folded_name": "gemeente"})
    write(file, tables.Subsidy, {"id": 1, "funder_id": 1})
    write(file, tables.Contribution, {"membership_id": 1, "year": 2024})
    write(file, tables.Volunteer, {"person_id": 1})
    file.close()
    return path


@pytest.fixture
def filled(filled_file: Path, tmp_path: Path) -> Iterator[AdministrationFile]:
    opened = AdministrationFile.open(Path(shutil.copy(filled_file, tmp_path)), PASSWORD)
    yield opened
    opened.close()


PAPER: dict[str, object] = {
    "subsidy_id": 1,
    "title": "Beschikking",
    "media_type": "application/pdf",
    "sha256": "0" * 64,
    "size": 1,
    "added_on": 20240101,
}
NEVER: list[tuple[type[tables.Base], dict[str, object]]] = [
    (tables.Person, person_row(first=" ", last="")),
    (tables.Person, person_row(sex="?")),
    (tables.Person, person_row(born=19511303)),
    (tables.Person, person_row(born=19510230)),
    (tables.Person, person_row(born=19510007)),
    (tables.Person, person_row(born=1951)),
    (tables.Person, person_row(archived=2)),
    (tables.Person, person_row(name_use="both")),
    (tables.Person, person_row(household_id=99)),
    (tables.Membership, {"person_id": 99}),
    (tables.Membership, {"person_id": 1, "starts": 20240101, "ends": 20231231}),
    (tables.Membership, {"person_id": 1, "starts": 20240101, "ends": 20230000}),
    (tables.Membership, {"person_id": 1, "fee": -1}),
    (tables.Contribution, {"membership_id": 1, "year": 2024}),
    (tables.Contribution, {"membership_id": 1, "year": 2025, "amount": -1}),
    (tables.Contribution, {"membership_id": 1, "year": 2025, "paid": 2}),
    (tables.Volunteer, {"person_id": 1}),
    (tables.VolunteerHours, {"person_id": 1, "day": 20240101, "hours": -25}),
    (tables.VolunteerHours, {"person_id": 1, "day": 20241301, "hours": 25}),
    (tables.Activity, {"name": " ", "folded_name": "x"}),
    (tables.Activity, {"name": "INLOOP", "folded_name": "inloop"}),
    (tables.Activity, {"name": "x", "folded_name": "x", "capacity": -1}),
    (tables.Activity, {"name": "x", "folded_name": "x", "own_contribution": -1}),
    (tables.Series, {"activity_id": 1, "rule": "", "first_day": 20240101}),
    (tables.Series, {"activity_id": 1, "rule": "x", "first_day": 20240101, "starts_at": 1440}),
    (
        tables.Series,
        {"activity_id": 1, "rule": "x", "first_day": 20240101, "starts_at": 600, "ends_at": 600},
    ),
    (tables.Session, {"activity_id": 1, "day": 20240100}),
    (tables.Session, {"activity_id": 1, "day": 20240431}),
    (tables.Session, {"activity_id": 1, "day": 20240101, "state": 3}),
    (tables.Session, {"activity_id": 99, "day": 20240101}),
    (tables.Session, {"activity_id": 1, "day": 20240101, "series_id": 1}),
    (tables.Enrolment, {"activity_id": 1, "person_id": 1, "state": "waiting"}),
    (tables.Enrolment, {"activity_id": 2, "person_id": 1, "position": -1}),
    (tables.Enrolment, {"activity_id": 2, "person_id": 1, "since": 20240102, "until": 20240101}),
    (tables.Attendance, {"session_id": 1, "person_id": 1, "status": 2}),
    (tables.Attendance, {"session_id": 1, "person_id": 99, "status": 1}),
    (tables.TallyType, {"name": "visitors"}),
    (tables.HeadCount, {"session_id": 1, "tally_type_id": 1, "number": 4}),
    (tables.Subsidy, {"funder_id": 1, "state": "lost"}),
    (tables.Subsidy, {"funder_id": 1, "requested": -1}),
    (tables.Subsidy, {"funder_id": 1, "awarded": -1}),
    (tables.Subsidy, {"funder_id": 1, "period_start": 20240101}),
    (tables.Subsidy, {"funder_id": 1, "period_start": 20240102, "period_end": 20240101}),
    (tables.Instalment, {"subsidy_id": 1, "expected": -1}),
    (tables.BudgetLine, {"subsidy_id": 1, "name": "Zaal", "planned": -1}),
    (tables.BudgetLine, {"subsidy_id": 1, "name": ""}),
    (tables.Expense, {"subsidy_id": 99, "amount": 1}),
    (tables.Target, {"subsidy_id": 1, "indicator": "visits", "promised": -1}),
    (tables.Target, {"subsidy_id": 1, "indicator": "x", "promised": 1, "kind": "guesses"}),
    (tables.Target, {"subsidy_id": 1, "indicator": "x", "promised": 1, "age_from": 131}),
    (tables.Subsidy, {"funder_id": 1, "settled": -1}),
    (tables.Subsidy, {"funder_id": 1, "accounted_on": 20240100}),
    (tables.Funder, {"name": "x", "folded_name": "x", "kind": "bank"}),
    (tables.Funder, {"name": "x", "folded_name": "x", "advance_percentage": 101}),
    (tables.Funder, {"name": "x", "folded_name": "x", "deadline_month": 13}),
    (tables.Funder, {"name": "x", "folded_name": "x", "largest_file": 0}),
    (tables.FunderThreshold, {"funder_id": 1, "amount": -1}),
    (tables.FunderThreshold, {"funder_id": 1, "amount": 1, "statement": 2}),
    (tables.FunderSource, {"funder_id": 1, "fact": "gossip"}),
    (tables.Condition, {"subsidy_id": 1, "words": " "}),
    (tables.TargetActivity, {"target_id": 99, "activity_id": 1}),
    (tables.Paper, {**PAPER, "subsidy_id": None}),
    (tables.Paper, {**PAPER, "subsidy_id": 99}),
    (tables.Paper, {**PAPER, "booking_id": 99}),
    (tables.Paper, {**PAPER, "sha256": "0"}),
    (tables.Paper, {**PAPER, "title": ""}),
    (tables.Paper, {**PAPER, "kind": "poem"}),
    (tables.Setting, {"key": "name", "value": "no json"}),
    (tables.ImportFile, {"batch_id": 99, "name": "x", "sha256": "0" * 64, "size": 1}),
    (tables.Person, person_row(born="yesterday")),
]


@pytest.mark.parametrize(("table", "row"), NEVER, ids=lambda value: getattr(value, "__name__", ""))
def test_what_must_never_be_is_refused(
    filled: AdministrationFile, table: type[tables.Base], row: dict[str, object]
) -> None:
    with pytest.raises(IntegrityError):
        write(filled, table, row)


@pytest.mark.parametrize(
    "row",
    [
        {"starts": 20240101, "ends": 20240101},
        {"starts": 20240315, "ends": 20240000},
        {"starts": 20240000, "ends": 20240301},
        {"starts": None, "ends": 20240301},
        {"starts": 20240229, "ends": None},
    ],
)
def test_what_can_be_is_kept(filled: AdministrationFile, row: dict[str, object]) -> None:
    write(filled, tables.Membership, {"person_id": 1, **row})


def test_who_came_is_never_deleted_with_the_person(filled: AdministrationFile) -> None:
    with pytest.raises(IntegrityError), filled.unit_of_work("Delete") as unit:
        unit.connection.execute(tables.Person.__table__.delete())  # type: ignore[attr-defined]


def test_an_activity_with_sessions_is_never_deleted(filled: AdministrationFile) -> None:
    with pytest.raises(IntegrityError), filled.unit_of_work("Delete") as unit:
        unit.connection.execute(tables.Activity.__table__.delete())  # type: ignore[attr-defined]


def test_a_session_takes_its_attendance_along(filled: AdministrationFile) -> None:
    with filled.unit_of_work("Delete") as unit:
        unit.connection.execute(tables.Session.__table__.delete())  # type: ignore[attr-defined]
        unit.commit()
    with filled.reading() as connection:
        assert connection.execute(select(tables.Attendance.__table__)).all() == []
        assert connection.execute(select(tables.HeadCount.__table__)).all() == []

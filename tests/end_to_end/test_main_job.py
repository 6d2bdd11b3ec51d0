# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The promise, with the real program: a box of spreadsheets becomes a year report."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pypdf
import pytest

PASSWORD = "een lang wachtwoord"
BOXES = ("box-1", "box-2", "box-3", "box-4")
KEYS = (
    "persons",
    "members_active_31_dec",
    "sessions",
    "visits",
    "named_visits",
    "anonymous_visits",
    "unique_named_participants",
)


class Program:
    """The real program, started as a process with one administration."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "centrum.buurthuis"

    def run(self, *arguments: str, code: int = 0, password: str = PASSWORD) -> str:
        environment = {**os.environ, "BUURTHUIS_PASSWORD": password}
        done = subprocess.run(
            [sys.executable, "-m", "buurthuis_admin", *arguments],
            capture_output=True,
            text=True,
            encoding="utf-8",
            env=environment,
            cwd=Path(__file__).resolve().parents[2],
            timeout=120,
            check=False,
        )
        assert done.returncode == code, done.stderr
        return done.stdout if code == 0 else done.stderr

    def new(self) -> None:
        self.run("new", str(self.file))

    def data(self, command: str, *arguments: str) -> Any:
        return json.loads(self.run(command, *arguments, "--file", str(self.file), "--json"))


@pytest.fixture(scope="module")
def new_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the program makes of `new`; each test works on a copy."""
    program = Program(tmp_path_factory.mktemp("new"))
    program.new()
    return program.file


@pytest.fixture
def program(new_file: Path, tmp_path: Path) -> Program:
    program = Program(tmp_path)
    shutil.copy(new_file, program.file)
    return program


@pytest.mark.parametrize("box", BOXES)
def test_every_figure_of_a_box_is_right(program: Program, shared_samples: Path, box: str) -> None:
    truth = json.loads((shared_samples / box / "truth.json").read_text(encoding="utf-8"))
    program.data("import", str(shared_samples / box))
    figures = program.data("figures", str(truth["year"]))

    assert {key: figures[key] for key in KEYS} == {key: truth[key] for key in KEYS}
    counted = {
        name: {key: activity[key] for key in ("sessions", "visits", "unique")}
        for name, activity in figures["per_activity"].items()
    }
    assert counted == truth["per_activity"]
    by_reference = {subsidy["reference"]: subsidy for subsidy in figures["subsidies"]}
    for subsidy in truth["subsidies"]:
        found = by_reference[subsidy["reference"]]
        assert {key: found[key] for key in subsidy} == subsidy
    assert len(figures["subsidies"]) == len(truth["subsidies"])


def test_a_box_read_again_changes_nothing(program: Program, shared_samples: Path) -> None:
    box = str(shared_samples / "box-1")
    assert _written(program.data("import", box))
    figures = program.data("figures", "2020")
    assert not _written(program.data("import", box))
    assert program.data("figures", "2020") == figures


def _written(outcome: Any) -> int:
    return sum(
        sheet["rows"]["new"] + sheet["rows"]["changed"]
        for file in outcome["files"]
        for sheet in file["sheets"]
    )


def test_every_row_has_one_fate(program: Program, shared_samples: Path) -> None:
    outcome = program.data("import", "--plan", str(shared_samples / "box-1"))
    sheets = [sheet for file in outcome["files"] for sheet in file["sheets"]]
    assert sheets
    for sheet in sheets:
        assert sum(sheet["rows"].values()) == sheet["rows_read"]
        assert all(row["text"] for row in sheet["not_imported"])
    assert program.data("people") == []


def test_the_report_is_a_tagged_pdf_with_the_figures(
    program: Program, shared_samples: Path
) -> None:
    program.data("import", str(shared_samples / "box-1"))
    report = program.file.with_suffix(".pdf")
    program.run("report", "year", "2020", "--file", str(program.file), "--output", str(report))
    reader = pypdf.PdfReader(report)
    text = " ".join(page.extract_text() for page in reader.pages)
    assert "4.020" in text
    assert "Koffieochtend" in text
    assert "Zo hebben we geteld" in text
    catalogue = reader.trailer["/Root"].get_object()
    assert isinstance(catalogue, pypdf.generic.DictionaryObject)
    assert "/StructTreeRoot" in catalogue


def test_the_example_is_read_and_reported_without_a_screen(tmp_path: Path) -> None:
    program = Program(tmp_path)
    said = program.run("demo", "--no-window", "--folder", str(tmp_path / "example"))
    assert "Verschillende mensen" in said
    (report,) = (tmp_path / "example").glob("*.pdf")
    assert str(report) in said
    assert report.read_bytes().startswith(b"%PDF")
    assert program.run("demo", "--no-window", "--folder", str(tmp_path / "example")) == said


def test_a_wrong_password_writes_nothing(program: Program) -> None:
    before = program.file.read_bytes()
    said = program.run("people", "--file", str(program.file), code=1, password="niet dit")
    assert said.count("\n") == 1
    assert program.file.read_bytes() == before


def test_one_unreadable_file_keeps_the_whole_box_out(program: Program, tmp_path: Path) -> None:
    box = tmp_path / "box"
    box.mkdir()
    (box / "leden.csv").write_text(
        "Lidnr;Naam;Postcode\n1;Jan de Vries;3512 AB\n", encoding="utf-8"
    )
    (box / "stuk.xlsx").write_bytes(b"PK\x03\x04 dit is geen werkmap")
    said = program.run("import", "--file", str(program.file), str(box), code=1)
    assert "stuk.xlsx" in said
    assert program.data("people") == []
    program.run("import", "--skip-unreadable", "--file", str(program.file), str(box))
    assert [person["last"] for person in program.data("people")] == ["Vries"]

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The contract of docs/commands.md: options, exit codes, keys, sentences."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from buurthuis_admin.cli import main

MEMBERS = (
    "Lidnr;Roepnaam;Tussenv.;Achternaam;Geb.dat;Straat;Huisnr;PC;Plaats;Telefoon;Lid sinds;Uit;"
    "Betaald\n"
    "0187;Łukasz;;Wiśniewski;1951;Kerkpad;12;3512ab;Waterdam;030-2123456 / 0612345678;1-1-2019;;j\n"
    "188;Mien;van den;Berg;mrt 1960;Molenweg;3 hs;3513 CD;Waterdam;;2-3-2015;31-12-2020;n\n"
)
ATTENDANCE = (
    "Datum;Activiteit;Naam\n6-1-2020;Taalcafé;Łukasz Wiśniewski\n"
    "6-1-2020;Taalcafé;Mien van den Berg\n13-1-2020;Taalcafé;Łukasz Wiśniewski\n"
)
Run = Callable[..., int]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("BUURTHUIS_PASSWORD", "geheim woord")
    path = tmp_path / "a.buurthuis"
    assert main(["new", str(path)]) == 0
    return path


@pytest.fixture
def box(tmp_path: Path) -> Path:
    folder = tmp_path / "doos"
    folder.mkdir()
    (folder / "leden 2020.csv").write_text(MEMBERS, encoding="utf-8")
    (folder / "aanwezig.csv").write_text(ATTENDANCE, encoding="utf-8")
    return folder


def _json(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    capsys.readouterr()
    assert main([*arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def _fails(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    capsys.readouterr()
    assert main(list(arguments)) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert told.err.strip().endswith((".", "!"))
    return told.err


def test_people_have_the_promised_keys(
    file: Path, box: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", "--file", str(file), str(box)]) == 0
    people = {p["last"]: p for p in _json(capsys, "people", "--file", str(file))}
    one, other = people["Wiśniewski"], people["Berg"]
    assert one["number"] == "0187"
    assert other["number"] == 188
    assert one["born"] == "1951"
    assert other["born"] == "1960-03"
    assert one["phone"] == "030-2123456"
    assert one["mobile"] == "06-12345678"
    assert one["postcode"] == "3512 AB"
    assert other["house"] == "3 hs"
    assert one["joined"] == "2019-01-01"
    assert one["left"] is None
    assert other["left"] == "2020-12-31"
    assert other["prefix"] == "van den"
    assert one["paid"] is True
    assert other["paid"] is False
    assert one["volunteer"] is False
    assert one["email"] == ""


def test_figures_count_by_the_rules(
    file: Path, box: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", "--file", str(file), str(box)]) == 0
    figures = _json(capsys, "figures", "2020", "--file", str(file))
    assert figures["sessions"] == 2
    assert figures["visits"] == 3
    assert figures["unique_named_participants"] == 2
    # The last day of a membership still counts.
    assert figures["members_active_31_dec"] == 2
    assert figures["per_activity"]["Taalcafé"]["unique"] == 2


def test_a_plan_writes_nothing(file: Path, box: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outcome = _json(capsys, "import", "--plan", "--file", str(file), str(box))
    assert outcome["written"] is False
    assert outcome["people_new"] == 2
    assert _json(capsys, "people", "--file", str(file)) == []


def test_importing_twice_changes_nothing(
    file: Path, box: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import", "--file", str(file), str(box)]) == 0
    before = _json(capsys, "people", "--file", str(file))
    again = _json(capsys, "import", "--file", str(file), str(box))
    rows = [sheet["rows"] for file_ in again["files"] for sheet in file_["sheets"]]
    assert sum(row["new"] + row["changed"] for row in rows) == 0
    assert sum(row["unchanged"] for row in rows) == 5
    assert _json(capsys, "people", "--file", str(file)) == before


def test_the_same_file_under_two_names_is_read_once(
    file: Path, box: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (box / "kopie van aanwezig.csv").write_text(ATTENDANCE, encoding="utf-8")
    outcome = _json(capsys, "import", "--file", str(file), str(box))
    assert [f["file"] for f in outcome["files"] if f["note"]] == ["kopie van aanwezig.csv"]
    assert _json(capsys, "figures", "2020", "--file", str(file))["visits"] == 3


def test_bad_input_is_one_sentence_and_exit_code_1(
    file: Path, box: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "leeg.xlsx"
    empty.touch()
    folder = tmp_path / "niets"
    folder.mkdir()
    before = file.read_bytes()
    assert "leeg.xlsx" in _fails(capsys, "import", "--file", str(file), str(empty))
    assert "er-niet.xlsx" in _fails(capsys, "import", "--file", str(file), "er-niet.xlsx")
    _fails(capsys, "import", "--file", str(file), str(folder))
    (folder / "brief.csv").write_text("Beste mensen,\nhet was leuk.\n", encoding="utf-8")
    _fails(capsys, "import", "--file", str(file), str(folder))
    _fails(capsys, "figures", "1999", "--file", str(file))
    report = tmp_path / "r.pdf"
    _fails(capsys, "report", "year", "1999", "--file", str(file), "--output", str(report))
    assert not report.exists()
    _fails(capsys, "people", "--file", str(tmp_path / "weg.buurthuis"))
    _fails(capsys, "people", "--file", str(empty))
    _fails(capsys, "new", str(file))
    assert file.read_bytes() == before
    assert empty.stat().st_size == 0


def test_wrong_usage_is_exit_code_2(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (
        ["figures", "--file", str(file)],
        ["figures", "veel", "--file", str(file)],
        ["x"],
    ):
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        assert ended.value.code == 2


def test_the_password_comes_from_a_file(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("BUURTHUIS_PASSWORD")
    secret = tmp_path / "wachtwoord.txt"
    secret.write_text("geheim woord\n", encoding="utf-8")
    assert main(["people", "--file", str(file), "--password-file", str(secret)]) == 0
    secret.write_text("ander woord\n", encoding="utf-8")
    _fails(capsys, "people", "--file", str(file), "--password-file", str(secret))
    secret.write_text("\n", encoding="utf-8")
    assert "wachtwoord.txt" in _fails(
        capsys, "people", "--file", str(file), "--password-file", str(secret)
    )


@pytest.mark.parametrize("what", ["people", "attendance", "subsidies", "bookings"])
def test_exports_hold_what_was_read(file: Path, box: Path, tmp_path: Path, what: str) -> None:
    assert main(["import", "--file", str(file), str(box)]) == 0
    output = tmp_path / f"{what}.xlsx"
    assert main(["export", what, "--file", str(file), "--output", str(output)]) == 0
    sheet = openpyxl.load_workbook(output).worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    expected = {"people": 2, "attendance": 3, "subsidies": 0, "bookings": 0}[what]
    assert len(rows) == 1 + expected
    if expected:
        assert any("Wiśniewski" in str(cell) for row in rows for cell in row)


def test_the_empty_tables_are_saved_and_read_back_without_a_question(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "tables"
    assert "tables" in _fails(capsys, "templates", str(folder))
    folder.mkdir()
    assert main(["templates", str(folder)]) == 0
    assert len(list(folder.glob("*.xlsx"))) == 5
    assert main(["import", "--file", str(file), str(folder)]) == 0


def test_the_import_says_in_words_what_it_did(
    file: Path, box: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["import", "--file", str(file), str(box)]) == 0
    said = capsys.readouterr().out
    assert "Ledenlijst" in said
    assert "2 nieuwe mensen" in said
    assert "3 bezoeken" in said


def test_a_missing_system_library_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Missing:
        def find_spec(self, name: str, *_arguments: object) -> None:
            if name == "buurthuis_admin.app":
                raise ImportError("libGL.so.1: cannot open shared object file: No such file")

    monkeypatch.delitem(sys.modules, "buurthuis_admin.app", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Missing(), *sys.meta_path])
    assert "libGL.so.1" in _fails(capsys)

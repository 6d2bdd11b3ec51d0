# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every found and every hostile file: a workbook or one sentence, in time, within memory."""

from __future__ import annotations

import datetime
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from buurthuis_admin.errors import UserError
from buurthuis_admin.importing.planning.build import make_plan
from buurthuis_admin.importing.planning.drafts import Known
from buurthuis_admin.importing.reading.limits import Limits
from buurthuis_admin.importing.reading.process import ReaderProcess
from buurthuis_admin.importing.understand import understand
from buurthuis_admin.importing.workbook import Workbook
from tests.boxes.compare import accounts_missing

READERS = 2


@dataclass(frozen=True)
class Outcome:
    path: Path
    result: Workbook | UserError
    seconds: float
    peak: int


def test_no_file_crashes_hangs_or_fills_the_memory(
    shared_samples: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [
        path
        for folder in ("found", "hostile")
        for path in sorted((shared_samples / folder).iterdir())
        if path.suffix != ".tsv"
    ]
    with ThreadPoolExecutor(READERS) as pool:
        outcomes = [
            outcome
            for part in pool.map(_read_all, (files[start::READERS] for start in range(READERS)))
            for outcome in part
        ]
    limits = Limits()
    held = [
        each for each in outcomes if each.seconds < limits.seconds and each.peak < limits.memory
    ]
    slowest = max(outcomes, key=lambda each: each.seconds)
    most = max(each.peak for each in outcomes) >> 20
    with capsys.disabled():
        print(f"\nHOLDS hostile {len(held)} of {len(files)}")
        print(f"  slowest {slowest.path.name}: {slowest.seconds:.2f} s; most memory {most} MB")
    assert len(held) == len(files)
    for each in outcomes:
        _is_workbook_or_sentence(each)
    books = [each.result for each in outcomes if isinstance(each.result, Workbook)]
    assert len(books) >= 119
    missing = [line for book in books for line in _rows_without_account(book)]
    with capsys.disabled():
        print(f"HOLDS accounts {len(books) - bool(missing)} of {len(books)}")
    assert missing == []


def _rows_without_account(book: Workbook) -> list[str]:
    """Rows of a file of which nobody says what becomes of them, once each."""
    understood = understand([book], datetime.date(2026, 1, 1))
    outcome = make_plan(understood, Known(), [book]).outcome
    read = {sheet.sheet: len(sheet.rows) for sheet in outcome.files[0].sheets}
    short = [
        f"{book.file_name} {sheet.name}: {read[sheet.name]} of {sheet.height} rows"
        for sheet in book.sheets
        if read[sheet.name] != sheet.height
    ]
    return short + accounts_missing(outcome)


def _read_all(files: list[Path]) -> list[Outcome]:
    outcomes = []
    with ReaderProcess() as reader:
        for path in files:
            started = time.perf_counter()
            try:
                result: Workbook | UserError = reader.read(path)
            except UserError as problem:
                result = problem
            outcomes.append(Outcome(path, result, time.perf_counter() - started, _peak(reader)))
    return outcomes


def _peak(reader: ReaderProcess) -> int:
    """The most memory that the child held so far, in bytes; 0 where the system does not tell."""
    if sys.platform != "linux" or reader.process_id is None:
        return 0
    status = Path(f"/proc/{reader.process_id}/status").read_text(encoding="ascii")
    line = next((line for line in status.splitlines() if line.startswith("VmHWM")), "VmHWM: 0 kB")
    return int(line.split()[1]) * 1024


def _is_workbook_or_sentence(outcome: Outcome) -> None:
    if isinstance(outcome.result, Workbook):
        for sheet in outcome.result.sheets:
            assert {len(row) for row in sheet.rows} <= {sheet.width}, outcome.path.name
        assert any(sheet.rows or sheet.error_cells for sheet in outcome.result.sheets)
    else:
        sentence = str(outcome.result)
        assert outcome.path.name in sentence
        assert sentence.endswith(".")
        assert sentence.count(". ") == 0

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""``make boxes``: every box that can be found, read without a hand on it, beside its truth.

Prints ``HOLDS name N of N`` for the figures and for the fields of people of each box, ``BREAKS``
with what differs where one does not; 1 when any breaks.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from buurthuis_admin.domain.text import fold
from buurthuis_admin.importing.reading.process import ReaderProcess
from buurthuis_admin.importing.values.texts import text_of
from tests.boxes.compare import (
    ReadBox,
    accounts_missing,
    compare_people,
    different_figures,
    fields_held,
    figures_compared,
    read_box,
)
from tests.boxes.torture import COUNT, make_box, write_box
from tests.boxes.worst import read_worst

SHARED = Path(__file__).resolve().parents[3] / "shared" / "samples"
ENOUGH = 0.97  # of the fields of people, untouched
_SHOWN = 5


def boxes(folder: Path) -> Iterator[tuple[str, Path, dict[str, Any], tuple[str, ...] | None]]:
    """Name, folder of sheets, truth, and the fields that its lists hold (None: as they do)."""
    for number in range(COUNT):
        box = make_box(number)
        made = write_box(box, folder / f"made-up-{number}")
        (made / "truth.json").unlink()
        yield f"made-up-{number}", made, box.truth, tuple(box.truth["held"])
    for shared in sorted(SHARED.glob("box-*")):
        truth = json.loads((shared / "truth.json").read_text(encoding="utf-8"))
        copy = folder / shared.name
        shutil.copytree(shared, copy, ignore=shutil.ignore_patterns("truth.json"))
        yield shared.name, copy, only_what_is_said(truth, copy), None


def only_what_is_said(truth: dict[str, Any], sheets: Path) -> dict[str, Any]:
    """The truth without what no sheet says: a list of initials tells no first names.

    Something is said of a person when it stands in one row with the surname, or (where people
    stand across) in one cell.
    """
    with ReaderProcess() as reader:
        books = [reader.read(path) for path in sorted(sheets.iterdir())]
    rows = {
        fold(" ".join(map(text_of, row)).replace(",", " "))
        for book in books
        for sheet in book.sheets
        for row in sheet.rows
    }
    people = [_said(person, rows) for person in truth["people"]]
    return {**truth, "people": people}


def _said(person: dict[str, Any], rows: set[str]) -> dict[str, Any]:
    own = [row for row in rows if fold(person["last"]) in row]
    digits = [re.sub(r"\D", "", row) for row in own]

    def stands(name: str, value: str) -> bool:
        if name in ("phone", "mobile"):
            return any(re.sub(r"\D", "", value).lstrip("0") in row for row in digits)
        return any(f" {fold(value)} " in f" {row} " for row in own)  # an address is no name

    unsaid = [n for n in ("first", "phone", "mobile") if person[n] and not stands(n, person[n])]
    return {**person, **dict.fromkeys(unsaid, "")}


def judge(name: str, read: ReadBox, truth: dict[str, Any], held: tuple[str, ...] | None) -> bool:
    """Print how a box came out; whether all of it holds."""
    different = different_figures(read.figures(truth["year"]), truth)
    total = figures_compared(truth)
    holds = _tell(f"{name} figures", total - len(different), total, different)
    people = read.people()
    if truth.get("people"):
        score = compare_people(people, truth["people"], held or fields_held(people))
        total = score.right + len(score.wrong)
        enough = score.share >= ENOUGH
        holds &= _tell(f"{name} fields", score.right, total, score.wrong, enough=enough)
    lost = accounts_missing(read.first)
    return holds and _tell(f"{name} accounts", 1 - bool(lost), 1, lost)


def judge_worst(folder: Path) -> bool:
    """Print how the box in the worst form of each kind came out, untouched and answered."""
    untouched = read_worst(folder, answering=False)
    enough = untouched.right >= ENOUGH * untouched.total
    wrong = untouched.wrong
    holds = _tell("worst untouched", untouched.right, untouched.total, wrong, enough=enough)
    told = read_worst(folder, answering=True)
    holds &= _tell("worst answered", told.right, told.total, told.wrong)
    lost = [*told.figures, *told.accounts, *untouched.accounts]
    return _tell("worst figures and accounts", 1 - bool(lost), 1, lost) and holds


def _tell(name: str, right: int, total: int, wrong: Any, *, enough: bool = False) -> bool:
    holds = right == total or enough
    print(f"{'HOLDS' if holds else 'BREAKS'} {name} {right} of {total}")
    for one in list(wrong)[:_SHOWN]:
        print(f"  {one}")
    return holds


def main() -> int:
    """Read and judge every box."""
    if not SHARED.is_dir():
        print(f"no shared boxes at {SHARED}: only the made-up ones are read")
    with tempfile.TemporaryDirectory() as folder:
        results = [
            judge(name, read_box(sheets, Path(folder) / f"{name}.buurthuis"), truth, held)
            for name, sheets, truth, held in boxes(Path(folder))
        ]
        results.append(judge_worst(Path(folder)))
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A box in the worst form of each kind, with its truth, and the answers to what is asked of it.

Headings of two merged rows that come back on every page, names with initials alone, a year for a
date of birth, three columns for e-mail of which one is filled, those who left struck through;
weeks across with every sign there is, dates down, and two tables side by side on one sheet.
``python -m tests.boxes.worst FOLDER`` writes it to look at.
"""

from __future__ import annotations

import datetime
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from buurthuis_admin.domain.activities import AttendanceStatus
from buurthuis_admin.importing.corrections import BLANK, Corrections, TableCorrection, TablePlace
from buurthuis_admin.importing.outcome import SheetKind
from buurthuis_admin.importing.planning.drafts import Known
from buurthuis_admin.importing.values.marks import AMBIGUOUS, Mark
from buurthuis_admin.services.import_known import load_known
from buurthuis_admin.services.imports import ImportService, PreparedImport
from buurthuis_admin.storage.file import AdministrationFile
from tests.boxes.compare import (
    ALWAYS,
    PASSWORD,
    TODAY,
    ReadBox,
    accounts_missing,
    compare_people,
    different_figures,
)
from tests.boxes.member_columns import table
from tests.boxes.torture import Box, write_box
from tests.boxes.world import Group, World, Written, figures, make_world
from tools.made_up import MadeUp
from tools.sheets import Cell, SheetRows

YEAR = 2019
_PAGE = 18
_UPPER = {1: "Naam", 2: "Adres", 5: "Contact", 10: "Persoonlijk", 12: "Lidmaatschap"}
_SPEC = (
    "nr=number|Anaam, voorl. tsv=last_initials_prefix|straat + nr=address|pc=postcode_lower|"
    "wnplts=TOWN|tel=phone_number|06-nr=mobile_number|e-mail=nothing|mail=email|e-mail 2=nothing|"
    "geb. jaar=born_year|m/v=mv|LID v.a.=joined_text|bet.=paid_x"
)
_MERGED = ("C{0}:E{0}", "F{0}:J{0}", "K{0}:L{0}", "M{0}:N{0}")
_NOT_HERE: tuple[Cell, ...] = ("afw", "z", "vk", None)
_EXCUSED = ("afw", "z", "vk")
MarkKey = tuple[str, datetime.date, int]  # activity, day, number of the member


@dataclass
class WorstBox:
    """The box, and how every mark on its sheets is meant."""

    box: Box
    marks: dict[MarkKey, AttendanceStatus] = field(default_factory=dict)


def make_worst() -> WorstBox:
    """The box, always the same."""
    world = make_world(4711, YEAR)
    _only_clear_initials(world)
    made = WorstBox(Box("worst", [], {}))
    weeks, dates, beside = world.groups
    files = [_members(world), _weeks_across(weeks, made), _dates_down(dates, made)]
    files.append(_side_by_side(beside, world, made))
    people = [_truth(person, world) for person in world.people]
    held = (
        "number prefix last sex born street house postcode town phone mobile email joined paid left"
    )
    truth = {**figures(world), "persons": len(people), "people": people, "subsidies": []}
    made.box = Box("worst", files, {**truth, "held": held.split()})
    return made


def _only_clear_initials(world: World) -> None:
    """On attendance sheets stand only those whose initials tell who they are."""
    letters = [(p.first[0], p.prefix, p.last) for p in world.people]
    for group in world.groups:
        group.people = [
            p for p in group.people if letters.count((p.first[0], p.prefix, p.last)) == 1
        ]
        for meeting in group.meetings:
            meeting.here = [p for p in meeting.here if p in group.people] or group.people[:1]


def _truth(person: MadeUp, world: World) -> dict[str, Any]:
    truth: dict[str, Any] = dict(person.truth())
    truth["born"] = truth["born"][:4]
    # Who is struck through on the list of a year left before it was made; when is not said.
    before = str(max(world.year - 1, person.joined.year))
    truth["left"] = before if person.left is not None else None
    return truth


def _members(world: World) -> Written:
    head, lines, _held = table(_SPEC, world.people)
    upper: list[Cell] = [_UPPER.get(at) for at in range(len(head))]
    rows: list[Sequence[Cell]] = [["BUURTHUIS DE OUDE SCHOOL"], [f"Ledenlijst {world.year}"], []]
    merged: list[str] = []
    struck: list[int] = []
    for at, (person, line) in enumerate(zip(world.people, lines, strict=True)):
        if at % _PAGE == 0:
            rows += [[], upper, head] if at else [upper, head]
            merged += [block.format(len(rows) - 1) for block in _MERGED]
        rows.append(line)
        if person.left is not None:
            struck.append(len(rows))
    rows += [[], ["Aantal leden:", len(world.stayed())], ["doorgehaald = opgezegd"]]
    sheet = SheetRows("Blad1", rows, merged=merged, struck=struck)
    return Written("leden.xlsx", [sheet, SheetRows("Blad2", [])])


def _short(person: MadeUp) -> str:
    return " ".join(part for part in (person.initials, person.prefix, person.last) if part)


def _weeks_across(group: Group, made: WorstBox) -> Written:
    """'wk 3', and x, afw, z, vk, 2; 'a' stands for 'aanwezig' a few times."""
    weekday = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
    day = weekday[group.meetings[0].day.weekday()]
    rows: list[Sequence[Cell]] = [[f"{group.name} {day} {YEAR}"], []]
    rows.append(["Naam", *(f"wk {m.day.isocalendar().week}" for m in group.meetings)])
    for number, person in enumerate(group.people):
        marks: list[Cell] = []
        for at, meeting in enumerate(group.meetings):
            mark: Cell = _NOT_HERE[(at + number) % len(_NOT_HERE)]
            if person in meeting.here:
                two = number == 2 and at % 6 == 0
                meeting.guests += two
                mark = 2 if two else "a" if number == 3 and at % 3 == 0 else "x"
            marks.append(mark)
            _note(made, group, meeting.day, person, mark)
        rows.append([_short(person), *marks])
    return Written(f"{group.name}.xlsx", [SheetRows("Blad1", rows)])


def _dates_down(group: Group, made: WorstBox) -> Written:
    """Dates below each other and people beside each other, with totals both ways."""
    rows: list[Sequence[Cell]] = [[f"{group.name} {YEAR}"], []]
    rows.append(["Datum", *map(_short, group.people), "Totaal"])
    for meeting in group.meetings:
        marks: list[Cell] = ["v" if p in meeting.here else None for p in group.people]
        for person, mark in zip(group.people, marks, strict=True):
            _note(made, group, meeting.day, person, mark)
        rows.append([f"{meeting.day.day}-{meeting.day.month}", *marks, len(meeting.here)])
    totals = (sum(p in m.here for m in group.meetings) for p in group.people)
    rows.append(["Totaal", *totals])
    return Written(f"{group.name} {YEAR}.xlsx", [SheetRows("lijst", rows)])


def _side_by_side(group: Group, world: World, made: WorstBox) -> Written:
    """Who came, and right of it how many came to the inloop."""
    left: list[Sequence[Cell]] = [[group.name], ["Naam", *(m.day for m in group.meetings)]]
    for person in group.people:
        marks: list[Cell] = ["x" if person in m.here else None for m in group.meetings]
        for meeting, mark in zip(group.meetings, marks, strict=True):
            _note(made, group, meeting.day, person, mark)
        left.append([_short(person), *marks])
    right: list[Sequence[Cell]] = [["Inloop"], ["Datum", "kinderen", "volwassenen"]]
    right += [[day, *counts.values()] for day, counts in world.inloop]
    width = len(group.meetings) + 2
    rows: list[Sequence[Cell]] = []
    for at in range(max(len(left), len(right))):
        cells = list(left[at]) if at < len(left) else []
        more = right[at] if at < len(right) else ()
        rows.append([*cells, *[None] * (width - len(cells)), *more])
    return Written(f"aanwezigheid {YEAR}.xlsx", [SheetRows("Blad1", rows)])


def _note(made: WorstBox, group: Group, day: datetime.date, person: MadeUp, mark: Cell) -> None:
    status = AttendanceStatus.EXCUSED if mark in _EXCUSED else AttendanceStatus.PRESENT
    if mark is None:
        status = AttendanceStatus.ABSENT
    made.marks[group.name, day, person.number] = status


# --- answers, and how many are right ---------------------------------------------------------


def answers(prepared: PreparedImport) -> Corrections:
    """What a person says who is asked: 'a' is 'aanwezig', and nothing means not present."""
    told: dict[TablePlace, TableCorrection] = {}
    asked = {(one.file, one.sheet, one.reason.code) for one in prepared.outcome.questions}
    for found in prepared.understood.tables:
        if found.found.kind is not SheetKind.ATTENDANCE:
            continue
        said = found.said
        for code, sign, meaning in (
            ("meaning_of_a", AMBIGUOUS, Mark.PRESENT),
            ("blank_means", BLANK, Mark.ABSENT),
        ):
            if (found.file, found.sheet.name, code) in asked:
                said = replace(said.with_mark(sign, meaning), remembered=False)
        if not said.empty:
            told[found.place] = said
    return told


@dataclass(frozen=True)
class WorstScore:
    """Fields of people and marks on sheets: how many there are, and which are not right."""

    total: int
    wrong: list[str]
    figures: list[str]
    accounts: list[str]

    @property
    def right(self) -> int:
        """How many are right."""
        return self.total - len(self.wrong)


def read_worst(folder: Path, *, answering: bool) -> WorstScore:
    """Read the box into a new administration in a folder, without a touch or with answers."""
    made = make_worst()
    sheets = write_box(made.box, folder)
    (sheets / "truth.json").unlink()
    file = AdministrationFile.create(folder / f"worst-{answering}.buurthuis", PASSWORD)
    try:
        service = ImportService(file, clock=lambda: TODAY)
        prepared = service.prepare([sheets])
        if answering:
            prepared = service.correct(prepared, answers(prepared))
        outcome = service.apply(prepared)
        with file.reading() as connection:
            read = ReadBox(outcome, outcome, load_known(connection, ALWAYS))
    finally:
        file.close()
    truth = made.box.truth
    people = compare_people(read.people(), truth["people"], truth["held"])
    wrong = [*people.wrong, *wrong_marks(read.known, made)]
    total = people.right + len(people.wrong) + len(made.marks)
    figures_wrong = different_figures(read.figures(YEAR), truth)
    return WorstScore(total, wrong, figures_wrong, accounts_missing(outcome))


def wrong_marks(known: Known, made: WorstBox) -> list[str]:
    """The marks that are not as they were meant; not present is also what is not said."""
    numbers = {m.number: p.id for p in known.people for m in p.memberships if m.number}
    found: dict[MarkKey, AttendanceStatus] = {}
    ids = {number: numbers.get(str(number)) for _a, _d, number in made.marks}
    for sessions in known.sessions.values():
        for session in sessions:
            for number, person in ids.items():
                status = session.known_attendance.get(person or 0, AttendanceStatus.ABSENT)
                found[session.activity.name, session.day, number] = status
    nothing = AttendanceStatus.UNKNOWN
    return [
        f"{key[0]} {key[1]} {key[2]}: {found.get(key, nothing)}, not {meant}"
        for key, meant in made.marks.items()
        if found.get(key, nothing) is not meant
        and not (meant is AttendanceStatus.ABSENT and found.get(key) is nothing)
    ]


if __name__ == "__main__":
    print(write_box(make_worst().box, Path(sys.argv[1])))

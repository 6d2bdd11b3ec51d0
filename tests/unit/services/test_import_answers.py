# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Doubles of a box are decided before it is written, and what is unclear may wait."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.merging import Likeness, MergeField
from buurthuis_admin.importing.outcome import Reason, RowFate
from buurthuis_admin.importing.planning.answers import NO_ANSWERS, PairAnswer, Verdict
from buurthuis_admin.importing.planning.doubles import BoxDouble
from buurthuis_admin.importing.records import Source
from buurthuis_admin.services.administration import Administration
from buurthuis_admin.services.import_known import load_known
from buurthuis_admin.services.imports import ImportService, PreparedImport
from buurthuis_admin.services.waiting_rows import (
    RowCannotBeRead,
    RowIsSettled,
    WaitingRow,
    WaitingRowService,
    WhyMissing,
    rows_of,
)
from buurthuis_admin.storage import tables
from buurthuis_admin.storage.file import AdministrationFile

TODAY = datetime.date(2021, 6, 1)
SAME, OTHER, LATER = map(PairAnswer, Verdict)
HEADINGS = "Roepnaam;Tussenv;Achternaam;Geb.dat;Straat;Huisnr;PC;Plaats;Tel;E-mail"
JAN = "Jan;de;Vries;3-4-1951;Kerkpad;1;3512 AB;Waterdam;030-2123456;vries@voorbeeld.nl"


class Centre:
    """An administration, and boxes that are read into it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(exist_ok=True)
        self.file = AdministrationFile.create(folder / "a.buurthuis", "geheim")
        self.administration = Administration(self.file)
        self.imports = ImportService(self.file, clock=lambda: TODAY)

    def prepare(self, name: str, *lines: str, headings: str = HEADINGS) -> PreparedImport:
        path = self.folder / name
        path.write_text("\n".join((headings, *lines)), encoding="utf-8")
        return self.imports.prepare([path])

    def read(self, name: str, *lines: str) -> None:
        self.imports.apply(self.prepare(name, *lines))

    def doubles(self, prepared: PreparedImport) -> list[BoxDouble]:
        return self.imports.doubles(prepared)

    def answer(self, prepared: PreparedImport, answer: PairAnswer) -> PreparedImport:
        """Answer the only double of a box."""
        (double,) = self.doubles(prepared)
        return self.imports.answer(prepared, prepared.answers.with_pair(double.pair, answer))

    @property
    def names(self) -> list[str]:
        people = self.administration.members.all_people()
        return sorted(one.person.name.full for one in people)

    def count(self, table: type[tables.Base]) -> int:
        with self.file.reading() as connection:
            return connection.execute(select(func.count()).select_from(table)).scalar_one()


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[Centre]:
    centre = Centre(tmp_path)
    yield centre
    centre.file.close()


INITIALS = JAN.replace("Jan", "J.").replace("Kerkpad;1;3512 AB", "Molenweg;7;3514 XY")


def test_who_look_alike_are_shown_and_kept_as_two_without_an_answer(centre: Centre) -> None:
    centre.read("leden.csv", JAN.replace("3-4-1951", ""))
    prepared = centre.prepare("nieuw.csv", "J.;de;Vries;;Molenweg;7;;;;vries@voorbeeld.nl")
    (double,) = centre.doubles(prepared)
    assert (double.likeness, double.as_one) == (Likeness.EMAIL, False)
    assert double.differing == (MergeField.NAME, MergeField.ADDRESS)
    assert double.pair[0].id is not None
    assert prepared.outcome.people_new == 1
    centre.imports.apply(prepared)
    assert centre.names == ["J. de Vries", "Jan de Vries"]
    assert len(centre.administration.merging.doubles()) == 1


def test_a_shared_mail_address_makes_nobody_one(centre: Centre) -> None:
    centre.read("leden.csv", JAN)
    prepared = centre.prepare("b.csv", "Mien;de;Vries;5-6-1953;;;;;;vries@voorbeeld.nl")
    assert centre.doubles(prepared) == []
    centre.imports.apply(prepared)
    assert centre.names == ["Jan de Vries", "Mien de Vries"]


def test_one_person_is_written_once_and_what_was_kept_stays(centre: Centre) -> None:
    centre.read("leden.csv", JAN.replace("3-4-1951", ""))
    prepared = centre.prepare("nieuw.csv", "J.;de;Vries;;Molenweg;7;3514 XY;Waterdam;;vries@x.nl")
    keep = PairAnswer(Verdict.SAME, frozenset({MergeField.EMAIL}))
    answered = centre.answer(prepared, keep)
    assert answered.outcome.people_new == 0
    assert centre.doubles(answered) == []
    centre.imports.apply(answered)
    (detail,) = centre.administration.members.all_people()
    assert detail.person.address.line == "Molenweg 7"
    assert detail.person.email == "vries@voorbeeld.nl"
    again = centre.imports.prepare([centre.folder / "nieuw.csv"])
    assert again.outcome.people_new == 0


def test_two_rows_of_one_name_can_be_two_people_also_when_read_again(centre: Centre) -> None:
    rows = ("Jan;de;Vries;;;;;;;", "Jan;de;Vries;;;;;;;")
    prepared = centre.prepare("leden.csv", *rows)
    (double,) = centre.doubles(prepared)
    assert double.as_one
    assert prepared.outcome.people_new == 1
    answered = centre.answer(prepared, OTHER)
    assert answered.outcome.people_new == 2
    centre.imports.apply(answered)
    assert centre.names == ["Jan de Vries", "Jan de Vries"]
    assert centre.administration.merging.doubles() == []
    again = centre.imports.prepare([centre.folder / "leden.csv"])
    assert not again.outcome.changes_something
    assert centre.doubles(again) == []


def test_later_keeps_both_and_they_stay_among_the_doubles(centre: Centre) -> None:
    prepared = centre.prepare("leden.csv", "Jan;de;Vries;;;;;;;", "Jan;de;Vries;;;;;;;")
    answered = centre.answer(prepared, LATER)
    centre.imports.apply(answered)
    assert len(centre.names) == 2
    assert len(centre.administration.merging.doubles()) == 1
    assert centre.count(tables.DifferentPeople) == 0


def test_an_answer_that_is_taken_back_leaves_the_proposal(centre: Centre) -> None:
    prepared = centre.prepare("leden.csv", "Jan;de;Vries;;;;;;;", "Jan;de;Vries;;;;;;;")
    (double,) = centre.doubles(prepared)
    answered = centre.answer(prepared, OTHER)
    back = centre.imports.answer(answered, answered.answers.with_pair(double.pair, None))
    assert back.answers == NO_ANSWERS
    assert back.outcome == prepared.outcome


def test_a_name_on_a_sheet_is_somebody_else_or_the_same(centre: Centre) -> None:
    centre.read("leden.csv", "Fatma;;Yilmaz;1-2-1960;;;;;;")
    rows = ("Fatma Yilmas;x;x", "Jan Bos;x;")
    prepared = centre.prepare("yoga 2021.csv", *rows, headings="Naam;8-1-2021;15-1-2021")
    (double,) = centre.doubles(prepared)
    assert double.as_one
    assert double.second.name.last == "Yilmas"
    centre.imports.apply(centre.answer(prepared, OTHER))
    assert centre.names == ["Fatma Yilmas", "Fatma Yilmaz", "Jan Bos"]


def test_undo_of_the_import_forgets_who_are_two(centre: Centre) -> None:
    prepared = centre.prepare("leden.csv", "Jan;de;Vries;;;;;;;", "Jan;de;Vries;;;;;;;")
    centre.imports.apply(centre.answer(prepared, OTHER))
    centre.administration.history.undo()
    assert (centre.names, centre.count(tables.DifferentPeople)) == ([], 0)
    centre.administration.history.redo()
    assert (len(centre.names), centre.count(tables.DifferentPeople)) == (2, 1)


# --- rows that wait ----------------------------------------------------------------------------

BAD = "Piet;;Bos;3-4-1951;Kerkpad;3;35 AB;Waterdam;;"


GOOD = "Gerda;;Smit;1-2-1960;Kerkpad;4;3512 AB;Waterdam;;"


def waiting(centre: Centre, *rows: str) -> PreparedImport:
    """A box of which every row that is asked about waits."""
    prepared = centre.prepare("leden.csv", *rows)
    answers = prepared.answers
    for question in prepared.outcome.questions:
        answers = answers.with_waiting(rows_of(question))
    return centre.imports.answer(prepared, answers)


@pytest.fixture
def waits(centre: Centre) -> WaitingRow:
    """A row that waits in an administration in which the other row was read."""
    centre.imports.apply(waiting(centre, BAD, GOOD))
    (row,) = centre.administration.waiting_rows.rows()
    return row


def test_a_row_that_waits_is_counted_and_not_written(centre: Centre) -> None:
    prepared = waiting(centre, BAD, GOOD)
    counts = prepared.outcome.counts
    assert counts[RowFate.QUESTION] == 1
    assert counts[RowFate.NEW] == 1
    assert prepared.outcome.questions == ()
    assert sum(counts.values()) == 3
    centre.imports.apply(prepared)
    assert centre.names == ["Gerda Smit"]
    assert centre.administration.waiting_rows.count() == 1


def test_a_box_in_which_all_waits_is_written_too(centre: Centre) -> None:
    prepared = waiting(centre, BAD)
    assert prepared.outcome.changes_something
    centre.imports.apply(prepared)
    assert centre.administration.waiting_rows.count() == 1


def test_without_waiting_the_row_is_read_as_proposed(centre: Centre) -> None:
    prepared = waiting(centre, BAD)
    (source,) = prepared.answers.waiting
    back = centre.imports.answer(prepared, prepared.answers.without_waiting(frozenset({source})))
    assert back.outcome.counts[RowFate.NEW] == 1
    assert len(back.outcome.questions) == 1


def test_the_row_says_what_was_asked_and_what_stood_there(waits: WaitingRow) -> None:
    assert waits.reason.code == "postcode_unusual"
    assert (waits.source.file, waits.source.row) == ("leden.csv", 2)
    cells = {cell.heading: cell.value for cell in waits.cells}
    assert cells["Achternaam"] == "Bos"
    assert cells["PC"] == "35 AB"


def test_with_the_answer_the_row_is_read_in_with_where_it_came_from(
    centre: Centre, waits: WaitingRow
) -> None:
    service = centre.administration.waiting_rows
    postcode = next(cell.column for cell in waits.cells if cell.heading == "PC")
    preview = service.preview(waits.id, {postcode: "3512 CD"})
    assert (preview.account.fate, preview.questions) == (RowFate.NEW, ())
    service.read_in(waits.id, {postcode: "3512 CD"})
    assert centre.names == ["Gerda Smit", "Piet Bos"]
    piet = next(
        one.person
        for one in centre.administration.members.all_people()
        if one.person.name.first == "Piet"
    )
    assert (piet.address.postcode, str(piet.born)) == ("3512 CD", "1951-04-03")
    assert piet.id is not None
    (origin,) = centre.administration.provenance.of_person(piet.id)
    assert (origin.file, origin.row) == ("leden.csv", 2)
    assert service.count() == 0
    with pytest.raises(RowIsSettled):
        service.read_in(waits.id, {})


def test_an_answer_is_undone_and_done_again(centre: Centre, waits: WaitingRow) -> None:
    service, history = centre.administration.waiting_rows, centre.administration.history
    service.read_in(waits.id, {})
    history.undo()
    assert centre.names == ["Gerda Smit"]
    assert service.rows() == [waits]
    history.redo()
    assert (len(centre.names), service.count()) == (2, 0)


@pytest.mark.parametrize("what", ["waits", "read in", "left out"])
def test_the_same_file_again_doubles_nothing(centre: Centre, waits: WaitingRow, what: str) -> None:
    service = centre.administration.waiting_rows
    if what == "read in":
        service.read_in(waits.id, {})
    elif what == "left out":
        service.leave_out(waits.id, "is verhuisd")
    again = centre.imports.prepare([centre.folder / "leden.csv"])
    fate, code = {
        "waits": (RowFate.QUESTION, "postcode_unusual"),
        "read in": (RowFate.UNCHANGED, "answered_before"),
        "left out": (RowFate.EXCLUDED, "left_out_before"),
    }[what]
    account = again.outcome.files[0].sheets[0].rows[1]
    assert account.reason is not None
    assert (account.fate, account.reason.code) == (fate, code)
    assert not again.outcome.changes_something
    assert again.outcome.questions == ()
    centre.imports.apply(again)
    assert centre.count(tables.UnclearRow) == 1


def test_a_row_is_left_out_for_a_reason(centre: Centre, waits: WaitingRow) -> None:
    service = centre.administration.waiting_rows
    with pytest.raises(WhyMissing):
        service.leave_out(waits.id, "  ")
    service.leave_out(waits.id, "is verhuisd")
    assert (service.count(), centre.names) == (0, ["Gerda Smit"])
    centre.administration.history.undo()
    assert service.rows() == [waits]


def test_a_row_without_a_name_cannot_be_read_in(centre: Centre, waits: WaitingRow) -> None:
    service = centre.administration.waiting_rows
    empty: dict[int, object] = {cell.column: None for cell in waits.cells[:3]}
    with pytest.raises(RowCannotBeRead, match="name"):
        service.read_in(waits.id, empty)  # type: ignore[arg-type]
    assert service.count() == 1


def test_the_import_turned_back_takes_its_waiting_rows_along(
    centre: Centre, waits: WaitingRow
) -> None:
    history = centre.administration.history
    history.undo()
    assert centre.administration.waiting_rows.count() == 0
    assert centre.count(tables.ImportSheet) == 0
    history.redo()
    assert centre.administration.waiting_rows.rows() == [waits]


def test_the_import_turned_back_leaves_what_was_answered_since(
    centre: Centre, waits: WaitingRow
) -> None:
    centre.administration.waiting_rows.read_in(waits.id, {})
    read_in, of_import = centre.administration.history.recent(0, 2)
    turned = centre.administration.history.turn_back(of_import.id)
    assert centre.names == ["Piet Bos"]
    assert turned.kept
    (detail,) = centre.administration.members.all_people()
    assert detail.person.id is not None
    assert len(centre.administration.provenance.of_person(detail.person.id)) == 1
    centre.administration.history.turn_back(read_in.id)
    assert centre.names == []


SHEETS = {
    "yoga 2021.csv": "PRESENTIELIJST YOGA\nNaam;8 jan;15 jan\nJan Bos;x;q\nMien Bos;x;x\n",
    "inloop 2021.csv": "Datum;Aantal;Opm\n8-1-2021;twaalf?;\n15-1-2021;9;\n",
    "subsidie.csv": "Fonds;Kenmerk;Aangevraagd;Toegekend\nOranje;A1;1000;1000\nVSB;B2;veel;5\n",
    "uit.csv": "Naam;Straat;PC\nJan Bos;Kerkpad;35\nOPGEZEGD;;\nMien Vis;Weg;44\n",
}


@pytest.mark.parametrize("name", SHEETS)
def test_a_row_of_each_kind_gives_later_what_it_would_have_given(
    centre: Centre, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    path.write_text(SHEETS[name], encoding="utf-8")
    straight = Centre(tmp_path / "straight")
    straight.imports.apply(straight.imports.prepare([path]))
    prepared = centre.imports.prepare([path])
    (table,) = prepared.understood.tables
    rows = [Source(name, table.sheet.name, row + 1) for row in table.table.data_rows]
    reason = Reason("no_name")
    answers = prepared.answers.with_waiting(dict.fromkeys(rows, reason))
    centre.imports.apply(centre.imports.answer(prepared, answers))
    service = WaitingRowService(centre.file, centre.administration.changed, lambda: TODAY)
    left = 0
    for row in reversed(service.rows()):
        try:
            service.read_in(row.id, {})
        except RowCannotBeRead:
            left += 1
    known = [everything(one) for one in (straight, centre)]
    assert known[0] == known[1]
    assert left < len(rows)
    straight.file.close()


def everything(centre: Centre) -> dict[str, object]:
    with centre.file.reading() as connection:
        known = load_known(connection, Period(TODAY.replace(year=2000), TODAY))
    sessions = [one for same in known.sessions.values() for one in same]
    return {
        "people": sorted(
            (p.name.full, p.street, p.postcode, [(m.start, m.end) for m in p.memberships])
            for p in known.people
        ),
        "sessions": sorted(
            (s.activity.name, s.day, sorted(s.known_attendance.values()), s.known_counts)
            for s in sessions
        ),
        "subsidies": sorted((s.funder, s.requested, s.awarded) for s in known.subsidies),
    }

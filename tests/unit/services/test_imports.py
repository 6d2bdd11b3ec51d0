# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading boxes into an administration: what changes, what never does, and what is undone."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from buurthuis_admin.domain.people import MemberFilter
from buurthuis_admin.domain.provenance import Origin
from buurthuis_admin.errors import Cancelled
from buurthuis_admin.importing.headings import Field
from buurthuis_admin.importing.outcome import BoxOutcome, RowFate
from buurthuis_admin.importing.values.marks import Mark
from buurthuis_admin.importing.wording import sentence
from buurthuis_admin.paths import example_folder
from buurthuis_admin.services import import_writing
from buurthuis_admin.services.administration import Administration
from buurthuis_admin.services.imports import ImportProgress, ImportService
from buurthuis_admin.storage import settings_store, tables
from buurthuis_admin.storage.file import AdministrationFile

TODAY = datetime.date(2021, 6, 1)
HEADINGS = "Lidnr;Roepnaam;Achternaam;Geb.dat;Straat;Huisnr;PC;Plaats;Tel;Lid sinds;Uit"
JAN = "12;Jan;Bos;3-4-1951;Kerkpad;1;3512 AB;Waterdam;030-2123456;1-1-2010;"


class Centre:
    """An administration, and lists that are read into it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = AdministrationFile.create(folder / "a.buurthuis", "geheim")
        self.administration = Administration(self.file)
        self.imports = ImportService(self.file, clock=lambda: TODAY)

    def write(self, name: str, *lines: str) -> Path:
        path = self.folder / name
        path.write_text("\n".join(lines), encoding="utf-8")
        return path

    def read(self, *paths: Path) -> BoxOutcome:
        return self.imports.apply(self.imports.prepare(paths))

    def members(self, name: str, *lines: str) -> BoxOutcome:
        return self.read(self.write(name, HEADINGS, *lines))

    def count(self, table: type[tables.Base]) -> int:
        with self.file.reading() as connection:
            return connection.execute(select(func.count()).select_from(table)).scalar_one()


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[Centre]:
    centre = Centre(tmp_path)
    yield centre
    centre.file.close()


def test_a_later_list_changes_what_it_says_and_nothing_else(centre: Centre) -> None:
    centre.members("leden 2019.csv", JAN)
    outcome = centre.members("leden 2020.csv", "12;Jan;Bos;;Molenweg;7;;;;;")
    assert outcome.counts[RowFate.CHANGED] == 1
    (detail,) = centre.administration.members.all_people()
    assert detail.person.address.line == "Molenweg 7"
    # A blank overwrote nothing.
    assert detail.person.address.postcode == "3512 AB"
    assert detail.person.phone == "0302123456"
    assert str(detail.person.born) == "1951-04-03"
    assert len(detail.memberships) == 1


def test_a_year_of_birth_does_not_replace_the_whole_date(centre: Centre) -> None:
    centre.members("leden 2019.csv", JAN)
    assert centre.members("b.csv", "12;Jan;Bos;1951;;;;;;;").counts[RowFate.UNCHANGED] == 1


def test_two_people_of_one_name_stay_two(centre: Centre) -> None:
    centre.members("leden.csv", JAN, "13;Jan;Bos;9-9-1980;Lindelaan;3;3513 AA;Waterdam;;1-1-2015;")
    assert len(centre.administration.members.all_people()) == 2
    again = centre.members(
        "leden b.csv", "13;Jan;Bos;9-9-1980;;;;;;;", "12;Jan;Bos;3-4-1951;;;;;;;"
    )
    assert again.counts[RowFate.UNCHANGED] == 2


def test_who_comes_back_gets_a_second_membership(centre: Centre) -> None:
    centre.members("leden 2018.csv", JAN + "31-12-2015")
    centre.members("leden 2020.csv", "12;Jan;Bos;3-4-1951;;;;;;1-9-2019;")
    (detail,) = centre.administration.members.all_people()
    periods = [(str(m.start), m.end and str(m.end)) for m in detail.memberships]
    assert periods == [("2010-01-01", "2015-12-31"), ("2019-09-01", None)]


def test_lists_of_several_years_read_again_change_nothing(centre: Centre) -> None:
    old = centre.write("leden 2019.csv", HEADINGS, JAN)
    new = centre.write("leden 2020.csv", HEADINGS, JAN.replace("Kerkpad;1", "Molenweg;7"))
    centre.read(new, old)
    (detail,) = centre.administration.members.all_people()
    assert detail.person.address.line == "Molenweg 7"
    again = centre.read(old, new)
    assert again.counts[RowFate.CHANGED] == 0
    assert again.counts[RowFate.UNCHANGED] == 2
    assert not again.changes_something


def test_the_example_read_again_changes_nothing(centre: Centre) -> None:
    first = centre.read(example_folder())
    assert first.people_new > 100
    assert not centre.read(example_folder()).changes_something


def test_a_shared_number_is_asked_and_makes_no_one_person(centre: Centre) -> None:
    centre.members("leden.csv", JAN)
    outcome = centre.members("b.csv", "12;Truus;Visser;1-1-1940;;;;;;;")
    assert [q.reason.code for q in outcome.questions] == ["number_shared"]
    assert len(centre.administration.members.all_people()) == 2


def test_names_on_a_sheet_find_the_people_of_the_list(centre: Centre) -> None:
    members = centre.write(
        "leden.csv", "Lidnr;Naam;Voorl;Lid sinds", "1;Bos;J.;2010", "2;Vos;A.;2011"
    )
    sheet = centre.write(
        "Koffieochtend 2020.csv",
        "Naam;6-1-2020;13-1-2020",
        "Jan Bos;x;x",
        "Anna Vos;;x",
        "Nieuw Iemand;x;",
    )
    outcome = centre.read(sheet, members)
    people = {d.person.name.last: d for d in centre.administration.members.all_people()}
    assert set(people) == {"Bos", "Vos", "Iemand"}
    # The sheet knew the first name that the list did not.
    assert people["Bos"].person.name.first == "Jan"
    assert not people["Iemand"].memberships
    assert "not_on_members_list" in {q.reason.code for q in outcome.questions}
    figures = centre.administration.statistics.year(2020)
    assert (figures.total.sessions, figures.total.visits, figures.total.unique) == (2, 4, 3)


def test_a_corrected_sheet_corrects_the_counts(centre: Centre) -> None:
    centre.read(centre.write("Inloop 2020.csv", "Datum;Aantal", "3-1-2020;30", "8-1-2020;14"))
    centre.read(centre.write("Inloop 2020 nieuw.csv", "Datum;Aantal", "3-1-2020;31", "8-1-2020;14"))
    figures = centre.administration.statistics.year(2020)
    assert [a.count.visits for a in figures.activities if a.name == "Inloop"] == [45]


def test_a_meeting_that_was_cancelled_is_no_session(centre: Centre) -> None:
    centre.read(
        centre.write(
            "Inloop 2020.csv", "Datum;Aantal;Opmerking", "3-1-2020;30;", "8-1-2020;;gesloten"
        )
    )
    figures = centre.administration.statistics.year(2020)
    assert (figures.total.sessions, figures.cancelled_sessions) == (1, 1)


def test_subsidies_add_up_and_a_later_list_adds_the_difference(centre: Centre) -> None:
    headings = "Fonds;Kenmerk;Project;Aangevraagd;Toegekend;Ontvangen;Besteed"
    centre.read(
        centre.write(
            "subsidies 2020.csv",
            headings,
            "KNHM;K1;Eetclub;€ 1.500,00;1.500,-;960;688,41",
            "VSBfonds;V1;Bingo;4800;afgewezen;;",
        )
    )
    centre.read(
        centre.write("subsidies 2020 b.csv", headings, "KNHM;K1;Eetclub;1500;1500;1500;1400,10")
    )
    found = {s.funder: s for s in centre.administration.subsidies.dossiers(2020)}
    assert str(found["KNHM"].received) == "1500.00"
    assert str(found["KNHM"].spent) == "1400.10"
    assert found["VSBfonds"].state.value == "rejected"


def test_nothing_is_kept_when_the_writing_fails(
    centre: Centre, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object) -> None:
        raise OSError("the disk went away")

    monkeypatch.setattr(import_writing.PlanWriter, "_memberships", fail)
    with pytest.raises(OSError, match="disk"):
        centre.members("leden.csv", JAN)
    assert centre.count(tables.Person) == 0
    assert centre.count(tables.ChangeSet) == 0
    assert centre.count(tables.ImportFile) == 0


def test_where_everything_came_from_is_kept(centre: Centre) -> None:
    centre.members("leden.csv", JAN)
    statement = (
        select(tables.ImportFile.name, tables.ImportSheet.name, tables.SourceRow.row)
        .join(tables.ImportSheet, tables.ImportSheet.file_id == tables.ImportFile.id)
        .join(tables.SourceRow, tables.SourceRow.sheet_id == tables.ImportSheet.id)
    )
    with centre.file.reading() as connection:
        assert [tuple(row) for row in connection.execute(statement)] == [("leden.csv", "leden", 2)]


def test_one_unit_of_work_with_its_sentence(centre: Centre) -> None:
    centre.members("leden.csv", JAN)
    centre.members("leden.csv", JAN)
    with centre.file.reading() as connection:
        sentences = connection.execute(select(tables.ChangeSet.sentence)).scalars().all()
    assert sentences == ["leden read: 1 new person"]


def test_reading_can_be_stopped_and_says_how_far_it_is(centre: Centre) -> None:
    paths = [centre.write(f"{n}.csv", HEADINGS, JAN) for n in "abc"]
    told: list[ImportProgress] = []
    with pytest.raises(Cancelled):
        centre.imports.prepare(paths, progress=told.append, cancelled=lambda: len(told) == 2)
    assert [(p.done, p.total, p.file) for p in told] == [(0, 3, "a.csv"), (1, 3, "b.csv")]


def test_files_of_one_name_in_two_folders_are_told_apart(centre: Centre) -> None:
    for year in ("2019", "2020"):
        (centre.folder / year).mkdir()
        centre.write(f"{year}/leden.csv", HEADINGS, JAN.replace("Kerkpad", f"Straat {year}"))
    outcome = centre.read(centre.folder / "2019", centre.folder / "2020")
    assert len({file.file for file in outcome.files}) == 2


def test_what_was_said_of_a_layout_holds_for_the_next_sheet_with_the_same_headings(
    centre: Centre,
) -> None:
    first = centre.write("stoelyoga 2019.csv", "Naam;8-1-2019;15-1-2019", "Jan Bos;a;x", "Mia;x;q")
    guessed = centre.imports.prepare([first])
    (table,) = guessed.understood.tables
    said = table.said.with_mark("a", Mark.PRESENT).with_mark("q", Mark.EXCUSED)
    centre.imports.apply(centre.imports.correct(guessed, {table.place: said}))
    second = centre.write("zitgym 2020.csv", "Naam;7-1-2020;14-1-2020", "Jan Bos;a;a", "Mia;q;x")
    again = centre.imports.prepare([second])
    codes = {question.reason.code for question in again.outcome.questions}
    assert not codes & {"meaning_of_a", "mark_unknown"}
    assert again.outcome.visits_new == 3
    (table,) = again.understood.tables
    assert table.outcome.remembered


def test_a_column_of_another_meaning_is_remembered_by_its_heading(centre: Centre) -> None:
    first = centre.write("leden.csv", "Naam;Geheim;Plaats", "Jan Bos;030-2123456;Waterdam")
    guessed = centre.imports.prepare([first])
    (table,) = guessed.understood.tables
    centre.imports.apply(
        centre.imports.correct(guessed, {table.place: table.said.with_field(1, Field.REMARK)})
    )
    second = centre.write("leden 2.csv", "Naam;Geheim;Plaats", "Mia Vos;030-2123457;Waterdam")
    (person,) = centre.imports.prepare([second]).understood.reading.records.people
    assert (person.remark, person.phone) == ("030-2123457", "")


def test_no_heading_can_be_read_back_from_what_is_remembered(centre: Centre) -> None:
    path = centre.write(
        "yoga 2019.csv", "Datum;Fatma Smit;Jan Bos", "8-1-2019;a;x", "15-1-2019;x;x"
    )
    guessed = centre.imports.prepare([path])
    (table,) = guessed.understood.tables
    centre.imports.apply(
        centre.imports.correct(guessed, {table.place: table.said.with_mark("a", Mark.PRESENT)})
    )
    with centre.file.reading() as connection:
        kept = settings_store.settings(connection)["import_layouts"]
    assert kept
    assert "smit" not in str(kept).lower()


def test_what_is_remembered_can_be_looked_at_in_the_history(centre: Centre) -> None:
    path = centre.write("yoga 2019.csv", "Naam;8-1-2019;15-1-2019", "Jan Bos;a;x")
    guessed = centre.imports.prepare([path])
    (table,) = guessed.understood.tables
    centre.imports.apply(
        centre.imports.correct(guessed, {table.place: table.said.with_mark("a", Mark.PRESENT)})
    )
    (change, *_) = centre.administration.history.recent(0, 1)
    told = centre.administration.history.told(change.id, 0, 50)
    assert told
    assert not any("fields" in field.after for row in told for field in row.fields)


def test_people_and_sessions_tell_the_row_that_they_came_from(centre: Centre) -> None:
    members = centre.write("leden 2019.csv", HEADINGS, JAN)
    yoga = centre.write("stoelyoga 2019.csv", "Datum;Naam", "8-1-2019;Jan Bos", "15-1-2019;Jan Bos")
    centre.read(members, yoga)
    administration = centre.administration
    (person,) = administration.members.page("", MemberFilter.ALL, 0, 10)
    assert Origin("leden 2019.csv", "leden 2019", 2) in administration.provenance.of_person(
        person.id
    )
    (activity,) = administration.activities.rows(None)
    sessions = administration.activities.sessions(activity.id, None, 0, 10)
    told = {s.day: administration.provenance.of_session(s.id) for s in sessions}
    assert told == {
        datetime.date(2019, 1, 8): [Origin("stoelyoga 2019.csv", "stoelyoga 2019", 2)],
        datetime.date(2019, 1, 15): [Origin("stoelyoga 2019.csv", "stoelyoga 2019", 3)],
    }
    assert administration.provenance.of_person(person.id + 99) == []


def test_a_changed_row_tells_what_was_and_what_will_be(centre: Centre) -> None:
    centre.members("leden 2019.csv", JAN)
    moved = "12;Jan;Bos;3-4-1951;Lindelaan;1;3512 AB;Utrecht;030-2123456;1-1-2010;"
    path = centre.write("leden 2020.csv", HEADINGS, moved)
    outcome = centre.imports.prepare([path]).outcome
    (row,) = [r for r in outcome.files[0].sheets[0].rows if r.fate is RowFate.CHANGED]
    assert row.reason is not None
    assert sentence(row.reason) == (
        "This changes: Street: Kerkpad → Lindelaan; Town: Waterdam → Utrecht."
    )

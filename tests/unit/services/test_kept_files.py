# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Files that were read are kept until their time is over, or until somebody in them goes."""

from __future__ import annotations

import datetime
from contextlib import closing
from pathlib import Path

import pytest

from buurthuis_admin.domain.provenance import KeptFile
from buurthuis_admin.domain.retention import RetentionRules
from buurthuis_admin.importing.outcome import Reason
from buurthuis_admin.importing.records import Source
from buurthuis_admin.services.administration import Administration
from buurthuis_admin.services.provenance import FileNotKept
from buurthuis_admin.services.removals import RemovalService, apply_erasures, kept_removals
from buurthuis_admin.storage import tables
from buurthuis_admin.storage.bulk import all_rows
from buurthuis_admin.storage.file import AdministrationFile
from tests.unit.services.test_erasure import back_up, traces_in
from tests.unit.storage.making import PASSWORD

LEDEN = """Roepnaam;Tussenv;Achternaam;Geb.dat;Straat;Opm
Kanariela;van;Vogelzang;3-4-1950;Zangstraat;zaadallergie
Anna;;Blijver;1-2-1960;Kerkpad;
"""
YOGA = "PRESENTIELIJST YOGA 2021\nNaam;8 jan;15 jan\nKanariela van Vogelzang;x;x\n"
INLOOP = "Datum;Aantal\n8-1-2021;12\n15-1-2021;9\n"
MORE = "Roepnaam;Achternaam;Straat\nAnna;Blijver;Molenweg\n"


def read(administration: Administration, folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        path = folder / f"{name}.csv"
        path.write_text(text, encoding="utf-8")
        administration.imports.apply(administration.imports.prepare([path]))


def kept(administration: Administration, file: AdministrationFile) -> set[str]:
    """The names of the files of which the bytes are still here."""
    with file.reading() as connection:
        here = {row.sha256 for row in all_rows(connection, tables.FileContent)}
        read_in = all_rows(connection, tables.ImportFile)
    return {row.name for row in read_in if row.sha256 in here}


def person(administration: Administration, first: str) -> int:
    for one in administration.members.all_people():
        if one.person.name.first == first:
            assert one.person.id is not None
            return one.person.id
    raise KeyError(first)


@pytest.fixture
def box(file: AdministrationFile, administration: Administration, tmp_path: Path) -> Administration:
    folder = tmp_path / "box"
    folder.mkdir()
    read(administration, folder, leden=LEDEN, yoga=YOGA, inloop=INLOOP, meer=MORE)
    return administration


def test_a_file_is_saved_again_as_it_was(box: Administration, tmp_path: Path) -> None:
    anna = person(box, "Anna")
    origins = box.provenance.of_person(anna)
    assert {one.file for one in origins} == {"leden.csv", "meer.csv"}
    one = next(one for one in origins if one.file == "leden.csv")
    target = tmp_path / "terug.csv"
    box.provenance.save(KeptFile(one.file, one.sha256), target)
    assert target.read_text(encoding="utf-8") == LEDEN


def test_a_change_tells_its_files(box: Administration) -> None:
    newest, oldest = box.history.recent(0, 4)[0], box.history.recent(0, 4)[3]
    assert [one.name for one in box.provenance.of_change(newest.id)] == ["meer.csv"]
    assert [one.name for one in box.provenance.of_change(oldest.id)] == ["leden.csv"]


@pytest.mark.parametrize("how", ["erase", "anonymise"])
def test_a_file_goes_with_whoever_stands_in_it(
    box: Administration, file: AdministrationFile, tmp_path: Path, how: str
) -> None:
    origin = box.provenance.of_person(person(box, "Kanariela"))[0]
    getattr(box.privacy.removal, how)([person(box, "Kanariela")])
    assert kept(box, file) == {"inloop.csv", "meer.csv"}
    with pytest.raises(FileNotKept, match="not kept any longer"):
        box.provenance.save(KeptFile(origin.file, origin.sha256), tmp_path / "x.csv")
    with file.reading() as connection:  # that they were read stays known
        assert len(all_rows(connection, tables.ImportFile)) == 4
    file.close()
    assert traces_in(file.path, file.key) == []


def test_a_file_of_which_the_reading_was_turned_back_goes_too(
    box: Administration, file: AdministrationFile, tmp_path: Path
) -> None:
    read(box, tmp_path, oud="Roepnaam;Achternaam;Tel\nKanariela;Vogelzang;0612345678\n")
    box.history.undo()
    box.privacy.removal.erase([person(box, "Kanariela")])
    file.close()
    assert traces_in(file.path, file.key) == []


def test_a_restored_backup_lets_go_of_the_files_again(
    box: Administration, file: AdministrationFile, tmp_path: Path
) -> None:
    backup = tmp_path / "oud.buurthuis"
    back_up(file, backup, file.key, file.slot)
    box.privacy.removal.erase([person(box, "Kanariela")])
    assert traces_in(backup, file.key)
    with closing(AdministrationFile.open(backup, PASSWORD)) as restored:
        assert apply_erasures(restored, kept_removals(file)) == 1
        assert kept(Administration(restored), restored) == {"inloop.csv", "meer.csv"}
    assert traces_in(backup, file.key) == []


@pytest.mark.parametrize("what", ["waits", "answered", "left out", "turned back"])
def test_a_row_that_waits_goes_with_whoever_it_names(
    administration: Administration, file: AdministrationFile, tmp_path: Path, what: str
) -> None:
    path = tmp_path / "leden.csv"
    path.write_text(LEDEN, encoding="utf-8")
    imports, rows = administration.imports, administration.waiting_rows
    prepared = imports.prepare([path])
    waiting = {Source("leden.csv", "leden", 2): Reason("postcode_unusual", {"value": "x"})}
    imports.apply(imports.answer(prepared, prepared.answers.with_waiting(waiting)))
    (row,) = rows.rows()
    if what == "left out":
        rows.leave_out(row.id, "dubbel")
    elif what == "turned back":
        administration.history.undo()
    if what != "answered":  # the person comes from elsewhere
        read(administration, tmp_path, elders="Roepnaam;Achternaam\nKanariela;van Vogelzang\n")
    else:
        rows.read_in(row.id, {})
    administration.privacy.removal.erase([person(administration, "Kanariela")])
    assert rows.rows() == []
    assert len(administration.members.all_people()) == (0 if what == "turned back" else 1)
    file.close()
    left = traces_in(file.path, file.key)
    assert left == []


def test_files_go_when_their_time_is_over(box: Administration, file: AdministrationFile) -> None:
    later = datetime.datetime.now(datetime.UTC).date() + datetime.timedelta(days=366 * 5)
    removal = RemovalService(file, box.changed, lambda: later)
    assert removal.drop_old_files() == 0
    removal.save_rules(RetentionRules(files=4))
    assert kept(box, file) == set()
    assert box.provenance.of_person(person(box, "Anna"))[0].sha256 == ""

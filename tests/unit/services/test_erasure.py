# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Somebody who was erased is nowhere any more: not in a page of the file, nor after a restore."""

from __future__ import annotations

import datetime
import json
from contextlib import closing, suppress
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from sqlalchemy import insert, update

from buurthuis_admin.domain.dates import PartialDate
from buurthuis_admin.domain.history import ChangeKind
from buurthuis_admin.domain.names import PersonName
from buurthuis_admin.domain.people import Address, Membership, Person, PersonDetail, Volunteer
from buurthuis_admin.domain.privacy import Consent, PrivacyRequest, RequestKind
from buurthuis_admin.services.administration import Administration
from buurthuis_admin.services.history import CannotTurnBack
from buurthuis_admin.services.members import PersonGone
from buurthuis_admin.services.removals import apply_erasures, kept_removals
from buurthuis_admin.storage import bulk, copying, sqlite, tables
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.keys import FileKey, new_key
from buurthuis_admin.storage.slots import KeySlot
from tests.unit.storage.making import PASSWORD, person_row, write

CANARIES = (
    "Kanariela",
    "Vogelzang",
    "Pietjepuk",
    "kwetter",
    "NL91ABNA0417164300",
    "Zangstraat",
    "zaadallergie",
    "0612345678",
    "K-4711",
    "snavelgroep",
)
PAGE, RESERVED, KEPT_SALT = 4096, 80, 16  # of SQLCipher 4
OTHER = "Anna Blijver"


def canary(**more: object) -> Person:
    return Person(
        name=PersonName(initials="K.", first="Kanariela", prefix="van", last="Vogelzang"),
        born=PartialDate(1950, 4, 3),
        address=Address(street="Zangstraat", house="12", postcode="3524 AB", town="Utrecht"),
        mobile="0612345678",
        email="kwetter@voorbeeld.nl",
        iban="NL91ABNA0417164300",
        remark="zaadallergie",
        **more,  # type: ignore[arg-type]
    )


def fill(file: AdministrationFile, administration: Administration) -> int:
    """A canary in every corner of the file, and somebody else beside; gives the canary's id."""
    members = administration.members
    membership = Membership(
        number="K-4711", start=PartialDate(2019, 3, 7), end=PartialDate(2021, 6, 30)
    )
    born_name = PersonName(first="Kanariela", last="Pietjepuk")
    person_id = members.save(PersonDetail(person=Person(name=born_name)))
    members.save(
        PersonDetail(
            person=canary(id=person_id),
            memberships=(membership,),
            volunteer=Volunteer(tasks="snavelgroep", since=PartialDate(2019)),
        )
    )
    members.save(PersonDetail(person=Person(name=PersonName(first="Anna", last="Blijver"))))
    administration.history.undo()
    administration.history.redo()
    write(file, tables.Household, {"id": 7, "name": "van Vogelzang"})
    with file.unit_of_work("Kanariela van Vogelzang bij huishouden") as unit:
        bulk.update_rows(unit.connection, tables.Person, [{"id": person_id, "household_id": 7}])
        unit.commit()
    _visits(file, person_id)
    _papers(file, administration, person_id)
    return person_id


def _visits(file: AdministrationFile, person_id: int) -> None:
    activity = {"id": 1, "name": "Koor", "folded_name": "koor", "leader": "Kanariela van Vogelzang"}
    write(file, tables.Activity, activity)
    for number in range(1, 4):
        write(file, tables.Session, {"id": number, "activity_id": 1, "day": 20200300 + number})
        for person, status in ((person_id, 1 if number < 3 else 3), (2, 1)):
            row = {"session_id": number, "person_id": person, "status": status}
            write(file, tables.Attendance, row)
    with file.unit_of_work("Aanwezigheid van Vogelzang, Kanariela van") as unit:
        table = tables.Attendance
        mine = (table.person_id == person_id) & (table.session_id == 1)
        unit.connection.execute(update(table).where(mine).values(role=1))
        unit.commit()
    write(file, tables.Enrolment, {"activity_id": 1, "person_id": person_id})
    row = {"person_id": person_id, "activity_id": 1, "day": 20200307, "hours": 250}
    write(file, tables.VolunteerHours, row | {"task": "snavelgroep"})


def _papers(file: AdministrationFile, administration: Administration, person_id: int) -> None:
    privacy = administration.privacy
    day = datetime.date(2020, 1, 1)
    consent = Consent("Foto van Kanariela van Vogelzang", day, person_id=person_id)
    privacy.save_consent(consent)
    request = PrivacyRequest(kind=RequestKind.ERASE, received_on=day, person_id=person_id)
    privacy.save_request(request)
    write(file, tables.ImportBatch, {"id": 1, "change_set_id": 1, "at": "2020-01-01T00:00:00"})
    book = {"id": 1, "batch_id": 1, "name": "Kanariela van Vogelzang.xlsx", "sha256": "0" * 64}
    write(file, tables.ImportFile, book | {"size": 1})
    write(file, tables.ImportSheet, {"id": 1, "file_id": 1, "name": "Blad1"})
    for kind in (1, 2):
        source = {"entity_kind": kind, "entity_id": 1, "sheet_id": 1, "row": 12}
        write(file, tables.SourceRow, source)
    cells = json.dumps(["Vogelzang", "Kanariela", "van", "Zangstraat 12"])
    unclear = {"sheet_id": 1, "row": 3, "reason": "twee", "details": "{}", "cells": cells}
    write(file, tables.UnclearRow, unclear)
    remark = person_row("Bert", "Buurman", remark="Buurman van Kanariela van Vogelzang")
    write(file, tables.Person, remark)
    with file.bookkeeping() as connection:
        content = json.dumps({"last": "Vogelzang", "full": "Kanariela van Vogelzang"})
        row = {"key": "person:1", "at": "2020-01-01", "content": content}
        connection.execute(insert(tables.Draft), row)


def traces_in(path: Path, key: FileKey) -> list[str]:
    """Canaries in any page of a closed file: in its rows, its index and its free places."""
    text = _decrypted(path, key).decode("utf-8", "replace").casefold()
    return [canary for canary in CANARIES if canary.casefold() in text]


def _decrypted(path: Path, key: FileKey) -> bytes:
    """Every page, decrypted by hand as SQLCipher 4 does: what no query reaches is there too."""
    data = path.read_bytes()
    pages = []
    for start in range(0, len(data) - len(data) % PAGE, PAGE):
        page = data[start + (KEPT_SALT if start == 0 else 0) : start + PAGE]
        content, vector = page[:-RESERVED], page[-RESERVED:][:16]
        decryptor = Cipher(algorithms.AES(key.key), modes.CBC(vector)).decryptor()
        pages.append(decryptor.update(content) + decryptor.finalize())
    return b"".join(pages)


def plain_copy(path: Path, key: FileKey, plain: Path) -> bytes:
    """The file as SQLCipher itself exports it without encryption."""
    connection = sqlite.connect(path, key, "ro&immutable=1")
    try:
        connection.execute("ATTACH DATABASE ? AS plain KEY ''", (f"file:{plain}?mode=rwc",))
        connection.execute("SELECT sqlcipher_export('plain')").fetchall()
        connection.execute("DETACH DATABASE plain")
    finally:
        connection.close()
    return plain.read_bytes()


def test_the_page_reader_does_find_a_canary(
    file: AdministrationFile, administration: Administration, tmp_path: Path
) -> None:
    fill(file, administration)
    file.close()
    assert set(traces_in(file.path, file.key)) == set(CANARIES)


@pytest.mark.parametrize("how", ["erase", "anonymise"])
def test_nothing_is_left(
    file: AdministrationFile, administration: Administration, tmp_path: Path, how: str
) -> None:
    person_id = fill(file, administration)
    getattr(administration.privacy.removal, how)([person_id])
    assert sqlite.log_beside(file.path).stat().st_size == 0
    assert administration.history.to_undo() is None
    for change in administration.history.recent(0, 1000):
        if change.can_be_turned_back:
            with suppress(CannotTurnBack):
                administration.history.turn_back(change.id)
            administration.history.rows(change.id, 0, 100)
    changes = administration.history.recent(0, 1000)
    assert ChangeKind.FINAL in {change.kind for change in changes}
    sentences = " ".join(one.sentence for one in changes)
    assert not [one for one in CANARIES if one.casefold() in sentences.casefold()]
    assert OTHER in sentences
    file.close()
    assert traces_in(file.path, file.key) == []
    plain = plain_copy(file.path, file.key, tmp_path / "plain").decode("utf-8", "replace")
    assert "Blijver" in plain
    assert not [one for one in CANARIES if one.casefold() in plain.casefold()]
    copying.verify(file.path, file.key)


def back_up(file: AdministrationFile, copy: Path, key: FileKey, slot: KeySlot | None) -> None:
    with file.reading() as connection:
        expected = copying.copy_open(connection, copy, key)
    copying.finish(copy, key, expected, slot)


def figures(administration: Administration) -> list[object]:
    return [administration.statistics.year(year) for year in range(2018, 2023)]


def test_who_is_anonymous_is_still_in_every_figure(
    file: AdministrationFile, administration: Administration
) -> None:
    person_id = fill(file, administration)
    before = figures(administration)
    administration.privacy.removal.anonymise([person_id])
    assert figures(administration) == before
    assert administration.members.count("vogelzang") == 0
    (request,) = administration.privacy.requests()
    assert request[0] == ""


def test_visits_and_hours_of_who_is_erased_are_still_counted(
    file: AdministrationFile, administration: Administration
) -> None:
    person_id = fill(file, administration)
    removal = administration.privacy.removal
    before, preview = administration.statistics.year(2020), removal.preview(person_id)
    assert (preview.name, preview.visits, preview.hours) == ("Kanariela van Vogelzang", 2, 1)
    removal.erase([person_id])
    after = administration.statistics.year(2020)
    assert after.total.visits == before.total.visits
    assert after.total.anonymous_visits == before.total.anonymous_visits + preview.visits
    assert after.total.unique == before.total.unique - 1
    assert after.volunteers.hours_by_activity == before.volunteers.hours_by_activity
    with pytest.raises(PersonGone):
        removal.preview(person_id)


def test_the_remark_of_somebody_else_stays_without_the_name(
    file: AdministrationFile, administration: Administration
) -> None:
    administration.privacy.removal.erase([fill(file, administration)])
    remarks = [one.person.remark for one in administration.members.all_people()]
    assert "Buurman van an erased person" in remarks
    assert administration.activities.get(1).leader == "An erased person"


def test_somebody_of_the_same_name_keeps_theirs(
    file: AdministrationFile, administration: Administration
) -> None:
    save = administration.members.save
    first, second = (
        save(PersonDetail(person=Person(name=PersonName(first="Jan", last="Berg"))))
        for _time in range(2)
    )
    administration.privacy.removal.erase([first])
    sentences = [change.sentence for change in administration.history.recent(0, 10)]
    assert sentences[1:] == ["Jan Berg added", "An erased person added"]
    assert administration.members.detail(second).person.name.full == "Jan Berg"


def test_a_restored_backup_erases_again(
    file: AdministrationFile, administration: Administration, tmp_path: Path
) -> None:
    person_id = fill(file, administration)
    backup = tmp_path / "oud.buurthuis"
    back_up(file, backup, file.key, file.slot)
    administration.privacy.removal.erase([person_id])
    kept = kept_removals(file)
    assert len(kept) == 1
    assert traces_in(backup, file.key)
    with closing(AdministrationFile.open(backup, PASSWORD)) as restored:
        assert apply_erasures(restored, kept) == 1
        assert apply_erasures(restored, kept) == 0
        administration = Administration(restored)
        assert administration.statistics.year(2020).total.visits == 5
        assert administration.members.count() == 2
    assert traces_in(backup, file.key) == []


def test_who_gets_an_old_number_after_a_restore_is_not_erased(
    file: AdministrationFile, administration: Administration, tmp_path: Path
) -> None:
    empty = tmp_path / "leeg.buurthuis"
    back_up(file, empty, file.key, file.slot)
    person_id = fill(file, administration)
    administration.privacy.removal.erase([person_id])
    with closing(AdministrationFile.open(empty, PASSWORD)) as restored:
        detail = PersonDetail(person=Person(name=PersonName(last="Nieuw")))
        assert Administration(restored).members.save(detail) == person_id
        assert apply_erasures(restored, kept_removals(file)) == 0


def test_a_backup_with_another_key_erases_again(
    file: AdministrationFile, administration: Administration, tmp_path: Path
) -> None:
    person_id = fill(file, administration)
    backup, key = tmp_path / "oud.buurthuis", new_key()
    back_up(file, backup, key, KeySlot.wrap(key, PASSWORD))
    administration.privacy.removal.anonymise([person_id])
    with closing(AdministrationFile.open(backup, PASSWORD)) as restored:
        assert apply_erasures(restored, kept_removals(file)) == 1
        assert figures(Administration(restored)) == figures(administration)
    assert traces_in(backup, key) == []

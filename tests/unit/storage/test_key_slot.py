# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Getting in: by the password, by the sheet, whatever became of the slot."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from sqlalchemy import select

from buurthuis_admin.storage import problems, slot_keeping, slots, tables
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.keys import SALT_BYTES, FileKey, new_key
from buurthuis_admin.storage.slots import KeySlot, WrongKey
from tests.unit.storage.making import PASSWORD, names_in, person_row, write

NEW = "een ander wachtwoord"


@pytest.fixture
def key(path: Path) -> FileKey:
    """What stands on the recovery sheet of the file."""
    opened = AdministrationFile.open(path, PASSWORD)
    opened.close()
    return opened.key


def opens(path: Path, password: str) -> bool:
    try:
        AdministrationFile.open(path, password).close()
    except problems.WrongPassword:
        return False
    return True


def test_a_slot_gives_the_key_back_to_who_knows_the_password() -> None:
    key = new_key()
    slot = KeySlot.from_bytes(KeySlot.wrap(key, PASSWORD).to_bytes())
    assert slot is not None
    assert slot.unwrap(PASSWORD) == key
    with pytest.raises(WrongKey):
        slot.unwrap(NEW)


def test_the_real_work_of_a_password_is_what_was_agreed() -> None:
    assert slots.Work(64 * 1024, 3, 4).reasonable


@pytest.mark.parametrize(
    "work", [slots.Work(1 << 21, 3, 4), slots.Work(64, 0, 1), slots.Work(64, 1, 0)]
)
def test_a_slot_cannot_ask_for_anything(work: slots.Work) -> None:
    slot = KeySlot.wrap(new_key(), PASSWORD)
    forged = KeySlot(work, 1, slot.file_salt, slot.salt, slot.nonce, slot.wrapped)
    assert KeySlot.from_bytes(forged.to_bytes()) is None


def test_every_byte_of_one_copy_may_be_wrong() -> None:
    slot = KeySlot.wrap(new_key(), PASSWORD)
    whole = slot.to_bytes()
    for place in range(len(whole)):
        broken = bytearray(whole)
        broken[place] ^= 0x40
        assert KeySlot.from_bytes(bytes(broken)) == slot


def test_a_changed_password_takes_the_place_of_the_old_one(path: Path) -> None:
    opened = AdministrationFile.open(path, PASSWORD)
    size = path.stat().st_size
    opened.change_password(NEW)
    opened.close()
    assert (opens(path, PASSWORD), opens(path, NEW)) == (False, True)
    assert path.stat().st_size == size + slots.SIZE
    assert names_in(path.parent) == [path.name]


def test_a_copy_of_the_closed_file_is_all_that_is_needed(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "stick" / "copy"
    copy.parent.mkdir()
    shutil.copy(path, copy)
    assert opens(copy, PASSWORD)


def test_the_sheet_opens_without_the_password(path: Path, key: FileKey) -> None:
    opened = AdministrationFile.open_with_sheet(path, key)
    opened.change_password(NEW)
    opened.close()
    assert opens(path, NEW)


def test_the_sheet_of_another_administration_is_told(path: Path) -> None:
    with pytest.raises(problems.OtherRecoverySheet):
        AdministrationFile.open_with_sheet(path, new_key())


@pytest.mark.parametrize("damage", [b"", bytes(slots.SIZE), b"x" * 17, bytes(600)])
def test_without_a_slot_the_sheet_opens_and_a_new_password_mends_it(
    path: Path, key: FileKey, damage: bytes
) -> None:
    pages = path.read_bytes()[: -slots.SIZE]
    path.write_bytes(pages + damage)
    opened = AdministrationFile.open_with_sheet(path, key)
    assert opened.slot is None
    write(opened, tables.Person, person_row())
    opened.change_password(NEW)
    opened.close()
    assert opens(path, NEW)


def test_a_slot_that_was_half_written_at_the_end_does_not_matter(path: Path) -> None:
    opened = AdministrationFile.open(path, PASSWORD)
    beside = slot_keeping.beside(path).read_bytes()
    opened.close()
    path.write_bytes(path.read_bytes()[: -slots.SIZE + 60])
    slot_keeping.beside(path).write_bytes(beside)
    assert opens(path, PASSWORD)
    assert names_in(path.parent) == [path.name]


def test_a_salt_that_was_damaged_is_put_right(path: Path, key: FileKey) -> None:
    content = path.read_bytes()
    path.write_bytes(bytes(SALT_BYTES) + content[SALT_BYTES:])
    AdministrationFile.open(path, PASSWORD).close()
    assert path.read_bytes()[:SALT_BYTES] == key.salt
    path.write_bytes(bytes(SALT_BYTES) + content[SALT_BYTES:])
    AdministrationFile.open_with_sheet(path, key).close()
    assert path.read_bytes()[:SALT_BYTES] == key.salt


def test_a_slot_left_of_another_file_of_this_name_is_nothing_to_it(path: Path) -> None:
    slot_keeping.put_beside(path, KeySlot.wrap(new_key(), NEW, generation=9))
    assert (opens(path, NEW), opens(path, PASSWORD)) == (False, True)


def test_an_old_slot_never_replaces_a_newer_one(path: Path) -> None:
    opened = AdministrationFile.open(path, PASSWORD)
    old = slot_keeping.beside(path).read_bytes()
    opened.change_password(NEW)
    opened.close()
    slot_keeping.beside(path).write_bytes(old)
    assert opens(path, PASSWORD)  # as after an interrupted change
    assert (opens(path, PASSWORD), opens(path, NEW)) == (False, True)


def test_a_password_fits_or_does_not(file: AdministrationFile) -> None:
    assert (file.fits(PASSWORD), file.fits(NEW)) == (True, False)


def test_after_a_leak_everything_has_another_key(path: Path, key: FileKey) -> None:
    opened = AdministrationFile.open(path, PASSWORD)
    write(opened, tables.Person, person_row("Fatma", "Öztürk"))
    opened.replace_key(NEW)
    write(opened, tables.Person, person_row())
    opened.close()
    assert names_in(path.parent) == [path.name]
    assert (opens(path, PASSWORD), opens(path, NEW)) == (False, True)
    with pytest.raises(problems.OtherRecoverySheet):
        AdministrationFile.open_with_sheet(path, key)
    again = AdministrationFile.open_with_sheet(path, opened.key)
    with again.reading() as connection:
        names = connection.scalars(select(tables.Person.last).order_by(tables.Person.id)).all()
    again.close()
    assert names == ["Öztürk", "Berg"]


@pytest.mark.skipif(os.name == "nt", reason="a link takes special rights on Windows")
def test_through_a_link_it_is_the_same_file(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "links" / "to the file"
    link.parent.mkdir()
    link.symlink_to(path)
    opened = AdministrationFile.open(link, PASSWORD)
    assert names_in(link.parent) == [link.name]
    with pytest.raises(problems.AdministrationInUse):
        AdministrationFile.open(path, PASSWORD)
    opened.close()
    opened = AdministrationFile.open(path, PASSWORD)
    with pytest.raises(problems.AdministrationInUse):
        AdministrationFile.open(link, PASSWORD)
    opened.close()

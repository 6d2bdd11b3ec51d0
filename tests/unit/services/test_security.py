# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who gets in: another password, the sheet, and a new key after a leak."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from buurthuis_admin.domain.thinning import BackupReason
from buurthuis_admin.errors import UserError
from buurthuis_admin.services.administration import (
    Administration,
    create_administration,
    open_administration,
    open_with_sheet,
)
from buurthuis_admin.services.security import OldPasswordWrong, PasswordTooWeak, SheetMistyped
from buurthuis_admin.storage.problems import OtherRecoverySheet, WrongPassword

OLD = "tulp ladder molen wolk"
NEW = "fiets bloem raam kast gordijn"


@pytest.fixture
def centre(tmp_path: Path) -> Iterator[Administration]:
    made = create_administration(tmp_path / "De Linde.buurthuis", OLD)
    yield made
    made.close()


def reopened(centre: Administration, password: str) -> bool:
    centre.close()
    try:
        open_administration(centre.path, password).close()
    except WrongPassword:
        return False
    return True


def test_another_password_asks_for_the_present_one(centre: Administration) -> None:
    with pytest.raises(OldPasswordWrong):
        centre.security.change_password("wrong", NEW)
    centre.security.change_password(OLD, NEW)
    assert centre.history.recent(0, 1)[0].sentence == "Password changed"
    assert centre.history.to_undo() is None
    assert reopened(centre, NEW)


def test_a_weak_password_is_refused_with_advice(centre: Administration) -> None:
    with pytest.raises(PasswordTooWeak, match=r"signs|password|Names|name"):
        centre.security.change_password(OLD, "delinde2026")
    assert reopened(centre, OLD)


def test_the_sheet_opens_and_part_of_it_is_typed_back(centre: Administration) -> None:
    security = centre.security
    code = security.code()
    groups = dict(zip(security.groups_to_type(), ["000000"] * 3, strict=True))
    assert set(security.confirm_sheet(groups)) == set(groups)
    before = security.sheet_confirmed
    rows = {f"{row}{n}": group for row, found in code.rows for n, group in enumerate(found, 1)}
    assert security.confirm_sheet({label: rows[label].lower() for label in groups}) == ()
    assert (before, security.sheet_confirmed) == (False, True)
    assert security.sheet("nl").startswith(b"%PDF")
    centre.close()
    again = open_with_sheet(centre.path, code.text)
    again.security.set_password(NEW)
    assert reopened(again, NEW)


def test_a_typing_error_names_the_group(centre: Administration) -> None:
    text = centre.security.code().text
    centre.close()
    wrong = ("0" if text[0] != "0" else "1") + text[1:]
    with pytest.raises(SheetMistyped, match="A1"):
        open_with_sheet(centre.path, wrong)


def test_after_a_leak_nothing_opens_with_what_leaked(centre: Administration) -> None:
    sheet = centre.security.code().text
    centre.backups.make(BackupReason.MANUAL)
    done = centre.security.replace_key(NEW)
    assert (done.made_anew, done.left) == (2, ())
    assert all(one.readable for one in centre.backups.list())
    assert not centre.security.sheet_confirmed
    backup = centre.backups.list()[0].path
    centre.close()
    for path in (centre.path, backup):
        with pytest.raises(WrongPassword):
            open_administration(path, OLD)
        with pytest.raises(OtherRecoverySheet):
            open_with_sheet(path, sheet)
        open_administration(path, NEW).close()


def test_a_backup_on_a_stick_that_was_away_is_made_anew_later(
    centre: Administration, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    centre.backups.choose_second(stick)
    centre.backups.make(BackupReason.MANUAL)
    stick.rename(tmp_path / "away")
    centre.security.replace_key(NEW)
    (tmp_path / "away").rename(stick)
    assert not all(one.readable for one in centre.backups.list())
    assert centre.security.renew_backups().made_anew == 1
    assert all(one.readable for one in centre.backups.list())
    assert centre.security.renew_backups().made_anew == 0


def test_a_weak_password_leaves_the_key_as_it_is(centre: Administration) -> None:
    with pytest.raises(UserError):
        centre.security.replace_key("kort")
    assert reopened(centre, OLD)

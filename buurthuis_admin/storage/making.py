# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Making a new administration: built under another name, in its place when it is whole."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from buurthuis_admin.storage import durable, engines, problems, recognise, slot_keeping, sqlite
from buurthuis_admin.storage.keys import FileKey, new_key
from buurthuis_admin.storage.schema import SCHEMA_VERSION, migrate
from buurthuis_admin.storage.slots import KeySlot

_NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL)


def create(path: Path, password: str) -> None:
    """Make a new, empty, closed administration; it never replaces a file."""
    if not password:
        raise problems.PasswordEmpty
    sqlite.check_library()
    if os.path.lexists(path):
        raise problems.AdministrationExists(path)
    key = new_key()
    with problems.explained(path), durable.draft_beside(path) as draft:
        with sqlite.explained(path):
            _build(draft, key)
        slot_keeping.put_at_end(draft, KeySlot.wrap(key, password))
        take_new_place(draft, path)


def _build(draft: Path, key: FileKey) -> None:
    engine = engines.make_building_engine(draft, key)
    try:
        with engine.begin() as transaction:
            migrate(transaction, SCHEMA_VERSION)
    finally:
        engine.dispose()
    sqlite.check_settled(draft)
    recognise.check_is_encrypted(draft)


def take_new_place(draft: Path, path: Path) -> None:
    """Give a finished file a name that nobody has yet. Raises AdministrationExists.

    The name never stands for anything but the whole file, whenever the program is killed.
    """
    draft.chmod(0o600)  # nobody but the owner of the account has to do with it
    durable.write_through(draft)
    try:
        _take_name(draft, path)
    except FileExistsError as error:
        raise problems.AdministrationExists(path) from error
    durable.write_through(path.parent)


def _take_name(draft: Path, path: Path) -> None:
    if os.name == "nt":
        draft.rename(path)  # which Windows refuses when the name is taken
        return
    try:
        path.hardlink_to(draft)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        # A stick with FAT has no second names for a file. The name is taken first: when
        # somebody made it meanwhile, theirs stays.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            draft.replace(path)
        except BaseException:
            path.unlink()
            raise

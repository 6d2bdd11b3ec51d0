# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A file that a newer program made is refused, and keeps every byte; so do those beside it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from buurthuis_admin.services.administration import create_administration
from buurthuis_admin.storage import opening, slot_keeping, sqlite
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.keys import FileKey
from buurthuis_admin.storage.problems import AdministrationNewer
from buurthuis_admin.storage.schema import SCHEMA_VERSION
from tests.safety.holding import Held, problem_of
from tests.safety.scenario import FILE, PASSWORD, Broken, named
from tests.safety.tracing import ROOT


def newer_schema() -> Held:
    """Closed, and left open by a crash; by password and by recovery sheet; one and many newer."""
    held = Held("newer-schema")
    for version in (SCHEMA_VERSION + 1, SCHEMA_VERSION + 1000):
        for crashed in (False, True):
            home = Path(tempfile.mkdtemp(prefix="safety-newer-", dir=ROOT))
            try:
                key = _make(home, version, crashed=crashed)
                where = f"version {version}, {'crashed' if crashed else 'closed'}"
                for way, unlock in (
                    ("password", opening.by_password(PASSWORD)),
                    ("sheet", opening.by_recovery_sheet(key)),
                ):
                    problem = problem_of(_refusal(home, unlock))
                    held.count(f"{where}, by {way}", problem)
            finally:
                shutil.rmtree(home)
    return held


def _make(home: Path, version: int, *, crashed: bool) -> FileKey:
    path = home / FILE
    administration = create_administration(path, PASSWORD)
    administration.members.save(named("Berg"))
    key, slot = administration._file.key, administration._file.slot
    administration.close()
    assert slot is not None
    slot_keeping.move_beside(path, slot)
    bare = sqlite.connect(path, key, "rw")
    bare.execute("PRAGMA locking_mode = EXCLUSIVE")
    bare.execute("PRAGMA journal_mode = WAL")
    bare.execute(f"PRAGMA user_version = {version}")
    with tempfile.TemporaryDirectory(dir=home) as kept:
        for left in home.glob(f"{FILE}*"):
            shutil.copy(left, kept)
        bare.close()
        if crashed:
            shutil.copytree(kept, home, dirs_exist_ok=True)
        else:
            slot_keeping.move_to_end(path, slot)
    return key


def _refusal(home: Path, unlock: opening.Unlock) -> Callable[[], None]:
    def check() -> None:
        before = _contents(home)
        try:
            AdministrationFile.open_by(home / FILE, unlock).close()
        except AdministrationNewer:
            if _contents(home) != before:
                raise Broken("refused, and something was changed") from None
            return
        raise Broken("a newer file was opened")

    return check


def _contents(home: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in home.iterdir()}

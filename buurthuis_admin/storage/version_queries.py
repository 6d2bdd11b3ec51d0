# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""How far two versions of an administration went the same way, by the tokens of their changes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from buurthuis_admin.domain.versions import Branch, Fork
from buurthuis_admin.storage import sqlite
from buurthuis_admin.storage.keys import FileKey

_NEWEST = "SELECT id, at, token FROM change_sets ORDER BY id DESC"
_ONE = "SELECT token FROM change_sets WHERE id = ?"
_SINCE = "SELECT count(*) FROM change_sets WHERE id > ?"
_LAST = "SELECT at, sentence FROM change_sets WHERE id > ? ORDER BY id DESC LIMIT 1"


def fork(here: Any, other: Path, key: FileKey) -> Fork:
    """Compare an open file, through a bare connection, with a closed one of the same key.

    Raises what SQLite says when the other cannot be read.
    """
    there = sqlite.connect(other, key, "ro&immutable=1")
    try:
        revision, at = _common(here, there)
        return Fork(at, _branch(here, revision), _branch(there, revision))
    finally:
        there.close()


def _common(here: Any, there: Any) -> tuple[int, str]:
    # From the newest back: two versions are seldom more than some changes apart.
    for revision, at, token in here.execute(_NEWEST):
        found = there.execute(_ONE, (revision,)).fetchone()
        if found is not None and found[0] == token:
            return int(revision), str(at)
    return 0, ""


def _branch(connection: Any, revision: int) -> Branch:
    count = int(connection.execute(_SINCE, (revision,)).fetchone()[0])
    last = connection.execute(_LAST, (revision,)).fetchone()
    return Branch(count, str(last[0]), str(last[1])) if last else Branch(count)

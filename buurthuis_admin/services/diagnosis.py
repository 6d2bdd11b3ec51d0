# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""'Send this to your helper': a text about the program and the file, and about nobody.

Everything in it is on an allow-list: versions, numbers of rows, choices that are numbers, and
those lines of the log that are a kind of error or a place in the program. What is not known to
be harmless is left out, names of files and folders too.
"""

from __future__ import annotations

import platform
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from buurthuis_admin import __version__
from buurthuis_admin.i18n import _, current_language
from buurthuis_admin.services.safe_file import write_safely
from buurthuis_admin.storage import copying
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.schema import SCHEMA_VERSION

_LOG_LINES = 400
_KIND_OF_ERROR = re.compile(
    r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} [A-Z]{4,8} "
    r"[A-Z]\w{0,40}(?:Error|Exception|Failed|Warning)"
)
_PLACE = re.compile(r"  [a-z_0-9]{1,60}\.py:\d{1,6} [<\w>]{1,60}")


def diagnosis(log: str, numbers: Mapping[str, int] | None = None) -> str:
    """The text; ``numbers`` are those of the open administration, and of how the window looks."""
    told = [f"{name}: {int(number)}" for name, number in (numbers or {}).items()]
    return "\n".join([*_program(), *told, "", "log:", *_harmless(log)]) + "\n"


def numbers_of(file: AdministrationFile) -> dict[str, int]:
    """What is known of a file in numbers: its schema, its size, and how many rows there are."""
    with file.reading() as connection:
        found = copying.contents(connection.connection.driver_connection)
        failed = connection.exec_driver_sql(
            "SELECT count(*) FROM backups_made WHERE problem <> ''"
        ).scalar_one()
    return {
        "schema": SCHEMA_VERSION,
        "read only": int(file.read_only),
        "bytes": file.path.stat().st_size,
        "revision": found.revision,
        "failed backups": int(failed),
        **{f"rows of {table}": count for table, count in sorted(found.rows.items())},
    }


def save(path: Path, text: str) -> None:
    """Write the text for a helper. Raises NotSaved."""
    write_safely(path, text.encode("utf-8"))


def file_name() -> str:
    """What the file is called that goes to a helper."""
    return _("For your helper") + ".txt"


def _program() -> Iterator[str]:
    yield f"Buurthuis Administratie {__version__}"
    yield f"python: {platform.python_version()}"
    yield f"system: {platform.system()} {platform.release()} {platform.machine()}"
    yield f"bundle: {bool(getattr(sys, 'frozen', False))}"
    yield f"language: {current_language()}"


def _harmless(log: str) -> Iterator[str]:
    """The lines that name a kind of error or a place in the program, and no others."""
    for line in log.splitlines()[-_LOG_LINES:]:
        if _KIND_OF_ERROR.fullmatch(line) or _PLACE.fullmatch(line):
            yield line

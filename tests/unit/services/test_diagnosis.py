# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What goes to a helper says enough to help, and nothing of anybody."""

from __future__ import annotations

import logging
from pathlib import Path

from buurthuis_admin.services import diagnosis
from buurthuis_admin.services.administration import Administration
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.schema import SCHEMA_VERSION
from tests.unit.services.test_erasure import CANARIES, fill

LOG = (
    "2026-11-24 03:00:00,123 ERROR ValueError",
    "  members.py:12 save",
    "  <frozen>.py:12 <module>",
    "2026-11-24 03:00:01,123 ERROR Kanariela van Vogelzang",
    "2026-11-24 03:00:01,123 ERROR Vogelzang",
    "  Kanariela Vogelzang.xlsx:12 rij",
    "sqlite3.IntegrityError: UNIQUE constraint failed: kwetter@voorbeeld.nl",
    "[parameters: ('Vogelzang', '0612345678')]",
)


def test_no_canary_in_it(
    file: AdministrationFile, administration: Administration, tmp_path: Path
) -> None:
    fill(file, administration)
    path = tmp_path / diagnosis.file_name()
    diagnosis.save(path, diagnosis.diagnosis("\n".join(LOG), administration.numbers()))
    told = path.read_text("utf-8")
    assert not [canary for canary in CANARIES if canary.casefold() in told.casefold()]
    assert str(tmp_path) not in told
    assert "rows of people: 3" in told
    assert f"schema: {SCHEMA_VERSION}" in told
    assert "ValueError" in told
    assert "members.py:12 save" in told


def test_without_an_open_administration(tmp_path: Path) -> None:
    told = diagnosis.diagnosis("")
    assert "Buurthuis Administratie" in told
    assert told.endswith("log:\n")


def test_the_log_of_the_window_is_let_through(tmp_path: Path) -> None:
    """The line of the window's log has the very form that the allow-list knows."""
    form = logging.Formatter("%(asctime)s %(levelname)s %(message)s")
    record = logging.LogRecord("x", logging.ERROR, "", 1, "%s", ("KeyError\n  a.py:1 f",), None)
    line = form.format(record)
    assert "KeyError" in diagnosis.diagnosis(line)
    assert "a.py:1 f" in diagnosis.diagnosis(line)

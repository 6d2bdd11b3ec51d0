# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is remembered between two starts."""

from __future__ import annotations

from pathlib import Path

from buurthuis_admin.gui.preferences import Preferences
from buurthuis_admin.gui.theme.apply import Brightness


def test_choices_come_back(tmp_path: Path) -> None:
    kept = Preferences(tmp_path)
    kept.brightness, kept.text_size, kept.language = Brightness.DARK, 150, "en"
    kept.save()
    again = Preferences(tmp_path)
    assert (again.brightness, again.text_size, again.language) == (Brightness.DARK, 150, "en")


def test_nonsense_in_the_file_is_no_problem(tmp_path: Path) -> None:
    (tmp_path / "settings.ini").write_text(
        "[look]\nbrightness=purple\ntext_size=banana\nlanguage=xx\n", "utf-8"
    )
    kept = Preferences(tmp_path)
    assert (kept.brightness, kept.text_size, kept.language) == (Brightness.SYSTEM, 100, "nl")


def test_recent_are_the_last_first_and_only_those_that_are_there(tmp_path: Path) -> None:
    kept = Preferences(tmp_path / "settings")
    one, two = tmp_path / "één, twee.buurthuis", tmp_path / "b.buurthuis"
    for path in (one, two, one):
        path.write_bytes(b"")
        kept.remember(path)
    assert kept.recent == [one, two]
    one.unlink()
    assert kept.recent == [two]

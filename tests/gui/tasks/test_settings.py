# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The tasks of the settings, of safety and of backups, by keyboard and by mouse."""

from __future__ import annotations

import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from buurthuis_admin.domain.contributions import ContributionPeriod
from buurthuis_admin.domain.planning import ClosingKind
from buurthuis_admin.gui.preferences import Preferences
from buurthuis_admin.gui.theme.apply import Brightness
from buurthuis_admin.services.administration import Administration
from tests.gui.tasks.hands import Hands
from tests.unit.services.test_settings import picture
from tests.unit.storage.making import PASSWORD

PHRASE = "tulp ladder molen wolk"


def section(hands: Hands, word: str) -> None:
    hands.row("Sections of the settings", word)


def named(hands: Hands, press: str, name: str) -> None:
    """Open a form by a button, and keep a name in it."""
    hands.press(press)
    hands.write("Name", name)
    hands.press("Save")


def test_lists_of_names(hands: Hands, real: Administration) -> None:
    before = _names(real)
    hands.go("Settings")
    for where, add, name, changed in (
        ("At the door", "Add kind", "Mantelzorg", "Mantelzorgers"),
        ("Themes and target groups", "Add theme", "Muziek", "Muziekles"),
        ("Themes and target groups", "Add target group", "De flat", "Mensen van de flat"),
        ("Rooms and closing days", "Add room", "Zaal", "Grote zaal"),
    ):
        section(hands, where)
        named(hands, add, name)
        assert _names(real) - before == {name}
        named(hands, f"Change: {name}", changed)
        assert _names(real) - before == {changed}
        hands.press(f"Delete: {changed}")
        assert _names(real) == before


def _names(real: Administration) -> set[str]:
    centre, lists = real.settings.centre(), real.centre_lists
    rooms = [one.name for one in lists.rooms()]
    kinds = [one.name for one in lists.tally_types()]
    return {*centre.themes, *centre.target_groups, *rooms, *kinds}


def test_closing_days(hands: Hands, real: Administration) -> None:
    hands.go("Settings")
    section(hands, "Rooms and closing days")
    hands.press("Add days")
    for name, text in (("Name", "Zomer"), ("First day", "20-7-2026"), ("Last day", "24-7-2026")):
        hands.write(name, text)
    hands.press("Save")
    (kept,) = real.centre_lists.closing_days()
    assert (kept.name, kept.last_day) == ("Zomer", datetime.date(2026, 7, 24))
    hands.press("Change: Zomer:")
    hands.write("Last day", "31-7-2026")
    hands.choose("Kind of closing", "School holiday; a series can go on if you say so")
    hands.press("Save")
    (kept,) = real.centre_lists.closing_days()
    assert (kept.last_day, kept.kind) == (datetime.date(2026, 7, 31), ClosingKind.SCHOOL)
    hands.press("Delete: Zomer:")
    assert real.centre_lists.closing_days() == []


def test_kinds_of_contribution(hands: Hands, real: Administration) -> None:
    hands.go("Settings")
    section(hands, "Contribution")
    hands.press("Add kind of contribution")
    hands.write("Name", "Gezin")
    hands.write("Amount", "25")
    hands.press("Save")
    hands.press("Change: Gezin,")
    hands.write("Amount", "7,50")
    hands.choose("How often it is paid", "each quarter")
    hands.press("Save")
    (kept,) = real.settings.centre().contribution_types
    assert (kept.amount, kept.period) == (Decimal("7.50"), ContributionPeriod.QUARTER)
    hands.press("Do not use any more: Gezin,")
    (kept,) = real.settings.centre().contribution_types
    assert kept.retired
    hands.press("Change the months")
    hands.write("Months without a visit", "18")
    hands.press("Save")
    assert real.settings.centre().not_seen_months == 18


def test_the_centre(
    hands: Hands, real: Administration, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    logo = tmp_path / "logo.png"
    logo.write_bytes(picture())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(logo), ""))
    hands.go("Settings")
    hands.write("Name of the centre", "De Linde")
    hands.write("Number at the Chamber of Commerce", "12345678")
    hands.press("Save")
    hands.press("Change address and board")
    hands.write("RSIN", "123456789")
    hands.write("Members of the board", "A. de Vries, F. Yilmaz")
    hands.press("Save")
    hands.press("Change the bank account")
    hands.write("Account number (IBAN)", "NL91 ABNA 0417 1643 00")
    hands.press("Save")
    hands.press("Choose a logo…")
    centre = real.settings.centre()
    assert (centre.name, centre.chamber_of_commerce_number) == ("De Linde", "12345678")
    assert (centre.rsin, centre.board) == ("123456789", ("A. de Vries", "F. Yilmaz"))
    assert centre.iban == "NL91ABNA0417164300"
    assert centre.logo is not None


def test_ages_and_tiles(hands: Hands, real: Administration) -> None:
    hands.go("Settings")
    section(hands, "Ages in reports")
    hands.press("Change the age bands")
    hands.press("As Statistics Netherlands (CBS) counts")
    hands.press("Save")
    assert [band.low for band in real.settings.centre().age_bands] == [0, 15, 25, 45, 65]
    section(hands, "At the door")
    hands.press("Show the last visit on the tiles at the door")
    assert real.settings.centre().last_visit_at_door


def test_the_look(hands: Hands, preferences: Preferences) -> None:
    hands.go("Settings")
    section(hands, "How the program looks")
    hands.choose("Colours", "dark")
    assert preferences.brightness is Brightness.DARK
    hands.choose("Size of the text", "150 %")
    assert preferences.text_size == 150
    hands.choose("Language", "Nederlands")
    assert preferences.language == "nl"


def test_password_and_lock(hands: Hands, real: Administration, preferences: Preferences) -> None:
    hands.go("Settings")
    section(hands, "This administration")
    hands.press("Safety: password and lock")
    hands.choose("Lock", "after 15 minutes")
    assert preferences.lock_minutes == 15
    hands.write("Present password", PASSWORD)
    hands.write("New password", PHRASE)
    hands.write("The same password again", PHRASE)
    hands.press("Change the password")
    assert real.security.fits(PHRASE)


def test_a_second_place_for_backups(hands: Hands, real: Administration, folder: Path) -> None:
    hands.go("Settings")
    section(hands, "This administration")
    hands.press("Backups and where they go")
    hands.press("Choose a stick or folder…")
    assert real.backups.second_folder() is not None
    hands.press("Make a backup now")
    assert list(folder.rglob("*.buurthuis"))
    hands.press("No second place")
    assert real.backups.second_folder() is None

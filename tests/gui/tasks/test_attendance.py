# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The tasks of the page Attendance, by keyboard and by mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from buurthuis_admin.domain.activities import SessionState
from buurthuis_admin.domain.attendance import EXCUSED, HELPED, PRESENT, Mark
from buurthuis_admin.domain.scan_codes import CodeKind, ScanCode
from buurthuis_admin.i18n import format_day_long, format_day_short
from buurthuis_admin.services.administration import Administration
from tests.gui.tasks.conftest import DAY, today
from tests.gui.tasks.hands import Hands, Keyboard
from tests.unit.storage.making import PASSWORD

TONIGHT = 2  # the second meeting of the centre that is made


@pytest.fixture
def door(hands: Hands) -> Hands:
    """The door of the meeting of today."""
    hands.go("Attendance")
    hands.row("Meetings", "Koffie")
    if isinstance(hands, Keyboard):
        hands.press_return()
    return hands


def came(real: Administration) -> dict[str, Mark]:
    listed = real.attendance.door(TONIGHT).visitors
    return {one.name: one.mark for one in listed if one.mark is not None}


def test_mark_and_unmark(door: Hands, real: Administration) -> None:
    door.tile("Anna")
    door.tile("Cor")
    assert came(real) == {"Anna Bos": PRESENT, "Cor Dam": PRESENT}
    door.tile("Anna")
    assert came(real) == {"Cor Dam": PRESENT}


def test_typed_name(door: Hands, real: Administration) -> None:
    door.write("Type a name or number, or scan a card", "bert")
    door.press_return()
    assert came(real) == {"Bert Bos": PRESENT}


def test_full_screen_until_the_password(door: Hands, real: Administration) -> None:
    door.press("Full screen for visitors")
    door.tile("Anna")
    door.press("Leave with the password")
    door.write("Password", PASSWORD)
    door.press("Leave")
    door.press("Guest")  # which is not in the full screen
    assert (came(real), real.attendance.door(TONIGHT).total.anonymous) == ({"Anna Bos": PRESENT}, 1)


def test_guest_and_head_count(door: Hands, real: Administration) -> None:
    door.press("Guest")
    door.press("One more: Visitors without a name")
    assert real.attendance.door(TONIGHT).total.anonymous == 2
    door.press("One less: Visitors without a name")
    assert real.attendance.door(TONIGHT).total.anonymous == 1


def test_new_name(door: Hands, real: Administration) -> None:
    door.press("New name")
    door.write("Name", "Łukasz Nowak")
    door.press("Add and mark as present")
    assert came(real) == {"Łukasz Nowak": PRESENT}


def test_sent_word_volunteer_and_remark(door: Hands, real: Administration) -> None:
    for meaning, name in (("Tap: sent word", "Anna"), ("Tap: present, volunteer", "Bert")):
        door.choose("A tap means", meaning)
        door.tile(name)
    door.write("Remark", "Verjaardag")
    door.press("Meetings")  # which keeps it
    assert came(real) == {"Anna Bos": EXCUSED, "Bert Bos": HELPED}
    assert real.attendance.door(TONIGHT).session.remark == "Verjaardag"


def test_scan(door: Hands, real: Administration) -> None:
    door.press("Guest")  # the focus is anywhere
    door.type(ScanCode(CodeKind.PERSON, 4).text)
    door.press_return()
    assert came(real) == {"Dora Evers": PRESENT}


def test_did_not_take_place_and_did_after_all(door: Hands, real: Administration) -> None:
    door.press("This meeting did not take place")
    door.write("Reason", "Sneeuw")
    door.press("Did not take place")
    session = real.attendance.door(TONIGHT).session
    assert (session.state, session.reason) == (SessionState.CANCELLED, "Sneeuw")
    door.press("It took place after all")
    assert real.attendance.door(TONIGHT).session.state is SessionState.HELD


def test_corrected_later(door: Hands, real: Administration) -> None:
    real.attendance.mark(1, 1, None)
    door.press("Meetings")
    door.chip("All")
    door.row("Meetings", format_day_short(today() - 7 * DAY))
    if isinstance(door, Keyboard):
        door.press_return()
    door.tile("Anna")
    assert real.attendance.door(1).total.named == 3
    assert any("Anna Bos" in one.sentence for one in real.attendance.history(1))


def test_paper(door: Hands, real: Administration) -> None:
    door.press("Take over a paper list")
    door.write("Rows with a tick on the paper", "1 3")
    door.press("Take over")
    assert set(came(real)) == {"Anna Bos", "Cor Dam"}


def test_month(hands: Hands, real: Administration) -> None:
    hands.go("Attendance")
    hands.press("Fill in a month")
    hands.choose("Activity", "Koffie")
    QApplication.clipboard().setText("x\nx\n")
    hands.cell("Who came, by day", 0, str(today().day))
    hands.press("Paste")
    assert set(came(real)) == {"Anna Bos", "Bert Bos"}
    hands.cell("Who came, by day", 1, str(today().day))
    hands.type("v")
    hands.press("Copy")
    assert came(real) == {"Anna Bos": PRESENT, "Bert Bos": HELPED}
    assert QApplication.clipboard().text() == "vw\n"


def test_from_today(hands: Hands, real: Administration) -> None:
    hands.go("Today")
    hands.press(f"Fill in attendance: Koffie, {format_day_long(today())}")
    hands.tile("Cor")
    assert came(real) == {"Cor Dam": PRESENT}


def test_sheets(hands: Hands, saved: Path) -> None:
    hands.go("Attendance")
    hands.press("Print sheets")
    hands.press("Save as PDF")
    assert "Anna Bos" in "\n".join(page.extract_text() for page in PdfReader(saved).pages)

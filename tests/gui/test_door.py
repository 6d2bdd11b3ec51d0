# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""At the door, on a real administration: by keyboard, by mouse and by scanner."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.activities import Activity, SessionState
from buurthuis_admin.domain.attendance import EXCUSED, HELPED, PRESENT, DoorList, Mark, Total
from buurthuis_admin.domain.scan_codes import CodeKind, ScanCode
from buurthuis_admin.gui.models.door_tiles import DoorTiles, Shown
from buurthuis_admin.gui.pages.attendance import AttendancePage
from buurthuis_admin.gui.pages.attendance_forms import ShortForm, StartForm
from buurthuis_admin.gui.pages.session_history import SessionHistory
from buurthuis_admin.gui.places import ATTENDANCE, HISTORY, MEMBERS
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.widgets.flow import FlowLabel
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.services.administration import Administration
from tests.gui.attendance_making import NAMES, keys, tap, type_key

Settle = Callable[[], None]
pytestmark = pytest.mark.language("nl")


def total(real: Administration, session_id: int) -> Total:
    return real.attendance.door(session_id).total


def test_by_keyboard_alone(
    qtbot: QtBot,
    attendance_page: AttendancePage,
    window: MainWindow,
    came: Callable[[], dict[str, Mark]],
    settle: Settle,
    real: Administration,
    session_id: int,
) -> None:
    assert QApplication.focusWidget() is attendance_page.choose.table
    qtbot.keyClick(attendance_page.choose.table, Qt.Key.Key_Return)
    settle()
    settle()
    assert QApplication.focusWidget() is attendance_page.door.search
    qtbot.keyClicks(attendance_page.door.search, "anne")
    qtbot.keyClick(attendance_page.door.search, Qt.Key.Key_Return)
    qtbot.keyClicks(attendance_page.door.search, "4")
    qtbot.keyClick(attendance_page.door.search, Qt.Key.Key_Return)
    assert attendance_page.door.search.text() == ""
    assert came() == {"Anneke Bakker": PRESENT, "Ayşe Öztürk": PRESENT}
    qtbot.keyClick(attendance_page.door.search, Qt.Key.Key_Down)
    tiles = attendance_page.door.tiles
    tiles.go_to(0)
    qtbot.keyClick(tiles, Qt.Key.Key_Space)
    qtbot.keyClick(tiles, Qt.Key.Key_Right)
    qtbot.keyClick(tiles, Qt.Key.Key_Space)
    qtbot.keyClick(tiles, Qt.Key.Key_Left)
    qtbot.keyClick(tiles, Qt.Key.Key_Space)
    assert set(came()) == {"Anneke Bakker", "Ayşe Öztürk", "Amina de Vries"}
    qtbot.keyClicks(tiles, "bj")  # letters go to the search field
    assert attendance_page.door.search.text() == "bj"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert "Björn Meijer" in came()
    counter = attendance_page.door.counts.counters["visitors"].field
    counter.setFocus()
    qtbot.keyClicks(counter, "5")
    qtbot.keyClick(counter, Qt.Key.Key_Return)
    qtbot.keyClick(counter, Qt.Key.Key_Up)
    settle()
    assert total(real, session_id) == Total(4, 6)
    assert attendance_page.door.head.total.accessibleName() == "4 met naam + 6 zonder = 10"
    settle()
    qtbot.keyClick(counter, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle()
    settle()
    assert total(real, session_id) == Total(4, 5)
    assert counter.text() == "5"


def test_by_mouse_alone(
    qtbot: QtBot,
    attendance_page: AttendancePage,
    came: Callable[[], dict[str, Mark]],
    settle: Settle,
    real: Administration,
    session_id: int,
) -> None:
    table = attendance_page.choose.table
    place = table.visualRect(attendance_page.choose.model.index(0, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle()
    settle()
    for row in (0, 1, 2, 0):
        tap(qtbot, attendance_page, row)
    assert set(came()) == {"Amina de Vries", "Anneke Bakker"}
    attendance_page.door.meaning.setCurrentIndex(1)
    tap(qtbot, attendance_page, 3)
    attendance_page.door.meaning.setCurrentIndex(2)
    tap(qtbot, attendance_page, 4)
    assert came()["Ayşe Öztürk"] == HELPED
    assert came()["Björn Meijer"] == EXCUSED
    for button in (
        attendance_page.door.guest,
        attendance_page.door.guest,
        attendance_page.door.counts.counters["visitors"].more,
        attendance_page.door.counts.counters["visitors"].less,
    ):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()
    assert total(real, session_id) == Total(3, 2)
    qtbot.mouseClick(attendance_page.door.chips.chip(Shown.PRESENT), Qt.MouseButton.LeftButton)
    assert len(attendance_page.desk.tiles.shown) == 3
    qtbot.mouseClick(attendance_page.door.head.back, Qt.MouseButton.LeftButton)
    settle()
    assert attendance_page.choose.isVisible()


def test_a_double_click_marks_once(
    qtbot: QtBot, door: AttendancePage, came: Callable[[], dict[str, Mark]]
) -> None:
    tiles = door.door.tiles
    place = tiles.visualRect(door.desk.tiles.index(0)).center()
    tap(qtbot, door, 0)
    qtbot.mouseDClick(tiles.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert set(came()) == {"Amina Jansen"}


def test_a_key_that_is_held_marks_once(
    door: AttendancePage, came: Callable[[], dict[str, Mark]]
) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    door.door.tiles.setFocus()
    door.door.tiles.go_to(0)
    for repeated in (False, True, True, True):
        event = QKeyEvent(
            QEvent.Type.KeyPress,
            Qt.Key.Key_Space,
            Qt.KeyboardModifier.NoModifier,
            " ",
            repeated,
        )
        QApplication.sendEvent(door.door.tiles, event)
    assert set(came()) == {"Amina Jansen"}


def test_a_scan_marks_wherever_the_focus_is_and_never_leaks(
    qtbot: QtBot,
    door: AttendancePage,
    window: MainWindow,
    visitors: dict[str, int],
    came: Callable[[], dict[str, Mark]],
) -> None:
    places = (
        door.door.search,
        door.door.tiles,
        door.door.remark.text,
        door.door.counts.counters["visitors"].field,
        door.door.guest,
    )
    for place, name in zip(places, NAMES, strict=True):
        place.setFocus()
        code = ScanCode(CodeKind.PERSON, visitors[name])
        keys(window, code.text)
        keys(window, code.text)  # a second scan takes nobody off the list
        assert name in came()
    assert set(came()) == set(NAMES)
    assert door.door.search.text() == ""
    assert door.door.remark.text.toPlainText() == ""
    assert door.desk.total == Total(5, 0)
    assert door.door.told.text() == "Björn Meijer was al aanwezig."


def test_a_scan_over_an_open_form_and_of_somebody_beyond_the_list(
    qtbot: QtBot,
    door: AttendancePage,
    window: MainWindow,
    visitors: dict[str, int],
    came: Callable[[], dict[str, Mark]],
) -> None:
    qtbot.mouseClick(door.door.new_name, Qt.MouseButton.LeftButton)
    form = next(one for one in door.findChildren(ShortForm) if one.isVisible())
    qtbot.waitUntil(lambda: QApplication.focusWindow() is form.windowHandle())
    handle = form.windowHandle()
    for sign in ScanCode(CodeKind.PERSON, visitors["Oksana Kovalchuk"]).text:
        type_key(handle, sign)
    QTest.keyClick(handle, Qt.Key.Key_Return)
    assert form.field.text() == ""
    assert form.isVisible()
    form.reject()
    assert set(came()) == {"Oksana Kovalchuk"}


def test_what_only_begins_like_a_code_is_typed_after_all(
    door: AttendancePage, window: MainWindow
) -> None:
    field = door.door.remark.text
    field.setFocus()
    handle = window.windowHandle()
    for sign in "a|b |P12x":
        type_key(handle, sign)
    assert field.toPlainText() == "a|b |P12x"


def test_a_code_that_was_read_wrongly_marks_nobody(
    door: AttendancePage,
    window: MainWindow,
    visitors: dict[str, int],
    came: Callable[[], dict[str, Mark]],
) -> None:
    code = ScanCode(CodeKind.PERSON, visitors[NAMES[0]]).text
    wrong = code[:-1] + ("1" if code[-1] != "1" else "2")
    keys(window, wrong)
    assert came() == {}
    assert door.door.told.text() == "De code is niet goed gelezen. Scan opnieuw."


def test_the_code_of_a_sheet_opens_its_meeting_from_any_page(
    real_shell: Shell,
    attendance_page: AttendancePage,
    window: MainWindow,
    session_id: int,
    settle: Settle,
) -> None:
    real_shell.go_to(MEMBERS)
    real_shell.page(MEMBERS).focus_first()
    keys(window, ScanCode(CodeKind.SESSION, session_id).text)
    settle()
    settle()
    assert real_shell.current == ATTENDANCE
    assert attendance_page.desk.session_id == session_id
    assert attendance_page.door.head.title.text() == "Koffieochtend"


def test_people_beyond_the_list_are_found_by_typing(
    qtbot: QtBot,
    door: AttendancePage,
    came: Callable[[], dict[str, Mark]],
    settle: Settle,
) -> None:
    qtbot.keyClicks(door.door.search, "kovalch")
    qtbot.waitUntil(lambda: len(door.desk.tiles.shown) == 1)
    qtbot.keyClick(door.door.search, Qt.Key.Key_Return)
    assert set(came()) == {"Oksana Kovalchuk"}
    settle()
    visitor = door.desk.tiles.people[-1]
    assert (visitor.name, visitor.number) == ("Oksana Kovalchuk", 6)


def test_nobody_found_is_added_with_a_name_alone(
    qtbot: QtBot,
    door: AttendancePage,
    came: Callable[[], dict[str, Mark]],
    real: Administration,
) -> None:
    qtbot.keyClicks(door.door.search, "Zeb van Dam")
    qtbot.waitUntil(door.door.offer.isVisible)
    assert door.door.offer.accessibleName() == "‘Zeb van Dam’ toevoegen als nieuwe naam"
    qtbot.keyClick(door.door.search, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is door.door.offer
    qtbot.keyClick(door.door.offer, Qt.Key.Key_Space)
    assert set(came()) == {"Zeb van Dam"}
    assert (
        real.members.page("zeb", next(iter(real.members.counts())), 0, 5)[0].name == "Dam, Zeb van"
    )


def test_a_new_name_by_its_form_asks_for_a_name(
    qtbot: QtBot, door: AttendancePage, came: Callable[[], dict[str, Mark]], settle: Settle
) -> None:
    qtbot.mouseClick(door.door.new_name, Qt.MouseButton.LeftButton)
    form = next(one for one in door.findChildren(ShortForm) if one.isVisible())
    qtbot.keyClick(form.field, Qt.Key.Key_Return)
    assert form.summary.isVisible()
    qtbot.keyClicks(form.field, "Fatma")
    qtbot.mouseClick(form.save, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not door.findChildren(ShortForm))
    assert set(came()) == {"Fatma"}


def test_a_meeting_that_did_not_take_place_says_why_and_can_be_reopened(
    qtbot: QtBot, door: AttendancePage, real: Administration, session_id: int, settle: Settle
) -> None:
    qtbot.mouseClick(door.door.remark.cancel, Qt.MouseButton.LeftButton)
    form = next(one for one in door.findChildren(ShortForm) if one.isVisible())
    qtbot.keyClicks(form.field, "Verwarming stuk")
    qtbot.keyClick(form.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not door.findChildren(ShortForm))
    settle()
    settle()
    kept = real.activities.session(session_id)
    assert (kept.state, kept.reason) == (SessionState.CANCELLED, "Verwarming stuk")
    assert door.door.head.reason.text() == "Deze bijeenkomst ging niet door: Verwarming stuk"
    assert not door.door.tiles.isEnabled()
    qtbot.mouseClick(door.door.head.reopen, Qt.MouseButton.LeftButton)
    settle()
    settle()
    assert real.activities.session(session_id).state is SessionState.HELD
    assert door.door.tiles.isEnabled()


def test_a_remark_is_kept_when_the_focus_leaves_it(
    qtbot: QtBot, door: AttendancePage, real: Administration, session_id: int, settle: Settle
) -> None:
    door.door.remark.text.setFocus()
    qtbot.keyClicks(door.door.remark.text, "Koffieapparaat lekt.")
    door.door.search.setFocus()
    settle()
    assert real.activities.session(session_id).remark == "Koffieapparaat lekt."


def test_corrections_are_seen_in_the_history_of_the_meeting(
    qtbot: QtBot,
    door: AttendancePage,
    real_shell: Shell,
    real: Administration,
    session_id: int,
    settle: Settle,
) -> None:
    tap(qtbot, door, 0)
    settle()
    tap(qtbot, door, 0)
    settle()
    settle()
    qtbot.mouseClick(door.door.remark.history, Qt.MouseButton.LeftButton)
    settle()
    dialog = next(one for one in door.findChildren(SessionHistory) if one.isVisible())
    told = [one.text().partition(":")[0] for one in dialog.lines.findChildren(FlowLabel)]
    assert told[:2] == ["Amina Jansen van de lijst gehaald", "Amina Jansen aanwezig"]
    look = dialog.lines.findChildren(QPushButton)[1]
    qtbot.mouseClick(look, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: real_shell.current == HISTORY)
    settle()


def test_a_meeting_of_today_is_made_once(
    qtbot: QtBot, attendance_page: AttendancePage, real: Administration, settle: Settle
) -> None:
    real.activities.save(Activity(name="Bingo"))
    for _twice in range(2):
        qtbot.mouseClick(attendance_page.choose.start, Qt.MouseButton.LeftButton)
        settle()
        form = next(one for one in attendance_page.findChildren(StartForm) if one.isVisible())
        form.activity.setCurrentText("Bingo")
        qtbot.mouseClick(form.save, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(attendance_page.door.isVisible)
        settle()
        settle()
        assert attendance_page.door.head.title.text() == "Bingo"
        attendance_page.show_choices()
        settle()
    assert len([one for one in real.meetings.of_today() if one.activity == "Bingo"]) == 1


def test_what_could_not_be_written_is_put_back_and_told(
    qtbot: QtBot,
    door: AttendancePage,
    real: Administration,
    settle: Settle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from buurthuis_admin.storage.problems import DiskFull

    def full(*_values: object) -> None:
        raise DiskFull(real.path)

    monkeypatch.setattr(real.attendance, "mark", full)
    with qtbot.waitSignal(door._workspace.errors.told):
        tap(qtbot, door, 0)
        assert door.desk.total == Total(1, 0)
    settle()
    assert door.desk.total == Total(0, 0)
    next(one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog)).close()


def test_the_model_of_the_tiles_keeps_the_rules_of_qt(
    qtbot: QtBot, real: Administration, session_id: int
) -> None:
    tiles = DoorTiles()
    tester = QAbstractItemModelTester(tiles)
    listed: DoorList = real.attendance.door(session_id)
    tiles.show_people(listed.visitors)
    tiles.show_typed("am")
    assert [one.name for one in tiles.shown] == ["Amina Jansen", "Amina de Vries"]
    tiles.show_found(real.attendance.find("oks"))
    assert len(tiles.shown) == 3
    tiles.set_mark(tiles.shown[2], PRESENT)
    tiles.show_typed("")
    tiles.show_chip(Shown.PRESENT)
    assert [one.name for one in tiles.shown] == ["Oksana Kovalchuk"]
    assert tiles.counts() == {Shown.REGULAR: 6, Shown.PRESENT: 1, Shown.EVERYBODY: 6}
    assert tester.model() is tiles

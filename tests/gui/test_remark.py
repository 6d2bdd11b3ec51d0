# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The remark of a meeting, kept by itself while somebody types."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from buurthuis_admin.gui.pages.attendance import AttendancePage


def test_what_is_typed_outlives_an_older_reading_but_no_other_meeting(
    door: AttendancePage, settle: Callable[[], None]
) -> None:
    remark, older = door.door.remark, door.desk.door
    assert older is not None
    remark.text.setFocus()
    remark.text.setPlainText("Taart")
    remark.keep()
    settle()
    remark.text.setPlainText("Taart van Mien")
    door.desk.shown.emit(older)
    assert remark.text.toPlainText() == "Taart van Mien"
    other = dataclasses.replace(older.session, id=99, remark="Soep")
    door.desk.shown.emit(dataclasses.replace(older, session=other))
    assert remark.text.toPlainText() == "Soep"

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The dialogs of activities keep the bar of UI.md at every text size, in both languages."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from buurthuis_admin.domain.activities import Activity, Session
from buurthuis_admin.domain.dates import Period
from buurthuis_admin.gui.pages.activity_form import ActivityForm, Choices
from buurthuis_admin.gui.pages.calendar_export import CalendarExport
from buurthuis_admin.gui.pages.cancel_form import CancelForm
from buurthuis_admin.gui.pages.enrolment_forms import ContributionForm, EnrolForm, HelperForm
from buurthuis_admin.gui.pages.series_form import End, SeriesForm
from buurthuis_admin.gui.pages.session_form import Around, SessionForm
from buurthuis_admin.gui.pages.settings_list_forms import ClosingForm, NameForm, RoomForm
from buurthuis_admin.gui.places import ACTIVITIES
from buurthuis_admin.gui.preferences import Preferences
from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.widgets.field_form import FieldForm
from buurthuis_admin.gui.window import MainWindow
from buurthuis_admin.i18n import use_language
from tests.accessibility.checks import beside, check_controls, cut_off
from tests.gui.fakes import FakeAdministration

Settle = Callable[[], None]
YOGA = Activity(id=1, name="Stoelyoga", room="Grote zaal", leader="Els", capacity=12)


def forms(shell: Shell) -> list[FieldForm]:
    """One of each."""
    workspace, page = shell.workspace, shell.page(ACTIVITIES)
    schedule, enrolments = workspace.administration.schedule, workspace.administration.enrolments
    series = schedule.series_of(1)[0]
    shown = schedule.shown(1)
    today = schedule.today()
    session = Session(id=1, activity_id=1, series_id=1, day=today, starts_at=datetime.time(10))
    by_day = SeriesForm(YOGA, series, ["Grote zaal"], workspace, page)
    by_day.end.choose(End.DAY)
    return [
        ActivityForm(YOGA, Choices(("Ontmoeting",), ("Ouderen",), ("Keuken",)), workspace, page),
        SeriesForm(YOGA, None, ["Grote zaal"], workspace, page),
        by_day,
        SessionForm(session, Around([YOGA], ["Keuken"], 3), workspace, page),
        CancelForm(shown, workspace, page),
        CalendarExport(Period.year(2026), workspace, page, YOGA),
        EnrolForm(YOGA, workspace, page),
        HelperForm(YOGA, workspace, page),
        ContributionForm(YOGA, enrolments.participants(1)[0], 2026, workspace, page),
        RoomForm(None, workspace, page),
        ClosingForm(None, workspace, page),
        NameForm("Thema", "Ontmoeting", lambda _name: None, workspace, page),
    ]


def fits(form: QWidget) -> None:
    """No text of a form is cut off."""
    assert cut_off(form) == [], type(form).__name__


# Every size in both languages: make accessibility.
@pytest.mark.parametrize(("language", "size"), [("nl", 200)])
def test_dialogs_of_activities_keep_the_bar(
    language: str,
    size: int,
    qtbot: QtBot,
    window: MainWindow,
    preferences: Preferences,
    administration: FakeAdministration,
    settle: Settle,
) -> None:
    use_language(language)
    preferences.language, preferences.text_size = language, size
    window.restyle()
    window.resize(1280, 720)
    window.show_administration(administration, ACTIVITIES)  # type: ignore[arg-type]
    settle()
    assert window.shell is not None
    for form in forms(window.shell):
        form.open()
        settle()
        QApplication.processEvents()
        place = type(form).__name__
        check_controls(form, place)
        # What a form looks up itself (the preview of a series) may come after it has settled.
        qtbot.waitUntil(partial(fits, form), timeout=30_000)
        assert beside(form) == [], place
        assert form.width() <= 1280, place
        assert form.height() <= 720, place
        qtbot.keyClick(form, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda form=form: not form.isVisible())  # type: ignore[misc]

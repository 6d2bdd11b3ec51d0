# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""How each page is built and tied to the others. A page is imported when it is first shown."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from buurthuis_admin.domain.explanations import Behind
from buurthuis_admin.garbage import no_search
from buurthuis_admin.gui.places import (
    ACTIVITIES,
    ATTENDANCE,
    BACKUPS,
    HELP,
    HISTORY,
    IMPORT,
    MEMBERS,
    MONEY,
    PRIVACY,
    REPORTS,
    SAFETY,
    SETTINGS,
    SUBSIDIES,
    TODAY,
    VOLUNTEERS,
    WAITING,
)
from buurthuis_admin.gui.widgets.page import Page

if TYPE_CHECKING:
    from buurthuis_admin.gui.shell import Shell


_PAGES = tuple(
    f"buurthuis_admin.gui.pages.{name}"
    for name in (
        "members attendance activities subsidies reports importing today settings money "
        "volunteers history waiting privacy safety backups help"
    ).split()
)


def load(key: str) -> None:
    """Load what a page is made of, while the administration is still being opened."""
    if key == MEMBERS:
        from buurthuis_admin.gui.pages import members  # noqa: F401
    elif key == TODAY:
        from buurthuis_admin.gui.pages import today  # noqa: F401


def load_all() -> None:
    """Load what every page is made of; in the background, once the first page is there.

    Otherwise the window stands still for as long as that takes when a page is first opened.
    """
    if everything_is_loaded():
        return
    with no_search(stays=True):
        for name in _PAGES:
            import_module(name)


def everything_is_loaded() -> bool:
    """Whether every page can be opened without loading anything."""
    return all(name in sys.modules for name in _PAGES)


def _today(shell: Shell) -> Page:
    from buurthuis_admin.gui.pages.today import TodayPage

    page = TodayPage(shell.workspace)
    page.activity_asked.connect(shell.show_activity)
    page.session_asked.connect(shell.show_session)
    page.place_asked.connect(shell.show_place)
    page.subsidy_asked.connect(shell.show_subsidy)
    page.doubles_asked.connect(lambda: _open_doubles(shell))
    return page


def _open_doubles(shell: Shell) -> None:
    from buurthuis_admin.gui.pages.members import MembersPage

    shell.show_place(MEMBERS)
    page = shell.page(MEMBERS)
    assert isinstance(page, MembersPage)
    page.doubles.click()


def _subsidies(shell: Shell) -> Page:
    from buurthuis_admin.gui.pages.subsidies import SubsidiesPage

    page = SubsidiesPage(shell.workspace)
    page.report_asked.connect(shell.show_report_of)
    page.booking_asked.connect(shell.show_booking)
    page.detail.acts.show_behind = partial(_show_behind, shell)
    return page


def _backups(shell: Shell) -> Page:
    from buurthuis_admin.gui.pages.backups import BackupsPage

    page = BackupsPage(shell.workspace)
    page.way_back.connect(shell.undoing.offer_way_back)
    return page


def _members(shell: Shell) -> Page:
    from buurthuis_admin.gui.pages.members import MembersPage

    page = MembersPage(shell.workspace)
    page.import_asked.connect(lambda: shell.go_to(IMPORT))
    page.change_set_asked.connect(shell.show_change)
    return page


def _activities(shell: Shell) -> Page:
    from buurthuis_admin.gui.pages.activities import ActivitiesPage

    page = ActivitiesPage(shell.workspace)
    page.attendance_asked.connect(shell.show_session)
    page.sheet_asked.connect(shell.show_month_sheet)
    return page


def _attendance(shell: Shell) -> Page:
    from buurthuis_admin.gui.pages.attendance import AttendancePage

    page = AttendancePage(shell.workspace)
    page.kiosk_asked.connect(shell.kiosk_asked)
    page.change_set_asked.connect(shell.show_change)
    return page


def _import(shell: Shell) -> Page:
    from buurthuis_admin.gui.pages.importing import ImportPage

    page = ImportPage(shell.workspace)
    page.members_asked.connect(lambda: shell.go_to(MEMBERS))
    page.report_asked.connect(lambda: shell.go_to(REPORTS))
    page.statement_found.connect(lambda paths: _read_statement(shell, paths))
    return page


def _volunteers(shell: Shell) -> Page:
    from buurthuis_admin.gui.pages.volunteers import VolunteersPage

    return VolunteersPage(shell.workspace)


def _waiting(shell: Shell) -> Page:
    from buurthuis_admin.gui.pages.waiting import WaitingPage

    page = WaitingPage(shell.workspace)
    page.import_asked.connect(lambda: shell.go_to(IMPORT))
    return page


def _read_statement(shell: Shell, paths: list[str]) -> None:
    shell.show_place(MONEY)
    shell.page(MONEY).take_files(paths)


def _reports(shell: Shell) -> Page:
    from buurthuis_admin.gui.pages.reports import ReportsPage

    page = ReportsPage(shell.workspace)
    page.figures.go_asked.connect(partial(_show_behind, shell))
    return page


def _show_behind(shell: Shell, behind: Behind, number: int) -> None:
    """Show what a line behind a figure is about."""
    places: dict[Behind, Callable[[int], None]] = {
        Behind.SESSIONS: shell.show_session,
        Behind.PEOPLE: shell.show_person,
        Behind.HOURS: shell.show_person,
        Behind.REQUESTS: shell.show_person,
        Behind.ACTIVITIES: shell.show_activity,
        Behind.PAYMENTS: shell.show_subsidy,
        Behind.BOOKINGS: shell.show_booking,
    }
    if behind in places:
        places[behind](number)


def _money(shell: Shell) -> Page:
    from buurthuis_admin.gui.pages.money import MoneyPage

    return MoneyPage(shell.workspace)


def _history(shell: Shell) -> Page:
    from buurthuis_admin.gui.pages.history import HistoryPage

    page = HistoryPage(shell.workspace)
    page.turn_back_asked.connect(shell.undoing.turn_back)
    return page


def _privacy(shell: Shell) -> Page:
    from buurthuis_admin.gui.pages.privacy import PrivacyPage

    return PrivacyPage(shell.workspace)


def _safety(shell: Shell) -> Page:
    from buurthuis_admin.gui.pages.safety import SafetyPage

    page = SafetyPage(shell.workspace)
    page.lock_asked.connect(shell.lock_asked)
    page.lock_minutes_changed.connect(shell.lock_minutes_changed)
    return page


def _settings(shell: Shell) -> Page:
    from buurthuis_admin.gui.pages.settings import SettingsPage

    page = SettingsPage(shell.workspace)
    page.look_changed.connect(shell.look_changed)
    page.leave_asked.connect(shell.leave_asked)
    page.place_asked.connect(shell.show_place)
    return page


def _help(shell: Shell) -> Page:
    from buurthuis_admin.gui.pages.help import HelpPage

    page = HelpPage(shell.workspace)
    page.back_asked.connect(shell.leave_help)
    return page


BUILDERS: dict[str, Callable[[Shell], Page]] = {
    TODAY: _today,
    BACKUPS: _backups,
    MEMBERS: _members,
    ACTIVITIES: _activities,
    SUBSIDIES: _subsidies,
    ATTENDANCE: _attendance,
    IMPORT: _import,
    VOLUNTEERS: _volunteers,
    WAITING: _waiting,
    REPORTS: _reports,
    PRIVACY: _privacy,
    SAFETY: _safety,
    SETTINGS: _settings,
    HISTORY: _history,
    MONEY: _money,
    HELP: _help,
}

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can be done from anywhere: the acts and pages that Ctrl+K finds, one line each.

A page adds an act by a line in ``acts``: its words, its picture, what it does, and other words
that find it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from buurthuis_admin.gui import places
from buurthuis_admin.gui.keys import LOCK_KEYS
from buurthuis_admin.gui.settings_sections import Section, section_words
from buurthuis_admin.i18n import _

if TYPE_CHECKING:
    from buurthuis_admin.gui.shell import Shell


@dataclass(frozen=True, slots=True)
class Act:
    """Something to do. ``also`` are other words that find it, ``keys`` do it at once."""

    word: str
    icon: str
    run: Callable[[Shell], None]
    also: str = ""
    keys: str = ""


def _press(key: str, button: str) -> Callable[[Shell], None]:
    """Go to a page and press one of its buttons."""

    def run(shell: Shell) -> None:
        shell.show_place(key)
        attrgetter(button)(shell.page(key)).click()

    return run


def _go(key: str) -> Callable[[Shell], None]:
    return lambda shell: shell.show_place(key)


def _new_booking(shell: Shell) -> None:
    from buurthuis_admin.gui.pages.money import MoneyPage

    shell.show_place(places.MONEY)
    page = shell.page(places.MONEY)
    assert isinstance(page, MoneyPage)
    page.add_booking()


def _fill_month(shell: Shell) -> None:
    from buurthuis_admin.gui.pages.attendance import AttendancePage

    shell.show_place(places.ATTENDANCE)
    page = shell.page(places.ATTENDANCE)
    assert isinstance(page, AttendancePage)
    page.show_month()


def _new_subsidy(shell: Shell) -> None:
    from buurthuis_admin.gui.pages.subsidies import SubsidiesPage

    shell.show_place(places.SUBSIDIES)
    page = shell.page(places.SUBSIDIES)
    assert isinstance(page, SubsidiesPage)
    page.start()


def _settings(section: Section) -> Callable[[Shell], None]:
    return lambda shell: shell.show_settings(section)


def setting_acts() -> list[Act]:
    """Each section of the settings."""
    return [
        Act(
            _("Settings: {section}").format(section=words.name),
            words.icon,
            _settings(section),
            words.also,
        )
        for section, words in section_words().items()
    ]


def acts() -> list[Act]:
    """Everything that can be done from anywhere, the most usual first."""
    return [
        Act(_("New person"), "plus", _press(places.MEMBERS, "new"), _("member, add")),
        Act(_("New activity"), "plus", _press(places.ACTIVITIES, "new"), _("course, add")),
        Act(_("Attendance of today"), "clipboard-text", _go(places.ATTENDANCE), _("door, sheet")),
        Act(_("Fill in a month"), "calendar-blank", _fill_month, _("attendance, paper")),
        Act(_("New subsidy"), "plus", _new_subsidy, _("application, grant")),
        Act(_("New booking"), "plus", _new_booking, _("receipt, payment, cash")),
        Act(_("Read in a file"), "upload-simple", _go(places.IMPORT), _("Excel, list, import")),
        Act(
            _("Make the year report"),
            "file-text",
            _go(places.REPORTS),
            _("annual report, PDF, print"),
        ),
        Act(
            _("Make a backup now"),
            "floppy-disk",
            _press(places.BACKUPS, "make"),
            _("copy, stick, safe"),
        ),
        Act(
            _("People who stand here twice"),
            "users",
            _press(places.MEMBERS, "doubles"),
            _("doubles, merge"),
        ),
        Act(_("Rows that wait"), "question", _go(places.WAITING), _("import, unclear")),
        Act(_("Change the password"), "key", _press(places.SAFETY, "change"), _("safety")),
        Act(
            _("Lock the program"),
            "lock-simple",
            lambda shell: shell.lock_asked.emit(),
            _("away, hide"),
            LOCK_KEYS,
        ),
        Act(
            _("Undo the last change"),
            "arrow-counter-clockwise",
            lambda shell: shell.undoing.undo(),
            _("back, mistake"),
        ),
        Act(
            _("Open another administration"),
            "folder-open",
            lambda shell: shell.leave_asked.emit(),
            _("close, file"),
        ),
    ]


def page_acts() -> list[Act]:
    """Each page of the sidebar."""
    return [
        Act(place.word, place.icon, _go(place.key), keys=place.keys)
        for place in (*places.top_places(), *places.more_places())
    ]

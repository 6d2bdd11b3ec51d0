# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which pages there are: their keys, their words in the sidebar, and what each one shows."""

from __future__ import annotations

from buurthuis_admin.gui.keys import HELP_KEYS
from buurthuis_admin.gui.sidebar import Place
from buurthuis_admin.i18n import _

MEMBERS, ACTIVITIES, IMPORT, REPORTS, SETTINGS = (
    "members activities import reports settings".split()
)
TODAY = "today"
SUBSIDIES = "subsidies"
ATTENDANCE = "attendance"
HISTORY = "history"
MONEY = "money"
VOLUNTEERS = "volunteers"
WAITING = "waiting"  # reached from the page of today and from the import
BACKUPS = "backups"
PRIVACY = "privacy"
SAFETY = "safety"
HELP = "help"
START = "start"  # before an administration is open
# Which pages show what a write can change.
SHOWS = {
    WAITING: {"people", "activities", "subsidies"},
    TODAY: {"people", "activities", "subsidies", "settings", "privacy", "backups"},
    BACKUPS: {"backups"},
    VOLUNTEERS: {"people", "activities", "settings"},
    MEMBERS: {"people", "activities", "settings"},
    REPORTS: {"people", "activities", "subsidies", "settings", "money", "reports"},
    SUBSIDIES: {"subsidies", "activities", "people"},
    ATTENDANCE: {"people", "activities", "settings"},
    ACTIVITIES: {"activities", "people"},
    SETTINGS: {"settings"},
    MONEY: {"money", "subsidies", "people"},
    HISTORY: {"people", "activities", "subsidies", "money", "settings", "privacy", "reports"},
    PRIVACY: {"people", "privacy"},
    SAFETY: {"settings"},
}


def top_places() -> list[Place]:
    """The pages that do something, in the order of the sidebar."""
    return [
        Place(TODAY, _("Today"), "house", "Ctrl+1"),
        Place(MEMBERS, _("Members"), "users", "Ctrl+2"),
        Place(ACTIVITIES, _("Activities"), "calendar-blank", "Ctrl+3"),
        Place(ATTENDANCE, _("Attendance"), "clipboard-text", "Ctrl+4"),
        Place(SUBSIDIES, _("Subsidies"), "coin", "Ctrl+5"),
        Place(REPORTS, _("Reports"), "file-text", "Ctrl+6"),
    ]


def more_places() -> list[Place]:
    """The pages that are looked at now and then."""
    return [
        Place(IMPORT, _("Read in spreadsheets"), "upload-simple"),
        Place(VOLUNTEERS, _("Volunteers"), "handshake"),
        Place(MONEY, _("Cash and bank"), "wallet"),
        Place(HISTORY, _("Changes"), "clock-counter-clockwise"),
        Place(BACKUPS, _("Backups"), "floppy-disk"),
        Place(PRIVACY, _("Privacy"), "shield-check"),
        Place(SAFETY, _("Safety"), "lock-simple"),
        Place(SETTINGS, _("Settings"), "gear"),
        Place(HELP, _("Help"), "question", HELP_KEYS),
    ]

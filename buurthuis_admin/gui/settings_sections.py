# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which sections the settings have: their words, and by which other words they are found."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from buurthuis_admin.i18n import _


class Section(StrEnum):
    """A part of the settings that is shown at a time, in the order of the list."""

    CENTRE = "centre"
    CONTRIBUTION = "contribution"
    BUILDING = "building"
    DOOR = "door"
    ACTIVITIES = "activities"
    REPORTS = "reports"
    LOOK = "look"
    PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class SectionWords:
    """The name of a section, its picture, and what else people call what is in it."""

    name: str
    icon: str
    also: str


def section_words() -> dict[Section, SectionWords]:
    """Every section in its order."""
    return {
        Section.CENTRE: SectionWords(
            _("The centre"), "house", _("name, address, board, logo, bank account, IBAN, RSIN")
        ),
        Section.CONTRIBUTION: SectionWords(
            _("Contribution"), "coin", _("kinds of contribution, fee, amount, members")
        ),
        Section.BUILDING: SectionWords(
            _("Rooms and closing days"), "calendar-blank", _("room, hall, holiday, closed")
        ),
        Section.DOOR: SectionWords(
            _("At the door"), "clipboard-text", _("tiles, last visit, kinds of visitors, tally")
        ),
        Section.ACTIVITIES: SectionWords(
            _("Themes and target groups"), "users", _("theme, target group, activity")
        ),
        Section.REPORTS: SectionWords(_("Ages in reports"), "file-text", _("age bands, CBS")),
        Section.LOOK: SectionWords(
            _("How the program looks"),
            "gear",
            _("size of the text, colours, dark, light, language, larger"),
        ),
        Section.PROGRAM: SectionWords(
            _("This administration"),
            "folder-open",
            _("file, helper, lock, password, backup places"),
        ),
    }

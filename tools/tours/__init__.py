# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Walks through the window for pictures, one module for each room of the house.

A tour yields ``(name of the picture, widget to take it of)``; ``TOURS`` says in which order they
are walked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from buurthuis_admin.gui.shell import Shell
from buurthuis_admin.gui.window import MainWindow
from tools.tours.activities import activities
from tools.tours.anywhere import anywhere
from tools.tours.attendance import attendance
from tools.tours.centre import centre
from tools.tours.help import help_pages
from tools.tours.importing import importing
from tools.tours.letters import letters
from tools.tours.money import money
from tools.tours.moving import Shown
from tools.tours.pages import pages
from tools.tours.people import people
from tools.tours.privacy import privacy
from tools.tours.subsidies import subsidies
from tools.tours.volunteers import volunteers
from tools.tours.waiting import waiting

TOURS: tuple[Callable[[Shell, MainWindow], Iterator[Shown]], ...] = (
    pages,
    anywhere,
    importing,
    people,
    letters,
    waiting,
    money,
    subsidies,
    attendance,
    activities,
    volunteers,
    privacy,
    centre,
    help_pages,
)

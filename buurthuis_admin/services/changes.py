# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who wants to know that something of the administration changed."""

from __future__ import annotations

from collections.abc import Callable

PEOPLE = "people"
ACTIVITIES = "activities"
SUBSIDIES = "subsidies"
SETTINGS = "settings"
MONEY = "money"
PRIVACY = "privacy"
BACKUPS = "backups"
REPORTS = "reports"
EVERYTHING = frozenset({PEOPLE, ACTIVITIES, SUBSIDIES, MONEY, SETTINGS, PRIVACY, REPORTS})

Listener = Callable[[frozenset[str]], None]


class Changes:
    """A list of listeners. They are called in the thread that made the change."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call the listener after every change, with the areas; returns how to stop that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def tell(self, *areas: str) -> None:
        """Say that these areas changed."""
        for listener in tuple(self._listeners):
            listener(frozenset(areas))

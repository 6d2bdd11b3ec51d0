# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Choosing a meeting: those of today, those not filled in, and all others by their activity."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence

from buurthuis_admin.domain.activities import Activity, Session, SessionState
from buurthuis_admin.domain.text import words
from buurthuis_admin.domain.today import Meeting
from buurthuis_admin.services.activities import ActivityService
from buurthuis_admin.storage import activity_queries, today_queries
from buurthuis_admin.storage.file import AdministrationFile

UNFILLED_FOR = datetime.timedelta(days=60)  # how far back a meeting is still asked for
_DAY = datetime.timedelta(days=1)


class MeetingService:
    """Reads meetings, and makes the one of today that was not planned."""

    def __init__(
        self,
        file: AdministrationFile,
        activities: ActivityService,
        today: Callable[[], datetime.date] = datetime.date.today,
    ) -> None:
        self._file, self._activities, self.today = file, activities, today

    def of_today(self) -> list[Meeting]:
        """The meetings of today, in the order in which they are held."""
        day = self.today()
        with self._file.reading() as connection:
            return today_queries.meetings(connection, day, day)

    def unfilled(self) -> list[Meeting]:
        """Meetings of before today of which nothing is known, the newest first."""
        day = self.today()
        with self._file.reading() as connection:
            found = today_queries.meetings(connection, day - UNFILLED_FOR, day - _DAY)
        return [
            one
            for one in reversed(found)
            if not one.filled and one.state is not SessionState.CANCELLED
        ]

    def count(self, query: str = "") -> int:
        """How many meetings there are of the activities that match a search."""
        with self._file.reading() as connection:
            return today_queries.meeting_count(connection, self._matching(query))

    def page(self, query: str, offset: int, limit: int) -> list[Meeting]:
        """A part of these, the newest first."""
        with self._file.reading() as connection:
            return today_queries.meeting_page(connection, self._matching(query), offset, limit)

    def activities(self) -> list[Activity]:
        """The activities that a meeting can be made of."""
        with self._file.reading() as connection:
            found = activity_queries.activities(connection)
        return [one for one in found if not one.archived]

    def start(self, activity_id: int, starts_at: datetime.time | None = None) -> int:
        """The meeting of an activity today; made when there is none. Returns its id."""
        known = [one for one in self.of_today() if one.activity_id == activity_id]
        if known:
            return known[0].session_id
        return self._activities.save_session(
            Session(
                activity_id=activity_id,
                day=self.today(),
                starts_at=starts_at,
                state=SessionState.PLANNED,
            )
        )

    def _matching(self, query: str) -> Sequence[int] | None:
        """Activities with, for each word of the query, a word that begins with it."""
        typed = words(query)
        if not typed:
            return None
        with self._file.reading() as connection:
            named = activity_queries.activities(connection)
        return [
            one.id or 0
            for one in named
            if all(any(word.startswith(part) for word in words(one.name)) for part in typed)
        ]

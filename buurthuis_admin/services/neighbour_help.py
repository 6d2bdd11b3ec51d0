# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Requests and offers of neighbours, and who helped whom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from buurthuis_admin.domain.helping import HelpGiven, HelpKind, HelpState, NeighbourHelp
from buurthuis_admin.errors import UserError
from buurthuis_admin.i18n import _
from buurthuis_admin.services.changes import PEOPLE, Changes
from buurthuis_admin.services.volunteers import VolunteerService
from buurthuis_admin.storage import help_queries
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.unit_of_work import UnitOfWork

Result = TypeVar("Result")
_LAST = 500


class HelpedBeforeAsked(UserError):
    """Help comes on the day of the request or later."""

    def __init__(self) -> None:
        super().__init__(_("This day lies before the day of the request. Change the day."))


class HelpsThemselves(UserError):
    """Two people are needed."""

    def __init__(self) -> None:
        super().__init__(_("This is the same person. Fill in the other of the two."))


class NeighbourHelpService:
    """Neighbour help of one administration. Names are looked for as with hours."""

    def __init__(
        self, file: AdministrationFile, changes: Changes, volunteers: VolunteerService
    ) -> None:
        self._file, self._changes, self._volunteers = file, changes, volunteers

    def all(self) -> list[NeighbourHelp]:
        """What is open first, then the newest."""
        with self._file.reading() as connection:
            return help_queries.newest(connection, _LAST)

    def note(self, one: NeighbourHelp, name: str) -> int:
        """Keep what somebody asks or offers. Raises NobodyOfThatName and SeveralOfThatName."""
        kept = replace(one, person_id=self._volunteers.find(name))
        asks = kept.kind is HelpKind.REQUEST
        sentence = _("Request for help of {name}") if asks else _("Offer of help of {name}")
        return self._write(
            sentence.format(name=name), lambda unit: help_queries.save(unit.connection, kept)
        )

    def help(self, one: NeighbourHelp, name: str, given: HelpGiven) -> None:
        """Somebody helped or was helped, in so many hours; it is closed with that.

        Raises NobodyOfThatName, SeveralOfThatName, HelpedBeforeAsked and HelpsThemselves.
        """
        other = self._volunteers.find(name)
        if given.day < one.day:
            raise HelpedBeforeAsked
        if other == one.person_id:
            raise HelpsThemselves
        closed_on = max(given.day, one.closed_on or given.day)
        helped = replace(one, state=HelpState.HELPED, closed_on=closed_on)

        def write(unit: UnitOfWork) -> None:
            help_queries.save(unit.connection, helped)
            help_queries.add_given(unit.connection, one.id or 0, replace(given, person_id=other))

        sentence = _("Neighbour help: {one} and {other}")
        self._write(sentence.format(one=one.name or _("Somebody"), other=name), write)

    def close(self, one: NeighbourHelp) -> None:
        """It ended without anybody having helped."""
        closed_on = max(self._volunteers.day(), one.day)
        closed = replace(one, state=HelpState.CLOSED, closed_on=closed_on)
        sentence = _("Neighbour help of {name} closed").format(name=one.name or _("Somebody"))
        self._write(sentence, lambda unit: help_queries.save(unit.connection, closed))

    def _write(self, sentence: str, write: Callable[[UnitOfWork], Result]) -> Result:
        with self._file.unit_of_work(sentence) as unit:
            result = write(unit)
            unit.commit()
        self._changes.tell(PEOPLE)
        return result

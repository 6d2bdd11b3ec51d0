# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The postcode of a row from other rows with the same street."""

from __future__ import annotations

from collections.abc import Iterable

from buurthuis_admin.domain.text import squeeze
from buurthuis_admin.importing.records import PersonRecord
from buurthuis_admin.importing.values.addresses import parse_postcode


class Streets:
    """The postcodes of the streets of a box; looked at once somebody asks."""

    def __init__(self, people: Iterable[PersonRecord]) -> None:
        self._people = people
        self._rows: dict[tuple[str, str, int], PersonRecord] | None = None
        self._known: dict[tuple[str, str], set[str]] = {}

    def postcode(self, file: str, sheet: str, row: int) -> str | None:
        """The postcode of the same street and house elsewhere, or of the whole street."""
        if self._rows is None:
            self._rows = self._look()
        person = self._rows.get((file, sheet, row))
        if person is None or not person.street:
            return None
        street = squeeze(person.street)
        for key in ((street, squeeze(person.house)), (street, "")):
            found = self._known.get(key, set())
            if len(found) == 1:
                return next(iter(found))
        return None

    def _look(self) -> dict[tuple[str, str, int], PersonRecord]:
        rows = {}
        for person in self._people:
            source = person.source
            rows[source.file, source.sheet, source.row] = person
            if person.street and parse_postcode(person.postcode):
                street = squeeze(person.street)
                for key in ((street, squeeze(person.house)), (street, "")):
                    self._known.setdefault(key, set()).add(person.postcode)
        return rows

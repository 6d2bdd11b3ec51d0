# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where people and sessions came from, so that every figure can be looked up on paper."""

from __future__ import annotations

from buurthuis_admin.domain.provenance import Origin
from buurthuis_admin.storage import provenance_queries
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.values import EntityKind


class ProvenanceService:
    """Tells the rows of old sheets behind what is in the administration."""

    def __init__(self, file: AdministrationFile) -> None:
        self._file = file

    def of_person(self, person_id: int) -> list[Origin]:
        """The rows that spoke of a person; nothing for one who was typed in."""
        return self._of(EntityKind.PERSON, person_id)

    def of_session(self, session_id: int) -> list[Origin]:
        """The rows that spoke of a session; nothing for one that was counted here."""
        return self._of(EntityKind.SESSION, session_id)

    def _of(self, kind: EntityKind, entity: int) -> list[Origin]:
        with self._file.reading() as connection:
            return provenance_queries.origins(connection, kind, entity)

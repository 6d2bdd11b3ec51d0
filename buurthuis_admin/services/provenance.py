# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where people and sessions came from, so that every figure can be looked up on paper."""

from __future__ import annotations

from pathlib import Path

from buurthuis_admin.domain.provenance import KeptFile, Origin
from buurthuis_admin.errors import UserError
from buurthuis_admin.i18n import _
from buurthuis_admin.services.safe_file import write_safely
from buurthuis_admin.storage import contents, provenance_queries
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.values import EntityKind


class FileNotKept(UserError):
    """Somebody who stands in the file was removed, or the time to keep it is over."""

    def __init__(self, name: str) -> None:
        told = _(
            "{file} is not kept any longer: somebody in it was removed, or the time is over. "
            "Look for it on your own computer."
        )
        super().__init__(told.format(file=name))


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

    def of_change(self, change_set_id: int) -> list[KeptFile]:
        """The files that a change read in and that can still be looked at."""
        with self._file.reading() as connection:
            return provenance_queries.files_of_change(connection, change_set_id)

    def save(self, kept: KeptFile, path: Path) -> None:
        """Write a file that was read as it was. Raises FileNotKept or NotSaved."""
        with self._file.reading() as connection:
            content = contents.content_of(connection, kept.sha256)
        if content is None:
            raise FileNotKept(kept.name)
        write_safely(path, content)

    def _of(self, kind: EntityKind, entity: int) -> list[Origin]:
        with self._file.reading() as connection:
            return provenance_queries.origins(connection, kind, entity)

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was typed in forms that are not saved yet: kept in the file, so encrypted as all of it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field

from buurthuis_admin.storage.file import AdministrationFile

_PREFIX = "form "


@dataclass(frozen=True, slots=True)
class FormDraft:
    """One form. ``kind`` and ``subject`` say which ('person', 12; 0 for something new).

    ``texts`` are its fields by name, ``focus`` the field with the cursor, ``place`` the page.
    """

    kind: str
    subject: int
    texts: dict[str, str] = field(default_factory=dict)
    focus: str = ""
    place: str = ""

    @property
    def key(self) -> str:
        """What tells it from other drafts."""
        return f"{self.kind} {self.subject} {self.place}".rstrip()


class DraftService:
    """The drafts of one administration."""

    def __init__(self, file: AdministrationFile) -> None:
        self._file = file

    def keep(self, draft: FormDraft) -> None:
        """Keep a draft, in the place of an earlier one of the same form. Raises a FileProblem."""
        from buurthuis_admin.storage import drafts

        with self._file.bookkeeping() as connection:
            drafts.put(connection, _PREFIX + draft.key, asdict(draft))

    def all(self) -> list[FormDraft]:
        """All that is kept."""
        from buurthuis_admin.storage import drafts

        with self._file.reading() as connection:
            kept = drafts.under(connection, _PREFIX)
        return [FormDraft(**content) for content in kept.values()]

    def drop(self, key: str) -> None:
        """Forget a draft: its form was saved or given up."""
        from buurthuis_admin.storage import drafts

        with self._file.bookkeeping() as connection:
            drafts.drop(connection, _PREFIX + key)

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The processing register (AVG art. 30), made of the fields that are in use."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from buurthuis_admin.domain.privacy_papers import Processing, ProcessingRegister
from buurthuis_admin.i18n import _, current_language
from buurthuis_admin.services import processing
from buurthuis_admin.services.history_labels import column_label, table_words
from buurthuis_admin.services.processing import Purpose
from buurthuis_admin.services.safe_file import write_safely
from buurthuis_admin.services.settings import SettingsService
from buurthuis_admin.storage import held_queries
from buurthuis_admin.storage.file import AdministrationFile

if TYPE_CHECKING:
    from buurthuis_admin.services.privacy import PrivacyService


class RegisterService:
    """Which data the centre uses, for what, on what ground and for how long."""

    def __init__(
        self, file: AdministrationFile, privacy: PrivacyService, settings: SettingsService
    ) -> None:
        self._file, self._privacy, self._settings = file, privacy, settings

    def register(self) -> ProcessingRegister:
        """The register as it is today; a use of which no field is filled in is left out."""
        used = processing.purposes(self._privacy.removal.rules())
        with self._file.reading() as connection:
            filled = {
                (table, column)
                for one in used
                for table, columns in one.columns
                for column in held_queries.columns_in_use(connection, table, columns)
            }
        centre, contacts = self._settings.centre(), self._privacy.contacts()
        entries = (_entry(one, filled) for one in used)
        return ProcessingRegister(
            centre=centre.name,
            address=", ".join(part for part in (centre.street, centre.town) if part),
            contact=contacts.contact,
            officer=contacts.officer,
            made_on=self._privacy.today(),
            entries=tuple(entry for entry in entries if entry.data),
            measures=processing.measures(),
        )

    def pdf(self) -> bytes:
        """The register on paper."""
        from buurthuis_admin.reporting.processing_register import register_report

        return register_report(self.register(), current_language())

    def save(self, path: Path) -> None:
        """Write the register as PDF. Raises NotSaved."""
        write_safely(path, self.pdf())


def _entry(purpose: Purpose, filled: set[tuple[str, str]]) -> Processing:
    return Processing(
        title=purpose.title,
        purpose=purpose.purpose,
        ground=purpose.ground,
        people=purpose.people,
        data=tuple(
            dict.fromkeys(
                _label(table, column)
                for table, columns in purpose.columns
                for column in columns
                if (table, column) in filled
            )
        ),
        recipients=purpose.recipients,
        retention=purpose.retention,
    )


def _label(table: str, column: str) -> str:
    label = column_label(table, column) or column
    if table == "people":
        return label
    return _("{what}: {field}").format(what=table_words(table), field=label.lower())

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where an administration lies, what that means for its safety, and a copy on this computer."""

from __future__ import annotations

from pathlib import Path

from buurthuis_admin.i18n import _
from buurthuis_admin.storage import copying, durable, making, problems, sqlite
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.places import PlaceKind, place_of


class Whereabouts:
    """The place of one open administration."""

    def __init__(self, file: AdministrationFile) -> None:
        self._file = file

    def warning(self) -> str:
        """What somebody should know of the place; '' on the disk of this computer."""
        if self._file.read_only:
            return _(
                "This administration can only be read here: nothing can be changed. "
                "Copy it to this computer to work with it."
            )
        place = place_of(self._file.path)
        return {
            PlaceKind.LOCAL: "",
            PlaceKind.REMOVABLE: _(
                "This administration is on a stick, that can be pulled out or lost. Copy it to "
                "this computer and use the stick for backups."
            ),
            PlaceKind.NETWORK: _(
                "This administration is on a network drive, where changes can get lost. Copy it "
                "to this computer and use the drive for backups."
            ),
            PlaceKind.SYNCED: _(
                "This administration is in a folder of {service}. When two laptops change it there "
                "are two versions. Copy it to another folder and use this one for backups."
            ).format(service=place.service),
        }[place.kind]

    def copy_to(self, path: Path) -> None:
        """Make a verified copy that goes on as an administration; it never replaces a file.

        Raises a FileProblem, or CopyFailed.
        """
        with problems.explained(path), sqlite.explained(path), durable.draft_beside(path) as draft:
            with self._file.reading() as connection:
                made = copying.copy_open(connection, draft, self._file.key)
            copying.finish(draft, self._file.key, made, self._file.slot)
            making.take_new_place(draft, path)

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What kind of place a file lies in: the disk of this computer, a stick, a network, a sync folder.

What the systems say of their disks is gathered in ``storage.mounts`` and judged by functions
without any system in them, so that the rules for Windows and macOS are tested everywhere.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePath

from buurthuis_admin.storage import mounts


class PlaceKind(StrEnum):
    """What may happen to a file there."""

    LOCAL = "local"
    REMOVABLE = "removable"  # pulled out in the middle of a change
    NETWORK = "network"  # locks and writes that arrive late or not at all
    SYNCED = "synced"  # another laptop changes the same file


@dataclass(frozen=True, slots=True)
class Place:
    """Where a file lies. ``service`` is the name of who synchronises; ``free`` is in bytes.

    ``volume`` names a stick wherever it is put in: '' when it has no name of its own.
    """

    kind: PlaceKind
    service: str = ""
    volume: str = ""
    writable: bool = True
    free: int = 0

    @property
    def is_risky(self) -> bool:
        """Whether work there needs another way of writing, and a warning."""
        return self.kind is not PlaceKind.LOCAL


# Files that a service keeps in the top folder of what it synchronises.
_MARKERS = {
    ".stfolder": "Syncthing",
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".owncloudsync.log": "Nextcloud",
    ".nextcloudsync.log": "Nextcloud",
    ".tmp.driveupload": "Google Drive",
    ".849C9593-D756-4E56-8D6E-42412F2A707B": "OneDrive",
}
_MARKER_STARTS = {".sync_": "Nextcloud", "._sync_": "Nextcloud"}
# The names that services give to the folder itself ('OneDrive - Gemeente Waterdam').
_FOLDERS = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "mijn drive": "Google Drive",
    "stack": "STACK",
    "icloud drive": "iCloud",
    "icloudrive": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "mobile documents": "iCloud",
    "cloudstorage": "a cloud service",
}
_VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")


def place_of(path: Path) -> Place:
    """The place of a file or folder, there or to be made."""
    folder = _existing(path.absolute())
    volume = mounts.volume_of(folder)
    service = sync_service(folder, os.environ, _entries)
    return Place(
        kind=judge(volume.kind, service),
        service=service,
        volume=volume.identity,
        writable=os.access(folder, os.W_OK),
        free=_free(folder),
    )


def judge(volume: mounts.VolumeKind, service: str) -> PlaceKind:
    """What the kind of volume and a sync service together make of a place."""
    if service:
        return PlaceKind.SYNCED
    return {
        mounts.VolumeKind.FIXED: PlaceKind.LOCAL,
        mounts.VolumeKind.REMOVABLE: PlaceKind.REMOVABLE,
        mounts.VolumeKind.NETWORK: PlaceKind.NETWORK,
    }[volume]


def sync_service(
    folder: PurePath, environment: Mapping[str, str], entries: Callable[[PurePath], list[str]]
) -> str:
    """The service that synchronises a folder or one above it; '' when there is none."""
    for variable in _VARIABLES:
        root = environment.get(variable)
        if root and (folder == type(folder)(root) or type(folder)(root) in folder.parents):
            return "OneDrive"
    for above in (folder, *folder.parents):
        service = _by_name(above.name) or _by_markers(entries(above))
        if service:
            return service
    return ""


def _by_name(name: str) -> str:
    plain = name.casefold()
    if plain.startswith("onedrive - "):
        return "OneDrive"
    return _FOLDERS.get(plain, "")


def _by_markers(names: list[str]) -> str:
    for name in names:
        if name in _MARKERS:
            return _MARKERS[name]
        for start, service in _MARKER_STARTS.items():
            if name.startswith(start) and ".db" in name:
                return service
    return ""


def find_volume(identity: str) -> Path | None:
    """Where the stick with this name is now; None when it is not put in."""
    return mounts.find(identity) if identity else None


def _existing(path: Path) -> Path:
    """The nearest folder that is there."""
    return next((one for one in (path, *path.parents) if one.is_dir()), Path(path.anchor or "."))


def _entries(folder: PurePath) -> list[str]:
    try:
        with os.scandir(folder) as found:
            # Markers begin with a point; a folder of a hundred thousand files is not our matter.
            return [entry.name for entry, _n in zip(found, range(5_000), strict=False)
                    if entry.name.startswith(".")]  # fmt: skip
    except OSError:
        return []


def _free(folder: Path) -> int:
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return 0

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Places as the systems tell of them; those of Windows and macOS by what they would say."""

from __future__ import annotations

from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from buurthuis_admin.storage import mounts, places
from buurthuis_admin.storage.mounts import Mount, VolumeKind
from buurthuis_admin.storage.places import PlaceKind

TABLE = """\
22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw
30 22 8:17 / /media/els/MIJN\\040STICK rw,nosuid - vfat /dev/sdb1 rw,uid=1000
31 22 0:50 / /mnt/server rw - cifs //nas/buurthuis rw
32 22 0:51 / /thuis/els/share rw - fuse.sshfs els@nas:/ rw
33 22 8:1 / /boot/efi rw - vfat /dev/sda1 rw
"""


def mount(folder: str) -> Mount:
    found = mounts.mount_of(PurePosixPath(folder), mounts.read_mounts(TABLE))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/thuis/els/Documenten", VolumeKind.FIXED),
        ("/media/els/MIJN STICK/oud", VolumeKind.REMOVABLE),
        ("/mnt/server", VolumeKind.NETWORK),
        ("/thuis/els/share/2026", VolumeKind.NETWORK),
        ("/boot/efi", VolumeKind.FIXED),
    ],
)
def test_linux_says_what_a_disk_is(folder: str, kind: VolumeKind) -> None:
    assert mounts.kind_of(mount(folder), removable=False) is kind


def test_of_two_disks_at_one_place_the_later_one_is_seen() -> None:
    table = f"{TABLE}40 31 8:33 / /mnt/server rw - ext4 /dev/sdc1 rw\n"
    found = mounts.mount_of(PurePosixPath("/mnt/server/oud"), mounts.read_mounts(table))
    assert found is not None
    assert found.device == "/dev/sdc1"


def test_the_kernel_may_say_that_a_disk_can_be_taken_out() -> None:
    assert mounts.kind_of(mount("/"), removable=True) is VolumeKind.REMOVABLE


@pytest.mark.parametrize(
    ("number", "kind"),
    [(2, VolumeKind.REMOVABLE), (3, VolumeKind.FIXED), (4, VolumeKind.NETWORK)],
)
def test_windows_says_what_a_drive_is(number: int, kind: VolumeKind) -> None:
    assert mounts.windows_kind(number) is kind


def test_macos_says_what_a_disk_is() -> None:
    said = "   Volume UUID:              1234-ABCD\n   Device Location:          External\n"
    assert mounts.macos_kind(said) == mounts.Volume(VolumeKind.REMOVABLE, "1234-ABCD")
    assert mounts.macos_kind("   Device Location:   Internal\n").kind is VolumeKind.FIXED


def service(folder: PurePath, markers: dict[str, list[str]] | None = None, **env: str) -> str:
    known = markers or {}
    return places.sync_service(folder, env, lambda one: known.get(one.as_posix(), []))


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        (PureWindowsPath(r"C:\Thuis\Els\OneDrive\Buurthuis"), "OneDrive"),
        (PureWindowsPath(r"C:\Thuis\Els\OneDrive - Gemeente Waterdam"), "OneDrive"),
        (PurePosixPath("/thuis/els/Nextcloud/buurthuis"), "Nextcloud"),
        (PurePosixPath("/thuis/els/Library/Mobile Documents/x"), "iCloud"),
        (PurePosixPath("/thuis/els/Dropbox"), "Dropbox"),
        (PurePosixPath("/thuis/els/Documenten"), ""),
        (PurePosixPath("/thuis/els/Dropbox oud"), ""),
    ],
)
def test_the_folders_of_services_are_known_by_name(folder: PurePath, name: str) -> None:
    assert service(folder) == name


def test_a_folder_with_a_name_of_its_own_is_known_by_what_the_service_keeps_in_it() -> None:
    folder = PurePosixPath("/thuis/els/samen/buurthuis")
    assert service(folder, {"/thuis/els/samen": [".stfolder"]}) == "Syncthing"
    assert service(folder, {"/thuis/els/samen": [".sync_a1b2c3.db-wal"]}) == "Nextcloud"
    assert service(folder, {"/thuis/els": [".bashrc"]}) == ""


def test_windows_says_where_onedrive_is() -> None:
    folder = PureWindowsPath(r"D:\Werk\Wolk\Buurthuis")
    assert service(folder, OneDrive=r"D:\Werk\Wolk") == "OneDrive"


def test_the_place_of_a_file_that_is_still_to_be_made(tmp_path: Path) -> None:
    place = places.place_of(tmp_path / "nog niet" / "x.buurthuis")
    assert place.kind is PlaceKind.LOCAL
    assert place.writable
    assert place.free > 0
    (tmp_path / ".stfolder").mkdir()
    place = places.place_of(tmp_path / "x.buurthuis")
    assert (place.kind, place.service, place.is_risky) == (PlaceKind.SYNCED, "Syncthing", True)


def test_a_stick_without_a_name_is_never_found() -> None:
    assert places.find_volume("") is None
    assert places.find_volume("there is no such stick") is None

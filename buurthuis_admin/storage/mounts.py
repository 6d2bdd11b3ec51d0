# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a system says of its disks: fixed, removable or on a network, and which stick it is."""

from __future__ import annotations

import os
import re
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath

_NETWORK_TYPES = frozenset(
    "nfs nfs4 cifs smb3 smbfs afpfs webdav davfs 9p ncpfs "
    "fuse.sshfs fuse.davfs2 fuse.rclone".split()
)
_STICK_TYPES = frozenset({"vfat", "exfat", "msdos", "fuseblk"})
_STICK_PLACES = ("/media/", "/run/media/")
_ESCAPED = re.compile(r"\\([0-7]{3})")


class VolumeKind(StrEnum):
    """What a disk is."""

    FIXED = "fixed"
    REMOVABLE = "removable"
    NETWORK = "network"


@dataclass(frozen=True, slots=True)
class Volume:
    """A disk and, for a stick, the name that goes with it from computer to computer."""

    kind: VolumeKind
    identity: str = ""


@dataclass(frozen=True, slots=True)
class Mount:
    """A line of Linux' table of mounts: where, what type, which device."""

    point: str
    type: str
    device: str


def volume_of(folder: Path) -> Volume:
    """The disk that a folder is on."""
    if sys.platform == "win32":
        return _windows(folder)
    if sys.platform == "darwin":
        return _macos(folder)
    return _linux(folder)


def find(identity: str) -> Path | None:
    """Where a stick is put in now."""
    if sys.platform == "win32":
        drives = [Path(f"{letter}:/") for letter in "DEFGHIJKLMNOPQRSTUVWXYZ"]
    elif sys.platform == "darwin":
        drives = sorted(Path("/Volumes").iterdir()) if Path("/Volumes").is_dir() else []
    else:
        drives = [Path(mount.point) for mount in _linux_mounts()]
    return next((one for one in drives if one.is_dir() and _is(one, identity)), None)


def _is(drive: Path, identity: str) -> bool:
    volume = volume_of(drive)
    return volume.kind is VolumeKind.REMOVABLE and volume.identity == identity


# Linux


def _linux(folder: Path) -> Volume:
    mount = mount_of(folder, _linux_mounts())
    if mount is None:
        return Volume(VolumeKind.FIXED)
    kind = kind_of(mount, removable=_says_removable(mount.device))
    identity = _uuid(mount.device) or mount.point if kind is VolumeKind.REMOVABLE else ""
    return Volume(kind, identity)


def _linux_mounts() -> list[Mount]:
    try:
        return read_mounts(Path("/proc/self/mountinfo").read_text("utf-8", "surrogateescape"))
    except OSError:
        return []


def read_mounts(table: str) -> list[Mount]:
    """The mounts in the text of /proc/self/mountinfo (proc(5))."""
    mounts = []
    for line in table.splitlines():
        before, _dash, after = line.partition(" - ")
        place, rest = before.split(" "), after.split(" ")
        if len(place) > 4 and len(rest) > 1:
            mounts.append(Mount(_plain(place[4]), rest[0], _plain(rest[1])))
    return mounts


def _plain(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1], 8)), text)


def mount_of(folder: Path | PurePosixPath, mounts: list[Mount]) -> Mount | None:
    """The mount that a folder is in: the deepest, and of those the last."""
    place = PurePosixPath(folder)
    above = {str(one) for one in (place, *place.parents)}
    inside = [mount for mount in reversed(mounts) if mount.point in above]
    return max(inside, key=lambda mount: len(mount.point), default=None)


def kind_of(mount: Mount, *, removable: bool) -> VolumeKind:
    """What a mount is; ``removable`` is what the kernel says of its device."""
    if mount.type in _NETWORK_TYPES or mount.device.startswith("//"):
        return VolumeKind.NETWORK
    # A card reader and many a disk case do not say that they can be taken out; where the desktop
    # mounts it does.
    shown = mount.point.startswith(_STICK_PLACES)
    if removable or shown or (mount.type in _STICK_TYPES and not mount.point.startswith("/boot")):
        return VolumeKind.REMOVABLE
    return VolumeKind.FIXED


def _says_removable(device: str) -> bool:
    name = Path(device).name.rstrip("0123456789")
    for known in (name, re.sub(r"p$", "", name)):
        flag = Path("/sys/block") / known / "removable"
        if flag.is_file():
            return flag.read_text().strip() == "1"
    return False


def _uuid(device: str) -> str:
    names = Path("/dev/disk/by-uuid")
    try:
        return next(
            (one.name for one in sorted(names.iterdir()) if one.resolve() == Path(device)), ""
        )
    except OSError:
        return ""


# Windows


_DRIVE_KINDS = {2: VolumeKind.REMOVABLE, 3: VolumeKind.FIXED, 4: VolumeKind.NETWORK}


def windows_kind(drive_type: int) -> VolumeKind:
    """What GetDriveTypeW means; a disc that nobody can write to (5, 6) counts as fixed."""
    return _DRIVE_KINDS.get(drive_type, VolumeKind.FIXED)


if sys.platform == "win32":
    import ctypes

    def _windows(folder: Path) -> Volume:
        root = folder.anchor or "C:\\"
        if root.startswith("\\\\"):
            return Volume(VolumeKind.NETWORK)
        kernel = ctypes.windll.kernel32
        kind = windows_kind(kernel.GetDriveTypeW(root))
        serial = ctypes.c_ulong()
        known = kernel.GetVolumeInformationW(
            root, None, 0, ctypes.byref(serial), None, None, None, 0
        )
        identity = f"{serial.value:08X}" if known and kind is VolumeKind.REMOVABLE else ""
        return Volume(kind, identity)


# macOS


def macos_kind(facts: str) -> Volume:
    """What 'diskutil info' says of a disk."""
    said = {
        name.strip(): value.strip()
        for name, colon, value in (line.partition(":") for line in facts.splitlines())
        if colon
    }
    removable = said.get("Removable Media") == "Removable" or said.get("Device Location") == (
        "External"
    )
    identity = said.get("Volume UUID") or said.get("Disk / Partition UUID", "")
    if removable:
        return Volume(VolumeKind.REMOVABLE, identity)
    return Volume(VolumeKind.FIXED)


def _macos(folder: Path) -> Volume:
    parts = folder.parts
    if len(parts) < 3 or parts[1] != "Volumes":
        return Volume(VolumeKind.FIXED)
    import subprocess  # for this system alone

    try:
        said = subprocess.run(
            ["/usr/sbin/diskutil", "info", str(Path(*parts[:3]))],
            capture_output=True,
            text=True,
            timeout=5,
            check=True,
            env=os.environ | {"LC_ALL": "C"},
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return Volume(VolumeKind.NETWORK)  # not a disk of its own: a share of another computer
    return macos_kind(said)

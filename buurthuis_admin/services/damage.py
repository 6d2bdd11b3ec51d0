# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The way back from a file that is damaged, empty or gone. Nothing is ever replaced or deleted."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from buurthuis_admin.domain.backups import Backup, BackupPlace, SecondPlace
from buurthuis_admin.errors import UserError
from buurthuis_admin.i18n import _
from buurthuis_admin.services.administration import Administration
from buurthuis_admin.services.backups import BackupUnreadable, folder_of
from buurthuis_admin.storage import backups, damage, migrating, opening, problems, restoring
from buurthuis_admin.storage.copying import CopyFailed
from buurthuis_admin.storage.damage import Salvaged
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.keys import FileKey

__all__ = [
    "Left",
    "NothingReadable",
    "Salvaged",
    "bring_back",
    "faults_of",
    "is_damage",
    "key_by",
    "may_be_cut_off",
    "nearby_backups",
    "read_what_is_left",
    "save_what_is_left",
    "summary",
    "today",
]

_DAMAGE = (
    problems.AdministrationDamaged,
    problems.AdministrationEmpty,
    problems.AdministrationMissing,
    problems.KeySlotDamaged,
)
_ASIDE = "beschadigd {day}"  # in the name of a file; the same in every language
_TOLD = ("people", "memberships", "activities", "sessions", "attendances", "subsidies")


class NothingReadable(UserError):
    """Not even the list of tables can be read, or the password is another."""

    def __init__(self) -> None:
        super().__init__(
            _("Nothing of this file can be read with this password. Put a backup back.")
        )


@dataclass(frozen=True, slots=True)
class Left:
    """How many rows of a kind can still be read; ``whole``: all of them."""

    kind: str
    rows: int
    whole: bool


def is_damage(error: BaseException) -> bool:
    """Whether an administration could not be opened because of what became of its file."""
    return isinstance(error, _DAMAGE)


def may_be_cut_off(error: BaseException) -> bool:
    """Whether a password does not fit because the end of the file may be gone."""
    return isinstance(error, problems.PasswordOrEnd)


def second_folders(second: SecondPlace | None) -> list[Path]:
    """Where a remembered second place is now; nothing when the stick is not put in."""
    folder = None if second is None else folder_of(second)
    return [] if folder is None else [folder]


def nearby_backups(path: Path, elsewhere: Iterable[Path] = ()) -> list[Backup]:
    """The backups of a file that cannot be opened, by their names, the newest first."""
    places = [(migrating.backup_folder(path), BackupPlace.BESIDE)]
    places += [(folder, BackupPlace.SECOND) for folder in elsewhere]
    found = [
        Backup(one.path, place, one.stamp.at, one.stamp.reason, one.stamp.revision, one.size)
        for folder, place in places
        for one in backups.found(folder, path.stem)
    ]
    return sorted(found, key=lambda one: (one.revision, one.at), reverse=True)


def read_what_is_left(path: Path, secret: str) -> list[Salvaged]:
    """Every table as far as it can be read. Raises a UserError when nothing can."""
    key = key_by(path, secret)
    found = damage.salvage(path, key)
    if not found:
        raise NothingReadable
    return found


def summary(salvaged: Sequence[Salvaged]) -> list[Left]:
    """How much of what people know can still be read."""
    by_name = {one.name: one for one in salvaged}
    known = [by_name[name] for name in _TOLD if name in by_name]
    return [Left(one.name, len(one.rows), one.whole) for one in known]


def save_what_is_left(salvaged: Sequence[Salvaged], target: Path) -> None:
    """Write what can be read as a workbook, a sheet for each table. Raises NotSaved."""
    from buurthuis_admin.services.safe_file import write_safely
    from buurthuis_admin.services.workbooks import workbook

    sheets = [(one.name, one.columns, [_cells(row) for row in one.rows]) for one in salvaged]
    write_safely(target, workbook(sheets))


def _cells(row: Sequence[object]) -> list[str | int | None]:
    return [one if isinstance(one, int | None) else str(one) for one in row]


def bring_back(path: Path, backup: Path, secret: str, day: datetime.date) -> Administration:
    """Put a backup in the place of a file that is damaged, empty or gone, and open it.

    ``secret`` is the password, or what stands on the recovery sheet. The damaged file stays
    beside it under another name. Raises a UserError; then nothing was changed.
    """
    unlock = _unlock(secret)
    erased = _erased_in(path, secret)
    try:
        restoring.bring_back(path, backup, unlock, _ASIDE.format(day=day.isoformat()))
    except CopyFailed as error:
        raise BackupUnreadable(backup) from error
    file = AdministrationFile.open_by(path, unlock)
    if erased:
        from buurthuis_admin.services.removals import apply_erasures

        damage.carry_erasures(file, erased)
        apply_erasures(file)
    return Administration(file)


def today() -> datetime.date:
    """The day by this computer, for the name of what is set aside."""
    return datetime.datetime.now().astimezone().date()


def faults_of(administration: Administration) -> list[str]:
    """Pages of an open administration that are not what was written; for the helper."""
    return damage.faults(administration._file)


def _unlock(secret: str) -> opening.Unlock:
    key = _of_sheet(secret)
    return opening.by_password(secret) if key is None else opening.by_recovery_sheet(key)


def key_by(path: Path, secret: str) -> FileKey:
    """The key of a file by its password or recovery sheet. Raises WrongPassword and its kin."""
    found = _of_sheet(secret)
    return opening.by_password(secret)(path).key if found is None else found


def _of_sheet(secret: str) -> FileKey | None:
    from buurthuis_admin.services.security import SheetMistyped, key_on_sheet

    try:
        return key_on_sheet(secret)
    except SheetMistyped:
        return None


def _erased_in(path: Path, secret: str) -> list[tuple[object, ...]]:
    """Who was erased according to the damaged file; nothing when it cannot be read."""
    try:
        return list(damage.erasures(path, key_by(path, secret)))
    except (UserError, OSError):
        return []

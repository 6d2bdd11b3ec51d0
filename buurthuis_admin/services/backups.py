# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Backups: made on closing and daily, to two places; looked at, compared and put back."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path

from buurthuis_admin.domain.backup_names import read_backup_name
from buurthuis_admin.domain.backups import (
    DAILY,
    LATE_AFTER,
    Attempt,
    Backup,
    BackupPlace,
    BackupState,
    Difference,
    SecondPlace,
)
from buurthuis_admin.domain.thinning import BackupReason
from buurthuis_admin.errors import UserError
from buurthuis_admin.i18n import _, format_moment
from buurthuis_admin.services.changes import BACKUPS, EVERYTHING, Changes
from buurthuis_admin.storage import (
    backup_queries,
    backups,
    migrating,
    places,
    restoring,
    settings_store,
    sqlite,
)
from buurthuis_admin.storage.copying import CopyFailed
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.keys import FileKey

_SECOND = "second_place"
Clock = Callable[[], datetime.datetime]


class BackupUnreadable(UserError):
    """A backup that has another key, or that is damaged."""

    def __init__(self, path: Path) -> None:
        text = _(
            "The backup “{file}” cannot be read with the key of this administration, or it is "
            "damaged. Choose another backup; nothing was changed."
        )
        super().__init__(text.format(file=path.name))


class BackupNotWhole(UserError):
    """What was copied is not what was to be copied: a disk that fails."""

    def __init__(self, place: Path) -> None:
        text = _(
            "The backup in {folder} did not come out right and does not count. "
            "Choose another disk or stick for the backups."
        )
        super().__init__(text.format(folder=place))


class SecondPlaceUnfit(UserError):
    """The second place is the folder of the administration itself, or cannot be written to."""


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


class BackupService:
    """The backups of one open administration. Moments are UTC."""

    def __init__(
        self,
        file: AdministrationFile,
        changes: Changes,
        mend: restoring.Mend,
        clock: Clock = _now,
    ) -> None:
        self._file, self._changes, self._mend, self._clock = file, changes, mend, clock
        self._keys: dict[Path, FileKey] = {}  # of backups that were made under another key
        self._unkept: list[Attempt] = []  # failures that the full disk did not take either

    # Making them.

    @property
    def folder(self) -> Path:
        """The folder beside the administration."""
        return migrating.backup_folder(self._file.path)

    def due(self) -> bool:
        """Whether something changed since the last backup, and that was a day ago."""
        last = self._last_good()
        away = None if last is None else abs(self._clock() - last)
        return self.changed_since() and (away is None or away >= DAILY)

    def changed_since(self) -> bool:
        """Whether there are changes that no backup has."""
        with self._file.reading() as connection:
            return backup_queries.revision(connection) > backup_queries.last_backed_up(connection)

    def make(self, reason: BackupReason) -> list[Attempt]:
        """Make a backup in both places; the second only when it is there. Never raises for a place.

        What failed is told by ``state`` until a later one succeeds.
        """
        done = [self._make_in(self.folder, BackupPlace.BESIDE, reason)]
        second = self.second_folder()
        if second is not None:
            done.append(self._make_in(second, BackupPlace.SECOND, reason))
        self._changes.tell(BACKUPS)
        return done

    def make_or_raise(self, reason: BackupReason, folder: Path | None = None) -> Path:
        """Make one backup, in a folder of choice. Raises a UserError when it fails."""
        place = folder or self.folder
        try:
            made, inside = backups.make(self._file, place, reason, self._clock())
        except CopyFailed as error:
            raise BackupNotWhole(place) from error
        where = BackupPlace.ELSEWHERE if folder else BackupPlace.BESIDE
        with self._file.bookkeeping() as connection:
            found = (made.path, inside)
            backup_queries.note(connection, self._clock(), reason, where, made=found)
        return made.path

    def _make_in(self, folder: Path, place: BackupPlace, reason: BackupReason) -> Attempt:
        now = self._clock()
        try:
            made, inside = backups.make(self._file, folder, reason, now)
            with self._file.bookkeeping() as connection:
                backup_queries.note(connection, now, reason, place, made=(made.path, inside))
            backups.thin_out(folder, self._file.path.stem)
        except (UserError, CopyFailed, OSError) as error:
            told = str(error) if isinstance(error, UserError) else str(BackupNotWhole(folder))
            return self._failed(Attempt(now, place, told), reason)
        self._unkept = [one for one in self._unkept if one.place is not place]
        return Attempt(now, place, file=made.path.name)

    def _failed(self, attempt: Attempt, reason: BackupReason) -> Attempt:
        try:
            with self._file.bookkeeping() as connection:
                backup_queries.note(
                    connection, attempt.at, reason, attempt.place, problem=attempt.problem
                )
        except UserError:
            self._unkept.append(attempt)
        return attempt

    # The second place.

    def second(self) -> SecondPlace | None:
        """The stick or folder that was chosen; None when there is none."""
        with self._file.reading() as connection:
            kept = settings_store.settings(connection).get(_SECOND)
        if not kept:
            return None
        day = kept.get("chosen_on")
        return SecondPlace(
            kept["folder"],
            kept.get("volume", ""),
            kept.get("inside", ""),
            datetime.date.fromisoformat(day) if day else None,
        )

    def choose_second(self, folder: Path) -> None:
        """Keep backups in this folder too. Raises SecondPlaceUnfit."""
        own = self._file.path.parent.resolve()
        if folder.resolve() == own or folder.resolve() == self.folder.resolve():
            raise SecondPlaceUnfit(
                _("Choose a folder on another disk: this one is lost together with the file.")
            )
        place = places.place_of(folder)
        if not folder.is_dir() or not place.writable:
            raise SecondPlaceUnfit(
                _("Nothing can be written to {folder}. Choose another folder.").format(
                    folder=folder
                )
            )
        root = places.find_volume(place.volume)
        inside = folder.relative_to(root).as_posix() if root and _inside(folder, root) else ""
        today = self._clock().date().isoformat()
        chosen = SecondPlace(str(folder), place.volume, inside)
        self._keep_second(
            asdict(chosen) | {"chosen_on": today}, _("Second place for backups chosen")
        )

    def forget_second(self) -> None:
        """Keep backups beside the administration only; those that are there stay."""
        self._keep_second(None, _("No second place for backups any more"))

    def _keep_second(self, value: object, sentence: str) -> None:
        with self._file.unit_of_work(sentence) as unit:
            settings_store.save(unit.connection, {_SECOND: value})
            unit.commit()
        self._changes.tell(BACKUPS)

    def second_folder(self) -> Path | None:
        """Where the second place is now; None when the stick is not put in, or none was chosen."""
        second = self.second()
        return None if second is None else folder_of(second)

    # How it stands.

    def state(self) -> BackupState:
        """The last good backup, the last failure, and the second place."""
        with self._file.reading() as connection:
            tried = [*reversed(self._unkept), *backup_queries.attempts(connection)]
        second = self.second()
        good = next((one for one in tried if not one.problem), None)
        failures = [one for one in _since_good(tried) if one.problem]
        now = self._clock()
        return BackupState(
            last_good=good.at if good else None,
            failure=failures[0].problem if failures else "",
            late=self.changed_since() and (good is None or abs(now - good.at) > LATE_AFTER),
            second=second,
            second_present=self.second_folder() is not None,
            second_absent=_days_away(tried, second, now),
        )

    def _last_good(self) -> datetime.datetime | None:
        with self._file.reading() as connection:
            tried = backup_queries.attempts(connection)
        return next((one.at for one in tried if not one.problem), None)

    # Looking and putting back.

    def list(self) -> list[Backup]:
        """All backups in both places, the newest first, with what is in them."""
        where = [(self.folder, BackupPlace.BESIDE)]
        second = self.second_folder()
        if second is not None:
            where.append((second, BackupPlace.SECOND))
        return [
            self._described(one.path, place, one.stamp.at, one.stamp.reason)
            for folder, place in where
            for one in backups.found(folder, self._file.path.stem)
        ]

    def _described(
        self, path: Path, place: BackupPlace, at: datetime.datetime, reason: BackupReason
    ) -> Backup:
        inside = backups.look(path, self._key_of(path))
        size = path.stat().st_size if path.exists() else 0
        if inside is None:
            return Backup(path, place, at, reason, 0, size, readable=False)
        return Backup(
            path, place, at, reason, inside.revision, size, True, inside.people, inside.attendances
        )

    def describe(self, path: Path) -> Backup:
        """A file that was chosen by hand, as a backup. Raises BackupUnreadable."""
        if not path.is_file():
            raise BackupUnreadable(path)
        stamp = read_backup_name(path.name)
        changed = datetime.datetime.fromtimestamp(path.stat().st_mtime, datetime.UTC)
        at, reason = (stamp.at, stamp.reason) if stamp else (changed, BackupReason.MANUAL)
        place = BackupPlace.BESIDE if path.parent == self.folder else BackupPlace.ELSEWHERE
        return self._described(path, place, at, reason)

    def unlock(self, path: Path, secret: str) -> Backup:
        """Open a backup that was made under another key, by its password or recovery sheet.

        It can then be looked into and put back as any other, as long as the administration is
        open. Raises WrongPassword and its kin, BackupUnreadable.
        """
        from buurthuis_admin.services.damage import key_by

        key = key_by(path, secret)
        if backups.look(path, key) is None:
            raise BackupUnreadable(path)
        self._keys[path] = key
        return self.describe(path)

    def _key_of(self, path: Path) -> FileKey:
        return self._keys.get(path, self._file.key)

    def is_whole(self, path: Path) -> bool:
        """Whether a backup can be read from end to end; takes a moment."""
        return backups.is_whole(path, self._key_of(path))

    def compare(self, path: Path) -> Difference:
        """What putting back a backup would change. Raises BackupUnreadable."""
        if backups.look(path, self._key_of(path)) is None:
            raise BackupUnreadable(path)
        with self._file.reading() as connection:
            try:
                bare = connection.connection.driver_connection
                return backup_queries.differences(bare, path, self._key_of(path))
            except sqlite.DriverError as error:
                raise BackupUnreadable(path) from error

    def restore(self, path: Path, at: datetime.datetime | None = None) -> Path:
        """Put a backup back; returns the backup of the present state that was made first.

        That one undoes the restore. Raises a UserError; then nothing was changed.
        """
        if backups.look(path, self._key_of(path)) is None:
            raise BackupUnreadable(path)
        before = self.make_or_raise(BackupReason.BEFORE_RESTORE)
        called = format_moment(at) if at else path.name
        sentence = _("Backup of {moment} put back").format(moment=called)
        try:
            restoring.restore(self._file, path, self._key_of(path), sentence, self._mend)
        except CopyFailed as error:
            raise BackupUnreadable(path) from error
        self._changes.tell(*EVERYTHING, BACKUPS)
        return before


def folder_of(second: SecondPlace) -> Path | None:
    """Where a second place is now; None when the stick is not put in."""
    root = places.find_volume(second.volume)
    if root is not None:
        return root / second.inside
    folder = Path(second.folder)
    # A folder on a stick that is away may be there as an empty place to mount it.
    return folder if not second.volume and folder.is_dir() else None


def _since_good(tried: Sequence[Attempt]) -> list[Attempt]:
    """The attempts after the last good one of the same place."""
    found, done = [], set()
    for one in tried:
        if one.place in done:
            continue
        if one.problem:
            found.append(one)
        else:
            done.add(one.place)
    return found


def _days_away(
    tried: Sequence[Attempt], second: SecondPlace | None, now: datetime.datetime
) -> int | None:
    if second is None:
        return None
    there = [one.at.date() for one in tried if one.place is BackupPlace.SECOND and not one.problem]
    last = there[0] if there else second.chosen_on
    return None if last is None else max(0, (now.date() - last).days)


def _inside(folder: Path, root: Path) -> bool:
    return folder == root or root in folder.parents

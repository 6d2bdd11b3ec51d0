# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who gets in: the password, the recovery sheet, and a new key after a leak."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from buurthuis_admin.domain.history import ChangeKind
from buurthuis_admin.domain.recovery import (
    RecoveryCode,
    RecoveryError,
    choose_groups_to_type_back,
    decode,
    encode,
)
from buurthuis_admin.domain.thinning import BackupReason
from buurthuis_admin.errors import UserError
from buurthuis_admin.i18n import _
from buurthuis_admin.services import recovery_words
from buurthuis_admin.services.backups import BackupService
from buurthuis_admin.services.changes import SETTINGS, Changes
from buurthuis_admin.services.drafts import FormDraft
from buurthuis_admin.services.password_strength import PasswordStrength, judge
from buurthuis_admin.services.settings import SettingsService
from buurthuis_admin.storage import copying, drafts, durable, sealing, settings_store, sqlite
from buurthuis_admin.storage.copying import CopyFailed
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.keys import FileKey

_RETIRED = "retired key"
_CONFIRMED = "recovery_sheet_confirmed"


class OldPasswordWrong(UserError):
    """Who wants another password must know the present one."""

    def __init__(self) -> None:
        super().__init__(_("The present password is not right. Type it again."))


class PasswordTooWeak(UserError):
    """A password that somebody with the file would guess."""

    def __init__(self, strength: PasswordStrength) -> None:
        super().__init__(strength.advice)


class SheetMistyped(UserError):
    """What was typed of a recovery sheet cannot be right; says which groups."""

    def __init__(self, error: RecoveryError) -> None:
        self.error = error
        super().__init__(recovery_words.explain(error))


@dataclass(frozen=True, slots=True)
class Rekeyed:
    """What became of the backups after a new key: made anew, and those that have the old one."""

    made_anew: int
    left: tuple[Path, ...]


class SecurityService:
    """The password and the key of one open administration."""

    def __init__(
        self,
        file: AdministrationFile,
        changes: Changes,
        settings: SettingsService,
        backups_: BackupService,
    ) -> None:
        self._file, self._changes = file, changes
        self._settings, self._backups = settings, backups_
        # Came in with the recovery sheet: a new password is chosen without the old one.
        self.by_sheet = False

    def fits(self, password: str) -> bool:
        """Whether this is the password."""
        return self._file.fits(password)

    @property
    def has_password(self) -> bool:
        """Whether a password opens the file; False after the sheet opened a damaged one."""
        return self._file.slot is not None

    def judge(self, password: str, example: str = "") -> PasswordStrength:
        """How strong a password is for this administration."""
        return judge(password, (self._settings.centre().name, self._file.path.stem), example)

    def change_password(self, old: str, new: str) -> None:
        """Choose another password; nothing is encrypted anew. Raises a UserError."""
        if not self._file.fits(old):
            raise OldPasswordWrong
        self.set_password(new)

    def set_password(self, new: str) -> None:
        """Choose a password after the recovery sheet opened the file. Raises a UserError."""
        strength = self.judge(new)
        if not strength.acceptable:
            raise PasswordTooWeak(strength)
        self._file.change_password(new)
        self.by_sheet = False
        self._note(_("Password changed"))

    # Drafts that the disk does not take.

    def seal(self, drafts: list[FormDraft]) -> bytes:
        """What was typed, encrypted by the key of the file: nobody reads it in the memory."""
        content = json.dumps([asdict(draft) for draft in drafts]).encode()
        return sealing.seal(self._file.key, content)

    def unseal(self, sealed: bytes) -> list[FormDraft]:
        """What ``seal`` was given."""
        content = json.loads(sealing.unseal(self._file.key, sealed))
        return [FormDraft(**draft) for draft in content]

    # The recovery sheet.

    def code(self) -> RecoveryCode:
        """What stands on the sheet."""
        return encode(self._file.key.key, self._file.key.salt)

    def sheet(self, language: str, today: datetime.date | None = None) -> bytes:
        """The sheet as a PDF to print."""
        from buurthuis_admin.reporting.recovery_sheet import RecoverySheet, recovery_sheet

        made = RecoverySheet(
            centre=self._settings.centre().name,
            file_name=self._file.path.name,
            made_on=today or datetime.datetime.now().astimezone().date(),
            code=self.code(),
        )
        return recovery_sheet(made, language)

    def groups_to_type(self) -> tuple[str, ...]:
        """Some groups of the sheet, chosen by chance, that are typed back once."""
        return tuple(choose_groups_to_type_back(self.code()))

    def confirm_sheet(self, typed: Mapping[str, str]) -> tuple[str, ...]:
        """Hold what was typed against the sheet; gives the groups that are wrong.

        When none is, it is remembered that the sheet is there.
        """
        wrong = tuple(self.code().wrong_among(dict(typed)))
        if not wrong:
            with self._file.unit_of_work(_("Recovery sheet typed back")) as unit:
                settings_store.save(unit.connection, {_CONFIRMED: self._key_mark()})
                unit.commit()
            self._changes.tell(SETTINGS)
        return wrong

    @property
    def sheet_confirmed(self) -> bool:
        """Whether part of the sheet of the present key was typed back."""
        with self._file.reading() as connection:
            return settings_store.settings(connection).get(_CONFIRMED) == self._key_mark()

    def _key_mark(self) -> str:
        # Of the salt, that stands readable at the beginning of the file: it tells of no key.
        return self._file.key.salt.hex()

    # After a leak.

    def replace_key(
        self,
        password: str,
        progress: Callable[[int, int], None] = lambda _done, _all: None,
    ) -> Rekeyed:
        """Encrypt the administration and its backups anew; old password and sheet open nothing.

        A backup that is not reached (a stick that is away) keeps the old key and is named.
        Raises a UserError; then nothing was changed.
        """
        strength = self.judge(password)
        if not strength.acceptable:
            raise PasswordTooWeak(strength)
        old = self._file.key
        self._backups.make_or_raise(BackupReason.BEFORE_REKEY)
        with self._file.bookkeeping() as connection:
            # Kept inside until no backup has it any more; it goes along to the new file.
            drafts.put(connection, _RETIRED, {"key": old.key.hex(), "salt": old.salt.hex()})
        self._file.replace_key(password)
        self._note(_("New key after a possible leak"))
        return self.renew_backups(progress)

    def renew_backups(
        self, progress: Callable[[int, int], None] = lambda _done, _all: None
    ) -> Rekeyed:
        """Make the backups that have the key of before anew; again when a stick was away."""
        with self._file.reading() as connection:
            kept = drafts.get(connection, _RETIRED)
        if kept is None:
            return Rekeyed(0, ())
        old = FileKey(bytes.fromhex(kept["key"]), bytes.fromhex(kept["salt"]))
        known = [one.path for one in self._backups.list() if not one.readable]
        left = []
        for number, path in enumerate(known):
            progress(number, len(known))
            if not self._with_new_key(path, old):
                left.append(path)
        second_away = self._backups.second() is not None and not self._backups.second_folder()
        if not left and not second_away:
            with self._file.bookkeeping() as connection:
                drafts.drop(connection, _RETIRED)
        return Rekeyed(len(known) - len(left), tuple(left))

    def _with_new_key(self, path: Path, old: FileKey) -> bool:
        """Make one backup anew with the present key, in its own place; False when it fails."""
        key, slot = self._file.key, self._file.slot
        try:
            with durable.draft_beside(path) as draft:
                expected = copying.copy_closed(path, old, draft, key)
                copying.finish(draft, key, expected, slot)
                draft.replace(path)
            durable.write_through(path.parent)
        except (CopyFailed, UserError, OSError, sqlite.DriverError):
            return False
        return True

    def _note(self, sentence: str) -> None:
        with self._file.unit_of_work(sentence, ChangeKind.FINAL) as unit:
            unit.commit()
        self._changes.tell(SETTINGS)


def key_on_sheet(text: str) -> FileKey:
    """The key behind what was typed of a recovery sheet. Raises SheetMistyped."""
    try:
        key, salt = decode(text)
    except RecoveryError as error:
        raise SheetMistyped(error) from error
    return FileKey(key, salt)

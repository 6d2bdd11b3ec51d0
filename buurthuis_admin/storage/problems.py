# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can be wrong with an administration file, each with the sentence that says what to do."""

from __future__ import annotations

import contextlib
import errno
from abc import abstractmethod
from collections.abc import Iterator
from pathlib import Path

from buurthuis_admin.errors import UserError
from buurthuis_admin.i18n import _


class FileProblem(UserError):
    """Something about the administration file at ``path`` that a person can mend."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(self.sentence().format(file=path.name, folder=path.parent))

    @abstractmethod
    def sentence(self) -> str:
        """What happened and what to do; may name {file} and {folder}."""


class AdministrationMissing(FileProblem):
    """There is no file at all."""

    def sentence(self) -> str:
        return _(
            "There is no administration '{file}' in {folder}. "
            "Choose another file, or make a new administration."
        )


class AdministrationExists(FileProblem):
    """A new administration would have to overwrite something."""

    def sentence(self) -> str:
        return _(
            "There already is a file '{file}' in {folder}. "
            "Choose another name; nothing was overwritten."
        )


class AdministrationEmpty(FileProblem):
    """The file has no content: a copy that failed, or a full disk."""

    def sentence(self) -> str:
        return _(
            "The file '{file}' is empty, so it holds no administration any more. "
            "Put a backup in its place."
        )


class NotAnAdministration(FileProblem):
    """The file is of another program."""

    def sentence(self) -> str:
        return _("The file '{file}' is not an administration. Choose another file.")


class WrongPassword(FileProblem):
    """The key does not fit. A foreign encrypted file looks exactly the same."""

    def sentence(self) -> str:
        return _(
            "The password does not fit '{file}', or this file is not an administration. "
            "Type the password again, use the recovery sheet, or choose another file."
        )


class PasswordOrEnd(WrongPassword):
    """The key does not fit, and there is no slot: a file cut off at a page looks like this.

    So does a file of the first version, which has no slot, with a wrong password.
    """

    def sentence(self) -> str:
        return _(
            "The password does not fit '{file}', or the end of this file is missing, or it is not "
            "an administration. Type the password again; when it is certainly right, use the "
            "recovery sheet or put a backup back."
        )


class AdministrationNewer(FileProblem):
    """A later version of the program made or changed the file."""

    def sentence(self) -> str:
        return _(
            "The administration '{file}' was made by a newer version of this program. "
            "Install the newest version to open it; the file was not changed."
        )


class AdministrationInUse(FileProblem):
    """Another program, or another window of ours, has the file open."""

    def sentence(self) -> str:
        return _(
            "The administration '{file}' is open in another window or program. "
            "Close it there and try again."
        )


class AdministrationDamaged(FileProblem):
    """The content is not what was once written."""

    def sentence(self) -> str:
        return _(
            "The administration '{file}' is damaged and was not changed. Put a backup in its place."
        )


class NotWritable(FileProblem):
    """The place cannot be written to: a read-only folder, disk or file."""

    def sentence(self) -> str:
        return _(
            "Nothing can be written to '{file}' in {folder}. "
            "Choose another folder, or ask for the right to write there."
        )


class DiskFull(FileProblem):
    """No room is left; what was there before is still there."""

    def sentence(self) -> str:
        return _(
            "The disk of {folder} is full, so the change was not kept. Make room and try again."
        )


class DiskTrouble(FileProblem):
    """The disk does not answer any more: a stick that was pulled out, or one that is failing."""

    def sentence(self) -> str:
        return _(
            "The disk of {folder} does not answer, so the change was not kept. Put the disk or "
            "stick back, or choose a backup on another disk. What was saved before is still there."
        )


class ReadOnly(FileProblem):
    """The administration was opened for reading: the disk or folder cannot be written to."""

    def sentence(self) -> str:
        return _(
            "The administration '{file}' can only be read here, so nothing was changed. "
            "Copy it to the disk of this computer to work with it."
        )


class OlderOnReadOnly(FileProblem):
    """A file of an earlier version must be brought up to date first, and cannot be here."""

    def sentence(self) -> str:
        return _(
            "The administration '{file}' was made by an earlier version of this program and "
            "cannot be brought up to date in {folder}. Copy it to the disk of this computer first."
        )


class KeySlotDamaged(FileProblem):
    """The part of the file that holds the wrapped key is damaged; the rest may be whole."""

    def sentence(self) -> str:
        return _(
            "The part of '{file}' that knows the password is damaged. "
            "Open it with the recovery sheet, or choose a backup."
        )


class OtherRecoverySheet(FileProblem):
    """The sheet was printed for another administration, or before the file got a new key."""

    def sentence(self) -> str:
        return _(
            "This recovery sheet belongs to another administration than '{file}', or to one of "
            "before its key was replaced. Take the newest sheet."
        )


class NotMigrated(FileProblem):
    """Bringing an older file up to date went wrong; the file is as it was."""

    def sentence(self) -> str:
        return _(
            "The administration '{file}' could not be brought up to date and was not changed. "
            "Open it with the earlier version of the program and ask your helper to look at it."
        )


_BY_NUMBER: dict[int, type[FileProblem]] = {
    errno.ENOSPC: DiskFull,
    errno.EDQUOT: DiskFull,
    errno.EFBIG: DiskFull,
    errno.EIO: DiskTrouble,
    errno.ENODEV: DiskTrouble,
    errno.ENXIO: DiskTrouble,
}


@contextlib.contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what the operating system says of a file into the problem that a person can mend."""
    try:
        yield
    except OSError as error:
        raise _BY_NUMBER.get(error.errno or 0, NotWritable)(path) from error


class PasswordEmpty(UserError):
    """No password was given for a new administration."""

    def __init__(self) -> None:
        super().__init__(_("Choose a password: without one anybody can read the administration."))


class EncryptionMissing(UserError):
    """The library that should encrypt the file does not, or is too old to be safe."""

    def __init__(self, version: str) -> None:
        super().__init__(
            _(
                "This computer's encryption library ({version}) cannot keep an administration "
                "safe. Install this program again."
            ).format(version=version or "?")
        )

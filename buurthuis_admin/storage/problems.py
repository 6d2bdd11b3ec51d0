# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can be wrong with an administration file, each with the sentence that says what to do."""

from __future__ import annotations

from abc import abstractmethod
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
            "Type the password again or choose another file."
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

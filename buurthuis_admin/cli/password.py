# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The password of a command: from a file, the environment or a question; never an argument."""

from __future__ import annotations

import getpass
import os
import sys
from pathlib import Path

from buurthuis_admin.errors import UserError
from buurthuis_admin.i18n import _

ENVIRONMENT = "BUURTHUIS_PASSWORD"


def read_password(file: str | None, *, ask: bool = True) -> str:
    """The password; '' when there is none and ``ask`` is False. Raises UserError."""
    if file is not None:
        return _from_file(Path(file))
    given = os.environ.get(ENVIRONMENT)
    if given:
        return given
    if not ask:
        return ""
    if not sys.stdin.isatty():
        raise UserError(
            _("No password was given. Put it in a file and name that with --password-file.")
        )
    return getpass.getpass(_("Password: "))


def new_password(file: str | None) -> str:
    """The password for a new administration; typed twice when it is typed."""
    if file is not None or os.environ.get(ENVIRONMENT) or not sys.stdin.isatty():
        return read_password(file)
    return _typed_twice()


def chosen_password(file: str | None) -> str:
    """Another password for an administration: from a file, or typed twice. Raises UserError."""
    if file is not None:
        return _from_file(Path(file))
    if not sys.stdin.isatty():
        raise UserError(
            _("No new password was given. Put it in a file, named with --new-password-file.")
        )
    return _typed_twice()


def read_sheet(file: str) -> str:
    """What stands in a file with the groups of a recovery sheet. Raises UserError."""
    try:
        return Path(file).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        message = _("The file with the recovery sheet cannot be read: {path}. Check the name.")
        raise UserError(message.format(path=file)) from None


def _typed_twice() -> str:
    password = getpass.getpass(_("New password: "))
    if getpass.getpass(_("The same password again: ")) != password:
        raise UserError(_("The two passwords are not the same. Try again."))
    return password


def _from_file(path: Path) -> str:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        message = _("The file with the password cannot be read: {path}. Check the name.")
        raise UserError(message.format(path=path)) from None
    password = text.rstrip("\r\n")
    if not password:
        raise UserError(_("The file with the password is empty: {path}.").format(path=path))
    return password

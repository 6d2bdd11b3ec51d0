# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The way from a command to the window."""

from __future__ import annotations

from pathlib import Path

from buurthuis_admin.errors import UserError
from buurthuis_admin.i18n import _


def open_window(path: Path | None, password: str | None, *, quit_after_start: bool) -> int:
    """Open the desktop; raises UserError when Qt's system libraries are not there."""
    try:
        from buurthuis_admin.app import run_desktop
    except ImportError as error:
        if "cannot open shared object" not in str(error):
            raise  # a mistake of ours, not of the machine
        text = _(
            "The window cannot open: the system library {library} is missing. "
            "Run “python tools/setup.py” in the folder of the program; it says what to install."
        )
        raise UserError(text.format(library=str(error).split(":", 1)[0])) from error
    return run_desktop(path, password=password, quit_after_start=quit_after_start)

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The way from a command to the window."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from buurthuis_admin.errors import UserError
from buurthuis_admin.i18n import _
from buurthuis_admin.services.opening import Opening


def open_window(path: Path | None, password: str | None, **wishes: Any) -> int:
    """Open the desktop; raises UserError when Qt's system libraries are not there.

    With both, the file is opened while the window loads. ``wishes`` are those of
    ``app.run_desktop``.
    """
    opening = Opening(path, password) if path and password else None
    try:
        return _run(path, opening, wishes)
    finally:
        if opening is not None:
            opening.give_up()


def _run(path: Path | None, opening: Opening | None, wishes: dict[str, Any]) -> int:
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
    return run_desktop(path, opening=opening, **wishes)

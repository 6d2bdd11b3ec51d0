# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Writing a file so that it is whole or not there."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from buurthuis_admin.errors import UserError
from buurthuis_admin.i18n import _


class NotSaved(UserError):
    """The disk is full, the folder may not be written, or the file is open elsewhere."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _(
                "‘{file}’ could not be saved in {folder}. "
                "Close the file where it is open, or choose another place."
            ).format(file=path.name, folder=path.parent)
        )


def write_safely(path: Path, content: bytes) -> None:
    """Write beside the place and then rename; read back what arrived. Raises NotSaved."""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    except OSError as error:
        raise NotSaved(path) from error
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if temporary.read_bytes() != content:
            raise NotSaved(path)
        temporary.replace(path)
    except OSError as error:
        raise NotSaved(path) from error
    finally:
        temporary.unlink(missing_ok=True)

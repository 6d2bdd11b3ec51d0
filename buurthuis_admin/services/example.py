# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The example administration: a made-up centre, read from the spreadsheets that we ship."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from buurthuis_admin.paths import example_folder
from buurthuis_admin.services.administration import (
    Administration,
    create_administration,
    open_administration,
)

EXAMPLE_PASSWORD = "voorbeeld"  # noqa: S105  (nothing in it is anybody's)
_FILE_NAME = "Voorbeeld.buurthuis"


def make_example(folder: Path) -> Administration:
    """The example in a folder: made from its spreadsheets, or opened when it is there already."""
    path = folder / _FILE_NAME
    if path.exists():
        return open_administration(path, EXAMPLE_PASSWORD)
    folder.mkdir(parents=True, exist_ok=True)
    administration = create_administration(path, EXAMPLE_PASSWORD)
    try:
        centre = replace(
            administration.settings.centre(),
            name="Buurthuis De Linde",
            town="Waterdam",
            street="Lindelaan 12",
            postcode="3512 AB",
        )
        administration.settings.save(centre)
        imports = administration.imports
        imports.apply(imports.prepare([example_folder()]))
    except BaseException:
        administration.close()
        path.unlink(missing_ok=True)
        raise
    return administration

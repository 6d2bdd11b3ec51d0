# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading an administration and its backups from end to end, to find damage before it is needed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from buurthuis_admin.domain.backups import Backup
from buurthuis_admin.services.administration import Administration
from buurthuis_admin.storage import backups, copying
from buurthuis_admin.storage.copying import CopyFailed
from buurthuis_admin.storage.file import AdministrationFile


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check found; ``fault`` is '' when the file is whole, otherwise for the helper."""

    path: Path
    fault: str
    people: int
    attendances: int
    backups: tuple[tuple[Backup, bool], ...]

    @property
    def whole(self) -> bool:
        """Whether the file and every backup that has its key are whole."""
        return not self.fault and all(whole for backup, whole in self.backups if backup.readable)


def check_administration(path: Path, password: str) -> CheckResult:
    """Check a file that nobody has open, and its backups. Raises a FileProblem."""
    file = AdministrationFile.open(path, password)
    try:
        listed = Administration(file).backups.list()
    finally:
        file.close()
    fault, people, attendances = "", 0, 0
    try:
        inside = copying.verify(path, file.key)
    except CopyFailed as error:
        fault = str(error)
    else:
        people, attendances = inside.people, inside.attendances
    judged = tuple((one, backups.is_whole(one.path, file.key)) for one in listed)
    return CheckResult(path, fault, people, attendances, judged)

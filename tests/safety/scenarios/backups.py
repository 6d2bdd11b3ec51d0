# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A backup made, and one put back: what counts as a backup is whole, and none is ever touched."""

from __future__ import annotations

from pathlib import Path

from buurthuis_admin.domain.thinning import BackupReason
from buurthuis_admin.services.administration import Administration, open_administration
from tests.safety.scenario import FILE, PASSWORD, Broken, Scenario, Told, named, people

LATER, AFTER = "Later", "Erna"
MADE, RESTORED = "made", "restored"


class Backup(Scenario):
    """Open, somebody new, a backup, close."""

    name = "backup"

    def act(self, folder: Path, told: Told) -> None:
        administration = open_administration(folder / FILE, PASSWORD)
        with told.trying(LATER):
            administration.members.save(named(LATER))
        with told.trying(MADE):
            administration.backups.make_or_raise(BackupReason.DAILY)
        administration.close()

    def check(self, administration: Administration, acknowledged: frozenset[str]) -> None:
        found = _backups(administration)
        if MADE in acknowledged and not found:
            raise Broken("acknowledged and lost: a backup")
        if LATER in acknowledged and LATER not in people(administration):
            raise Broken("acknowledged and lost: somebody")


class Restore(Scenario):
    """Open, put back a backup in which somebody is not there yet, one more person, close."""

    name = "restore"
    before: dict[str, bytes]

    def prepare(self, folder: Path) -> None:
        super().prepare(folder)
        administration = open_administration(folder / FILE, PASSWORD)
        made = administration.backups.make_or_raise(BackupReason.DAILY)
        administration.members.save(named(LATER))
        administration.close()
        self.before = {made.name: made.read_bytes()}

    def act(self, folder: Path, told: Told) -> None:
        administration = open_administration(folder / FILE, PASSWORD)
        with told.trying(RESTORED):
            (backup,) = administration.backups.list()
            administration.backups.restore(backup.path)
        with told.trying(AFTER):
            administration.members.save(named(AFTER))
        administration.close()

    def check(self, administration: Administration, acknowledged: frozenset[str]) -> None:
        found, backups = people(administration), _backups(administration)
        if RESTORED in acknowledged and LATER in found:
            raise Broken("acknowledged and not done: a restore")
        if AFTER in acknowledged and AFTER not in found:
            raise Broken("acknowledged and lost: somebody after the restore")
        if LATER not in found and len(backups) < 2:
            raise Broken("what was replaced is in no backup")
        for name, content in self.before.items():
            if backups.get(name) != content:
                raise Broken("the backup itself was touched")


def _backups(administration: Administration) -> dict[str, bytes]:
    """What counts as a backup, each looked through from end to end."""
    listed = [one.path for one in administration.backups.list()]
    if not all(administration.backups.is_whole(path) for path in listed):
        raise Broken("a backup that counts is not whole")
    return {path.name: path.read_bytes() for path in listed}

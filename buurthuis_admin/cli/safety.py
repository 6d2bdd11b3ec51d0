# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Commands that keep an administration safe: backup, restore, check."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from buurthuis_admin.cli.output import print_json
from buurthuis_admin.errors import UserError
from buurthuis_admin.i18n import _, format_moment, format_number

if TYPE_CHECKING:
    from buurthuis_admin.domain.backups import Backup, Difference
    from buurthuis_admin.services.administration import Administration


def run_backup(administration: Administration, options: argparse.Namespace) -> int:
    """Make a backup beside the file, in the second place, or in a folder of choice."""
    from buurthuis_admin.domain.thinning import BackupReason

    if options.to:
        made = administration.backups.make_or_raise(BackupReason.MANUAL, Path(options.to))
        print(_("Saved: {path}").format(path=made))
        return 0
    failed = False
    for done in administration.backups.make(BackupReason.MANUAL):
        if done.problem:
            failed = True
            print(done.problem, file=sys.stderr)
        else:
            print(_("Backup made: {file}").format(file=done.file))
    return 1 if failed else 0


def run_restore(administration: Administration, options: argparse.Namespace) -> int:
    """Show what putting back a backup changes; do it with --yes."""
    service = administration.backups
    path = _chosen(service.list(), options.backup)
    for line in difference_lines(service.compare(path)):
        print(line)
    if not options.yes:
        print(_("Nothing was changed. Add --yes to put this backup back."))
        return 0
    before = service.restore(path)
    print(_("Put back: {file}").format(file=path.name))
    print(_("The state of before is kept as {file}").format(file=before.name))
    return 0


def _chosen(known: list[Backup], wanted: str) -> Path:
    """A path, or the name of one of the backups; 'newest' is the newest."""
    if wanted == "newest" and known:
        return known[0].path
    for one in known:
        if one.path.name == wanted:
            return one.path
    path = Path(wanted)
    if not path.is_file():
        raise UserError(
            _("There is no backup {file}. “check” shows which there are.").format(file=wanted)
        )
    return path


def difference_lines(difference: Difference) -> list[str]:
    """What a restore would change, as lines of text."""
    lines = [
        _("{kind}: {now} now, {then} in the backup").format(
            kind=kind_words(count.kind),
            now=format_number(count.now),
            then=format_number(count.then),
        )
        for count in difference.counts
    ]
    for text, names in (
        (_("Would go: {names}"), difference.added),
        (_("Would come back: {names}"), difference.removed),
        (_("Would become as before: {names}"), difference.changed),
        (_("Changes that would be lost: {names}"), difference.changes),
    ):
        if names:
            lines.append(text.format(names="; ".join(names)))
    return lines


def kind_words(kind: str) -> str:
    """What is counted."""
    return {
        "people": _("People"),
        "memberships": _("Memberships"),
        "activities": _("Activities"),
        "sessions": _("Sessions"),
        "attendances": _("Attendances"),
        "subsidies": _("Subsidies"),
    }[kind]


def run_check(options: argparse.Namespace, password: str) -> int:
    """Read the file and its backups from end to end; exit code 1 when something is wrong."""
    from buurthuis_admin.services.checking import check_administration

    result = check_administration(Path(options.file), password)
    if options.json:
        print_json(
            {
                "file": str(result.path),
                "whole": not result.fault,
                "fault": result.fault,
                "people": result.people,
                "attendances": result.attendances,
                "backups": [
                    {
                        "file": str(one.path),
                        "at": one.at.isoformat(),
                        "readable": one.readable,
                        "whole": whole,
                        "people": one.people,
                        "attendances": one.attendances,
                    }
                    for one, whole in result.backups
                ],
            }
        )
        return 0 if result.whole else 1
    for one, whole in result.backups:
        state = _("whole") if whole else _("another key") if not one.readable else _("damaged")
        print(f"{format_moment(one.at)}  {one.path.name}  {state}")
    if not result.fault:
        print(_("The administration is whole: {people} people.").format(people=result.people))
    if not result.whole:
        raise UserError(
            _("Something is damaged. Put a backup back that is whole, or ask your helper.")
        )
    return 0

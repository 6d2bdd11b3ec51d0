# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Runs a command: exit code 0 done, 1 the user can mend it, 2 wrong usage."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from buurthuis_admin.cli.parser import make_parser
from buurthuis_admin.cli.password import (
    chosen_password,
    new_password,
    read_password,
    read_sheet,
)
from buurthuis_admin.errors import UserError
from buurthuis_admin.i18n import DEFAULT_LANGUAGE, _, use_language

if TYPE_CHECKING:
    from buurthuis_admin.services.administration import Administration


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command in the arguments and give the exit code."""
    use_language(os.environ.get("BUURTHUIS_LANGUAGE") or DEFAULT_LANGUAGE)
    options = make_parser().parse_args(arguments)
    try:
        return _COMMANDS[options.command](options)
    except UserError as error:
        print(str(error), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print(_("Stopped. Nothing was written."), file=sys.stderr)
        return 1


def _open(options: argparse.Namespace) -> Administration:
    from buurthuis_admin.services.administration import open_administration

    # A missing file is said before a password is asked.
    path = Path(options.file)
    if options.recovery_file:
        from buurthuis_admin.services.administration import open_with_sheet

        return open_with_sheet(path, read_sheet(options.recovery_file))
    password = read_password(options.password_file) if path.is_file() else "-"
    return open_administration(path, password)


def _desktop(options: argparse.Namespace) -> int:
    from buurthuis_admin.cli.window import open_window

    path = Path(options.file) if options.file else None
    password = read_password(options.password_file, ask=False) if path else None
    return open_window(path, password or None, quit_after_start=options.quit_after_start)


def _new(options: argparse.Namespace) -> int:
    from buurthuis_admin.services.administration import create_administration

    path = Path(options.path)
    create_administration(path, new_password(options.password_file)).close()
    print(_("Made: {path}").format(path=path))
    return 0


def _import(options: argparse.Namespace) -> int:
    from buurthuis_admin.cli.importing import run_import

    administration = _open(options)
    try:
        return run_import(administration, options)
    finally:
        administration.close()


def _figures(options: argparse.Namespace) -> int:
    from buurthuis_admin.cli.output import figures_data, figures_text, print_json
    from buurthuis_admin.services.reports import NothingKnownOfYear

    administration = _open(options)
    try:
        figures = administration.statistics.year(options.year)
        before = administration.statistics.year(options.year - 1)
    finally:
        administration.close()
    if figures.empty:
        raise NothingKnownOfYear(options.year)
    if options.json:
        print_json(figures_data(figures, None if before.empty else before))
    else:
        print(figures_text(figures))
    return 0


def _people(options: argparse.Namespace) -> int:
    from buurthuis_admin.cli.output import people_data, people_text, print_json

    administration = _open(options)
    try:
        people = administration.members.all_people()
    finally:
        administration.close()
    if options.json:
        print_json(people_data(people))
    else:
        print(people_text(people))
    return 0


def _report(options: argparse.Namespace) -> int:
    from buurthuis_admin.services.safe_file import write_safely

    administration = _open(options)
    try:
        content = administration.reports.year_report(options.year, language=options.language)
    finally:
        administration.close()
    write_safely(Path(options.output), content)
    print(_("Saved: {path}").format(path=options.output))
    return 0


def _export(options: argparse.Namespace) -> int:
    administration = _open(options)
    try:
        exports = administration.exports
        write = {
            "people": exports.people,
            "attendance": exports.attendance,
            "subsidies": exports.subsidies,
            "bookings": exports.bookings,
        }[options.what]
        write(Path(options.output))
    finally:
        administration.close()
    print(_("Saved: {path}").format(path=options.output))
    return 0


def _backup(options: argparse.Namespace) -> int:
    from buurthuis_admin.cli.safety import run_backup

    administration = _open(options)
    try:
        return run_backup(administration, options)
    finally:
        administration.close()


def _restore(options: argparse.Namespace) -> int:
    from buurthuis_admin.cli.safety import run_restore

    administration = _open(options)
    try:
        return run_restore(administration, options)
    finally:
        administration.close()


def _change_password(options: argparse.Namespace) -> int:
    administration = _open(options)
    try:
        # Whoever opened it knew the password or had the sheet.
        administration.security.set_password(chosen_password(options.new_password_file))
    finally:
        administration.close()
    print(_("The password was changed."))
    return 0


def _recovery_sheet(options: argparse.Namespace) -> int:
    from buurthuis_admin.services.safe_file import write_safely

    administration = _open(options)
    try:
        content = administration.security.sheet(options.language)
    finally:
        administration.close()
    write_safely(Path(options.output), content)
    print(_("Saved: {path}").format(path=options.output))
    return 0


def _check(options: argparse.Namespace) -> int:
    from buurthuis_admin.cli.safety import run_check

    there = Path(options.file).is_file()
    return run_check(options, read_password(options.password_file) if there else "-")


def _templates(options: argparse.Namespace) -> int:
    from buurthuis_admin.services.templates import save_templates

    for path in save_templates(Path(options.folder)):
        print(_("Saved: {path}").format(path=path))
    return 0


def _demo(options: argparse.Namespace) -> int:
    from buurthuis_admin.cli.demo import run_demo

    return run_demo(options)


_COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "": _desktop,
    "new": _new,
    "import": _import,
    "figures": _figures,
    "people": _people,
    "report": _report,
    "export": _export,
    "backup": _backup,
    "restore": _restore,
    "check": _check,
    "password": _change_password,
    "recovery-sheet": _recovery_sheet,
    "templates": _templates,
    "demo": _demo,
}

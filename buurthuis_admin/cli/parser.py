# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words of the command line."""

from __future__ import annotations

import argparse

from buurthuis_admin import __version__
from buurthuis_admin.i18n import LANGUAGES, _


def make_parser() -> argparse.ArgumentParser:
    """All commands with their options; argparse ends with exit code 2 on wrong usage."""
    parser = argparse.ArgumentParser(
        prog="buurthuis-admin",
        description=_("The administration of a community centre. Without a command: the window."),
    )
    parser.add_argument("--version", action="version", version=f"buurthuis-admin {__version__}")
    parser.add_argument("--file", metavar="ADMINISTRATION", help=_("the administration to open"))
    parser.add_argument("--quit-after-start", action="store_true", help=argparse.SUPPRESS)
    _password(parser)
    parser.set_defaults(command="")
    commands = parser.add_subparsers(metavar=_("COMMAND"))
    _add_new(commands)
    _add_import(commands)
    _add_figures(commands)
    _add_people(commands)
    _add_report(commands)
    _add_export(commands)
    _add_safety(commands)
    _add_templates(commands)
    _add_demo(commands)
    return parser


_Commands = argparse._SubParsersAction


def _password(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--password-file",
        metavar="FILE",
        help=_("a file with the password (otherwise BUURTHUIS_PASSWORD, otherwise it is asked)"),
    )
    parser.add_argument(
        "--recovery-file",
        metavar="FILE",
        help=_("a file with the groups of the recovery sheet, instead of the password"),
    )


def _command(
    commands: _Commands[argparse.ArgumentParser], name: str, text: str
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=text, description=text)
    parser.set_defaults(command=name)
    _password(parser)
    return parser


def _with_file(
    commands: _Commands[argparse.ArgumentParser], name: str, text: str
) -> argparse.ArgumentParser:
    parser = _command(commands, name, text)
    parser.add_argument(
        "--file", required=True, metavar="ADMINISTRATION", help=_("the administration")
    )
    return parser


def _json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=_("print JSON for other programs"))


def _add_new(commands: _Commands[argparse.ArgumentParser]) -> None:
    parser = _command(commands, "new", _("make a new, empty administration"))
    parser.add_argument("path", metavar="FILE", help=_("where it is made"))


def _add_import(commands: _Commands[argparse.ArgumentParser]) -> None:
    parser = _with_file(commands, "import", _("read spreadsheets into the administration"))
    parser.add_argument(
        "spreadsheets", nargs="+", metavar="SPREADSHEET", help=_("files or folders")
    )
    parser.add_argument("--plan", action="store_true", help=_("only show what would happen"))
    parser.add_argument(
        "--skip-unreadable",
        action="store_true",
        help=_("read the other files when one cannot be read"),
    )
    _json(parser)


def _add_figures(commands: _Commands[argparse.ArgumentParser]) -> None:
    parser = _with_file(commands, "figures", _("show the figures of a year"))
    parser.add_argument("year", type=_year, metavar="YEAR")
    _json(parser)


def _add_people(commands: _Commands[argparse.ArgumentParser]) -> None:
    _json(_with_file(commands, "people", _("list everybody who is known by name")))


def _add_report(commands: _Commands[argparse.ArgumentParser]) -> None:
    parser = _with_file(commands, "report", _("make a report as PDF"))
    parser.add_argument("kind", choices=["year"], help=_("the kind of report"))
    parser.add_argument("year", type=_year, metavar="YEAR")
    parser.add_argument("--output", required=True, metavar="PDF", help=_("where it is saved"))
    parser.add_argument("--language", choices=LANGUAGES, default="nl", help=_("its language"))


def _add_export(commands: _Commands[argparse.ArgumentParser]) -> None:
    parser = _with_file(commands, "export", _("save a list as an Excel file"))
    parser.add_argument("what", choices=["people", "attendance", "subsidies", "bookings"])
    parser.add_argument("--output", required=True, metavar="XLSX", help=_("where it is saved"))


def _add_safety(commands: _Commands[argparse.ArgumentParser]) -> None:
    backup = _with_file(commands, "backup", _("make a verified backup"))
    backup.add_argument("--to", metavar="FOLDER", help=_("a folder of choice, a stick for one"))
    restore = _with_file(commands, "restore", _("put a backup back"))
    restore.add_argument(
        "backup", metavar="BACKUP", help=_("the name or path of a backup, or “newest”")
    )
    restore.add_argument(
        "--yes", action="store_true", help=_("do it; otherwise only the differences are shown")
    )
    password = _with_file(commands, "password", _("choose another password"))
    password.add_argument(
        "--new-password-file", metavar="FILE", help=_("a file with the new password")
    )
    sheet = _with_file(commands, "recovery-sheet", _("make the recovery sheet as PDF"))
    sheet.add_argument("--output", required=True, metavar="PDF", help=_("where it is saved"))
    sheet.add_argument("--language", choices=LANGUAGES, default="nl", help=_("its language"))
    _json(_with_file(commands, "check", _("read the file and its backups from end to end")))


def _add_templates(commands: _Commands[argparse.ArgumentParser]) -> None:
    parser = _command(commands, "templates", _("save empty tables to fill in"))
    parser.add_argument("folder", metavar="FOLDER", help=_("where they are saved"))


def _add_demo(commands: _Commands[argparse.ArgumentParser]) -> None:
    parser = _command(commands, "demo", _("read the example, make its year report and open it"))
    parser.add_argument("--folder", metavar="FOLDER", help=_("where the example is made"))
    parser.add_argument("--no-window", action="store_true", help=_("do not open the window"))
    parser.add_argument("--quit-after-start", action="store_true", help=argparse.SUPPRESS)


def _year(text: str) -> int:
    year = int(text)
    if not 1900 <= year <= 2200:
        raise ValueError(text)
    return year

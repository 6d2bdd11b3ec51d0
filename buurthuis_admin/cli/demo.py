# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The example: read, reported and shown, with or without a screen."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from platformdirs import user_documents_path

from buurthuis_admin.cli.output import figures_text
from buurthuis_admin.cli.window import open_window
from buurthuis_admin.i18n import _
from buurthuis_admin.services.example import EXAMPLE_PASSWORD, make_example
from buurthuis_admin.services.safe_file import write_safely


def run_demo(options: argparse.Namespace) -> int:
    """Read the example box, save the report of its last year, and open it in the window."""
    folder = Path(options.folder) if options.folder else default_folder()
    administration = make_example(folder)
    path = administration.path
    try:
        year = max(administration.statistics.years())
        figures = administration.statistics.year(year)
        report = folder / _("Year report {year}.pdf").format(year=year)
        write_safely(report, administration.reports.year_report(year))
    finally:
        administration.close()
    print(figures_text(figures))
    print()
    print(_("Administration: {path}").format(path=path))
    print(_("Year report: {path}").format(path=report))
    if options.no_window or not has_screen():
        return 0
    return open_window(path, EXAMPLE_PASSWORD, quit_after_start=options.quit_after_start)


def default_folder() -> Path:
    """Where a person finds the example back: in their documents."""
    return user_documents_path() / "Buurthuis voorbeeld"


def has_screen() -> bool:
    """Whether a window can be shown here."""
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return True  # somebody asked for a window that nobody sees
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))

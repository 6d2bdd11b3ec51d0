# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Starts the program; or the child that reads spreadsheets, before anything heavy is imported."""

from __future__ import annotations

import sys


def main() -> int:
    """The exit code of the program."""
    if "--read-child" in sys.argv[1:2]:
        from buurthuis_admin.importing.reading import child

        return child.main()
    from buurthuis_admin.cli import main as run_command

    return run_command()


if __name__ == "__main__":
    raise SystemExit(main())

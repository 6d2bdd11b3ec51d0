# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Runs every benchmark; the exit code is 1 when one of them misses its target."""

from __future__ import annotations

import sys

from benchmarks import (
    door,
    figures,
    heartbeat,
    importing,
    pack,
    pages,
    report,
    search,
    tick,
    window,
)

ALL = {
    "import": importing.main,
    "search": search.main,
    "figures": figures.main,
    "report": report.main,
    "pack": pack.main,
    "tick": tick.main,
    "window": window.main,
    "heartbeat": lambda: max(heartbeat.main(), pages.main()),
    "door": door.main,
}


def main(names: list[str]) -> int:
    """Run those named, or all."""
    unknown = set(names) - set(ALL)
    if unknown:
        print(f"no such benchmark: {', '.join(sorted(unknown))}; there are {', '.join(ALL)}")
        return 2
    return max([ALL[name]() for name in names or ALL])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""No committed file names the address of a package index or a path of somebody's machine."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tools.checks.source import Source

# A class of one letter keeps each pattern from matching its own line.
INDEX = re.compile(r"py[p]i\.org|python[h]osted\.org|--(extra-)?inde[x]-url|PIP_INDE[X]_URL")
MACHINE = re.compile(r"(?<![\w.])/(wor[k]/|roo[t]/|home/\w+/)|bash[_]jobs")
# How uv is told to leave the addresses out.
ALLOWED = "--no-emit-index-url"


def find(sources: list[Source]) -> Iterator[str]:
    """The lines that name one."""
    for source in sources:
        for number, line in enumerate((source.text or "").splitlines(), start=1):
            if INDEX.search(line.replace(ALLOWED, "")):
                yield f"{source.name}:{number}: names the address of a package index"
            if MACHINE.search(line):
                yield f"{source.name}:{number}: names a path of one machine"

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every Python file, form tool and build file says whose it is and under which licence."""

from __future__ import annotations

from collections.abc import Iterator

from tools.checks.source import Source

HEADER = (
    "# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors",
    "# SPDX-License-Identifier: EUPL-1.2",
)
ENDINGS = (".py", ".toml", ".spec", "Makefile", ".gitignore", ".ci/run")


def find(sources: list[Source]) -> Iterator[str]:
    """Files whose first lines are not the two of the header (after a line that starts a shell)."""
    for source in sources:
        if source.name.endswith(ENDINGS) and source.text:
            lines = [line for line in source.text.splitlines()[:3] if not line.startswith("#!")]
            if tuple(lines[:2]) != HEADER:
                yield f"{source.name}: the two lines of the SPDX header are missing"

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The files of the project as the checks see them."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

PACKAGE = "buurthuis_admin"
GENERATED = f"{PACKAGE}/gui/forms/ui_"


@dataclass(frozen=True)
class Source:
    """One file, by its place in the project."""

    root: Path
    name: str

    @cached_property
    def text(self) -> str | None:
        """The file as text; None when it is not text."""
        try:
            return (self.root / self.name).read_text("utf-8")
        except UnicodeDecodeError:
            return None

    @cached_property
    def tree(self) -> ast.Module:
        """The file as Python."""
        return ast.parse(self.text or "", filename=self.name)

    @property
    def is_python(self) -> bool:
        """Whether people wrote it in Python."""
        return self.name.endswith(".py") and not self.name.startswith(GENERATED)


def read_sources(root: Path) -> list[Source]:
    """Every file that is committed or would be: what git ignores is left out."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=True)
    names = sorted(set(filter(None, listed.stdout.split("\0"))))
    return [Source(root, name) for name in names if (root / name).is_file()]


def python_in(sources: list[Source], *folders: str) -> Iterator[Source]:
    """The Python that people wrote under the given folders; without any, all of it."""
    for source in sources:
        if source.is_python and (not folders or source.name.startswith(folders)):
            yield source

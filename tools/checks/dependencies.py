# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the program imports is what pyproject.toml asks for, no more and no less."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions

from tools.checks.source import PACKAGE, Source, python_in

# Ways to reach a package by its name.
BY_NAME = {"find_spec", "import_module"}
# Asked for, but never imported by the package itself: the fonts are cut from these at set-up.
FOR_SET_UP = {"fontpkg-noto-sans", "fontpkg-noto-sans-arabic", "fonttools"}


def find(sources: list[Source]) -> Iterator[str]:
    """Imports that nothing asks for, and packages that nothing imports."""
    asked = next((_asked(source) for source in sources if source.name == "pyproject.toml"), set())
    provided = packages_distributions()
    used: set[str] = set()
    for source in python_in(sources, PACKAGE):
        for module, line in _imports(source.tree):
            names = {normal(name) for name in provided.get(module, [])}
            used |= names
            if names and not names & asked:
                yield f"{source.name}:{line}: {module} is imported but not in pyproject.toml"
    yield from (
        f"pyproject.toml: {name} is never imported" for name in sorted(asked - used - FOR_SET_UP)
    )


def normal(name: str) -> str:
    """A package's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _asked(source: Source) -> set[str]:
    asked = tomllib.loads(source.text or "")["project"]["dependencies"]
    return {normal(re.split(r"[\s<>=!~;\[]", line, maxsplit=1)[0]) for line in asked}


def _imports(tree: ast.Module) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom | ast.Call):
            for name in _named(node):
                top = name.partition(".")[0]
                if top not in sys.stdlib_module_names and top != PACKAGE:
                    yield top, node.lineno


def _named(node: ast.Import | ast.ImportFrom | ast.Call) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [node.module] if node.module and not node.level else []
    called = ast.unparse(node.func).rpartition(".")[2]
    literal = node.args and isinstance(node.args[0], ast.Constant)
    return [ast.literal_eval(node.args[0])] if literal and called in BY_NAME else []

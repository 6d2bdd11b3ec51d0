# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Modules stay under 400 lines and functions stay short."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from statistics import median, quantiles

from tools.checks.source import PACKAGE, Source, python_in

MODULE_LINES = 400
MEDIAN_LINES = 10
NINE_IN_TEN_LINES = 30


def find(sources: list[Source]) -> Iterator[str]:
    """Modules that are too long, and functions that are too long on the whole."""
    for source in python_in(sources):
        lines = (source.text or "").count("\n")
        if lines >= MODULE_LINES:
            yield f"{source.name}: {lines} lines; split it before {MODULE_LINES}"
    lengths = [
        length for source in python_in(sources, PACKAGE) for length in function_lengths(source)
    ]
    yield from _too_long(lengths)


def function_lengths(source: Source) -> Iterator[int]:
    """The lines of each function, without its decorators and its docstring."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.body[0]
            documented = ast.get_docstring(node, clean=False) is not None
            told = (first.end_lineno or 0) - first.lineno + 1 if documented else 0
            yield (node.end_lineno or 0) - node.lineno + 1 - told


def _too_long(lengths: list[int]) -> Iterator[str]:
    if len(lengths) < 10:
        return
    middle, long = median(lengths), quantiles(lengths, n=10)[-1]
    if middle > MEDIAN_LINES:
        yield f"functions: the median is {middle:g} lines; at most {MEDIAN_LINES}"
    if long >= NINE_IN_TEN_LINES:
        yield f"functions: one in ten has {long:g} lines; at most {NINE_IN_TEN_LINES}"

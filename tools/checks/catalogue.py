# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is wrong with a call of ``_`` or with a translation."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter

TEXT_ARGUMENTS = {"_": 1, "ngettext": 2}
# Words that blame or alarm the reader; PRODUCT.md forbids them on the screen.
FORBIDDEN_WORDS = re.compile(r"\b(ongeldige?|oeps|sorry|fout opgetreden)\b", re.IGNORECASE)


def wrong_calls(path: Path, root: Path) -> Iterator[str]:
    """Calls whose text cannot be found beforehand, or that run when the module is imported."""
    name = path.relative_to(root).as_posix()
    tree = ast.parse(path.read_text("utf-8"), filename=name)
    inside = {id(call) for call in _calls_in_functions(tree)}
    for call in _calls(tree):
        problem = _problem_with(call)
        if problem is None and id(call) not in inside:
            problem = "is looked up at import time, before the language is known"
        if problem is not None:
            yield f"{name}:{call.lineno}: the text of {_called(call)}() {problem}"


def _called(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _calls(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _called(node) in TEXT_ARGUMENTS:
            yield node


def _calls_in_functions(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Lambda):
            yield from _calls(node.body)
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            for statement in node.body:
                yield from _calls(statement)


def _problem_with(call: ast.Call) -> str | None:
    texts = call.args[: TEXT_ARGUMENTS[_called(call)]]
    for text in texts:
        if isinstance(text, ast.JoinedStr):
            return "is an f-string; use named placeholders and .format()"
        if not (isinstance(text, ast.Constant) and isinstance(text.value, str)):
            return "is not one literal string"
        if not text.value:
            return "is empty"
    return None if len(texts) == TEXT_ARGUMENTS[_called(call)] else "is missing"


def placeholders(text: str) -> set[str]:
    """The named places of a text, as ``str.format`` reads them."""
    return {
        field for _text, field, _spec, _conversion in Formatter().parse(text) if field is not None
    }


def wrong_entries(
    dutch: Mapping[str | tuple[str, str], str | tuple[str, ...]],
) -> Iterator[str]:
    """Translations that do not fit their source."""
    for english, translated in dutch.items():
        for source, text in _pairs(english, translated):
            problem = _problem_between(source, text, last=source is not english)
            if problem is not None:
                yield f"{source!r} → {text!r}: {problem}"


def _pairs(
    english: str | tuple[str, str], dutch: str | tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    if isinstance(english, str) and isinstance(dutch, str):
        yield english, dutch
    else:
        yield from zip(english, dutch, strict=True)


def _problem_between(source: str, text: str, *, last: bool) -> str | None:
    try:
        asked, given = placeholders(source), placeholders(text)
    except ValueError:
        return "has a brace that str.format cannot read"
    # 'one row' may leave the number out or name it; a text on its own may not.
    if asked != given and not (last and given ^ asked <= {"count"}):
        return f"placeholders differ: {sorted(asked)} and {sorted(given)}"
    if _edges(source) != _edges(text):
        return "begins or ends with other white space"
    if FORBIDDEN_WORDS.search(text):
        return "holds a word that we do not say to the user"
    return None


def _edges(text: str) -> tuple[str, str]:
    return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]

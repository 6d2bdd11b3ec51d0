# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""An attribute that hides a method of Qt: ``self.actions = []`` breaks the widget, silently."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from importlib import import_module

from tools.checks.source import PACKAGE, Source, python_in

QT_MODULES = (
    "QtCore",
    "QtGui",
    "QtWidgets",
    "QtSvg",
    "QtSvgWidgets",
    "QtPdf",
    "QtPdfWidgets",
    "QtPrintSupport",
)


@cache
def qt_attributes(name: str) -> frozenset[str]:
    """What a class of Qt has by itself; empty when Qt has no such class."""
    for module in QT_MODULES:
        found = getattr(import_module(f"PySide6.{module}"), name, None)
        if isinstance(found, type):
            return frozenset(dir(found)) - frozenset(dir(object))
    return frozenset()


def find(sources: list[Source]) -> Iterator[str]:
    """Attributes of our widgets and models that carry the name of something of Qt."""
    ours = list(python_in(sources, f"{PACKAGE}/gui", f"{PACKAGE}/app.py"))
    bases = {node.name: _bases(node) for source in ours for node in _classes(source.tree)}
    for source in ours:
        for node in _classes(source.tree):
            taken = _inherited(node.name, bases, frozenset())
            for name, line in _attributes(node):
                if name in taken:
                    yield f"{source.name}:{line}: {node.name}.{name} hides Qt's own {name}"


def _classes(tree: ast.Module) -> Iterator[ast.ClassDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef))


def _bases(node: ast.ClassDef) -> tuple[str, ...]:
    names = []
    for base in node.bases:
        bare = base.value if isinstance(base, ast.Subscript) else base
        if isinstance(bare, ast.Name | ast.Attribute):
            names.append(bare.id if isinstance(bare, ast.Name) else bare.attr)
    return tuple(names)


def _inherited(
    name: str, bases: dict[str, tuple[str, ...]], seen: frozenset[str]
) -> frozenset[str]:
    if name in seen:
        return frozenset()
    if name not in bases:
        return qt_attributes(name)
    above = (_inherited(base, bases, seen | {name}) for base in bases[name])
    return frozenset().union(*above)


def _attributes(node: ast.ClassDef) -> Iterator[tuple[str, int]]:
    for statement in node.body:
        yield from (
            (target.id, target.lineno)
            for target in _targets(statement)
            if isinstance(target, ast.Name)
        )
        if isinstance(statement, ast.FunctionDef):
            if any(
                isinstance(mark, ast.Name) and mark.id == "property"
                for mark in statement.decorator_list
            ):
                yield statement.name, statement.lineno
            for inner in ast.walk(statement):
                yield from _set_on_self(inner)


def _set_on_self(node: ast.AST) -> Iterator[tuple[str, int]]:
    for target in _targets(node):
        if isinstance(target, ast.Attribute) and ast.unparse(target.value) == "self":
            yield target.attr, target.lineno


def _targets(node: ast.AST) -> list[ast.expr]:
    if isinstance(node, ast.Assign):
        return node.targets
    return [node.target] if isinstance(node, ast.AnnAssign) else []

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Small XML parts as a tree, and a parser for big ones, that refuse every declared entity."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Never
from xml.parsers import expat

from buurthuis_admin.importing.reading.failure import CannotRead, DeclaredEntity, Reason

MAX_DEPTH = 200


@dataclass(slots=True)
class Node:
    """An element under its name without namespace, with attributes likewise."""

    name: str
    attributes: dict[str, str]
    children: list[Node] = field(default_factory=list)
    text: str = ""

    def find(self, name: str) -> Node | None:
        """The first child of that name."""
        return next((child for child in self.children if child.name == name), None)

    def all(self, name: str) -> Iterator[Node]:
        """The element itself and all below it of that name, in the order of the file."""
        if self.name == name:
            yield self
        for child in self.children:
            yield from child.all(name)

    def whole_text(self) -> str:
        """The text of the element and of all below it."""
        return self.text + "".join(child.whole_text() for child in self.children)


def parser() -> expat.XMLParserType:
    """A parser that stops at a declared entity: no spreadsheet has one, every XML bomb does."""
    made = expat.ParserCreate()
    made.buffer_text = True
    made.EntityDeclHandler = _refuse
    return made


def parse(data: bytes) -> Node:
    """The tree of a small part; raises CannotRead when it is no XML."""
    root = Node("", {})
    path = [root]

    def start(name: str, attributes: dict[str, str]) -> None:
        if len(path) > MAX_DEPTH:
            raise CannotRead(Reason.DAMAGED)
        node = Node(local(name), {local(key): value for key, value in attributes.items()})
        path[-1].children.append(node)
        path.append(node)

    def text(data: str) -> None:
        path[-1].text += data

    made = parser()
    made.StartElementHandler = start
    made.EndElementHandler = lambda _name: path.pop()
    made.CharacterDataHandler = text
    run(made, data)
    return root


def run(made: expat.XMLParserType, data: bytes) -> None:
    """Parse all of the data; what is no XML is damaged."""
    try:
        made.Parse(data, True)
    except (expat.ExpatError, ValueError) as error:
        raise CannotRead(Reason.DAMAGED) from error


def local(name: str) -> str:
    """The name without its prefix."""
    return name.rpartition(":")[2]


def _refuse(*_declaration: object) -> Never:
    raise DeclaredEntity

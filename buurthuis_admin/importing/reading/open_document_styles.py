# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The styles of an OpenDocument file that carry meaning: strike-through, background, hidden."""

from __future__ import annotations

import re

from buurthuis_admin.importing.reading.openxml_styles import WHITE

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_LINE_THROUGH = ("style:text-line-through-style", "style:text-line-through-type")


class StyleBook:
    """Collects named styles as their elements pass by; a style takes over from its parent."""

    def __init__(self) -> None:
        self.struck: set[str] = set()
        self.fills: dict[str, str] = {}
        self.hidden_tables: set[str] = set()
        self._current = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element outside of the tables begins."""
        if name == "style:style":
            self._begin(attributes)
        elif not self._current:
            return
        elif name == "style:text-properties":
            self._text_properties(attributes)
        elif name == "style:table-cell-properties":
            self._cell_properties(attributes.get("fo:background-color", ""))
        elif name == "style:table-properties" and attributes.get("table:display") == "false":
            self.hidden_tables.add(self._current)

    def _begin(self, attributes: dict[str, str]) -> None:
        self._current = attributes.get("style:name", "")
        parent = attributes.get("style:parent-style-name", "")
        if parent in self.struck:
            self.struck.add(self._current)
        if parent in self.fills:
            self.fills[self._current] = self.fills[parent]

    def _text_properties(self, attributes: dict[str, str]) -> None:
        lines = [attributes[name] for name in _LINE_THROUGH if name in attributes]
        if lines and all(line == "none" for line in lines):
            self.struck.discard(self._current)
        elif any(line != "none" for line in lines):
            self.struck.add(self._current)

    def _cell_properties(self, colour: str) -> None:
        if _COLOUR.fullmatch(colour) and colour.upper() != WHITE:
            self.fills[self._current] = colour.upper()
        elif colour:
            self.fills.pop(self._current, None)

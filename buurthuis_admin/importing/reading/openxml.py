# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A second look at xlsx and xlsm: what calamine does not tell, by a quick scan of the XML.

Patterns instead of a parser, because a sheet of a million cells must take a fraction of a
second; they rest on what every writer of such files does (one ``<c …>`` per cell). The look
never changes a value, so a file that fools a pattern loses a colour and no data.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from html import unescape

from buurthuis_admin.importing.reading.archive import Archive
from buurthuis_admin.importing.reading.failure import CannotRead, DeclaredEntity
from buurthuis_admin.importing.reading.look import MAX_POSITIONS, Look
from buurthuis_admin.importing.reading.openxml_styles import Styles, read_styles
from buurthuis_admin.importing.reading.tidy import check_extent, column_number
from buurthuis_admin.importing.reading.xml_tree import Node, parse
from buurthuis_admin.importing.workbook import Position

MAX_COMMENT_PART = 10 * 2**20

_FIRST_REFERENCE = re.compile(rb' r="([A-Z]{1,3})(\d{1,7})"')
_FILLED = re.compile(rb"<(?:\w+:)?c\s([^<>]*[^<>/])>")
_REFERENCE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_STYLE = re.compile(rb'\bs="(\d+)"')
_ERROR = re.compile(
    rb'<(?:\w+:)?c\s([^<>]*\bt="e"[^<>]*)>'
    rb"(?:<(?:\w+:)?f\b[^<>]*(?:/>|>[^<]*</(?:\w+:)?f>))?\s*<(?:\w+:)?v>([^<]{0,40})</"
)
_WITHOUT_VALUE = re.compile(
    rb"<(?:\w+:)?c\s([^<>]*)>\s*<(?:\w+:)?f\b[^<>]*(?:/>|>[^<]*</(?:\w+:)?f>)"
    rb"\s*(<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_ROW_TAG = re.compile(rb"<(?:\w+:)?row\s([^<>]*)>")
_HIDDEN_COLUMNS = re.compile(rb"<(?:\w+:)?col\s([^<>]*\bhidden=\"(?:1|true)\"[^<>]*)>")
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
_MINIMUM = re.compile(rb'\bmin="(\d{1,7})"')
_MAXIMUM = re.compile(rb'\bmax="(\d{1,7})"')
_NUMBER = re.compile(rb'\br="(\d{1,7})"')
_LAST_COLUMN = 16_384


@dataclass(frozen=True, slots=True)
class SheetPart:
    """Where the archive keeps one sheet."""

    name: str
    part: str


def look_at_all(archive: Archive) -> dict[str, Look]:
    """The look of each sheet by its name; refuses a sheet whose cells lie too far apart."""
    styles = read_styles(_part(archive, "xl/styles.xml"), _part(archive, "xl/theme/theme1.xml"))
    looks = {}
    for sheet in sheet_parts(archive):
        data = archive.read(sheet.part)
        if data is not None:
            look = look_at(data, styles, sheet.name)
            look.comments = _comments(archive, sheet.part)
            looks[sheet.name] = look
    return looks


def sheet_parts(archive: Archive) -> list[SheetPart]:
    """The sheets in the order of the tabs."""
    targets = _targets(archive, "xl/workbook.xml")
    return [
        SheetPart(node.attributes["name"], targets[node.attributes["id"]][1])
        for node in parse(_part(archive, "xl/workbook.xml")).all("sheet")
        if "name" in node.attributes and node.attributes.get("id") in targets
    ]


def look_at(data: bytes, styles: Styles, name: str) -> Look:
    """The look of one sheet."""
    if b"<!" in data and b"<!ENTITY" in data:
        raise DeclaredEntity
    _judge_extent(data, name)
    look = Look(filled_cells=_FILLED.search(data) is not None)
    _add_styled(look, data, styles)
    _add_hidden(look, data)
    if b't="e"' in data:
        look.errors = {
            position: unescape(match[2].decode("utf-8", "replace"))
            for match in _ERROR.finditer(data)
            if (position := _position(match[1])) is not None
        }
    if b"<f" in data or b":f" in data:
        look.missing = set(_missing(data))
    return look


def _judge_extent(data: bytes, name: str) -> None:
    """First by the last cell of each row, which is quick; then by those with content."""
    try:
        check_extent(*_extent(_last_cells(data)), name)
    except CannotRead:
        check_extent(*_extent(_REFERENCE.findall(b"\n".join(_FILLED.findall(data)))), name)


def _last_cells(data: bytes) -> list[tuple[bytes, bytes]]:
    """The references of the last cell of each row, filled or not.

    Cells stand in order; a file made to mislead here meets the limit on memory instead.
    """
    found = (_FIRST_REFERENCE.match(row, row.rfind(b' r="')) for row in data.split(b"row>") if row)
    return [(match[1], match[2]) for match in found if match]


def _extent(references: list[tuple[bytes, bytes]]) -> tuple[int, int]:
    height = max((int(row) for _letters, row in references), default=0)
    letters = {column for column, _row in references}
    return height, max((column_number(each) + 1 for each in letters), default=0)


def _add_styled(look: Look, data: bytes, styles: Styles) -> None:
    wanted = styles.remarkable()
    if not wanted:
        return
    names = b"|".join(str(index).encode() for index in sorted(wanted))
    cells = re.compile(rb'<(?:\w+:)?c\s([^<>]*?\bs="(?:' + names + rb')"[^<>]*)>')
    for match in cells.finditer(data):
        position, style = _position(match[1]), _STYLE.search(match[1])
        if position is not None and style is not None:
            _wear(look, position, int(style[1]), styles)


def _wear(look: Look, position: Position, style: int, styles: Styles) -> None:
    if style in styles.struck and len(look.struck) < MAX_POSITIONS:
        look.struck.add(position)
    if style in styles.fills and len(look.fills) < MAX_POSITIONS:
        look.fills[position] = styles.fills[style]
    if style in styles.zeros:
        look.zeros[position] = styles.zeros[style]


def _add_hidden(look: Look, data: bytes) -> None:
    if b'hidden="' not in data:
        return
    for match in _ROW_TAG.finditer(data):
        number = _NUMBER.search(match[1])
        if number and _HIDDEN.search(match[1]):
            look.hidden_rows.add(int(number[1]) - 1)
    for match in _HIDDEN_COLUMNS.finditer(data):
        first, last = _MINIMUM.search(match[1]), _MAXIMUM.search(match[1])
        if first and last:
            look.hidden_columns.update(range(int(first[1]) - 1, min(int(last[1]), _LAST_COLUMN)))


def _missing(data: bytes) -> list[Position]:
    """Formulas without an outcome; one whose outcome is an empty text has a value."""
    positions = []
    for match in _WITHOUT_VALUE.finditer(data):
        position = _position(match[1])
        if position is not None and not (match[2] and b't="str"' in match[1]):
            positions.append(position)
    return positions


def _position(attributes: bytes) -> Position | None:
    match = _REFERENCE.search(attributes)
    return (int(match[2]) - 1, column_number(match[1])) if match else None


def _comments(archive: Archive, sheet_part: str) -> dict[Position, str]:
    comments = {}
    for kind, target in _targets(archive, sheet_part).values():
        data = archive.read(target) if kind.endswith("/comments") else None
        for node in parse(data).all("comment") if data and len(data) < MAX_COMMENT_PART else ():
            position = _position(b'r="%s"' % node.attributes.get("ref", "").encode())
            if position is not None:
                comments[position] = _comment_text(node)
    return comments


def _comment_text(comment: Node) -> str:
    return "".join(node.text for node in comment.all("t")).strip()


def _targets(archive: Archive, part: str) -> dict[str, tuple[str, str]]:
    """The parts that a part refers to: id → (kind, name)."""
    folder, _slash, file_name = part.rpartition("/")
    data = archive.read(f"{folder}/_rels/{file_name}.rels")
    return {
        node.attributes["Id"]: (node.attributes.get("Type", ""), _resolved(folder, node))
        for node in (parse(data).all("Relationship") if data else ())
        if "Id" in node.attributes
    }


def _resolved(folder: str, relation: Node) -> str:
    return posixpath.normpath(posixpath.join("/" + folder, relation.attributes.get("Target", "")))


def _part(archive: Archive, name: str) -> bytes:
    return archive.read(name) or b"<none/>"

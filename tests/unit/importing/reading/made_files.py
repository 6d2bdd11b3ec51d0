# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Makes the small spreadsheet files that the reading tests look at."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import openpyxl

_NAMESPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        ("office", "office"),
        ("table", "table"),
        ("text", "text"),
        ("style", "style"),
        ("fo", "xsl-fo-compatible"),
    )
)
OPEN_DOCUMENT_TYPE = "application/vnd.oasis.opendocument.spreadsheet"


def xlsx(fill: Callable[[Any], None]) -> bytes:
    """An xlsx file with one sheet 'Blad1', as openpyxl writes it."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Blad1"
    fill(sheet)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def sheet_xml(content: bytes, change: Callable[[str], str]) -> bytes:
    """The xlsx file with the XML of its first sheet changed."""
    return with_parts(
        content, {"xl/worksheets/sheet1.xml": lambda xml: change(xml.decode()).encode()}
    )


def with_parts(content: bytes, changes: dict[str, Callable[[bytes], bytes]]) -> bytes:
    """The zip file with some of its parts changed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w", 8) as new:
        for name in old.namelist():
            new.writestr(name, changes[name](old.read(name)) if name in changes else old.read(name))
    return stream.getvalue()


def zipped(parts: dict[str, str]) -> bytes:
    """A zip file of these parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return stream.getvalue()


def flat_ods(body: str, styles: str = "", root: str = "document") -> str:
    """An OpenDocument spreadsheet as one document."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:{root} {_NAMESPACES}>'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body>"
        f"</office:{root}>"
    )


def ods(body: str, styles: str = "") -> bytes:
    """An .ods file with this body."""
    return zipped(
        {
            "mimetype": OPEN_DOCUMENT_TYPE,
            "META-INF/manifest.xml": "<manifest/>",
            "content.xml": flat_ods(body, styles, "document-content"),
        }
    )

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Spreadsheets written from plain rows, so that the same rows always give the same file.

xlsx by openpyxl (with the clock taken out), ods by hand: it is a zip with XML, and no library
here writes it. For the example box and for the boxes of the tests.
"""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from openpyxl import Workbook as OpenpyxlWorkbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

Cell = str | int | float | bool | datetime.date | None
Rows = Sequence[Sequence[Cell]]
_MOMENT = (2024, 1, 1, 12, 0, 0)
_CLOCK = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


@dataclass
class SheetRows:
    """A sheet to write: rows, and what they wear."""

    name: str
    rows: Rows
    merged: Sequence[str] = ()  # 'B3:E3'
    struck: Sequence[int] = ()  # rows, counted from 1
    hidden_columns: Sequence[str] = ()
    formats: dict[str, str] = field(default_factory=dict)  # column → number format


def xlsx_bytes(sheets: Sequence[SheetRows]) -> bytes:
    """An xlsx file with these sheets, without the time at which it was made."""
    book = OpenpyxlWorkbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        page = book.create_sheet(sheet.name)
        for number, row in enumerate(sheet.rows, 1):
            for column, value in enumerate(row, 1):
                if value is None:
                    continue
                cell = page.cell(number, column, value)
                letter = get_column_letter(column)
                if letter in sheet.formats and not isinstance(value, str):
                    cell.number_format = sheet.formats[letter]
                elif isinstance(value, datetime.date):
                    cell.number_format = "DD-MM-YYYY"
                if number in sheet.struck:
                    cell.font = Font(strike=True)
        for block in sheet.merged:
            page.merge_cells(block)
        for letter in sheet.hidden_columns:
            page.column_dimensions[letter].hidden = True
    made = io.BytesIO()
    book.save(made)
    return _without_clock(made.getvalue())


def _without_clock(data: bytes) -> bytes:
    moment = "{}-{:02}-{:02}T{:02}:{:02}:{:02}Z".format(*_MOMENT).encode()
    parts: dict[str, bytes] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            parts[name] = archive.read(name)
    parts["docProps/core.xml"] = _CLOCK.sub(moment, parts["docProps/core.xml"])
    return _zipped(parts)


def _zipped(parts: dict[str, bytes], stored: Sequence[str] = ()) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, _MOMENT)
            info.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return made.getvalue()


# --- ods -------------------------------------------------------------------------------------

_NAMESPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in (
        ("office", "office"),
        ("table", "table"),
        ("text", "text"),
        ("style", "style"),
        ("number", "datastyle"),
    )
)
_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
    '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)
_ODS_TYPE = "application/vnd.oasis.opendocument.spreadsheet"


def ods_bytes(sheets: Sequence[SheetRows]) -> bytes:
    """An ods file with these sheets."""
    tables = "".join(_ods_table(sheet) for sheet in sheets)
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_NAMESPACES} office:version="1.2">'
        '<office:automatic-styles><number:date-style style:name="N1"><number:day number:style="long"/>'
        '<number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text>'
        '<number:year number:style="long"/></number:date-style>'
        '<style:style style:name="D1" style:family="table-cell" style:data-style-name="N1"/></office:automatic-styles>'
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    parts = {
        "mimetype": _ODS_TYPE.encode(),
        "content.xml": content.encode(),
        "META-INF/manifest.xml": _MANIFEST.encode(),
    }
    return _zipped(parts, stored=("mimetype",))


def _ods_table(sheet: SheetRows) -> str:
    width = max((len(row) for row in sheet.rows), default=1)
    rows = "".join(
        f"<table:table-row>{''.join(map(_ods_cell, row)) or '<table:table-cell/>'}</table:table-row>"
        for row in sheet.rows
    )
    columns = f'<table:table-column table:number-columns-repeated="{width}"/>'
    return f"<table:table table:name={quoteattr(sheet.name)}>{columns}{rows}</table:table>"


def _ods_cell(value: Cell) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, datetime.date):
        shown = value.strftime("%d-%m-%Y")
        kind = f'table:style-name="D1" office:value-type="date" office:date-value="{value.isoformat()}"'
    elif isinstance(value, int | float):
        shown = str(value)
        kind = f'office:value-type="float" office:value="{value}"'
    else:
        shown = value
        kind = 'office:value-type="string"'
    paragraphs = "".join(f"<text:p>{escape(line)}</text:p>" for line in shown.split("\n"))
    return f"<table:table-cell {kind}>{paragraphs}</table:table-cell>"


# --- csv -------------------------------------------------------------------------------------


def csv_bytes(rows: Rows, delimiter: str = ";", encoding: str = "utf-8-sig") -> bytes:
    """A csv file as Dutch programs write it: dates as 31-12-2024, decimals with a comma."""
    lines = [delimiter.join(_csv_cell(value, delimiter) for value in row) for row in rows]
    return ("\r\n".join(lines) + "\r\n").encode(encoding)


def _csv_cell(value: Cell, delimiter: str) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime.date):
        return value.strftime("%d-%m-%Y")
    text = str(value).replace(".", ",") if isinstance(value, float) else str(value)
    if delimiter in text or '"' in text or "\n" in text:
        return '"' + text.replace('"', '""') + '"'
    return text


def write_sheets(
    path: Path, sheets: Sequence[SheetRows], *, delimiter: str = ";", encoding: str = "utf-8-sig"
) -> None:
    """Write a file in the format that its name asks for."""
    if path.suffix == ".xlsx":
        path.write_bytes(xlsx_bytes(sheets))
    elif path.suffix == ".ods":
        path.write_bytes(ods_bytes(sheets))
    else:
        path.write_bytes(csv_bytes(sheets[0].rows, delimiter, encoding))

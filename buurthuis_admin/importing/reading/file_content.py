# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""One file from its bytes to a workbook: sniff, judge, choose the reader."""

from __future__ import annotations

import hashlib
from pathlib import Path, PurePath

from buurthuis_admin.importing.reading.archive import Archive
from buurthuis_admin.importing.reading.failure import CannotRead, Reason
from buurthuis_admin.importing.reading.look import sheet_notes
from buurthuis_admin.importing.sniff import ZIP, Kind, extension_differs, sniff
from buurthuis_admin.importing.workbook import FileFormat, ReadCode, ReadNote, Sheet, Workbook

_FORMATS = {
    Kind.OLE_EXCEL: FileFormat.XLS,
    Kind.BARE_BIFF: FileFormat.XLS,
    Kind.XLSX: FileFormat.XLSX,
    Kind.XLSM: FileFormat.XLSM,
    Kind.XLSB: FileFormat.XLSB,
    Kind.ODS: FileFormat.ODS,
    Kind.FLAT_ODS: FileFormat.ODS,
    Kind.HTML: FileFormat.HTML,
    Kind.TEXT: FileFormat.CSV,
}
_REFUSED = {
    Kind.EMPTY: Reason.EMPTY,
    Kind.ENCRYPTED: Reason.PROTECTED,
    Kind.DAMAGED_ZIP: Reason.DAMAGED,
    Kind.UNKNOWN: Reason.UNKNOWN_KIND,
}


def read_file(path: Path, max_size: int) -> Workbook:
    """The workbook in the file; raises CannotRead."""
    return read_content(_bytes(path, max_size), path.name)


def read_content(content: bytes, file_name: str) -> Workbook:
    """The workbook in these bytes; raises CannotRead, also when no cell is filled."""
    archive = Archive(content) if content.startswith(ZIP) else None
    kind = sniff(content, archive.zip if archive else None)
    if kind in _REFUSED:
        raise CannotRead(_REFUSED[kind])
    sheets, notes, encoding = _read(kind, content, archive, PurePath(file_name).stem)
    if not any(sheet.rows or sheet.error_cells for sheet in sheets):
        raise CannotRead(Reason.EMPTY)
    return Workbook(
        file_name=file_name,
        file_format=_FORMATS[kind],
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        sheets=tuple(sheets),
        encoding=encoding,
        notes=(*_name_notes(kind, file_name), *notes, *_all_sheet_notes(sheets)),
    )


def _read(
    kind: Kind, content: bytes, archive: Archive | None, title: str
) -> tuple[list[Sheet], list[ReadNote], str | None]:
    """The readers are imported when they are needed: most boxes need only some of them."""
    if kind in (Kind.TEXT, Kind.HTML):
        return _read_text(kind, content, title)
    if kind in (Kind.ODS, Kind.FLAT_ODS):
        return *_read_open_document(content, archive), None
    from buurthuis_admin.importing.reading import excel

    if archive is None:
        return *excel.read_old(content), None
    if kind is Kind.XLSB:
        return *excel.read_without_look(content), None
    return *excel.read_openxml(content, archive), None


def _read_open_document(
    content: bytes, archive: Archive | None
) -> tuple[list[Sheet], list[ReadNote]]:
    from buurthuis_admin.importing.reading import open_document

    if archive is None:
        return open_document.read_flat(content), []
    document = open_document.content_of(archive)
    if len(document) <= open_document.MAX_WITH_LOOK:
        return open_document.read_flat(document, archive.read("styles.xml")), []
    from buurthuis_admin.importing.reading import excel, open_document_extent

    open_document_extent.judge(document)
    return excel.read_without_look(content)


def _read_text(
    kind: Kind, content: bytes, title: str
) -> tuple[list[Sheet], list[ReadNote], str | None]:
    from buurthuis_admin.importing.reading import csv_text, html_table
    from buurthuis_admin.importing.reading.look import Look, make_sheet

    text, encoding, guessed = csv_text.decode(content)
    notes = [ReadNote(ReadCode.ENCODING_GUESSED, {"encoding": encoding})] if guessed else []
    if kind is Kind.HTML:
        return html_table.read_html(text), notes, encoding
    return [make_sheet(title, csv_text.read_rows(text), Look())], notes, encoding


def _bytes(path: Path, max_size: int) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(max_size + 1)
    except FileNotFoundError as error:
        raise CannotRead(Reason.MISSING) from error
    except IsADirectoryError as error:
        raise CannotRead(Reason.UNKNOWN_KIND) from error
    except OSError as error:  # another program holds it, no permission, a stick pulled out
        raise CannotRead(Reason.LOCKED) from error
    if len(content) > max_size:
        raise CannotRead(Reason.TOO_LARGE)
    return content


def _name_notes(kind: Kind, file_name: str) -> list[ReadNote]:
    if not extension_differs(kind, file_name):
        return []
    extension = PurePath(file_name).suffix.lower().lstrip(".")
    params = {"extension": extension, "actual": _FORMATS[kind].value}
    return [ReadNote(ReadCode.EXTENSION_DIFFERS, params)]


def _all_sheet_notes(sheets: list[Sheet]) -> list[ReadNote]:
    return [note for sheet in sheets for note in sheet_notes(sheet)]

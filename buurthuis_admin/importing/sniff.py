# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tells how a file is written from its first bytes and its inside, never from its name."""

from __future__ import annotations

import re
import zipfile
from enum import Enum
from pathlib import PurePath

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
BARE_BIFF = re.compile(rb"\x09[\x00\x02\x04\x08][\x04\x06\x08\x10]\x00")
UNICODE_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
OTHER_KINDS = (b"%PDF", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf")
CONTROL = re.compile(rb"[\x01-\x06\x0e-\x1a\x1c-\x1f]")
HEAD = 4096


class Kind(Enum):
    """How the content is written."""

    OLE_EXCEL = "ole_excel"
    BARE_BIFF = "bare_biff"
    XLSX = "xlsx"
    XLSM = "xlsm"
    XLSB = "xlsb"
    ODS = "ods"
    FLAT_ODS = "fods"
    HTML = "html"
    TEXT = "text"
    ENCRYPTED = "encrypted"
    DAMAGED_ZIP = "damaged_zip"
    EMPTY = "empty"
    UNKNOWN = "unknown"


USUAL_EXTENSIONS: dict[Kind, tuple[str, ...]] = {
    Kind.OLE_EXCEL: ("xls", "xlt"),
    Kind.BARE_BIFF: ("xls", "xlt"),
    Kind.XLSX: ("xlsx", "xltx"),
    Kind.XLSM: ("xlsm", "xltm"),
    Kind.XLSB: ("xlsb",),
    Kind.ODS: ("ods", "ots"),
    Kind.FLAT_ODS: ("fods",),
    Kind.HTML: ("html", "htm"),
    Kind.TEXT: ("csv", "txt", "tsv", "tab"),
}
"""The extensions under which a kind is expected; the first is its own."""


def extension_differs(kind: Kind, file_name: str) -> bool:
    """Whether the name says otherwise than the content."""
    usual = USUAL_EXTENSIONS.get(kind, ())
    return bool(usual) and PurePath(file_name).suffix.lower().lstrip(".") not in usual


def sniff(content: bytes, archive: zipfile.ZipFile | None = None) -> Kind:
    """The kind of the content; ``archive`` is it opened as a zip file, where it is one."""
    if not content.strip(b"\0 \t\r\n"):
        return Kind.EMPTY
    if content.startswith(OLE):
        return _inside_ole(content)
    if content.startswith(ZIP):
        return _inside_zip(archive) if archive else Kind.DAMAGED_ZIP
    if BARE_BIFF.match(content):
        return Kind.BARE_BIFF
    return _text(content)


def _inside_ole(content: bytes) -> Kind:
    """An OLE file names its parts in UTF-16; an encrypted xlsx lies in one too."""
    if _wide("EncryptedPackage") in content:
        return Kind.ENCRYPTED
    if _wide("WordDocument") in content or _wide("PowerPoint Document") in content:
        return Kind.UNKNOWN
    return Kind.OLE_EXCEL


def _wide(name: str) -> bytes:
    return name.encode("utf-16-le")


def _inside_zip(archive: zipfile.ZipFile) -> Kind:
    names = {name.replace("\\", "/").lstrip("/").lower() for name in archive.namelist()}
    if any(name.startswith("xl/workbook") and name.endswith(".bin") for name in names):
        return Kind.XLSB
    if "content.xml" in names:
        return Kind.ODS
    if any(name.startswith("xl/") for name in names):
        return Kind.XLSM if "xl/vbaproject.bin" in names else Kind.XLSX
    return Kind.UNKNOWN


def _text(content: bytes) -> Kind:
    head = content[:HEAD]
    if head.startswith(OTHER_KINDS):
        return Kind.UNKNOWN
    if head.startswith(UNICODE_MARKS[1:]) or b"\0" in head:
        return Kind.TEXT if _could_be_wide_text(head) else Kind.UNKNOWN
    if len(CONTROL.findall(head)) * 100 > len(head):
        return Kind.UNKNOWN
    return _marked_up(head.removeprefix(UNICODE_MARKS[0]).lstrip().lower(), content)


def _could_be_wide_text(head: bytes) -> bool:
    """UTF-16 or UTF-32, with or without mark: text in our script has every other byte zero."""
    marked = head.startswith(UNICODE_MARKS) or head.startswith(b"\0\0\xfe\xff")
    zeros = max(head[0::2].count(0), head[1::2].count(0))
    return marked or zeros * 2 > len(head) * 0.7


def _marked_up(head: bytes, content: bytes) -> Kind:
    if head.startswith(b"{") and content.rstrip().endswith(b"}"):
        return Kind.UNKNOWN
    if not head.startswith(b"<"):
        return Kind.TEXT
    if b"<office:document" in head:
        return Kind.FLAT_ODS
    if b"<html" in head or b"<table" in head or b"<!doctype html" in head:
        return Kind.HTML
    return Kind.UNKNOWN if head.startswith((b"<?xml", b"<workbook", b"<!doctype")) else Kind.TEXT

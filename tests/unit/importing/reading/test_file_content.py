# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which reader a content gets, whatever the file is called."""

from __future__ import annotations

import io
import zipfile

import pytest

from buurthuis_admin.importing.reading import archive
from buurthuis_admin.importing.reading.failure import CannotRead, Reason
from buurthuis_admin.importing.reading.file_content import read_content
from buurthuis_admin.importing.sniff import OLE
from buurthuis_admin.importing.workbook import FileFormat, MergedRange, ReadCode
from tests.unit.importing.reading.made_files import ods, xlsx, zipped

ENCRYPTED_XLSX = OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(96)


def reason(content: bytes, name: str = "a.xlsx") -> Reason:
    with pytest.raises(CannotRead) as refused:
        read_content(content, name)
    return refused.value.reason


def test_the_content_decides_and_the_difference_is_told() -> None:
    def fill(sheet: object) -> None:
        sheet["A1"] = "x"  # type: ignore[index]

    for name, content, found in (
        ("a.xls", xlsx(fill), FileFormat.XLSX),
        ("a.xls", b"naam;nr\nJan;1\n", FileFormat.CSV),
        ("a.csv", xlsx(fill), FileFormat.XLSX),
    ):
        book = read_content(content, name)
        assert book.file_format is found
        assert [note.code for note in book.notes] == [ReadCode.EXTENSION_DIFFERS]
    assert read_content(xlsx(fill), "A.XLSX").notes == ()


def test_a_web_page_called_xls_is_read() -> None:
    page = (
        "<html><head><title>x</title></head><body><table><tr><th colspan=2>Leden</th></tr>"
        "<tr><td>Jan &amp;<br>Mien</td><td>&nbsp;</td><td>06</td></tr></table></body></html>"
    )
    book = read_content(page.encode(), "leden.xls")
    assert book.file_format is FileFormat.HTML
    assert book.sheets[0].rows == (("Leden", None, None), ("Jan &\nMien", None, "06"))
    assert book.sheets[0].merged == (MergedRange(0, 0, 0, 1),)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", Reason.EMPTY),
        (b"\r\n  \n", Reason.EMPTY),
        (b";;;\n;;;\n", Reason.EMPTY),
        (b"%PDF-1.7 and so on", Reason.UNKNOWN_KIND),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), Reason.UNKNOWN_KIND),
        (b'{"a": 1}', Reason.UNKNOWN_KIND),
        (bytes(range(256)) * 20, Reason.UNKNOWN_KIND),
        (zipped({"word/document.xml": "<x/>"}), Reason.UNKNOWN_KIND),
        (b"PK\x03\x04 broken off", Reason.DAMAGED),
        (OLE + bytes(600), Reason.DAMAGED),
        (ENCRYPTED_XLSX, Reason.PROTECTED),
        (ods("")[:-30], Reason.DAMAGED),
    ],
)
def test_what_cannot_be_read_has_one_reason(content: bytes, expected: Reason) -> None:
    assert reason(content) is expected


def test_a_zip_bomb_is_refused_by_what_it_declares() -> None:
    bomb = zipped({"xl/workbook.xml": "<x/>", "xl/worksheets/sheet1.xml": " " * 40_000_000})
    assert len(bomb) < 100_000
    assert reason(bomb) is Reason.TOO_LARGE


def test_a_zip_of_too_many_parts_or_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    parts = zipped({f"xl/{number}": "x" for number in range(20)})
    monkeypatch.setattr(archive, "MAX_ENTRIES", 10)
    assert reason(parts) is Reason.TOO_LARGE
    monkeypatch.setattr(archive, "MAX_ENTRIES", 100)
    monkeypatch.setattr(archive, "MAX_UNPACKED", 10)
    assert reason(parts) is Reason.TOO_LARGE


def test_a_damaged_part_is_damage() -> None:
    content = bytearray(xlsx(lambda sheet: sheet.append(["x" * 50])))
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as whole:
        entry = whole.getinfo("xl/worksheets/sheet1.xml")
    for offset in range(entry.header_offset + 60, entry.header_offset + 90):
        content[offset] ^= 0xFF
    assert reason(bytes(content)) is Reason.DAMAGED

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Papers are known by their content, and get a name that every system takes."""

from __future__ import annotations

import datetime
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurthuis_admin.domain.papers import ENDINGS, Paper, media_type_of

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def archive(*names: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name in names:
            file.writestr(name, "x")
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (b"%PDF-1.7\n...", "application/pdf"),
        (b"\x00\x00scanner%PDF-1.4", "application/pdf"),
        (b"\xff\xd8\xff\xe0photo", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\nphoto", "image/png"),
        (archive("[Content_Types].xml", "word/document.xml"), DOCX),
        (archive("word/document.xml", "word/vbaProject.bin"), None),
        (archive("xl/workbook.xml"), None),
        (b"PK\x03\x04 half a file", None),
        (b"MZ a program", None),
        (b"%PDF", None),
        (b"", None),
    ],
)
def test_a_file_is_what_its_content_is(content: bytes, media_type: str | None) -> None:
    assert media_type_of(content) == media_type


@given(st.binary(max_size=200))
def test_any_bytes_are_looked_at_without_a_failure(content: bytes) -> None:
    assert media_type_of(content) in {None, *ENDINGS}


def paper(title: str) -> Paper:
    return Paper(
        title=title,
        media_type="application/pdf",
        sha256="0" * 64,
        size=1,
        added_on=datetime.date(2026, 1, 1),
    )


@given(st.text(min_size=1))
def test_a_copy_has_a_name_that_leads_nowhere_else(title: str) -> None:
    name = paper(title).file_name
    assert not set(name) & set('/\\:*?"<>|\0\n')
    assert name.endswith(".pdf")
    assert not name.startswith(".")
    assert len(name) < 110


def test_a_title_that_is_a_file_name_keeps_its_ending_once() -> None:
    assert paper("Beschikking 2026-01487.pdf").file_name == "Beschikking 2026-01487.pdf"
    assert paper("../../etc/passwd").file_name == "etc-passwd.pdf"

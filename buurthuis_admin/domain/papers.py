# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Papers: files that belong to a dossier or a booking, and which ones are taken."""

from __future__ import annotations

import datetime
import io
import zipfile
from dataclasses import dataclass
from enum import StrEnum

MEGABYTE = 1024 * 1024
LARGEST = 20  # megabytes: what the program takes; a funder may take less


class PaperKind(StrEnum):
    """What a paper is of a dossier."""

    APPLICATION = "application"
    DECISION = "decision"
    LETTER = "letter"
    INTERIM_REPORT = "interim_report"
    CONTENT_REPORT = "content_report"
    FINANCIAL_REPORT = "financial_report"
    STATEMENT = "statement"
    SETTLEMENT = "settlement"
    RECEIPT = "receipt"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A file as it is known; its bytes are asked for apart.

    ``expense_id``: it is the receipt of an expense that was typed in the dossier ``subsidy_id``.
    """

    id: int | None = None
    subsidy_id: int | None = None
    booking_id: int | None = None
    expense_id: int | None = None
    title: str
    kind: PaperKind = PaperKind.OTHER
    media_type: str
    sha256: str
    size: int
    added_on: datetime.date

    @property
    def ending(self) -> str:
        """The ending of its file name, without the dot."""
        return ENDINGS[self.media_type]

    @property
    def file_name(self) -> str:
        """A name for a copy: the title, with what no system takes in a name left out."""
        kept = "".join(sign if sign.isalnum() or sign in " ()-_,." else "-" for sign in self.title)
        stem = kept.strip(" .-")[:100] or "papier"
        ending = f".{self.ending}"
        return stem if stem.lower().endswith(ending) else stem + ending


ENDINGS = {
    "application/pdf": "pdf",
    "image/jpeg": "jpg",
    "image/png": "png",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_STARTS = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
)
_PDF_WITHIN = 1024  # the sign may stand a little further on, after what a scanner puts first


def media_type_of(content: bytes) -> str | None:
    """What a file is by its content, whatever its name says; None for what is not taken."""
    if b"%PDF-" in content[:_PDF_WITHIN]:
        return "application/pdf"
    for start, media_type in _STARTS:
        if content.startswith(start):
            return media_type
    return _DOCX if content.startswith(b"PK") and _is_docx(content) else None


def _is_docx(content: bytes) -> bool:
    # Only the list of names is read, nothing is unpacked; macros stand in a part of their own.
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError):
        return False
    return "word/document.xml" in names and not any("vbaProject" in name for name in names)

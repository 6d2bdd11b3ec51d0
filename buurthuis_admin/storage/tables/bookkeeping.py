# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables of the file's own bookkeeping: settings, and where every row came from."""

from __future__ import annotations

from sqlalchemy import Index, LargeBinary, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from buurthuis_admin.storage.tables.base import (
    Base,
    Key,
    Words,
    check,
    not_empty,
    not_negative,
    options,
    refers_to,
)


class Setting(Base):
    """A choice of the centre, as JSON; that of the logo names a kept file."""

    __tablename__ = "settings"
    __table_args__ = (check("value_is_json", "json_valid(value)"), options(rowid=False))

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str] = mapped_column(info={"keeps_content": "within"})


class ImportBatch(Base):
    """A box of spreadsheets that was read in one unit of work."""

    __tablename__ = "import_batches"
    __table_args__ = (UniqueConstraint("change_set_id"), options())

    id: Mapped[Key]
    change_set_id: Mapped[int] = mapped_column(refers_to("change_sets.id"))
    at: Mapped[str]


class ImportFile(Base):
    """A file of a box, known again by its SHA-256."""

    __tablename__ = "import_files"
    __table_args__ = (
        not_empty("name"),
        check("sha256_is_hexadecimal", "length(sha256) = 64"),
        not_negative("size"),
        Index("ix_import_files_batch_id", "batch_id"),
        Index("ix_import_files_sha256", "sha256"),
        options(),
    )

    id: Mapped[Key]
    batch_id: Mapped[int] = mapped_column(refers_to("import_batches.id"))
    name: Mapped[str]
    sha256: Mapped[str] = mapped_column(info={"keeps_content": True})
    size: Mapped[int]


class ImportSheet(Base):
    """A sheet of a file; the many rows below name it by number."""

    __tablename__ = "import_sheets"
    __table_args__ = (UniqueConstraint("file_id", "name"), options())

    id: Mapped[Key]
    file_id: Mapped[int] = mapped_column(refers_to("import_files.id"))
    name: Mapped[str]


class SourceRow(Base):
    """Where something came from: sheet and row. ``entity_kind`` is a number of EntityKind."""

    __tablename__ = "source_rows"
    __table_args__ = (
        check("row_is_counted_from_one", "row >= 1"),
        check("entity_kind_is_known", "entity_kind BETWEEN 1 AND 9"),
        Index("ix_source_rows_sheet_id", "sheet_id"),
        options(rowid=False),
    )

    entity_kind: Mapped[int] = mapped_column(primary_key=True)
    entity_id: Mapped[int] = mapped_column(primary_key=True)
    sheet_id: Mapped[int] = mapped_column(refers_to("import_sheets.id"), primary_key=True)
    row: Mapped[int] = mapped_column(primary_key=True)


class UnclearRow(Base):
    """A row about which is decided later: the question, and the row as ``importing`` packs it.

    ``why``: what somebody said who left it out. What is decided keeps no cells.
    """

    __tablename__ = "unclear_rows"
    __table_args__ = (
        not_empty("reason"),
        check("details_is_json", "json_valid(details)"),
        check("cells_is_json", "json_valid(cells)"),
        check("row_is_counted_from_one", "row >= 1"),
        check("state_is_known", "state IN ('waiting', 'answered', 'left_out')"),
        UniqueConstraint("sheet_id", "row"),
        options(),
    )

    id: Mapped[Key]
    sheet_id: Mapped[int] = mapped_column(refers_to("import_sheets.id"))
    row: Mapped[int]
    reason: Mapped[str]
    details: Mapped[str]
    cells: Mapped[str]
    state: Mapped[str] = mapped_column(server_default=text("'waiting'"))
    why: Mapped[Words]


class HeadingMapping(Base):
    """How the columns below a heading row were read, remembered by the headings' fingerprint."""

    __tablename__ = "heading_mappings"
    __table_args__ = (check("mapping_is_json", "json_valid(mapping)"), options(rowid=False))

    fingerprint: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[Words]
    mapping: Mapped[str]


class FileContent(Base):
    """The bytes of a file, once for each SHA-256 (``storage.contents``). It has no history."""

    __tablename__ = "file_contents"
    __table_args__ = (
        check("sha256_is_hexadecimal", "length(sha256) = 64"),
        UniqueConstraint("sha256"),
        options(),
    )

    id: Mapped[Key]
    sha256: Mapped[str]
    content: Mapped[bytes] = mapped_column(LargeBinary())

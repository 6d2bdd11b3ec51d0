# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Schema version 1: the tables of the file's own bookkeeping."""

from __future__ import annotations

from buurthuis_admin.storage.migrations.parts import (
    check,
    index,
    key,
    not_empty,
    not_negative,
    number,
    optional_number,
    primary_key,
    refers,
    table,
    text,
    unique,
    words,
)


def create() -> None:
    """Make the tables, those that others refer to first."""
    _settings()
    _change_sets()
    _import_batches()
    _import_files()
    _import_sheets()
    _source_rows()
    _unclear_rows()
    _heading_mappings()


def _settings() -> None:
    table(
        "settings",
        *text("key", "value"),
        primary_key("key"),
        check("value_is_json", "json_valid(value)"),
        rowid=False,
    )


def _change_sets() -> None:
    table(
        "change_sets",
        key(),
        *text("at", "sentence"),
        not_empty("sentence"),
    )


def _import_batches() -> None:
    table(
        "import_batches",
        key(),
        *number("change_set_id"),
        *text("at"),
        refers("change_set_id", "change_sets"),
        unique("change_set_id"),
    )


def _import_files() -> None:
    table(
        "import_files",
        key(),
        *number("batch_id"),
        *text("name", "sha256"),
        *number("size"),
        not_empty("name"),
        check("sha256_is_hexadecimal", "length(sha256) = 64"),
        not_negative("size"),
        refers("batch_id", "import_batches"),
    )
    index("ix_import_files_batch_id", "import_files", "batch_id")
    index("ix_import_files_sha256", "import_files", "sha256")


def _import_sheets() -> None:
    table(
        "import_sheets",
        key(),
        *number("file_id"),
        *text("name"),
        refers("file_id", "import_files"),
        unique("file_id", "name"),
    )


def _source_rows() -> None:
    table(
        "source_rows",
        *number("entity_kind", "entity_id", "sheet_id", "row"),
        primary_key("entity_kind", "entity_id", "sheet_id", "row"),
        check("row_is_counted_from_one", "row >= 1"),
        check("entity_kind_is_known", "entity_kind BETWEEN 1 AND 9"),
        refers("sheet_id", "import_sheets"),
        rowid=False,
    )
    index("ix_source_rows_sheet_id", "source_rows", "sheet_id")


def _unclear_rows() -> None:
    table(
        "unclear_rows",
        key(),
        *number("sheet_id"),
        *optional_number("row"),
        *text("reason", "details", "cells"),
        not_empty("reason"),
        check("details_is_json", "json_valid(details)"),
        check("cells_is_json", "json_valid(cells)"),
        check("row_is_counted_from_one", "row >= 1"),
        refers("sheet_id", "import_sheets"),
    )
    index("ix_unclear_rows_sheet_id", "unclear_rows", "sheet_id", "row")


def _heading_mappings() -> None:
    table(
        "heading_mappings",
        *text("fingerprint"),
        *words("kind"),
        *text("mapping"),
        primary_key("fingerprint"),
        check("mapping_is_json", "json_valid(mapping)"),
        rowid=False,
    )

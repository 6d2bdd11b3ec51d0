# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rows of old sheets that said something of a person or a session."""

from __future__ import annotations

from sqlalchemy import Connection, select

from buurthuis_admin.domain.provenance import KeptFile, Origin
from buurthuis_admin.storage.tables import (
    FileContent,
    ImportBatch,
    ImportFile,
    ImportSheet,
    SourceRow,
)
from buurthuis_admin.storage.values import EntityKind


def origins(connection: Connection, kind: EntityKind, entity: int) -> list[Origin]:
    """Where an entity came from, the last sheet that was read first."""
    chosen = (
        select(ImportFile.name, ImportSheet.name, SourceRow.row, FileContent.sha256)
        .join(ImportSheet, ImportSheet.id == SourceRow.sheet_id)
        .join(ImportFile, ImportFile.id == ImportSheet.file_id)
        .outerjoin(FileContent, FileContent.sha256 == ImportFile.sha256)
        .where(SourceRow.entity_kind == int(kind), SourceRow.entity_id == entity)
        .order_by(ImportFile.id.desc(), ImportSheet.id, SourceRow.row)
    )
    return [
        Origin(file, sheet, row, sha256 or "")
        for file, sheet, row, sha256 in connection.execute(chosen)
    ]


def files_of_change(connection: Connection, change_set_id: int) -> list[KeptFile]:
    """The files that a change read in, those of which the bytes are still here."""
    chosen = (
        select(ImportFile.name, ImportFile.sha256)
        .join(ImportBatch, ImportBatch.id == ImportFile.batch_id)
        .join(FileContent, FileContent.sha256 == ImportFile.sha256)
        .where(ImportBatch.change_set_id == change_set_id)
        .order_by(ImportFile.id)
    )
    return [KeptFile(name, sha256) for name, sha256 in connection.execute(chosen)]

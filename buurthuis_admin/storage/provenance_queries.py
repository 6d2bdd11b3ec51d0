# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rows of old sheets that said something of a person or a session."""

from __future__ import annotations

from sqlalchemy import Connection, select

from buurthuis_admin.domain.provenance import Origin
from buurthuis_admin.storage.tables import ImportFile, ImportSheet, SourceRow
from buurthuis_admin.storage.values import EntityKind


def origins(connection: Connection, kind: EntityKind, entity: int) -> list[Origin]:
    """Where an entity came from, the last sheet that was read first."""
    chosen = (
        select(ImportFile.name, ImportSheet.name, SourceRow.row)
        .join(ImportSheet, ImportSheet.id == SourceRow.sheet_id)
        .join(ImportFile, ImportFile.id == ImportSheet.file_id)
        .where(SourceRow.entity_kind == int(kind), SourceRow.entity_id == entity)
        .order_by(ImportFile.id.desc(), ImportSheet.id, SourceRow.row)
    )
    return [Origin(*row) for row in connection.execute(chosen)]

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Alembic's way in: the connection comes from ``storage.schema``, never from an ini file."""

from __future__ import annotations

from alembic import context

from buurthuis_admin.storage.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    # The caller's transaction holds the whole migration.
    transactional_ddl=False,
)
context.run_migrations()

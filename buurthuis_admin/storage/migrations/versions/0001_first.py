# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The first schema."""

from __future__ import annotations

from alembic import op

from buurthuis_admin.storage import sqlite
from buurthuis_admin.storage.migrations.first import activities, bookkeeping, people, subsidies

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    for part in (people, activities, subsidies, bookkeeping):
        part.create()
    sqlite.create_search(op.get_bind())

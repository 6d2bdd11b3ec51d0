# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""History of every row, the privacy of people, drafts and backups."""

from __future__ import annotations

from buurthuis_admin.storage.migrations.second import history, people, safety

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    history.create()
    safety.create()
    people.create()

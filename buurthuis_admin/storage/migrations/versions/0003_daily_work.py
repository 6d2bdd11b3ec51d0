# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Everything a centre does through the year: its days, its people, its money, its reports."""

from __future__ import annotations

from buurthuis_admin.storage.migrations.third import (
    activities,
    attendance,
    history,
    importing,
    money,
    people,
    reports,
    subsidies,
)

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    history.create()
    importing.create()
    activities.create()
    attendance.create()
    people.create()
    money.create()
    subsidies.create()
    reports.create()

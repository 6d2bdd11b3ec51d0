# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows that wait, made up: to look at, never to be read in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from buurthuis_admin.importing.outcome import BoxOutcome, Reason, RowAccount, RowFate
from buurthuis_admin.importing.planning.answers import NO_ANSWERS, Answers
from buurthuis_admin.importing.records import Source
from buurthuis_admin.services.waiting_rows import RowPreview, WaitingCell, WaitingRow

_ROW = WaitingRow(
    1,
    Source("leden 2025.xlsx", "Blad1", 12),
    Reason("postcode_unusual", {"value": "35 AB"}),
    (WaitingCell(0, "Naam", "Piet Bos"), WaitingCell(1, "PC", "35 AB")),
)


class FakeWaitingRows:
    """One row waits."""

    def rows(self) -> list[WaitingRow]:
        return [_ROW]

    def preview(
        self, _row_id: int, _cells: Mapping[int, Any], answers: Answers = NO_ANSWERS
    ) -> RowPreview:
        account = RowAccount(12, RowFate.NEW)
        planned: Any = None
        return RowPreview(_ROW, account, BoxOutcome(), (), planned, answers)

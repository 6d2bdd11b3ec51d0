# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A box of rows of one height below a head, which goes on with the next page between two rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from buurthuis_admin.reporting.pdf.boxes import Box

AnyRow = TypeVar("AnyRow")
_LEAST_ROWS = 3  # a head with fewer below it goes to the next page


class EqualRowsBox(Box, Generic[AnyRow]):
    """``row_height`` and ``head_height`` in points; ``rows`` are those on this page."""

    row_height: float
    head_height: float
    rows: Sequence[AnyRow]

    @property
    def height(self) -> float:
        return self.head_height + len(self.rows) * self.row_height

    @property
    def least(self) -> float:
        return self.head_height + min(len(self.rows), _LEAST_ROWS) * self.row_height

    def split(self, room: float) -> tuple[Box, Box] | None:
        fitting = min(int((room - self.head_height) / self.row_height), len(self.rows) - 1)
        if fitting < 1:
            return None
        return self._part(self.rows[:fitting]), self._part(self.rows[fitting:])

    def _part(self, rows: Sequence[AnyRow]) -> Box:
        raise NotImplementedError

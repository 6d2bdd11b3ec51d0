# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Of which years a report can be made, and which one is meant."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

_SUMMER = 7  # until this month the year before is still told: funders ask for it in spring


def begun(years: Iterable[int], today: datetime.date) -> list[int]:
    """The years that have begun, the newest first; what is planned after that has no figures."""
    return sorted((year for year in years if year <= today.year), reverse=True)


def meant(years: Sequence[int], today: datetime.date) -> int | None:
    """The year that somebody who makes a report means; None without any.

    Until the summer the year that has ended, after it the one that runs.
    """
    last = today.year if today.month >= _SUMMER else today.year - 1
    return max((year for year in years if year <= last), default=max(years, default=None))

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The lines of the page of volunteers: who they are, and the hours they gave."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

from buurthuis_admin.domain.allowances import NOTHING_PAID, AllowanceCheck
from buurthuis_admin.domain.dates import PartialDate

VOG_MONTHS = 3  # so long before the end it is told that a certificate ends


@dataclass(frozen=True, slots=True, kw_only=True)
class VolunteerRow:
    """Somebody who works for the centre, or was paid or gave hours, in a year."""

    person_id: int
    name: str
    sorted_name: str
    tasks: str = ""
    born: PartialDate | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    vog_seen_on: datetime.date | None = None
    vog_valid_until: datetime.date | None = None
    hours: Decimal = Decimal(0)
    allowance: AllowanceCheck = NOTHING_PAID


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursRow:
    """An entry of hours as a line; ``what`` is the activity, the task, or both."""

    id: int
    person_id: int
    name: str
    day: PartialDate
    hours: Decimal
    what: str


def vog_ends_soon(valid_until: datetime.date | None, today: datetime.date) -> bool:
    """Whether a certificate of conduct has ended or ends within three months."""
    return valid_until is not None and valid_until <= in_three_months(today)


def in_three_months(today: datetime.date) -> datetime.date:
    """The same day three months on, or the last day of that month."""
    year, month = divmod(today.year * 12 + today.month - 1 + VOG_MONTHS, 12)
    first_after = datetime.date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    last = (first_after - datetime.timedelta(days=1)).day
    return datetime.date(year, month + 1, min(today.day, last))

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where the allowance of a volunteer stands, in words."""

from __future__ import annotations

from buurthuis_admin.domain.allowances import AllowanceCheck, AllowanceState
from buurthuis_admin.i18n import _, format_money


def allowance_sentence(name: str, check: AllowanceCheck) -> str:
    """What was paid in the year, and which maximum that is near to or above."""
    total = _("{name} was paid {amount} in this year.").format(
        name=name, amount=format_money(check.whole_year)
    )
    return " ".join([total, *_warnings(check)])


def _warnings(check: AllowanceCheck) -> list[str]:
    near, over = AllowanceState.NEAR, AllowanceState.OVER
    words = {
        (0, near): _("That is near the maximum of a year."),
        (0, over): _("That is above the maximum of a year."),
        (1, near): _("One month is near the maximum of a month."),
        (1, over): _("One month is above the maximum of a month."),
        (2, over): _("For each hour that is written down it is above the maximum of an hour."),
    }
    states = (check.of_year, check.of_month, check.of_hour)
    return [words[pair] for pair in enumerate(states) if pair in words]

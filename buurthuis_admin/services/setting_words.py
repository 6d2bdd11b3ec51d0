# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The choices of the centre, which are kept as JSON, in words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from buurthuis_admin.domain.contributions import ContributionPeriod
from buurthuis_admin.i18n import _, format_money
from buurthuis_admin.services.privacy_words import rules_words


def setting_words(value: object) -> str:
    """A kept choice as a person reads it; '' for nothing."""
    kept = json.loads(value) if isinstance(value, str) else None
    if kept is None:
        return ""
    if isinstance(kept, bool):
        return _("yes") if kept else _("no")
    if isinstance(kept, dict):
        return _picture(kept) if "sha256" in kept else rules_words(kept)
    if not isinstance(kept, list):
        return str(kept)
    return ", ".join(_one(one) for one in kept)


def contribution_words(name: str, amount: Decimal, period: ContributionPeriod) -> str:
    """'Adult, € 25,00 a year'."""
    words = {
        ContributionPeriod.YEAR: _("{name}, {amount} a year"),
        ContributionPeriod.HALF_YEAR: _("{name}, {amount} each half year"),
        ContributionPeriod.QUARTER: _("{name}, {amount} each quarter"),
        ContributionPeriod.MONTH: _("{name}, {amount} a month"),
        ContributionPeriod.ONCE: _("{name}, {amount} once"),
    }
    return words[period].format(name=name, amount=format_money(amount))


def _one(kept: object) -> str:
    if isinstance(kept, list):
        return _band(kept)
    if isinstance(kept, dict):
        period = ContributionPeriod(kept["period"])
        return contribution_words(kept["name"], Decimal(kept["amount"]), period)
    return str(kept)


def _picture(kept: Mapping[str, Any]) -> str:
    return _("a picture of {width} × {height} pixels").format(
        width=kept["width"], height=kept["height"]
    )


def _band(ages: list[int | None]) -> str:
    low, high = ages
    return _("{age} and over").format(age=low) if high is None else f"{low}–{high}"

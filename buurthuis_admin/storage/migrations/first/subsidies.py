# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Schema version 1: the tables of subsidies."""

from __future__ import annotations

from buurthuis_admin.storage.migrations.parts import (
    check,
    day,
    index,
    key,
    not_empty,
    not_negative,
    number,
    optional_number,
    refers,
    table,
    text,
    unique,
    words,
)


def create() -> None:
    """Make the tables, those that others refer to first."""
    _funders()
    _subsidies()
    _instalments()
    _budget_lines()
    _expenses()
    _targets()


def _funders() -> None:
    table(
        "funders",
        key(),
        *text("name", "folded_name"),
        *words("remark"),
        not_empty("name"),
        not_empty("folded_name"),
        unique("folded_name"),
    )


def _subsidies() -> None:
    table(
        "subsidies",
        key(),
        *number("funder_id"),
        *words("reference", "purpose"),
        *optional_number("activity_id"),
        *text("state", default="applied"),
        *optional_number(
            "requested",
            "awarded",
            "applied_on",
            "decided_on",
            "due_on",
            "period_start",
            "period_end",
        ),
        *words("remark"),
        check(
            "state_is_known",
            "state IN ('draft', 'applied', 'awarded', 'rejected', 'withdrawn', "
            "'accounted', 'settled')",
        ),
        not_negative("requested"),
        not_negative("awarded"),
        day("applied_on"),
        day("decided_on"),
        day("due_on"),
        day("period_start"),
        day("period_end"),
        check("period_is_whole", "(period_start IS NULL) = (period_end IS NULL)"),
        check("period_ends_after_start", "period_end >= period_start"),
        refers("activity_id", "activities", on_delete="SET NULL"),
        refers("funder_id", "funders", on_delete="RESTRICT"),
    )
    index("ix_subsidies_activity_id", "subsidies", "activity_id")
    index("ix_subsidies_funder_id", "subsidies", "funder_id")


def _instalments() -> None:
    table(
        "instalments",
        key(),
        *number("subsidy_id"),
        *optional_number("expected", "received", "day"),
        *words("remark"),
        not_negative("expected"),
        day("day"),
        refers("subsidy_id", "subsidies"),
    )
    index("ix_instalments_subsidy_id", "instalments", "subsidy_id")


def _budget_lines() -> None:
    table(
        "budget_lines",
        key(),
        *number("subsidy_id"),
        *number("position", default=0),
        *text("name"),
        *number("planned", default=0),
        not_empty("name"),
        not_negative("planned"),
        refers("subsidy_id", "subsidies"),
    )
    index("ix_budget_lines_subsidy_id", "budget_lines", "subsidy_id", "position")


def _expenses() -> None:
    table(
        "expenses",
        key(),
        *number("subsidy_id"),
        *optional_number("budget_line_id", "day"),
        *words("description"),
        *number("amount"),
        day("day"),
        refers("budget_line_id", "budget_lines", on_delete="SET NULL"),
        refers("subsidy_id", "subsidies"),
    )
    index("ix_expenses_budget_line_id", "expenses", "budget_line_id")
    index("ix_expenses_subsidy_id", "expenses", "subsidy_id")


def _targets() -> None:
    table(
        "targets",
        key(),
        *number("subsidy_id"),
        *text("indicator"),
        *number("promised"),
        *words("explanation"),
        not_empty("indicator"),
        not_negative("promised"),
        refers("subsidy_id", "subsidies"),
    )
    index("ix_targets_subsidy_id", "targets", "subsidy_id")

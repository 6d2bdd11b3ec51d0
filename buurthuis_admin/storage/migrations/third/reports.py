# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Schema version 3: texts, photos and corrections of reports."""

from __future__ import annotations

from buurthuis_admin.storage.migrations.parts import (
    check,
    flag,
    index,
    key,
    not_empty,
    number,
    optional_number,
    refers,
    table,
    text,
    unique,
    unique_index,
    words,
)


def create() -> None:
    """Make the tables."""
    _reports()
    _report_parts()
    _report_photos()
    _figure_corrections()


def _reports() -> None:
    table(
        "reports",
        key(),
        *optional_number("year", "subsidy_id"),
        check("is_of_one_thing", "(year IS NULL) <> (subsidy_id IS NULL)"),
        check("year_is_year", "year BETWEEN 1 AND 9999"),
        refers("subsidy_id", "subsidies"),
    )
    unique_index("uq_reports_year", "reports", "year", where="year IS NOT NULL")
    unique_index("uq_reports_subsidy_id", "reports", "subsidy_id", where="subsidy_id IS NOT NULL")


def _report_parts() -> None:
    table(
        "report_parts",
        key(),
        *number("report_id"),
        *text("chapter", "field"),
        *words("content"),
        not_empty("chapter"),
        not_empty("field"),
        unique("report_id", "chapter", "field"),
        refers("report_id", "reports"),
    )


def _report_photos() -> None:
    table(
        "report_photos",
        key(),
        *number("report_id"),
        *text("chapter"),
        *number("position", default=0),
        *text("sha256"),
        *number("width", "height"),
        *words("caption", "alt"),
        *number("people_agreed", default=0),
        not_empty("chapter"),
        check("sha256_is_hexadecimal", "length(sha256) = 64"),
        check("has_a_size", "width > 0 AND height > 0"),
        flag("people_agreed"),
        refers("report_id", "reports"),
    )
    index("ix_report_photos_report_id", "report_photos", "report_id")


def _figure_corrections() -> None:
    table(
        "figure_corrections",
        key(),
        *number("report_id"),
        *text("figure", "value", "reason"),
        not_empty("figure"),
        not_empty("value"),
        not_empty("reason"),
        unique("report_id", "figure"),
        refers("report_id", "reports"),
    )

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Schema version 1: the tables of people."""

from __future__ import annotations

from buurthuis_admin.storage.migrations.parts import (
    check,
    day,
    flag,
    index,
    key,
    not_negative,
    number,
    optional_number,
    optional_text,
    partial_day,
    partial_order,
    refers,
    table,
    text,
    unique,
    words,
)


def create() -> None:
    """Make the tables, those that others refer to first."""
    _households()
    _people()
    _memberships()
    _contributions()
    _volunteers()
    _volunteer_hours()


def _households() -> None:
    table(
        "households",
        key(),
        *words("name"),
    )


def _people() -> None:
    table(
        "people",
        key(),
        *words("initials", "first", "prefix", "last", "partner_prefix", "partner_last"),
        *text("name_use", default="own"),
        *optional_text("sex"),
        *optional_number("born"),
        *words(
            "street",
            "house",
            "postcode",
            "town",
            "neighbourhood",
            "phone",
            "mobile",
            "email",
            "iban",
            "remark",
        ),
        *optional_number("household_id"),
        *number("archived", default=0),
        *text("sort_key", "search_text"),
        check("has_a_name", "trim(initials || first || last) <> ''"),
        check("name_use_is_known", "name_use IN ('own', 'partner', 'partner-own', 'own-partner')"),
        check("sex_is_known", "sex IN ('V', 'M', 'X')"),
        partial_day("born"),
        flag("archived"),
        refers("household_id", "households", on_delete="SET NULL"),
    )
    index("ix_people_household_id", "people", "household_id")
    index("ix_people_sort_key", "people", "sort_key", "id")


def _memberships() -> None:
    table(
        "memberships",
        key(),
        *number("person_id"),
        *words("number", "kind"),
        *optional_number("starts", "ends"),
        *words("end_reason"),
        *optional_number("fee"),
        partial_day("starts"),
        partial_day("ends"),
        partial_order("ends_after_start", "starts", "ends"),
        not_negative("fee"),
        refers("person_id", "people"),
    )
    index("ix_memberships_number", "memberships", "number")
    index("ix_memberships_person_id", "memberships", "person_id", "starts", "ends", "number")


def _contributions() -> None:
    table(
        "contributions",
        key(),
        *number("membership_id", "year"),
        *optional_number("amount", "paid"),
        check("year_is_year", "year BETWEEN 1 AND 9999"),
        not_negative("amount"),
        flag("paid"),
        refers("membership_id", "memberships"),
        unique("membership_id", "year"),
    )


def _volunteers() -> None:
    table(
        "volunteers",
        key(),
        *number("person_id"),
        *words("tasks"),
        *optional_number("since", "until", "vog_seen_on", "vog_valid_until"),
        partial_day("since"),
        partial_day("until"),
        partial_order("until_after_since", "since", "until"),
        day("vog_seen_on"),
        day("vog_valid_until"),
        refers("person_id", "people"),
        unique("person_id"),
    )


def _volunteer_hours() -> None:
    table(
        "volunteer_hours",
        key(),
        *number("person_id"),
        *optional_number("activity_id"),
        *number("day", "hours"),
        *words("task"),
        partial_day("day"),
        not_negative("hours"),
        refers("activity_id", "activities", on_delete="RESTRICT"),
        refers("person_id", "people", on_delete="RESTRICT"),
    )
    index("ix_volunteer_hours_activity_id", "volunteer_hours", "activity_id")
    index("ix_volunteer_hours_day", "volunteer_hours", "day", "activity_id", "person_id", "hours")
    index("ix_volunteer_hours_person_id", "volunteer_hours", "person_id")

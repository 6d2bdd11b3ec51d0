# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Schema version 3: rules of funders, steps and papers of a dossier."""

from __future__ import annotations

from alembic import op

from buurthuis_admin.storage.migrations.parts import (
    check,
    day,
    flag,
    index,
    key,
    not_empty,
    not_negative,
    number,
    optional_number,
    primary_key,
    refers,
    table,
    text,
    unique,
    words,
)

_WORD = "TEXT DEFAULT '' NOT NULL"
_FUNDER_KINDS = "'municipality', 'fund', 'other'"
_INDICATORS = (
    "'sessions', 'visits', 'people', 'new_people', 'age_band', 'neighbourhood', "
    "'volunteer_hours', 'own'"
)
_FACTS = "'thresholds', 'deadline', 'advance', 'files', 'lines', 'words', 'explanation', 'contact'"
_PAPERS = (
    "'application', 'decision', 'letter', 'interim_report', 'content_report', "
    "'financial_report', 'statement', 'settlement', 'receipt', 'other'"
)


def create() -> None:
    """Make the tables."""
    _rules_of_funders()
    _steps_of_dossiers()
    _countable_targets()
    _thresholds()
    _sources()
    _conditions()
    _target_activities()
    _papers()


def _add(to: str, **columns: str) -> None:
    for name, definition in columns.items():
        op.execute(f"ALTER TABLE {to} ADD COLUMN {name} {definition}")


def _checked(to: str, kind: str, name: str, condition: str) -> str:
    return f"{kind} CONSTRAINT ck_{to}_{name} CHECK ({condition})"


def _day(to: str, name: str) -> str:
    return _checked(to, "INTEGER", f"{name}_is_day", str(day(name).sqltext))


def _between(to: str, name: str, word: str, least: int, most: int, kind: str = "INTEGER") -> str:
    return _checked(to, kind, f"{name}_is_{word}", f"{name} BETWEEN {least} AND {most}")


def _rules_of_funders() -> None:
    one = "funders"
    known = f"kind IN ({_FUNDER_KINDS})"
    _add(
        one,
        kind=_checked(one, "TEXT DEFAULT 'other' NOT NULL", "kind_is_known", known),
        contact=_WORD,
        email=_WORD,
        phone=_WORD,
        website=_WORD,
        deadline_month=_between(one, "deadline_month", "month", 1, 12),
        deadline_day=_between(one, "deadline_day", "day", 1, 31),
        deadline_weeks=_between(one, "deadline_weeks", "number", 0, 520),
        advance_percentage=_between(one, "advance_percentage", "share", 0, 100),
        explain_percentage=_between(
            one, "explain_percentage", "share", 0, 100, "INTEGER DEFAULT 10 NOT NULL"
        ),
        file_kinds=_WORD,
        largest_file=_checked(one, "INTEGER", "largest_file_is_number", "largest_file > 0"),
        line_order=_WORD,
        own_words=_WORD,
    )


def _steps_of_dossiers() -> None:
    days = ("withdrawn_on", "interim_due_on", "interim_on", "accounted_on", "settled_on")
    _add("subsidies", goal=_WORD, plan=_WORD, outcome=_WORD)
    _add("subsidies", **{name: _day("subsidies", name) for name in days})
    settled = _checked("subsidies", "INTEGER", "settled_not_negative", "settled >= 0")
    _add("subsidies", settled=settled)
    _add("instalments", expected_on=_day("instalments", "expected_on"))
    _add("budget_lines", explanation=_WORD)


def _countable_targets() -> None:
    one = "targets"
    known = f"kind IN ({_INDICATORS})"
    _add(
        one,
        position="INTEGER DEFAULT 0 NOT NULL",
        kind=_checked(one, "TEXT DEFAULT 'own' NOT NULL", "kind_is_known", known),
        age_from=_between(one, "age_from", "age", 0, 130),
        age_to=_between(one, "age_to", "age", 0, 130),
        area=_WORD,
        starts=_day(one, "starts"),
        ends=_day(one, "ends"),
    )


def _thresholds() -> None:
    table(
        "funder_thresholds",
        key(),
        *number("funder_id", "amount"),
        *number("content_report", "financial_report", "statement", default=0),
        not_negative("amount"),
        flag("content_report"),
        flag("financial_report"),
        flag("statement"),
        refers("funder_id", "funders"),
        unique("funder_id", "amount"),
    )


def _sources() -> None:
    table(
        "funder_sources",
        key(),
        *number("funder_id"),
        *text("fact"),
        *words("source"),
        *optional_number("checked_on"),
        check("fact_is_known", f"fact IN ({_FACTS})"),
        day("checked_on"),
        refers("funder_id", "funders"),
        unique("funder_id", "fact"),
    )


def _conditions() -> None:
    table(
        "conditions",
        key(),
        *number("subsidy_id"),
        *text("words"),
        *optional_number("due_on", "done_on"),
        not_empty("words"),
        day("due_on"),
        day("done_on"),
        refers("subsidy_id", "subsidies"),
    )
    index("ix_conditions_subsidy_id", "conditions", "subsidy_id")


def _target_activities() -> None:
    table(
        "target_activities",
        *number("target_id", "activity_id"),
        primary_key("target_id", "activity_id"),
        refers("target_id", "targets"),
        refers("activity_id", "activities"),
        rowid=False,
    )
    index("ix_target_activities_activity_id", "target_activities", "activity_id")


def _papers() -> None:
    table(
        "papers",
        key(),
        *optional_number("subsidy_id", "booking_id", "expense_id"),
        *text("title"),
        *text("kind", default="other"),
        *text("media_type", "sha256"),
        *number("size", "added_on"),
        check("belongs_somewhere", "subsidy_id IS NOT NULL OR booking_id IS NOT NULL"),
        not_empty("title"),
        check("kind_is_known", f"kind IN ({_PAPERS})"),
        check("sha256_is_hexadecimal", "length(sha256) = 64"),
        not_negative("size"),
        day("added_on"),
        refers("subsidy_id", "subsidies"),
        refers("booking_id", "bookings"),
        refers("expense_id", "expenses", on_delete="SET NULL"),
    )
    for column in ("subsidy_id", "booking_id", "expense_id", "sha256"):
        index(f"ix_papers_{column}", "papers", column)

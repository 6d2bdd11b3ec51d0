# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Short words for what the tables of a migration consist of.

Written out here and not taken from ``storage.tables``, which follow the newest schema. The
names of constraints come from the naming convention, which never changes.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.sql.schema import SchemaItem


def table(name: str, *items: SchemaItem, rowid: bool = True) -> None:
    """Make a STRICT table; one that is only found by its own key goes WITHOUT ROWID."""
    options = {} if rowid else {"sqlite_with_rowid": False}
    op.create_table(name, *items, sqlite_strict=True, **options)


def index(name: str, of: str, *columns: str) -> None:
    op.create_index(name, of, list(columns))


def unique_index(name: str, of: str, *columns: str, where: str) -> None:
    op.create_index(name, of, list(columns), unique=True, sqlite_where=sa.text(where))


def key() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), primary_key=True)


def primary_key(*columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns)


def words(*names: str) -> list[sa.Column[Any]]:
    """Texts that are '' when there is none."""
    return text(*names, default="")


def text(*names: str, default: str | None = None) -> list[sa.Column[Any]]:
    standard = None if default is None else sa.text(f"'{default}'")
    return [sa.Column(name, sa.Text(), nullable=False, server_default=standard) for name in names]


def number(*names: str, default: int | None = None) -> list[sa.Column[Any]]:
    standard = None if default is None else sa.text(str(default))
    return [
        sa.Column(name, sa.Integer(), nullable=False, server_default=standard) for name in names
    ]


def optional_text(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Text()) for name in names]


def optional_number(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Integer()) for name in names]


def unique(*columns: str) -> sa.UniqueConstraint:
    return sa.UniqueConstraint(*columns)


def refers(column: str, target: str, *, on_delete: str = "CASCADE") -> sa.ForeignKeyConstraint:
    return refers_by([column], target, ["id"], on_delete=on_delete)


def refers_by(
    columns: list[str], target: str, target_columns: list[str], *, on_delete: str
) -> sa.ForeignKeyConstraint:
    keys = [f"{target}.{column}" for column in target_columns]
    return sa.ForeignKeyConstraint(columns, keys, ondelete=on_delete)


def check(name: str, condition: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(condition, name=name)


def day(column: str) -> sa.CheckConstraint:
    return check(f"{column}_is_day", f"{_calendar(column)} AND {column} % 100 > 0")


def partial_day(column: str) -> sa.CheckConstraint:
    known = f"{column} % 100 = 0 OR {column} / 100 % 100 > 0"
    return check(f"{column}_is_partial_day", f"{_calendar(column)} AND ({known})")


def _calendar(column: str) -> str:
    month = f"{column} / 100 % 100"
    return (
        f"{column} BETWEEN 10000 AND 99991231 AND {month} <= 12 AND {column} % 100 <= "
        f"CASE {month} WHEN 2 THEN 29 WHEN 4 THEN 30 WHEN 6 THEN 30 WHEN 9 THEN 30 "
        "WHEN 11 THEN 30 ELSE 31 END"
    )


def partial_order(name: str, first: str, last: str) -> sa.CheckConstraint:
    """A partial date, taken as late as it can be, does not lie before another."""
    latest = (
        f"{last} + CASE WHEN {last} % 10000 = 0 THEN 9999 WHEN {last} % 100 = 0 THEN 99 ELSE 0 END"
    )
    return check(name, f"{latest} >= {first}")


def time(column: str) -> sa.CheckConstraint:
    return check(f"{column}_is_time", f"{column} BETWEEN 0 AND 1439")


def flag(column: str) -> sa.CheckConstraint:
    return check(f"{column}_is_flag", f"{column} IN (0, 1)")


def not_negative(column: str) -> sa.CheckConstraint:
    return check(f"{column}_not_negative", f"{column} >= 0")


def not_empty(column: str) -> sa.CheckConstraint:
    return check(f"{column}_not_empty", f"trim({column}) <> ''")

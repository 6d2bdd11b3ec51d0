# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The root of the tables, their naming convention, and the checks that several of them share."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from sqlalchemy import CheckConstraint, ForeignKey, Integer, MetaData, Text, text
from sqlalchemy.orm import DeclarativeBase, mapped_column

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Root of every table. STRICT: SQLite then refuses a text in a column of numbers."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {str: Text(), int: Integer()}  # noqa: RUF012  (SQLAlchemy's own form)


# A column that holds a text and is '' when there is none.
Words = Annotated[str, mapped_column(Text(), server_default=text("''"))]
# A column that is 0 or 1, checked by ``is_flag``.
Flag = Annotated[int, mapped_column(Integer(), server_default=text("0"))]
Key = Annotated[int, mapped_column(Integer(), primary_key=True)]


def refers_to(target: str, *, on_delete: str = "CASCADE") -> ForeignKey:
    """A foreign key and what becomes of the row when the other row goes."""
    return ForeignKey(target, ondelete=on_delete)


def options(*, rowid: bool = True) -> dict[str, Any]:
    """The table options of SQLite: STRICT, and WITHOUT ROWID for those found by their key."""
    return {"sqlite_strict": True} | ({} if rowid else {"sqlite_with_rowid": False})


def check(name: str, condition: str) -> CheckConstraint:
    """A condition that holds for every row."""
    return CheckConstraint(condition, name=name)


def is_day(column: str) -> CheckConstraint:
    """A whole date that a month can have (yyyymmdd), or NULL."""
    return check(f"{column}_is_day", f"{_calendar(column)} AND {column} % 100 > 0")


def is_partial_day(column: str) -> CheckConstraint:
    """A date of which the day, or day and month, may be 00, or NULL."""
    known = f"{column} % 100 = 0 OR {column} / 100 % 100 > 0"
    return check(f"{column}_is_partial_day", f"{_calendar(column)} AND ({known})")


def _calendar(column: str) -> str:
    month = f"{column} / 100 % 100"
    return (
        f"{column} BETWEEN 10000 AND 99991231 AND {month} <= 12 AND {column} % 100 <= "
        f"CASE {month} WHEN 2 THEN 29 WHEN 4 THEN 30 WHEN 6 THEN 30 WHEN 9 THEN 30 "
        "WHEN 11 THEN 30 ELSE 31 END"
    )


def is_time(column: str) -> CheckConstraint:
    """Minutes after midnight, or NULL."""
    return check(f"{column}_is_time", f"{column} BETWEEN 0 AND 1439")


def is_flag(column: str) -> CheckConstraint:
    """Either 0 or 1, or NULL."""
    return check(f"{column}_is_flag", f"{column} IN (0, 1)")


def not_negative(column: str) -> CheckConstraint:
    """Zero or more, or NULL."""
    return check(f"{column}_not_negative", f"{column} >= 0")


def not_empty(column: str) -> CheckConstraint:
    """A text with at least one sign that is not a space."""
    return check(f"{column}_not_empty", f"trim({column}) <> ''")


def is_one_of(column: str, words: type[StrEnum]) -> CheckConstraint:
    """One of the words of an enumeration, or NULL."""
    known = ", ".join(f"'{word.value}'" for word in words)
    return check(f"{column}_is_known", f"{column} IN ({known})")


def last_possible(column: str) -> str:
    """SQL: the latest day number that a partial date can mean (parts of 00 become 99)."""
    return (
        f"{column} + CASE WHEN {column} % 10000 = 0 THEN 9999 "
        f"WHEN {column} % 100 = 0 THEN 99 ELSE 0 END"
    )

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which tables have a history, and how their rows are named in it.

The numbers stand in every file: never give one to another table. Each room has its own: people
1-9 and 55-64, activities 10-19 and 50-54, subsidies 20-29 and 75-84, the file itself 30-39,
privacy 40-49, money 65-74, reports 85-94.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import Column, ForeignKey, Table

from buurthuis_admin.storage import tables
from buurthuis_admin.storage.tables import Base

INSERTED, UPDATED, DELETED = 1, 2, 3


@dataclass(frozen=True)
class Recorded:
    """A table with a history.

    ``keys``: one or two whole numbers that name a row; ``words``: the rest of its key, as text.
    ``follows``: rows of this table that came with a new row of another need no record of their
    own (the table, and the column that names its row). ``part_of``: columns by which a row is a
    part of another, that stays or goes with it.
    """

    number: int
    model: type[Base]
    keys: tuple[str, ...] = ("id",)
    words: tuple[str, ...] = ()
    follows: tuple[type[Base], str] | None = None
    part_of: tuple[str, ...] = ()

    @cached_property
    def table(self) -> Table:
        """The table itself."""
        table = self.model.__table__
        assert isinstance(table, Table)
        return table

    @property
    def name(self) -> str:
        """The name of the table."""
        return self.table.name

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The names of all columns."""
        return tuple(column.name for column in self.table.columns)

    @cached_property
    def references(self) -> tuple[tuple[str, str], ...]:
        """Columns that name a row of another table by its id, each with that table's name."""
        return tuple(
            (column.name, key.column.table.name)
            for column in self.table.columns
            for key in _first_key(column)
        )

    @property
    def may_be_single(self) -> bool:
        """Whether a change of one row can be kept within its change set: two numbers name it."""
        return len(self.keys) > 1 and not self.words

    def row(self, of: str) -> tuple[str, str, str]:
        """SQL for the three parts of the name of a row; ``of`` is an alias, NEW or OLD."""
        first = f"{of}.{self.keys[0]}" if self.keys else "0"
        second = f"{of}.{self.keys[1]}" if len(self.keys) > 1 else "0"
        words = " || ':' || ".join(f"{of}.{word}" for word in self.words) or "''"
        return first, second, words


def _first_key(column: Column[Any]) -> list[ForeignKey]:
    return [key for key in column.foreign_keys if key.column.name == "id"][:1]


_ALL = (
    Recorded(1, tables.Person),
    Recorded(2, tables.Household),
    Recorded(3, tables.Membership, part_of=("person_id",)),
    Recorded(4, tables.Contribution, part_of=("membership_id",)),
    Recorded(5, tables.Volunteer, part_of=("person_id",)),
    Recorded(6, tables.VolunteerHours),
    Recorded(7, tables.DifferentPeople, keys=("first_id", "second_id")),
    Recorded(8, tables.MergedPerson, keys=("gone_id",)),
    Recorded(55, tables.Allowance),
    Recorded(56, tables.NeighbourHelp),
    Recorded(57, tables.HelpGiven, part_of=("neighbour_help_id",)),
    Recorded(10, tables.Activity),
    Recorded(11, tables.Series, part_of=("activity_id",)),
    Recorded(12, tables.Session),
    Recorded(13, tables.Enrolment),
    Recorded(
        14,
        tables.Attendance,
        keys=("session_id", "person_id"),
        follows=(tables.Session, "session_id"),
        part_of=("session_id",),
    ),
    Recorded(15, tables.TallyType),
    Recorded(
        16,
        tables.HeadCount,
        keys=("session_id", "tally_type_id"),
        follows=(tables.Session, "session_id"),
        part_of=("session_id",),
    ),
    Recorded(17, tables.Room),
    Recorded(18, tables.ClosingDay),
    Recorded(19, tables.ActivityPerson, part_of=("activity_id",)),
    Recorded(50, tables.OwnContribution),
    Recorded(20, tables.Funder),
    Recorded(21, tables.Subsidy),
    Recorded(22, tables.Instalment, part_of=("subsidy_id",)),
    Recorded(23, tables.BudgetLine, part_of=("subsidy_id",)),
    Recorded(24, tables.Expense, part_of=("subsidy_id",)),
    Recorded(25, tables.Target, part_of=("subsidy_id",)),
    Recorded(75, tables.FunderThreshold, part_of=("funder_id",)),
    Recorded(76, tables.FunderSource, part_of=("funder_id",)),
    Recorded(77, tables.Condition, part_of=("subsidy_id",)),
    Recorded(78, tables.TargetActivity, keys=("target_id", "activity_id"), part_of=("target_id",)),
    Recorded(79, tables.Paper),
    Recorded(30, tables.Setting, keys=(), words=("key",)),
    Recorded(31, tables.ImportBatch),
    Recorded(32, tables.ImportFile),
    Recorded(33, tables.ImportSheet),
    Recorded(
        34,
        tables.SourceRow,
        keys=("sheet_id", "entity_id"),
        words=("entity_kind", "row"),
        follows=(tables.ImportSheet, "sheet_id"),
    ),
    Recorded(35, tables.UnclearRow),
    Recorded(40, tables.Consent, part_of=("person_id",)),
    Recorded(41, tables.AccessRequest),
    Recorded(42, tables.DataBreach),
    Recorded(85, tables.Report),
    Recorded(86, tables.ReportPart, part_of=("report_id",)),
    Recorded(87, tables.ReportPhoto, part_of=("report_id",)),
    Recorded(88, tables.FigureCorrection, part_of=("report_id",)),
    Recorded(65, tables.Account),
    Recorded(66, tables.Category),
    Recorded(67, tables.Booking),
    Recorded(68, tables.ContributionPayment, part_of=("contribution_id",)),
    Recorded(69, tables.Reserve),
)

RECORDED = {one.number: one for one in _ALL}
BY_NAME = {one.name: one for one in _ALL}
# Not recorded: the history itself, drafts, the bytes of files, erasures (never taken back), the
# log of backups, and heading mappings (what was learned of a layout stays known).
# Not recorded: the history itself, drafts, erasures (never taken back), the log of backups, and
# heading mappings (what was learned of a layout stays known), and the rows of printed sheets
# (what was printed stays printed).


def recorded(model: type[Base]) -> Recorded | None:
    """The history of a table; None when it has none."""
    return BY_NAME.get(str(model.__tablename__))

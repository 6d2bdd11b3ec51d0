# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables of what volunteers were paid, and of neighbours who help each other."""

from __future__ import annotations

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from buurthuis_admin.domain.helping import HelpKind, HelpState
from buurthuis_admin.storage.tables.base import (
    Base,
    Key,
    Words,
    check,
    is_day,
    is_one_of,
    not_empty,
    not_negative,
    options,
    refers_to,
)


class Allowance(Base):
    """What a volunteer was paid, in cents. It stays when the person leaves, without the name."""

    __tablename__ = "allowances"
    __table_args__ = (
        is_day("day"),
        check("amount_above_nothing", "amount > 0"),
        Index("ix_allowances_person_id", "person_id"),
        Index("ix_allowances_day", "day", "person_id", "amount"),
        options(),
    )

    id: Mapped[Key]
    person_id: Mapped[int | None] = mapped_column(refers_to("people.id", on_delete="SET NULL"))
    day: Mapped[int]
    amount: Mapped[int]
    remark: Mapped[Words]


class NeighbourHelp(Base):
    """What a neighbour asks or offers. It counts in the year when the person has left, nameless."""

    __tablename__ = "neighbour_help"
    __table_args__ = (
        is_one_of("kind", HelpKind),
        is_one_of("state", HelpState),
        not_empty("what"),
        is_day("day"),
        is_day("closed_on"),
        check("closed_when_done", "(state = 'open') = (closed_on IS NULL)"),
        check("closed_after_asked", "closed_on >= day"),
        Index("ix_neighbour_help_person_id", "person_id"),
        Index("ix_neighbour_help_day", "day", "kind", "state"),
        options(),
    )

    id: Mapped[Key]
    kind: Mapped[str]
    person_id: Mapped[int | None] = mapped_column(refers_to("people.id", on_delete="SET NULL"))
    what: Mapped[str]
    day: Mapped[int]
    state: Mapped[str] = mapped_column(server_default=text("'open'"))
    closed_on: Mapped[int | None]


class HelpGiven(Base):
    """The other of the two: who helped with a request, or who was helped by an offer."""

    __tablename__ = "help_given"
    __table_args__ = (
        is_day("day"),
        not_negative("hours"),
        Index("ix_help_given_neighbour_help_id", "neighbour_help_id"),
        Index("ix_help_given_person_id", "person_id"),
        Index("ix_help_given_day", "day"),
        options(),
    )

    id: Mapped[Key]
    neighbour_help_id: Mapped[int] = mapped_column(refers_to("neighbour_help.id"))
    person_id: Mapped[int | None] = mapped_column(refers_to("people.id", on_delete="SET NULL"))
    day: Mapped[int]
    hours: Mapped[int]

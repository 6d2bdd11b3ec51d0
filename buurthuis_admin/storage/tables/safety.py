# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables for the privacy of people and the safety of the file."""

from __future__ import annotations

from sqlalchemy import Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from buurthuis_admin.domain.privacy import RequestKind
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


class Identity(Base):
    """What makes this administration this one, drawn at random when it was made.

    ``fingerprints``: the key of the hashes that outlive a new data key.
    """

    __tablename__ = "identity"
    __table_args__ = (not_empty("value"), options(rowid=False))

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class Consent(Base):
    """That a person agreed to one use of their data; it can be taken back at any time."""

    __tablename__ = "consents"
    __table_args__ = (
        not_empty("purpose"),
        is_day("given_on"),
        is_day("withdrawn_on"),
        Index("ix_consents_person_id", "person_id"),
        options(),
    )

    id: Mapped[Key]
    person_id: Mapped[int] = mapped_column(refers_to("people.id"))
    purpose: Mapped[str]
    given_on: Mapped[int]
    how: Mapped[Words]
    withdrawn_on: Mapped[int | None]
    remark: Mapped[Words]


class AccessRequest(Base):
    """That a person asked what is held on them, or to mend or erase it (AVG art. 15-21)."""

    __tablename__ = "access_requests"
    __table_args__ = (
        is_one_of("kind", RequestKind),
        is_day("received_on"),
        is_day("answered_on"),
        is_day("extended_until"),
        Index("ix_access_requests_person_id", "person_id"),
        options(),
    )

    id: Mapped[Key]
    person_id: Mapped[int | None] = mapped_column(refers_to("people.id", on_delete="SET NULL"))
    kind: Mapped[str] = mapped_column(server_default=text("'access'"))
    received_on: Mapped[int]
    answered_on: Mapped[int | None]
    extended_until: Mapped[int | None]
    remark: Mapped[Words]


class DataBreach(Base):
    """A data breach (AVG art. 33): moments are UTC, ISO 8601; 72 hours run from the discovery."""

    __tablename__ = "data_breaches"
    __table_args__ = (
        not_empty("discovered_at"),
        not_empty("description"),
        not_negative("people_affected"),
        is_day("people_told_on"),
        is_day("closed_on"),
        options(),
    )

    id: Mapped[Key]
    discovered_at: Mapped[str]
    description: Mapped[str]
    kinds_of_data: Mapped[Words]
    people_affected: Mapped[int | None]
    consequences: Mapped[Words]
    measures: Mapped[Words]
    reported_at: Mapped[str | None]
    not_reported_reason: Mapped[Words]
    people_told_on: Mapped[int | None]
    closed_on: Mapped[int | None]


class Erasure(Base):
    """That somebody was erased or made anonymous, as a keyed hash: done again after a restore."""

    __tablename__ = "erasures"
    __table_args__ = (
        check("fingerprint_is_hexadecimal", "length(fingerprint) = 64"),
        check("kind_is_known", "kind IN ('erased', 'anonymised')"),
        UniqueConstraint("fingerprint"),
        options(),
    )

    id: Mapped[Key]
    at: Mapped[str]
    fingerprint: Mapped[str]
    kind: Mapped[str]


class Draft(Base):
    """What was typed in a form that is not saved yet, as JSON; kept while the program is locked."""

    __tablename__ = "drafts"
    __table_args__ = (check("content_is_json", "json_valid(content)"), options(rowid=False))

    key: Mapped[str] = mapped_column(primary_key=True)
    at: Mapped[str]
    content: Mapped[str]


class BackupMade(Base):
    """A backup that was made, or why it failed (``problem``)."""

    __tablename__ = "backups_made"
    __table_args__ = (
        not_empty("place"),
        not_negative("people"),
        not_negative("attendances"),
        not_negative("size"),
        options(),
    )

    id: Mapped[Key]
    at: Mapped[str]
    reason: Mapped[str]
    place: Mapped[str]
    file: Mapped[Words]
    revision: Mapped[int] = mapped_column(server_default=text("0"))
    people: Mapped[int] = mapped_column(server_default=text("0"))
    attendances: Mapped[int] = mapped_column(server_default=text("0"))
    size: Mapped[int] = mapped_column(server_default=text("0"))
    problem: Mapped[Words]

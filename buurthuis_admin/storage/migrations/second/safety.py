# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Schema version 2: the privacy of people, drafts and backups."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, Integer

from buurthuis_admin.storage.migrations.parts import (
    check,
    day,
    index,
    key,
    not_empty,
    not_negative,
    number,
    optional_number,
    optional_text,
    primary_key,
    refers,
    table,
    text,
    unique,
    words,
)

_REQUESTS = ("access", "rectify", "erase", "restrict", "portability", "object")


def create() -> None:
    """Make the tables."""
    op.add_column("people", Column("anonymised_on", Integer()))
    _identity()
    _consents()
    _access_requests()
    _data_breaches()
    _erasures()
    _drafts()
    _backups_made()


def _identity() -> None:
    table(
        "identity",
        *text("key", "value"),
        primary_key("key"),
        not_empty("value"),
        rowid=False,
    )
    op.execute("INSERT INTO identity VALUES ('fingerprints', lower(hex(randomblob(32))))")


def _consents() -> None:
    table(
        "consents",
        key(),
        *number("person_id"),
        *text("purpose"),
        *number("given_on"),
        *words("how"),
        *optional_number("withdrawn_on"),
        *words("remark"),
        not_empty("purpose"),
        day("given_on"),
        day("withdrawn_on"),
        refers("person_id", "people"),
    )
    index("ix_consents_person_id", "consents", "person_id")


def _access_requests() -> None:
    known = ", ".join(f"'{word}'" for word in _REQUESTS)
    table(
        "access_requests",
        key(),
        *optional_number("person_id"),
        *text("kind", default="access"),
        *number("received_on"),
        *optional_number("answered_on", "extended_until"),
        *words("remark"),
        check("kind_is_known", f"kind IN ({known})"),
        day("received_on"),
        day("answered_on"),
        day("extended_until"),
        refers("person_id", "people", on_delete="SET NULL"),
    )
    index("ix_access_requests_person_id", "access_requests", "person_id")


def _data_breaches() -> None:
    table(
        "data_breaches",
        key(),
        *text("discovered_at", "description"),
        *words("kinds_of_data"),
        *optional_number("people_affected"),
        *words("consequences", "measures"),
        *optional_text("reported_at"),
        *words("not_reported_reason"),
        *optional_number("people_told_on", "closed_on"),
        not_empty("discovered_at"),
        not_empty("description"),
        not_negative("people_affected"),
        day("people_told_on"),
        day("closed_on"),
    )


def _erasures() -> None:
    table(
        "erasures",
        key(),
        *text("at", "fingerprint", "kind"),
        check("fingerprint_is_hexadecimal", "length(fingerprint) = 64"),
        check("kind_is_known", "kind IN ('erased', 'anonymised')"),
        unique("fingerprint"),
    )


def _drafts() -> None:
    table(
        "drafts",
        *text("key", "at", "content"),
        primary_key("key"),
        check("content_is_json", "json_valid(content)"),
        rowid=False,
    )


def _backups_made() -> None:
    table(
        "backups_made",
        key(),
        *text("at", "reason", "place"),
        *words("file"),
        *number("revision", "people", "attendances", "size", default=0),
        *words("problem"),
        not_empty("place"),
        not_negative("people"),
        not_negative("attendances"),
        not_negative("size"),
    )

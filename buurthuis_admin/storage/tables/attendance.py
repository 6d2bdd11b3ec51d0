# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The rows of the printed sheet of a session."""

from __future__ import annotations

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from buurthuis_admin.storage.tables.base import Base, check, options, refers_to


class SessionPlace(Base):
    """Which row of the sheet of a session is whose: given once, so that paper and screen agree.

    Without a history: what was printed stays printed, and undo has nothing to do with it. The row
    goes with the person and with the session; another gets no number that was given before.
    """

    __tablename__ = "session_places"
    __table_args__ = (
        check("number_is_row", "number >= 1"),
        UniqueConstraint("session_id", "number"),
        Index("ix_session_places_person_id", "person_id"),
        options(rowid=False),
    )

    session_id: Mapped[int] = mapped_column(refers_to("sessions.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(refers_to("people.id"), primary_key=True)
    number: Mapped[int]

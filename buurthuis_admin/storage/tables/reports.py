# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tables of what people add to reports: texts, photos, corrections by hand."""

from __future__ import annotations

from sqlalchemy import Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from buurthuis_admin.storage.tables.base import (
    Base,
    Flag,
    Key,
    Words,
    check,
    is_flag,
    not_empty,
    options,
    refers_to,
)


class Report(Base):
    """The report of a year or of a subsidy; a row is made when somebody adds something to it."""

    __tablename__ = "reports"
    __table_args__ = (
        check("is_of_one_thing", "(year IS NULL) <> (subsidy_id IS NULL)"),
        check("year_is_year", "year BETWEEN 1 AND 9999"),
        Index("uq_reports_year", "year", unique=True, sqlite_where=text("year IS NOT NULL")),
        Index(
            "uq_reports_subsidy_id",
            "subsidy_id",
            unique=True,
            sqlite_where=text("subsidy_id IS NOT NULL"),
        ),
        options(),
    )

    id: Mapped[Key]
    year: Mapped[int | None]
    subsidy_id: Mapped[int | None] = mapped_column(refers_to("subsidies.id"))


class ReportPart(Base):
    """One field of one chapter."""

    __tablename__ = "report_parts"
    __table_args__ = (
        not_empty("chapter"),
        not_empty("field"),
        UniqueConstraint("report_id", "chapter", "field"),
        options(),
    )

    id: Mapped[Key]
    report_id: Mapped[int] = mapped_column(refers_to("reports.id"))
    chapter: Mapped[str]
    field: Mapped[str]
    content: Mapped[Words]


class ReportPhoto(Base):
    """A picture in a chapter; its bytes are in ``file_contents``."""

    __tablename__ = "report_photos"
    __table_args__ = (
        not_empty("chapter"),
        check("sha256_is_hexadecimal", "length(sha256) = 64"),
        check("has_a_size", "width > 0 AND height > 0"),
        is_flag("people_agreed"),
        Index("ix_report_photos_report_id", "report_id"),
        options(),
    )

    id: Mapped[Key]
    report_id: Mapped[int] = mapped_column(refers_to("reports.id"))
    chapter: Mapped[str]
    position: Mapped[int] = mapped_column(server_default=text("0"))
    sha256: Mapped[str] = mapped_column(info={"keeps_content": True})
    width: Mapped[int]
    height: Mapped[int]
    caption: Mapped[Words]
    alt: Mapped[Words]
    people_agreed: Mapped[Flag]


class FigureCorrection(Base):
    """A figure that somebody corrected by hand, and why."""

    __tablename__ = "figure_corrections"
    __table_args__ = (
        not_empty("figure"),
        not_empty("value"),
        not_empty("reason"),
        UniqueConstraint("report_id", "figure"),
        options(),
    )

    id: Mapped[Key]
    report_id: Mapped[int] = mapped_column(refers_to("reports.id"))
    figure: Mapped[str]
    value: Mapped[str]
    reason: Mapped[str]

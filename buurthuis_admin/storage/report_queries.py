# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people added to reports: read and kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from buurthuis_admin.domain.reports import (
    ORDER,
    TAKEN_OVER,
    TEXT,
    Chapter,
    FigureCorrection,
    Photo,
    ReportKey,
)
from buurthuis_admin.storage import tables
from buurthuis_admin.storage.bulk import next_id
from buurthuis_admin.storage.rows import upsert

Parts = dict[tuple[Chapter, str], str]


def report_id(connection: Connection, key: ReportKey) -> int | None:
    """The report, when anything was added to it."""
    found = select(tables.Report.id)
    if key.year is not None:
        return connection.scalar(found.where(tables.Report.year == key.year))
    return connection.scalar(found.where(tables.Report.subsidy_id == key.subsidy_id))


def made_report_id(connection: Connection, key: ReportKey) -> int:
    """The report; it is made when nothing was added to it yet."""
    known = report_id(connection, key)
    if known is not None:
        return known
    new = next_id(connection, tables.Report)
    values = {"id": new, "year": key.year, "subsidy_id": key.subsidy_id}
    connection.execute(insert(tables.Report).values(**values))
    return new


def parts(connection: Connection, report: int) -> Parts:
    """The fields of a report; those of chapters that this program does not know are left."""
    table = tables.ReportPart
    question = select(table.chapter, table.field, table.content).where(table.report_id == report)
    known = {chapter.value for chapter in Chapter}
    return {
        (Chapter(chapter), name): content
        for chapter, name, content in connection.execute(question)
        if chapter in known
    }


def texts_before(connection: Connection, key: ReportKey) -> Parts:
    """Texts of the reports before it, that a new one starts with: of each the newest.

    Those of a subsidy are of the same funder, which also wants the same order.
    """
    found: Parts = {}
    for report in _reports_before(connection, key):
        for (chapter, name), content in parts(connection, report).items():
            if (chapter in TAKEN_OVER and name == TEXT) or name == ORDER:
                found[chapter, name] = content
    return found


def _reports_before(connection: Connection, key: ReportKey) -> list[int]:
    """The reports that somebody worked on before this one, the oldest first."""
    table, subsidy = tables.Report, tables.Subsidy
    if key.year is not None:
        earlier = select(table.id).where(table.year < key.year).order_by(table.year)
        return list(connection.scalars(earlier))
    funder = select(subsidy.funder_id).where(subsidy.id == key.subsidy_id).scalar_subquery()
    question = (
        select(table.id)
        .join(subsidy, subsidy.id == table.subsidy_id)
        .where(subsidy.funder_id == funder, subsidy.id != key.subsidy_id)
    )
    if (own := report_id(connection, key)) is not None:
        question = question.where(table.id < own)
    return list(connection.scalars(question.order_by(table.id)))


def save_part(
    connection: Connection, report: int, chapter: Chapter, name: str, content: str
) -> None:
    """Keep a field."""
    table = tables.ReportPart
    question = select(table.id).where(
        table.report_id == report, table.chapter == chapter.value, table.field == name
    )
    values = {
        "report_id": report,
        "chapter": chapter.value,
        "field": name,
        "content": content,
    }
    upsert(connection, table, connection.scalar(question), values)


def drop_part(connection: Connection, report: int, chapter: Chapter, name: str) -> None:
    """Let go of a field: what is made from the figures stands there again."""
    table = tables.ReportPart
    connection.execute(
        delete(table).where(
            table.report_id == report, table.chapter == chapter.value, table.field == name
        )
    )


def photos(connection: Connection, report: int) -> tuple[Photo, ...]:
    """The pictures of a report, by chapter and place."""
    table = tables.ReportPhoto
    question = select(table.__table__).where(table.report_id == report)
    rows = connection.execute(question.order_by(table.chapter, table.position, table.id))
    return tuple(
        Photo(
            id=row.id,
            chapter=Chapter(row.chapter),
            position=row.position,
            sha256=row.sha256,
            width=row.width,
            height=row.height,
            caption=row.caption,
            alt=row.alt,
            people_agreed=bool(row.people_agreed),
        )
        for row in rows
    )


def save_photo(connection: Connection, report: int, photo: Photo) -> int:
    """Keep a picture; returns its id."""
    values: Mapping[str, Any] = {
        "report_id": report,
        "chapter": photo.chapter.value,
        "position": photo.position,
        "sha256": photo.sha256,
        "width": photo.width,
        "height": photo.height,
        "caption": photo.caption,
        "alt": photo.alt,
        "people_agreed": int(photo.people_agreed),
    }
    return upsert(connection, tables.ReportPhoto, photo.id, values)


def drop_photo(connection: Connection, photo_id: int) -> None:
    """Take a picture out of its report."""
    connection.execute(delete(tables.ReportPhoto).where(tables.ReportPhoto.id == photo_id))


def corrections(connection: Connection, report: int) -> tuple[FigureCorrection, ...]:
    """The figures that were corrected by hand."""
    table = tables.FigureCorrection
    question = select(table.figure, table.value, table.reason).where(table.report_id == report)
    return tuple(
        FigureCorrection(figure=figure, value=value, reason=reason)
        for figure, value, reason in connection.execute(question.order_by(table.figure))
    )


def save_correction(connection: Connection, report: int, correction: FigureCorrection) -> None:
    """Keep a correction, in the place of an earlier one of the same figure."""
    table = tables.FigureCorrection
    known = connection.scalar(
        select(table.id).where(table.report_id == report, table.figure == correction.figure)
    )
    values = {"value": correction.value, "reason": correction.reason}
    if known is None:
        values |= {"report_id": report, "figure": correction.figure}  # type: ignore[dict-item]
        connection.execute(insert(table).values(id=next_id(connection, table), **values))
    else:
        connection.execute(update(table).where(table.id == known).values(**values))


def drop_correction(connection: Connection, report: int, figure: str) -> None:
    """Let the figure be as it is counted."""
    table = tables.FigureCorrection
    connection.execute(delete(table).where(table.report_id == report, table.figure == figure))

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What people add to a report: kept per year and per subsidy, with last year's as a start."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from buurthuis_admin.domain.reports import (
    Chapter,
    Composition,
    FigureCorrection,
    Photo,
    ReportKey,
)
from buurthuis_admin.errors import UserError
from buurthuis_admin.i18n import _
from buurthuis_admin.services.changes import REPORTS, Changes
from buurthuis_admin.services.photos import prepare_photo
from buurthuis_admin.services.report_words import chapter_name, report_name
from buurthuis_admin.storage import contents, report_queries
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.unit_of_work import UnitOfWork

Result = TypeVar("Result")


class ReasonMissing(UserError):
    """A figure is corrected by hand only with a reason that the reader sees."""

    def __init__(self) -> None:
        super().__init__(
            _("Fill in what the figure must be and why. The reason stands in the report.")
        )


class CompositionService:
    """Texts, photos and corrections of the reports of one administration."""

    def __init__(self, file: AdministrationFile, changes: Changes) -> None:
        self._file, self._changes = file, changes

    def of(self, key: ReportKey) -> Composition:
        """What was added to a report, with texts of the reports before it."""
        with self._file.reading() as connection:
            report = report_queries.report_id(connection, key)
            inherited = report_queries.texts_before(connection, key)
            if report is None:
                return Composition(inherited=inherited)
            return Composition(
                parts=report_queries.parts(connection, report),
                inherited=inherited,
                photos=report_queries.photos(connection, report),
                corrections=report_queries.corrections(connection, report),
            )

    def picture(self, photo: Photo) -> bytes | None:
        """The bytes of a picture (JPEG)."""
        with self._file.reading() as connection:
            return contents.content_of(connection, photo.sha256)

    def save_part(self, key: ReportKey, chapter: Chapter, name: str, content: str) -> None:
        """Keep a field of a chapter."""

        def write(unit: UnitOfWork, report: int) -> None:
            report_queries.save_part(unit.connection, report, chapter, name, content)

        self._write(key, _("{report}: {chapter} changed"), chapter, write)

    def drop_part(self, key: ReportKey, chapter: Chapter, name: str) -> None:
        """Let what is made from the figures stand there again."""

        def write(unit: UnitOfWork, report: int) -> None:
            report_queries.drop_part(unit.connection, report, chapter, name)

        self._write(key, _("{report}: {chapter} changed"), chapter, write)

    def add_photo(
        self, key: ReportKey, photo: bytes, chapter: Chapter, *, alt: str, caption: str = "",
        people_agreed: bool = False,
    ) -> int:  # fmt: skip
        """Put a picture in a chapter, scaled and without what the camera wrote in it.

        Raises PhotoUnreadable.
        """
        prepared = prepare_photo(photo)

        def write(unit: UnitOfWork, report: int) -> int:
            sha256 = contents.keep(unit.connection, prepared.content)
            known = report_queries.photos(unit.connection, report)
            place = max((one.position for one in known if one.chapter is chapter), default=0) + 1
            made = Photo(
                chapter=chapter,
                position=place,
                sha256=sha256,
                width=prepared.width,
                height=prepared.height,
                caption=caption,
                alt=alt,
                people_agreed=people_agreed,
            )
            return report_queries.save_photo(unit.connection, report, made)

        return self._write(key, _("{report}: photo added to {chapter}"), chapter, write)

    def save_photo(self, key: ReportKey, photo: Photo) -> None:
        """Keep another caption, description or place of a picture."""

        def write(unit: UnitOfWork, report: int) -> None:
            report_queries.save_photo(unit.connection, report, photo)

        self._write(key, _("{report}: photo changed in {chapter}"), photo.chapter, write)

    def remove_photo(self, key: ReportKey, photo: Photo) -> None:
        """Take a picture out of its chapter; it can be undone."""

        def write(unit: UnitOfWork, _report: int) -> None:
            report_queries.drop_photo(unit.connection, photo.id or 0)

        self._write(key, _("{report}: photo removed from {chapter}"), photo.chapter, write)

    def move_photo(self, key: ReportKey, photo: Photo, step: int) -> None:
        """Let a picture change places with its neighbour: -1 up, 1 down."""
        row = list(self.of(key).photos_of(photo.chapter))
        here = next((at for at, one in enumerate(row) if one.id == photo.id), None)
        if here is None or not 0 <= here + step < len(row):
            return
        row[here], row[here + step] = row[here + step], row[here]

        def write(unit: UnitOfWork, report: int) -> None:
            for place, one in enumerate(row, 1):
                moved = replace(one, position=place)
                report_queries.save_photo(unit.connection, report, moved)

        self._write(key, _("{report}: photo moved in {chapter}"), photo.chapter, write)

    def correct(self, key: ReportKey, chapter: Chapter, correction: FigureCorrection) -> None:
        """Put a figure of somebody's own in the place of the counted one. Raises ReasonMissing."""
        if not correction.value.strip() or not correction.reason.strip():
            raise ReasonMissing

        def write(unit: UnitOfWork, report: int) -> None:
            report_queries.save_correction(unit.connection, report, correction)

        self._write(key, _("{report}: figure corrected by hand in {chapter}"), chapter, write)

    def withdraw_correction(self, key: ReportKey, chapter: Chapter, figure: str) -> None:
        """Let a figure be as it is counted."""

        def write(unit: UnitOfWork, report: int) -> None:
            report_queries.drop_correction(unit.connection, report, figure)

        self._write(key, _("{report}: figure as counted again in {chapter}"), chapter, write)

    def _write(
        self,
        key: ReportKey,
        sentence: str,
        chapter: Chapter,
        write: Callable[[UnitOfWork, int], Result],
    ) -> Result:
        told = sentence.format(report=report_name(key), chapter=chapter_name(chapter))
        with self._file.unit_of_work(told) as unit:
            report = report_queries.made_report_id(unit.connection, key)
            result = write(unit, report)
            unit.commit()
        self._changes.tell(REPORTS)
        return result

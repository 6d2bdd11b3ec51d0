# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The figures of a report as a workbook, with small groups kept back as in the report."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal

from buurthuis_admin.domain.dossier_report import DossierReportData
from buurthuis_admin.domain.figures import YearReportData
from buurthuis_admin.domain.reports import YEAR_CHAPTERS, Chapter, FigureCorrection
from buurthuis_admin.i18n import MINUS, _, decimal_separator
from buurthuis_admin.reporting.content import Align, Block, BulletList, Keep, Simple, Table
from buurthuis_admin.reporting.corrections import correct
from buurthuis_admin.reporting.dossier_report import dossier_blocks
from buurthuis_admin.reporting.year_report import chapter_blocks
from buurthuis_admin.services.report_words import chapter_name
from buurthuis_admin.services.workbooks import Sheet, Value, workbook

_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_OF_DOSSIER = (
    Chapter.AGREEMENTS,
    Chapter.ACTIVITIES,
    Chapter.PARTICIPANTS,
    Chapter.FINANCES,
    Chapter.RECEIPTS,
)


def dossier_workbook(data: DossierReportData) -> bytes:
    """The tables of the report on a subsidy, a sheet each."""
    return _of_report(
        _OF_DOSSIER, lambda chapter: dossier_blocks(chapter, data), data.composition.corrections
    )


def year_workbook(data: YearReportData) -> bytes:
    """The tables of the report on a year, a sheet each."""
    return _of_report(
        YEAR_CHAPTERS, lambda chapter: chapter_blocks(chapter, data), data.composition.corrections
    )


def table_workbook(title: str, table: Table) -> bytes:
    """One table."""
    return workbook([_sheet(title, table)])


def _of_report(
    chapters: Sequence[Chapter],
    made: Callable[[Chapter], Sequence[Block]],
    corrections: Sequence[FigureCorrection],
) -> bytes:
    """The tables of some chapters.

    They are taken from the report itself, so that what is kept back there is kept back here, and
    what was corrected by hand is marked here too, with a sheet that says why.
    """
    sheets: list[Sheet] = []
    notes: list[tuple[str]] = []
    for chapter in chapters:
        blocks = made(chapter)
        corrected = correct(blocks, corrections)
        sheets += _sheets(chapter_name(chapter), corrected[: len(blocks)])
        notes += ((note,) for note in _notes(corrected[len(blocks) :]))
    if notes:
        sheets.append((_("Corrected by hand"), (_("Corrected by hand"),), notes))
    return workbook(sheets or [(_("Figures"), (_("Nothing is known yet"),), ())])


def _notes(blocks: Iterable[Block]) -> Iterator[str]:
    """What was corrected in a chapter; such notes are put below all that was corrected."""
    for one in _flat(blocks):
        yield from one.items if isinstance(one, BulletList) else ()


def _flat(blocks: Iterable[Block]) -> Iterator[Simple]:
    for block in blocks:
        yield from block.blocks if isinstance(block, Keep) else (block,)


def _sheets(name: str, blocks: Iterable[Block]) -> Iterator[Sheet]:
    tables = (one for one in _flat(blocks) if isinstance(one, Table))
    for number, table in enumerate(tables, 1):
        yield _sheet(name if number == 1 else f"{name} {number}", table)


def _sheet(title: str, table: Table) -> Sheet:
    headings = [column.title.replace("\N{SOFT HYPHEN}", "") for column in table.columns]
    shown = [row.cells for row in table.rows]
    if table.total is not None:
        shown.append(table.total.cells)
    return title, headings, [_values(table, cells) for cells in shown]


def _values(table: Table, cells: Sequence[str]) -> list[Value]:
    """Numbers as numbers, so that they can be added; what is kept back stays a text."""
    return [
        _number(cell) if column.align is Align.END else cell
        for column, cell in zip(table.columns, cells, strict=True)
    ]


def _number(cell: str) -> Value:
    plain = cell.replace("." if decimal_separator() == "," else ",", "").replace(",", ".")
    plain = plain.replace(MINUS, "-").removeprefix("+")
    if not _NUMBER.fullmatch(plain):
        return cell
    return Decimal(plain) if "." in plain else int(plain)

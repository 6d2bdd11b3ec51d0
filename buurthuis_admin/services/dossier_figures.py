# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The figures of a dossier as a workbook, with small groups kept back as in the report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from buurthuis_admin.domain.dossier_report import DossierReportData
from buurthuis_admin.domain.reports import Chapter
from buurthuis_admin.i18n import MINUS, _, decimal_separator
from buurthuis_admin.reporting.chapters.dossier_results import participant_tables
from buurthuis_admin.reporting.content import Align, Block, BulletList, Keep, Simple, Table
from buurthuis_admin.reporting.corrections import correct
from buurthuis_admin.reporting.dossier_report import dossier_blocks
from buurthuis_admin.services.workbooks import Value, workbook

_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_SHEETS = (
    Chapter.AGREEMENTS,
    Chapter.ACTIVITIES,
    Chapter.PARTICIPANTS,
    Chapter.FINANCES,
    Chapter.RECEIPTS,
)


def figures_workbook(data: DossierReportData) -> bytes:
    """The tables of the report, a sheet each.

    They are taken from the report itself, so that what is kept back there is kept back here, and
    what was corrected by hand is marked here too, with a sheet that says why.
    """
    sheets = [sheet for chapter in _SHEETS for sheet in _sheets(chapter, data)]
    notes = [(note,) for chapter in _SHEETS for note in _notes(chapter, data)]
    if notes:
        sheets.append((_("Corrected by hand"), (_("Corrected by hand"),), notes))
    return workbook(sheets or [(_("Figures"), (_("Nothing is known yet"),), ())])


def _made(chapter: Chapter, data: DossierReportData) -> list[Simple]:
    """The blocks of a chapter; people are in tables here, whether the report has them or not."""
    blocks = dossier_blocks(chapter, data)
    flat = [one for block in blocks for one in _flat(block)]
    if chapter is not Chapter.PARTICIPANTS or not flat:
        return flat
    return [*(one for one in flat if not isinstance(one, Table)), *participant_tables(data)]


def _flat(block: Block) -> tuple[Simple, ...]:
    return block.blocks if isinstance(block, Keep) else (block,)


def _blocks(chapter: Chapter, data: DossierReportData) -> Iterator[Simple]:
    for block in correct(_made(chapter, data), data.composition.corrections):
        yield from _flat(block)


def _notes(chapter: Chapter, data: DossierReportData) -> Iterator[str]:
    """What was corrected in a chapter; such notes are put below all that was corrected."""
    if not data.composition.corrections:
        return
    counted = _made(chapter, data)
    for block in correct(counted, data.composition.corrections)[len(counted) :]:
        for one in _flat(block):
            yield from one.items if isinstance(one, BulletList) else ()


def _sheets(
    chapter: Chapter, data: DossierReportData
) -> Iterator[tuple[str, Sequence[str], Sequence[Sequence[Value]]]]:
    from buurthuis_admin.services.report_words import chapter_name

    tables = (one for one in _blocks(chapter, data) if isinstance(one, Table))
    for number, table in enumerate(tables, 1):
        name = chapter_name(chapter)
        yield sheet_of(name if number == 1 else f"{name} {number}", table)


def sheet_of(title: str, table: Table) -> tuple[str, Sequence[str], Sequence[Sequence[Value]]]:
    """A table as a sheet: its title, its headings, and its lines with the total at the end."""
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

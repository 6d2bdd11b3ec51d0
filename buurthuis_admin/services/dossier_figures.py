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
from buurthuis_admin.reporting.content import Align, Keep, Table
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

    They are taken from the report itself, so that what is kept back there is kept back here.
    """
    sheets = [sheet for chapter in _SHEETS for sheet in _sheets(chapter, data)]
    return workbook(sheets or [(_("Figures"), (_("Nothing is known yet"),), ())])


def _sheets(
    chapter: Chapter, data: DossierReportData
) -> Iterator[tuple[str, Sequence[str], Sequence[Sequence[Value]]]]:
    from buurthuis_admin.services.report_words import chapter_name

    for number, table in enumerate(_tables(chapter, data), 1):
        name = chapter_name(chapter)
        title = name if number == 1 else f"{name} {number}"
        headings = [column.title.replace("\N{SOFT HYPHEN}", "") for column in table.columns]
        shown = [row.cells for row in table.rows]
        if table.total is not None:
            shown.append(table.total.cells)
        yield title, headings, [_values(table, cells) for cells in shown]


def _values(table: Table, cells: Sequence[str]) -> list[Value]:
    """Numbers as numbers, so that they can be added; what is kept back stays a text."""
    return [
        _number(cell) if column.align is Align.END else cell
        for column, cell in zip(table.columns, cells, strict=True)
    ]


def _number(cell: str) -> Value:
    plain = cell.replace("." if decimal_separator() == "," else ",", "").replace(",", ".")
    plain = plain.replace(MINUS, "-").removeprefix("+")
    return Decimal(plain) if _NUMBER.fullmatch(plain) else cell


def _tables(chapter: Chapter, data: DossierReportData) -> Iterator[Table]:
    for block in dossier_blocks(chapter, data):
        inside = block.blocks if isinstance(block, Keep) else (block,)
        yield from (one for one in inside if isinstance(one, Table))

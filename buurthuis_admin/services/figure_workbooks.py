# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The figures of a year, or of several years, as a workbook (``dossier_figures``: of a subsidy)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from buurthuis_admin.domain.figures import YearReportData
from buurthuis_admin.domain.reports import YEAR_CHAPTERS
from buurthuis_admin.i18n import _
from buurthuis_admin.reporting.content import Block, BulletList, Keep, Simple, Table
from buurthuis_admin.reporting.corrections import correct
from buurthuis_admin.reporting.year_report import chapter_blocks
from buurthuis_admin.services.dossier_figures import sheet_of
from buurthuis_admin.services.report_words import chapter_name
from buurthuis_admin.services.workbooks import Sheet, workbook


def year_workbook(data: YearReportData) -> bytes:
    """The tables of the report on a year, a sheet each: what is kept back there is so here.

    What was corrected by hand is marked, with a sheet that says why.
    """
    sheets: list[Sheet] = []
    notes: list[tuple[str]] = []
    for chapter in YEAR_CHAPTERS:
        blocks = chapter_blocks(chapter, data)
        corrected = correct(blocks, data.composition.corrections)
        tables = (one for one in _flat(corrected[: len(blocks)]) if isinstance(one, Table))
        for number, table in enumerate(tables, 1):
            name = chapter_name(chapter)
            sheets.append(sheet_of(name if number == 1 else f"{name} {number}", table))
        told = (one for one in _flat(corrected[len(blocks) :]) if isinstance(one, BulletList))
        notes += ((item,) for one in told for item in one.items)
    if notes:
        sheets.append((_("Corrected by hand"), (_("Corrected by hand"),), notes))
    return workbook(sheets or [(_("Figures"), (_("Nothing is known yet"),), ())])


def table_workbook(title: str, table: Table) -> bytes:
    """One table."""
    return workbook([sheet_of(title, table)])


def _flat(blocks: Iterable[Block]) -> Iterator[Simple]:
    for block in blocks:
        yield from block.blocks if isinstance(block, Keep) else (block,)

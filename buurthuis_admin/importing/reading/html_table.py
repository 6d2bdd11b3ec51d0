# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads web pages with tables, which many old programs save under the name .xls."""

from __future__ import annotations

from html.parser import HTMLParser

from buurthuis_admin.importing.reading.look import Look, make_sheet
from buurthuis_admin.importing.reading.tidy import check_extent
from buurthuis_admin.importing.workbook import MergedRange, Sheet

MAX_SPAN = 1_000


def read_html(text: str) -> list[Sheet]:
    """One sheet with the rows of all tables of the page, an empty row between two tables."""
    reader = _Tables()
    reader.feed(text)
    reader.close()
    reader.end_row()
    return [make_sheet("1", reader.rows, Look(), merged=reader.merged)]


class _Tables(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str | None]] = []
        self.merged: list[MergedRange] = []
        self._row: list[str | None] | None = None
        self._cell: list[str] | None = None
        self._span = 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table" and self.rows:
            self.end_row()
            self.rows.append([])
        elif tag == "tr":
            self.end_row()
            self._row = []
        elif tag in ("td", "th"):
            self._end_cell()
            self._row = self._row if self._row is not None else []
            self._cell, self._span = [], _span(dict(attrs).get("colspan"))
        elif tag in ("br", "p", "div") and self._cell:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self._end_cell()
        elif tag in ("tr", "table"):
            self.end_row()

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data)

    def end_row(self) -> None:
        """The row is complete, whether the page said so or not."""
        self._end_cell()
        if self._row is not None:
            check_extent(len(self.rows) + 1, len(self._row))
            self.rows.append(self._row)
        self._row = None

    def _end_cell(self) -> None:
        if self._cell is None or self._row is None:
            return
        column, row = len(self._row), len(self.rows)
        if self._span > 1:
            self.merged.append(MergedRange(row, column, row, column + self._span - 1))
        lines = ("".join(self._cell)).replace("\xa0", " ").split("\n")
        text = "\n".join(" ".join(line.split()) for line in lines).strip()
        self._row += [text or None] + [None] * (self._span - 1)
        self._cell = None


def _span(text: str | None) -> int:
    return (
        min(int(text), MAX_SPAN)
        if text and text.isascii() and text.isdigit() and text != "0"
        else 1
    )

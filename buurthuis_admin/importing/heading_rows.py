# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Whether a row is a heading: of a list, of dates, or one of two rows that belong together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from buurthuis_admin.importing.date_heads import HeadKind, is_whole_date, read_head
from buurthuis_admin.importing.headings import Field, guess_heading, is_heading_word
from buurthuis_admin.importing.row_words import is_total_word
from buurthuis_admin.importing.values.texts import text_of
from buurthuis_admin.importing.workbook import CellValue, Row


def is_total(row: Row) -> bool:
    first = next((cell for cell in row if cell is not None), None)
    return isinstance(first, str) and is_total_word(first)


def could_be_heading(row: Row) -> bool:
    """A cheap look that spares the rows of a long list the dear one."""
    for cell in row[:4]:
        if type(cell) is str and len(cell) < 30 and is_heading_word(cell):
            break
    else:
        return False
    texts = [cell for cell in row if type(cell) is str]
    return 3 * sum(len(text) < 40 and is_heading_word(text) for text in texts) >= len(texts)


def heading_height(rows: Sequence[Row], at: int, later: bool) -> int:
    """2 or 1 when a heading starts at this row, 0 when none does."""
    row = rows[at]
    below = rows[at + 1] if at + 1 < len(rows) else ()
    if below and _is_double_heading(row, below):
        return 2
    if not is_heading(row) and not _is_heading_of_days(rows, at):
        return 0
    if later and not _known(row):
        return 0
    return 1


def is_heading(row: Row) -> bool:
    filled = [cell for cell in row if cell is not None]
    if len(filled) < 2:
        return False
    if is_total(row) and any(not isinstance(cell, str) for cell in filled):
        return False
    known = _known(row)
    dates = _date_heads(filled)
    if dates >= 2 and dates >= 0.6 * (len(filled) - known) and (known or _ascending(filled)):
        return _texts_are_headings(filled) and (known > 0 or dates >= 3)
    if any(not isinstance(cell, str) for cell in filled):
        numbers = sum(not isinstance(cell, str) for cell in filled)
        all_known = known == len(filled) - numbers
        return numbers == 1 and (known >= 3 or (known == 2 and all_known and dates == 1))
    return known >= 2 and known >= 0.34 * len(filled)


def _is_heading_of_days(rows: Sequence[Row], at: int) -> bool:
    """'Datum' over days, and names of people or activities across."""
    row = rows[at]
    column = next((index for index, cell in enumerate(row) if Field.DATE in fields_of(cell)), None)
    others = [cell for index, cell in enumerate(row) if index != column and cell is not None]
    if column is None or not others or not all(isinstance(cell, str) for cell in others):
        return False
    below = [cell for r in rows[at + 1 : at + 8] if (cell := r[column]) is not None][:3]
    return bool(below) and all(map(is_whole_date, below))


def _texts_are_headings(filled: Sequence[CellValue]) -> bool:
    """A row of a list may hold two dates, but then its texts are no headings."""
    texts = [c for c in filled if isinstance(c, str) and read_head(c) is None]
    known = sum(guess_heading(text).confidence >= 0.75 for text in texts)
    return known >= 0.5 * len(texts)


def _ascending(filled: Sequence[CellValue]) -> bool:
    days = [head.day for head in map(read_head, filled) if head and head.kind is HeadKind.DAY]
    if not days:
        return True
    rises = sum(later > earlier for earlier, later in pairwise(days))
    return rises >= 0.7 * (len(days) - 1)


def _known(row: Sequence[CellValue]) -> int:
    return sum(bool(fields_of(cell)) for cell in row)


def fields_of(cell: CellValue) -> tuple[Field, ...]:
    if not isinstance(cell, str):
        return ()
    guess = guess_heading(cell)
    return guess.fields if guess.confidence >= 0.75 else ()


def _date_heads(cells: Sequence[CellValue]) -> int:
    return sum(read_head(cell) is not None for cell in cells)


def _is_double_heading(row: Row, below: Row) -> bool:
    """A heading of two rows: months over days, groups over fields, or words cut in two."""
    upper, lower = [c for c in row if c is not None], [c for c in below if c is not None]
    if not upper or len(lower) < 2:
        return False
    heads = [read_head(c) for c in lower]
    days = sum(head is not None and head.kind is HeadKind.DAY for head in heads)
    months = sum(h is not None and h.kind is HeadKind.MONTH for h in map(read_head, upper))
    if months and days >= 2 and days >= 0.6 * len(lower):
        return True
    if any(not isinstance(c, str) or "@" in c for c in (*upper, *lower)):
        return False
    return len(upper) >= 2 and _double_words(row, below)


def _double_words(row: Row, below: Row) -> bool:
    joined = [join_cells(a, b) for a, b in zip(row, below, strict=True)]
    together, alone, under = _known(joined), _known(row), _known(below)
    if together >= 3 and together >= alone + 2 and together > under + 1:
        return True  # 'Lid' over 'nummer', 'Geboorte' over 'datum'
    fills_gaps = sum(a is None and b is not None for a, b in zip(row, below, strict=True))
    return under >= 2 and alone >= 1 and fills_gaps >= 1 and _known_share(below) >= 0.6


def _known_share(row: Row) -> float:
    filled = sum(cell is not None for cell in row)
    return _known(row) / filled if filled else 0.0


def join_cells(upper: CellValue, lower: CellValue) -> CellValue:
    texts = [text_of(cell) for cell in (upper, lower) if cell is not None]
    return " ".join(texts) if texts else None

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""A made-up members list with everything wrong that can be mended, for pictures and for tests."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill

ROWS = (
    ("LEDENLIJST 2019",),
    ("Naam", "Straat", "Nr", "Postcode", "Plaats", "Geboren", "Bereikbaar", "Lid sinds"),
    ("Jan en Mien de Vries", "Kerkpad", 1, "35I2 DG", "Waterdam", "12-13-1951", 612345678, 2001),
    ("Piet Bos", "Kerkpad", 2, "3512", "waterdam", "31-02-1951", "030-1234567", 2002),
    ("Riet Bakker", "Kerkpad", 4, "3512 DG", "Waterdam", "3-4-1950", "geheim", 2003),
    ("Ans Mol", "Kerkpad", 6, "3512 DG", "Waterdam", "5-6-1948", 687654321, 2004),
    (None, "Dreef", 1, "3513 AA", "Wtrdam", "3-4-1950", None, 2005),
    ("Fatma Yılmaz", "Dreef", 3, "3513 AA", "Waterdam", "onbekend", "06-12345679", 2006),
    ("Kees en Truus Smit", "Dreef", 5, "3513 AA", "Waterdam", "1-2-1944", "0301234568", 2007),
    ("Gerda Visser", "Dreef", 7, "3513 AA", "Waterdam", "7-8-1939", "030-1234569", 2008),
    ("Hans Mulder", "Dreef", 9, "3513 AA", "Waterdam", "9-9-1955", "06-12345670", 2009),
)
_STRUCK, _YELLOW, _RED = (6,), (4, 8), (9,)  # rows of the sheet, from 1


def write_messy_list(path: Path) -> Path:
    """Write the list, with rows crossed out and coloured."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Leden"
    for row in ROWS:
        sheet.append(row)
    for rows, fill, struck in (
        (_STRUCK, None, True),
        (_YELLOW, "FFFF00", False),
        (_RED, "FF0000", False),
    ):
        for at in rows:
            for (cell,) in sheet.iter_cols(min_row=at, max_row=at):
                if fill:
                    cell.fill = PatternFill("solid", fgColor=fill)
                if struck:
                    cell.font = Font(strike=True)
    book.save(path)
    return path

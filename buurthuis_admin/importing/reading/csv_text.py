# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reads text files: which characters, which separator, which rows."""

from __future__ import annotations

import codecs
import csv
import re
from collections import Counter
from collections.abc import Iterator

DELIMITERS = ";,\t|"
SAMPLE_ROWS = 300
SWALLOWED_LINES = 25
"""A quoted cell of more lines than this is a quote that was never closed."""
FEWEST_IN_ROW = 3
"""A line with so many separators, inside a cell, can be a row of the table."""
LOWEST_SCORE = 0.1
NO_DELIMITER = "\x1f"
"""A separator that no text holds: every line is one cell."""

csv.field_size_limit(2**31 - 1)  # the size of the file is limited already

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SEP_LINE = re.compile(r'"?sep=(.)"?\r?\n', re.IGNORECASE)


def decode(content: bytes) -> tuple[str, str, bool]:
    """The text, its encoding, and whether that is a guess."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            # A mark with other bytes behind it (a cut file, a pasted line) still tells most.
            text = content.decode(encoding, errors="replace")
            return text, encoding.removesuffix("-sig"), "\N{REPLACEMENT CHARACTER}" in text
    wide = _wide_encoding(content)
    if wide:
        return content.decode(wide, errors="replace"), wide, True
    try:
        return content.decode("utf-8"), "utf-8", False
    except UnicodeDecodeError:
        return _mixed(content), "cp1252", True


def read_rows(text: str) -> list[list[str]]:
    """The rows of the text; blank lines are rows too, so that row numbers stay."""
    text = text.replace("\0", "")
    named = _SEP_LINE.match(text)
    if named:
        text, delimiter = text[named.end() :], named[1]
    else:
        delimiter = choose_delimiter(text)
    rows = list(_records(text, delimiter))
    if _swallowed(rows, delimiter):
        rows = [row for line in text.splitlines() for row in _line(line, delimiter)]
    return [_without_formulas(row) for row in rows]


def choose_delimiter(text: str) -> str:
    """The separator that gives most rows the same width, of at least two."""
    scores = {delimiter: _score(text, delimiter) for delimiter in DELIMITERS if delimiter in text}
    if not scores:
        return NO_DELIMITER
    best = max(scores, key=lambda delimiter: scores[delimiter])
    return best if scores[best] >= LOWEST_SCORE else NO_DELIMITER


def _score(text: str, delimiter: str) -> float:
    """How much of the rows agree on their width, and more for wider rows.

    '12,50' in every row makes a comma look steady; that the real separator makes more columns
    and holds for the heading too decides.
    """
    widths: Counter[int] = Counter()
    for number, row in enumerate(_records(text, delimiter)):
        if number >= SAMPLE_ROWS:
            break
        if row:
            widths[len(row)] += 1
    wide = {width: count for width, count in widths.items() if width > 1}
    if not wide:
        return 0.0
    return max(count * (1 - 1 / width) for width, count in wide.items()) / widths.total()


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    # splitlines would also split on characters that are no line end to a spreadsheet.
    lines = re.finditer(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z", text)
    return csv.reader((line[0] for line in lines), delimiter=delimiter)


def _line(line: str, delimiter: str) -> Iterator[list[str]]:
    """One line on its own; a quote that is open at its end is an ordinary sign."""
    if line.count('"') % 2:
        return iter([line.split(delimiter)])
    return iter(list(csv.reader([line], delimiter=delimiter)) or [[]])


def _swallowed(rows: list[list[str]], delimiter: str) -> bool:
    """Whether a quote that was never closed made one cell of many rows."""
    separators = max((len(row) for row in rows), default=0) - 1
    for cell in (cell for row in rows for cell in row if "\n" in cell or "\r" in cell):
        lines = cell.splitlines()
        inner = max(line.count(delimiter) for line in lines[1:-1] or [""])
        if len(lines) > SWALLOWED_LINES or inner >= max(separators, FEWEST_IN_ROW):
            return True
    return False


def _without_formulas(row: list[str]) -> list[str]:
    """Cells written as ="0612345678", which is how exports keep Excel from eating a zero."""
    return [
        cell[2:-1] if cell.startswith('="') and cell.endswith('"') and len(cell) > 2 else cell
        for cell in row
    ]


def _wide_encoding(content: bytes) -> str | None:
    """UTF-16 without a mark, known by the zeros between the letters."""
    head = content[:4096]
    half = len(head) / 2
    if head[1::2].count(0) > half * 0.7:
        return "utf-16-le"
    return "utf-16-be" if head[0::2].count(0) > half * 0.7 else None


def _mixed(content: bytes) -> str:
    """Line by line UTF-8 where it is that, else cp1252: files are pasted together."""
    return "".join(_one_line(line) for line in content.splitlines(keepends=True))


def _one_line(line: bytes) -> str:
    for encoding in ("utf-8", "cp1252"):
        try:
            return line.decode(encoding)
        except UnicodeDecodeError:
            continue
    return line.decode("latin-1")

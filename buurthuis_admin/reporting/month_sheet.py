# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The attendance of a month on one sheet: names down, meetings across, to fill in by hand."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from buurthuis_admin.domain.activities import Session, SessionState
from buurthuis_admin.domain.month_grid import MonthGrid
from buurthuis_admin.i18n import _, format_weekday, language, month_name
from buurthuis_admin.reporting.content import (
    Block,
    Document,
    Heading,
    Lead,
    Mark,
    MatrixRow,
    PageBreak,
    SheetMatrix,
    Source,
)
from buurthuis_admin.reporting.pdf import render
from buurthuis_admin.reporting.pdf.matrix import MOST_DAYS

BLANK_ROWS = 8  # for who is not expected


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthSheets:
    """Sheets that are printed in one go; ``signs`` has what is known already, by cell."""

    centre: str
    made_on: datetime.date
    grids: Sequence[MonthGrid]
    signs: Sequence[dict[tuple[int, int], str]]
    mark: Mark | None = None


def month_sheets(sheets: MonthSheets, language_code: str) -> bytes:
    """The sheets as PDF, in a language. The same sheets give the same bytes."""
    with language(language_code):
        return render(compose_month_sheets(sheets, language_code))


def compose_month_sheets(sheets: MonthSheets, language_code: str) -> Document:
    """What stands on the sheets, in the current language."""
    title = _("Attendance by month")
    whole = " · ".join(part for part in (title, sheets.centre) if part)
    if len(sheets.grids) == 1:
        whole = f"{sheets.grids[0].activity} · {_month(sheets.grids[0])}"
    return Document(
        title=f"{title}, {sheets.centre}" if sheets.centre else title,
        language=language_code,
        created=sheets.made_on,
        author=sheets.centre,
        running_title=whole,
        page_words=_("Page {page} of {pages}"),
        blocks=tuple(_all(sheets)),
    )


def held(grid: MonthGrid) -> list[Session]:
    """The meetings that were not cancelled."""
    return [one for one in grid.sessions if one.state is not SessionState.CANCELLED]


def _month(grid: MonthGrid) -> str:
    return f"{month_name(grid.first_day.month)} {grid.first_day.year}"


def _all(sheets: MonthSheets) -> Iterator[Block]:
    first = True
    for grid, signs in zip(sheets.grids, sheets.signs, strict=True):
        for part in _parts(held(grid)):
            if not first:
                yield PageBreak()
            first = False
            if sheets.mark is not None:
                yield sheets.mark
            yield from _sheet(grid, part, signs)


def _parts(sessions: Sequence[Session]) -> Iterator[Sequence[Session]]:
    """As few sheets as hold all meetings, with about as many on each."""
    count = -(-len(sessions) // MOST_DAYS)
    each = -(-len(sessions) // count) if count else 0
    yield from (sessions[at * each : (at + 1) * each] for at in range(count))


def _sheet(
    grid: MonthGrid, sessions: Sequence[Session], signs: dict[tuple[int, int], str]
) -> Iterator[Block]:
    yield Heading(grid.activity)
    yield Lead(_month(grid))
    ids = [meeting.id or 0 for meeting in sessions]
    named = [
        MatrixRow(one.name, number, tuple(signs.get((meeting, one.id), "") for meeting in ids))
        for number, one in enumerate(grid.people, 1)
    ]
    blank = [MatrixRow("", number) for number in range(len(named) + 1, len(named) + 1 + BLANK_ROWS)]
    totals = [MatrixRow(_("Without a name")), MatrixRow(_("Everybody who came"))]
    yield SheetMatrix(
        columns=(_("Row"), _("Name")),
        days=tuple(_days(grid, sessions)),
        rows=(*named, *blank, *totals),
        summary=_("Who came in {month}").format(month=_month(grid)),
    )
    yield Source(
        _(
            "Put a cross where somebody came. Whoever is not on the sheet writes the name on an "
            "empty row."
        )
    )


def _days(grid: MonthGrid, sessions: Sequence[Session]) -> Iterator[tuple[str, str]]:
    """Weekday and day; of several meetings on one day a letter tells which it is."""
    often = Counter(one.day for one in held(grid))
    seen: Counter[datetime.date] = Counter()
    for one in held(grid):
        letter = chr(ord("a") + seen[one.day]) if often[one.day] > 1 else ""
        seen[one.day] += 1
        if one in sessions:
            yield format_weekday(one.day)[:2], f"{one.day.day}{letter}"

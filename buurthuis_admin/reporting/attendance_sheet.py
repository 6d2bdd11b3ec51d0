# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The sheet that lies at the door: who is expected, rows for others, and boxes to tally."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from buurthuis_admin.domain.attendance import BLANK_ROWS, DoorList
from buurthuis_admin.domain.scan_codes import CodeKind, ScanCode
from buurthuis_admin.i18n import _, format_day_long, format_time, language
from buurthuis_admin.reporting.content import (
    BarCode,
    Block,
    Document,
    Heading,
    Lead,
    Mark,
    PageBreak,
    SheetRow,
    SheetRows,
    Source,
    TallyBoxes,
)
from buurthuis_admin.reporting.pdf import render


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceSheets:
    """Sheets that are printed in one go; ``kinds`` are the words of what is tallied."""

    centre: str
    made_on: datetime.date
    doors: Sequence[DoorList]
    kinds: tuple[str, ...]
    mark: Mark | None = None


def attendance_sheets(sheets: AttendanceSheets, language_code: str) -> bytes:
    """The sheets as PDF, in a language. The same sheets give the same bytes."""
    with language(language_code):
        return render(compose_attendance_sheets(sheets, language_code))


def compose_attendance_sheets(sheets: AttendanceSheets, language_code: str) -> Document:
    """What stands on the sheets, in the current language."""
    title = _("Attendance sheets")
    return Document(
        title=f"{title}, {sheets.centre}" if sheets.centre else title,
        language=language_code,
        created=sheets.made_on,
        author=sheets.centre,
        running_title=_running(sheets),
        page_words=_("Page {page} of {pages}"),
        blocks=tuple(_all(sheets)),
    )


def _running(sheets: AttendanceSheets) -> str:
    # A loose page must say which meeting it is of; with several, each begins with its name.
    if len(sheets.doors) == 1:
        return _title(sheets.doors[0])
    return " · ".join(part for part in (_("Attendance sheets"), sheets.centre) if part)


def _title(door: DoorList) -> str:
    return f"{door.activity} · {format_day_long(door.session.day, weekday=True)}"


def _all(sheets: AttendanceSheets) -> Iterator[Block]:
    for at, door in enumerate(sheets.doors):
        if at:
            yield PageBreak()
        if sheets.mark is not None:
            yield sheets.mark
        yield from _sheet(door, sheets.kinds)


def _sheet(door: DoorList, kinds: tuple[str, ...]) -> Iterator[Block]:
    session = door.session
    yield Heading(door.activity)
    time = format_time(session.starts_at) if session.starts_at else ""
    parts = (format_day_long(session.day, weekday=True), time, door.room)
    yield Lead(" · ".join(part for part in parts if part))
    yield BarCode(
        text=ScanCode(CodeKind.SESSION, session.id or 0).text,
        alt=_("Code of this meeting"),
        told=_("Scan this code first, then the codes of who came."),
    )
    yield SheetRows(
        columns=(_("Row"), _("Tick"), _("Name"), _("Code")),
        rows=tuple(_rows(door)),
        summary=_("Who came to this meeting"),
    )
    yield Heading(_("Without a name"), 2)
    yield TallyBoxes(
        kinds=kinds,
        total=_("Everybody who came, with a name and without"),
        summary=_("How many came without a name"),
    )
    yield Source(_("Whoever is not on the sheet writes the name on the next empty row."))


def _rows(door: DoorList) -> Iterator[SheetRow]:
    numbered = [one for one in door.visitors if one.number is not None]
    for one in numbered:
        name = f"{one.name} ({one.street})" if one.street else one.name
        yield SheetRow(one.number or 0, name, ScanCode(CodeKind.PERSON, one.person_id).text)
    last = max((one.number or 0 for one in numbered), default=0)
    yield from (SheetRow(number) for number in range(last + 1, last + 1 + BLANK_ROWS))

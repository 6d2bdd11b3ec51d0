# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lists as Excel workbooks, for whoever works with a spreadsheet."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from buurthuis_admin.domain.dates import PartialDate
from buurthuis_admin.domain.people import Membership, PersonDetail
from buurthuis_admin.domain.subsidies import Subsidy
from buurthuis_admin.i18n import _
from buurthuis_admin.services import export_words
from buurthuis_admin.services.members import MemberService
from buurthuis_admin.services.safe_file import write_safely
from buurthuis_admin.services.subsidies import SubsidyService
from buurthuis_admin.storage import export_queries
from buurthuis_admin.storage.file import AdministrationFile

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

Value: TypeAlias = str | int | Decimal | datetime.date | PartialDate | bool | None
_NOT_IN_A_CELL = {sign: " " for sign in range(32) if chr(sign) not in "\t\n"}
_LONGEST_TEXT = 32_767  # what a cell of Excel can hold
_FORMATS = {Decimal: "#,##0.00", datetime.date: "dd-mm-yyyy"}
_WIDTH = 18


class ExportService:
    """Exports of one administration. An existing file is replaced, only by a whole one."""

    def __init__(
        self, file: AdministrationFile, members: MemberService, subsidies: SubsidyService
    ) -> None:
        self._file, self._members, self._subsidies = file, members, subsidies

    def people(self, path: Path) -> None:
        """Everybody, one line per person, with the last membership. Raises NotSaved."""
        rows = (_person(detail) for detail in self._members.all_people())
        _write(path, _("People"), export_words.person_headings(), rows)

    def attendance(self, path: Path) -> None:
        """Every named attendance and every head count, by day. Raises NotSaved."""
        with self._file.reading() as connection:
            lines = export_queries.attendance_lines(connection)
        rows = (
            (
                line.day,
                line.activity,
                export_words.state_word(line.state),
                line.person or export_words.tally_word(line.tally_type),
                export_words.status_word(line.status) if line.status else "",
                line.number,
            )
            for line in lines
        )
        _write(path, _("Attendance"), export_words.attendance_headings(), rows)

    def subsidies(self, path: Path) -> None:
        """Every dossier with its amounts. Raises NotSaved."""
        rows = (_subsidy(one) for one in self._subsidies.dossiers())
        _write(path, _("Subsidies"), export_words.subsidy_headings(), rows)


def _person(detail: PersonDetail) -> Sequence[Value]:
    person, name, address = detail.person, detail.person.name, detail.person.address
    membership = detail.memberships[-1] if detail.memberships else Membership()
    return (
        membership.number,
        name.initials,
        name.first,
        name.prefix,
        name.last,
        name.partner_prefix,
        name.partner_last,
        export_words.sex_word(person.sex),
        person.born,
        address.street,
        address.house,
        address.postcode,
        address.town,
        person.phone,
        person.mobile,
        person.email,
        person.iban,
        membership.start,
        membership.end,
        _("Yes") if detail.volunteer else _("No"),
        person.remark,
    )


def _subsidy(subsidy: Subsidy) -> Sequence[Value]:
    return (
        subsidy.funder,
        subsidy.reference,
        subsidy.purpose,
        export_words.subsidy_state_word(subsidy.state),
        subsidy.requested,
        subsidy.awarded,
        subsidy.received,
        subsidy.spent,
        subsidy.left,
        subsidy.applied_on,
        subsidy.decided_on,
        subsidy.due_on,
        subsidy.remark,
    )


def _write(
    path: Path, title: str, headings: Sequence[str], rows: Iterable[Sequence[Value]]
) -> None:
    from openpyxl import Workbook  # a fifth of a second that the start need not pay

    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet(title)
    sheet.freeze_panes = "A2"
    for place in range(len(headings)):
        sheet.column_dimensions[_letter(place)].width = _WIDTH
    sheet.append([_cell(sheet, heading, bold=True) for heading in headings])
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
    content = io.BytesIO()
    workbook.save(content)
    write_safely(path, content.getvalue())


def _letter(place: int) -> str:
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(place + 1))


def _cell(sheet: WriteOnlyWorksheet, value: Value, *, bold: bool = False) -> Cell:
    from openpyxl.cell import Cell
    from openpyxl.styles import Font

    cell = Cell(sheet, row=1, column=1)
    if isinstance(value, PartialDate):
        value = value.first_day if value.complete else str(value)
    if isinstance(value, str):
        cell.value = value.translate(_NOT_IN_A_CELL)[:_LONGEST_TEXT]
        # What somebody typed is never a formula, whatever it begins with.
        cell.data_type = "s"
    elif value is not None:
        cell.value = value
        cell.number_format = _FORMATS.get(type(value), cell.number_format)
    if bold:
        cell.font = Font(bold=True)
    return cell

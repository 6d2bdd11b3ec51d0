# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Empty tables to fill in: workbooks that read back without a question."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from buurthuis_admin.i18n import _
from buurthuis_admin.importing.headings import Field
from buurthuis_admin.importing.wording import column_name
from buurthuis_admin.services.safe_file import write_safely
from buurthuis_admin.services.workbooks import sheet_title

_DAYS = frozenset(
    (Field.BORN, Field.JOINED, Field.LEFT, Field.DATE, Field.DECIDED, Field.APPLIED_ON, Field.DUE)
)
# Numbers that are names: as text they keep their zero.
_TEXTS = frozenset((Field.PHONE, Field.MOBILE, Field.NUMBER, Field.HOUSE, Field.IBAN))
_LEAST_WIDTH = 12


@dataclass(frozen=True, slots=True)
class Template:
    """An empty table: the name of its file, and its columns."""

    name: str
    fields: tuple[Field, ...]


def templates() -> list[Template]:
    """All of them, in the order in which a centre needs them."""
    return [
        Template(
            _("Members"),
            (
                Field.NUMBER, Field.FIRST, Field.PREFIX, Field.LAST, Field.BORN, Field.STREET,
                Field.HOUSE, Field.POSTCODE, Field.TOWN, Field.PHONE, Field.MOBILE, Field.EMAIL,
                Field.JOINED, Field.LEFT, Field.PAID, Field.VOLUNTEER, Field.REMARK,
            ),
        ),
        Template(_("Attendance"), (Field.DATE, Field.ACTIVITY, Field.FULL_NAME, Field.STATUS)),
        Template(_("Head counts"), (Field.DATE, Field.ACTIVITY, Field.COUNT, Field.REMARK)),
        Template(
            _("Activities"),
            (
                Field.ACTIVITY, Field.WEEKDAY, Field.TIME, Field.ROOM, Field.LEADER,
                Field.TARGET_GROUP, Field.THEME,
            ),
        ),
        Template(
            _("Subsidies"),
            (
                Field.FUNDER, Field.REFERENCE, Field.PURPOSE, Field.APPLIED_ON, Field.REQUESTED,
                Field.DECIDED, Field.AWARDED, Field.RECEIVED, Field.SPENT, Field.DUE, Field.STATE,
                Field.REMARK,
            ),
        ),
    ]  # fmt: skip


def content_of(template: Template) -> bytes:
    """The workbook of a template: one sheet, with its headings and no rows."""
    from openpyxl import Workbook  # a fifth of a second that the start need not pay
    from openpyxl.styles import Font, PatternFill
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = sheet_title(template.name)
    sheet.freeze_panes = "A2"
    for place, field in enumerate(template.fields, start=1):
        heading = sheet.cell(1, place, column_name(field))
        heading.font = Font(bold=True)
        heading.fill = PatternFill("solid", fgColor="FFD9EDEA")
        column = sheet.column_dimensions[get_column_letter(place)]
        column.width = max(len(column_name(field)) + 3, _LEAST_WIDTH)
        column.number_format = _format_of(field)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _format_of(field: Field) -> str:
    if field in _TEXTS:
        return "@"
    return "dd-mm-yyyy" if field in _DAYS else "General"


def save_templates(folder: Path) -> list[Path]:
    """Write all of them into a folder; a file that is there already stays as it is.

    Raises UserError when the folder cannot be written to.
    """
    return [_save(folder, template) for template in templates()]


def _save(folder: Path, template: Template) -> Path:
    path = folder / f"{template.name}.xlsx"
    number = 1
    while path.exists():
        number += 1
        path = folder / f"{template.name} {number}.xlsx"
    write_safely(path, content_of(template))
    return path

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""All that is held on a person, in one click: a PDF to hand over and a workbook with the same."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from buurthuis_admin.domain.history import RowChange
from buurthuis_admin.domain.privacy import PrivacyRequest, RequestKind
from buurthuis_admin.domain.privacy_papers import HeldOnPerson, HeldSection
from buurthuis_admin.i18n import _, current_language
from buurthuis_admin.services import processing
from buurthuis_admin.services.history_labels import column_label, table_words
from buurthuis_admin.services.history_words import moment_words, tell, value_words
from buurthuis_admin.services.members import PersonGone
from buurthuis_admin.services.safe_file import write_safely
from buurthuis_admin.services.settings import SettingsService
from buurthuis_admin.services.workbooks import workbook
from buurthuis_admin.storage import held_queries
from buurthuis_admin.storage.bulk import Connection
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.held_queries import Held
from buurthuis_admin.storage.history.naming import name_of, person_name
from buurthuis_admin.storage.history.one_row import Values
from buurthuis_admin.storage.history.recorded import BY_NAME

if TYPE_CHECKING:
    from buurthuis_admin.services.privacy import PrivacyService

Namer = Callable[[str, int], str]
# What only the program has use for: it is worked out of what is shown, or says whose row it is.
_LEFT_OUT = frozenset(
    "id person_id sort_key search_text household_id membership_id contribution_id booking_id "
    "line_key private neighbour_help_id".split()
)
_NAMED = {"activity_id": "activities", "account_id": "accounts", "category_id": "categories"}


class HeldDataService:
    """Answers requests for access (AVG art. 15) and portability (art. 20)."""

    def __init__(
        self, file: AdministrationFile, privacy: PrivacyService, settings: SettingsService
    ) -> None:
        self._file, self._privacy, self._settings = file, privacy, settings

    def of_person(self, person_id: int) -> HeldOnPerson:
        """Everything, in words. Raises PersonGone."""
        with self._file.reading() as connection:
            held = held_queries.held(connection, person_id)
            if not held.rows["people"]:
                raise PersonGone
            sections = tuple(_sections(held, _namer(connection)))
        centre, contacts = self._settings.centre(), self._privacy.contacts()
        used = processing.purposes(self._privacy.removal.rules())
        return HeldOnPerson(
            name=person_name(held.rows["people"][0]).full,
            centre=centre.name,
            address=", ".join(part for part in (centre.street, centre.town) if part),
            contact=contacts.contact,
            officer=contacts.officer,
            made_on=self._privacy.today(),
            sections=sections,
            purposes=tuple((one.title, one.ground, one.retention) for one in used),
            rights=processing.rights(),
        )

    def pdf(self, person_id: int) -> bytes:
        """The paper to hand over. Raises PersonGone."""
        from buurthuis_admin.reporting.access_request import access_report

        return access_report(self.of_person(person_id), current_language())

    def save(self, person_id: int, folder: Path) -> tuple[Path, Path]:
        """Write paper and workbook into a folder; neither name says whose. Raises NotSaved.

        The request is noted as one that came in today, when none is open.
        """
        held = self.of_person(person_id)
        from buurthuis_admin.reporting.access_request import access_report

        stem = _("Access request {number}").format(number=f"{held.made_on:%Y%m%d}-{person_id}")
        paper, book = folder / f"{stem}.pdf", folder / f"{stem}.xlsx"
        write_safely(paper, access_report(held, current_language()))
        write_safely(book, workbook(_sheets(held)))
        self.note(person_id)
        return paper, book

    def note(self, person_id: int, day: datetime.date | None = None) -> int:
        """Note that this person asks for access; gives the open request when there is one."""
        for _name, request in self._privacy.requests(person_id):
            if request.kind is RequestKind.ACCESS and request.answered_on is None:
                assert request.id is not None
                return request.id
        received = day or self._privacy.today()
        return self._privacy.save_request(
            PrivacyRequest(kind=RequestKind.ACCESS, received_on=received, person_id=person_id)
        )


def _sheets(
    held: HeldOnPerson,
) -> Iterator[tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...]]]:
    for section in held.sections:
        yield section.title, section.headings, section.rows


def _namer(connection: Connection) -> Namer:
    def named(table: str, row_id: int) -> str:
        return name_of(connection, BY_NAME[table], {"id": row_id})

    return named


def _sections(held: Held, named: Namer) -> Iterator[HeldSection]:
    yield _person(held.rows["people"][0])
    for table, title in _titles().items():
        rows = held.rows[table]
        if rows:
            yield _table(title, table, rows, named)
    if held.attendances:
        yield _table(_("Attendance"), "attendances", held.attendances, named)
    if held.sources:
        yield HeldSection(
            title=_("Where it came from"),
            headings=(_("File"), _("Sheet"), _("Row")),
            rows=tuple((file, sheet, str(row)) for file, sheet, row in held.sources),
        )
    if held.mentions:
        yield _mentions(held)
    yield _history(held, named)


def _titles() -> dict[str, str]:
    return {
        "households": _("Household"),
        "memberships": _("Memberships"),
        "contributions": _("Membership fees"),
        "contribution_payments": _("Payments of membership fees"),
        "bookings": _("Payments in the cash and bank book"),
        "volunteers": _("Volunteer work"),
        "volunteer_hours": _("Volunteer hours"),
        "allowances": _("Volunteer allowance"),
        "neighbour_help": _("Neighbour help asked or offered"),
        "help_given": _("Neighbour help"),
        "enrolments": _("Enrolments"),
        "activity_people": _("Helps with activities"),
        "own_contributions": _("Own contributions"),
        "consents": _("Consents"),
        "access_requests": _("Requests about privacy"),
    }


def _person(row: Values) -> HeldSection:
    words = {
        column: value_words("people", column, value)
        for column, value in row.items()
        if column not in _LEFT_OUT
    }
    return HeldSection(
        title=_("Personal details"),
        headings=(_("Field"), _("What is kept")),
        rows=tuple(
            (column_label("people", column) or column, text)
            for column, text in words.items()
            if text
        ),
    )


def _table(title: str, table: str, rows: list[Values], named: Namer) -> HeldSection:
    """Rows under the labels of their columns, without those that are empty everywhere."""
    words = [
        {
            column: _words(table, column, value, named)
            for column, value in row.items()
            if column not in _LEFT_OUT
        }
        for row in rows
    ]
    columns = [column for column in words[0] if any(row[column] not in ("", "0") for row in words)]
    return HeldSection(
        title=title,
        headings=tuple(_heading(table, column) for column in columns),
        rows=tuple(tuple(row[column] for column in columns) for row in words),
    )


def _heading(table: str, column: str) -> str:
    if table == "attendances" and column in ("day", "starts_at", "activity_id", "state"):
        table = "sessions"
    if column == "position":
        return _("Place on the waiting list")
    return column_label(table, column) or column


def _words(table: str, column: str, value: object, named: Namer) -> str:
    if column in _NAMED:
        return named(_NAMED[column], value) if isinstance(value, int) else ""
    if table == "attendances" and column in ("day", "starts_at", "state"):
        table = "sessions"
    return value_words(table, column, value)


def _mentions(held: Held) -> HeldSection:
    return HeldSection(
        title=_("Mentioned in other texts"),
        headings=(_("Where"), _("Text")),
        rows=tuple(
            (f"{table_words(one.one.name)}: {column_label(one.one.name, one.column)}", one.text)
            for one in held.mentions
        ),
    )


def _history(held: Held, named: Namer) -> HeldSection:
    return HeldSection(
        title=_("Changes"),
        headings=(_("When"), _("What was done"), _("Fields")),
        rows=tuple(
            (_moment(at), sentence, _fields(changes, named))
            for at, sentence, changes in held.changes
        ),
        note=_("What was done to data of others in the same change is left out."),
    )


def _moment(at: str) -> str:
    return moment_words(datetime.datetime.fromisoformat(at))


def _fields(changes: list[RowChange], named: Namer) -> str:
    lines: list[str] = []
    for change in changes:
        references: Mapping[str, str] = dict(BY_NAME[change.table].references)
        for field in tell(change, dict(references), named).fields:
            old = f"{field.before} > " if field.before else ""
            lines.append(f"{field.label}: {old}{field.after or _('empty')}")
    return "; ".join(lines)

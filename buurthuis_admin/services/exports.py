# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Lists as Excel workbooks, for whoever works with a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from buurthuis_admin.domain.bookkeeping import Booking, BookingRow
from buurthuis_admin.domain.people import Membership, PersonDetail
from buurthuis_admin.domain.subsidies import Subsidy
from buurthuis_admin.i18n import _
from buurthuis_admin.services import export_words
from buurthuis_admin.services.members import MemberService
from buurthuis_admin.services.people_columns import STANDARD, person_columns
from buurthuis_admin.services.safe_file import write_safely
from buurthuis_admin.services.subsidies import SubsidyService
from buurthuis_admin.services.workbooks import Value, workbook
from buurthuis_admin.storage import export_queries, money_queries
from buurthuis_admin.storage.file import AdministrationFile


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

    def chosen_people(
        self, path: Path, person_ids: Sequence[int], columns: Sequence[str] = STANDARD
    ) -> None:
        """The list as it is on the screen, of people in the order given. Raises NotSaved."""
        chosen = person_columns(columns)
        rows = ([one.value(row) for one in chosen] for row in self._members.rows(person_ids))
        _write(path, _("People"), [one.heading for one in chosen], rows)

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

    def bookings(self, path: Path) -> None:
        """Every booking of the cash and bank book, the newest first. Raises NotSaved."""
        with self._file.reading() as connection:
            booked = money_queries.bookings(connection)
            rows = money_queries.rows(connection, [one.id or 0 for one in booked])
        pairs = zip(booked, rows, strict=True)
        _write(path, _("Cash and bank"), export_words.booking_headings(), map(_booking, pairs))


def _booking(pair: tuple[Booking, BookingRow]) -> Sequence[Value]:
    booking, row = pair
    return (
        booking.day,
        booking.year,
        row.account,
        booking.amount,
        booking.counterparty,
        booking.description,
        booking.counter_iban,
        row.category,
        row.assigned or None,
        booking.reference,
        booking.remark,
    )


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
    write_safely(path, workbook([(title, headings, rows)]))

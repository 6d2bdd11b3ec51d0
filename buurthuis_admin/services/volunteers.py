# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Volunteers: their hours, what they were paid against what the law allows, and the insurer."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from buurthuis_admin.domain.allowances import (
    DEFAULT_MAXIMA,
    NOTHING_PAID,
    Allowance,
    AllowanceCheck,
    Maxima,
    check_allowance,
    is_young,
    maxima_of,
)
from buurthuis_admin.domain.dates import PartialDate
from buurthuis_admin.domain.names import parse_name
from buurthuis_admin.domain.people import MemberFilter, Person, Volunteer, VolunteerHours
from buurthuis_admin.domain.privacy import Deadline, DeadlineKind, urgency_of
from buurthuis_admin.domain.text import clean, fold
from buurthuis_admin.domain.volunteering import HoursRow, VolunteerRow, in_three_months
from buurthuis_admin.errors import UserError
from buurthuis_admin.i18n import (
    _,
    current_language,
    format_day,
    format_money,
    format_number,
    ngettext,
)
from buurthuis_admin.services.changes import ACTIVITIES, PEOPLE, SETTINGS, Changes
from buurthuis_admin.services.hours_months import HoursMonthService
from buurthuis_admin.services.members import MemberService, PersonGone
from buurthuis_admin.services.people_columns import partial_words
from buurthuis_admin.services.safe_file import write_safely
from buurthuis_admin.services.workbooks import workbook
from buurthuis_admin.storage import (
    activity_queries,
    attendance_queries,
    people_queries,
    people_writing,
    settings_store,
    volunteer_queries,
)
from buurthuis_admin.storage.bulk import Connection
from buurthuis_admin.storage.file import AdministrationFile
from buurthuis_admin.storage.unit_of_work import UnitOfWork

Result = TypeVar("Result")
_MAXIMA = "allowance_maxima"
_LAST = 200
_SEVERAL = 2


class NobodyOfThatName(UserError):
    """Hours belong to somebody in the administration."""

    def __init__(self, name: str) -> None:
        text = _("There is nobody called ‘{name}’. Add the person on the page Members first.")
        super().__init__(text.format(name=name))


class SeveralOfThatName(UserError):
    """The hours of two people must not be mixed up."""

    def __init__(self, name: str) -> None:
        text = _("More than one person fits ‘{name}’. Type more of the name.")
        super().__init__(text.format(name=name))


class AlreadyVolunteer(UserError):
    """What is known of a volunteer is not written over by adding them once more."""

    def __init__(self, name: str) -> None:
        text = _("{name} is a volunteer already. Choose ‘Tasks and certificate’ in the list.")
        super().__init__(text.format(name=name))


class VolunteerService:
    """The volunteers of one administration. Days are those of ``today``."""

    def __init__(
        self,
        file: AdministrationFile,
        changes: Changes,
        members: MemberService,
        today: Callable[[], datetime.date] = datetime.date.today,
    ) -> None:
        self._file, self._changes, self._members = file, changes, members
        self._today = today
        self.months = HoursMonthService(file, changes)

    def day(self) -> datetime.date:
        """What day it is."""
        return self._today()

    def of_year(self, year: int) -> list[VolunteerRow]:
        """Everybody who worked for the centre in a year, by name."""
        with self._file.reading() as connection:
            found = volunteer_queries.in_year(connection, year)
            hours = volunteer_queries.hours(connection, year)
            paid = volunteer_queries.paid(connection, year)
            table = _maxima(connection)
        limits = maxima_of(year, table)
        return [
            _row(
                person,
                volunteer,
                worked := hours.get(person.id or 0, Decimal(0)),
                _check(person, paid.get(person.id or 0, []), worked, limits, year),
            )
            for person, volunteer in found
        ]

    def register(self, person_id: int, one: Volunteer) -> None:
        """Keep the tasks, the period and the certificate of somebody. Raises PersonGone."""
        sentence = _("Volunteer {name} written down").format(name=self._name(person_id))
        self._write(
            sentence, lambda unit: people_writing.save_volunteer(unit.connection, person_id, one)
        )

    def add(self, name: str, one: Volunteer) -> None:
        """Somebody begins, or begins again: what is left empty stays as it was known.

        Raises NobodyOfThatName, SeveralOfThatName and AlreadyVolunteer.
        """
        person_id = self.find(name)
        with self._file.reading() as connection:
            (known,) = people_queries.details(connection, [person_id])
        before = known.volunteer
        if before is not None:
            if before.until is None or before.until.last_day >= self._today():
                raise AlreadyVolunteer(known.person.name.full)
            one = replace(
                one,
                tasks=one.tasks or before.tasks,
                since=one.since or before.since,
                vog_seen_on=one.vog_seen_on or before.vog_seen_on,
                vog_valid_until=one.vog_valid_until or before.vog_valid_until,
            )
        self.register(person_id, one)

    # Hours.

    def last_hours(self) -> list[HoursRow]:
        """What was written down last, the newest first."""
        with self._file.reading() as connection:
            return volunteer_queries.last_hours(connection, _LAST)

    def names(self) -> list[str]:
        """The names of the volunteers of this year, to choose from while typing."""
        return [one.name for one in self.of_year(self._today().year)]

    def find(self, typed: str) -> int:
        """Who is meant. Raises NobodyOfThatName and SeveralOfThatName."""
        name = clean(typed)
        with self._file.reading() as connection:
            exact = attendance_queries.people_called(connection, parse_name(name))
        ids = [one.id or 0 for one in exact]
        if not ids and name:
            ids = [one.id for one in self._members.page(name, MemberFilter.ALL, 0, _SEVERAL)]
        if not ids:
            raise NobodyOfThatName(name)
        if len(ids) > 1:
            raise SeveralOfThatName(name)
        return ids[0]

    def add_hours(self, one: VolunteerHours, what: str = "") -> int:
        """Keep hours; ``what`` is the name of an activity, or else a task. Raises PersonGone."""
        name = self._name(one.person_id)

        def write(unit: UnitOfWork) -> int:
            kept = VolunteerHours(
                id=one.id,
                person_id=one.person_id,
                activity_id=_activity_called(unit.connection, what) or one.activity_id,
                day=one.day,
                hours=one.hours,
                task=one.task,
            )
            if what and kept.activity_id is None:
                kept = VolunteerHours(
                    id=one.id,
                    person_id=one.person_id,
                    day=one.day,
                    hours=one.hours,
                    task=clean(what),
                )
            return volunteer_queries.save_hours(unit.connection, kept)

        sentence = _("{hours} hours of {name} written down")
        return self._write(sentence.format(hours=hours_words(one.hours), name=name), write)

    def delete_hours(self, row: HoursRow) -> None:
        """Take an entry away."""
        sentence = _("{hours} hours of {name} taken away")
        self._write(
            sentence.format(hours=hours_words(row.hours), name=row.name),
            lambda unit: volunteer_queries.delete_hours(unit.connection, row.id),
        )

    # Allowances.

    def allowances(self, person_id: int) -> list[Allowance]:
        """What somebody was paid, the newest first."""
        with self._file.reading() as connection:
            return volunteer_queries.allowances(connection, person_id)

    def pay(self, one: Allowance) -> AllowanceCheck:
        """Keep what was paid; says where the year then stands. Raises PersonGone."""
        name = self._name(one.person_id)
        sentence = _("Allowance of {amount} for {name}")
        self._write(
            sentence.format(amount=format_money(one.amount), name=name),
            lambda unit: volunteer_queries.save_allowance(unit.connection, one),
        )
        found = [row for row in self.of_year(one.day.year) if row.person_id == one.person_id]
        return found[0].allowance if found else NOTHING_PAID

    def delete_allowance(self, one: Allowance) -> None:
        """It was not paid after all."""
        sentence = _("Allowance of {amount} taken away")
        self._write(
            sentence.format(amount=format_money(one.amount)),
            lambda unit: volunteer_queries.delete_allowance(unit.connection, one.id or 0),
        )

    def maxima(self) -> list[Maxima]:
        """The maxima by year, the newest first."""
        with self._file.reading() as connection:
            return sorted(_maxima(connection), key=lambda one: -one.year)

    def save_maxima(self, one: Maxima) -> None:
        """Keep the maxima of a year, in the place of what they were."""
        others = [known for known in self.maxima() if known.year != one.year]
        texts = [_maxima_text(known) for known in sorted([*others, one], key=lambda one: one.year)]
        sentence = _("Maxima of the volunteer allowance of {year}").format(year=one.year)
        with self._file.unit_of_work(sentence) as unit:
            settings_store.save(unit.connection, {_MAXIMA: texts})
            unit.commit()
        self._changes.tell(SETTINGS, PEOPLE)

    # Certificates of conduct, and the insurer.

    def certificates_ending(self) -> list[tuple[str, datetime.date]]:
        """Of whom the certificate has ended or ends within three months, the first one first."""
        today = self._today()
        with self._file.reading() as connection:
            found = volunteer_queries.ending_certificates(connection, in_three_months(today), today)
            people = people_queries.people(connection, [person for person, _day in found])
        names = {one.id: one.name.full for one in people}
        return [(names[person], day) for person, day in found if person in names]

    def deadlines(self) -> list[Deadline]:
        """The same as tasks for the page of today."""
        today, text = self._today(), _("The certificate of conduct of {name} ends")
        return [
            Deadline(
                kind=DeadlineKind.CERTIFICATE,
                text=text.format(name=name),
                day=day,
                urgency=urgency_of(day, today),
            )
            for name, day in self.certificates_ending()
        ]

    def insurer_rows(self) -> list[tuple[str, PartialDate | None, str, PartialDate | None]]:
        """Name, date of birth, tasks and since when, of the volunteers of today."""
        today = self._today()
        return [
            (row.sorted_name, row.born, row.tasks, row.since)
            for row in self.of_year(today.year)
            if row.until is None or row.until.last_day >= today
        ]

    def insurer_pages(self) -> tuple[bytes, str]:
        """The list as PDF, with how many people are on it in words."""
        from buurthuis_admin.reporting.lists import PaperList, list_as_pdf

        with self._file.reading() as connection:
            centre = settings_store.settings(connection).get("name", "")
        rows = self.insurer_rows()
        paper = PaperList(
            kind=_("Volunteers for the insurer"),
            centre=centre,
            made_on=self._today(),
            columns=_insurer_headings(),
            internal=False,
            lines=tuple(
                (name, partial_words(born), tasks, partial_words(since))
                for name, born, tasks, since in rows
            ),
        )
        told = ngettext("{count} volunteer", "{count} volunteers", len(rows))
        return list_as_pdf(paper, current_language()), told.format(count=format_number(len(rows)))

    def save_for_insurer(self, path: Path) -> None:
        """The list as a workbook. Raises NotSaved."""
        title = _("Volunteers on {day}").format(day=format_day(self._today()))
        write_safely(path, workbook([(title, _insurer_headings(), self.insurer_rows())]))

    def _name(self, person_id: int | None) -> str:
        with self._file.reading() as connection:
            found = people_queries.people(connection, [person_id or 0])
        if not found:
            raise PersonGone
        return found[0].name.full

    def _write(self, sentence: str, write: Callable[[UnitOfWork], Result]) -> Result:
        with self._file.unit_of_work(sentence) as unit:
            result = write(unit)
            unit.commit()
        self._changes.tell(PEOPLE, ACTIVITIES)
        return result


def _insurer_headings() -> tuple[str, ...]:
    return (_("Name"), _("Date of birth"), _("Tasks"), _("Volunteer since"))


def hours_words(hours: Decimal) -> str:
    """Hours without needless decimals."""
    return format_number(hours, 0 if hours == int(hours) else 2)


def hours_figure(hours: Decimal) -> str:
    """Hours in a column, each with the same decimals so that they stand below each other."""
    return format_number(hours, 2)


def _activity_called(connection: Connection, name: str) -> int | None:
    wanted = fold(clean(name))
    found = (one.id for one in activity_queries.activities(connection) if fold(one.name) == wanted)
    return next(found, None)


def _row(
    person: Person, volunteer: Volunteer, hours: Decimal, allowance: AllowanceCheck
) -> VolunteerRow:
    return VolunteerRow(
        person_id=person.id or 0,
        name=person.name.full,
        sorted_name=person.name.sorted,
        tasks=volunteer.tasks,
        born=person.born,
        since=volunteer.since,
        until=volunteer.until,
        vog_seen_on=volunteer.vog_seen_on,
        vog_valid_until=volunteer.vog_valid_until,
        hours=hours,
        allowance=allowance,
    )


def _check(
    person: Person,
    paid: Sequence[tuple[datetime.date, Decimal]],
    hours: Decimal,
    limits: Maxima | None,
    year: int,
) -> AllowanceCheck:
    if limits is None:
        return NOTHING_PAID
    born = person.born.first_day if person.born else None
    return check_allowance(paid, hours, limits, young=is_young(born, year))


def _maxima(connection: Connection) -> list[Maxima]:
    """Those of the law as we know them, and those that were filled in over them."""
    kept = settings_store.settings(connection).get(_MAXIMA, ())
    known = {one.year: one for one in DEFAULT_MAXIMA}
    known |= {one.year: one for one in map(_maxima_of_text, kept)}
    return list(known.values())


def _maxima_text(one: Maxima) -> str:
    """A line that history can show as it stands."""
    amounts = (one.hour, one.young_hour, one.month, one.whole_year)
    return " ".join((f"{one.year}:", *map(str, amounts)))


def _maxima_of_text(text: str) -> Maxima:
    year, hour, young, month, whole_year = text.split()
    return Maxima(
        year=int(year.rstrip(":")),
        hour=Decimal(hour),
        young_hour=Decimal(young),
        month=Decimal(month),
        whole_year=Decimal(whole_year),
    )

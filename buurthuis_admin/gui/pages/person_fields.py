# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the person form holds as text, and how that becomes a person again.

Knows nothing of widgets, so that every rule can be tried on plain texts.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from buurthuis_admin.domain.dates import PartialDate
from buurthuis_admin.domain.names import PersonName, split_prefix
from buurthuis_admin.domain.people import Address, Membership, Person, PersonDetail, Sex
from buurthuis_admin.domain.phones import format_phone
from buurthuis_admin.domain.text import clean
from buurthuis_admin.gui.field_reading import LONGEST_NAME
from buurthuis_admin.gui.widgets.form_dialog import Problem, too_long
from buurthuis_admin.gui.wording import date_for_field
from buurthuis_admin.i18n import _
from buurthuis_admin.importing.values.addresses import parse_postcode
from buurthuis_admin.importing.values.dates import birth_context, other_context, parse_date
from buurthuis_admin.importing.values.people import parse_emails
from buurthuis_admin.importing.values.phones import parse_phones

TEXT_FIELDS = (
    "first initials prefix last born street house postcode town mobile phone email number start end"
).split()


@dataclass(slots=True)
class Reading:
    """The texts of a form being read; ``problems`` collects what is not right."""

    texts: Mapping[str, str]
    today: datetime.date
    problems: list[Problem] = field(default_factory=list)

    def text(self, name: str) -> str:
        """A field without needless spaces."""
        return clean(self.texts.get(name, ""))

    def date(self, name: str, *, birth: bool = False) -> PartialDate | None:
        """A field as a date, however it was typed."""
        context = birth_context(self.today) if birth else other_context(self.today)
        try:
            found = parse_date(self.text(name), context)
        except ValueError:
            self.problems.append(
                Problem(
                    name, _("Write the date as 3-4-1951, or as 3 april 1951, or only the year.")
                )
            )
            return None
        if birth and found is not None and found.first_day > self.today:
            self.problems.append(
                Problem(name, _("This date of birth lies in the future. Look at the year."))
            )
        return found

    def postcode(self) -> str:
        """A Dutch postcode; any other is kept as it is typed when it has no Dutch look."""
        typed = self.text("postcode")
        read = parse_postcode(typed)
        if typed and not read:
            self.problems.append(
                Problem(
                    "postcode", _("Write the postcode as four digits and two letters: 1234 AB.")
                )
            )
        return read

    def phone(self, name: str) -> str:
        """A telephone number in the form that is kept."""
        typed = self.text(name)
        found = parse_phones(typed) if typed else None
        numbers = (*found.mobiles, *found.landlines) if found else ()
        if typed and (len(numbers) != 1 or (found and found.rest)):
            self.problems.append(
                Problem(name, _("Write one telephone number, for example 06 12 34 56 78."))
            )
            return ""
        return numbers[0] if numbers else ""

    def email(self) -> str:
        """An e-mail address."""
        typed = self.text("email")
        found = parse_emails(typed)
        if typed and len(found) != 1:
            self.problems.append(
                Problem("email", _("Write one e-mail address, for example jan@voorbeeld.nl."))
            )
            return ""
        return found[0] if found else ""


def texts_of(detail: PersonDetail) -> dict[str, str]:
    """What the fields show of a person."""
    person, name, address = detail.person, detail.person.name, detail.person.address
    latest = detail.memberships[-1] if detail.memberships else Membership()
    return {
        "first": name.first,
        "initials": name.initials,
        "prefix": name.prefix,
        "last": name.last,
        "born": date_for_field(person.born),
        "street": address.street,
        "house": address.house,
        "postcode": address.postcode,
        "town": address.town,
        "mobile": format_phone(person.mobile),
        "phone": format_phone(person.phone),
        "email": person.email,
        "number": latest.number,
        "start": date_for_field(latest.start),
        "end": date_for_field(latest.end),
    }


def read_person(
    before: PersonDetail, reading: Reading, *, sex: Sex | None, remark: str
) -> PersonDetail:
    """The person as the form has it now; look at ``reading.problems`` before keeping it."""
    person = replace(
        before.person,
        name=_name(before.person.name, reading),
        sex=sex,
        born=reading.date("born", birth=True),
        address=_address(before.person.address, reading),
        mobile=reading.phone("mobile"),
        phone=reading.phone("phone"),
        email=reading.email(),
        remark=remark.strip(),
    )
    return replace(before, person=person, memberships=_memberships(before, reading))


def new_person() -> PersonDetail:
    """Nobody yet, for an empty form."""
    return PersonDetail(person=Person(name=PersonName()))


def _name(before: PersonName, reading: Reading) -> PersonName:
    prefix, last = reading.text("prefix"), reading.text("last")
    if not prefix:  # 'van den Berg' typed in the field of the surname
        prefix, last = split_prefix(last)
    for part in ("first", "initials", "prefix", "last"):
        if told := too_long(reading.text(part), LONGEST_NAME):
            reading.problems.append(Problem(part, told))
    name = replace(
        before,
        first=reading.text("first"),
        initials=reading.text("initials"),
        prefix=prefix,
        last=last,
    )
    if name.empty:
        reading.problems.append(Problem("first", _("Fill in a first name or a surname.")))
    return name


def _address(before: Address, reading: Reading) -> Address:
    return replace(
        before,
        street=reading.text("street"),
        house=reading.text("house"),
        postcode=reading.postcode(),
        town=reading.text("town"),
    )


def _memberships(before: PersonDetail, reading: Reading) -> tuple[Membership, ...]:
    start, end = reading.date("start"), reading.date("end")
    number = reading.text("number")
    if start and end and end.last_day < start.first_day:
        reading.problems.append(
            Problem("end", _("The last day of membership lies before its first day."))
        )
    latest = before.memberships[-1] if before.memberships else Membership()
    kind = reading.text("kind") if "kind" in reading.texts else latest.kind
    if not before.memberships and not (number or kind or start or end):
        return ()
    changed = replace(latest, number=number, kind=kind, start=start, end=end)
    return (*before.memberships[:-1], changed)

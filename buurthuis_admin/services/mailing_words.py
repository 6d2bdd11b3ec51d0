# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""How people and households are called on an envelope and greeted in a letter."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from buurthuis_admin.domain.centre import CentreSettings
from buurthuis_admin.domain.contributions import ContributionType, owing
from buurthuis_admin.domain.mailings import Recipient, address_lines, by_household
from buurthuis_admin.domain.money import format_iban
from buurthuis_admin.domain.people import Person, PersonDetail, Sex
from buurthuis_admin.i18n import _, format_money

FIELDS = ("naam", "aanhef", "adres")  # as they are typed, in a letter of any language
REMINDER_FIELDS = (*FIELDS, "bedrag", "jaar", "rekening")
_NAMED = 2  # more people than this are called by the name of their household


def recipients_of(
    people: Sequence[PersonDetail],
    centre: CentreSettings,
    *,
    households: bool,
    year: int | None = None,
) -> list[Recipient]:
    """Who gets one letter, in the order of the people; with what is owed over a year."""
    groups = by_household(people) if households else [[one] for one in people]
    return [_recipient(group, centre, year) for group in groups]


def _recipient(
    group: Sequence[PersonDetail], centre: CentreSettings, year: int | None
) -> Recipient:
    first = group[0]
    address = next(
        (one.person.address for one in group if one.person.address.line), first.person.address
    )
    name, greeting = _name(group), _greeting(group)
    fields = {
        "naam": name,
        "aanhef": greeting,
        "adres": "\n".join(address_lines(address)),
    }
    if year is not None:
        fields |= {
            "jaar": str(year),
            "bedrag": _owed(group, year, centre.contribution_types),
            "rekening": format_iban(centre.iban) or "…………………",
        }
    return Recipient(name=name, greeting=greeting, address=address, fields=fields)


def _owed(group: Sequence[PersonDetail], year: int, types: Sequence[ContributionType]) -> str:
    """What a household owes together; a blank to write on when it is not known of somebody."""
    found = [one for one in (owing(detail, year, types) for detail in group) if one is not None]
    amounts = [one.amount for one in found if one.amount is not None]
    if not amounts or len(amounts) < len(found):
        return "€ ………"
    return format_money(sum(amounts, Decimal(0)))


def _family(group: Sequence[PersonDetail]) -> str:
    household = group[0].household
    return household.name if household else ""


def _name(group: Sequence[PersonDetail]) -> str:
    if len(group) > _NAMED and _family(group):
        return _("The {name} family").format(name=_family(group))
    return _listed([one.person.name.full for one in group])


def _greeting(group: Sequence[PersonDetail]) -> str:
    if len(group) > _NAMED and _family(group):
        return _("Dear {name} family").format(name=_family(group))
    if all(one.person.name.first for one in group):
        names = _listed([one.person.name.first for one in group])
        return _("Dear {name}").format(name=names)
    return _listed([_formal(one.person) for one in group])


def _formal(person: Person) -> str:
    surname = person.name.surname
    surname = surname[:1].upper() + surname[1:]
    words = {Sex.FEMALE: _("Dear Mrs {name}"), Sex.MALE: _("Dear Mr {name}")}
    word = words.get(person.sex, _("Dear Mr or Mrs {name}")) if person.sex else ""
    return (word or _("Dear Mr or Mrs {name}")).format(name=surname)


def _listed(names: Sequence[str]) -> str:
    if len(names) == 1:
        return names[0]
    return _("{names} and {last}").format(names=", ".join(names[:-1]), last=names[-1])

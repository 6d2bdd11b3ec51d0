# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Figures and people as JSON for other programs, and as text for people."""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from buurthuis_admin.domain.dates import PartialDate
from buurthuis_admin.domain.figures import Count, PeopleGroup, YearFigures
from buurthuis_admin.domain.people import Membership, PersonDetail
from buurthuis_admin.domain.phones import dashed_phone
from buurthuis_admin.domain.subsidies import Subsidy
from buurthuis_admin.i18n import _, format_money, format_number


def print_json(data: object) -> None:
    """Print data as JSON; other scripts than ours stay readable."""
    print(json.dumps(data, ensure_ascii=False, indent=1))


# --- figures ---------------------------------------------------------------------------------


def figures_data(figures: YearFigures, before: YearFigures | None = None) -> dict[str, Any]:
    """The figures of a year under the keys that docs/commands.md promises."""
    data = {
        "year": figures.year,
        "persons": figures.persons,
        "members_active_31_dec": figures.members.on_last_day,
        "members_active_1_jan": figures.members.on_first_day,
        "members_joined": figures.members.joined,
        "members_left": figures.members.left,
        **_count_data(figures.total),
        "unique_named_participants": figures.total.unique,
        "cancelled_sessions": figures.cancelled_sessions,
        "per_activity": {
            activity.name: {
                "theme": activity.theme or None,
                **_count_data(activity.count),
                "months": list(activity.months),
                "cancelled": activity.cancelled,
            }
            for activity in figures.activities
        },
        "per_theme": {theme: _count_data(count) for theme, count in figures.themes.items()},
        "per_month": [_count_data(count) for count in figures.months],
        "per_age_band": {group.key: _group_data(group) for group in figures.age_bands},
        "per_postcode_area": {
            group.key or "unknown": _group_data(group) for group in figures.postcode_areas
        },
        "volunteers": {
            "registered": figures.volunteers.registered,
            "active": figures.volunteers.active,
            "hours": _amount(figures.volunteers.hours),
            "hours_per_activity": {
                name: _amount(hours) for name, hours in figures.volunteers.hours_by_activity.items()
            },
        },
        "subsidies": [_subsidy_data(subsidy) for subsidy in figures.subsidies.dossiers],
        "subsidies_total": {
            "requested": _amount(figures.subsidies.requested),
            "awarded": _amount(figures.subsidies.awarded),
            "received": _amount(figures.subsidies.received),
            "spent": _amount(figures.subsidies.spent),
            "left": _amount(figures.subsidies.left),
        },
    }
    if before is not None:
        data["year_before"] = figures_data(before)
    return data


def _count_data(count: Count) -> dict[str, Any]:
    return {
        "sessions": count.sessions,
        "visits": count.visits,
        "named_visits": count.named_visits,
        "anonymous_visits": count.anonymous_visits,
        "unique": count.unique,
        "average": _amount(count.average),
    }


def _group_data(group: PeopleGroup) -> dict[str, int]:
    return {
        "participants": group.participants,
        "visits": group.visits,
        "members": group.members,
    }


def _subsidy_data(subsidy: Subsidy) -> dict[str, Any]:
    return {
        "funder": subsidy.funder,
        "reference": subsidy.reference,
        "purpose": subsidy.purpose,
        "state": subsidy.state.value,
        "requested": _amount(subsidy.requested),
        "awarded": _amount(subsidy.awarded),
        "received": _amount(subsidy.received),
        "spent": _amount(subsidy.spent),
        "left": _amount(subsidy.left),
        "applied": subsidy.applied_on.isoformat() if subsidy.applied_on else None,
        "decided": subsidy.decided_on.isoformat() if subsidy.decided_on else None,
        "due": subsidy.due_on.isoformat() if subsidy.due_on else None,
    }


def _amount(amount: Decimal | None) -> float | None:
    """JSON has no exact decimals; two of them survive a float."""
    return None if amount is None else float(amount)


def figures_text(figures: YearFigures) -> str:
    """The key figures of a year in words."""
    total = figures.total
    lines = [
        _("Year {year}").format(year=figures.year),
        _line(_("Members on 31 December"), figures.members.on_last_day),
        _line(_("Meetings"), total.sessions),
        _line(_("Visits"), total.visits),
        _line(_("  with a name"), total.named_visits),
        _line(_("  without a name"), total.anonymous_visits),
        _line(_("Different people"), total.unique),
        _line(_("Volunteer hours"), figures.volunteers.hours),
    ]
    for activity in figures.activities:
        lines.append(_line(f"  {activity.name}", activity.count.visits))
    awarded, spent = format_money(figures.subsidies.awarded), format_money(figures.subsidies.spent)
    lines.append(
        _("Subsidies: awarded {awarded}, spent {spent}").format(awarded=awarded, spent=spent)
    )
    return "\n".join(lines)


def _line(name: str, number: int | Decimal) -> str:
    return f"{name:<34} {format_number(number):>8}"


# --- people ----------------------------------------------------------------------------------


def people_data(people: Sequence[PersonDetail]) -> list[dict[str, Any]]:
    """Everybody, under the keys that docs/commands.md promises."""
    return [_person_data(detail) for detail in people]


def _person_data(detail: PersonDetail) -> dict[str, Any]:
    person, membership = detail.person, last_membership(detail)
    return {
        "id": person.id,
        "number": _number(membership.number if membership else ""),
        "initials": person.name.initials,
        "first": person.name.first,
        "prefix": person.name.prefix,
        "last": person.name.last,
        "sex": person.sex.value if person.sex else None,
        "born": _date(person.born),
        "street": person.address.street,
        "house": person.address.house,
        "postcode": person.address.postcode,
        "town": person.address.town,
        "neighbourhood": person.address.neighbourhood,
        "phone": dashed_phone(person.phone),
        "mobile": dashed_phone(person.mobile),
        "email": person.email,
        "joined": _date(membership.start if membership else None),
        "left": _date(membership.end if membership else None),
        "paid": any(c.paid for c in detail.contributions if c.year == _last_year(detail)),
        "volunteer": detail.volunteer is not None,
        "remark": person.remark,
        "memberships": [
            {"number": m.number, "joined": _date(m.start), "left": _date(m.end)}
            for m in detail.memberships
        ],
    }


def last_membership(detail: PersonDetail) -> Membership | None:
    """The membership that runs, or the one that ended last."""
    return max(
        detail.memberships,
        key=lambda m: (m.end is None, m.end or PartialDate(1), m.start or PartialDate(1)),
        default=None,
    )


def _last_year(detail: PersonDetail) -> int | None:
    return max((c.year for c in detail.contributions if c.paid is not None), default=None)


def _number(text: str) -> int | str | None:
    """A member number as a number where nothing is lost by it: '127' but not '0127'."""
    if text.isascii() and text.isdigit() and str(int(text)) == text:
        return int(text)
    return text or None


def _date(date: PartialDate | None) -> str | None:
    return None if date is None else str(date)


def people_text(people: Sequence[PersonDetail]) -> str:
    """A line for each person."""
    lines = []
    for detail in people:
        membership = last_membership(detail)
        number = membership.number if membership else ""
        lines.append(f"{number:>6}  {detail.person.name.sorted:<40} {detail.person.address.town}")
    return "\n".join(lines)

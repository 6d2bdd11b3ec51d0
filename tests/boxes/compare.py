# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Read a box into a new administration, and compare what it then knows with the truth."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from buurthuis_admin.domain.activities import AttendanceStatus, SessionState
from buurthuis_admin.domain.dates import Period
from buurthuis_admin.domain.text import fold
from buurthuis_admin.importing.outcome import BoxOutcome
from buurthuis_admin.importing.planning.drafts import Known, PersonDraft
from buurthuis_admin.services.import_known import load_known
from buurthuis_admin.services.imports import ImportService
from buurthuis_admin.storage.file import AdministrationFile

TODAY = datetime.date(2026, 3, 1)
ALWAYS = Period(datetime.date(1900, 1, 1), datetime.date(2199, 12, 31))
PASSWORD = "een heel goed wachtwoord"
PERSON_FIELDS = (
    "number", "first", "prefix", "last", "sex", "born", "street", "house", "postcode", "town",
    "phone", "mobile", "email", "joined", "left", "paid", "volunteer",
)  # fmt: skip


@dataclass
class ReadBox:
    """What an administration knows after a box was read into it, twice."""

    first: BoxOutcome
    second: BoxOutcome
    known: Known

    def figures(self, year: int) -> dict[str, Any]:
        """The figures of a year, in the form of truth.json."""
        return _figures(self.known, year)

    def people(self) -> list[dict[str, Any]]:
        """The people who stood on a list, in the form of truth.json."""
        return [_person(p) for p in self.known.people if p.memberships or p.volunteer]


def read_box(folder: Path, administration: Path) -> ReadBox:
    """Read a folder of spreadsheets into a new administration, and then once more."""
    file = AdministrationFile.create(administration, PASSWORD)
    try:
        service = ImportService(file, clock=lambda: TODAY)
        prepared = service.prepare([folder])
        first = service.apply(prepared)
        second = service.apply(prepared)
        with file.reading() as connection:
            return ReadBox(first, second, load_known(connection, ALWAYS))
    finally:
        file.close()


def _figures(known: Known, year: int) -> dict[str, Any]:
    sessions = [
        s for same in known.sessions.values() for s in same
        if s.day.year == year and s.state is SessionState.HELD
    ]  # fmt: skip
    per: dict[str, dict[str, Any]] = {}
    everybody: set[int] = set()
    named = anonymous = 0
    for session in sessions:
        here = {
            p
            for p, status in session.known_attendance.items()
            if status is AttendanceStatus.PRESENT
        }
        counts = sum(session.known_counts.values())
        line = per.setdefault(session.activity.name, {"sessions": 0, "visits": 0, "unique": set()})
        line["sessions"] += 1
        line["visits"] += len(here) + counts
        line["unique"] |= here
        everybody |= here
        named += len(here)
        anonymous += counts
    end = datetime.date(year, 12, 31)
    return {
        "persons": len(known.people),
        "members_active_31_dec": sum(_active(p, end) for p in known.people),
        "sessions": len(sessions),
        "visits": named + anonymous,
        "named_visits": named,
        "anonymous_visits": anonymous,
        "unique_named_participants": len(everybody),
        "per_activity": {
            name: {**line, "unique": len(line["unique"])} for name, line in per.items()
        },
        "subsidies": _subsidies(known, year),
        "volunteer_hours": float(sum(h.hours for h in known.hours if h.day.year == year)),
    }


def _active(person: PersonDraft, day: datetime.date) -> bool:
    return any(
        (m.start is None or m.start.first_day <= day) and (m.end is None or m.end.last_day >= day)
        for m in person.memberships
    )


def _subsidies(known: Known, year: int) -> list[dict[str, Any]]:
    return [
        {
            "funder": s.funder,
            "reference": s.reference,
            "purpose": s.purpose,
            "requested": _number(s.requested),
            "awarded": _number(s.awarded),
            "received": _number(s.received),
            "spent": _number(s.spent),
            "decided": s.decided_on.isoformat() if s.decided_on else None,
            "due": s.due_on.isoformat() if s.due_on else None,
        }
        for s in known.subsidies
        if s.period is None or s.period.overlaps(Period.year(year))
    ]


def _number(amount: Decimal | None) -> float | None:
    return None if amount is None else float(amount)


def _person(p: PersonDraft) -> dict[str, Any]:
    last = max(p.memberships, key=lambda m: m.start.number if m.start else 0, default=None)
    paid = last.contributions[max(last.contributions)].paid if last and last.contributions else None
    number = next((m.number for m in p.memberships if m.number), "") if last else ""
    return {
        "number": int(number) if number.isdigit() else number,
        "initials": p.name.initials,
        "first": p.name.first,
        "prefix": p.name.prefix,
        "last": p.name.last,
        "sex": p.sex.value if p.sex else "",
        "born": str(p.born) if p.born else None,
        "street": p.street,
        "house": p.house,
        "postcode": p.postcode,
        "town": p.town,
        "phone": p.phone,
        "mobile": p.mobile,
        "email": p.email,
        "joined": str(last.start) if last and last.start else None,
        "left": str(last.end) if last and last.end else None,
        "paid": paid,
        "volunteer": p.volunteer,
    }


# --- comparing -------------------------------------------------------------------------------


@dataclass
class FieldScore:
    """How many fields of people are right, and which are not."""

    right: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """From 0 to 1."""
        total = self.right + len(self.wrong)
        return self.right / total if total else 1.0


def compare_people(
    found: Iterable[Mapping[str, Any]],
    truth: Sequence[Mapping[str, Any]],
    held: Iterable[str] = PERSON_FIELDS,
) -> FieldScore:
    """Compare field by field, of those that the sheets hold; one missing has all fields wrong."""
    left = list(found)
    score = FieldScore()
    fields = tuple(held)
    for wanted in truth:
        person = _find(left, wanted)
        if person is None:
            score.wrong += [
                f"{wanted['first']} {wanted['last']}: missing ({name})" for name in fields
            ]
            continue
        left.remove(person)
        for name in fields:
            if name not in wanted:
                continue
            if _plain(name, person[name]) == _plain(name, wanted[name]):
                score.right += 1
            else:
                score.wrong.append(
                    f"{wanted['first']} {wanted['last']}: {name} {person[name]!r}, not {wanted[name]!r}"
                )
    return score


def _find(
    people: Sequence[Mapping[str, Any]], wanted: Mapping[str, Any]
) -> Mapping[str, Any] | None:
    def likeness(person: Mapping[str, Any]) -> int:
        return sum(
            weight
            for name, weight in (
                ("number", 3),
                ("last", 2),
                ("first", 2),
                ("born", 2),
                ("email", 1),
                ("mobile", 1),
                ("street", 1),
                ("prefix", 1),
            )
            if wanted.get(name) and _plain(name, person[name]) == _plain(name, wanted[name])
        )

    best = max(people, key=likeness, default=None)
    return best if best is not None and likeness(best) >= 4 else None


def _plain(name: str, value: object) -> object:
    if name in ("phone", "mobile"):
        return "".join(sign for sign in str(value or "") if sign.isdigit())
    if name in ("paid", "volunteer"):
        return bool(value)
    return value if value is not None else ""


def fields_held(found: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """The fields that the sheets said of anybody (a truth.json has them all)."""
    return tuple(name for name in PERSON_FIELDS if any(person[name] for person in found))


_NOT_PLAIN = ("people", "year", "years", "subsidies", "per_activity")


def different_figures(found: Mapping[str, Any], truth: Mapping[str, Any]) -> list[str]:
    """Which figures differ, one line each."""
    lines = []
    for name, wanted in truth.items():
        if name in _NOT_PLAIN or name.endswith("_style"):
            continue
        if name in found and found[name] != wanted:
            lines.append(f"{name}: {found[name]}, not {wanted}")
    per, wanted_per = found["per_activity"], truth["per_activity"]
    lines += [
        f"{name}: {per.get(name)}, not {wanted_per.get(name)}"
        for name in sorted(set(per) | set(wanted_per))
        if per.get(name) != wanted_per.get(name)
    ]
    return lines + _different_subsidies(found["subsidies"], truth["subsidies"])


def figures_compared(truth: Mapping[str, Any]) -> int:
    """How many figures of a truth are compared: plain ones, per activity, and of subsidies."""
    plain = [
        name for name in truth if name not in (*_NOT_PLAIN, "held") and not name.endswith("_style")
    ]
    return len(plain) + len(truth["per_activity"]) + sum(map(len, truth["subsidies"]))


def _different_subsidies(
    found: Sequence[Mapping[str, Any]], truth: Sequence[Mapping[str, Any]]
) -> list[str]:
    lines = []
    key = lambda s: (fold(s["funder"]), s.get("reference", ""), fold(s["purpose"]))  # noqa: E731
    for got, wanted in zip(sorted(found, key=key), sorted(truth, key=key), strict=False):
        for name, value in wanted.items():
            if got[name] != value and not (name == "awarded" and not got[name] and not value):
                lines.append(
                    f"subsidy {wanted['funder']} {wanted['purpose']}: {name} {got[name]!r}, not {value!r}"
                )
    if len(found) != len(truth):
        lines.append(f"{len(found)} subsidies, not {len(truth)}")
    return lines


def accounts_missing(outcome: BoxOutcome) -> list[str]:
    """Sheets of which the account of rows does not add up."""
    lines = []
    for file in outcome.files:
        for sheet in file.sheets:
            rows = [account.row for account in sheet.rows]
            twice = [row for row, count in Counter(rows).items() if count > 1]
            if twice or (rows and sorted(rows) != list(range(1, len(rows) + 1))):
                lines.append(f"{file.file} {sheet.sheet}: {twice or 'rows missing'}")
            lines += [
                f"{file.file} {sheet.sheet} row {account.row}: {account.fate} without a reason"
                for account in sheet.rows
                if account.reason is None
                and account.fate.value in ("excluded", "rejected", "question")
            ]
    return lines

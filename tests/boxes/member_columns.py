# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The columns that members lists are made of, and how each writes what it holds."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from tests.boxes.world import Written
from tools.made_up import MadeUp
from tools.sheets import Cell

Getter = Callable[[MadeUp], Cell]
_MONTHS = "jan feb mrt apr mei jun jul aug sep okt nov dec".split()


@dataclass
class MemberList:
    """The files of a style, which fields they hold, and what differs from the whole truth."""

    files: list[Written]
    held: tuple[str, ...]
    change: Callable[[MadeUp, dict[str, Any]], None] = lambda person, truth: None
    people: list[MadeUp] | None = None


def _digits(text: str) -> int | None:
    bare = text.replace("-", "")
    return int(bare) if bare else None


def _serial(day: datetime.date | None) -> int | None:
    return (day - datetime.date(1899, 12, 30)).days if day else None


def _dutch(day: datetime.date | None) -> str | None:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}" if day else None


def _short(day: datetime.date | None) -> str | None:
    return f"{day.day:02}-{day.month:02}-{day.year % 100:02}" if day else None


def _text_day(day: datetime.date | None) -> str | None:
    return f"{day.day}-{day.month}-{day.year}" if day else None


def _iso(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None


def _house_parts(house: str) -> tuple[int, str]:
    digits = ""
    for sign in house:
        if not sign.isdigit():
            break
        digits += sign
    return int(digits), house[len(digits) :].strip(" -")


def _both_phones(p: MadeUp) -> str | None:
    return " / ".join(number for number in (p.phone, p.mobile) if number) or None


# What a column can hold: the fields of the truth, and the cell.
COLUMNS: dict[str, tuple[tuple[str, ...], Getter]] = {
    "number": (("number",), lambda p: p.number),
    "number4": (("number",), lambda p: f"{p.number:04}"),
    "first": (("first",), lambda p: p.first),
    "initials": ((), lambda p: p.initials),
    "initial": ((), lambda p: p.first[0]),
    "prefix": (("prefix",), lambda p: p.prefix or None),
    "last": (("last",), lambda p: p.last),
    "LAST": (("last",), lambda p: p.last.upper()),
    "prefix_last": (("prefix", "last"), lambda p: f"{p.prefix} {p.last}".strip()),
    "last_prefix": (("prefix", "last"), lambda p: f"{p.last}, {p.prefix}" if p.prefix else p.last),
    "full": (("first", "prefix", "last"), lambda p: p.full),
    "last_prefix_first": (
        ("first", "prefix", "last"),
        lambda p: ", ".join(part for part in (p.last, p.prefix, p.first) if part),
    ),
    "last_first_prefix": (("first", "prefix", "last"), lambda p: p.surname_first),
    "last_initials_prefix": (
        ("prefix", "last"),
        lambda p: f"{p.last}, {p.initials} {p.prefix}".strip(),
    ),
    "polite": (
        ("prefix", "last"),
        lambda p: f"{'Mw.' if p.sex == 'V' else 'Dhr.'} {p.initials} {p.prefix} {p.last}".replace(
            "  ", " "
        ),
    ),
    "initials_first": (("first",), lambda p: f"{p.initials} ({p.first})"),
    "mv": (("sex",), lambda p: p.sex.lower()),
    "MV": (("sex",), lambda p: p.sex),
    "man": (("sex",), lambda p: "vrouw" if p.sex == "V" else "man"),
    "dhr": (("sex",), lambda p: "mw." if p.sex == "V" else "dhr."),
    "male": (("sex",), lambda p: "female" if p.sex == "V" else "male"),
    "herr": (("sex",), lambda p: "Frau" if p.sex == "V" else "Herr"),
    "address": (("street", "house"), lambda p: p.address),
    "street": (("street",), lambda p: p.street),
    "house": (("house",), lambda p: p.house),
    "house_number": (("house",), lambda p: _house_parts(p.house)[0]),
    "house_addition": (("house",), lambda p: _house_parts(p.house)[1] or None),
    "whole_address": (
        ("street", "house", "postcode", "town"),
        lambda p: f"{p.address}, {p.postcode} {p.town}",
    ),
    "broken_address": (
        ("street", "house", "postcode", "town"),
        lambda p: f"{p.address}\n{p.postcode}  {p.town}",
    ),
    "postcode": (("postcode",), lambda p: p.postcode),
    "postcode_tight": (("postcode",), lambda p: p.postcode.replace(" ", "")),
    "postcode_lower": (("postcode",), lambda p: p.postcode.replace(" ", "").lower()),
    "postcode_town": (("postcode", "town"), lambda p: f"{p.postcode.replace(' ', '')} {p.town}"),
    "town": (("town",), lambda p: p.town),
    "TOWN": (("town",), lambda p: p.town.upper()),
    "phone": (("phone",), lambda p: p.phone or None),
    "mobile": (("mobile",), lambda p: p.mobile or None),
    "phone_number": (("phone",), lambda p: _digits(p.phone)),
    "mobile_number": (("mobile",), lambda p: _digits(p.mobile)),
    "mobile_spaced": (
        ("mobile",),
        lambda p: (
            (p.mobile and f"06 {p.mobile[3:5]} {p.mobile[5:7]} {p.mobile[7:9]} {p.mobile[9:]}")
            or None
        ),
    ),
    "mobile_31": (("mobile",), lambda p: (p.mobile and f"+31 6 {p.mobile[3:]}") or None),
    "phones": (("phone", "mobile"), _both_phones),
    "email": (("email",), lambda p: p.email or None),
    "EMAIL": (("email",), lambda p: p.email.capitalize() or None),
    "nothing": ((), lambda p: None),
    "born": (("born",), lambda p: p.born),
    "born_serial": (("born",), lambda p: _serial(p.born)),
    "born_dutch": (("born",), lambda p: _dutch(p.born)),
    "born_short": (("born",), lambda p: _short(p.born)),
    "born_text": (("born",), lambda p: _text_day(p.born)),
    "born_iso": (("born",), lambda p: _iso(p.born)),
    "born_dots": (("born",), lambda p: p.born.strftime("%d.%m.%Y")),
    "born_year": (("born",), lambda p: p.born.year),
    "joined": (("joined",), lambda p: p.joined),
    "joined_serial": (("joined",), lambda p: _serial(p.joined)),
    "joined_text": (("joined",), lambda p: _text_day(p.joined)),
    "joined_short": (("joined",), lambda p: _short(p.joined)),
    "joined_iso": (("joined",), lambda p: _iso(p.joined)),
    "joined_dots": (("joined",), lambda p: p.joined.strftime("%d.%m.%Y")),
    "joined_year": (("joined",), lambda p: p.joined.year),
    "left": (("left",), lambda p: p.left),
    "left_serial": (("left",), lambda p: _serial(p.left)),
    "left_text": (("left",), lambda p: _text_day(p.left)),
    "left_short": (("left",), lambda p: _short(p.left)),
    "left_dots": (("left",), lambda p: p.left.strftime("%d.%m.%Y") if p.left else None),
    "left_iso": (("left",), lambda p: _iso(p.left)),
    "paid_jn": (("paid",), lambda p: "j" if p.paid else "n"),
    "paid_ja": (("paid",), lambda p: "ja" if p.paid else "nee"),
    "paid_x": (("paid",), lambda p: "x" if p.paid else None),
    "paid_yes": (("paid",), lambda p: "yes" if p.paid else "no"),
    "paid_amount": (("paid",), lambda p: 12.5 if p.paid else None),
    "paid_text": (("paid",), lambda p: "€ 12,50" if p.paid else None),
    "paid_date": (
        ("paid",),
        lambda p: datetime.date(2021, 2, 1 + p.number % 27) if p.paid else None,
    ),
    "volunteer": (("volunteer",), lambda p: "j" if p.volunteer else "n"),
    "volunteer_x": (("volunteer",), lambda p: "x" if p.volunteer else None),
    "remark": (("volunteer",), lambda p: "vrijwilliger" if p.volunteer else None),
    "fee": ((), lambda p: 25),
    "iban": ((), lambda p: "NL91ABNA0417164300" if p.number % 3 else None),
}


def table(
    spec: str, people: Sequence[MadeUp]
) -> tuple[list[str], list[list[Cell]], tuple[str, ...]]:
    """Headings, rows and fields of 'Anaam=last|tsv=prefix'."""
    pairs = [part.rsplit("=", 1) for part in spec.split("|")]
    held = tuple(dict.fromkeys(name for _, column in pairs for name in COLUMNS[column][0]))
    rows = [[COLUMNS[column][1](p) for _, column in pairs] for p in people]
    return [heading for heading, _ in pairs], rows, held


def no_house_style(person: MadeUp, truth: dict[str, Any]) -> None:
    """Number and addition of two columns come together in one form."""
    number, addition = _house_parts(person.house)
    if addition.isalpha() and len(addition) == 1 and addition != "I":
        truth["house"] = f"{number}{addition}"


def years_only(*names: str) -> Callable[[MadeUp, dict[str, Any]], None]:
    def change(_person: MadeUp, truth: dict[str, Any]) -> None:
        for name in names:
            truth[name] = truth[name] and truth[name][:4]

    return change


# --- styles ----------------------------------------------------------------------------------

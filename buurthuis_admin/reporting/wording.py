# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Words and numbers as reports write them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from buurthuis_admin.domain.ages import UNKNOWN_BAND
from buurthuis_admin.domain.centre import SMALLEST_GROUP_SHOWN, CentreSettings
from buurthuis_admin.domain.subsidies import SubsidyState
from buurthuis_admin.domain.suppression import is_small
from buurthuis_admin.i18n import MINUS, _, format_number, format_percent
from buurthuis_admin.reporting.content import Mark

EN_DASH = "\N{EN DASH}"
NO_BREAK = "\N{NO-BREAK SPACE}"
PERCENT_FROM = 1000  # smaller numbers differ by a number, larger ones by a percentage


def people_text(people: int) -> str:
    """A number of people, or '< 5'."""
    if is_small(people):
        return f"<{NO_BREAK}{format_number(SMALLEST_GROUP_SHOWN)}"
    return format_number(people)


def hours_text(hours: Decimal) -> str:
    """Hours, with one decimal only when they are not whole."""
    whole = hours == hours.to_integral_value()
    return format_number(hours, 0 if whole else 1)


def number_word(number: int) -> str:
    """A number up to twelve in letters, a larger one in figures."""
    words = (
        _("none"), _("one"), _("two"), _("three"), _("four"), _("five"), _("six"),
        _("seven"), _("eight"), _("nine"), _("ten"), _("eleven"), _("twelve"),
    )  # fmt: skip
    return words[number] if number < len(words) else format_number(number)


def capitalised(text: str) -> str:
    """The text with a capital first letter and the rest as it is."""
    return text[:1].upper() + text[1:]


def change_text(now: int | Decimal, before: int | Decimal | None, year: int) -> str:
    """How a key figure differs from that of an earlier year; '' when that one is not known."""
    if not before:
        return ""
    if now == before:
        return _("same as in {year}").format(year=year)
    sign = "+" if now > before else MINUS
    change = f"{sign}{difference_text(now, before)}"
    return _("{change} compared with {year}").format(change=change, year=year)


def difference_text(now: int | Decimal, before: int | Decimal) -> str:
    """How far apart two numbers are: in percent of a large one, else as a number."""
    difference = abs(Decimal(now) - Decimal(before))
    share = difference / Decimal(before)
    if before >= PERCENT_FROM and round(share * 100) >= 1:
        return format_percent(share)
    return hours_text(difference)


def people_change_text(now: int, before: int | None, year: int) -> str:
    """How a number of people differs; '' where a small group could be worked out from it."""
    if before is None or is_small(now) or is_small(before):
        return ""
    return change_text(now, before, year)


def age_band_name(key: str) -> str:
    """An age band as people call it: '27–66 years', '67 and over'."""
    if key == UNKNOWN_BAND:
        return _("Unknown")
    if key.endswith("+"):
        return _("{age} and over").format(age=key[:-1])
    low, _hyphen, high = key.partition("-")
    return _("{low}{dash}{high} years").format(low=low, dash=EN_DASH, high=high)


def state_name(state: SubsidyState) -> str:
    """How far a dossier is, in a word."""
    names = {
        SubsidyState.DRAFT: _("Draft"),
        SubsidyState.APPLIED: _("Applied for"),
        SubsidyState.AWARDED: _("Awarded"),
        SubsidyState.REJECTED: _("Rejected"),
        SubsidyState.WITHDRAWN: _("Withdrawn"),
        SubsidyState.ACCOUNTED: _("Accounted for"),
        SubsidyState.SETTLED: _("Settled"),
    }
    return names[state]


def mark_of(centre: CentreSettings) -> Mark | None:
    """The logo of the centre as it goes on paper; None when there is none."""
    logo = centre.logo
    if logo is None:
        return None
    alt = _("Logo of {centre}").format(centre=centre.name) if centre.name else _("Logo")
    return Mark(content=logo.content, width=logo.width, height=logo.height, alt=alt)


def centre_and_town(centre: CentreSettings) -> str:
    """'Buurthuis De Linde, Utrecht'; the town only where the name does not say it."""
    named = centre.town and centre.town.casefold() in centre.name.casefold()
    return ", ".join(part for part in (centre.name, "" if named else centre.town) if part)


def enumeration(items: Sequence[str]) -> str:
    """Items in a sentence: 'one, two and three'."""
    if len(items) < 2:
        return "".join(items)
    return _("{first} and {last}").format(first=", ".join(items[:-1]), last=items[-1])

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Names in cells: one person, a couple on one row, or a family."""

from __future__ import annotations

import re
from functools import lru_cache

from buurthuis_admin.domain.names import (
    PersonName,
    initials,
    looks_like_initials,
    parse_name,
    split_prefix,
)
from buurthuis_admin.domain.text import clean, fold

_COUPLE = re.compile(
    r"(?i)(?P<one>(?:dhr\.? |mw\.? |mevr\.? )?[^\W\d_][\w.'-]*)"
    r" ?(?:\ben\b|&|\+|/|\be/o\b|\band\b|\bund\b) ?"
    r"(?P<two>(?:dhr\.? |mw\.? |mevr\.? )?[^\W\d_][\w.'-]*) (?P<rest>\S.*)"
)
_COUPLE_AFTER = re.compile(
    r"(?i)(?P<last>[^,]+), ?(?P<one>[^\W\d_][\w.'-]*) ?(?:\ben\b|&|\+|/) ?"
    r"(?P<two>[^\W\d_][\w.'-]*)(?P<prefix>( [a-z']+)*)"
)
_FAMILY = re.compile(r"(?i)(?:fam\.?|familie|family|gezin)\s+(?P<rest>.+)")
_HONORIFICS = ("dhr", "mw", "mevr", "dhr.", "mw.", "mevr.")
_INITIALS_AND_FIRST = re.compile(r"(?P<initials>[^()]+?)\s*\((?P<first>[^()]+)\)")
_MARKS_AROUND = re.compile(r"^[\s*\-•#]+|[\s*#]+$|\s*\((?:nieuw|new|proefles|gast|\*)\)\s*$")


@lru_cache(maxsize=8192)
def names_in(text: str) -> tuple[PersonName, ...]:
    """The persons that a cell names: one, or the two of 'Jan en Mien de Vries'."""
    bare = clean(_MARKS_AROUND.sub("", text))
    family = _FAMILY.fullmatch(bare)
    if family is not None:
        inner = parse_name(family["rest"])
        if not inner.last or inner.first in ("", inner.last):
            return (PersonName(first="Fam.", prefix=inner.prefix, last=inner.last or inner.first),)
        return (PersonName(first="Fam.", last=family["rest"]),)
    couple = _COUPLE.fullmatch(bare)
    if couple is not None and "," not in bare:
        return _two(couple["one"], couple["two"], couple["rest"])
    after = _COUPLE_AFTER.fullmatch(bare)
    if after is not None:
        return _two(after["one"], after["two"], f"{clean(after['prefix'])} {after['last']}".strip())
    return (parse_name(bare),) if bare else ()


def _two(one: str, two: str, rest: str) -> tuple[PersonName, ...]:
    if fold(one) in _HONORIFICS and fold(two) in _HONORIFICS:
        return (parse_name(rest),)  # 'dhr. en mw. Jansen': nothing tells them apart
    return (parse_name(f"{one} {rest}"), parse_name(f"{two} {rest}"))


def looks_like_name(text: str) -> bool:
    """Whether a text could be the name of a person: some words, no digits, no sentence."""
    bare = clean(text)
    words = bare.split()
    if not 1 <= len(words) <= 7 or len(bare) > 50 or any(sign.isdigit() for sign in bare):
        return False
    if bare.startswith(("*", "=", "(", "#")) or bare.endswith((":", "!", "?")) or " = " in bare:
        return False
    return any(sign.isalpha() for sign in bare)


@lru_cache(maxsize=4096)
def _initials_before(first: str) -> tuple[str, str]:
    """Part a column of first names that holds initials too: 'J.P. (Jan)' → ('J.P.', 'Jan')."""
    both = _INITIALS_AND_FIRST.fullmatch(first)
    if both is not None and looks_like_initials(both["initials"]):
        return both["initials"], both["first"]
    return "", first


def name_of_parts(last: str, first: str, prefix: str, given: str) -> PersonName:
    """The name of a row that has its parts in columns; initials may stand in the wrong one."""
    if "," in last:
        parsed = parse_name(last)
        prefix, last = prefix or parsed.prefix, parsed.last
        first, given = first or parsed.first, given or parsed.initials
    elif not prefix:
        prefix, last = split_prefix(last)
    before, first = _initials_before(first)
    given = given or before
    if given and not looks_like_initials(given):
        first, given = first or given, ""
    if first and looks_like_initials(first) and ("." in first or len(first) == 1):
        first, given = "", given or first
    return PersonName(
        initials=initials(given) if given else "",
        first=first,
        prefix=prefix.lower() if prefix.isupper() or prefix.istitle() else prefix,
        last=last,
    )

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Names of persons, the Dutch way: initials, name used, prefix and surname.

No name is refused, and none is 'corrected': one word is a name, Şahin keeps its cedilla and
IJpelaar both its capitals.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from buurthuis_admin.domain.text import clean, fold, fold_once

# Prefixes (tussenvoegsels) by their words: those of the Dutch civil registry that occur, and
# those of neighbours from elsewhere. Longest first wherever they are looked for.
_PREFIX_WORDS = """
aan 't|aan de|aan den|aan der|aan het|af|al|auf|auf dem|bij 't|bij de|bij den|bij het|bin|boven d'
d'|da|dal|dalla|das|de|de die|de la|de las|de le|de los|dei|del|della|den|der|des|di|die|do|don
dos|du|el|in 't|in de|in den|in der|in het|la|las|le|les|lo|los|of|onder|onder 't|onder de|op
op 't|op de|op den|op der|op gen|op het|op ten|over|over 't|over de|s'|'s|'t|t|te|ten|ter|tho
thoe|thor|to|toe|tot|uijt|uijt de|uijt den|uijt te de|uijt ten|uit|uit 't|uit de|uit den|uit het
uit te de|uit ten|van|van 't|van de|van de l'|van den|van der|van gen|van het|van la|van ter
van van de|vanden|vander|ver|vom|von|von 't|von dem|von den|von der|voor|voor 't|voor de|voor den
voor in 't|vor der|zu|zum|zur
"""
PREFIXES = frozenset(_PREFIX_WORDS.strip().replace("\n", "|").split("|"))
# Ben is a first name, and ben a prefix: only the case tells.
_PREFIXES_IN_LOWER_CASE = frozenset("ben bin bint ibn abu ait ould oulad".split())
_LONGEST_PREFIX = max(len(prefix.split()) for prefix in PREFIXES)
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.\s?-?)+|[^\W\d_]\.?|[A-Z]{2,4}|(?:[A-Z] )+[A-Z]")
_GLUED = re.compile(r"(?i)^(d'|'t |l')(?=\w)")
_TITLES = re.compile(
    r"(?i)^(?:(?:dhr|mw|mevr|mevrouw|meneer|de heer|mej|hr|drs|dr|ir|ing|mr|prof|mrs|ms|miss)"
    r"\b\.?\s*)+"
)


class NameUse(StrEnum):
    """Which surname a person goes by."""

    OWN = "own"
    PARTNER = "partner"
    PARTNER_OWN = "partner-own"
    OWN_PARTNER = "own-partner"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """The parts of a name; any of them may be empty, at least one is not for a person."""

    initials: str = ""
    first: str = ""
    prefix: str = ""
    last: str = ""
    partner_prefix: str = ""
    partner_last: str = ""
    use: NameUse = NameUse.OWN

    @property
    def empty(self) -> bool:
        """Whether there is nothing to call the person by."""
        return not (self.first or self.last or self.initials)

    @property
    def surname(self) -> str:
        """The surname in use with its prefix: 'van den Berg', 'de Vries-van Dijk'."""
        prefix, rest = self._surname_parts()
        return _join(prefix, rest)

    @property
    def full(self) -> str:
        """The name in a sentence: 'Jan van den Berg', without a first name 'Van den Berg'."""
        given = self.first or self.initials
        surname = self.surname
        if given:
            return _join(given, surname)
        return surname[:1].upper() + surname[1:] if self.prefix[:1] != "'" else surname

    @property
    def sorted(self) -> str:
        """The name as lists sort it: 'Berg, Jan van den'."""
        prefix, rest = self._surname_parts()
        given = _join(self.first or self.initials, prefix)
        return f"{rest}, {given}" if rest and given else rest or given

    @property
    def sort_key(self) -> str:
        """Folded surname without its prefix, then the given name."""
        _prefix, rest = self._surname_parts()
        return fold_once(f"{rest} {self.first or self.initials}")

    def _surname_parts(self) -> tuple[str, str]:
        own = (self.prefix, self.last)
        partner = (self.partner_prefix, self.partner_last)
        if not self.partner_last or self.use is NameUse.OWN:
            return own
        if self.use is NameUse.PARTNER:
            return partner
        first, second = (partner, own) if self.use is NameUse.PARTNER_OWN else (own, partner)
        return first[0], f"{first[1]}-{_join(*second)}"


def _join(left: str, right: str) -> str:
    if left.endswith("d'") or left == "l'":
        return left + right
    return f"{left} {right}".strip()


def is_prefix(text: str) -> bool:
    """Whether a text is a prefix ('van den', also 'Van Den')."""
    return text in _PREFIXES_IN_LOWER_CASE or fold(text) in PREFIXES


def looks_like_initials(text: str) -> bool:
    """Whether a text is initials ('J.', 'A.B.', 'JW', 'Th.P.') and not a name."""
    return bool(_INITIALS.fullmatch(clean(text)))


def split_prefix(surname: str) -> tuple[str, str]:
    """Part a surname from a prefix before it: 'van den Berg' → ('van den', 'Berg')."""
    text = clean(surname)
    glued = _GLUED.match(text)
    words = text.split(" ")
    for count in range(min(_LONGEST_PREFIX, len(words) - 1), 0, -1):
        candidate = " ".join(words[:count])
        if is_prefix(candidate):
            rest = " ".join(words[count:])
            inner = _GLUED.match(rest)
            if inner and inner[0].strip().lower() in ("d'", "l'"):
                return f"{candidate.lower()} {inner[0].lower()}", rest[inner.end() :]
            return candidate.lower(), rest
    if glued:
        return glued[0].strip().lower(), text[glued.end() :]
    return "", text


def parse_name(text: str) -> PersonName:
    """Read a full name in one of the orders that lists use.

    'Jan van den Berg', 'Berg, Jan van den', 'Berg, van den, Jan', 'Jansen, P. van',
    'J.P. de Vries', 'mw. A. Smit' and 'Fatma' (one word is a first name) are read.
    """
    bare = _TITLES.sub("", clean(text))
    if "," in bare:
        return _surname_first([clean(part) for part in bare.split(",")])
    return _given_first(bare)


def _surname_first(parts: list[str]) -> PersonName:
    surname, rest = parts[0], [part for part in parts[1:] if part]
    prefix, last = split_prefix(surname)
    given: list[str] = []
    for part in (_TITLES.sub("", text) for text in rest):
        if is_prefix(part):
            prefix = part.lower()
            continue
        name, trailing = _trailing_prefix(part)
        prefix = trailing or prefix
        given.append(name)
    return _with_given(" ".join(given).strip(), prefix, last)


def _trailing_prefix(text: str) -> tuple[str, str]:
    words = text.split(" ")
    for count in range(min(_LONGEST_PREFIX, len(words)), 0, -1):
        candidate = " ".join(words[-count:])
        if is_prefix(candidate):
            return " ".join(words[:-count]), candidate.lower()
    return text, ""


def _given_first(text: str) -> PersonName:
    words = text.split(" ")
    if len(words) == 1:
        return PersonName(first=text)
    leading_prefix, leading_last = split_prefix(text)
    if leading_prefix:
        return PersonName(prefix=leading_prefix, last=leading_last)
    for start in range(1, len(words)):
        prefix, last = split_prefix(" ".join(words[start:]))
        if prefix:
            return _with_given(" ".join(words[:start]), prefix, last)
    return _with_given(words[0], "", " ".join(words[1:]))


def _with_given(given: str, prefix: str, last: str) -> PersonName:
    match = re.fullmatch(r"(?P<initials>.+?)\s*\((?P<first>[^)]+)\)", given)
    if match and looks_like_initials(match["initials"]):
        return PersonName(
            initials=initials(match["initials"]),
            first=clean(match["first"]),
            prefix=prefix,
            last=last,
        )
    if given and looks_like_initials(given):
        return PersonName(initials=initials(given), prefix=prefix, last=last)
    return PersonName(first=given, prefix=prefix, last=last)


def initials(text: str) -> str:
    """Initials in the common form: 'jp' and 'J P' → 'J.P.', 'Th.P.' stays."""
    bare = clean(text)
    if "." in bare:
        parts = [part for part in re.split(r"[.\s]+", bare) if part]
    elif " " in bare:
        parts = bare.split(" ")
    else:
        parts = [bare] if len(bare) == 2 and bare[1].islower() else list(bare)
    return "".join(part[:1].upper() + part[1:] + "." for part in parts)


def initial_of(name: str) -> str:
    """The folded first letter of a given name or of initials; '' when there is none."""
    return fold(name)[:1]

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the heading of a column says: the words that real lists use, and the fields they mean.

The words themselves stand in ``heading_words``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from rapidfuzz import fuzz, process

from buurthuis_admin.domain.text import fold, squeeze
from buurthuis_admin.importing.heading_words import words_of_fields


class Field(StrEnum):
    """What a column can hold."""

    NUMBER = "number"
    INITIALS = "initials"
    FIRST = "first"
    PREFIX = "prefix"
    LAST = "last"
    FULL_NAME = "full_name"
    BORN = "born"
    BIRTH_YEAR = "birth_year"
    AGE = "age"
    SEX = "sex"
    ADDRESS = "address"
    STREET = "street"
    HOUSE = "house"
    HOUSE_ADDITION = "house_addition"
    POSTCODE = "postcode"
    POSTCODE_TOWN = "postcode_town"
    TOWN = "town"
    NEIGHBOURHOOD = "neighbourhood"
    PHONE = "phone"
    MOBILE = "mobile"
    EMAIL = "email"
    JOINED = "joined"
    LEFT = "left"
    LEFT_REASON = "left_reason"
    FEE = "fee"
    PAID = "paid"
    IBAN = "iban"
    MANDATE = "mandate"
    REMARK = "remark"
    ROLE = "role"
    VOLUNTEER = "volunteer"
    PHOTO = "photo"
    BSN = "bsn"
    MEMBER_KIND = "member_kind"
    DATE = "date"
    ACTIVITY = "activity"
    COUNT = "count"
    STATUS = "status"
    TOTAL = "total"
    HOURS = "hours"
    WEEKDAY = "weekday"
    TIME = "time"
    ROOM = "room"
    LEADER = "leader"
    CAPACITY = "capacity"
    THEME = "theme"
    TARGET_GROUP = "target_group"
    OWN_CONTRIBUTION = "own_contribution"
    STARTS = "starts"
    ENDS = "ends"
    FUNDER = "funder"
    REFERENCE = "reference"
    PURPOSE = "purpose"
    REQUESTED = "requested"
    AWARDED = "awarded"
    DECIDED = "decided"
    APPLIED_ON = "applied_on"
    RECEIVED = "received"
    SPENT = "spent"
    REMAINDER = "remainder"
    DUE = "due"
    STATE = "state"
    BUDGET_LINE = "budget_line"
    PLANNED = "planned"
    ACTUAL = "actual"
    DIFFERENCE = "difference"


_BY_WORD: dict[str, tuple[Field, ...]] = {}
for _word, _name in words_of_fields():
    _BY_WORD[_word] = (*_BY_WORD.get(_word, ()), Field(_name))
_LONG_WORDS = tuple(word for word in _BY_WORD if len(word) >= 5)
_UNITS = re.compile(
    r"\((?:eur|euro|€|j/n|ja/nee|dd-mm-jj(?:jj)?|[^)]{0,12})\)|€|\beuro?\b|\b(?:19|20)\d{2}\b|:$|\?$"
)
_FUZZY_ENOUGH = 88
_NAME_PARTS: frozenset[Field | None] = frozenset(
    (Field.LAST, Field.FIRST, Field.INITIALS, Field.PREFIX)
)
# Words put together in ways that no list of them foresees.
_PATTERNS = tuple(
    (re.compile(pattern), field)
    for pattern, field in (
        (r"(?:lid|leden|member|deelnemer)\w*(?:nr|nummer|number|no)", Field.NUMBER),
        (r"\w*e?mail\w*", Field.EMAIL),
        (r"geb\w*dat\w*|geboorted\w*", Field.BORN),
        (r"(?:pc|postcode)\w*plaats", Field.POSTCODE_TOWN),
        (r"straat\w*(?:nr|nummer)", Field.ADDRESS),
        (r"mob\w*|gsm\w*|06\w+", Field.MOBILE),
        (r"tel\w{0,12}", Field.PHONE),
    )
)


@dataclass(frozen=True, slots=True)
class HeadingGuess:
    """What a heading may mean: the fields it can be, best first, and how sure (0 to 1)."""

    fields: tuple[Field, ...] = ()
    confidence: float = 0.0


NO_GUESS = HeadingGuess()


@lru_cache(maxsize=4096)
def guess_heading(text: str) -> HeadingGuess:
    """What the words of a heading say, before anything below it was looked at."""
    word = squeeze(text) or ("#" if text.strip() == "#" else "")
    if not word or len(word) > 40:
        return NO_GUESS
    if word in _BY_WORD:
        return HeadingGuess(_BY_WORD[word], 1.0)
    bare = squeeze(_UNITS.sub(" ", fold(text)))
    if bare in _BY_WORD:
        return HeadingGuess(_BY_WORD[bare], 0.95)
    numbered = bare.rstrip("0123456789")
    if len(numbered) >= 3 and numbered in _BY_WORD:
        return HeadingGuess(_BY_WORD[numbered], 0.8)
    for pattern, field in _PATTERNS:
        if pattern.fullmatch(bare):
            return HeadingGuess((field,), 0.8)
    if _is_whole_name(text):
        return HeadingGuess((Field.FULL_NAME,), 0.9)
    return _by_likeness(bare)


def _is_whole_name(text: str) -> bool:
    """'Anaam, voorl. tsv': the parts of a name, that stand together in one column."""
    words = [squeeze(word) for word in re.split(r"[\s,;/&+]+", text)]
    fields = [_BY_WORD.get(word, (None,))[0] for word in words if word not in ("", "en", "and")]
    parts = set(fields) - {Field.FULL_NAME}
    return len(parts) > 1 and parts <= _NAME_PARTS


@lru_cache(maxsize=8192)
def is_heading_word(text: str) -> bool:
    """Whether a text is exactly one of the known headings; much cheaper than a guess."""
    return squeeze(text) in _BY_WORD


def _by_likeness(word: str) -> HeadingGuess:
    if len(word) < 5 or word.isdigit():
        return NO_GUESS
    found = process.extractOne(word, _LONG_WORDS, scorer=fuzz.ratio, score_cutoff=_FUZZY_ENOUGH)
    if found is not None:
        return HeadingGuess(_BY_WORD[found[0]], 0.75)
    starts = [known for known in _LONG_WORDS if len(known) > 5 and word.startswith(known)]
    if starts:
        return HeadingGuess(_BY_WORD[max(starts, key=len)], 0.6)
    return NO_GUESS


def fingerprint(headings: tuple[str, ...]) -> str:
    """What two lists with the same headings share, however they were typed."""
    return "|".join(squeeze(heading) for heading in headings)

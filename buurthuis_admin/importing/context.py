# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the words around a table say: its year, month and weekday, and its activity.

They stand in the title, in the name of the sheet or in that of the file. The title is nearest to
the table and so the first to be believed; what several of them say wins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath
from typing import TypeVar

from buurthuis_admin.domain.text import clean, fold, squeeze
from buurthuis_admin.importing.date_heads import DateHead, HeadKind, Season
from buurthuis_admin.importing.values.dates import MONTHS, WEEKDAYS

_T = TypeVar("_T")

_YEARS = re.compile(r"(?<!\d)((?:19|20)\d{2})\s*[-/–]\s*((?:19|20)?\d{2})(?!\d|-\d)")
_YEAR = re.compile(r"(?<![\d-])((?:19|20)\d{2})(?![\d])")
_SHORT_YEAR = re.compile(r"(?<!\w)'(\d{2})(?!\d)")
_WORD = re.compile(r"[^\W\d_]+(?:['+&][^\W\d_]+)*|\d+\+?|\S")
_SEGMENTS = re.compile(r"\s+[-–—|:]\s+|\s*[|:;]\s*|,\s+|_|\s{3,}")
_PARENTHESES = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_HOUSES = (
    "buurthuis",
    "wijkcentrum",
    "dorpshuis",
    "stichting",
    "buurtcentrum",
    "vereniging",
    "wijkgebouw",
    "mfc",
)
# Words that say what kind of list it is, or when; never the name of an activity by themselves.
_LIST_WORDS = frozenset(
    """
    presentielijst presentielijsten presentie aanwezigheid aanwezigheidslijst
    aanwezigheidslijsten aanwezigen aanwezig deelnemerslijst deelnemers deelnemer lijst
    lijsten overzicht registratie tellingen telling tellijst bezoekers bezoekersaantallen
    bezoekersaantal bezoek aantallen aantal blad sheet tabel table def definitief nieuw
    nieuwe kopie copy versie concept oud final week weken wk jaar maand kwartaal seizoen
    cursusjaar schooljaar van voor de het een en in t m tm per bijgewerkt laatst export
    leden ledenlijst ledenadministratie members attendance list head count counts year month
    uren urenregistratie vrijwilligers vrijwilligersuren urenlijst subsidie subsidies
    subsidieoverzicht activiteit activiteiten of the for january namen naam data datum
    ochtend middag avond ochtenden middagen avonden bijeenkomsten bijeenkomst groep
    presentielijs totaal januari heel elke iedere
    """.split()
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known of a table from the words around it."""

    season: Season | None = None
    month: DateHead | None = None
    weekday: int | None = None
    activity: str = ""
    words: str = ""  # all of them, folded: title, sheet and file


def surroundings(titles: tuple[str, ...], sheet: str, file: str) -> Surroundings:
    """Read the titles above a table, the name of its sheet and that of its file."""
    sources = (*titles, sheet, PurePath(file).stem)
    return Surroundings(
        season=_first(map(read_season, sources)),
        month=_first(map(read_month, (*titles, sheet, PurePath(file).stem))),
        weekday=_first(map(_read_weekday, sources)),
        activity=_activity(titles, sheet, PurePath(file).stem),
        words=fold(" | ".join(sources)),
    )


def _first(found: Iterable[_T | None]) -> _T | None:
    return next((item for item in found if item is not None), None)


def read_season(text: str) -> Season | None:
    """The year, or the season of two years, that a text names; None for none."""
    season = _YEARS.search(text)
    if season is not None:
        first = int(season[1])
        second = int(season[2]) if len(season[2]) == 4 else first // 100 * 100 + int(season[2])
        if second == first + 1:
            return Season(first, 8)
    years = {int(year) for year in _YEAR.findall(text)}
    if len(years) == 1:
        return Season(years.pop())
    short = _SHORT_YEAR.search(text)
    return Season(2000 + int(short[1])) if short and not years else None


def read_month(text: str) -> DateHead | None:
    """The one month that a text names; None for none or for several."""
    found = {
        MONTHS[word]
        for word in re.findall(r"[a-z]+", fold(text))
        if word in MONTHS and word != "may"
    }
    return DateHead(HeadKind.MONTH, month=found.pop()) if len(found) == 1 else None


def _read_weekday(text: str) -> int | None:
    words = re.findall(r"[a-z]+", fold(text))
    long = [WEEKDAYS[w] for w in words if w in WEEKDAYS and len(w) > 2]
    glued = [
        number
        for name, number in WEEKDAYS.items()
        if len(name) > 5
        for w in words
        if w.startswith(name)
    ]
    if long or glued:
        return (long or glued)[0]
    brackets = re.findall(
        r"\(?\b(ma|di|wo|do|vr|za|zo)\b(?=[-.)\s]|ochtend|middag|avond)", fold(text)
    )
    return WEEKDAYS[brackets[0]] if brackets and len(words) > 1 else None


def _activity(titles: tuple[str, ...], sheet: str, stem: str) -> str:
    """The name that most of the sources agree on; of equals the one nearest to the table."""
    per_source = [_names_in(" | ".join(titles)), _names_in(sheet), _names_in(stem)]
    candidates = [name for names in per_source for name in names]
    if not candidates:
        return ""

    def agreement(name: str) -> int:
        return sum(any(_related(name, other) for other in names) for names in per_source)

    return as_activity_name(max(candidates, key=agreement))  # max keeps the first of equals


def _names_in(source: str) -> list[str]:
    return [name for name in map(_name_in, _SEGMENTS.split(source)) if name]


def _related(one: str, other: str) -> bool:
    a, b = squeeze(one), squeeze(other)
    return a in b or b in a


def as_activity_name(text: str) -> str:
    """A name as a person would write it: 'STOELYOGA' and 'stoelyoga' become 'Stoelyoga'."""
    name = clean(text)
    if len(name) > 4 and name.isupper():
        name = name.lower()
    return name[:1].upper() + name[1:]


def _name_in(segment: str) -> str:
    """What remains of a piece of text when all words that say when and what are gone."""
    bare = clean(_PARENTHESES.sub(" ", segment))
    if fold(bare).startswith(_HOUSES):
        return ""
    bare = _SHORT_YEAR.sub(" ", _YEAR.sub(" ", _YEARS.sub(" ", bare)))
    words = bare.split()
    while words and _is_filler(words[0]):
        words.pop(0)
    while words and _is_filler(words[-1]):
        words.pop()
    name = " ".join(words).strip(" -–_.,:;/()")
    return (
        name
        if any(sign.isalpha() for sign in name) and len(name) > 1 and not _is_generic(name)
        else ""
    )


def _is_filler(word: str) -> bool:
    plain = fold(word).strip(".,:;-–()'")
    return (
        not plain
        or plain in _LIST_WORDS
        or plain in MONTHS
        or plain in WEEKDAYS
        or plain.isdigit()
        or any(plain.startswith(day + "-") or plain == day + "en" for day in WEEKDAYS)
        or bool(re.fullmatch(r"(?:blad|sheet|tabelle|table)\d*|wk\d+|v\d+|t/m", plain))
    )


def _is_generic(name: str) -> bool:
    return all(_is_filler(word) for word in name.split())

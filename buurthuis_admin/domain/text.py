# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Folding of text, so that names are found and compared however they were typed."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart into a base letter and an accent.
_STANDALONE = str.maketrans(
    {
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ı": "i",
        "ø": "o",
        "œ": "oe",
        "æ": "ae",
        "ß": "ss",
        "þ": "th",
        "ŋ": "n",
        "ŧ": "t",
        "\N{RIGHT SINGLE QUOTATION MARK}": "'",
        "\N{LEFT SINGLE QUOTATION MARK}": "'",
        "\N{MODIFIER LETTER APOSTROPHE}": "'",
        "`": "'",
        "´": "'",
    }
)
_SPACES = re.compile(r"\s+")
_NOT_WORD = re.compile(r"[^\w]+")
_TOKEN = re.compile(r"[^\W_]+")
_APOSTROPHES = re.compile(r"(?<=\w)['.](?=\w)")


def clean(text: str) -> str:
    """Text in composed Unicode (NFC), with single spaces and none at the ends."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip()


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Text for comparing: lower case, without accents, single spaces ('Öztürk' → 'ozturk')."""
    return fold_once(text)


def fold_once(text: str) -> str:
    """The same as ``fold`` for a text that will hardly be asked for again: it is not kept."""
    if text.isascii():
        lowered = text.lower().replace("`", "'")
        if lowered.isprintable() and "  " not in lowered:
            return lowered.strip()
        return _SPACES.sub(" ", lowered).strip()
    # Word by word: of a long text few words have an accent, and those come again and again.
    folded = [
        word.lower().replace("`", "'") if word.isascii() else _fold_word(word)
        for word in text.split()
    ]
    return " ".join(filter(None, folded))


@lru_cache(maxsize=16384)
def _fold_word(word: str) -> str:
    lowered = word.casefold().translate(_STANDALONE)
    parts = unicodedata.normalize("NFKD", lowered)
    bare = "".join([sign for sign in parts if sign.isascii() or not unicodedata.combining(sign)])
    return _SPACES.sub(" ", bare.translate(_STANDALONE)).strip()


def squeeze(text: str) -> str:
    """Folded text without anything but letters and digits ("Post code" → 'postcode')."""
    folded = fold(text)
    return folded if folded.isalnum() else _NOT_WORD.sub("", folded).replace("_", "")


def words(text: str) -> list[str]:
    """The folded words of a text, in order; apostrophes and dots separate nothing."""
    return [word for word in re.split(r"[^\w'.]+", fold(text)) if word]


def search_words(text: str) -> list[str]:
    """The words to index or to look for: letters and digits only ("O'Brien" is 'obrien')."""
    folded = fold_once(text)
    if "'" in folded or "." in folded:
        folded = _APOSTROPHES.sub("", folded)
    return _TOKEN.findall(folded)

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""How strong a password is, judged as somebody would who guesses it, and what to do better.

zxcvbn estimates how many guesses a password takes. It knows English; Dutch words, the names
around this administration and the years of today are given to it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from buurthuis_admin.i18n import _, ngettext
from buurthuis_admin.services.password_words import common_passwords, phrase_words

LEAST_LENGTH = 10
LEAST_SCORE = 3
FAIR_SCORE, STRONG_SCORE = 3, 4
JUDGED_SIGNS = 72  # zxcvbn takes seconds over more, and who gets so far is safe or repeats himself
GUESSES_A_SECOND = 10_000  # a room full of computers against our key slot (argon2id, 64 MiB)
RECENT_YEARS = tuple(str(year) for year in range(2019, 2040))  # zxcvbn stops at 2019

# Signs that stand for letters. zxcvbn tries all readings of all of them, which takes seconds when
# there are many; then those that mean the same are made one.
_LOOKALIKES = "4@8({[<369!1|7$50+2%"
_SAME_LOOKALIKES = str.maketrans("@{[<!|$+", "4(((1157")
_MOST_LOOKALIKES = 6
_NO_WORD = re.compile(r"[\W_]+")
_BETWEEN_WORDS = re.compile(r"[\s._-]+")
_MOST_JOINED = 5


class Weakness(StrEnum):
    """What makes a password easy to guess."""

    EMPTY = "empty"
    SHORT = "short"
    COMMON = "common"
    KNOWN = "known"
    NAME = "name"
    KEYBOARD = "keyboard"
    REPEAT = "repeat"
    SEQUENCE = "sequence"
    DATE = "date"
    FEW_WORDS = "few words"
    GUESSABLE = "guessable"


@dataclass(frozen=True, slots=True, kw_only=True)
class PasswordStrength:
    """The judgement. ``score`` runs from 0 to 4; ``advice`` and ``crack_time`` are for people."""

    score: int
    long_enough: bool
    weakness: Weakness | None
    advice: str
    crack_time: str

    @property
    def acceptable(self) -> bool:
        """Whether a new administration may have this password."""
        return self.long_enough and self.score >= LEAST_SCORE


@dataclass(frozen=True, slots=True)
class _Estimate:
    """What zxcvbn says of one way to write the password."""

    score: int
    guesses: float
    parts: tuple[Mapping[str, Any], ...]


def judge(password: str, known_words: Sequence[str] = (), example: str = "") -> PasswordStrength:
    """Judge a password. ``known_words``: names of the centre and the file.

    ``example`` is a phrase of ``random_phrase`` for the advice; a form makes it once, so that it
    does not change with every key.
    """
    if not password:
        return PasswordStrength(
            score=0,
            long_enough=False,
            weakness=Weakness.EMPTY,
            advice=_phrase_advice(example),
            crack_time="",
        )
    known = tuple(_pieces_of(known_words))
    estimate = _estimated(password, known)
    weakness = _weakness(password, estimate, known)
    return PasswordStrength(
        score=estimate.score,
        long_enough=len(password) >= LEAST_LENGTH,
        weakness=weakness,
        advice=_advice(password, estimate.score, weakness, example),
        crack_time=_crack_time(estimate.guesses / GUESSES_A_SECOND),
    )


def _estimated(password: str, known: Sequence[str]) -> _Estimate:
    """The least of two estimates: spaces and hyphens between words surprise nobody."""
    words = (*known, *common_passwords(), *RECENT_YEARS, *phrase_words())
    ways = {password, _BETWEEN_WORDS.sub("", password)} - {""}
    return min((_ask(way, words) for way in ways), key=lambda estimate: estimate.guesses)


def _ask(password: str, words: Sequence[str]) -> _Estimate:
    from zxcvbn import zxcvbn

    judged = zxcvbn(_prepared(password), user_inputs=words, max_length=JUDGED_SIGNS)
    return _Estimate(judged["score"], float(judged["guesses"]), tuple(judged["sequence"]))


def _prepared(password: str) -> str:
    judged = password[:JUDGED_SIGNS]
    many = sum(sign in judged for sign in _LOOKALIKES) > _MOST_LOOKALIKES
    return judged.translate(_SAME_LOOKALIKES) if many else judged


def _pieces_of(names: Sequence[str]) -> Iterator[str]:
    """The words of names, and words that follow each other as one: 'delinde'."""
    for name in names:
        words = [word for word in _NO_WORD.split(_plain(name)) if word]
        for start in range(len(words)):
            for end in range(start + 1, min(start + _MOST_JOINED, len(words)) + 1):
                joined = "".join(words[start:end])
                if len(joined) > 2:
                    yield joined


def _plain(text: str) -> str:
    """Small letters without accents."""
    parted = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in parted if not unicodedata.combining(sign))


# Why


def _weakness(password: str, estimate: _Estimate, known: Sequence[str]) -> Weakness | None:
    """The part that says most about a password that is easy to guess."""
    if len(password) < LEAST_LENGTH:
        return Weakness.SHORT
    if estimate.score >= FAIR_SCORE:
        return None
    told = [part for part in estimate.parts if part["pattern"] != "bruteforce"]
    if not told:
        return Weakness.GUESSABLE
    return _kind_of(max(told, key=lambda part: len(part["token"])), known)


def _kind_of(part: Mapping[str, Any], known: Sequence[str]) -> Weakness:
    if part["pattern"] == "dictionary":
        return _kind_of_word(part["dictionary_name"], part["matched_word"], known)
    return {
        "spatial": Weakness.KEYBOARD,
        "repeat": Weakness.REPEAT,
        "sequence": Weakness.SEQUENCE,
        "date": Weakness.DATE,
        "regex": Weakness.DATE,
    }.get(part["pattern"], Weakness.GUESSABLE)


def _kind_of_word(dictionary: str, word: str, known: Sequence[str]) -> Weakness:
    if word in known:
        return Weakness.KNOWN
    if word in RECENT_YEARS:
        return Weakness.DATE
    if dictionary == "passwords" or word in common_passwords():
        return Weakness.COMMON
    if dictionary in {"surnames", "male_names", "female_names"}:
        return Weakness.NAME
    return Weakness.FEW_WORDS


# What to do


def _advice(password: str, score: int, weakness: Weakness | None, example: str) -> str:
    if score >= STRONG_SCORE and weakness is None:
        return _("This is a strong password.")
    if weakness is None:
        return _("This is a fair password. One word more makes it much stronger.")
    reason = _reason(weakness, len(password))
    if weakness is not Weakness.SHORT and score >= LEAST_SCORE:
        reason = _("This will do, but it can be better. {reason}").format(reason=reason)
    return f"{reason} {_phrase_advice(example)}"


def _phrase_advice(example: str) -> str:
    if not example:
        return _("Take four words that have nothing to do with each other.")
    return _("Take four words that have nothing to do with each other, such as {example}.").format(
        example=example
    )


def _reason(weakness: Weakness, length: int) -> str:
    if weakness is Weakness.SHORT:
        lacking = LEAST_LENGTH - length
        return ngettext(
            "A password has at least {least} signs; {count} more is needed.",
            "A password has at least {least} signs; {count} more are needed.",
            lacking,
        ).format(least=LEAST_LENGTH, count=lacking)
    return {
        Weakness.COMMON: _("Many people use this password or a part of it, so it is tried first."),
        Weakness.KNOWN: _("The name of the centre or of the file is the first that anyone tries."),
        Weakness.NAME: _("Names of people are guessed soon, also with a year behind them."),
        Weakness.KEYBOARD: _("Keys that stand beside each other are guessed soon."),
        Weakness.REPEAT: _("Repeating the same signs does not make a password stronger."),
        Weakness.SEQUENCE: _("A sequence such as abcd or 4321 is guessed soon."),
        Weakness.DATE: _("A year or a date is guessed soon."),
        Weakness.FEW_WORDS: _("One or two words are guessed soon, whatever stands around them."),
    }.get(weakness, _("A computer guesses this password soon."))


MINUTE, HOUR, DAY = 60, 3600, 86_400
MONTH, YEAR, CENTURY = 30 * DAY, 365 * DAY, 36_500 * DAY


def _crack_time(seconds: float) -> str:
    """How long somebody with many fast computers needs, in words."""
    if seconds < MINUTE:
        return _("less than a minute")
    if seconds >= CENTURY:
        return _("more than a hundred years")
    if seconds < HOUR:
        count = round(seconds / MINUTE)
        return ngettext("about {count} minute", "about {count} minutes", count).format(count=count)
    if seconds < DAY:
        count = round(seconds / HOUR)
        return ngettext("about {count} hour", "about {count} hours", count).format(count=count)
    if seconds < MONTH:
        count = round(seconds / DAY)
        return ngettext("about {count} day", "about {count} days", count).format(count=count)
    if seconds < YEAR:
        count = round(seconds / MONTH)
        return ngettext("about {count} month", "about {count} months", count).format(count=count)
    count = round(seconds / YEAR)
    return ngettext("about {count} year", "about {count} years", count).format(count=count)

# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Dutch words: those to make a password of, and those that everybody takes as one."""

from __future__ import annotations

import secrets
from functools import cache

from buurthuis_admin.paths import resources_folder

PHRASE_WORDS = 4
BETWEEN = "-"  # is seen, and is not lost at the end of a line as a space is


def random_phrase(words: int = PHRASE_WORDS) -> str:
    """Words that have nothing to do with each other: 'tulp-emmer-viool-kraan', each time others."""
    if words < PHRASE_WORDS:
        raise ValueError(f"fewer than {PHRASE_WORDS} words are guessed too soon")
    chance = secrets.SystemRandom()
    return BETWEEN.join(chance.sample(phrase_words(), words))


@cache
def phrase_words() -> tuple[str, ...]:
    """The words that phrases are made of, each as likely as another."""
    return _read("nl.txt")


@cache
def common_passwords() -> tuple[str, ...]:
    """What is taken most, the most common first; the lists of zxcvbn are of English speakers."""
    return _read("common_nl.txt")


def _read(name: str) -> tuple[str, ...]:
    lines = (resources_folder() / "words" / name).read_text("utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))

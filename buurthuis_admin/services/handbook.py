# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The handbook inside the program: a chapter for each page, in the language of the screen."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from buurthuis_admin.domain.text import search_words
from buurthuis_admin.i18n import DEFAULT_LANGUAGE, current_language
from buurthuis_admin.paths import handbook_folder
from buurthuis_admin.reporting.handbook import handbook_report, plain

# The keys of the pages (``gui/places.py``), in the order in which they are read.
CHAPTERS = (
    "start "
    "today members activities attendance subsidies reports "
    "volunteers import waiting money history backups privacy safety settings"
).split()


@dataclass(frozen=True, slots=True)
class HelpChapter:
    """A chapter: the key of its page, its title, and its text in plain Markdown."""

    key: str
    title: str
    text: str

    def holds(self, query: str) -> bool:
        """Whether every word that is looked for begins a word of the chapter."""
        known = search_words(self.text)
        return all(any(one.startswith(word) for one in known) for word in search_words(query))


def chapters() -> tuple[HelpChapter, ...]:
    """All chapters in the current language."""
    return _read(current_language())


@cache
def _read(language: str) -> tuple[HelpChapter, ...]:
    return tuple(_chapter(key, language) for key in CHAPTERS)


def _chapter(key: str, language: str) -> HelpChapter:
    path = handbook_folder() / language / f"{key}.md"
    if not path.is_file():
        path = handbook_folder() / DEFAULT_LANGUAGE / f"{key}.md"
    return chapter_of(key, path.read_text("utf-8"))


def chapter_of(key: str, text: str) -> HelpChapter:
    """A chapter of a text of which the first line is the title."""
    return HelpChapter(key, plain(text.split("\n", 1)[0].lstrip("# ")), text)


def handbook_pdf(read: Sequence[HelpChapter]) -> bytes:
    """These chapters as PDF, in the current language."""
    today = datetime.date.today()  # noqa: DTZ011
    return handbook_report([one.text for one in read], current_language(), today)

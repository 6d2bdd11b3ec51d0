# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The handbook: a chapter for each page, and no word in it that the screen does not have."""

from __future__ import annotations

import gettext
import re

import pytest

from buurthuis_admin.gui.page_builders import BUILDERS
from buurthuis_admin.gui.places import HELP, START
from buurthuis_admin.i18n import LANGUAGES, language
from buurthuis_admin.paths import handbook_folder, translations_folder
from buurthuis_admin.reporting.content import BulletList, Heading, Paragraph
from buurthuis_admin.reporting.handbook import blocks_of
from buurthuis_admin.services.handbook import CHAPTERS, chapters

_QUOTED = re.compile(r"'([^']+)'")
_LINK = re.compile(r"\]\(([^)]*)\)")


def test_each_page_has_a_chapter() -> None:
    assert set(CHAPTERS) == {START, *BUILDERS} - {HELP}
    assert len(CHAPTERS) == len(set(CHAPTERS))


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_chapter_says_what_it_is_for_how_and_what_if(code: str) -> None:
    with language(code):
        for chapter in chapters():
            assert chapter.text.startswith(f"# {chapter.title}\n"), chapter.key
            assert chapter.text.count("\n## ") >= 2, chapter.key
            assert (handbook_folder() / code / f"{chapter.key}.md").is_file(), chapter.key
            assert set(_LINK.findall(chapter.text)) <= set(CHAPTERS), chapter.key


def test_what_stands_between_quotes_stands_on_the_screen() -> None:
    catalogue = gettext.translation("messages", translations_folder(), languages=["nl"])
    shown = set(catalogue._catalog.values())  # type: ignore[attr-defined]
    english = set(catalogue._catalog)  # type: ignore[attr-defined]
    for code, known in (("nl", shown), ("en", english)):
        with language(code):
            for chapter in chapters():
                for word in _QUOTED.findall(chapter.text):
                    assert word in known, (code, chapter.key)


def test_a_chapter_is_found_by_its_words() -> None:
    with language("nl"):
        found = {one.key for one in chapters() if one.holds("datalek")}
    assert found == {"privacy"}


def test_markdown_becomes_blocks() -> None:
    text = "# Title\n\nSee **now** [this](members).\n- one\n- two\n\n## Next\n1. First\n"
    assert list(blocks_of(text)) == [
        Heading("Title", 1),
        Paragraph("See now this."),
        BulletList(("one", "two")),
        Heading("Next", 2),
        Paragraph("1. First"),
    ]

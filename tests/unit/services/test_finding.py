# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Finding names of all kinds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from buurthuis_admin.domain.text import search_words
from buurthuis_admin.services.finding import matches


def test_each_word_begins_a_word_in_any_order() -> None:
    assert matches(["tafel", "gez"], "Gezellig aan tafel")
    assert matches(["cafe"], "Café voor taal")
    assert matches(["2026", "linde"], "Samen eten", "Gemeente Lindedam", "2026")
    assert not matches(["tafel", "yoga"], "Gezellig aan tafel")
    assert not matches(["afel"], "Gezellig aan tafel")


@given(st.text())
def test_a_text_is_found_by_itself(text: str) -> None:
    assert matches(search_words(text), text)

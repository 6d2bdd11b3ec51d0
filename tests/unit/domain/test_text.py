# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from buurthuis_admin.domain.text import _STANDALONE, fold, fold_once

SIGNS = st.characters(codec="utf-8") | st.sampled_from("ŁłøßÖ´`¨ ’  éİ")


@given(st.text(SIGNS, max_size=40))
def test_word_by_word_is_the_same_as_the_whole(text: str) -> None:
    lowered = unicodedata.normalize("NFKD", text.casefold().translate(_STANDALONE))
    bare = "".join(sign for sign in lowered if not unicodedata.combining(sign))
    whole = re.sub(r"\s+", " ", bare.translate(_STANDALONE)).strip()
    assert fold_once(text) == whole


def test_names_are_found_however_they_were_typed() -> None:
    assert fold("Łukasz  ÖZTÜRK van ’t Hof") == "lukasz ozturk van 't hof"

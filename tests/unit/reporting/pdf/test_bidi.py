# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""Text that runs both ways stands in the order in which it is read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from buurthuis_admin.reporting.pdf.arabic import join_letters
from buurthuis_admin.reporting.pdf.bidi import base_level, mirrored, runs_right, visual_runs

MIXED = st.text(st.sampled_from("abC 12-/.,()אבגمحم"), max_size=24)


def shown(text: str) -> str:
    """The signs from left to right."""
    runs = visual_runs(text, base_level(text))
    return "".join(mirrored(part[::-1]) if leftward else part for part, leftward in runs)


@pytest.mark.parametrize(
    ("text", "visual"),
    [
        ("abc", "abc"),
        ("אבג", "גבא"),
        ("abc אבג", "abc גבא"),
        ("אבג abc", "גבא abc"),
        ("abc אב גד xyz", "abc דג בא xyz"),
        ("אבג 12", "12 גבא"),
        ("אב 1.234 גד", "דג 1.234 בא"),
        ("abc (אב)", "abc (בא)"),
        ("אב (גד)", "(דג) בא"),
        ("zaal 12 אב", "zaal 12 בא"),
    ],
)
def test_visual_order(text: str, visual: str) -> None:
    assert shown(text) == visual


@given(MIXED)
def test_no_sign_is_lost_or_added(text: str) -> None:
    parts = [part for part, _leftward in visual_runs(text, base_level(text))]
    assert sorted("".join(parts)) == sorted(text)


@pytest.mark.parametrize(
    ("text", "level"), [("abc אב", 0), ("12 אב abc", 0), ("12 אב abc גד", 1), ("12", 0), ("", 0)]
)
def test_the_letters_at_both_ends_give_the_direction(text: str, level: int) -> None:
    assert base_level(text) == level


def test_latin_greek_and_cyrillic_do_not_run_right() -> None:
    assert not runs_right("Łukasz Ελένη Юлия")
    assert runs_right("abc م")


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("ب", "\ufe8f"),  # alone
        ("بب", "\ufe91\ufe90"),  # initial, final
        ("ببب", "\ufe91\ufe92\ufe90"),  # and medial between
        ("دب", "\ufea9\ufe8f"),  # dal does not join the next
        ("لا", "\ufefb"),  # lam with alef is one
        ("بلا", "\ufe91\ufefc"),
        ("بَب", "\ufe91\u064e\ufe90"),  # a vowel sign does not part letters
        ("پ", "\ufb56"),  # Persian
        ("ب ب", "\ufe8f \ufe8f"),
        ("ب\N{ZERO WIDTH NON-JOINER}ب", "\ufe8f\N{ZERO WIDTH NON-JOINER}\ufe8f"),
    ],
)
def test_letters_take_the_form_their_neighbours_ask(text: str, forms: str) -> None:
    assert join_letters(text) == forms

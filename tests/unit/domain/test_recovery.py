# SPDX-FileCopyrightText: 2026 Buurthuis Administratie contributors
# SPDX-License-Identifier: EUPL-1.2
"""The code of the recovery sheet: what a person gets wrong is found, and named."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from buurthuis_admin.domain.recovery import (
    RecoveryCode,
    RecoveryMismatchError,
    RecoveryTypingError,
    RecoveryVersionError,
    check_group,
    choose_groups_to_type_back,
    decode,
    encode,
)
from buurthuis_admin.domain.recovery_groups import ALPHABET, LABELS, write_group

KEY, SALT = bytes(range(32)), bytes(range(100, 116))
SECRETS = st.tuples(st.binary(min_size=32, max_size=32), st.binary(min_size=16, max_size=16))
CODES = SECRETS.map(lambda secrets: encode(*secrets))
GROUP = st.integers(0, 17)
few = settings(max_examples=12, deadline=None)  # each finds its way through a whole text


def mistakes(typed: str | list[str]) -> RecoveryTypingError:
    with pytest.raises(RecoveryTypingError) as caught:
        decode(typed)
    return caught.value


def changed(code: RecoveryCode, group: int, text: str) -> list[str]:
    return [*code.groups[:group], text, *code.groups[group + 1 :]]


@given(SECRETS)
def test_what_is_written_is_read_again(secrets: tuple[bytes, bytes]) -> None:
    code = encode(*secrets)
    assert len(code.groups) == 18
    assert {len(group) for group in code.groups} == {6}
    assert decode(code.text) == decode(code.groups) == secrets


def test_a_code_never_changes() -> None:
    """A sheet printed today must open a backup in ten years: these signs are a promise."""
    assert encode(KEY, SALT).text == (
        "020016 040R4F 0A1G7Y 0G28A8 0P30D5 0W3RG7 124GKB 1858PR 1E60SN "
        "1M6RWF 1T7GZY 68SB6N 6ET39R 6MTVC2 6TVKFK 70WBJR 76FM2C CHASFS"
    )


def test_only_a_key_and_a_salt_make_a_code() -> None:
    for key, salt in ((KEY[1:], SALT), (KEY, SALT + b"0")):
        with pytest.raises(ValueError, match="32"):
            encode(key, salt)


def test_neither_code_nor_error_shows_the_signs() -> None:
    code = encode(KEY, SALT)
    error = mistakes(changed(code, 4, "ZZZZZZ"))
    for text in (repr(code), repr(error), str(error)):
        assert not any(group in text for group in (*code.groups, "ZZZZZZ"))


# What a person may write otherwise


@pytest.mark.parametrize(
    "typed",
    [
        lambda code: code.text.lower(),
        lambda code: code.text.replace(" ", ""),
        lambda code: code.text.replace(" ", "-"),
        lambda code: code.text.replace(" ", "\n"),
        lambda code: " ".join(code.text),
        lambda code: f"  {code.text}\r\n",
        lambda code: code.text.replace(" ", "", 4),
        lambda code: f"{code.text[:3]} {code.text[3:]}",
        lambda code: code.text.replace("0", "o").replace("1", "l"),
        lambda code: code.text.replace("0", "O").replace("1", "I"),
        lambda code: "1 2 3\n" + "\n".join(f"{row} {' '.join(code)}" for row, code in code.rows),
        lambda code: " ".join(f"{a}: {b}" for a, b in zip(LABELS, code.groups, strict=True)),
        lambda code: "".join(chr(ord(sign) + 0xFEE0) if sign > " " else sign for sign in code.text),
        lambda code: [f" {group[:3]}-{group[3:].lower()}" for group in code.groups],
    ],
)
def test_another_way_of_writing_is_no_mistake(typed) -> None:  # type: ignore[no-untyped-def]
    assert decode(typed(encode(KEY, SALT))) == (KEY, SALT)


# Mistakes


@few
@given(CODES, GROUP, st.integers(0, 5), st.sampled_from(ALPHABET + "U#é"))
def test_a_wrong_sign_is_found_and_its_group_named(
    code: RecoveryCode, group: int, place: int, sign: str
) -> None:
    right = code.groups[group]
    text = right[:place] + sign + right[place + 1 :]
    if text == right:
        return
    typed = changed(code, group, text)
    assert not check_group(group, text)
    assert mistakes(typed).wrong == (LABELS[group],)
    assert mistakes(" ".join(typed)).wrong == (LABELS[group],)


@few
@given(CODES, GROUP, st.integers(0, 4))
def test_two_signs_that_changed_places_are_found_and_their_group_named(
    code: RecoveryCode, group: int, place: int
) -> None:
    right = code.groups[group]
    text = right[:place] + right[place + 1] + right[place] + right[place + 2 :]
    if text == right:
        return
    typed = changed(code, group, text)
    assert not check_group(LABELS[group], text)
    assert mistakes(typed).wrong == (LABELS[group],)
    assert mistakes(" ".join(typed)).wrong == (LABELS[group],)


@few
@given(CODES, GROUP, GROUP)
def test_two_groups_that_changed_places_are_both_named(
    code: RecoveryCode, one: int, other: int
) -> None:
    if one == other:
        return
    typed = list(code.groups)
    typed[one], typed[other] = typed[other], typed[one]
    named = (LABELS[min(one, other)], LABELS[max(one, other)])
    assert mistakes(typed).wrong == named
    assert mistakes(" ".join(typed)).wrong == named


@few
@given(CODES, GROUP)
def test_a_group_left_out_is_missing_and_the_others_are_right(
    code: RecoveryCode, group: int
) -> None:
    rest = [*code.groups[:group], *code.groups[group + 1 :]]
    for error in (mistakes(" ".join(rest)), mistakes(changed(code, group, " "))):
        assert (error.wrong, error.missing) == ((), (LABELS[group],))


@few
@given(CODES, GROUP, st.integers(0, 5), st.sampled_from(["", "7X"]))
def test_a_sign_too_few_or_too_many_is_in_its_group(
    code: RecoveryCode, group: int, place: int, instead: str
) -> None:
    right = code.groups[group]
    typed = changed(code, group, right[:place] + instead + right[place + 1 :])
    assert mistakes(typed).wrong == (LABELS[group],)
    assert mistakes(" ".join(typed)).wrong == (LABELS[group],)


def test_without_spaces_a_missing_sign_still_names_its_group() -> None:
    code = encode(KEY, SALT)
    for group, label in enumerate(LABELS):
        typed = changed(code, group, code.groups[group][:2] + code.groups[group][3:])
        assert mistakes("".join(typed)).wrong == (label,)


def test_half_a_sheet_misses_the_other_half() -> None:
    code = encode(KEY, SALT)
    assert mistakes(" ".join(code.groups[:9])).missing == LABELS[9:]
    assert mistakes(list(code.groups[:9])).missing == LABELS[9:]
    assert mistakes("").missing == mistakes([]).missing == LABELS


def test_more_groups_than_there_are() -> None:
    code = encode(KEY, SALT)
    assert mistakes([*code.groups, "123456"]).surplus == 1
    assert decode([*code.groups, "", " "]) == (KEY, SALT)
    assert isinstance(mistakes(f"{code.text} {code.text}"), RecoveryTypingError)


def test_a_whole_book_gets_an_answer_at_once() -> None:
    assert mistakes("herstelvel " * 100_000).surplus > 1000


@few
@given(st.text())
def test_any_text_gets_an_answer(text: str) -> None:
    assert isinstance(mistakes(text), RecoveryTypingError)


def test_groups_of_two_sheets_do_not_belong_together() -> None:
    mine, other = encode(KEY, SALT), encode(KEY[::-1], SALT)
    mixed = [*mine.groups[:9], *other.groups[9:]]
    with pytest.raises(RecoveryMismatchError):
        decode(mixed)
    with pytest.raises(RecoveryMismatchError):
        decode(" ".join(mixed))


def test_a_sheet_of_a_newer_program_is_known_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("buurthuis_admin.domain.recovery.VERSION", 2)
        code = encode(KEY, SALT)
    with pytest.raises(RecoveryVersionError, match="2"):
        decode(code.text)


def test_zeros_are_no_group() -> None:
    assert not any(check_group(at, "000000") for at in range(18))


def test_a_group_that_holds_more_than_three_bytes_is_none() -> None:
    """Otherwise the bytes would not fit and the program would stumble."""
    for at in range(18):
        for sign in ALPHABET[16:]:
            assert not any(check_group(at, f"{sign}0000{check}") for check in ALPHABET)


# Typing back


def test_groups_to_type_back_are_three_of_different_rows() -> None:
    code = encode(KEY, SALT)
    for seed in range(50):
        chosen = choose_groups_to_type_back(code, random=random.Random(seed))
        assert len({label[0] for label in chosen}) == 3
        assert list(chosen) == sorted(chosen)
    assert choose_groups_to_type_back(code, 18) == LABELS


def test_every_group_can_be_asked() -> None:
    code = encode(KEY, SALT)
    chance = random.Random(1)
    asked = {label for _ in range(300) for label in choose_groups_to_type_back(code, random=chance)}
    assert asked == set(LABELS)


def test_typed_back_means_this_group_not_any_sound_one() -> None:
    code = encode(KEY, SALT)
    at = LABELS.index("B2")
    right, sound = code.groups[at], write_group(at, b"abc")
    assert check_group("B2", sound)
    assert code.wrong_among({"A1": code.groups[0], "B2": sound}) == ("B2",)
    assert code.wrong_among({"B2": f" {right.lower()} "}) == ()
